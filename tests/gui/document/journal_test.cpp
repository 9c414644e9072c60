// SPDX-License-Identifier: Apache-2.0
#include "gui/document/journal.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "gui/document/journal_keeper.hpp"
#include "gui/document/limits.hpp"
#include "tests/gui/document/whole_voyage.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <QProcess>
#include <QSignalSpy>

#include <filesystem>
#include <string>

using namespace fairlead;
using gui::Journal;
using gui::Voyage;
using test::whole_voyage;

namespace {

Voyage named(const std::string& name) {
    auto voyage = whole_voyage();
    voyage.name = name;
    return voyage;
}

/// As if the program had died: the journal stays, its lock does not.
void edited(const std::filesystem::path& folder, int steps) {
    Journal journal(folder);
    journal.begin(named("step 0"), "/v/a.fairlead");
    for (int i = 1; i <= steps; ++i) {
        journal.append(named("step " + std::to_string(i)));
    }
}

} // namespace

TEST_CASE("journal: the last edit comes back", "[journal]") {
    const test::ScratchFolder folder;
    edited(folder.path() / "journal", 3);
    const auto found = Journal::recoverable(folder.path() / "journal");
    REQUIRE(found.size() == 1);
    CHECK(found[0].name == "step 3");
    CHECK(found[0].steps == 3);
    CHECK(found[0].project == "/v/a.fairlead");
    CHECK(found[0].edited > parse_instant("2020-01-01"));
    CHECK(Journal::recover(found[0]) == named("step 3"));
    Journal::discard(found[0]);
    CHECK(Journal::recoverable(folder.path() / "journal").empty());
}

TEST_CASE("journal: a program killed at work loses nothing", "[journal]") {
    const test::ScratchFolder folder;
    QProcess program;
    program.start(QStringLiteral(FAIRLEAD_JOURNAL_WRITER),
                  {QString::fromStdString(folder.path().string())});
    REQUIRE(program.waitForReadyRead(20000));
    // While it runs, its journal is its own.
    CHECK(Journal::recoverable(folder.path()).empty());
    int said = 0;
    while (said < 25) {
        if (!program.canReadLine()) {
            REQUIRE(program.waitForReadyRead(20000));
            continue;
        }
        said = program.readLine().trimmed().toInt();
    }
    program.kill(); // SIGKILL
    REQUIRE(program.waitForFinished(20000));
    CHECK(program.exitStatus() == QProcess::CrashExit);
    for (const auto& line : program.readAllStandardOutput().split('\n')) {
        said = std::max(said, line.toInt());
    }
    const auto found = Journal::recoverable(folder.path());
    REQUIRE(found.size() == 1);
    // What it had said was written is there; it may have written one more.
    CHECK((found[0].steps == said || found[0].steps == said + 1));
    CHECK(Journal::recover(found[0]) == named("edit " + std::to_string(found[0].steps)));
}

