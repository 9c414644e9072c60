// SPDX-License-Identifier: Apache-2.0
#include "core/study/run.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/study/journal.hpp"
#include "core/study/study_folder.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <fstream>

using namespace fairlead;
using Catch::Contains;

namespace {

/// Two ships on an open sea, one of them in ice that she may not enter, too; without land.
void write_study(const std::filesystem::path& folder) {
    write_file_atomically(folder / "open.toml", R"(
[[layer]]
variable = "sea_ice_concentration"
value = 0.0
)");
    write_file_atomically(folder / "ice.toml", R"(
[[layer]]
variable = "sea_ice_concentration"
value = 0.9
[[layer]]
variable = "sea_ice_thickness"
value = 1.0
)");
    write_file_atomically(folder / "study.toml", R"(
scenarios = ["open.toml", "ice.toml", "absent.toml"]
ships = ["bulk_carrier_no_ice_class", "arc7_lng_carrier"]
coastline = "none"
[grid]
cell_km = 50
[departures]
from = 2025-01-01
until = 2025-01-05
[[voyage]]
name = "north"
from = "75,0"
to = "80,5"
both_ways = true
)");
}

study::Manifest manifest_in(const std::filesystem::path& folder) {
    return study::make_manifest(io::read_study(folder / "study.toml"));
}

constexpr std::array result_files{"routes.jsonl", "routes.csv", "routes.gpkg", "manifest.csv",
                                  "inputs.csv"};

/// The bytes of all results.
std::vector<std::string> results(const study::Manifest& manifest,
                                 const std::filesystem::path& folder) {
    const auto collected = study::collect(manifest, folder);
    CHECK(collected.missing.empty());
    study::write_results(collected.records, folder);
    std::vector<std::string> bytes;
    for (const auto* const name : result_files) {
        bytes.push_back(read_text_file(folder / name));
    }
    return bytes;
}

} // namespace

TEST_CASE("study: every route gets its row, whatever becomes of it", "[study]") {
    const test::ScratchFolder scratch;
    write_study(scratch.path());
    const auto manifest = manifest_in(scratch.path());
    const auto summary = study::run(manifest, {scratch.path() / "out"});
    CHECK(summary.tally.wanted == 60);
    CHECK(summary.tally.found == 30); // all on open water, one of the ships in ice
    CHECK(summary.tally.without_way == 10);
    CHECK(summary.tally.failed == 20);
    const auto collected = study::collect(manifest, scratch.path() / "out");
    REQUIRE(collected.records.size() == 60);
    for (std::size_t i = 0; i < 60; ++i) {
        CHECK(collected.records[i].number == i + 1);
        CHECK(collected.records[i].id == manifest.routes[i].id);
    }
    const auto& first = collected.records.front();
    CHECK(first.status == "ok");
    CHECK(first.voyage == "north");
    CHECK(first.unit == "h");
    REQUIRE(first.numbers);
    CHECK(first.numbers->distance_nmi == Approx(307.0).epsilon(0.02)); // 5.1 degrees
    CHECK(first.numbers->graph_cost >= first.numbers->cost * 0.999);
    CHECK(first.line.size() >= 2);
    const auto& refused = collected.records[20];
    CHECK(refused.status == "no_route");
    CHECK_THAT(refused.failure->cause, Contains("polaris"));
    CHECK_THAT(refused.failure->reason, Contains("no way from"));
    CHECK(refused.failure->position.has_value());
    const auto& failed = collected.records[40];
    CHECK(failed.status == "error");
    CHECK_THAT(failed.failure->reason, Contains("absent.toml"));
}

TEST_CASE("study: routes are sailed in the sea that came", "[study]") {
    const test::ScratchFolder scratch;
    write_study(scratch.path());
    auto text = read_text_file(scratch.path() / "study.toml");
    scratch.write("study.toml", "sail_in = \"ice.toml\"\n" + text);
    const auto manifest = manifest_in(scratch.path());
    const auto plain = [&] {
        scratch.write("plain.toml", text);
        return study::make_manifest(io::read_study(scratch.path() / "plain.toml"));
    }();
    CHECK(manifest.routes.front().id != plain.routes.front().id); // another answer
    const auto out = scratch.path() / "out";
    CHECK(study::run(manifest, {out}).tally.found == 30);
    std::size_t lawful = 0;
    std::size_t forbidden = 0;
    for (const auto& record : study::collect(manifest, out).records) {
        if (record.status != "ok") {
            CHECK_FALSE(record.sailed);
            continue;
        }
        REQUIRE(record.sailed);
        if (record.scenario == "ice.toml") { // what was foreseen is what came
            CHECK(record.sailed->violations.empty());
            CHECK(record.sailed->duration_h == Approx(record.numbers->duration_h));
            CHECK(record.sailed->cost == Approx(record.numbers->cost));
        } else if (record.sailed->violations.empty()) {
            ++lawful;
            CHECK(record.sailed->cost > 1.05 * record.numbers->cost); // ice that was not foreseen
        } else {
            ++forbidden;
            CHECK_THAT(record.sailed->violations.front(), Contains("polaris"));
        }
    }
    CHECK((lawful > 0 && forbidden > 0));
    const auto inputs = read_text_file(out / "inputs.csv");
    CHECK_THAT(inputs, Contains("ice.toml"));
}

