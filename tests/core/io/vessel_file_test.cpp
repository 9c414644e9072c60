// SPDX-License-Identifier: Apache-2.0
#include "core/io/vessel_file.hpp"

#include "core/base/data_folder.hpp"
#include "core/base/error.hpp"
#include "core/base/version.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>

using namespace fairlead;

namespace {

const std::string good = R"(name = "Test ship"
ice_class = "PC5"

[particulars]
length_m = 120
beam_m = 20.5
draught_m = 6
block_coefficient = 0.65

[speed]
model = "lindqvist"
open_water_speed_kn = 15
power_kw = 8000
propulsion_quality_factor = 0.98
propeller_diameter_m = 4.0
stem_angle_deg = 25
waterline_entrance_angle_deg = 30

[fuel]
model = "specific_consumption"
specific_consumption_g_per_kwh = 190
hotel_t_per_h = 0.2
co2_t_per_t = 3.2

[sources]
beam_m = "yard"
)";

std::string with(const std::string& from, const std::string& to) {
    auto text = good;
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::string message_of(const std::string& text) {
    try {
        const auto vessel = io::parse_vessel(text, "ship.toml");
    } catch (const Error& problem) {
        return problem.what();
    }
    return "accepted";
}

} // namespace

TEST_CASE("vessel_file: reads every value of a file", "[io][vessel_file]") {
    const auto vessel = io::parse_vessel(good, "ship.toml");
    const auto& ship = vessel.particulars();
    CHECK(ship.name == "Test ship");
    CHECK(ship.ice_class == vessel::IceClass::pc5);
    CHECK(ship.length.in_metres() == 120.0);
    CHECK(ship.beam.in_metres() == 20.5);
    CHECK(ship.draught.in_metres() == 6.0);
    CHECK(ship.block_coefficient == 0.65);
    CHECK(ship.power.in_kilowatts() == 8000.0);
    CHECK(vessel.open_water_speed_kn() == Approx(15.0));
    CHECK(vessel.least_speed_kn() == Approx(2.0));
    CHECK(vessel.hotel_fuel_t_per_h() == 0.2);
    CHECK(vessel.co2_per_fuel() == 3.2);
    CHECK(vessel.source() == "ship.toml");
    REQUIRE(vessel.notes().size() == 2);
    CHECK(vessel.notes()[0] == "beam_m: yard");
    CHECK(vessel.notes()[1].find("no source given for: ice_class, ") == 0);
    CHECK(vessel.notes()[1].find("beam_m") == std::string::npos);
}

TEST_CASE("vessel_file: an unknown key is refused with line and the key that may be meant",
          "[io][vessel_file]") {
    CHECK(message_of(with("draught_m", "draught_ft")) ==
          "ship.toml:7: unknown key 'draught_ft'; did you mean 'draught_m'?");
    CHECK(message_of(with("[fuel]", "[fule]")).find("unknown key 'fule'; did you mean 'fuel'?") !=
          std::string::npos);
    CHECK(message_of(with("beam_m = \"yard\"", "beamm = \"yard\"")) ==
          "ship.toml:26: unknown key 'beamm'; did you mean 'beam_m'?");
    // A key of another model is as wrong as a misspelt one.
    CHECK(message_of(with("stem_angle_deg = 25", "stem_angle_deg = 25\nbow_length_m = 30"))
              .find("ship.toml:17: unknown key 'bow_length_m'") == 0);
}

TEST_CASE("vessel_file: impossible values are refused with line, key and value",
          "[io][vessel_file]") {
    CHECK(message_of(with("open_water_speed_kn = 15", "open_water_speed_kn = 0")) ==
          "ship.toml:12: open_water_speed_kn is 0, not within 0.1 and 40");
    CHECK(message_of(with("open_water_speed_kn = 15", "open_water_speed_kn = -3"))
              .find("is -3, not within") != std::string::npos);
    CHECK(message_of(with("open_water_speed_kn = 15", "open_water_speed_kn = 41"))
              .find("is 41, not within") != std::string::npos);
    CHECK(message_of(with("draught_m = 6", "draught_m = nan")) ==
          "ship.toml:7: draught_m is not a finite number");
    CHECK(message_of(with("draught_m = 6", "draught_m = inf")) ==
          "ship.toml:7: draught_m is not a finite number");
    CHECK(message_of(with("draught_m = 6", "draught_m = \"6 m\"")) ==
          "ship.toml:7: draught_m is not a finite number");
    CHECK(
        message_of(with("beam_m = 20.5", "beam_m = -20.5")).find("ship.toml:6: beam_m is -20.5") ==
        0);
    CHECK(message_of(with("ice_class = \"PC5\"", "ice_class = \"PC8\"")) ==
          "ship.toml:2: ice_class 'PC8' is not one of: PC1 to PC7, IA Super, IA, IB, IC, none");
    CHECK(message_of(with("model = \"lindqvist\"", "model = \"lindquist\"")) ==
          "ship.toml:11: model 'lindquist' is not one of: lindqvist, polarroute, riska, table");
    CHECK(message_of(with("power_kw = 8000", "power_kw = 8000\nleast_speed_kn = 16"))
              .find("ship.toml: Test ship: least speed [kn] 16: must be above 0 and below") == 0);
}

