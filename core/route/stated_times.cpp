// SPDX-License-Identifier: Apache-2.0
#include "core/route/stated_times.hpp"

#include "core/base/contract.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace fairlead::route {
namespace {

using rules::Finding;
using rules::Severity;

constexpr double share_allowed = 0.01;
/// Two reckonings of one plan, with times to the minute, differ by no more.
constexpr double same_plan_s = 60.0;

class StatedTimes {
  public:
    StatedTimes(const Route& route, std::span<const std::optional<Instant>> stated)
        : route_(route), stated_(stated.begin(), stated.end()) {
        stated_.resize(route.waypoints.size());
        stated_.front() = route.departure;
        waits_s_.resize(stated_.size(), 0.0);
        for (const Wait& wait : route.waits) {
            if (!wait.intended) {
                waits_s_[stated_before(leg_of(wait))] += length_s(wait);
            }
        }
    }

    [[nodiscard]] std::vector<Finding> waits() const {
        std::vector<Finding> findings;
        for (const Wait& wait : route_.waits) {
            if (!wait.intended) {
                findings.push_back(finding_on(wait));
            }
        }
        return findings;
    }

    [[nodiscard]] std::optional<Finding> not_kept() const;
    [[nodiscard]] std::optional<Finding> judged_ahead() const;

  private:
    [[nodiscard]] static double length_s(const Wait& wait) {
        return between(wait.from, wait.until).in_seconds();
    }
    [[nodiscard]] Instant found(std::size_t waypoint) const {
        return waypoint == 0 ? route_.departure : route_.legs[waypoint - 1].arrival;
    }
    [[nodiscard]] double late_s(std::size_t waypoint) const {
        return between(*stated_[waypoint], found(waypoint)).in_seconds();
    }
    [[nodiscard]] double allowed_s(std::size_t from, std::size_t to) const {
        return std::max(least_time_allowed.in_seconds(),
                        share_allowed * between(*stated_[from], *stated_[to]).in_seconds());
    }
    [[nodiscard]] std::size_t leg_of(const Wait& wait) const {
        const auto leg = std::find_if(route_.legs.begin(), route_.legs.end(),
                                      [&](const Leg& l) { return wait.until <= l.arrival; });
        FAIRLEAD_EXPECTS(leg != route_.legs.end());
        return static_cast<std::size_t>(leg - route_.legs.begin());
    }
    [[nodiscard]] std::size_t stated_before(std::size_t leg) const {
        while (!stated_[leg]) {
            --leg; // the departure is always stated
        }
        return leg;
    }
    /// The number of waypoints if there is none.
    [[nodiscard]] std::size_t stated_after(std::size_t waypoint) const {
        do {
            ++waypoint;
        } while (waypoint < stated_.size() && !stated_[waypoint]);
        return waypoint;
    }
    [[nodiscard]] std::string name_of(std::size_t waypoint) const {
        const auto& name = route_.waypoints[waypoint].name;
        return name.empty() ? fmt::format("waypoint {}", waypoint + 1)
                            : fmt::format("waypoint {} ({})", waypoint + 1, name);
    }
    [[nodiscard]] std::string lateness(std::size_t waypoint) const {
        return fmt::format("at {} {} later than the {} of the file", name_of(waypoint),
                           format_duration(Duration::seconds(late_s(waypoint))),
                           format_instant(*stated_[waypoint]));
    }
    [[nodiscard]] Finding finding_on(const Wait& wait) const;

