// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Time axes by the CF conventions (CF-1.8, section 4.4): numbers since an instant.

#include "core/base/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead::io {

/// "seconds since 1970-01-01 00:00:00 +00:00".
class CfTimeUnit {
  public:
    /// @param calendar as in the file, "" for none. Only those that are the civil calendar since
    ///        1582 are known: standard, gregorian, proleptic_gregorian.
    /// @throws Error (unsupported) quoting `where`, unit and calendar.
    CfTimeUnit(std::string_view unit, std::string_view calendar, const std::string& where);

    /// True for anything of the form "UNIT since ...".
    [[nodiscard]] static bool looks_like_one(std::string_view unit);

    /// To the nearest second. @throws Error (malformed) for NaN or a time outside 1600..2400.
    [[nodiscard]] Instant instant(double number) const;

  private:
    std::string where_;
    double seconds_per_unit_ = 1.0;
    Instant epoch_;
};

} // namespace fairlead::io
