// SPDX-License-Identifier: Apache-2.0
#include "core/cost/formula.hpp"

#include "core/base/error.hpp"

#include <catch2/catch.hpp>

#include <thread>

using namespace fairlead;
using Catch::Matchers::Contains;

namespace {

cost::Formula formula(const std::string& text) {
    return {text, "--cost-model", {"rio", "time_h", "fuel_t"}, {{"price", 620.0}}};
}

std::string refusal(const std::string& text) {
    try {
        (void)formula(text);
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::malformed);
        return error.what();
    }
    return "accepted";
}

} // namespace

TEST_CASE("formula: computes arrays from the variables it uses", "[cost][formula]") {
    const auto hire = formula("850*time_h + price*fuel_t + 40*max(0,-rio)*time_h");
    REQUIRE(hire.variables() == std::vector<std::string>{"rio", "time_h", "fuel_t"});
    const std::vector<double> rio{30.0, -10.0};
    const std::vector<double> time_h{1.0, 2.0};
    const std::vector<double> fuel_t{0.0, 1.0};
    std::vector<double> result(2);
    hire.evaluate(std::vector<const double*>{rio.data(), time_h.data(), fuel_t.data()}, result);
    CHECK(result[0] == 850.0);
    CHECK(result[1] == 1700.0 + 620.0 + 800.0);
    CHECK(formula("2^3").variables().empty());
}

TEST_CASE("formula: a mistake is named with its position", "[cost][formula]") {
    CHECK_THAT(refusal("850*time_h + roi"),
               Contains("--cost-model '850*time_h + roi': 'roi' at character 14") &&
                   Contains("did you mean rio?"));
    CHECK_THAT(refusal("foo(1)"), Contains("character 1") || Contains("at character"));
    CHECK_THAT(refusal("850*"), Contains("character 5: Unexpected end of expression"));
    CHECK_THAT(refusal("(1+2"), Contains("character 5"));
    CHECK_THAT(refusal(""), Contains("character 1"));
    CHECK_THAT(refusal("1,5*time_h"), Contains("comma"));
    CHECK_THAT(refusal("rio=3"), Contains("'=' at character 4 assigns"));
    CHECK(refusal("rio<=3 || rio==4 || rio>=9 || rio!=7") == "accepted");
}

TEST_CASE("formula: is safe from several threads", "[cost][formula]") {
    const auto square = formula("rio*rio");
    std::vector<double> values(10'000);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<double>(i);
    }
    std::vector<std::vector<double>> results(4, std::vector<double>(values.size()));
    {
        std::vector<std::jthread> threads;
        for (auto& result : results) {
            threads.emplace_back(
                [&] { square.evaluate(std::vector<const double*>{values.data()}, result); });
        }
    }
    for (const auto& result : results) {
        CHECK(result.back() == values.back() * values.back());
        CHECK(result == results.front());
    }
}
