// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Other programs: started, watched, asked to end. A thin face of Boost.Process.

#include "core/base/progress.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fairlead::submit {

/// How a process ended: by a signal, or with an exit code of its own.
struct Ending {
    bool by_signal = false;
    int number = 0; ///< of the signal, or the exit code

    [[nodiscard]] bool is_success() const noexcept { return !by_signal && number == 0; }
};

/// From what waitpid(2) gives, which is also how Slurm writes an exit code.
[[nodiscard]] Ending ending_of(int wait_status) noexcept;

/// A process that is asked to end when this one does, however that comes about.
class Process {
  public:
    /// @param words the program's absolute path and its arguments; no shell reads them.
    /// @param log   both outputs are added at its end.
    /// @throws Error (io) naming the program or the log that does not open.
    Process(const std::vector<std::string>& words, const std::filesystem::path& log);
    Process(Process&&) noexcept;
    Process& operator=(Process&&) noexcept;
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process(); ///< kills what still runs

    /// Nothing while it runs.
    [[nodiscard]] std::optional<Ending> ending();
    /// SIGTERM; the process may take its time.
    void ask_to_end() noexcept;

  private:
    struct Child;
    std::unique_ptr<Child> child_;
};

struct Answer {
    Ending ending;
    std::string output;
    std::string complaint; ///< stderr
};

/// Runs a program to its end, which is to come soon.
/// @throws Error (io) if it does not start; (cancelled) where the user does not want to wait.
[[nodiscard]] Answer ask(const std::vector<std::string>& words, const Progress& progress = {});

/// Nothing where no folder of PATH has it.
[[nodiscard]] std::optional<std::filesystem::path> program_on_path(const std::string& name);
/// The program that runs these lines, absolute.
[[nodiscard]] std::filesystem::path running_program();

} // namespace fairlead::submit
