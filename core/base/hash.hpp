// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// SHA-256 (FIPS 180-4, by OpenSSL's libcrypto) of files and texts, for provenance.

#include <filesystem>
#include <string>
#include <string_view>

namespace fairlead {

/// 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_of_text(std::string_view bytes);
/// @throws Error (io) if the file cannot be read to its end.
[[nodiscard]] std::string sha256_of_file(const std::filesystem::path& file);

} // namespace fairlead
