// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/flat_searches.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace fairlead::bench {
namespace {

constexpr float infinite = std::numeric_limits<float>::infinity();

struct Move {
    int dx;
    int dy;
};
// In the order of the graph's direction bits.
constexpr std::array<Move, 16> moves{{{1, 0},
                                      {-1, 0},
                                      {0, 1},
                                      {0, -1},
                                      {1, 1},
                                      {-1, -1},
                                      {1, -1},
                                      {-1, 1},
                                      {2, 1},
                                      {-2, -1},
                                      {2, -1},
                                      {-2, 1},
                                      {1, 2},
                                      {-1, -2},
                                      {1, -2},
                                      {-1, 2}}};

float length(Move move) {
    return std::sqrt(static_cast<float>(move.dx * move.dx + move.dy * move.dy));
}

std::vector<std::uint32_t> copy_arcs(const graph::GridGraph& graph) {
    std::vector<std::uint32_t> arcs;
    for (graph::Vertex v = 0; v < graph.vertex_count(); ++v) {
        arcs.push_back(graph.arcs(v));
    }
    return arcs;
}

} // namespace

FlatStatic::FlatStatic(const Workload& workload, const graph::GridGraph& graph)
    : neighbours_(graph.neighbours()), from_(workload.from), columns_(workload.field.grid.columns),
      arcs_(copy_arcs(graph)), labels_(arcs_.size()), parents_(arcs_.size()), ring_(256) {
    float least = infinite;
    for (const std::uint16_t code : workload.field.slice(0)) {
        const float cost = code == cost::TransitField::closed
                               ? infinite
                               : static_cast<float>(code * workload.field.slowness_unit_s_per_m *
                                                    workload.field.grid.cell_m);
        cost_.push_back(cost);
        least = std::min(least, cost);
    }
    width_ = least;
}

template <int Neighbours>
void FlatStatic::run_with() {
    constexpr auto count = static_cast<std::size_t>(Neighbours);
    std::array<std::ptrdiff_t, count> step;
    std::array<float, count> factor;
    for (std::size_t d = 0; d < count; ++d) {
        step[d] = moves[d].dy * columns_ + moves[d].dx;
        factor[d] = length(moves[d]) / (d < 8 ? 2.0F : 4.0F);
    }
    std::fill(labels_.begin(), labels_.end(), infinite);
    const float per_width = 1.0F / width_;
    labels_[from_] = 0.0F;
    parents_[from_] = 255;
    ring_[0].push_back({from_, 0.0F});
    std::size_t waiting = 1;
    for (std::size_t bucket = 0; waiting > 0; ++bucket) {
        auto& entries = ring_[bucket % ring_.size()];
        while (!entries.empty()) {
            const auto [u, label] = entries.back();
            entries.pop_back();
            --waiting;
            if (label != labels_[u]) {
                continue;
            }
            const float* c = &cost_[u];
            for (std::uint32_t bits = arcs_[u]; bits != 0; bits &= bits - 1) {
                const auto d = static_cast<std::size_t>(std::countr_zero(bits));
                float sum = c[0] + c[step[d]];
                if (Neighbours == 16 && d >= 8) {
                    const Move move = moves[d];
                    const std::ptrdiff_t diagonal =
                        (move.dy > 0 ? columns_ : -columns_) + (move.dx > 0 ? 1 : -1);
                    const std::ptrdiff_t straight = std::abs(move.dx) == 2
                                                        ? (move.dx > 0 ? 1 : -1)
                                                        : (move.dy > 0 ? columns_ : -columns_);
                    sum += c[diagonal] + c[straight];
                }
                const float arrival = label + sum * factor[d];
                const std::size_t v =
                    static_cast<std::size_t>(static_cast<std::ptrdiff_t>(u) + step[d]);
                if (arrival < labels_[v]) {
                    labels_[v] = arrival;
                    parents_[v] = static_cast<std::uint8_t>(d);
                    ring_[static_cast<std::size_t>(arrival * per_width) % ring_.size()].push_back(
                        {static_cast<std::uint32_t>(v), arrival});
                    ++waiting;
                }
            }
        }
    }
}

void FlatStatic::run() {
    if (neighbours_ == 8) {
        run_with<8>();
    } else {
        run_with<16>();
    }
}

FlatTimed::FlatTimed(const Workload& workload, const graph::GridGraph& graph)
    : workload_(workload), arcs_(copy_arcs(graph)), labels_(arcs_.size(), infinite),
      parents_(arcs_.size()), ring_(4096) {}

