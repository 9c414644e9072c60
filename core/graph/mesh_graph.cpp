// SPDX-License-Identifier: Apache-2.0
#include "core/graph/mesh_graph.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace fairlead::graph {
namespace {

constexpr double full_turn_deg = 360.0;

/// Writers compute edges by repeated sums; what is nearer than this (0.1 mm) is one place.
constexpr double same_place_deg = 1e-9;

/// The part that two intervals share; begin > end by more than rounding: none.
struct Overlap {
    double begin;
    double end;
    [[nodiscard]] bool is_empty() const { return begin > end + same_place_deg; }
};

Overlap overlap(double begin, double end, double other_begin, double other_end) {
    Overlap common{std::max(begin, other_begin), std::min(end, other_end)};
    if (std::abs(common.begin - common.end) <= same_place_deg) {
        common.end = common.begin;
    }
    return common;
}

/// Where b touches a; nothing if it does not, or covers it. For boxes that touch on both sides of
/// the globe the first turn that fits is taken, that without a turn before others.
std::optional<MeshPortal> portal_between(const MeshBox& a, const MeshBox& b) {
    for (const double turn : {0.0, full_turn_deg, -full_turn_deg}) {
        const auto longitudes =
            overlap(a.west_deg, a.east_deg, b.west_deg - turn, b.east_deg - turn);
        const auto latitudes = overlap(a.south_deg, a.north_deg, b.south_deg, b.north_deg);
        if (longitudes.is_empty() || latitudes.is_empty() ||
            (longitudes.begin != longitudes.end && latitudes.begin != latitudes.end)) {
            continue;
        }
        MeshPortal portal;
        portal.begin = {longitudes.begin, latitudes.begin};
        portal.end = {longitudes.end, latitudes.end};
        portal.turn_deg = turn;
        return portal;
    }
    return std::nullopt;
}

} // namespace

double MeshBox::longitude_here(double longitude_deg) const noexcept {
    const double middle = 0.5 * (west_deg + east_deg);
    return longitude_deg - full_turn_deg * std::round((longitude_deg - middle) / full_turn_deg);
}

bool MeshBox::holds(const MeshPoint& point) const noexcept {
    const double longitude = longitude_here(point.longitude_deg);
    return longitude > west_deg && longitude < east_deg && point.latitude_deg > south_deg &&
           point.latitude_deg < north_deg;
}

MeshPoint MeshPortal::point(double fraction, MeshVertex cell) const noexcept {
    // From the nearer end, so that both ends are exact.
    const auto between = [fraction](double from, double to) {
        return fraction <= 0.5 ? from + fraction * (to - from)
                               : to - (1.0 - fraction) * (to - from);
    };
    return {between(begin.longitude_deg, end.longitude_deg) + (cell == cells[0] ? 0.0 : turn_deg),
            between(begin.latitude_deg, end.latitude_deg)};
}

MeshGraph::MeshGraph(std::vector<MeshBox> boxes,
                     const std::vector<std::vector<MeshVertex>>& neighbours,
                     std::span<const std::string> names)
    : boxes_(std::move(boxes)) {
    FAIRLEAD_EXPECTS(neighbours.size() == boxes_.size() && names.size() == boxes_.size());
    std::map<std::pair<MeshVertex, MeshVertex>, std::uint32_t> portal_of;
    first_.push_back(0);
    for (MeshVertex cell = 0; cell < boxes_.size(); ++cell) {
        for (const auto other : neighbours[cell]) {
            FAIRLEAD_EXPECTS(other < boxes_.size());
            const auto refuse = [&](const char* why) {
                throw Error(ErrorCode::malformed, fmt::format("cell {}: its neighbour {} {}",
                                                              names[cell], names[other], why));
            };
            const auto& back = neighbours[other];
            if (std::count(neighbours[cell].begin(), neighbours[cell].end(), other) != 1) {
                refuse("is listed more than once");
            }
            if (std::find(back.begin(), back.end(), cell) == back.end()) {
                refuse("does not list it in turn");
            }
            const auto [entry, is_new] =
                portal_of.try_emplace(std::minmax(cell, other), portals_.size());
            if (is_new) {
                auto portal = portal_between(boxes_[cell], boxes_[other]);
                if (!portal || cell == other) {
                    refuse("does not touch it at an edge or corner");
                }
                portal->cells = {cell, other};
                portals_.push_back(*portal);
            }
            arcs_.push_back({cell, other, entry->second});
        }
        first_.push_back(arcs_.size());
    }
}

} // namespace fairlead::graph
