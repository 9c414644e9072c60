// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What meshes and settings of PolarRoute share. Internal to io: it shows nlohmann-json.

#include "core/vessel/mesh_vessel.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace fairlead::io {

/// A vessel's settings, in a file of their own or within a mesh.
/// @param where stands before the key in errors.
/// @throws Error (malformed, unsupported)
[[nodiscard]] vessel::MeshVesselConfig polarroute_vessel(const nlohmann::json& json,
                                                         const std::string& where);

} // namespace fairlead::io
