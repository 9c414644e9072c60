// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "gui/chart/palette.hpp"
#include "tests/gui/colour_vision.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace fairlead;
using namespace fairlead::chart;
using namespace fairlead::chart::test;

namespace {

Palette parse(const std::string& rows, const std::string& kind = "ramp") {
    return Palette::from_table(Table::parse(
        "# source: test\n# kind: " + kind + "\nvalue,red,green,blue,alpha\n" + rows, "p.csv"));
}

} // namespace

TEST_CASE("colour vision: CIEDE2000 agrees with the published pairs", "[chart][palette]") {
    // Sharma, Wu and Dalal (2005), table 1.
    CHECK(colour_distance({50, 2.6772, -79.7751}, {50, 0, -82.7485}) ==
          Approx(2.0425).margin(5e-5));
    CHECK(colour_distance({50, -1.3802, -84.2814}, {50, 0, -82.7485}) ==
          Approx(1.0000).margin(5e-5));
    CHECK(colour_distance({50, 2.5, 0}, {73, 25, -18}) == Approx(27.1492).margin(5e-5));
    CHECK(colour_distance({50, 2.5, 0}, {58, 24, 15}) == Approx(19.4535).margin(5e-5));
    CHECK(colour_distance({60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}) ==
          Approx(1.2644).margin(5e-5));
    CHECK(colour_distance({2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}) ==
          Approx(0.9082).margin(5e-5));
}

TEST_CASE("colour vision: greys look the same to everybody, red and green do not",
          "[chart][palette]") {
    const Lab normal = lab_of(QColor(128, 128, 128));
    for (const Vision vision : all_visions) {
        const Lab grey = lab_of(QColor(128, 128, 128), vision);
        CHECK(grey.lightness == Approx(normal.lightness).margin(0.1));
        CHECK(std::abs(grey.a) < 0.5);
        CHECK(std::abs(grey.b) < 0.5);
    }
    const QColor red(200, 80, 60);
    const QColor green(110, 130, 50);
    const double seen = colour_distance(lab_of(red), lab_of(green));
    const double deutan =
        colour_distance(lab_of(red, Vision::deutan), lab_of(green, Vision::deutan));
    CHECK(deutan < 0.5 * seen);
}

TEST_CASE("palette: ice gets lighter with every step, for every type of vision",
          "[chart][palette]") {
    const Palette ice = Palette::named("ice_concentration");
    REQUIRE(ice.entries().front().value == 0.0);
    REQUIRE(ice.entries().back().value == 1.0);
    for (const Vision vision : all_visions) {
        for (int step = 1; step <= 100; ++step) {
            const double before = lab_of(ice.colour((step - 1) / 100.0), vision).lightness;
            CHECK(lab_of(ice.colour(step / 100.0), vision).lightness > before);
        }
    }
}

TEST_CASE("palette: two tenths of ice are told apart by every type of vision", "[chart][palette]") {
    const Palette ice = Palette::named("ice_concentration");
    for (int step = 0; step <= 8; ++step) {
        CAPTURE(step);
        CHECK(least_distance(ice.colour(step / 10.0), ice.colour((step + 2) / 10.0)) >= 9.0);
    }
}

TEST_CASE("palette: open water of any depth is darker than one tenth of ice", "[chart][palette]") {
    const Palette ice = Palette::named("ice_concentration");
    const Palette depth = Palette::named("depth");
    const double edge = lab_of(ice.colour(0.1)).lightness;
    for (const Palette::Entry& entry : depth.entries()) {
        CHECK(lab_of(entry.colour).lightness < edge);
    }
    CHECK(lab_of(ChartStyle::day().water).lightness < edge);
}

TEST_CASE("palette: land and no data look like neither water nor ice", "[chart][palette]") {
    const ChartStyle style = ChartStyle::day();
    const Palette ice = Palette::named("ice_concentration");
    for (int tenths = 0; tenths <= 10; ++tenths) {
        CAPTURE(tenths);
        CHECK(least_distance(style.land, ice.colour(tenths / 10.0)) >= 9.0);
        // Grey is told from ice by its hatching too: one of its two colours always stands out.
        CHECK(std::max(least_distance(style.no_data, ice.colour(tenths / 10.0)),
                       least_distance(style.no_data_hatch, ice.colour(tenths / 10.0))) >= 15.0);
    }
    CHECK(least_distance(style.land, style.no_data) >= 9.0);
    CHECK(least_distance(style.coast, style.land) >= 30.0);
    CHECK(least_distance(style.no_data, style.water) >= 20.0);
}

