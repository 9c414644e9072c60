// SPDX-License-Identifier: Apache-2.0
#include "core/io/xml_encoding.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"

#include <fmt/format.h>

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>

namespace fairlead::io {
namespace {

using namespace std::string_view_literals;

[[noreturn]] void refuse_bytes(std::string_view before, const std::string& name,
                               std::string_view encoding) {
    throw Error(ErrorCode::malformed,
                fmt::format("{}:{}: holds bytes that are not {}, in which it is said to be", name,
                            1 + std::count(before.begin(), before.end(), '\n'), encoding));
}

class Converter {
  public:
    explicit Converter(const std::string& from)
        : handle_(is_name(from) ? iconv_open("UTF-8", from.c_str()) : invalid()) {}
    ~Converter() {
        if (known()) {
            iconv_close(handle_);
        }
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    [[nodiscard]] bool known() const { return handle_ != invalid(); }

    /// @return none where the bytes after those that `text` has lost are not of the encoding
    std::optional<std::string> convert(std::string& text) {
        std::string converted;
        char* in = text.data();
        std::size_t left = text.size();
        std::array<char, 4096> block{};
        while (left > 0) {
            char* out = block.data();
            std::size_t room = block.size();
            const auto result = iconv(handle_, &in, &left, &out, &room);
            converted.append(block.data(), block.size() - room);
            if (result == static_cast<std::size_t>(-1) && errno != E2BIG) {
                text.resize(text.size() - left);
                return std::nullopt;
            }
        }
        char* out = block.data(); // what it held back to see whether a letter follows
        std::size_t room = block.size();
        iconv(handle_, nullptr, nullptr, &out, &room);
        converted.append(block.data(), block.size() - room);
        return converted;
    }

  private:
    /// The library reads suffixes that let bytes be left out, and "" as what the user's locale
    /// says.
    static bool is_name(const std::string& encoding) {
        return !encoding.empty() &&
               encoding.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:") ==
                   std::string::npos;
    }
    static iconv_t invalid() {
        // The value that POSIX gives for it.
        return reinterpret_cast<iconv_t>(-1); // NOLINT(performance-no-int-to-ptr)
    }

    iconv_t handle_;
};

/// What the declaration says, in capitals; "" if it says nothing.
std::string declared_encoding(std::string_view text) {
    if (!text.starts_with("<?xml")) {
        return "";
    }
    const auto declaration = text.substr(0, text.find("?>"));
    auto at = declaration.find("encoding");
    at = at == std::string_view::npos ? at : declaration.find_first_of("\"'", at);
    if (at == std::string_view::npos) {
        return "";
    }
    const auto end = declaration.find(declaration[at], at + 1);
    auto encoding = std::string(declaration.substr(at + 1, end - at - 1));
    std::transform(encoding.begin(), encoding.end(), encoding.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return encoding;
}

std::string encoding_of(std::string_view text) {
    if (text.starts_with("\xfe\xff"sv) || text.starts_with("\0<"sv)) {
        return "UTF-16BE";
    }
    if (text.starts_with("\xff\xfe"sv) || text.starts_with("<\0"sv)) {
        return "UTF-16LE";
    }
    const auto encoding = declared_encoding(text);
    return encoding.empty() || encoding.starts_with("UTF-16") || encoding == "UTF8" ? "UTF-8"
                                                                                    : encoding;
}

} // namespace

std::string xml_as_utf8(std::string_view text, const std::string& name) {
    constexpr std::string_view mark_of_utf8 = "\xef\xbb\xbf";
    if (text.starts_with(mark_of_utf8)) {
        text.remove_prefix(mark_of_utf8.size());
    }
    const auto encoding = encoding_of(text);
    if (encoding.starts_with("UTF-16") &&
        (text.starts_with("\xfe\xff"sv) || text.starts_with("\xff\xfe"sv))) {
        text.remove_prefix(2);
    }
    Converter converter(encoding);
    if (!converter.known()) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: is said to be in the encoding '{}', which is not known here; "
                                "save it as UTF-8",
                                name, encoding.substr(0, 40)));
    }
    std::string bytes(text);
    auto converted = converter.convert(bytes);
    if (!converted) {
        refuse_bytes(bytes, name, encoding);
    }
    // It would end each sentence that repeats what stands around it.
    if (const auto nul = converted->find('\0'); nul != std::string::npos) {
        throw Error(ErrorCode::malformed, fmt::format("{}: is no text: byte {} is 0", name, nul));
    }
    return std::move(*converted);
}

} // namespace fairlead::io
