// SPDX-License-Identifier: Apache-2.0
#include "core/route/finding_log.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead::route {
namespace {

constexpr double joined_within_m = 5.0 * metres_per_nautical_mile;
constexpr double worth_telling_m = 100.0;

} // namespace

void FindingLog::sample(double at_m, const geo::Position& place, Instant time,
                        std::vector<rules::Finding> findings) {
    // What was found at the sample before holds up to this one.
    close(at_m);
    for (rules::Finding& finding : findings) {
        auto& list = stretches_[finding.key()];
        const bool once = finding.severity < rules::Severity::warning;
        if (list.empty() ||
            (!list.back().open && !once && at_m - list.back().last_m > joined_within_m)) {
            list.push_back({std::move(finding), place, time, at_m, 0.0, at_m, true, 1});
            list.back().worst.position = place;
            list.back().worst.time = time;
            continue;
        }
        Stretch& stretch = list.back();
        if (!stretch.open && at_m > stretch.last_m) {
            ++stretch.parts;
        }
        stretch.open = true;
        stretch.last_m = at_m;
        if (finding.margin && (!stretch.worst.margin || *finding.margin < *stretch.worst.margin)) {
            stretch.worst = std::move(finding);
            stretch.worst.position = place;
            stretch.worst.time = time;
        }
    }
}

void FindingLog::close(double at_m) {
    for (auto& [key, list] : stretches_) {
        Stretch& stretch = list.back();
        if (stretch.open) {
            stretch.covered_m += at_m - stretch.last_m;
            stretch.last_m = at_m;
            stretch.open = false;
        }
    }
}

std::vector<rules::Finding> FindingLog::finish(double at_m) {
    close(at_m);
    struct Placed {
        double begin_m;
        rules::Finding finding;
    };
    std::vector<Placed> all;
    for (auto& finding : finished_) {
        all.push_back({0.0, std::move(finding)});
    }
    for (auto& [key, list] : stretches_) {
        for (Stretch& stretch : list) {
            rules::Finding finding = std::move(stretch.worst);
            finding.extent = Length::metres(stretch.covered_m);
            if (stretch.covered_m > worth_telling_m) {
                while (!finding.message.empty() && finding.message.back() == '.') {
                    finding.message.pop_back();
                }
                finding.message += fmt::format(
                    " (over {:.1f} nm{}, from {} at {})", finding.extent->in_nautical_miles(),
                    stretch.parts > 1 ? fmt::format(" in {} parts", stretch.parts) : "",
                    geo::format_position(stretch.begin), format_instant_short(stretch.begin_time));
            }
            all.push_back({stretch.begin_m, std::move(finding)});
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Placed& a, const Placed& b) {
        return a.finding.severity != b.finding.severity ? a.finding.severity > b.finding.severity
                                                        : a.begin_m < b.begin_m;
    });
    std::vector<rules::Finding> findings;
    findings.reserve(all.size());
    for (auto& placed : all) {
        findings.push_back(std::move(placed.finding));
    }
    stretches_.clear();
    finished_.clear();
    return findings;
}

} // namespace fairlead::route
