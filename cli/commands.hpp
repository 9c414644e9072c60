// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The makers of the commands; each lives in cmd_<name>.cpp.

#include "cli/command.hpp"

namespace fairlead::cli {

[[nodiscard]] std::unique_ptr<Command> make_plan_command();
[[nodiscard]] std::unique_ptr<Command> make_check_command();
[[nodiscard]] std::unique_ptr<Command> make_study_command();
[[nodiscard]] std::unique_ptr<Command> make_sample_command();
[[nodiscard]] std::unique_ptr<Command> make_inspect_command();
[[nodiscard]] std::unique_ptr<Command> make_convert_command();
[[nodiscard]] std::unique_ptr<Command> make_vessel_command();
[[nodiscard]] std::unique_ptr<Command> make_model_command();
[[nodiscard]] std::unique_ptr<Command> make_places_command();

} // namespace fairlead::cli
