// SPDX-License-Identifier: Apache-2.0
#include "core/io/cost_model_file.hpp"

#include "core/base/error.hpp"

#include <catch2/catch.hpp>

using namespace fairlead;
using Catch::Matchers::Contains;

namespace {

std::string refusal(const std::string& text) {
    try {
        (void)io::parse_cost_model(text, "bunker.toml");
    } catch (const Error& error) {
        return error.what();
    }
    return "accepted";
}

constexpr const char* head = "name = 'bunker'\nunit = 'EUR'\n";

} // namespace

TEST_CASE("cost model file: all of its keys", "[models][file]") {
    const auto model = io::parse_cost_model(R"(
name = "bunker and fairway"
version = "2.1"
unit = "EUR"
per_hour = "hire + 620*fuel_t_per_h"
per_nm = "dues"
waiting_per_hour = 500
monotone_in_ice = true
[parameters]
hire = 850
dues = 1.5
)",
                                            "bunker.toml");
    const auto& card = model->card();
    CHECK(card.name == "bunker and fairway");
    CHECK(card.version == "2.1");
    CHECK(card.unit == "EUR");
    CHECK(card.source == "bunker.toml");
    CHECK(card.waiting_per_h == 500.0);
    CHECK(card.claims_monotone_in_ice);
    CHECK(card.parameters.size() == 2);
    CHECK(model->rate_per_h(std::vector<double>{2.0}, 10.0) == 850.0 + 1240.0 + 15.0);
}

TEST_CASE("cost model file: mistakes are told with file, line and position", "[models][file]") {
    CHECK_THAT(refusal("unit = 'EUR'\ncost = 'time_h'"),
               Contains("bunker.toml") && Contains("name"));
    CHECK_THAT(refusal(std::string(head) + "costs = 'time_h'"),
               Contains("bunker.toml:3") && Contains("cost"));
    CHECK_THAT(refusal(std::string(head) + "cost = 'tim_h'"),
               Contains("bunker.toml: cost 'tim_h': 'tim_h' at character 1") &&
                   Contains("did you mean time_h?"));
    CHECK_THAT(refusal(head), Contains("bunker.toml: give either cost, or"));
    CHECK_THAT(refusal(std::string(head) + "cost = 'time_h'\nwaiting_per_hour = -1"),
               Contains("bunker.toml:4") && Contains("waiting_per_hour"));
    CHECK_THAT(refusal(std::string(head) + "cost = 'time_h'\nmonotone_in_ice = 1"),
               Contains("is neither true nor false"));
    CHECK_THAT(refusal(std::string(head) + "cost = 'time_h'\n[parameters]\nrio = 1"),
               Contains("parameter rio has the name of an input"));
    CHECK_THAT(refusal(std::string(head) + "cost = 'time_h'\n[parameters]\n'a b' = 1"),
               Contains("is not a name"));
}

TEST_CASE("cost model: a formula, or a file by its name", "[models][file]") {
    CHECK(io::find_cost_model("time_h", "--cost-model")->card().name == "time_h");
    CHECK_THROWS_WITH(io::find_cost_model("none.toml", "--cost-model"), Contains("none.toml"));
    CHECK_THROWS_WITH(io::find_cost_model("none.so", "--cost-model"), Contains("none.so"));
    CHECK_THROWS_WITH(io::find_cost_model("tim", "--cost-model"),
                      Contains("--cost-model 'tim': 'tim' at character 1"));
}
