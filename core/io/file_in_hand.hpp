// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Which file this thread is having read by a library. Libraries for scientific formats can be
/// brought down by a damaged file; whoever then has the last word can at least say which it was.

#include <string>

namespace fairlead::io {

/// Names a file from here to the end of its life. May stand inside another.
class FileInHand {
  public:
    /// @param name must outlive this.
    explicit FileInHand(const std::string& name) noexcept;
    ~FileInHand();
    FileInHand(const FileInHand&) = delete;
    FileInHand& operator=(const FileInHand&) = delete;

    /// The innermost name on this thread, null if there is none. Safe in a signal handler.
    [[nodiscard]] static const char* name() noexcept;

  private:
    const char* outer_;
};

} // namespace fairlead::io
