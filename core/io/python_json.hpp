// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// JSON as Python writes it, with its bare NaN and Infinity, from plain or gzip-packed files, and
/// its fields with sentences for what is wrong. Internal to io: it shows nlohmann-json.
/// Source: Python 3 json module, "Standard Compliance and Interoperability".

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace fairlead::io {

/// NaN and the infinities are kept as texts; python_number() makes numbers of them.
/// @throws Error (malformed) naming file and line.
[[nodiscard]] nlohmann::json parse_python_json(std::string_view text, const std::string& file);

/// A file's text, unpacked if its name ends in ".gz".
/// @throws Error (not_found, io) naming the file.
[[nodiscard]] std::string read_packed_text(const std::filesystem::path& file);

/// Nothing if it is no number.
[[nodiscard]] std::optional<double> python_number(const nlohmann::json& value);

/// The fields of one object, named in errors as `file: where`.
class JsonFields {
  public:
    /// @throws Error (malformed) if it is no object.
    JsonFields(const nlohmann::json& object, std::string where);

    [[nodiscard]] const nlohmann::json* find(const char* key) const;
    /// @throws Error (malformed) naming the key: not there, or of another type.
    [[nodiscard]] const nlohmann::json& at(const char* key) const;
    [[nodiscard]] std::string text(const char* key) const;
    /// Finite, from `least` to `greatest`.
    [[nodiscard]] std::optional<double> number(const char* key, double least,
                                               double greatest) const;
    [[nodiscard]] bool flag(const char* key, bool otherwise) const;
    /// Nothing where the key is not there.
    [[nodiscard]] std::vector<std::string> texts(const char* key) const;
    [[noreturn]] void refuse(const std::string& sentence) const;

  private:
    const nlohmann::json* object_;
    std::string where_;
};

} // namespace fairlead::io
