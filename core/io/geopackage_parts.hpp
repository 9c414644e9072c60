// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What the writers of GeoPackage files share. Internal to io: it shows GDAL.

#include "core/base/error.hpp"
#include "core/geo/position.hpp"
#include "core/io/gdal_session.hpp"

#include <fmt/format.h>
#include <ogrsf_frmts.h>

#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>

namespace fairlead::io {

struct DropFeature {
    void operator()(OGRFeature* feature) const noexcept { OGRFeature::DestroyFeature(feature); }
};

/// Longitude and latitude, parted at 180 degrees. @pre at least 2 places
[[nodiscard]] OGRMultiLineString line_geometry(std::span<const geo::Position> places);
[[nodiscard]] OGRPoint point_geometry(const geo::Position& position);

/// One layer; columns come into being before the first row.
class LayerWriter {
  public:
    LayerWriter(GDALDataset& dataset, const char* layer, OGRwkbGeometryType type,
                const GdalSession& gdal, const std::string& name)
        : gdal_(gdal), name_(name) {
        OGRSpatialReference wgs84;
        wgs84.importFromEPSG(4326);
        wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        layer_ = dataset.CreateLayer(layer, &wgs84, type, nullptr);
        if (layer_ == nullptr) {
            fail();
        }
    }

    void column(const char* column, OGRFieldType type) {
        OGRFieldDefn field(column, type);
        if (layer_->CreateField(&field) != OGRERR_NONE) {
            fail();
        }
    }
    void columns(std::initializer_list<const char*> names, OGRFieldType type) {
        for (const char* const each : names) {
            column(each, type);
        }
    }

    /// @param fill sets the fields of the feature it is given.
    template <class Fill>
    void row(const OGRGeometry* geometry, const Fill& fill) {
        const std::unique_ptr<OGRFeature, DropFeature> feature(
            OGRFeature::CreateFeature(layer_->GetLayerDefn()));
        fill(*feature);
        if (geometry != nullptr) {
            feature->SetGeometry(geometry);
        }
        if (layer_->CreateFeature(feature.get()) != OGRERR_NONE) {
            fail();
        }
    }

  private:
    [[noreturn]] void fail() const {
        throw Error(ErrorCode::io,
                    fmt::format("{}: cannot be written ({})", name_, gdal_.complaint()));
    }

    const GdalSession& gdal_;
    const std::string& name_;
    OGRLayer* layer_ = nullptr; ///< the data set's
};

/// Makes a file in memory and gives its bytes, which depend on what is written alone.
/// @param name stands for the file in errors. @throws Error (io) naming it and GDAL's reason.
[[nodiscard]] std::string
geopackage_bytes(const std::string& name,
                 const std::function<void(GDALDataset&, const GdalSession&)>& write);

} // namespace fairlead::io