    const Route& route_;
    std::vector<std::optional<Instant>> stated_;
    /// Time waited without intention between a waypoint with a stated time and the next such one.
    std::vector<double> waits_s_;
};

Finding StatedTimes::finding_on(const Wait& wait) const {
    const std::size_t before = stated_before(leg_of(wait));
    const std::size_t after = stated_after(before);
    Finding finding;
    finding.code = "route.wait";
    finding.severity = Severity::warning;
    finding.rule = "waiting";
    finding.position = wait.position;
    finding.time = wait.from;
    finding.subject = geo::format_position(wait.position);
    const auto what =
        fmt::format("the ship has to wait at {} from {} until {} ({})", finding.subject,
                    format_instant(wait.from), format_instant(wait.until),
                    format_duration(Duration::seconds(length_s(wait))));
    const double waited_s = waits_s_[before];
    if (after < stated_.size()) {
        // Were the wait not in the stated times, the ship would lose all of it on them.
        const double lost_s = std::abs(late_s(after) - late_s(before));
        if (lost_s <= std::min(allowed_s(before, after), std::max(same_plan_s, 0.5 * waited_s))) {
            finding.severity = Severity::info;
            finding.message =
                fmt::format("{}, for which the file's times leave room: {}", what, wait.reason);
            return finding;
        }
    }
    finding.remedy = "leave at another time, plan another way, or plan the wait (leave_not_before)";
    for (std::size_t at = after; at < stated_.size(); at = stated_after(at)) {
        const double allowed = allowed_s(before, at);
        if (late_s(at) > allowed && waited_s > allowed) {
            finding.severity = Severity::violation;
            finding.message = fmt::format("{}, which the file does not plan, and is {}: {}", what,
                                          lateness(at), wait.reason);
            return finding;
        }
    }
    finding.message = fmt::format("{}, which the file does not plan: {}", what, wait.reason);
    return finding;
}

std::optional<Finding> StatedTimes::not_kept() const {
    std::optional<std::size_t> first;
    std::size_t worst = 0;
    for (std::size_t at = stated_after(0); at < stated_.size(); at = stated_after(at)) {
        if (late_s(at) <= allowed_s(0, at)) {
            continue;
        }
        if (!first) {
            first = at;
            worst = at;
        } else if (late_s(at) > late_s(worst)) {
            worst = at;
        }
    }
    if (!first) {
        return std::nullopt;
    }
    Finding finding;
    finding.code = "route.times_not_kept";
    finding.severity = Severity::warning;
    finding.rule = "times of the file";
    finding.position = route_.waypoints[*first].position;
    finding.time = *stated_[*first];
    finding.message = fmt::format("the ship cannot keep the file's times: she is {}{}",
                                  worst == *first ? "" : "first late ", lateness(*first));
    if (worst != *first) {
        finding.message += fmt::format(", and most {}", lateness(worst));
    }
    finding.remedy = "plan with the times that are found here, or another ship";
    return finding;
}

std::optional<Finding> StatedTimes::judged_ahead() const {
    std::size_t most = 0;
    for (std::size_t at = stated_after(0); at < stated_.size(); at = stated_after(at)) {
        if (-late_s(at) > allowed_s(0, at) && late_s(at) < late_s(most)) {
            most = at;
        }
    }
    if (most == 0) {
        return std::nullopt;
    }
    Finding finding;
    finding.code = "route.judged_ahead";
    finding.severity = Severity::warning;
    finding.rule = "times of the file";
    finding.position = route_.waypoints[most].position;
    finding.time = found(most);
    finding.message = fmt::format("ice, zones and weather are judged where the ship is at full "
                                  "speed, not at the file's times: "
                                  "at {} that is {} before the {} of the file",
                                  name_of(most), format_duration(Duration::seconds(-late_s(most))),
                                  format_instant(*stated_[most]));
    finding.remedy = "check again with a later departure to see what she would meet then";
    return finding;
}

} // namespace

void judge_stated_times(Evaluation& judged, std::span<const std::optional<Instant>> stated) {
    FAIRLEAD_EXPECTS(!judged.stop);
    FAIRLEAD_EXPECTS(stated.empty() || stated.size() == judged.route.waypoints.size());
    const StatedTimes times(judged.route, stated);
    auto& findings = judged.findings;
    for (auto& finding : times.waits()) {
        findings.push_back(std::move(finding));
    }
    for (auto finding : {times.not_kept(), times.judged_ahead()}) {
        if (finding) {
            findings.push_back(std::move(*finding));
        }
    }
    const auto others =
        std::stable_partition(findings.begin(), findings.end(), [](const Finding& finding) {
            return finding.severity == Severity::violation;
        });
    judged.feasible = others == findings.begin();
}

} // namespace fairlead::route
