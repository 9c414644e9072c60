// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Which data, rules and models stand behind a route.

#include "core/base/time.hpp"

#include <optional>
#include <string>
#include <vector>

namespace fairlead::route {

struct DataSource {
    std::string variable;
    std::string file;    ///< as the user named it; "constant 1.0 m" for a number
    std::string sha256;  ///< "" for a constant
    std::string product; ///< recognised product
    std::optional<Instant> valid_from;
    std::optional<Instant> valid_until;
};

struct Provenance {
    std::string version;
    std::string scenario;
    std::vector<DataSource> data;
    std::vector<std::string> rules;
    std::string vessel;
    std::string model;
    std::string cost_model; ///< name, version, source and parameters; "" for a built-in objective
    std::string coastline;
    std::string grid;
};

} // namespace fairlead::route
