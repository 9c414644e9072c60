// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A file of GDAL's in memory, gone with its owner. For sources of io only.

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <atomic>
#include <string>
#include <string_view>

namespace fairlead::io {

class MemoryFile {
  public:
    /// @param ending with its dot: drivers look at it.
    explicit MemoryFile(std::string_view ending) {
        static std::atomic<unsigned> made{0};
        path_ = fmt::format("/vsimem/fairlead-{}{}", made++, ending);
    }
    ~MemoryFile() { VSIUnlink(path_.c_str()); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    [[nodiscard]] const std::string& path() const noexcept { return path_; }
    [[nodiscard]] std::string bytes() const {
        vsi_l_offset count = 0;
        const auto* const data = VSIGetMemFileBuffer(path_.c_str(), &count, FALSE);
        return data == nullptr ? "" : std::string(reinterpret_cast<const char*>(data), count);
    }

  private:
    std::string path_;
};

} // namespace fairlead::io
