// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

namespace fairlead::cli {

std::vector<std::unique_ptr<Command>> all_commands() {
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(make_plan_command());
    commands.push_back(make_check_command());
    commands.push_back(make_study_command());
    commands.push_back(make_sample_command());
    commands.push_back(make_inspect_command());
    commands.push_back(make_convert_command());
    commands.push_back(make_vessel_command());
    commands.push_back(make_model_command());
    commands.push_back(make_places_command());
    return commands;
}

} // namespace fairlead::cli
