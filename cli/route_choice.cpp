// SPDX-License-Identifier: Apache-2.0
#include "cli/route_choice.hpp"

#include "core/base/error.hpp"
#include "core/io/route_file.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace fairlead::cli {

io::RouteDocument read_one_route(const std::string& file, const std::string& which) {
    auto routes = io::read_route_file(file);
    if (which.empty() && routes.size() == 1) {
        return std::move(routes.front());
    }
    std::vector<io::RouteDocument> chosen;
    std::string held;
    for (std::size_t i = 0; i < routes.size(); ++i) {
        held += fmt::format("{}{} '{}'", i == 0 ? "" : ", ", i + 1, routes[i].name);
        if (which == std::to_string(i + 1) || (!which.empty() && which == routes[i].name)) {
            chosen.push_back(std::move(routes[i]));
        }
    }
    if (chosen.size() == 1) {
        return std::move(chosen.front());
    }
    if (which.empty() || chosen.size() > 1) {
        throw Error(
            ErrorCode::invalid_argument,
            fmt::format("{}: holds several routes ({}); choose one by --route NUMBER", file, held));
    }
    throw Error(ErrorCode::not_found,
                fmt::format("{}: has no route '{}'; it holds {}", file, which, held));
}

} // namespace fairlead::cli
