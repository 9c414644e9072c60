// SPDX-License-Identifier: Apache-2.0
#include "core/io/netcdf_header.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace fairlead::io {
namespace {

/// Reads a header from front to back.
class HeaderReader {
  public:
    explicit HeaderReader(const RandomBytes& bytes) : bytes_(bytes), version_(bytes.big(3, 1)) {}

    [[nodiscard]] std::uint64_t tag() { return take(4); }
    /// Counts and lengths: 4 bytes, 8 in CDF-5.
    [[nodiscard]] std::uint64_t count() { return take(version_ == 5 ? 8 : 4); }
    /// Where data begin: 4 bytes in CDF-1, else 8.
    [[nodiscard]] std::uint64_t offset() { return take(version_ == 1 ? 4 : 8); }
    void skip(std::uint64_t length, const char* what) {
        if (length > bytes_.size()) {
            refuse(what, length);
        }
        at_ += (length + 3) / 4 * 4;
    }
    void skip_name() { skip(count(), "a name's length"); }
    [[nodiscard]] std::uint64_t type_size() {
        const auto type = take(4);
        constexpr std::array<std::uint64_t, 12> sizes{0, 1, 1, 2, 4, 4, 8, 1, 2, 4, 8, 8};
        if (type == 0 || type >= sizes.size()) {
            refuse("a type", type);
        }
        return sizes[type];
    }
    /// A list of dimensions, attributes or variables: its tag, then how many.
    [[nodiscard]] std::uint64_t list_size() {
        const auto list = tag();
        const auto elements = count();
        if (list == 0 && elements != 0) {
            refuse("an absent list's size", elements);
        }
        // Each element takes at least 8 bytes of the header.
        if (elements > bytes_.size() / 8) {
            refuse("a list's size", elements);
        }
        return elements;
    }
    void skip_attributes() {
        const auto attributes = list_size();
        for (std::uint64_t i = 0; i < attributes; ++i) {
            skip_name();
            const auto size = type_size();
            const auto values = count();
            if (values > bytes_.size()) {
                refuse("an attribute's size", values);
            }
            skip(size * values, "an attribute's size");
        }
    }
    void start() { at_ = 4; }
    [[nodiscard]] std::uint64_t version() const noexcept { return version_; }
    [[noreturn]] void refuse(const char* what, std::uint64_t value) const {
        throw Error(ErrorCode::malformed,
                    fmt::format("{}: its netCDF header is broken or truncated: {} is {}",
                                bytes_.name(), what, value));
    }

  private:
    std::uint64_t take(unsigned size) {
        const auto number = bytes_.big(at_, size);
        at_ += size;
        return number;
    }
    const RandomBytes& bytes_;
    std::uint64_t version_;
    std::uint64_t at_ = 0;
};

struct ClassicVariable {
    std::uint64_t begin = 0;
    std::uint64_t bytes = 0; ///< of the whole variable, or of one record
    bool is_record = false;
};

} // namespace

std::uint64_t netcdf_classic_length(const RandomBytes& bytes) {
    HeaderReader header(bytes);
    header.start();
    const auto records = header.count();
    const bool streaming = records == (header.version() == 5 ? ~std::uint64_t{0} : 0xFFFFFFFFU);
    std::vector<std::uint64_t> dimensions(header.list_size());
    for (auto& length : dimensions) {
        header.skip_name();
        length = header.count();
    }
    header.skip_attributes();
    std::vector<ClassicVariable> variables(header.list_size());
    for (auto& variable : variables) {
        header.skip_name();
        const auto rank = header.count();
        if (rank > dimensions.size()) {
            header.refuse("a variable's rank", rank);
        }
        std::uint64_t cells = 1;
        for (std::uint64_t i = 0; i < rank; ++i) {
            const auto dimension = header.count();
            if (dimension >= dimensions.size()) {
                header.refuse("a dimension's index", dimension);
            }
            const auto length = dimensions[dimension];
            if (length == 0 && i == 0) {
                variable.is_record = true;
                continue;
            }
            if (length != 0 && cells > (std::uint64_t{1} << 48U) / length) {
                header.refuse("a dimension's length", length);
            }
            cells *= length;
        }
        header.skip_attributes();
        variable.bytes = cells * header.type_size();
        static_cast<void>(header.count()); // vsize: redundant, and capped for large variables
        variable.begin = header.offset();
    }
    // Records hold one padded chunk of each record variable; a lone record variable is not padded.
    std::uint64_t record_bytes = 0;
    std::uint64_t record_variables = 0;
    for (const auto& variable : variables) {
        if (variable.is_record) {
            ++record_variables;
            record_bytes += (variable.bytes + 3) / 4 * 4;
        }
    }
    std::uint64_t end = 0;
    for (const auto& variable : variables) {
        if (!variable.is_record) {
            end = std::max(end, variable.begin + variable.bytes);
        } else if (!streaming && records > 0) {
            const auto stride = record_variables == 1 ? variable.bytes : record_bytes;
            if (stride != 0 && records > (std::uint64_t{1} << 56U) / stride) {
                header.refuse("the number of records", records);
            }
            end = std::max(end, variable.begin + (records - 1) * stride + variable.bytes);
        }
    }
    return end;
}

} // namespace fairlead::io
