// SPDX-License-Identifier: Apache-2.0
#include "core/io/scenario_file.hpp"

#include "core/base/error.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <string>

using namespace fairlead;
using io::parse_scenario;

namespace {

constexpr const char* kara_sea = R"(name = "Kara Sea, June 2018"
notes = ["synthetic"]

[grid]
crs = "EPSG:3413"
cell_km = 12.5
bounds_km = [-1000, -2000, 3000, 2500]

[[layer]]
variable = "sea_ice_concentration"
source = "nt_2018*_f18_nrt_n.bin"
product = "nsidc-0081-bin"
fill_pole_hole = 1.0

[[layer]]
variable = "sea_ice_thickness"
value = 1.2

[[zone]]
name = "Firing range"
source = "zones.geojson"
rule = "prohibited"
from = 2018-06-10T00:00Z
until = 2018-06-12T00:00:00+03:00

[[zone]]
source = "slow.geojson"
speed_limit_kn = 6

[time]
beyond_data = "hold"
)";

std::string refusal(const std::string& text) {
    try {
        static_cast<void>(parse_scenario(text, "s.toml"));
    } catch (const Error& problem) {
        return problem.what();
    }
    return "no error";
}

} // namespace

TEST_CASE("scenario file: every key is read", "[io][scenario]") {
    const auto scenario = parse_scenario(kara_sea, "folder/kara.toml");
    CHECK(scenario.name == "Kara Sea, June 2018");
    CHECK(scenario.notes == std::vector<std::string>{"synthetic"});
    CHECK(scenario.crs == "EPSG:3413");
    CHECK(scenario.cell_km == 12.5);
    CHECK(scenario.bounds_km == std::array{-1000.0, -2000.0, 3000.0, 2500.0});
    CHECK(scenario.beyond_data == env::BeyondData::hold);
    REQUIRE(scenario.layers.size() == 2);
    CHECK(scenario.layers[0].variable == env::Variable::sea_ice_concentration);
    CHECK(scenario.layers[0].sources == std::vector<std::string>{"nt_2018*_f18_nrt_n.bin"});
    CHECK(scenario.layers[0].product == "nsidc-0081-bin");
    REQUIRE(scenario.layers[0].pole_hole.has_value());
    CHECK(scenario.layers[0].pole_hole->value == 1.0);
    CHECK(scenario.layers[1].value == 1.2);
    CHECK(scenario.layers[1].where == "folder/kara.toml:15");
    REQUIRE(scenario.zones.size() == 2);
    CHECK_FALSE(scenario.zones[0].speed_limit.has_value());
    CHECK(scenario.zones[0].from == parse_instant("2018-06-10"));
    CHECK(scenario.zones[0].until == parse_instant("2018-06-11T21:00Z"));
    CHECK(scenario.zones[1].name == "slow.geojson");
    CHECK(scenario.zones[1].speed_limit == Speed::knots(6.0));
}

TEST_CASE("scenario file: an empty one has the file's name and no layers", "[io][scenario]") {
    const auto scenario = parse_scenario("", "folder/empty.toml");
    CHECK(scenario.name == "empty");
    CHECK(scenario.layers.empty());
    CHECK_FALSE(scenario.beyond_data.has_value());
}

TEST_CASE("scenario file: a time may be a text and a day", "[io][scenario]") {
    const auto zone = [](const std::string& from) {
        return parse_scenario("[[zone]]\nsource='z'\nrule='prohibited'\nfrom=" + from, "s.toml")
            .zones.front()
            .from;
    };
    CHECK(zone("'2018-06-10T06:00Z'") == parse_instant("2018-06-10T06:00Z"));
    CHECK(zone("2018-06-10") == parse_instant("2018-06-10"));
    CHECK(zone("2018-06-10T06:00:30-01:00") == parse_instant("2018-06-10T07:00:30Z"));
}

TEST_CASE("scenario file: a pole hole is filled by the nearest value only if asked",
          "[io][scenario]") {
    const auto layer = [](const std::string& line) {
        return parse_scenario("[[layer]]\nvariable='sea_ice_concentration'\nsource='a'\n" + line,
                              "s.toml")
            .layers.front();
    };
    CHECK_FALSE(layer("").pole_hole.has_value());
    const auto nearest = layer("fill_pole_hole = 'nearest'").pole_hole;
    REQUIRE(nearest.has_value());
    CHECK_FALSE(nearest->value.has_value());
}

