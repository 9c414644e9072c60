// SPDX-License-Identifier: Apache-2.0
#include "core/io/inspect.hpp"
#include "core/io/json_parts.hpp"

namespace fairlead::io {
namespace {

Json variable_json(const VariableReport& variable) {
    Json json;
    json["variable"] = env::info(variable.variable).name;
    json["unit"] = env::unit_name(variable.variable);
    json["product"] = variable.product;
    json["name_in_file"] = variable.name;
    json["unit_in_file"] = variable.unit.empty() ? Json() : Json(variable.unit);
    json["grid"] = variable.grid;
    json["crs"] = variable.crs;
    json["files"] = variable.files;
    json["times"] = variable.times;
    json["gaps"] = variable.gaps;
    json["valid_share"] = rounded(variable.valid_share, 6);
    Json flags = Json::object();
    for (const auto& [flag, share] : variable.flag_share) {
        flags[flag] = rounded(share, 6);
    }
    json["flag_share"] = std::move(flags);
    json["minimum"] = rounded(variable.minimum, 6);
    json["maximum"] = rounded(variable.maximum, 6);
    json["corrected"] = variable.corrected;
    json["suspected"] = variable.suspected;
    return json;
}

} // namespace

std::string inspect_json(const std::vector<FileReport>& reports) {
    Json files = Json::array();
    bool all_read = true;
    for (const auto& report : reports) {
        Json json;
        json["file"] = report.name;
        json["format"] = report.format;
        json["bytes"] = report.bytes;
        json["variables"] = Json::array();
        for (const auto& variable : report.variables) {
            json["variables"].push_back(variable_json(variable));
        }
        json["problems"] = report.problems;
        all_read = all_read && report.problems.empty();
        files.push_back(std::move(json));
    }
    Json json;
    json["status"] = all_read ? "ok" : "bad_input";
    json["files"] = std::move(files);
    return json_text(json);
}

} // namespace fairlead::io
