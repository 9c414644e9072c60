// SPDX-License-Identifier: Apache-2.0
#include "core/geo/land_geos.hpp"

#include "core/base/error.hpp"

#include <fmt/format.h>
#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace fairlead::geo {
namespace {

/// Edges per piece of shore: short enough that envelopes are tight, long enough that the tree is
/// small.
constexpr std::uint32_t edges_per_piece = 32;

/// One GEOS context with its last message.
class Context {
  public:
    Context() : handle_(GEOS_init_r()) {
        GEOSContext_setErrorMessageHandler_r(handle_, &Context::remember, this);
        GEOSContext_setNoticeMessageHandler_r(
            handle_, [](const char*, void*) {}, nullptr);
    }
    ~Context() { GEOS_finish_r(handle_); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    [[nodiscard]] GEOSContextHandle_t get() const { return handle_; }
    [[nodiscard]] Error error() const {
        return {ErrorCode::malformed, fmt::format("land polygons: GEOS says '{}'", message_)};
    }
    template <class T>
    T* checked(T* made) const {
        if (made == nullptr) {
            throw error();
        }
        return made;
    }

  private:
    static void remember(const char* message, void* self) {
        static_cast<Context*>(self)->message_ = message;
    }
    GEOSContextHandle_t handle_;
    std::string message_;
};

struct Destroy {
    GEOSContextHandle_t context = nullptr;
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
    void operator()(const GEOSPreparedGeometry* prepared) const {
        GEOSPreparedGeom_destroy_r(context, prepared);
    }
    void operator()(GEOSSTRtree* tree) const { GEOSSTRtree_destroy_r(context, tree); }
    void operator()(GEOSCoordSequence* sequence) const {
        GEOSCoordSeq_destroy_r(context, sequence);
    }
};
template <class T>
using Owned = std::unique_ptr<T, Destroy>;

} // namespace

struct LandGeos::Trees {
    struct Polygon {
        std::uint32_t index = 0;
        Owned<GEOSGeometry> geometry; ///< made when a question first falls into its envelope
        Owned<const GEOSPreparedGeometry> prepared;
    };

    explicit Trees(const LandRings& rings) : land(rings) {
        shore_tree = owned(context.checked(GEOSSTRtree_create_r(context.get(), 10)));
        polygon_tree = owned(context.checked(GEOSSTRtree_create_r(context.get(), 10)));
        for (std::size_t ring = 0; ring < land.ring_count(); ++ring) {
            const std::uint32_t end = land.ring_begin[ring + 1];
            for (std::uint32_t i = land.ring_begin[ring]; i + 1 < end; i += edges_per_piece) {
                pieces.push_back(line({&land.points[i], std::min(edges_per_piece + 1, end - i)}));
                GEOSSTRtree_insert_r(context.get(), shore_tree.get(), pieces.back().get(),
                                     pieces.back().get());
            }
        }
        polygons.reserve(land.polygon_count());
        for (std::uint32_t polygon = 0; polygon < land.polygon_count(); ++polygon) {
            const auto outer = land.ring(land.polygon_begin[polygon]);
            const auto [left, right] =
                std::minmax_element(outer.begin(), outer.end(),
                                    [](PlanePoint a, PlanePoint b) { return a.x_m < b.x_m; });
            const auto [low, high] =
                std::minmax_element(outer.begin(), outer.end(),
                                    [](PlanePoint a, PlanePoint b) { return a.y_m < b.y_m; });
            const PlanePoint corners[] = {{left->x_m, low->y_m}, {right->x_m, high->y_m}};
            polygons.push_back({polygon, {}, {}});
            envelopes.push_back(line(corners));
            GEOSSTRtree_insert_r(context.get(), polygon_tree.get(), envelopes.back().get(),
                                 &polygons.back());
        }
    }

    template <class T>
    [[nodiscard]] Owned<T> owned(T* raw) const {
        return Owned<T>(raw, Destroy{context.get()});
    }

