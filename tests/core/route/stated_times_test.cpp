// SPDX-License-Identifier: Apache-2.0
#include "core/route/stated_times.hpp"
#include "tests/core/route/voyage.hpp"

#include <optional>
#include <string>
#include <vector>

using namespace fairlead;
using namespace fairlead::test;
using rules::Severity;

namespace {

/// Hours after the departure; none: not stated.
using Hours = std::vector<std::optional<double>>;

/// A ship of 10 kn on the meridian 45 W.
Voyage northward(const std::vector<double>& waypoints_nmi) {
    std::vector<geo::Position> places;
    for (const double waypoint_nmi : waypoints_nmi) {
        places.push_back(north_of_72(waypoint_nmi));
    }
    auto voyage = open_water(places);
    voyage.request.mode = route::EvaluationMode::report;
    return voyage;
}

/// The belt from 100 to 110 nmi is open from the 20th hour on: she comes to it after 10 h, to the
/// third waypoint after 26 h and to the last one after 31 h.
Voyage through_late_opening() {
    auto voyage = northward({0.0, 60.0, 160.0, 210.0});
    auto barrier = belt(100.0, 110.0);
    barrier.until = voyage.request.departure + Duration::hours(20.0);
    voyage.environment.add(barrier);
    return voyage;
}

route::Evaluation judge(Voyage& voyage, const Hours& stated) {
    auto judged = voyage.sail();
    std::vector<std::optional<Instant>> times;
    for (const auto& hours : stated) {
        times.push_back(hours ? std::optional(voyage.request.departure + Duration::hours(*hours))
                              : std::nullopt);
    }
    route::judge_stated_times(judged, times);
    return judged;
}

bool says(const rules::Finding* finding, const std::string& text) {
    return finding != nullptr && finding->message.find(text) != std::string::npos;
}

} // namespace

TEST_CASE("stated times: a wait that makes the ship late for them is a violation",
          "[route][stated_times]") {
    auto voyage = through_late_opening();
    const auto judged = judge(voyage, {0.0, 6.0, 16.0, 21.0});
    CHECK_FALSE(judged.feasible);
    const auto* wait = find(judged, "route.wait");
    REQUIRE(wait != nullptr);
    CHECK(wait == &judged.findings.front());
    CHECK(wait->severity == Severity::violation);
    CHECK(says(wait, "from 2018-07-15T10:00:00Z until 2018-07-15T20:00:00Z (10.0 h)"));
    CHECK(says(wait, "at waypoint 3 10.0 h later than the 2018-07-15T16:00:00Z of the file"));
    CHECK(says(wait, "zone 'belt'"));
    CHECK(wait->time == parse_instant("2018-07-15T10:00Z"));
    REQUIRE(wait->position);
    CHECK(geo::geodesic_distance(north_of_72(100.0), *wait->position).in_nautical_miles() < 0.01);

    const auto* late = find(judged, "route.times_not_kept");
    REQUIRE(late != nullptr);
    CHECK(late->severity == Severity::warning);

    // So is one that only the arrival shows.
    CHECK_FALSE(judge(voyage, {0.0, std::nullopt, std::nullopt, 21.0}).feasible);
    // And one that is made up for before the end.
    CHECK_FALSE(judge(voyage, {0.0, 6.0, 16.0, 40.0}).feasible);
}

TEST_CASE("stated times: a wait that they leave room for is told, no more",
          "[route][stated_times]") {
    auto voyage = through_late_opening();
    for (const Hours& stated :
         {Hours{0.0, 6.0, 26.0, 31.0}, Hours{0.0, std::nullopt, std::nullopt, 31.1}}) {
        const auto judged = judge(voyage, stated);
        CHECK(judged.feasible);
        const auto* wait = find(judged, "route.wait");
        REQUIRE(wait != nullptr);
        CHECK(wait->severity == Severity::info);
        CHECK(find(judged, "route.times_not_kept") == nullptr);
    }
}

TEST_CASE("stated times: a wait that breaks none but was not planned is a warning",
          "[route][stated_times]") {
    auto voyage = through_late_opening();
    for (const Hours& stated :
         {Hours{}, Hours{0.0, 6.0, std::nullopt, std::nullopt}, Hours{0.0, 6.0, 50.0, 60.0},
          Hours{0.0, 6.0, 27.0, 32.0}}) { // the last: a hold until 17 h in a format without holds
        const auto judged = judge(voyage, stated);
        CHECK(judged.feasible);
        const auto* wait = find(judged, "route.wait");
        REQUIRE(wait != nullptr);
        CHECK(wait->severity == Severity::warning);
        CHECK(says(wait, "which the file does not plan"));
        CHECK(find(judged, "route.times_not_kept") == nullptr);
    }
}

