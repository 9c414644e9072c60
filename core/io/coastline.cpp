// SPDX-License-Identifier: Apache-2.0
#include "core/io/coastline.hpp"

#include "core/base/data_folder.hpp"
#include "core/base/error.hpp"
#include "core/io/file_in_hand.hpp"
#include "core/io/gdal_session.hpp"

#include <fmt/format.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace fairlead::io {
namespace {

/// Longest step of longitude between places: a parallel and its chord in a polar plane are then a
/// metre apart at most.
constexpr double longest_step_deg = 0.1;
/// An edge of a zone is a rhumb line, the shorter way round: one that goes the longer way in the
/// file, like the side of a map of the cap, is divided.
constexpr double longest_zone_edge_deg = 179.9;
/// Files miss the pole by rounding (Natural Earth does), and would leave a pinhole there.
constexpr double at_pole_deg = 1e-9;
/// Longest edge kept before polygons of a projected CRS are turned into longitude and latitude.
constexpr double longest_projected_edge_m = 5000.0;
constexpr const char* natural_earth_file = "/usr/share/magics/10m/ne_10m_land.shp";

struct Source {
    std::string name;
    std::filesystem::path file;
    bool keep_holes = false;
    const char* what = "coastline"; ///< in messages
    /// Edges in longitude and latitude that are longer than this are divided.
    double longest_kept_deg = longest_step_deg;
};

Source find_source(const std::string& source) {
    if (source == "gshhg") {
        const auto file = built_data_folder() / "coastline" / "gshhg_high.fgb";
        if (!std::filesystem::exists(file)) {
            throw Error(
                ErrorCode::not_found,
                fmt::format("coastline 'gshhg': {} was not built (install the packages gmt and "
                            "gmt-gshhg-high and build again, or use 'natural-earth')",
                            file.string()));
        }
        return {"", file, false};
    }
    if (source == "natural-earth") {
        if (!std::filesystem::exists(natural_earth_file)) {
            throw Error(
                ErrorCode::not_found,
                fmt::format("coastline 'natural-earth': {} is not there (install the package "
                            "libmagics++-data)",
                            natural_earth_file));
        }
        return {"Natural Earth, 1:10m land", natural_earth_file, false};
    }
    if (!std::filesystem::exists(source)) {
        throw Error(ErrorCode::not_found,
                    fmt::format("coastline '{}': there is no such file, and the names "
                                "known are gshhg and natural-earth",
                                source));
    }
    return {source, source, true};
}

/// A ring of the file as places. Edges in longitude and latitude are divided where they are long;
/// the bottom edge of a map, all of whose places are the pole, becomes one place.
class RingReader {
  public:
    /// @param longest_kept_deg edges with longer steps of longitude are divided.
    geo::Ring read(const OGRLinearRing& outline, double longest_kept_deg) {
        const auto count = static_cast<std::size_t>(outline.getNumPoints());
        raw_.resize(count);
        outline.getPoints(raw_.data());
        geo::Ring ring;
        ring.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            OGRRawPoint& here = raw_[i];
            if (std::fabs(std::fabs(here.y) - 90.0) < at_pole_deg) {
                here.y = std::copysign(90.0, here.y);
            }
            const bool at_pole_again =
                i > 0 && std::fabs(here.y) == 90.0 && here.y == raw_[i - 1].y;
            if (i > 0 && std::fabs(here.x - raw_[i - 1].x) > longest_kept_deg && !at_pole_again) {
                divide(ring, raw_[i - 1], here);
            }
            const bool closes =
                i > 0 && i + 1 == count && here.x == raw_[0].x && here.y == raw_[0].y;
            if (!closes && !at_pole_again) {
                ring.push_back(geo::Position::degrees(here.y, here.x));
            }
        }
        return ring;
    }

  private:
    static void divide(geo::Ring& ring, const OGRRawPoint& a, const OGRRawPoint& b) {
        const double step_deg = std::fabs(b.x - a.x);
        const int pieces = static_cast<int>(std::ceil(step_deg / longest_step_deg));
        for (int piece = 1; piece < pieces; ++piece) {
            const double t = static_cast<double>(piece) / pieces;
            ring.push_back(geo::Position::degrees(a.y + t * (b.y - a.y), a.x + t * (b.x - a.x)));
        }
    }
    std::vector<OGRRawPoint> raw_;
};

