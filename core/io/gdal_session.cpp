// SPDX-License-Identifier: Apache-2.0
#include "core/io/gdal_session.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>
#include <hdf5.h>

#include <algorithm>

namespace fairlead::io {
namespace {

std::recursive_mutex& gdal_mutex() {
    static std::recursive_mutex mutex;
    return mutex;
}

void CPL_STDCALL keep_complaint(CPLErr severity, CPLErrorNum /*number*/, const char* message) {
    if (severity == CE_Failure || severity == CE_Fatal) {
        auto& kept = *static_cast<std::string*>(CPLGetErrorHandlerUserData());
        kept = message;
        std::replace(kept.begin(), kept.end(), '\n', ' ');
    }
}

} // namespace

GdalSession::GdalSession() : lock_(gdal_mutex()) {
    static const bool registered = [] {
        GDALAllRegister();
        // The time axis of a file is read from the file, never from side-car files of others.
        CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
        return true;
    }();
    static_cast<void>(registered);
    // Every thread of HDF5 prints what goes wrong inside it until told not to, and the netCDF
    // driver looks for attributes by asking for them.
    thread_local const bool is_quiet = H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr) >= 0;
    static_cast<void>(is_quiet);
    CPLPushErrorHandlerEx(&keep_complaint, &complaint_);
}

GdalSession::~GdalSession() {
    CPLPopErrorHandler();
}

} // namespace fairlead::io