TEST_CASE("scenario file: what is wrong is named with its line", "[io][scenario]") {
    const std::string layer = "[[layer]]\nvariable = 'sea_ice_concentration'\n";
    const std::string zone = "[[zone]]\nsource = 'z'\n";
    CHECK(refusal("name = \n").rfind("s.toml:1: is not TOML", 0) == 0);
    CHECK(refusal("name = 'a'\n[grid\n").rfind("s.toml:2: is not TOML", 0) == 0);
    CHECK(refusal("nam = 'a'") == "s.toml:1: unknown key 'nam'; did you mean 'name'?");
    CHECK(refusal("\n\nxyzzy = 1") == "s.toml:3: unknown key 'xyzzy'");
    CHECK(refusal("name = 3") == "s.toml:1: name is not a text in quotes");
    CHECK(refusal("layer = 3").find("[[layer]]") != std::string::npos);
    CHECK(refusal("grid = 3").find("is not a table") != std::string::npos);
    CHECK(refusal("[grid]\ncell_km = 'wide'") == "s.toml:2: cell_km is not a finite number");
    CHECK(refusal("[grid]\ncell_km = nan") == "s.toml:2: cell_km is not a finite number");
    CHECK(refusal("[grid]\ncell_km = -5").find("is -5") != std::string::npos);
    CHECK(refusal("[grid]\nbounds_km = [1, 2, 3]").find("[left, bottom, right, top]") !=
          std::string::npos);
    CHECK(refusal("[grid]\nbounds_km = [3, 2, 1, 4]").find("left < right") != std::string::npos);
    CHECK(refusal("[grid]\nbounds_km = [1, 2, 3, 'a']").find("list of finite numbers") !=
          std::string::npos);
    CHECK(refusal("[time]\nbeyond_data = 'guess'").find("'guess'") != std::string::npos);
    CHECK(refusal("[[layer]]\nsource = 'a'") == "s.toml:1: a layer without the key 'variable'");
    CHECK(refusal("[[layer]]\nvariable = 'sea_ice_concentratoin'\nvalue = 1")
              .find("did you mean sea_ice_concentration?") != std::string::npos);
    CHECK(refusal(layer).find("needs one of 'source' and 'value'") != std::string::npos);
    CHECK(refusal(layer + "value = 1\nsource = 'a'").find("needs one of") != std::string::npos);
    CHECK(refusal(layer + "value = 95").rfind("s.toml:3: value is 95", 0) == 0);
    CHECK(refusal(layer + "source = [1]").find("list of something else") != std::string::npos);
    CHECK(refusal(layer + "source = 'a'\nfill_pole_hole = 'some'").find("nearest") !=
          std::string::npos);
    CHECK(refusal(layer + "source = 'a'\nfill_coast_cells = 1.5").find("whole number") !=
          std::string::npos);
    for (const auto* const key : {"unit = 'm'", "product = 'etopo5'", "climatology = 'c.nc'",
                                  "fill_coast_cells = 2", "fill_pole_hole = 1"}) {
        CAPTURE(key);
        CHECK(refusal(layer + "value = 1\n" + key).rfind("s.toml:4: ", 0) == 0);
    }
    CHECK(refusal("[time]\nbeyond_data = 'climatology'").find("no layer names one") !=
          std::string::npos);
    CHECK(refusal("[[zone]]\nrule = 'prohibited'").find("without the key 'source'") !=
          std::string::npos);
    CHECK(refusal(zone).find("needs one of rule") != std::string::npos);
    CHECK(refusal(zone + "rule = 'avoid'").find("'avoid'") != std::string::npos);
    CHECK(refusal(zone + "speed_limit_kn = 0").find("above 0 kn") != std::string::npos);
    CHECK(refusal(zone + "rule = 'prohibited'\nfrom = 'soon'").find("s.toml:4: from 'soon'") !=
          std::string::npos);
    CHECK(refusal(zone + "rule = 'prohibited'\nfrom = 2018-06-02\nuntil = 2018-06-01")
              .find("not later than from") != std::string::npos);
    CHECK(refusal(zone + "rule = 'prohibited'\nfrom = 7").find("date and time") !=
          std::string::npos);
}

TEST_CASE("scenario file: times in quotes and comments are left as they are", "[io][scenario]") {
    const auto scenario =
        parse_scenario("\xEF\xBB\xBF"
                       "name = \"2018-06-10T00:00Z \\\" x\" # 2018-06-10T00:00Z \xC3\xA9\n"
                       "notes = ['''2018-06-10T00:00\n''', 'Bj\xC3\xB8rn']\n",
                       "s.toml");
    CHECK(scenario.name == "2018-06-10T00:00Z \" x");
    REQUIRE(scenario.notes.size() == 2);
    CHECK(scenario.notes[0] == "2018-06-10T00:00\n");
}

TEST_CASE("scenario file: what toml++ cannot be given is refused before", "[io][scenario]") {
    CHECK(refusal("a = 1\n[\x7f]").rfind("s.toml:2: is not TOML", 0) == 0);
    CHECK(refusal("gr\xC3\xB6ssest = 1").find("0xc3") != std::string::npos);
    CHECK(refusal("name = 'open\nnotes = []").rfind("s.toml:1: is not TOML", 0) == 0);
    CHECK(refusal("name = \"\"\"open").rfind("s.toml:1: is not TOML", 0) == 0);
    std::string deep = "a = [0.1, 0.2]\na";
    for (int i = 0; i < 100000; ++i) {
        deep += ".a";
    }
    CHECK(refusal(deep + " = 1") == "s.toml:2: is not TOML: a key of more than 64 parts");
    CHECK(refusal("[" + deep.substr(15) + "]").find("more than 64 parts") != std::string::npos);
}

TEST_CASE("scenario file: one that is not there is named", "[io][scenario]") {
    CHECK_THROWS_WITH(io::read_scenario("/nowhere/s.toml"), "/nowhere/s.toml: no such file");
}

TEST_CASE("scenario file: damaged text gives an error or a scenario, never a crash", "[io][fuzz]") {
    constexpr unsigned seed = 11;
    std::mt19937 random(seed);
    INFO("seed " << seed);
    int refused = 0;
    for (int trial = 0; trial < 500; ++trial) {
        std::string damaged = kara_sea;
        if (trial % 2 == 0) {
            damaged.resize(random() % damaged.size());
        }
        for (auto flips = random() % 4; flips > 0 && !damaged.empty(); --flips) {
            damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
        }
        try {
            static_cast<void>(parse_scenario(damaged, "damaged.toml"));
        } catch (const Error& problem) {
            ++refused;
            CHECK(std::string(problem.what()).rfind("damaged.toml", 0) == 0);
        }
    }
    CHECK(refused > 100);
}