TEST_CASE("palette: classes of risk differ in colour, pattern and width", "[chart][palette]") {
    const Palette risk = Palette::named("route_risk");
    REQUIRE(risk.kind() == Palette::Kind::classes);
    std::set<LinePattern> patterns;
    for (std::size_t i = 0; i < risk.entries().size(); ++i) {
        const Palette::Entry& entry = risk.entries()[i];
        CHECK(entry.width_px > 0.0);
        CHECK_FALSE(entry.label.empty());
        patterns.insert(entry.pattern);
        for (std::size_t j = 0; j < i; ++j) {
            CAPTURE(i, j);
            CHECK(least_distance(entry.colour, risk.entries()[j].colour) >= 12.0);
            CHECK(entry.width_px < risk.entries()[j].width_px); // riskier is wider
        }
    }
    CHECK(patterns.size() == risk.entries().size());
}

TEST_CASE("palette: POLARIS limits belong to the better class", "[chart][palette]") {
    const Palette risk = Palette::named("route_risk");
    CHECK(risk.class_of(-80.0) == 0);
    CHECK(risk.class_of(-10.1) == 0);
    CHECK(risk.class_of(-10.0) == 1);
    CHECK(risk.class_of(-0.01) == 1);
    CHECK(risk.class_of(0.0) == 2);
    CHECK(risk.class_of(9.9) == 2);
    CHECK(risk.class_of(10.0) == 3);
    CHECK(risk.class_of(30.0) == 3);
    CHECK(risk.class_of(-200.0) == 0); // beyond the ends: the end's class
}

TEST_CASE("palette: a ramp interpolates, classes do not", "[chart][palette]") {
    const std::string rows = "0,0,0,0,255\n1,100,200,40,255\n";
    const Palette ramp = parse(rows);
    CHECK(ramp.colour(0.5) == QColor(50, 100, 20));
    CHECK(ramp.colour(-3.0) == QColor(0, 0, 0));
    CHECK(ramp.colour(7.0) == QColor(100, 200, 40));
    CHECK(parse(rows, "classes").colour(0.99) == QColor(0, 0, 0));
    CHECK(parse(rows, "classes").colour(1.0) == QColor(100, 200, 40));
    const std::vector<QRgb> table = ramp.lookup_table(3);
    CHECK(table == std::vector<QRgb>{qRgb(0, 0, 0), qRgb(50, 100, 20), qRgb(100, 200, 40)});
}

TEST_CASE("palette: WMO classes hold whole tenths", "[chart][palette]") {
    const Palette wmo = Palette::named("ice_concentration_wmo");
    const auto label = [&](double tenths) {
        return wmo.entries()[wmo.class_of(tenths / 10.0)].label;
    };
    CHECK(label(0) == "ice free");
    CHECK(label(0.5) == "under 1");
    CHECK(label(1) == "1-3");
    CHECK(label(3) == "1-3");
    CHECK(label(4) == "4-6");
    CHECK(label(6) == "4-6");
    CHECK(label(7) == "7-8");
    CHECK(label(8) == "7-8");
    CHECK(label(9) == "9-10");
    CHECK(label(10) == "9-10");
}

TEST_CASE("palette: a wrong table is refused with its line", "[chart][palette]") {
    CHECK_THROWS_WITH(parse("0,0,0,300,255\n"),
                      Catch::Contains("p.csv:4") && Catch::Contains("300"));
    CHECK_THROWS_WITH(parse("0,0,0,1.5,255\n"), Catch::Contains("blue"));
    CHECK_THROWS_WITH(parse("1,0,0,0,255\n1,9,9,9,255\n"), Catch::Contains("p.csv:5"));
    CHECK_THROWS_AS(parse("", "ramp"), Error);
    CHECK_THROWS_WITH(parse("0,0,0,0,255\n", "rainbow"), Catch::Contains("rainbow"));
    CHECK_THROWS_AS(Palette::named("no_such_palette"), Error);
    CHECK_THROWS_WITH(ChartStyle::from_table(
                          Table::parse("name,red,green,blue,alpha\nwater,1,2,3,255\n", "s.csv")),
                      Catch::Contains("land"));
    CHECK_THROWS_WITH(
        ChartStyle::from_table(Table::parse("name,red,green,blue,alpha\nsky,1,2,3,255\n", "s.csv")),
        Catch::Contains("sky"));
}
