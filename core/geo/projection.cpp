// SPDX-License-Identifier: Apache-2.0
#include "core/geo/projection.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/geo/ellipsoid.hpp"
#include "core/geo/polar_stereographic.hpp"

#include <fmt/format.h>
#include <proj.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <utility>
#include <vector>

namespace fairlead::geo {
namespace {

struct DestroyContext {
    void operator()(PJ_CONTEXT* context) const noexcept { proj_context_destroy(context); }
};
struct DestroyPj {
    void operator()(PJ* pj) const noexcept { proj_destroy(pj); }
};
using Pj = std::unique_ptr<PJ, DestroyPj>;

/// PROJ objects may be used by one thread at a time: each thread has a context and the
/// transformations it has used, by definition.
class ThreadTransformations {
  public:
    ThreadTransformations() : context_(proj_context_create()) {
        proj_log_level(context_.get(), PJ_LOG_NONE);
        proj_context_set_enable_network(context_.get(), 0);
    }
    [[nodiscard]] PJ_CONTEXT* context() noexcept { return context_.get(); }
    [[nodiscard]] PJ* get(const std::string& definition) {
        auto& pj = by_definition_[definition];
        if (!pj) {
            const Pj raw(
                proj_create_crs_to_crs(context_.get(), "EPSG:4326", definition.c_str(), nullptr));
            if (raw) {
                pj.reset(proj_normalize_for_visualization(context_.get(), raw.get()));
            }
        }
        return pj.get();
    }

