// SPDX-License-Identifier: Apache-2.0
#include "gui/document/backups.hpp"

#include "core/base/text.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <string>
#include <thread>

using namespace fairlead;

TEST_CASE("backups: the last ten states are kept, the newest first", "[backups]") {
    const test::ScratchFolder folder;
    const auto own = folder.path() / "backups";
    const auto file = folder.write("a.fairlead", "state 0");
    const auto other = folder.write("other/a.fairlead", "other");
    gui::back_up(other, own);
    for (int i = 1; i <= 13; ++i) {
        gui::back_up(file, own);
        gui::back_up(file, own); // as it was: no second copy
        folder.write("a.fairlead", "state " + std::to_string(i));
        std::this_thread::sleep_for(std::chrono::milliseconds(2)); // names are times
    }
    const auto copies = gui::backups_of(file, own);
    REQUIRE(copies.size() == gui::most_backups);
    for (std::size_t i = 0; i < copies.size(); ++i) {
        CHECK(read_text_file(copies[i]) == "state " + std::to_string(12 - i));
    }
    REQUIRE(gui::backups_of(other, own).size() == 1);
    CHECK(read_text_file(gui::backups_of(other, own).front()) == "other");
}

TEST_CASE("backups: a file that is not there has none", "[backups]") {
    const test::ScratchFolder folder;
    CHECK_NOTHROW(gui::back_up(folder.path() / "new.fairlead", folder.path() / "backups"));
    CHECK(gui::backups_of(folder.path() / "new.fairlead", folder.path() / "backups").empty());
}
