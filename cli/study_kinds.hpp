// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Study files to begin with, one for each common question: data/studies.

#include <filesystem>
#include <string>

namespace fairlead::cli {

/// Writes a copy of the study file of that kind.
/// @param kind "hindcast" @param file where to; "": that name in the working folder.
/// @return the file written
/// @throws Error (invalid_argument) for a kind that there is not, naming those there are, and for
///         a file that exists; (io) for one that cannot be written.
std::filesystem::path write_study_of_kind(const std::string& kind,
                                          const std::filesystem::path& file);

} // namespace fairlead::cli
