// SPDX-License-Identifier: Apache-2.0
#include "core/search/slowness_memo.hpp"

#include "core/base/contract.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace fairlead::search {
namespace {

constexpr std::size_t looks_per_interval = 4;

} // namespace

SlownessMemo::SlownessMemo(SlownessFloor& sea, double departure_s)
    : sea_(sea), known_(sea.squares().cell_count()), closed_(known_.size()) {
    for (const double end_s : sea.interval_ends()) {
        ends_s_.push_back(end_s - departure_s);
    }
    FAIRLEAD_EXPECTS(ends_s_.size() >= 2 && ends_s_.front() <= 0.0);
    const std::size_t looks = looks_per_interval * ends_s_.size();
    looks_per_s_ = static_cast<double>(looks) / (ends_s_.back() - ends_s_.front());
    for (std::size_t look = 0; look <= looks; ++look) {
        const double time_s = ends_s_.front() + static_cast<double>(look) / looks_per_s_;
        const auto after = std::upper_bound(ends_s_.begin(), ends_s_.end(), time_s);
        interval_near_.push_back(static_cast<Interval>(
            std::clamp<std::ptrdiff_t>(after - ends_s_.begin() - 1, 0, last())));
    }
}

SlownessMemo::Interval SlownessMemo::interval_of(double time_s) const noexcept {
    const double look = std::clamp((time_s - ends_s_.front()) * looks_per_s_, 0.0,
                                   static_cast<double>(interval_near_.size() - 1));
    auto interval = interval_near_[static_cast<std::size_t>(look)];
    while (interval > 0 && begin_s(interval) > time_s) {
        --interval;
    }
    while (interval < last() && end_s(interval) <= time_s) {
        ++interval;
    }
    return interval;
}

double SlownessMemo::slowness(Square square, Interval interval) {
    if (!timeless_.empty()) {
        if (const auto found = timeless_.find(square); found != timeless_.end()) {
            return found->second;
        }
    }
    auto& known = known_[square][interval % intervals_kept];
    if (known.interval != interval) {
        const double exact = sea_.slowness(square, interval);
        auto below = static_cast<float>(exact);
        if (static_cast<double>(below) > exact) {
            below = std::nextafter(below, 0.0F);
        }
        known = {interval, below};
    }
    return static_cast<double>(known.slowness);
}

SlownessMemo::Interval SlownessMemo::first_open(Square square, Interval interval) {
    auto& stretch = closed_[square];
    const auto is_in = [&](Interval one) { return stretch.from <= one && one < stretch.until; };
    if (is_in(interval)) {
        return stretch.until;
    }
    auto open = interval;
    while (open < last() && slowness(square, open) == closed) {
        open = is_in(open) ? stretch.until : open + 1;
    }
    stretch = {interval, open};
    return open;
}

double SlownessMemo::least(Square square, double from_s, double to_s, double enough) {
    double least = closed;
    for (auto interval = interval_of(from_s);; ++interval) {
        if (least == closed) {
            interval = first_open(square, interval);
            if (begin_s(interval) >= to_s && begin_s(interval) > from_s) {
                return least;
            }
        }
        least = std::min(least, slowness(square, interval));
        if (least < enough || interval == last() || end_s(interval) >= to_s) {
            return least;
        }
    }
}

void SlownessMemo::stop_time(Square square) {
    timeless_.emplace(square, least(square, begin_s(0), end_s(last()), 0.0));
    closed_[square] = {};
}

} // namespace fairlead::search