TEST_CASE("vessel_file: missing keys, sections and broken TOML are refused", "[io][vessel_file]") {
    CHECK(message_of(with("draught_m = 6\n", "")) == "ship.toml:4: key 'draught_m' is missing");
    CHECK(message_of("name = \"x\"\nice_class = \"none\"\n")
              .find("section [particulars] is missing") != std::string::npos);
    CHECK(message_of("").find("section [particulars] is missing") != std::string::npos);
    CHECK(message_of(with("beam_m = 20.5", "beam_m = = 20.5")).find("ship.toml:6: is not TOML") ==
          0);
}

TEST_CASE("vessel_file: a table may be by thickness, by concentration or by both",
          "[io][vessel_file]") {
    const auto with_table = [](const std::string& table) {
        auto text = good;
        const auto from = text.find("propulsion_quality_factor");
        const auto to = text.find("[fuel]");
        text.replace(from, to - from, table + "\n\n");
        const auto model = text.find("\"lindqvist\"");
        return text.replace(model, 11, "\"table\"");
    };
    const auto by_thickness = io::parse_vessel(
        with_table("thickness_m = [0, 0.5, 1.0]\nspeed_kn = [15, 9, 3]"), "ship.toml");
    CHECK(by_thickness.speed_model().attainable_speed_kn({1.0, 0.75}) == Approx(6.0));
    const auto by_concentration = io::parse_vessel(
        with_table("concentration = [0, 0.5, 1.0]\nspeed_kn = [15, 9, 3]"), "ship.toml");
    CHECK(by_concentration.speed_model().attainable_speed_kn({0.75, 9.0}) == Approx(6.0));
    CHECK_FALSE(by_concentration.speed_model().needs_thickness());
    const auto by_both =
        io::parse_vessel(with_table("thickness_m = [0, 1.0]\nconcentration = [0, 1]\n"
                                    "speed_kn = [[15, 11], [15, 3]]"),
                         "ship.toml");
    CHECK(by_both.speed_model().attainable_speed_kn({1.0, 0.5}) == Approx(7.0));

    CHECK(message_of(with_table("speed_kn = [15, 9, 3]"))
              .find("needs the key 'thickness_m', 'concentration' or both") != std::string::npos);
    CHECK(message_of(with_table("thickness_m = [0, 0.5]\nspeed_kn = [15, 16]")) ==
          "ship.toml: speed table: speed 16 kn is greater than that in less ice");
    CHECK(message_of(with_table("thickness_m = [0, 0.5]\nspeed_kn = [14, 9]")) ==
          "ship.toml: speed table: speed without ice is 14 kn, but open_water_speed_kn is 15");
    CHECK(message_of(with_table("thickness_m = [0, 0.5, 0.5]\nspeed_kn = [15, 9, 8]")) ==
          "ship.toml: speed table: thickness_m must rise, but 0.5 follows 0.5");
    CHECK(message_of(with_table("thickness_m = [0, 0.5]\nspeed_kn = [[15], [9, 8]]"))
              .find("speed_kn is not a list of rows of 1 speeds each") != std::string::npos);
    CHECK(message_of(with_table("thickness_m = [0, 0.5]\nspeed_kn = [15, nan]"))
              .find("speed_kn is not a list of finite numbers") != std::string::npos);
    CHECK(message_of(
              with_table(
                  "thickness_m = [0, 1]\nconcentration = [0, 1]\nspeed_kn = [[15, 9], [15, nan]]"))
              .find("is not a speed") != std::string::npos);
}

