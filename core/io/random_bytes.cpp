// SPDX-License-Identifier: Apache-2.0
#include "core/io/random_bytes.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/io/gdal_session.hpp"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>

namespace fairlead::io {

struct RandomBytes::Handle {
    VSILFILE* file = nullptr;
};

RandomBytes::RandomBytes(const SourceFile& file)
    : name_(file.name), handle_(std::make_unique<Handle>()), size_(byte_count(file)) {
    const GdalSession gdal;
    handle_->file = VSIFOpenL(file.path.c_str(), "rb");
    if (handle_->file == nullptr) {
        throw Error(ErrorCode::io, fmt::format("{}: cannot be read", name_));
    }
}

RandomBytes::~RandomBytes() {
    VSIFCloseL(handle_->file);
}

const unsigned char* RandomBytes::bytes(std::uint64_t at, std::uint64_t count) const {
    if (count > size_ || at > size_ - count) {
        throw Error(
            ErrorCode::malformed,
            fmt::format("{}: is truncated: it has {} bytes, but something of {} bytes should "
                        "stand at {}",
                        name_, size_, count, at));
    }
    if (at < block_at_ || at + count > block_at_ + block_.size()) {
        constexpr std::uint64_t least = 16384;
        const GdalSession gdal;
        block_at_ = at;
        block_.resize(std::min(std::max(count, least), size_ - at));
        const bool read =
            VSIFSeekL(handle_->file, at, SEEK_SET) == 0 &&
            VSIFReadL(block_.data(), 1, block_.size(), handle_->file) == block_.size();
        if (!read) {
            block_.clear();
            throw Error(ErrorCode::io, fmt::format("{}: cannot be read at byte {}", name_, at));
        }
    }
    return reinterpret_cast<const unsigned char*>(block_.data()) + (at - block_at_);
}

std::uint64_t RandomBytes::big(std::uint64_t at, unsigned count) const {
    FAIRLEAD_EXPECTS(count <= 8);
    const auto* const found = bytes(at, count);
    std::uint64_t number = 0;
    for (unsigned i = 0; i < count; ++i) {
        number = number << 8U | found[i];
    }
    return number;
}

std::uint64_t RandomBytes::little(std::uint64_t at, unsigned count) const {
    FAIRLEAD_EXPECTS(count <= 8);
    const auto* const found = bytes(at, count);
    std::uint64_t number = 0;
    for (unsigned i = count; i > 0; --i) {
        number = number << 8U | found[i - 1];
    }
    return number;
}

std::string RandomBytes::text(std::uint64_t at, std::uint64_t count) const {
    return {reinterpret_cast<const char*>(bytes(at, count)), static_cast<std::size_t>(count)};
}

std::uint64_t RandomBytes::find(std::string_view wanted, std::uint64_t from,
                                std::uint64_t within) const {
    if (from >= size_) {
        return size_;
    }
    const auto count = std::min(within, size_ - from);
    const std::string_view window(reinterpret_cast<const char*>(bytes(from, count)),
                                  static_cast<std::size_t>(count));
    const auto found = window.find(wanted);
    return found == std::string_view::npos ? size_ : from + found;
}

} // namespace fairlead::io
