// SPDX-License-Identifier: Apache-2.0
#include "core/geo/projection.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"

#include <fmt/format.h>
#include <proj.h>

#include <cmath>
#include <map>
#include <mutex>
#include <numbers>
#include <utility>

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
};

Projection Projection::from_definition(const std::string& definition) {
    auto& mine = transformations();
    const auto refuse = [&]() {
        return Error(ErrorCode::invalid_argument,
                     fmt::format("CRS '{}' is not one that PROJ can read", definition));
    };
    const Pj crs(proj_create(mine.context(), definition.c_str()));
    if (!crs || proj_is_crs(crs.get()) == 0 || mine.get(definition) == nullptr) {
        throw refuse();
    }
    auto made = std::make_shared<Definition>();
    made->text = definition;
    const auto kind = proj_get_type(crs.get());
    made->geographic = kind == PJ_TYPE_GEOGRAPHIC_2D_CRS || kind == PJ_TYPE_GEOGRAPHIC_3D_CRS;
    if (!made->geographic) {
        const Pj axes(proj_crs_get_coordinate_system(mine.context(), crs.get()));
        double factor = 1.0;
        if (axes && proj_cs_get_axis_info(mine.context(), axes.get(), 0, nullptr, nullptr, nullptr,
                                          &factor, nullptr, nullptr, nullptr) != 0) {
            made->metres_per_unit = factor;
        }
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
    PJ* pj = transformations().get(definition_->text);
    const double scale = definition_->metres_per_unit;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const auto out = proj_trans(
            pj, PJ_FWD,
            proj_coord(positions[i].longitude_deg(), positions[i].latitude_deg(), 0.0, 0.0));
        const bool finite = std::isfinite(out.xy.x) && std::isfinite(out.xy.y);
        points[i] = finite ? PlanePoint{out.xy.x * scale, out.xy.y * scale}
                           : PlanePoint{std::nan(""), std::nan("")};
    }
    proj_errno_reset(pj);
}

void Projection::inverse(std::span<const PlanePoint> points, std::span<Position> positions,
                         std::span<unsigned char> valid) const {
    FAIRLEAD_EXPECTS(positions.size() == points.size() && valid.size() == points.size());
    PJ* pj = transformations().get(definition_->text);
    const double scale = definition_->metres_per_unit;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto out = proj_trans(
            pj, PJ_INV, proj_coord(points[i].x_m / scale, points[i].y_m / scale, 0.0, 0.0));
        const bool on_earth = std::isfinite(out.xy.x) && std::isfinite(out.xy.y) &&
                              std::fabs(out.xy.y) <= 90.0 + 1e-9;
        valid[i] = on_earth ? 1 : 0;
        positions[i] =
            on_earth ? Position::degrees(std::fmin(90.0, std::fmax(-90.0, out.xy.y)), out.xy.x)
                     : Position();
    }
    proj_errno_reset(pj);
}

namespace {
/// Displacement in the plane of one metre to the north and to the east, by central differences.
struct Differential {
    PlanePoint north;
    PlanePoint east;
};

constexpr double wgs84_a_m = 6378137.0;
constexpr double wgs84_e2 = 6.69437999014e-3;

Differential differentiate(const Projection& projection, const Position& position) {
    // Close to a pole "east" has no length of its own to step along; move the foot a little off.
    const double latitude = std::fmax(-89.9999, std::fmin(89.9999, position.latitude_deg()));
    const double phi = latitude * std::numbers::pi / 180.0;
    const double w2 = 1.0 - wgs84_e2 * std::sin(phi) * std::sin(phi);
    const double meridian_m = wgs84_a_m * (1.0 - wgs84_e2) / (w2 * std::sqrt(w2));
    const double parallel_m = wgs84_a_m / std::sqrt(w2) * std::cos(phi);
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
    const auto d = differentiate(*this, position);
    return std::hypot(d.north.x_m, d.north.y_m);
}

Angle Projection::north_direction(const Position& position) const {
    const auto d = differentiate(*this, position);
    return Angle::degrees(std::atan2(d.north.x_m, d.north.y_m) * 180.0 / std::numbers::pi);
}

} // namespace fairlead::geo
