// SPDX-License-Identifier: Apache-2.0
// From dropping a dragged waypoint to the new, judged line: the sample voyage at 12.5 km, its
// middle waypoint dropped at places around where it was. Usage: fairlead_drop_bench [DROPS]
#include "core/geo/gazetteer.hpp"
#include "gui/document/line_edits.hpp"
#include "gui/session/voyage_session.hpp"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

namespace {

using namespace fairlead;
using namespace fairlead::gui;

/// Sleeps until there is something to do. @return whether it came to be so
bool wait_for(const std::function<bool()>& condition) {
    constexpr int patience_ms = 120'000;
    QTimer heartbeat;
    heartbeat.start(1);
    QElapsedTimer timer;
    timer.start();
    while (!condition() && timer.elapsed() < patience_ms) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return condition();
}

Voyage voyage_with_a_middle() {
    Voyage voyage;
    voyage.departure = parse_instant("2030-08-10T06:00Z");
    voyage.objectives = {cost::ObjectiveKind::time};
    append_point(voyage, geo::Position::degrees(69.35, 33.6), "Murmansk");
    append_point(voyage, geo::Position::degrees(77.5, 78.0), "");
    append_point(voyage, geo::Position::degrees(66.0, -169.0), "Bering Strait");
    return voyage;
}

/// From drop to found legs, and to their judgement [ms]; nothing if a leg was not found.
struct Drop {
    double found_ms;
    double judged_ms;
};

bool drop(VoyageSession& session, PointId point, const geo::Position& place,
          const QString& merge_as, Drop& measured) {
    session.document().edit(
        QStringLiteral("Move waypoint"), [&](Voyage& voyage) { move_point(voyage, point, place); },
        merge_as);
    bool is_found = false;
    const auto seen = QObject::connect(&session, &VoyageSession::legsReplanned, &session,
                                       [&] { is_found = true; });
    QElapsedTimer timer;
    timer.start();
    session.replanLegsAt(point, merge_as);
    const auto ms = [&] { return static_cast<double>(timer.nsecsElapsed()) * 1e-6; };
    const bool has_found = wait_for([&] { return is_found; });
    measured.found_ms = ms();
    const bool is_judged = has_found && wait_for([&] { return session.isJudged(); });
    measured.judged_ms = ms();
    QObject::disconnect(seen);
    return is_judged;
}

void report(const char* what, std::vector<double> times_ms, double limit_ms) {
    std::sort(times_ms.begin(), times_ms.end());
    const auto at = [&](double share) {
        return times_ms[static_cast<std::size_t>(share * static_cast<double>(times_ms.size() - 1))];
    };
    std::printf("%-44s median %7.1f ms          95 %% %7.1f ms %-8s (%zu)\n", what, at(0.5),
                at(0.95),
                limit_ms <= 0.0        ? ""
                : at(0.95) <= limit_ms ? "met"
                                       : "NOT MET",
                times_ms.size());
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const int drops = argc > 1 ? std::atoi(argv[1]) : 30;
    VoyageSession session;
    session.open(voyage_with_a_middle());
    if (!wait_for([&] { return session.surroundings().complete(); })) {
        std::fprintf(stderr, "%s\n", session.surroundingsProblem().toUtf8().constData());
        return 1;
    }
    session.plan();
    if (!wait_for([&] { return !session.isPlanning() && session.isJudged(); })) {
        std::fprintf(stderr, "no plan\n");
        return 1;
    }
    const auto fixed = fixed_points(session.voyage());
    const auto middle = fixed[1].id;
    std::vector<double> found_ms;
    std::vector<double> judged_ms;
    for (int i = 0; i < drops; ++i) {
        const auto place =
            geo::Position::degrees(77.5 + 0.15 * (i % 5 - 2), 78.0 + 0.5 * (i % 7 - 3));
        Drop measured{};
        if (!drop(session, middle, place, QStringLiteral("drag %1").arg(i), measured)) {
            std::fprintf(stderr, "drop %d found no line\n", i);
            return 1;
        }
        found_ms.push_back(measured.found_ms);
        judged_ms.push_back(measured.judged_ms);
    }
    report("drop to new line, sample at 12.5 km", found_ms, 100.0);
    report("drop to judged line", judged_ms, 100.0);
    return 0;
}
