// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// GDAL as the readers of io use it: registered once, one caller at a time (its netCDF, HDF4 and
/// GRIB drivers are not safe from several threads), its messages kept instead of printed.

#include <mutex>
#include <string>

namespace fairlead::io {

/// Holds GDAL for the calling thread while it lives. May be nested.
class GdalSession {
  public:
    GdalSession();
    ~GdalSession();
    GdalSession(const GdalSession&) = delete;
    GdalSession& operator=(const GdalSession&) = delete;

    /// What GDAL last complained about in this session, on one line; "" for nothing.
    [[nodiscard]] const std::string& complaint() const noexcept { return complaint_; }

  private:
    std::unique_lock<std::recursive_mutex> lock_;
    std::string complaint_;
};

} // namespace fairlead::io