double FlatTimed::run() {
    const cost::TransitField& field = workload_.field;
    const std::ptrdiff_t columns = field.grid.columns;
    const std::size_t cells = field.grid.cell_count();
    for (const std::uint32_t v : touched_) {
        labels_[v] = infinite;
    }
    touched_.clear();
    for (auto& entries : ring_) {
        entries.clear();
    }
    std::uint16_t least = 65535;
    for (std::size_t i = 0; i < cells; i += 7) {
        least = std::min(least, field.slowness[i]);
    }
    const double unit = field.slowness_unit_s_per_m * field.grid.cell_m;
    const auto fastest = static_cast<float>(unit * 0.95 * least);
    std::array<std::ptrdiff_t, 16> step;
    std::array<float, 16> factor;
    for (std::size_t d = 0; d < 16; ++d) {
        step[d] = moves[d].dy * columns + moves[d].dx;
        factor[d] = length(moves[d]) * static_cast<float>(unit) / (d < 8 ? 2.0F : 4.0F);
    }
    const geo::GridCell goal = field.grid.cell(workload_.to);
    const auto left = [&](int column, int row) {
        const auto dx = static_cast<float>(goal.column - column);
        const auto dy = static_cast<float>(goal.row - row);
        return std::sqrt(dx * dx + dy * dy) * fastest;
    };
    const float per_width = 2.0F / fastest;
    const auto slot = [&](float f) { return static_cast<std::size_t>(f * per_width); };
    const geo::GridCell start = field.grid.cell(workload_.from);
    std::size_t bucket = slot(left(start.column, start.row));
    labels_[workload_.from] = 0.0F;
    touched_.push_back(workload_.from);
    ring_[bucket % ring_.size()].push_back({workload_.from, 0.0F});
    std::size_t waiting = 1;
    settled_ = 0;
    const std::size_t last_slice = field.slice_count() - 1;
    for (; waiting > 0 && bucket <= slot(std::min(labels_[workload_.to], 1e9F)); ++bucket) {
        auto& entries = ring_[bucket % ring_.size()];
        while (!entries.empty()) {
            const auto [u, label] = entries.back();
            entries.pop_back();
            --waiting;
            if (label != labels_[u]) {
                continue;
            }
            ++settled_;
            const std::size_t k = std::min(static_cast<std::size_t>(label / 86400.0F), last_slice);
            const bool held = k == last_slice;
            const std::uint16_t* a = &field.slowness[k * cells + u];
            const std::uint16_t* b = held ? a : a + cells;
            const float phase = label / 86400.0F - static_cast<float>(k);
            const geo::GridCell cell = field.grid.cell(u);
            for (std::uint32_t bits = arcs_[u]; bits != 0; bits &= bits - 1) {
                const auto d = static_cast<std::size_t>(std::countr_zero(bits));
                const Move move = moves[d];
                int first = a[0] + a[step[d]];
                int second = b[0] + b[step[d]];
                if (d >= 8) {
                    const std::ptrdiff_t diagonal =
                        (move.dy > 0 ? columns : -columns) + (move.dx > 0 ? 1 : -1);
                    const std::ptrdiff_t straight = std::abs(move.dx) == 2
                                                        ? (move.dx > 0 ? 1 : -1)
                                                        : (move.dy > 0 ? columns : -columns);
                    first += a[diagonal] + a[straight];
                    second += b[diagonal] + b[straight];
                }
                float taken = 0.0F;
                float share = 1.0F;
                float now = phase;
                const float begin = static_cast<float>(first) * factor[d];
                float change = static_cast<float>(second) * factor[d] - begin;
                const float slope = change / 86400.0F;
                const float duration = begin + change * now;
                taken = duration *
                        (std::abs(slope) < 1e-4F ? 1.0F + 0.5F * slope : std::expm1(slope) / slope);
                if (!held && phase * 86400.0F + taken > 86400.0F) {
                    // Into the next slice: what is left there, at its own slope.
                    const float until = (1.0F - phase) * 86400.0F;
                    share = 1.0F - (std::abs(slope) < 1e-4F
                                        ? until / duration
                                        : std::log1p(slope * until / duration) / slope);
                    float third = begin + change;
                    float more = 0.0F;
                    if (k + 2 <= last_slice) {
                        const std::uint16_t* c = b + cells;
                        int sum = c[0] + c[step[d]];
                        if (d >= 8) {
                            const std::ptrdiff_t diagonal =
                                (move.dy > 0 ? columns : -columns) + (move.dx > 0 ? 1 : -1);
                            const std::ptrdiff_t straight =
                                std::abs(move.dx) == 2 ? (move.dx > 0 ? 1 : -1)
                                                       : (move.dy > 0 ? columns : -columns);
                            sum += c[diagonal] + c[straight];
                        }
                        more = (static_cast<float>(sum) * factor[d] - third) / 86400.0F;
                    }
                    taken = until + third * share *
                                        (std::abs(more * share) < 1e-4F
                                             ? 1.0F
                                             : std::expm1(more * share) / (more * share));
                }
                const float arrival = label + taken;
                const std::size_t v =
                    static_cast<std::size_t>(static_cast<std::ptrdiff_t>(u) + step[d]);
                if (arrival < labels_[v]) {
                    if (labels_[v] == infinite) {
                        touched_.push_back(static_cast<std::uint32_t>(v));
                    }
                    labels_[v] = arrival;
                    parents_[v] = static_cast<std::uint8_t>(d);
                    const float f = arrival + left(cell.column + move.dx, cell.row + move.dy);
                    ring_[std::max(bucket, slot(f)) % ring_.size()].push_back(
                        {static_cast<std::uint32_t>(v), arrival});
                    ++waiting;
                }
            }
        }
    }
    return static_cast<double>(labels_[workload_.to]);
}

} // namespace fairlead::bench
