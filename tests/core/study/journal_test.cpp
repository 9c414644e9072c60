// SPDX-License-Identifier: Apache-2.0
#include "core/study/journal.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/io/route_record.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <string>
#include <vector>

using namespace fairlead;
using Catch::Contains;

TEST_CASE("journal: a line that was cut short is taken off, whole ones stay", "[study]") {
    const test::ScratchFolder folder;
    const auto file = folder.path() / "journal/1-of-1.jsonl";
    {
        study::Journal journal(file);
        journal.append("one\n");
        journal.append("two\n");
        journal.sync();
    }
    std::ofstream(file, std::ios::app) << "thr";
    {
        study::Journal journal(file);
        journal.append("four\n");
    }
    CHECK(read_text_file(file) == "one\ntwo\nfour\n");
    CHECK(study::journals_in(file.parent_path()) == std::vector{file});
    CHECK(study::journals_in(folder.path() / "nowhere").empty());
}

TEST_CASE("journal: a reader takes every whole line once, while they are being written",
          "[study]") {
    const test::ScratchFolder folder;
    std::vector<std::string> lines;
    study::JournalReader reader(folder.path() / "journal");
    const auto read_on = [&] {
        lines.clear();
        reader.read([&](std::string_view line) { lines.emplace_back(line); });
        return lines;
    };
    CHECK(read_on().empty()); // nobody has begun
    std::filesystem::create_directory(folder.path() / "journal");
    std::ofstream first(folder.path() / "journal/1-of-2.jsonl");
    first << "one\ntwo\nthr" << std::flush;
    CHECK(read_on() == std::vector<std::string>{"one", "two"});
    CHECK(read_on().empty());
    std::ofstream(folder.path() / "journal/2-of-2.jsonl") << "four\n";
    first << "ee\n" << std::flush;
    CHECK(read_on() == std::vector<std::string>{"three", "four"});
}

TEST_CASE("journal: a second run of the same shard is refused", "[study]") {
    const test::ScratchFolder folder;
    const auto file = folder.path() / "1-of-1.jsonl";
    const study::Journal journal(file);
    // Locks are between processes.
    const auto child = fork();
    if (child == 0) {
        int code = 1;
        try {
            const study::Journal second(file);
        } catch (const Error& problem) {
            code = std::string(problem.what()).find("another run") != std::string::npos ? 0 : 2;
        }
        _exit(code);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("journal: a line that finds no room leaves nothing of it", "[study]") {
    const test::ScratchFolder folder;
    const auto file = folder.path() / "1-of-1.jsonl";
    // In a process of its own, whose files may not grow beyond eight bytes.
    const auto child = fork();
    if (child == 0) {
        const rlimit few{8, 8};
        setrlimit(RLIMIT_FSIZE, &few);
        std::signal(SIGXFSZ, SIG_IGN);
        int code = 1;
        study::Journal journal(file);
        journal.append("one\n");
        try {
            journal.append("too long\n");
        } catch (const Error& problem) {
            code = std::string(problem.what()).find("1-of-1.jsonl: cannot be written") !=
                           std::string::npos
                       ? 0
                       : 2;
        }
        _exit(code);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(read_text_file(file) == "one\n");
}

TEST_CASE("route record: what is written is read again, to the byte", "[study]") {
    io::RouteRecord record;
    record.number = 7;
    record.id = "0123456789abcdef";
    record.scenario = "a \"quoted\", name";
    record.departure = parse_instant("2025-03-01T06:00Z");
    record.status = "ok";
    record.numbers = io::RouteNumbers{};
    record.numbers->arrival = parse_instant("2025-03-09T07:08:09Z");
    record.numbers->duration_h = 193.1358;
    record.numbers->lower_bound = 190.0;
    record.findings = {"caution data.doubt", "info scenario.note"};
    record.line = {geo::Position::degrees(69.123456, 33.5),
                   geo::Position::degrees(-70.0, -179.99999)};
    const auto line = io::route_record_line(record);
    CHECK(std::count(line.begin(), line.end(), '\n') == 1);
    const auto again = io::parse_route_record(line);
    REQUIRE(again);
    CHECK(io::route_record_line(*again) == line);
    CHECK(again->line[0].latitude_deg() == 69.12346);
    CHECK(again->numbers->lower_bound == 190.0);

    record.numbers.reset();
    record.line.clear();
    record.status = "no_route";
    record.failure =
        io::RouteFailure{"polaris",
                         "why",
                         record.line.empty() ? std::nullopt : std::optional(record.line[0]),
                         {},
                         12.3};
    const auto failed = io::route_record_line(record);
    REQUIRE(io::parse_route_record(failed));
    CHECK(io::route_record_line(*io::parse_route_record(failed)) == failed);
    for (std::size_t length = 0; length + 1 < line.size(); length += 7) {
        CHECK_FALSE(io::parse_route_record(line.substr(0, length)));
    }
    const auto csv = io::route_record_csv({record});
    CHECK_THAT(csv, Contains("\"a \"\"quoted\"\", name\"") && Contains(",polaris,why,"));
    const auto map = io::route_record_geopackage({*again, record}, "x.gpkg");
    CHECK(map.substr(0, 15) == "SQLite format 3");
    CHECK(map == io::route_record_geopackage({*again, record}, "y.gpkg"));
}
