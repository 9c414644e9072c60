// SPDX-License-Identifier: Apache-2.0
#include "core/cost/model_check.hpp"

#include "core/io/cost_model_file.hpp"
#include "core/io/model_library.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace fairlead;
using Catch::Matchers::Contains;
using Verdict = cost::CheckOutcome::Verdict;

namespace {

const std::filesystem::path models = FAIRLEAD_MODELS_FOLDER;
/// Sanitizers and loaded machines are no reason to fail; the slow model takes 10 times as long.
constexpr cost::CheckOptions unhurried{20e3};

std::vector<std::string> failures(const cost::CostModel& model) {
    std::vector<std::string> names;
    for (const auto& outcome : cost::check_model(model, unhurried)) {
        INFO(outcome.check << ": " << outcome.detail);
        if (outcome.verdict == Verdict::failed) {
            CHECK_FALSE(outcome.detail.empty());
            names.push_back(outcome.check);
        }
    }
    return names;
}

std::vector<std::string> failures_of_broken(const std::string& name) {
    return failures(*io::load_cost_model_library(models / "broken" / (name + ".so")));
}

cost::CheckOutcome outcome_of(const cost::CostModel& model, const std::string& check) {
    const auto outcomes = cost::check_model(model, unhurried);
    return *std::find_if(outcomes.begin(), outcomes.end(),
                         [&](const auto& outcome) { return outcome.check == check; });
}

} // namespace

TEST_CASE("model check: the examples pass", "[models][check]") {
    CHECK(failures(*io::load_cost_model_library(models / "ice_hours.so")).empty());
    CHECK(failures(*io::load_cost_model_library(models / "wave_care.so")).empty());
    CHECK(failures_of_broken("nothing").empty());
}

TEST_CASE("model check: each fault is caught by its check alone", "[models][check]") {
    const std::vector<std::pair<const char*, const char*>> faults{
        {"throws", "answers"},
        {"fails", "answers"},
        {"negative", "not_negative"},
        {"not_finite", "finite"},
        {"not_monotone", "monotone_in_ice"},
        {"remembers", "order"},
        {"depends_on_neighbours", "order"},
        {"shares", "threads"},
        {"cheaper_later", "first_in_first_out"},
        {"no_waiting", "waiting"},
        {"slow", "speed"},
        {"no_version", "card"}};
    for (const auto& [broken, check] : faults) {
        CAPTURE(broken);
        CHECK(failures_of_broken(broken) == std::vector<std::string>{check});
    }
}

TEST_CASE("model check: a failure names its conditions", "[models][check]") {
    const auto model = io::load_cost_model_library(models / "broken" / "not_monotone.so");
    CHECK_THAT(outcome_of(*model, "monotone_in_ice").detail,
               Contains("for speed_kn=") && Contains("with sea_ice_concentration="));
    const auto unclaimed = io::find_cost_model("fuel_t", "--cost-model");
    CHECK(outcome_of(*unclaimed, "monotone_in_ice").verdict == Verdict::skipped);
    CHECK(failures(*unclaimed).empty());
}
