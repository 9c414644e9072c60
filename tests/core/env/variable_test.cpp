// SPDX-License-Identifier: Apache-2.0
#include "core/env/sample.hpp"
#include "core/env/variable.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace fairlead::env;

TEST_CASE("variable: every name of every variable finds it again", "[env][variable]") {
    REQUIRE(all_variables().size() >= known_variable_count);
    for (std::size_t i = 0; i < known_variable_count; ++i) {
        const auto& about = all_variables()[i];
        CAPTURE(about.name);
        CHECK(static_cast<std::size_t>(about.variable) == i);
        CHECK(variable_named(about.name) == about.variable);
        CHECK(variable_named(about.cf_name) == about.variable);
        CHECK(variable_named(about.short_name) == about.variable);
        CHECK(about.minimum < about.maximum);
        CHECK(info(about.variable).name == about.name);
    }
    CHECK(variable_named(" sic ") == Variable::sea_ice_concentration);
    CHECK_FALSE(variable_named("sea_ice").has_value());
    CHECK_FALSE(variable_named("").has_value());
}

TEST_CASE("sample: qualities up to assumed are usable and each has a name", "[env][sample]") {
    CHECK(usable(Quality::assumed));
    CHECK_FALSE(usable(Quality::land));
    CHECK(name(Quality::pole_hole) == "pole hole");
    CHECK(name(Quality::no_layer) == "no layer");
    CHECK(Sample::none(Quality::coast).value == 0.0);
}

TEST_CASE("variable: a custom name is a variable from the first time on", "[env][variable]") {
    const auto whales = variable_named("custom.whales");
    REQUIRE(whales);
    CHECK(is_custom(*whales));
    CHECK(variable_named(" Custom.Whales ") == whales);
    CHECK(info(*whales).name == "custom.whales");
    CHECK(all_variables().back().name == "custom.whales");
    CHECK_FALSE(variable_named("custom."));
    CHECK_FALSE(variable_named("custom.two words"));
    CHECK_FALSE(is_custom(Variable::attainable_speed));
    for (std::size_t i = 1; i < custom_variable_count; ++i) {
        CHECK(variable_named("custom.layer_" + std::to_string(i)));
    }
    CHECK_FALSE(variable_named("custom.one_too_many"));
    CHECK(all_variables().size() == variable_count);
}