TEST_CASE("vessel_file: the vessels that come with the program all read", "[io][vessel_file]") {
    const auto vessels = io::list_vessels();
    REQUIRE(vessels.size() >= 7);
    for (const auto& [id, vessel] : vessels) {
        INFO(id);
        const auto& notes = vessel->notes();
        // Every value has its source or is marked as an example.
        CHECK(std::none_of(notes.begin(), notes.end(), [](const std::string& note) {
            return note.find("no source given") == 0;
        }));
        CHECK(vessel->performance({}, std::numeric_limits<double>::infinity()).speed_kn ==
              Approx(vessel->open_water_speed_kn()));
    }
    const auto has = [&](vessel::IceClass wanted) {
        return std::any_of(vessels.begin(), vessels.end(), [&](const io::VesselListing& entry) {
            return entry.vessel->particulars().ice_class == wanted;
        });
    };
    CHECK(has(vessel::IceClass::pc3));
    CHECK(has(vessel::IceClass::pc5));
    CHECK(has(vessel::IceClass::none));
    CHECK(std::is_sorted(vessels.begin(), vessels.end(), [](const auto& a, const auto& b) {
        return a.vessel->particulars().ice_class < b.vessel->particulars().ice_class;
    }));
}

TEST_CASE("vessel_file: vessels are found by name in any case and by path", "[io][vessel_file]") {
    CHECK(io::find_vessel("SDA")->particulars().name ==
          "RRS Sir David Attenborough (PolarRoute model)");
    const auto path = (data_folder() / "vessels" / "sda.toml").string();
    CHECK(io::find_vessel(path)->source() == path);
    CHECK_THROWS_WITH(io::find_vessel("xue_lon_2"),
                      "vessel 'xue_lon_2' is not known; did you mean 'xue_long_2'?");
    CHECK_THROWS_WITH(io::find_vessel("./nowhere.toml"), Catch::Contains("no such file"));
}

TEST_CASE("vessel_file: models read from files are those of the module", "[io][vessel_file]") {
    const auto sda = io::find_vessel("sda");
    CHECK(sda->open_water_speed_kn() * 1.852 == Approx(26.5));
    CHECK(sda->performance({0.81, 0.1}, 99.0).speed_kn == 0.0);
    const auto still = sda->performance({}, 0.0);
    CHECK(still.fuel_t_per_h == Approx(0.25290433));
    const auto open = sda->performance({}, 99.0);
    CHECK(open.fuel_t_per_h * 24.0 == Approx(27.3187).margin(1e-4));
}

TEST_CASE("vessel_file: PolarRoute's fuel goes with PolarRoute's speed alone",
          "[io][vessel_file]") {
    auto text = with("model = \"specific_consumption\"", "model = \"polarroute\"");
    CHECK(message_of(text).find("unknown key 'hotel_t_per_h'") != std::string::npos);
    text.erase(text.find("hotel_t_per_h = 0.2\n"), 20);
    CHECK(message_of(text) ==
          "ship.toml:20: model 'polarroute' needs the speed model 'polarroute', whose "
          "resistance it uses");
}

TEST_CASE("vessel_file: a shipped vessel's source does not depend on where it lies",
          "[io][vessel_file]") {
    CHECK(io::find_vessel("sda")->source() ==
          "vessels/sda.toml of Fairlead " + std::string(version()));
}

TEST_CASE("vessel_file: of the ships that come with the program only the weak stop in thin ice",
          "[io][vessel_file]") {
    const auto speed_kn = [](const char* id, double concentration, double thickness_m) {
        return io::find_vessel(id)
            ->performance({concentration, thickness_m}, std::numeric_limits<double>::infinity())
            .speed_kn;
    };
    // Published: 2 to 3 kn in 1.5 m of level ice.
    CHECK(speed_kn("xue_long_2", 1.0, 1.5) > 2.0);
    CHECK(speed_kn("xue_long_2", 1.0, 1.5) < 3.0);
    CHECK(speed_kn("arc7_lng_carrier", 1.0, 1.5) == Approx(7.0));
    CHECK(speed_kn("expedition_pc5", 0.9, 0.8) > 4.0);
    CHECK(speed_kn("bulk_carrier_no_ice_class", 0.9, 0.8) == 0.0);
    CHECK(speed_kn("bulk_carrier_no_ice_class", 0.02, 1.5) >
          12.0); // a trace of ice does not close the sea
}