/// There and back: all its places lie on one straight line.
bool is_line(const OGRLinearRing& ring) {
    const int last = ring.getNumPoints() - 1;
    int other = 1; // a place that is not the first
    const auto dx = [&](int i) { return ring.getX(i) - ring.getX(0); };
    const auto dy = [&](int i) { return ring.getY(i) - ring.getY(0); };
    while (other < last && dx(other) == 0.0 && dy(other) == 0.0) {
        ++other;
    }
    for (int i = other + 1; i < last; ++i) {
        if (dx(other) * dy(i) - dy(other) * dx(i) != 0.0) {
            return false;
        }
    }
    return true;
}

class Reader {
  public:
    Reader(const Source& source, LatitudeBand band) : source_(source), band_(band) {}

    Coastline read() {
        const std::unique_ptr<GDALDataset> data(GDALDataset::Open(
            source_.file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR));
        if (!data) {
            throw Error(ErrorCode::malformed,
                        fmt::format("{} {}: GDAL cannot read it as polygons ({})", source_.what,
                                    source_.file.string(), reason()));
        }
        Coastline coastline{source_.name, source_.file, {}};
        for (OGRLayer* layer : data->GetLayers()) {
            if (coastline.name.empty()) {
                coastline.name = layer->GetName();
            }
            const auto to_wgs84 = transformation_of(*layer);
            for (const auto& feature : *layer) {
                std::unique_ptr<OGRGeometry> geometry(feature->StealGeometry());
                if (geometry && !geometry->IsEmpty()) {
                    longest_kept_deg_ = to_wgs84 == nullptr ? source_.longest_kept_deg : HUGE_VAL;
                    add(std::move(geometry), to_wgs84.get(), feature->GetFID(), coastline.land);
                }
            }
            if (!session_.complaint().empty()) {
                throw Error(ErrorCode::malformed, fmt::format("{} {}: {}", source_.what,
                                                              source_.file.string(), reason()));
            }
        }
        if (!any_inside_) {
            throw Error(ErrorCode::unsupported,
                        fmt::format("{} {}: it holds no polygon that encloses anything",
                                    source_.what, source_.file.string()));
        }
        return coastline;
    }

  private:
    /// Null where the layer is in longitude and latitude on WGS 84 already.
    [[nodiscard]] std::unique_ptr<OGRCoordinateTransformation>
    transformation_of(OGRLayer& layer) const {
        const OGRSpatialReference* crs = layer.GetSpatialRef();
        OGRSpatialReference wgs84;
        wgs84.SetWellKnownGeogCS("WGS84");
        wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        const char* const options[] = {"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES",
                                       "CRITERION=EQUIVALENT", nullptr};
        if (crs == nullptr || crs->IsSame(&wgs84, options) != 0) {
            return nullptr;
        }
        std::unique_ptr<OGRCoordinateTransformation> made(
            OGRCreateCoordinateTransformation(crs, &wgs84));
        if (!made) {
            throw Error(
                ErrorCode::unsupported,
                fmt::format("{} {}: its CRS cannot be turned into longitude and latitude ({})",
                            source_.what, source_.file.string(), reason()));
        }
        return made;
    }

    void add(std::unique_ptr<OGRGeometry> geometry, OGRCoordinateTransformation* to_wgs84,
             GIntBig id, std::vector<geo::LandPolygon>& land) {
        if (geometry && to_wgs84 != nullptr) {
            if (to_wgs84->GetSourceCS()->IsProjected() != 0) {
                geometry->segmentize(longest_projected_edge_m /
                                     to_wgs84->GetSourceCS()->GetLinearUnits());
            }
            if (geometry->transform(to_wgs84) != OGRERR_NONE) {
                geometry.reset();
            }
        }
        if (!geometry) {
            throw Error(ErrorCode::malformed,
                        fmt::format("{} {}: feature {} is broken ({})", source_.what,
                                    source_.file.string(), id, reason()));
        }
        if (add_polygons(*geometry, id, land) == 0) {
            throw Error(ErrorCode::unsupported,
                        fmt::format("{} {}: feature {} is a {}, not a polygon", source_.what,
                                    source_.file.string(), id,
                                    OGRGeometryTypeToName(geometry->getGeometryType())));
        }
    }

