// SPDX-License-Identifier: Apache-2.0
#include "core/study/manifest.hpp"

#include "core/base/error.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>

using namespace fairlead;
using Catch::Contains;

namespace {

const std::string axes = R"(
scenarios = ["a.toml", "b.toml"]
ships = ["sda", "tanker_pc7", "arc7_lng_carrier"]
objectives = ["time", "fuel"]
rules = ["polaris", "none"]
[departures]
from = 2025-01-01
until = 2025-01-10
[[voyage]]
from = "Murmansk"
to = "Bering Strait"
both_ways = true
)";

study::Manifest manifest_of(const std::string& text) {
    return study::make_manifest(io::parse_study(text, "test.toml"));
}

std::string refusal(const std::string& text) {
    try {
        manifest_of(text);
    } catch (const Error& problem) {
        return problem.what();
    }
    return "";
}

} // namespace

TEST_CASE("manifest: the axes are crossed in an order of their own", "[study]") {
    const auto manifest = manifest_of(axes);
    CHECK(manifest.groups.size() == 2 * 2 * 3 * 2 * 2);
    REQUIRE(manifest.routes.size() == 48 * 10);
    CHECK(manifest.file.voyages[1].name == "Bering Strait to Murmansk");
    std::set<std::string> ids;
    for (std::size_t i = 0; i < manifest.routes.size(); ++i) {
        const auto& route = manifest.routes[i];
        CHECK(route.number == i + 1);
        CHECK(route.group == i / 10);
        CHECK(route.departure ==
              parse_instant("2025-01-01") + Duration::hours(24.0 * static_cast<double>(i % 10)));
        CHECK(route.id.size() == 16);
        ids.insert(route.id);
    }
    CHECK(ids.size() == manifest.routes.size());
    CHECK(manifest.groups[0].rules == 0);
    CHECK(manifest.groups[1].rules == 1);
    CHECK(manifest.groups[24].scenario == 1);
}

TEST_CASE("manifest: a route keeps its identifier when the study grows", "[study]") {
    auto more = axes;
    more.replace(more.find("\"time\", \"fuel\""), 14, "\"risk\", \"time\", \"fuel\"");
    const auto small = manifest_of(axes);
    const auto large = manifest_of(more);
    const auto has = [&](const std::string& id) {
        return std::any_of(large.routes.begin(), large.routes.end(),
                           [&](const auto& route) { return route.id == id; });
    };
    CHECK(std::all_of(small.routes.begin(), small.routes.end(),
                      [&](const auto& route) { return has(route.id); }));
    // What changes the answer changes the identifier.
    CHECK(manifest_of(axes + "[grid]\ncell_km = 25\n").routes[0].id != small.routes[0].id);
    CHECK(manifest_of("may_wait = false\n" + axes).routes[0].id != small.routes[0].id);
    CHECK(manifest_of("line = \"grid\"\n" + axes).routes[0].id != small.routes[0].id);
}

TEST_CASE("manifest: skips leave out what fits all they say", "[study]") {
    const auto manifest = manifest_of(axes + R"(
[[skip]]
ship = "sda"
rules = "none"
[[skip]]
from = 2025-01-08
)");
    // Seven of ten departures; of them the sixth of all groups that is of that ship and rule.
    CHECK(manifest.routes.size() == 48 * 7 - 8 * 7);
    CHECK(manifest.groups.size() == 40);
    CHECK_THAT(refusal(axes + "[[skip]]\nship = \"sdb\"\n"),
               Contains("test.toml:13") && Contains("'sdb'") && Contains("'sda'"));
    CHECK_THAT(refusal(axes + "[[skip]]\nfrom = 2024-01-01\n"), Contains("leave no route"));
}

TEST_CASE("manifest: a sample is the same for the same seed", "[study]") {
    const auto drawn = [](int seed) {
        return manifest_of(axes + "[sample]\ncount = 50\nseed = " + std::to_string(seed) + "\n");
    };
    const auto ids = [](const study::Manifest& manifest) {
        std::set<std::string> set;
        for (const auto& route : manifest.routes) {
            set.insert(route.id);
        }
        return set;
    };
    REQUIRE(drawn(1).routes.size() == 50);
    CHECK(ids(drawn(1)) == ids(drawn(1)));
    CHECK(ids(drawn(1)) != ids(drawn(2)));
    CHECK(drawn(1).routes.back().number == 50);
    CHECK_THAT(refusal(axes + "[sample]\ncount = 481\n"), Contains("481") && Contains("480"));
}

TEST_CASE("manifest: shards part the routes", "[study]") {
    const auto manifest = manifest_of(axes);
    for (const std::size_t count : {1U, 7U, 480U, 500U}) {
        std::vector<std::size_t> all;
        for (std::size_t shard = 1; shard <= count; ++shard) {
            const auto part = study::shard_of(manifest, shard, count);
            CHECK(part.size() <= 480 / count + 1);
            all.insert(all.end(), part.begin(), part.end());
        }
        REQUIRE(all.size() == 480);
        for (std::size_t i = 0; i < all.size(); ++i) {
            CHECK(all[i] == i);
        }
    }
}

TEST_CASE("study file: what is wrong is named with its line and key", "[study]") {
    const auto with = [](const std::string& from, const std::string& to) {
        auto text = axes;
        text.replace(text.find(from), from.size(), to);
        return refusal(text);
    };
    CHECK_THAT(with("\"sda\"", "\"tanker_pc7\""),
               Contains("test.toml:3: ships names 'tanker_pc7' twice"));
    CHECK_THAT(with("ships =", "shipz ="), Contains("shipz") && Contains("ships"));
    CHECK_THAT(with("\"fuel\"", "\"fule\""), Contains("fule") && Contains("fuel?"));
    CHECK_THAT(with("until = 2025-01-10", "until = 2024-01-10"), Contains("test.toml:8: until"));
    CHECK_THAT(with("until = 2025-01-10", ""), Contains("other end"));
    CHECK_THAT(with("until = 2025-01-10", "until = 2025-01-10\nstep_h = 0"), Contains("step_h"));
    CHECK_THAT(with("both_ways = true", "both_ways = 1"), Contains("both_ways") && Contains(":12"));
    CHECK_THAT(with("from = \"Murmansk\"", ""), Contains("from"));
    CHECK_THAT(with("[\"time\", \"fuel\"]", "[\"money\"]"), Contains("[prices]"));
    CHECK_THAT(with("[\"polaris\", \"none\"]", "[]"), Contains("rules names none"));
    CHECK_THAT(refusal("ships = [\"sda\"]"), Contains("scenarios is missing"));
    CHECK_THAT(refusal(axes + "[[voyage]]\nfrom=\"Murmansk\"\nto=\"Bering Strait\"\n"),
               Contains("second voyage"));
}
