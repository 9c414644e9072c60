// SPDX-License-Identifier: Apache-2.0
#include "core/route/segment_clear.hpp"

namespace fairlead::route {
namespace {

/// The scale factor changes little over the width of a tube; a tenth more makes up for that.
constexpr double margin_factor = 1.1;

} // namespace

SegmentClear segment_clear(const geo::LandIndex* land, const geo::Projection& plane,
                           Length clearance) {
    if (land == nullptr) {
        return {};
    }
    const double clearance_m = clearance.in_metres();
    if (land->plane().definition() == plane.definition()) {
        return [land, clearance_m](geo::PlanePoint from, geo::PlanePoint to, double margin_m) {
            if (margin_m == 0.0) {
                return land->is_clear(from, to, clearance_m);
            }
            const auto middle_place = land->plane().inverse(
                geo::PlanePoint{0.5 * (from.x_m + to.x_m), 0.5 * (from.y_m + to.y_m)});
            // The scale changes little over a tube's width; a tenth more makes up for that.
            return middle_place &&
                   land->is_clear(from, to,
                                  clearance_m + margin_factor * margin_m /
                                                    land->plane().scale_factor(*middle_place));
        };
    }
    return [land, plane, clearance_m](geo::PlanePoint from, geo::PlanePoint to, double margin_m) {
        const auto a = plane.inverse(from);
        const auto b = plane.inverse(to);
        if (!a || !b) {
            return false;
        }
        const double margin_true_m =
            margin_m == 0.0 ? 0.0 : margin_factor * margin_m / plane.scale_factor(*a);
        return land->is_clear(*a, *b, Length::metres(clearance_m + margin_true_m));
    };
}

} // namespace fairlead::route
