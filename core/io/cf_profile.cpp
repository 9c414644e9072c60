// SPDX-License-Identifier: Apache-2.0
#include "core/io/cf_profile.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead::io {
namespace {

enum ProfileIndex : std::size_t {
    nsidc_nc,
    c3s_thickness,
    arctic20,
    arome,
    cmems_currents,
    etopo1,
    etopo5,
    weather_routing_tool,
    plain,
};

bool fits(ProfileIndex profile, const CfDataset& dataset) {
    const auto global = [&](const char* name) { return text_attribute(dataset.root(), name); };
    const auto has = [&](const char* name) { return dataset.array(name) != nullptr; };
    const auto names = [&] { return dataset.array_names(); };
    switch (profile) {
    case nsidc_nc: {
        const auto all = names();
        return global("institution").find("National Snow and Ice Data Center") !=
                   std::string::npos &&
               std::any_of(all.begin(), all.end(),
                           [](const std::string& name) { return name.ends_with("_ICECON"); });
    }
    case c3s_thickness:
        return global("id").starts_with("c3s-sit-") && has("sea_ice_thickness");
    case arctic20:
        return global("title") == "ROMS model results" &&
               global("institution").find("Norwegian Meteorological Institute") !=
                   std::string::npos &&
               has("aice") && has("hice");
    case arome:
        return global("source").starts_with("AROME-MetCoOp");
    case cmems_currents:
        return global("source") == "MOI GLO12" && global("title").starts_with("daily mean fields");
    case etopo1:
        return global("title").starts_with("ETOPO1") && has("z");
    case etopo5:
        return has("ROSE") && has("ETOPO05_X") && has("ETOPO05_Y");
    case weather_routing_tool:
        return !global("credit_CMEMS").empty() && !global("credit_GFS").empty() && has("VHM0");
    case plain:
        break;
    }
    return false;
}

} // namespace

const std::vector<CfProfile>& cf_profiles() {
    static const std::vector<CfProfile> profiles = [] {
        std::vector<CfProfile> list(plain + 1);
        list[nsidc_nc].product = "nsidc-0081-nc";
        list[nsidc_nc].recognised_by = "netCDF by NSIDC with arrays F??_ICECON";
        list[nsidc_nc].daily_mean = true;
        // The newest of the three sensors; NSIDC's own v1 near-real-time series is F18 as well.
        list[nsidc_nc].preferred_prefix = "F18";
        list[c3s_thickness].product = "c3s-sit-l3c";
        list[c3s_thickness].recognised_by =
            "netCDF with id c3s-sit-... and array sea_ice_thickness";
        list[c3s_thickness].suspected = {
            "thickness is known from October to April only, and not near the pole or the ice edge"};
        list[arctic20].product = "metno-arctic20";
        list[arctic20].recognised_by =
            "netCDF 'ROMS model results' of MET Norway with aice and hice";
        list[arctic20].daily_mean = true;
        list[arctic20].thickness_is_cell_mean = true;
        list[arome].product = "metno-arome";
        list[arome].recognised_by = "netCDF with source AROME-MetCoOp";
        list[cmems_currents].product = "cmems-glo12";
        list[cmems_currents].recognised_by = "netCDF with source MOI GLO12, daily mean fields";
        list[cmems_currents].daily_mean = true;
        list[etopo1].product = "etopo1";
        list[etopo1].recognised_by = "netCDF with title ETOPO1... and array z";
        list[etopo1].elevation_array = "z";
        list[etopo1].suspected = {"ETOPO1 ice surface: under ice shelves the depth is unknown"};
        list[etopo5].product = "etopo5";
        list[etopo5].recognised_by =
            "netCDF with array ROSE on ETOPO05_X, ETOPO05_Y (or a GeoTIFF of it)";
        list[etopo5].elevation_array = "ROSE";
        list[etopo5].suspected = {"ETOPO5 is of 1988: depths away from soundings are interpolated"};
        list[weather_routing_tool].product = "wrt-weather";
        list[weather_routing_tool].recognised_by =
            "netCDF with credit_CMEMS, credit_GFS and array VHM0";
        list[weather_routing_tool].suspected = {
            "VTPK is the peak period, not the mean period: no mean_wave_period in this file"};
        list[plain].product = "cf-netcdf";
        list[plain].recognised_by =
            "any netCDF with CF standard names or common names, units and a grid";
        return list;
    }();
    return profiles;
}

const CfProfile& recognise_cf(const CfDataset& dataset) {
    const CfProfile* found = nullptr;
    for (std::size_t i = 0; i < plain; ++i) {
        if (!fits(static_cast<ProfileIndex>(i), dataset)) {
            continue;
        }
        const auto& profile = cf_profiles()[i];
        if (found != nullptr) {
            throw Error(ErrorCode::unsupported,
                        fmt::format("{}: fits two products, {} ({}) and {} ({})",
                                    dataset.file().name, found->product, found->recognised_by,
                                    profile.product, profile.recognised_by));
        }
        found = &profile;
    }
    return found != nullptr ? *found : cf_profiles()[plain];
}

} // namespace fairlead::io
