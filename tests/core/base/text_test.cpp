// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/base/table.hpp"
#include "core/base/text.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

#include <sys/stat.h>

#include <filesystem>
#include <iterator>

using namespace fairlead;
using Catch::Contains;

namespace {

std::ptrdiff_t files_in(const std::filesystem::path& folder) {
    return std::distance(std::filesystem::directory_iterator(folder), {});
}

} // namespace

TEST_CASE("read file: a text that nobody wrote is refused", "[base][text]") {
    const test::ScratchFolder scratch;
    const auto sparse = scratch.write("sparse.csv", "a");
    std::filesystem::resize_file(sparse, std::uintmax_t{4} << 30U);
    CHECK_THROWS_WITH(read_text_file(sparse), Contains("sparse.csv: is larger than 256 MiB"));
}

TEST_CASE("read file: what is no regular file is refused and never waited for", "[base][text]") {
    const test::ScratchFolder scratch;
    const auto pipe = scratch.path() / "pipe.csv";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    const auto link = scratch.path() / "link.csv";
    std::filesystem::create_symlink(pipe, link);
    CHECK_THROWS_WITH(read_text_file(pipe), Contains("pipe.csv: is a device or a pipe"));
    CHECK_THROWS_WITH(read_text_file(link), Contains("link.csv: is a device or a pipe"));
    CHECK_THROWS_WITH(read_text_file("/dev/zero"), Contains("/dev/zero: is a device or a pipe"));
    CHECK_THROWS_WITH(read_text_file(scratch.path()), Contains("is a folder, not a file"));
}

TEST_CASE("text: words are compared, not books", "[base][text]") {
    CHECK(closest("plam", {"plan", "check"}) == "plan");
    const std::string book(1'000'000, 'x');
    CHECK_FALSE(closest(book, {book}).has_value());
}

TEST_CASE("write file: a link stays one and what it leads to is replaced", "[base][text]") {
    const test::ScratchFolder scratch;
    const auto target = scratch.write("target.txt", "old");
    const auto link = scratch.path() / "link.txt";
    std::filesystem::create_symlink("target.txt", link);
    write_file_atomically(link, "new");
    CHECK(std::filesystem::is_symlink(link));
    CHECK(read_text_file(target) == "new");
    // One that leads nowhere yet makes the file it names.
    const auto early = scratch.path() / "early.txt";
    std::filesystem::create_symlink("later.txt", early);
    write_file_atomically(early, "there");
    CHECK(std::filesystem::is_symlink(early));
    CHECK(read_text_file(scratch.path() / "later.txt") == "there");
    CHECK(files_in(scratch.path()) == 4);
}

TEST_CASE("write file: what is no file is not replaced by one", "[base][text]") {
    const test::ScratchFolder scratch;
    const auto pipe = scratch.path() / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK_THROWS_WITH(write_file_atomically(pipe, "x"), Contains("pipe: is there"));
    CHECK_THROWS_WITH(write_file_atomically(scratch.path(), "x"), Contains("is there"));
    CHECK(std::filesystem::is_fifo(pipe));
    CHECK(files_in(scratch.path()) == 1);
}

TEST_CASE("write file: who may read and write a file stays", "[base][text]") {
    const test::ScratchFolder scratch;
    const auto file = scratch.write("private.txt", "old");
    const auto only_owner =
        std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;
    std::filesystem::permissions(file, only_owner);
    write_file_atomically(file, "new");
    CHECK(std::filesystem::status(file).permissions() == only_owner);
    CHECK(read_text_file(file) == "new");
}

TEST_CASE("write files: one that cannot be written leaves the others as they were",
          "[base][text]") {
    const test::ScratchFolder scratch;
    const auto first = scratch.write("first.txt", "old");
    const auto second = scratch.path() / "second.txt";
    CHECK_THROWS_WITH(
        write_files_together({{first, "new"}, {second, "new"}, {scratch.path() / "no/x.txt", "x"}}),
        Contains("x.txt: cannot be written (No such file or directory)"));
    CHECK(read_text_file(first) == "old");
    CHECK(files_in(scratch.path()) == 1);
    write_files_together({{first, "new"}, {second, "too"}});
    CHECK(read_text_file(first) == "new");
    CHECK(read_text_file(second) == "too");
    CHECK(files_in(scratch.path()) == 2);
}

TEST_CASE("table: a byte order mark is no part of the first column", "[base][table]") {
    const auto table = Table::parse("\xEF\xBB\xBFlatitude,longitude\n70,1\n", "t.csv");
    CHECK(table.has_column("latitude"));
    CHECK(table.number(0, "latitude") == 70.0);
}

TEST_CASE("table: a column that is there twice is refused", "[base][table]") {
    CHECK_THROWS_WITH(Table::parse("# note\na,b,a\n1,2,3\n", "t.csv"),
                      Contains("t.csv:2") && Contains("'a' is there twice"));
}
