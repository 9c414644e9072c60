// SPDX-License-Identifier: Apache-2.0
#include "core/vessel/ice_class.hpp"

#include <catch2/catch.hpp>

using namespace fairlead::vessel;

TEST_CASE("ice_class: every class is found by its own name", "[vessel][ice_class]") {
    for (std::size_t i = 0; i < ice_class_count; ++i) {
        const auto ice_class = static_cast<IceClass>(i);
        CHECK(ice_class_named(name(ice_class)) == ice_class);
    }
}

TEST_CASE("ice_class: spellings in use are understood, others are not", "[vessel][ice_class]") {
    CHECK(ice_class_named("pc5") == IceClass::pc5);
    CHECK(ice_class_named("PC 5") == IceClass::pc5);
    CHECK(ice_class_named("pc-5") == IceClass::pc5);
    CHECK(ice_class_named("1A Super") == IceClass::ia_super);
    CHECK(ice_class_named("ia_super") == IceClass::ia_super);
    CHECK(ice_class_named("1C") == IceClass::ic);
    CHECK(ice_class_named("None") == IceClass::none);
    for (const auto* text : {"", "PC", "PC0", "PC8", "PC55", "Arc7", "1D", "1", "super"}) {
        CHECK_FALSE(ice_class_named(text));
    }
}

TEST_CASE("ice_class: PC1 to PC7 are polar classes", "[vessel][ice_class]") {
    CHECK(is_polar_class(IceClass::pc1));
    CHECK(is_polar_class(IceClass::pc7));
    CHECK_FALSE(is_polar_class(IceClass::ia_super));
    CHECK_FALSE(is_polar_class(IceClass::none));
}