TEST_CASE("journal: a program at work keeps others off", "[journal]") {
    const test::ScratchFolder folder;
    Journal first(folder.path());
    Journal second(folder.path());
    first.begin(named("first"), "");
    second.begin(named("second"), "");
    CHECK(first.file() != second.file());
    first.append(named("first, edited"));
    CHECK(Journal::recoverable(folder.path()).empty());
    first.finish();
    second.finish();
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("journal: what was saved needs no recovery", "[journal]") {
    const test::ScratchFolder folder;
    {
        Journal journal(folder.path());
        journal.begin(named("a"), "");
        journal.append(named("b"));
        journal.begin(named("b"), "/v/saved.fairlead");
    }
    CHECK(Journal::recoverable(folder.path()).empty());
    CHECK(std::filesystem::is_empty(folder.path())); // swept
}

TEST_CASE("journal: a recovered voyage can be recovered again", "[journal]") {
    const test::ScratchFolder folder;
    edited(folder.path(), 4);
    const auto found = Journal::recoverable(folder.path());
    REQUIRE(found.size() == 1);
    {
        Journal journal(folder.path());
        journal.begin(Journal::recover(found[0]), found[0].project, found[0].steps);
        Journal::discard(found[0]);
    }
    const auto again = Journal::recoverable(folder.path());
    REQUIRE(again.size() == 1);
    CHECK(again[0].steps == 4);
    CHECK(Journal::recover(again[0]) == named("step 4"));
}

TEST_CASE("journal: a torn or damaged end costs only itself", "[journal]") {
    const test::ScratchFolder folder;
    edited(folder.path(), 3);
    const auto file = Journal::recoverable(folder.path()).at(0).journal;
    const auto whole = read_text_file(file);
    const auto last_line = whole.rfind('\n', whole.size() - 2) + 1;

    for (const auto size : {last_line + 1, last_line + 40, whole.size() - 3}) {
        write_file_atomically(file, whole.substr(0, size));
        const auto found = Journal::recoverable(folder.path());
        REQUIRE(found.size() == 1);
        CHECK(Journal::recover(found[0]) == named("step 2"));
        CHECK(found[0].steps == 2);
        CHECK(found[0].lost == 1); // so that it can be said
    }
    auto damaged = whole;
    damaged[last_line + 60] ^= 1;
    write_file_atomically(file, damaged);
    CHECK(Journal::recover(Journal::recoverable(folder.path()).at(0)) == named("step 2"));

    write_file_atomically(file, "nothing of ours");
    CHECK(Journal::recoverable(folder.path()).empty());
    CHECK(std::filesystem::exists(file)); // not ours to remove
}

TEST_CASE("journal: a state that is refused leaves the one before it", "[journal]") {
    const test::ScratchFolder folder;
    auto refused = named("too much");
    refused.points.assign(gui::most_points + 1, refused.points.front());
    for (std::size_t i = 0; i < refused.points.size(); ++i) {
        refused.points[i].id = static_cast<gui::PointId>(i + 1);
    }
    {
        Journal journal(folder.path());
        journal.begin(named("opened"), "");
        journal.append(refused);
    }
    auto found = Journal::recoverable(folder.path());
    REQUIRE(found.size() == 1);
    CHECK(found[0].steps == 0);
    CHECK(found[0].lost == 1);
    CHECK(found[0].ends == "Murmansk \u2013 Pevek");
    CHECK(Journal::recover(found[0]) == named("opened"));
    Journal::discard(found[0]);
    {
        Journal journal(folder.path());
        journal.begin(refused, "");
        journal.append(refused);
    }
    found = Journal::recoverable(folder.path());
    REQUIRE(found.size() == 1);
    CHECK_THROWS_WITH(Journal::recover(found[0]), Catch::Contains("20001 waypoints"));
}

TEST_CASE("journal: it does not grow without end", "[journal]") {
    const test::ScratchFolder folder;
    Journal journal(folder.path());
    auto voyage = named("long");
    voyage.notes = std::string(500000, 'x');
    journal.begin(voyage, "");
    for (int i = 0; i < 20; ++i) {
        voyage.name = std::to_string(i);
        journal.append(voyage);
        CHECK(std::filesystem::file_size(journal.file()) < Journal::greatest_size + 600000U);
    }
}

TEST_CASE("journal keeper: writes down edits, undo and redo", "[journal]") {
    const test::ScratchFolder folder;
    gui::VoyageDocument document;
    document.reset(named("opened"));
    {
        gui::JournalKeeper keeper(document, folder.path());
        document.edit(QStringLiteral("before begin"), [](Voyage& v) { v.notes = "1"; });
        keeper.begin("/v/a.fairlead");
        document.edit(QStringLiteral("edit"), [](Voyage& v) { v.notes = "2"; });
        document.edit(QStringLiteral("edit"), [](Voyage& v) { v.notes = "3"; });
        document.undoStack().undo();
    }
    const auto found = Journal::recoverable(folder.path());
    REQUIRE(found.size() == 1);
    CHECK(found[0].steps == 3);
    CHECK(Journal::recover(found[0]) == document.voyage());
}

TEST_CASE("journal keeper: says once that it cannot write", "[journal]") {
    const test::ScratchFolder folder;
    const auto file = folder.write("a file", "not a folder");
    gui::VoyageDocument document;
    gui::JournalKeeper keeper(document, file);
    QSignalSpy failed(&keeper, &gui::JournalKeeper::failed);
    keeper.begin({});
    for (int i = 0; i < 3; ++i) {
        document.edit(QStringLiteral("edit"), [](Voyage& v) { v.notes += "x"; });
    }
    REQUIRE(failed.count() == 1);
    CHECK(failed[0][0].toString().contains(QString::fromStdString(file.string())));
}