  private:
    std::unique_ptr<PJ_CONTEXT, DestroyContext> context_;
    std::map<std::string, Pj> by_definition_;
};

ThreadTransformations& transformations() {
    thread_local ThreadTransformations mine;
    return mine;
}

} // namespace

struct Projection::Definition {
    std::string text;
    bool geographic = false;
    double metres_per_unit = 1.0;
    std::optional<PolarStereographic> closed_form; ///< in place of PROJ, after comparison with it
};

namespace {

/// The CRS that coordinates are in, without bound transformations and heights; null if that is
/// neither projected nor geographic.
Pj plane_crs(PJ_CONTEXT* context, Pj crs) {
    for (;;) {
        switch (proj_get_type(crs.get())) {
        case PJ_TYPE_BOUND_CRS:
            crs.reset(proj_get_source_crs(context, crs.get()));
            break;
        case PJ_TYPE_COMPOUND_CRS:
            crs.reset(proj_crs_get_sub_crs(context, crs.get(), 0));
            break;
        case PJ_TYPE_PROJECTED_CRS:
        case PJ_TYPE_GEOGRAPHIC_2D_CRS:
        case PJ_TYPE_GEOGRAPHIC_3D_CRS:
            return crs;
        default:
            return nullptr;
        }
    }
}

void forward_by_proj(PJ* pj, double metres_per_unit, std::span<const Position> positions,
                     std::span<PlanePoint> points) {
    static_assert(sizeof(PlanePoint) == 2 * sizeof(double));
    for (std::size_t i = 0; i < positions.size(); ++i) {
        points[i] = {positions[i].longitude_deg(), positions[i].latitude_deg()};
    }
    if (!points.empty()) {
        proj_trans_generic(pj, PJ_FWD, &points[0].x_m, sizeof(PlanePoint), points.size(),
                           &points[0].y_m, sizeof(PlanePoint), points.size(), nullptr, 0, 0,
                           nullptr, 0, 0);
        proj_errno_reset(pj);
    }
    for (PlanePoint& point : points) {
        const bool finite = std::isfinite(point.x_m) && std::isfinite(point.y_m);
        point = finite ? PlanePoint{point.x_m * metres_per_unit, point.y_m * metres_per_unit}
                       : PlanePoint{std::nan(""), std::nan("")};
    }
}

/// The closed form, if PROJ's transformation is one we have and both agree: within a micrometre
/// where maps are made, within 1e-9 of the size of the numbers around the opposite pole.
std::optional<PolarStereographic> closed_form_of(PJ_CONTEXT* context, PJ* pj) {
    const Position probe = Position::degrees(10.0, 20.0);
    PlanePoint image;
    forward_by_proj(pj, 1.0, std::span(&probe, 1), std::span(&image, 1));
    const Pj operation(proj_trans_get_last_used_operation(pj));
    const char* pipeline =
        operation ? proj_as_proj_string(context, operation.get(), PJ_PROJ_5, nullptr) : nullptr;
    if (pipeline == nullptr) {
        return std::nullopt;
    }
    const auto candidate = PolarStereographic::from_proj_pipeline(pipeline);
    if (!candidate) {
        return std::nullopt;
    }
    for (const double latitude : {-89.999, -75.0, -45.0, -5.0, 5.0, 45.0, 75.0, 89.999}) {
        for (const double longitude : {-179.0, -47.0, 1.0, 133.0}) {
            const auto place = Position::degrees(latitude, longitude);
            forward_by_proj(pj, 1.0, std::span(&place, 1), std::span(&image, 1));
            const auto ours = candidate->forward(place);
            const double apart_m = std::hypot(ours.x_m - image.x_m, ours.y_m - image.y_m);
            const double size_m = std::hypot(image.x_m, image.y_m);
            if (!(apart_m <= (size_m < 4e7 ? 1e-6 : 1e-9 * size_m))) {
                return std::nullopt;
            }
        }
    }
    return candidate;
}

} // namespace

Projection Projection::from_definition(const std::string& definition) {
    auto& mine = transformations();
    const auto refuse = [&]() {
        return Error(ErrorCode::invalid_argument,
                     fmt::format("CRS '{}' is not one that PROJ can read as a map projection or as "
                                 "longitude and latitude",
                                 definition));
    };
    // PROJ reads "+proj=..." as a bare conversion unless it is told that a CRS is meant.
    const bool bare =
        trim(definition).starts_with("+") && definition.find("+type=crs") == std::string::npos;
    const std::string text = bare ? definition + " +type=crs" : definition;
    Pj crs(proj_create(mine.context(), text.c_str()));
    if (!crs || proj_is_crs(crs.get()) == 0) {
        throw refuse();
    }
    crs = plane_crs(mine.context(), std::move(crs));
    PJ* const pj = crs ? mine.get(text) : nullptr;
    if (pj == nullptr) {
        throw refuse();
    }
    auto made = std::make_shared<Definition>();
    made->text = text;
    made->geographic = proj_get_type(crs.get()) != PJ_TYPE_PROJECTED_CRS;
    if (!made->geographic) {
        const Pj axes(proj_crs_get_coordinate_system(mine.context(), crs.get()));
        double factor = 1.0;
        if (!axes || proj_cs_get_axis_info(mine.context(), axes.get(), 0, nullptr, nullptr, nullptr,
                                           &factor, nullptr, nullptr, nullptr) == 0) {
            throw refuse();
        }
        made->metres_per_unit = factor;
        made->closed_form = closed_form_of(mine.context(), pj);
    }
    return Projection(std::move(made));
}

Projection Projection::polar_north() {
    static const Projection north = from_definition("EPSG:3413");
    return north;
}

Projection Projection::polar_south() {
    static const Projection south = from_definition("EPSG:3031");
    return south;
}

const std::string& Projection::definition() const noexcept {
    return definition_->text;
}

bool Projection::is_geographic() const noexcept {
    return definition_->geographic;
}

std::optional<PlanePoint> Projection::forward(const Position& position) const {
    PlanePoint point;
    forward(std::span(&position, 1), std::span(&point, 1));
    if (std::isnan(point.x_m)) {
        return std::nullopt;
    }
    return point;
}

std::optional<Position> Projection::inverse(const PlanePoint& point) const {
    Position position;
    unsigned char valid = 0;
    inverse(std::span(&point, 1), std::span(&position, 1), std::span(&valid, 1));
    if (valid == 0) {
        return std::nullopt;
    }
    return position;
}

void Projection::forward(std::span<const Position> positions, std::span<PlanePoint> points) const {
    FAIRLEAD_EXPECTS(positions.size() == points.size());
    if (definition_->closed_form) {
        for (std::size_t i = 0; i < positions.size(); ++i) {
            points[i] = definition_->closed_form->forward(positions[i]);
        }
        return;
    }
    forward_by_proj(transformations().get(definition_->text), definition_->metres_per_unit,
                    positions, points);
}

void Projection::inverse(std::span<const PlanePoint> points, std::span<Position> positions,
                         std::span<unsigned char> valid) const {
    FAIRLEAD_EXPECTS(positions.size() == points.size() && valid.size() == points.size());
    if (definition_->closed_form) {
        for (std::size_t i = 0; i < points.size(); ++i) {
            const bool finite = std::isfinite(points[i].x_m) && std::isfinite(points[i].y_m);
            valid[i] = finite ? 1 : 0;
            positions[i] = finite ? definition_->closed_form->inverse(points[i]) : Position();
        }
        return;
    }
    PJ* pj = transformations().get(definition_->text);
    const double scale = definition_->metres_per_unit;
    std::vector<PlanePoint> places(points.begin(), points.end());
    for (PlanePoint& place : places) {
        place = {place.x_m / scale, place.y_m / scale};
    }
    if (!places.empty()) {
        proj_trans_generic(pj, PJ_INV, &places[0].x_m, sizeof(PlanePoint), places.size(),
                           &places[0].y_m, sizeof(PlanePoint), places.size(), nullptr, 0, 0,
                           nullptr, 0, 0);
        proj_errno_reset(pj);
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto [longitude, latitude] = places[i];
        const bool on_earth = std::isfinite(longitude) && std::isfinite(latitude) &&
                              std::fabs(latitude) <= 90.0 + 1e-9;
        valid[i] = on_earth ? 1 : 0;
        positions[i] =
            on_earth ? Position::degrees(std::clamp(latitude, -90.0, 90.0), longitude) : Position();
    }
}

namespace {
/// Displacement in the plane of one metre to the north and to the east, by central differences.
struct Differential {
    PlanePoint north;
    PlanePoint east;
};

Differential differentiate(const Projection& projection, const Position& position) {
    // Close to a pole "east" has no length of its own to step along; move the foot a little off.
    const double latitude = std::fmax(-89.9999, std::fmin(89.9999, position.latitude_deg()));
    const double phi = latitude * std::numbers::pi / 180.0;
    const double w2 = 1.0 - wgs84::eccentricity_squared * std::sin(phi) * std::sin(phi);
    const double meridian_m =
        wgs84::semi_major_axis_m * (1.0 - wgs84::eccentricity_squared) / (w2 * std::sqrt(w2));
    const double parallel_m = wgs84::semi_major_axis_m / std::sqrt(w2) * std::cos(phi);
    const double step_lat = 1e-5;
    const double step_lon = 1e-5 / std::fmax(std::cos(phi), 1e-6);
    const double lon = position.longitude_deg();
    const Position feet[] = {
        Position::degrees(latitude + step_lat, lon), Position::degrees(latitude - step_lat, lon),
        Position::degrees(latitude, lon + step_lon), Position::degrees(latitude, lon - step_lon)};
    PlanePoint image[4];
    projection.forward(feet, image);
    const double north_m = 2.0 * step_lat * std::numbers::pi / 180.0 * meridian_m;
    const double east_m = 2.0 * step_lon * std::numbers::pi / 180.0 * parallel_m;
    return {{(image[0].x_m - image[1].x_m) / north_m, (image[0].y_m - image[1].y_m) / north_m},
            {(image[2].x_m - image[3].x_m) / east_m, (image[2].y_m - image[3].y_m) / east_m}};
}
} // namespace

bool Projection::is_conformal() const {
    if (is_geographic()) {
        return false;
    }
    int judged = 0;
    for (const double latitude : {-75.0, -60.0, 60.0, 75.0}) {
        for (const double longitude : {-100.0, 20.0, 140.0}) {
            const auto d = differentiate(*this, Position::degrees(latitude, longitude));
            const double north = std::hypot(d.north.x_m, d.north.y_m);
            const double east = std::hypot(d.east.x_m, d.east.y_m);
            const double across = d.north.x_m * d.east.x_m + d.north.y_m * d.east.y_m;
            // The opposite hemisphere of a polar projection is blown up beyond use: not judged.
            if (!std::isfinite(north) || !std::isfinite(east) || north > 10.0) {
                continue;
            }
            ++judged;
            if (std::fabs(north / east - 1.0) > 1e-6 || std::fabs(across) > 1e-6 * north * east) {
                return false;
            }
        }
    }
    return judged > 0;
}

double Projection::scale_factor(const Position& position) const {
    if (definition_->closed_form) {
        return definition_->closed_form->scale_factor(position);
    }
    const auto d = differentiate(*this, position);
    return std::hypot(d.north.x_m, d.north.y_m);
}

Angle Projection::north_direction(const Position& position) const {
    if (definition_->closed_form) {
        return definition_->closed_form->north_direction(position);
    }
    const auto d = differentiate(*this, position);
    return Angle::degrees(std::atan2(d.north.x_m, d.north.y_m) * 180.0 / std::numbers::pi);
}

} // namespace fairlead::geo
