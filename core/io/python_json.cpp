// SPDX-License-Identifier: Apache-2.0
#include "core/io/python_json.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/io/gdal_session.hpp"
#include "core/io/vsi_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace fairlead::io {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 3> python_words{"NaN", "-Infinity", "Infinity"};

/// The words in quotation marks; texts are left alone.
std::string quoted_words(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    bool in_text = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_text && c == '\\' && i + 1 < text.size()) {
            result += c;
            result += text[++i];
            continue;
        }
        if (c == '"') {
            in_text = !in_text;
        } else if (!in_text && (c == 'N' || c == 'I' || c == '-')) {
            const auto* const word =
                std::find_if(python_words.begin(), python_words.end(), [&](std::string_view known) {
                    return text.substr(i, known.size()) == known;
                });
            if (word != python_words.end()) {
                result += fmt::format("\"{}\"", *word);
                i += word->size() - 1;
                continue;
            }
        }
        result += c;
    }
    return result;
}

} // namespace

json parse_python_json(std::string_view text, const std::string& file) {
    try {
        return json::parse(quoted_words(text));
    } catch (const json::parse_error& problem) {
        const auto before = text.substr(0, std::min(text.size(), problem.byte));
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: is not JSON: it breaks off or errs near line {}", file,
                                1 + std::count(before.begin(), before.end(), '\n')));
    } catch (const json::exception& problem) {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: is not JSON that can be read: {}", file, problem.what()));
    }
}

std::string read_packed_text(const std::filesystem::path& file) {
    if (to_lower(file.extension().string()) != ".gz") {
        return read_text_file(file);
    }
    if (!std::filesystem::is_regular_file(file)) {
        throw Error(ErrorCode::not_found, fmt::format("{}: there is no such file", file.string()));
    }
    const auto refuse = [&](const char* why) {
        throw Error(ErrorCode::io, fmt::format("{}: {}", file.string(), why));
    };
    const GdalSession gdal;
    const VsiFile in(VSIFOpenL(("/vsigzip/" + file.string()).c_str(), "rb"));
    if (!in) {
        refuse("cannot be unpacked");
    }
    std::string text;
    constexpr std::size_t block = std::size_t{1} << 20U;
    constexpr std::size_t most = std::size_t{1} << 30U;
    for (std::size_t got = block; got == block;) {
        const auto at = text.size();
        text.resize(at + block);
        got = VSIFReadL(text.data() + at, 1, block, in.get());
        text.resize(at + got);
        if (text.size() > most) {
            refuse("holds more than 1 GiB");
        }
    }
    if (text.empty() || !gdal.complaint().empty()) {
        refuse("is empty, damaged or breaks off");
    }
    return text;
}

std::optional<double> python_number(const json& value) {
    if (value.is_number()) {
        return value.get<double>();
    }
    if (value.is_string()) {
        const auto& word = value.get_ref<const std::string&>();
        if (word == "NaN") {
            return std::numeric_limits<double>::quiet_NaN();
        }
        if (word == "Infinity" || word == "-Infinity") {
            constexpr double infinity = std::numeric_limits<double>::infinity();
            return word.front() == '-' ? -infinity : infinity;
        }
    }
    return std::nullopt;
}

JsonFields::JsonFields(const json& object, std::string where)
    : object_(&object), where_(std::move(where)) {
    if (!object.is_object()) {
        refuse("is not an object of JSON");
    }
}

void JsonFields::refuse(const std::string& sentence) const {
    throw Error(ErrorCode::malformed, fmt::format("{}: {}", where_, sentence));
}

const json* JsonFields::find(const char* key) const {
    const auto found = object_->find(key);
    return found == object_->end() || found->is_null() ? nullptr : &*found;
}

const json& JsonFields::at(const char* key) const {
    const auto* value = find(key);
    if (value == nullptr) {
        refuse(fmt::format("{} is missing", key));
    }
    return *value;
}

std::string JsonFields::text(const char* key) const {
    const auto& value = at(key);
    if (!value.is_string()) {
        refuse(fmt::format("{} is {}, not a text", key, value.dump()));
    }
    return value.get<std::string>();
}

std::optional<double> JsonFields::number(const char* key, double least, double greatest) const {
    const auto* value = find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    const auto number = python_number(*value);
    if (!number || !std::isfinite(*number) || *number < least || *number > greatest) {
        refuse(fmt::format("{} is {}, not a number from {} to {}", key, value->dump(), least,
                           greatest));
    }
    return number;
}

bool JsonFields::flag(const char* key, bool otherwise) const {
    const auto* value = find(key);
    if (value == nullptr) {
        return otherwise;
    }
    if (!value->is_boolean()) {
        refuse(fmt::format("{} is {}, neither true nor false", key, value->dump()));
    }
    return value->get<bool>();
}

std::vector<std::string> JsonFields::texts(const char* key) const {
    std::vector<std::string> list;
    if (const auto* value = find(key)) {
        const bool is_list =
            value->is_array() && std::all_of(value->begin(), value->end(),
                                             [](const json& item) { return item.is_string(); });
        if (!is_list) {
            refuse(fmt::format("{} is {}, not a list of texts", key, value->dump()));
        }
        list = value->get<std::vector<std::string>>();
    }
    return list;
}

} // namespace fairlead::io