TEST_CASE("stated times: a wait within what is allowed is still not taken for a planned one",
          "[route][stated_times]") {
    auto voyage = northward({0.0, 400.0});
    auto barrier = belt(100.0, 110.0);
    barrier.until = voyage.request.departure + Duration::hours(10.3);
    voyage.environment.add(barrier);
    const auto judged = judge(voyage, {0.0, 40.0}); // 18 minutes late, 24 are allowed
    const auto* wait = find(judged, "route.wait");
    REQUIRE(wait != nullptr);
    CHECK(wait->severity == Severity::warning);
    CHECK(find(judged, "route.times_not_kept") == nullptr);
}

TEST_CASE("stated times: where the ship is judged ahead of them, that is told",
          "[route][stated_times]") {
    auto voyage = northward({0.0, 100.0, 400.0}); // at 10 kn
    const auto slow = judge(voyage, {0.0, 11.0, 60.0});
    CHECK(slow.feasible);
    const auto* ahead = find(slow, "route.judged_ahead");
    REQUIRE(ahead != nullptr);
    CHECK(ahead->severity == Severity::warning);
    CHECK(says(ahead, "at waypoint 3 that is 20.0 h before"));
    CHECK(find(judge(voyage, {0.0, 10.1, 40.2}), "route.judged_ahead") == nullptr);
    CHECK(find(judge(voyage, {0.0, 9.0, 39.0}), "route.judged_ahead") == nullptr);
    CHECK(find(judge(voyage, {}), "route.judged_ahead") == nullptr);
}

TEST_CASE("stated times: a wait by intention is none to be told", "[route][stated_times]") {
    auto voyage = through_late_opening();
    const std::vector<std::optional<Instant>> holds{
        std::nullopt, voyage.request.departure + Duration::hours(17.0), std::nullopt, std::nullopt};
    voyage.request.leave_not_before = holds;
    const auto judged = judge(voyage, {0.0, 6.0, 27.0, 32.0});
    REQUIRE(judged.route.waits.size() == 1);
    CHECK(judged.feasible);
    CHECK(find(judged, "route.wait") == nullptr);
    CHECK(find(judged, "route.times_not_kept") == nullptr);
}

TEST_CASE("stated times: those that cannot be kept are named, the first and the greatest",
          "[route][stated_times]") {
    auto voyage = northward({0.0, 100.0, 200.0});
    const auto both = judge(voyage, {0.0, 9.0, 17.0});
    CHECK(both.feasible);
    const auto* late = find(both, "route.times_not_kept");
    REQUIRE(late != nullptr);
    CHECK(late->severity == Severity::warning);
    CHECK(says(late, "first late at waypoint 2 1.0 h later than the 2018-07-15T09:00:00Z"));
    CHECK(says(late, "most at waypoint 3 3.0 h later than the 2018-07-15T17:00:00Z"));
    CHECK(late->position == north_of_72(100.0));
    CHECK(late->time == parse_instant("2018-07-15T09:00Z"));

    // Lateness that does not grow has no second place; being early is no fault.
    const auto one = judge(voyage, {0.0, 9.0, 30.0});
    CHECK_FALSE(says(find(one, "route.times_not_kept"), "most"));
    CHECK(find(judge(voyage, {0.0, 12.0, 30.0}), "route.times_not_kept") == nullptr);
}

TEST_CASE("stated times: a quarter of an hour is allowed, and 1 % of the time from departure",
          "[route][stated_times]") {
    const auto kept = [](double length_nmi, double stated_h) {
        auto voyage = northward({0.0, length_nmi});
        return find(judge(voyage, {0.0, stated_h}), "route.times_not_kept") == nullptr;
    };
    CHECK(kept(200.0, 20.0 - 0.24));
    CHECK_FALSE(kept(200.0, 20.0 - 0.26));
    CHECK(kept(400.0, 40.0 - 0.39));
    CHECK_FALSE(kept(400.0, 40.0 - 0.40));
}