    /// @return how many polygons there were, in the band or not.
    std::size_t add_polygons(const OGRGeometry& geometry, GIntBig id,
                             std::vector<geo::LandPolygon>& land) {
        const auto type = wkbFlatten(geometry.getGeometryType());
        if (type == wkbPolygon) {
            add_polygon(*geometry.toPolygon(), id, land);
            return 1;
        }
        std::size_t count = 0;
        if (type == wkbMultiPolygon || type == wkbGeometryCollection) {
            for (const OGRGeometry* part : *geometry.toGeometryCollection()) {
                count += add_polygons(*part, id, land);
            }
        }
        return count;
    }

    void add_polygon(const OGRPolygon& polygon, GIntBig id, std::vector<geo::LandPolygon>& land) {
        OGREnvelope box;
        polygon.getExteriorRing()->getEnvelope(&box);
        // Metres taken for degrees would put it where no ship goes, which would be as if it were
        // not there.
        if (!(box.MinY >= -90.0 - at_pole_deg && box.MaxY <= 90.0 + at_pole_deg &&
              box.MinX >= -540.0 && box.MaxX <= 540.0)) {
            throw Error(ErrorCode::malformed,
                        fmt::format("{} {}: feature {} reaches from {:.6g}, {:.6g} to "
                                    "{:.6g}, {:.6g}, which are no longitudes and latitudes",
                                    source_.what, source_.file.string(), id, box.MinX, box.MinY,
                                    box.MaxX, box.MaxY));
        }
        if (is_line(*polygon.getExteriorRing())) {
            return;
        }
        any_inside_ = true;
        if (box.MaxY < band_.south_deg || box.MinY > band_.north_deg) {
            return;
        }
        try {
            geo::LandPolygon piece;
            piece.outer = rings_.read(*polygon.getExteriorRing(), longest_kept_deg_);
            for (int i = 0; source_.keep_holes && i < polygon.getNumInteriorRings(); ++i) {
                piece.holes.push_back(rings_.read(*polygon.getInteriorRing(i), longest_kept_deg_));
            }
            land.push_back(std::move(piece));
        } catch (const Error& problem) {
            throw Error(ErrorCode::malformed,
                        fmt::format("{} {}: feature {}: {}", source_.what, source_.file.string(),
                                    id, problem.what()));
        }
    }

    [[nodiscard]] std::string reason() const {
        return session_.complaint().empty() ? "no reason given" : session_.complaint();
    }

    GdalSession session_;
    Source source_;
    LatitudeBand band_;
    RingReader rings_;
    bool any_inside_ = false; ///< a polygon, in the band or not, encloses something
    /// Transformed edges are short already, and may jump at 180 degrees: they are not divided.
    double longest_kept_deg_ = longest_step_deg;
};

} // namespace

Coastline read_coastline(const std::string& source, LatitudeBand band) {
    const FileInHand in_hand(source);
    return Reader(find_source(source), band).read();
}

std::vector<geo::LandPolygon> read_zone_polygons(const std::string& file) {
    const FileInHand in_hand(file);
    return Reader({file, file, true, "zone", longest_zone_edge_deg}, {}).read().land;
}

geo::LandIndex load_land_index(const std::string& source, const geo::Projection& plane,
                               Angle reach) {
    const auto north = plane.forward(geo::Position::degrees(90.0, 0.0));
    const bool is_north = north && std::fabs(north->x_m) < 1e9 && std::fabs(north->y_m) < 1e9;
    // Two degrees more than the index's own margin needs.
    const double edge_deg = 90.0 - reach.in_degrees() - 3.0;
    const auto coastline = read_coastline(source, is_north ? LatitudeBand{edge_deg, 90.0}
                                                           : LatitudeBand{-90.0, -edge_deg});
    return geo::LandIndex(coastline.land, plane, coastline.name, reach);
}

} // namespace fairlead::io
