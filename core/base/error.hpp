// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The one exception that leaves core: bad input of any kind, in one clear sentence.

#include <stdexcept>
#include <string>

namespace fairlead {

/// What kind of bad input it was; front ends choose exit codes and remedies by it.
enum class ErrorCode {
    invalid_argument, ///< a value that cannot be right, whatever the file
    not_found,        ///< a file, port, vessel or layer that is not there
    malformed,    ///< a file that is not what it says it is (truncated, wrong header, bad syntax)
    unsupported,  ///< well formed, but nothing Fairlead can use
    out_of_range, ///< a place or time the data do not cover
    io,           ///< the system refused to read or write
    cancelled,    ///< the user asked to stop
};

/// Thrown for bad input. The message is one sentence that names file, field and value.
class Error : public std::runtime_error {
  public:
    Error(ErrorCode code, const std::string& sentence)
        : std::runtime_error(sentence), code_(code) {}
    [[nodiscard]] ErrorCode code() const noexcept { return code_; }

  private:
    ErrorCode code_;
};

} // namespace fairlead
