// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// RTZ files for tests, and what reading one says.

#include "core/base/error.hpp"
#include "core/io/rtz.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace fairlead::test {

inline std::string rtz_file(const std::string& waypoints, const std::string& rest = "",
                            const std::string& version = "1.0") {
    return "<?xml version=\"1.0\"?><route version=\"" + version +
           "\" xmlns=\"http://www.cirm.org/RTZ/1/" + version.back() +
           "\"><routeInfo routeName=\"r\"/><waypoints>" + waypoints + "</waypoints>" + rest +
           "</route>";
}

/// From 70 N 10 E to 71 N 180.
inline const std::string two_waypoints =
    "<waypoint id=\"1\" revision=\"4\"><position lat=\"70\" lon=\"10\"/></waypoint>"
    "<waypoint id=\"2\" revision=\"4\"><position lat=\"71\" lon=\"-180\"/>"
    "<leg geometryType=\"Orthodrome\"/></waypoint>";

inline io::RouteDocument read_rtz(const std::string& text) {
    return io::parse_rtz(text, "r.rtz").front();
}

inline std::string rtz_refusal(const std::string& text) {
    try {
        static_cast<void>(read_rtz(text));
    } catch (const Error& problem) {
        return problem.what();
    }
    return "no error";
}

inline bool has_part(const std::vector<std::string>& sentences, const std::string& part) {
    return std::any_of(sentences.begin(), sentences.end(), [&](const std::string& sentence) {
        return sentence.find(part) != std::string::npos;
    });
}

} // namespace fairlead::test