    [[nodiscard]] Owned<GEOSCoordSequence> sequence(std::span<const PlanePoint> points) const {
        static_assert(sizeof(PlanePoint) == 2 * sizeof(double));
        return owned(context.checked(GEOSCoordSeq_copyFromBuffer_r(
            context.get(), &points.front().x_m, static_cast<unsigned>(points.size()), 0, 0)));
    }
    [[nodiscard]] Owned<GEOSGeometry> line(std::span<const PlanePoint> points) const {
        return owned(context.checked(
            GEOSGeom_createLineString_r(context.get(), sequence(points).release())));
    }
    [[nodiscard]] Owned<GEOSGeometry> ring(std::span<const PlanePoint> points) const {
        return owned(context.checked(
            GEOSGeom_createLinearRing_r(context.get(), sequence(points).release())));
    }
    [[nodiscard]] Owned<GEOSGeometry> point(PlanePoint at) const {
        return owned(context.checked(GEOSGeom_createPointFromXY_r(context.get(), at.x_m, at.y_m)));
    }

    [[nodiscard]] const GEOSPreparedGeometry* prepared(Polygon& polygon) const {
        if (!polygon.prepared) {
            const std::uint32_t first = land.polygon_begin[polygon.index];
            const std::uint32_t end = land.polygon_begin[polygon.index + 1];
            auto outer = ring(land.ring(first));
            std::vector<GEOSGeometry*> holes;
            for (std::uint32_t hole = first + 1; hole < end; ++hole) {
                holes.push_back(ring(land.ring(hole)).release());
            }
            polygon.geometry = owned(context.checked(
                GEOSGeom_createPolygon_r(context.get(), outer.release(), holes.data(),
                                         static_cast<unsigned>(holes.size()))));
            polygon.prepared =
                owned(context.checked(GEOSPrepare_r(context.get(), polygon.geometry.get())));
        }
        return polygon.prepared.get();
    }

    /// All items of a tree whose envelope meets the box around two points, widened.
    template <class Item>
    [[nodiscard]] std::vector<Item*> items_near(GEOSSTRtree* tree, PlanePoint a, PlanePoint b,
                                                double widen_m) {
        const PlanePoint corners[] = {
            {std::fmin(a.x_m, b.x_m) - widen_m, std::fmin(a.y_m, b.y_m) - widen_m},
            {std::fmax(a.x_m, b.x_m) + widen_m, std::fmax(a.y_m, b.y_m) + widen_m}};
        const auto box = line(corners);
        std::vector<Item*> found;
        GEOSSTRtree_query_r(
            context.get(), tree, box.get(),
            [](void* item, void* list) {
                static_cast<std::vector<Item*>*>(list)->push_back(static_cast<Item*>(item));
            },
            &found);
        return found;
    }

    /// The point of `shore` nearest to `other`.
    [[nodiscard]] PlanePoint nearest_point(const GEOSGeometry* shore,
                                           const GEOSGeometry* other) const {
        const auto pair = owned(context.checked(GEOSNearestPoints_r(context.get(), shore, other)));
        PlanePoint nearest;
        GEOSCoordSeq_getXY_r(context.get(), pair.get(), 0, &nearest.x_m, &nearest.y_m);
        return nearest;
    }

    [[nodiscard]] double distance(const GEOSGeometry* a, const GEOSGeometry* b) const {
        double apart_m = 0.0;
        if (GEOSDistance_r(context.get(), a, b, &apart_m) == 0) {
            throw context.error();
        }
        return apart_m;
    }

    /// Every vertex of a geometry of points and lines, nested or not.
    template <class Visit>
    void visit_vertices(const GEOSGeometry* geometry, const Visit& visit) const {
        const int parts = GEOSGetNumGeometries_r(context.get(), geometry);
        if (const GEOSCoordSequence* vertices =
                parts == 1 && GEOSGeomTypeId_r(context.get(), geometry) <= GEOS_LINESTRING &&
                        GEOSisEmpty_r(context.get(), geometry) == 0
                    ? GEOSGeom_getCoordSeq_r(context.get(), geometry)
                    : nullptr) {
            unsigned count = 0;
            GEOSCoordSeq_getSize_r(context.get(), vertices, &count);
            for (unsigned i = 0; i < count; ++i) {
                PlanePoint vertex;
                GEOSCoordSeq_getXY_r(context.get(), vertices, i, &vertex.x_m, &vertex.y_m);
                visit(vertex);
            }
            return;
        }
        for (int i = 0; i < parts; ++i) {
            const GEOSGeometry* part = GEOSGetGeometryN_r(context.get(), geometry, i);
            if (part != geometry) {
                visit_vertices(part, visit);
            }
        }
    }

