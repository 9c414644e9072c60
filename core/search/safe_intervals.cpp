// SPDX-License-Identifier: Apache-2.0
#include "core/search/safe_intervals.hpp"

#include "core/base/contract.hpp"

#include <algorithm>

namespace fairlead::search {
namespace {

/// Of one cell while the slices are gone through.
enum Mark : std::uint8_t {
    open_now = 1,
    open_once = 2,
    open_again = 4,
};

} // namespace

SafeIntervals::SafeIntervals(const ArcTimes& times, double from_s) : times_(&times) {
    const auto& intervals = times.intervals();
    while (first_interval_ < intervals.size() && intervals[first_interval_].end_s <= from_s) {
        ++first_interval_;
    }
    const cost::TransitField& field = times.field();
    std::vector<std::uint8_t> marks(field.grid.cell_count(), 0);
    for (std::size_t i = first_interval_; i < intervals.size(); ++i) {
        const std::uint16_t* const first = field.slice(intervals[i].first).data();
        const std::uint16_t* const second = field.slice(intervals[i].second).data();
        // Without branches, so that it runs at the speed of memory.
        for (std::size_t cell = 0; cell < marks.size(); ++cell) {
            const auto open =
                static_cast<std::uint8_t>(static_cast<int>(first[cell] != field.closed) &
                                          static_cast<int>(second[cell] != field.closed));
            const std::uint8_t mark = marks[cell];
            const auto begins = static_cast<std::uint8_t>(open & ~mark & open_now);
            marks[cell] =
                static_cast<std::uint8_t>(open | (mark & (open_once | open_again)) | (open << 1) |
                                          ((begins << 2) & ((mark & open_once) << 1)));
        }
    }
    kinds_ = std::move(marks);
    for (std::uint8_t& kind : kinds_) {
        kind = (kind & open_again) != 0 ? several : 0;
    }
    lists_.assign(kinds_.size(), no_list);
}

std::vector<SafeIntervals::Run> SafeIntervals::list(graph::Vertex cell) const {
    std::vector<Run> runs;
    bool open = false;
    for (std::size_t i = first_interval_; i < times_->intervals().size(); ++i) {
        const Interval& interval = times_->intervals()[i];
        const bool stays = open;
        open = times_->is_open(cell, interval);
        if (open && stays) {
            runs.back().end_s = interval.end_s;
        } else if (open) {
            runs.push_back({cell, interval.begin_s, interval.end_s});
        }
    }
    return runs;
}

SafeIntervals::Range SafeIntervals::states(graph::Vertex cell) {
    FAIRLEAD_AUDIT(has_several(cell));
    if (lists_[cell] == no_list) {
        const auto runs = list(cell);
        lists_[cell] = static_cast<std::uint32_t>(runs_.size());
        runs_.insert(runs_.end(), runs.begin(), runs.end());
    }
    std::size_t end = lists_[cell];
    while (end < runs_.size() && runs_[end].cell == cell) {
        ++end;
    }
    return {cells() + lists_[cell], cells() + static_cast<State>(end)};
}

std::size_t SafeIntervals::memory_bytes() const noexcept {
    return sizeof(*this) + kinds_.capacity() + lists_.capacity() * sizeof(std::uint32_t) +
           runs_.capacity() * sizeof(Run);
}

} // namespace fairlead::search