TEST_CASE("study: goes on with the version that began it alone", "[study]") {
    const test::ScratchFolder scratch;
    write_study(scratch.path());
    const auto manifest = manifest_in(scratch.path());
    const auto out = scratch.path() / "out";
    CHECK(study::run(manifest, {out}).done_before == 0);
    CHECK(study::run(manifest, {out}).done_before == 60);
    scratch.write("out/program.txt", "fairlead 0.0.9\n");
    CHECK_THROWS_WITH(study::run(manifest, {out}), Contains("was begun with fairlead 0.0.9") &&
                                                       Contains("go on with that version"));
    std::filesystem::remove(out / "program.txt");
    CHECK_THROWS_WITH(study::run(manifest, {out}), Contains("program.txt"));
}

TEST_CASE("study: bytes depend on neither threads nor shards nor interruptions", "[study]") {
    const test::ScratchFolder scratch;
    write_study(scratch.path());
    const auto manifest = manifest_in(scratch.path());
    static_cast<void>(study::run(manifest, {scratch.path() / "one", 1, 1, 1}));
    const auto undisturbed = results(manifest, scratch.path() / "one");

    static_cast<void>(study::run(manifest, {scratch.path() / "two", 1, 1, 2}));
    CHECK(results(manifest, scratch.path() / "two") == undisturbed);

    for (const std::size_t shard : {7U, 3U, 1U, 2U, 6U, 5U, 4U}) {
        static_cast<void>(study::run(manifest, {scratch.path() / "seven", shard, 7, 1}));
    }
    CHECK(results(manifest, scratch.path() / "seven") == undisturbed);

    // Stopped again and again, its journal cut short in between, then in shards.
    for (int stop = 0; stop < 4; ++stop) {
        std::stop_source source;
        int reports = 0;
        const Progress progress(
            [&](double /*fraction*/, std::string_view /*what*/) {
                if (++reports == 9) {
                    source.request_stop();
                }
            },
            source.get_token());
        const auto summary = study::run(manifest, {scratch.path() / "stopped", 1, 1, 2}, progress);
        CHECK(summary.interrupted);
        const auto journal = study::journal_file(scratch.path() / "stopped", 1, 1);
        auto text = read_text_file(journal);
        std::ofstream(journal, std::ios::trunc) << text.substr(0, text.size() - 20);
    }
    CHECK_FALSE(study::collect(manifest, scratch.path() / "stopped").missing.empty());
    static_cast<void>(study::run(manifest, {scratch.path() / "stopped", 1, 2, 2}));
    const auto last = study::run(manifest, {scratch.path() / "stopped", 2, 2, 2});
    CHECK(last.tally.done() == last.tally.wanted);
    CHECK(results(manifest, scratch.path() / "stopped") == undisturbed);
    // And then there is nothing left to do.
    CHECK(study::run(manifest, {scratch.path() / "stopped"}).done_before == 60);
}

TEST_CASE("study: a folder holds one study, on inputs that stay", "[study]") {
    const test::ScratchFolder scratch;
    write_study(scratch.path());
    auto manifest = manifest_in(scratch.path());
    static_cast<void>(study::run(manifest, {scratch.path() / "out"}));
    std::ofstream(scratch.path() / "open.toml", std::ios::app) << "# another ice\n";
    CHECK_THROWS_WITH(study::run(manifest, {scratch.path() / "out"}),
                      Contains("open.toml") && Contains("has changed since the study began"));
    manifest.routes.pop_back();
    CHECK_THROWS_WITH(study::run(manifest, {scratch.path() / "out"}), Contains("another study"));
}
