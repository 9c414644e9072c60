// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Numbers and texts at any place of a file. What lies beyond its end is an error, never a zero.

#include "core/io/source_files.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace fairlead::io {

class RandomBytes {
  public:
    /// @throws Error (io) naming the file.
    explicit RandomBytes(const SourceFile& file);
    ~RandomBytes();
    RandomBytes(const RandomBytes&) = delete;
    RandomBytes& operator=(const RandomBytes&) = delete;

    [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
    [[nodiscard]] const std::string& name() const noexcept { return name_; }

    /// Unsigned, most significant byte first. @pre count <= 8
    /// @throws Error (malformed) naming the file if it ends before; so do the next two.
    [[nodiscard]] std::uint64_t big(std::uint64_t at, unsigned count) const;
    [[nodiscard]] std::uint64_t little(std::uint64_t at, unsigned count) const;
    [[nodiscard]] std::string text(std::uint64_t at, std::uint64_t count) const;
    /// Where a text first stands in [from, from + within); size() if it does not.
    [[nodiscard]] std::uint64_t find(std::string_view wanted, std::uint64_t from,
                                     std::uint64_t within) const;

  private:
    struct Handle;
    /// Points at `count` bytes from `at`, valid until the next call.
    [[nodiscard]] const unsigned char* bytes(std::uint64_t at, std::uint64_t count) const;

    std::string name_;
    std::unique_ptr<Handle> handle_;
    std::uint64_t size_ = 0;
    mutable std::string block_; ///< what was read last, from block_at_
    mutable std::uint64_t block_at_ = 0;
};

} // namespace fairlead::io