    const LandRings& land;
    Context context;
    std::vector<Owned<GEOSGeometry>> pieces;
    std::vector<Owned<GEOSGeometry>> envelopes;
    std::vector<Polygon> polygons;
    Owned<GEOSSTRtree> shore_tree;
    Owned<GEOSSTRtree> polygon_tree;
};

LandGeos::LandGeos(const LandRings& land) : land_(land) {}
LandGeos::~LandGeos() = default;

LandGeos::Trees& LandGeos::trees() const {
    if (!trees_) {
        trees_ = std::make_unique<Trees>(land_);
    }
    return *trees_;
}

bool LandGeos::is_land(PlanePoint point) const {
    Trees& t = trees();
    const auto place = t.point(point);
    for (auto* polygon : t.items_near<Trees::Polygon>(t.polygon_tree.get(), point, point, 0.0)) {
        const char answer =
            GEOSPreparedIntersects_r(t.context.get(), t.prepared(*polygon), place.get());
        if (answer == 2) {
            throw t.context.error();
        }
        if (answer == 1) {
            return true;
        }
    }
    return false;
}

std::optional<PlanePoint> LandGeos::first_meeting(PlanePoint from, PlanePoint to) const {
    Trees& t = trees();
    const PlanePoint ends[] = {from, to};
    const auto segment = t.line(ends);
    std::optional<PlanePoint> first;
    double least_m = std::numeric_limits<double>::infinity();
    for (const auto* piece : t.items_near<const GEOSGeometry>(t.shore_tree.get(), from, to, 0.0)) {
        const auto common =
            t.owned(t.context.checked(GEOSIntersection_r(t.context.get(), segment.get(), piece)));
        t.visit_vertices(common.get(), [&](PlanePoint vertex) {
            const double along_m = std::hypot(vertex.x_m - from.x_m, vertex.y_m - from.y_m);
            if (along_m < least_m) {
                least_m = along_m;
                first = vertex;
            }
        });
    }
    return first;
}

bool LandGeos::shore_keeps_off(PlanePoint from, PlanePoint to, double clearance_m) const {
    Trees& t = trees();
    const PlanePoint ends[] = {from, to};
    const auto segment = t.line(ends);
    // Twice the scale at the ends is more than any scale nearby: no land that matters is missed.
    const double reach_m = clearance_m * 2.0 * std::fmax(land_.scale.at(from), land_.scale.at(to));
    for (const auto* piece :
         t.items_near<const GEOSGeometry>(t.shore_tree.get(), from, to, reach_m)) {
        const double apart_m = t.distance(piece, segment.get());
        if (apart_m <= reach_m &&
            apart_m <= clearance_m * land_.scale.at(t.nearest_point(piece, segment.get()))) {
            return false;
        }
    }
    return true;
}

std::optional<PlanePoint> LandGeos::nearest_shore(PlanePoint point, double limit_m) const {
    Trees& t = trees();
    const auto place = t.point(point);
    const GEOSGeometry* nearest = nullptr;
    double least_m = limit_m;
    for (const auto* piece :
         t.items_near<const GEOSGeometry>(t.shore_tree.get(), point, point, limit_m)) {
        const double apart_m = t.distance(piece, place.get());
        if (apart_m <= least_m) {
            least_m = apart_m;
            nearest = piece;
        }
    }
    if (nearest == nullptr) {
        return std::nullopt;
    }
    return t.nearest_point(nearest, place.get());
}

} // namespace fairlead::geo
