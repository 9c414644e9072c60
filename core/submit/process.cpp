// SPDX-License-Identifier: Apache-2.0
#include "core/submit/process.hpp"

#include "core/base/error.hpp"

#include <boost/process/args.hpp>
#include <boost/process/child.hpp>
#include <boost/process/exe.hpp>
#include <boost/process/extend.hpp>
#include <boost/process/io.hpp>
#include <boost/process/search_path.hpp>
#include <fmt/format.h>

#include <sys/prctl.h>
#include <sys/wait.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <thread>

namespace fairlead::submit {
namespace {

namespace bp = boost::process;
using namespace std::chrono_literals;

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

bp::child start(const std::vector<std::string>& words, std::FILE* output, std::FILE* complaint) {
    const auto end_with_parent = [](const auto& /*executor*/) {
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): the system's own interface
        prctl(PR_SET_PDEATHSIG, SIGTERM);
    };
    std::error_code problem;
    bp::child child(bp::exe = words.front(),
                    bp::args = std::vector<std::string>(words.begin() + 1, words.end()),
                    bp::std_in<bp::null, bp::std_out> output, bp::std_err > complaint,
                    bp::extend::on_exec_setup = end_with_parent, problem);
    if (problem) {
        throw Error(ErrorCode::io,
                    fmt::format("{}: cannot be started: {}", words.front(), problem.message()));
    }
    return child;
}

File scratch_file() {
    File file(std::tmpfile(), &std::fclose);
    if (!file) {
        throw Error(ErrorCode::io,
                    fmt::format("no temporary file can be made: {}", std::strerror(errno)));
    }
    return file;
}

std::string content_of(std::FILE* file) {
    std::string text;
    std::array<char, 4096> part{};
    std::rewind(file);
    while (const auto count = std::fread(part.data(), 1, part.size(), file)) {
        text.append(part.data(), count);
    }
    return text;
}

} // namespace

Ending ending_of(int wait_status) noexcept {
    if (WIFSIGNALED(wait_status)) {
        return {true, WTERMSIG(wait_status)};
    }
    return {false, WEXITSTATUS(wait_status)};
}

struct Process::Child {
    bp::child child;
};

Process::Process(const std::vector<std::string>& words, const std::filesystem::path& log) {
    const File file(std::fopen(log.c_str(), "ae"), &std::fclose);
    if (!file) {
        throw Error(ErrorCode::io,
                    fmt::format("{}: cannot be opened: {}", log.string(), std::strerror(errno)));
    }
    child_ = std::make_unique<Child>(Child{start(words, file.get(), file.get())});
}

Process::Process(Process&&) noexcept = default;
Process& Process::operator=(Process&&) noexcept = default;
Process::~Process() = default;

std::optional<Ending> Process::ending() {
    std::error_code problem; // of a process that somebody else has waited for: it has ended
    if (child_->child.running(problem)) {
        return std::nullopt;
    }
    return ending_of(child_->child.native_exit_code());
}

void Process::ask_to_end() noexcept {
    if (!ending()) {
        ::kill(child_->child.id(), SIGTERM);
    }
}

Answer ask(const std::vector<std::string>& words, const Progress& progress) {
    const auto output = scratch_file();
    const auto complaint = scratch_file();
    auto child = start(words, output.get(), complaint.get());
    std::error_code problem;
    while (child.running(problem)) {
        progress.throw_if_stopped(); // the child goes with its handle
        std::this_thread::sleep_for(5ms);
    }
    return {ending_of(child.native_exit_code()), content_of(output.get()),
            content_of(complaint.get())};
}

std::optional<std::filesystem::path> program_on_path(const std::string& name) {
    const auto found = bp::search_path(name);
    return found.empty() ? std::nullopt : std::optional<std::filesystem::path>(found.string());
}

std::filesystem::path running_program() {
    std::error_code problem;
    auto program = std::filesystem::read_symlink("/proc/self/exe", problem);
    if (problem) {
        throw Error(ErrorCode::io,
                    fmt::format("/proc/self/exe: cannot be read: {}", problem.message()));
    }
    return program;
}

} // namespace fairlead::submit
