// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/session/departure_sweep.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/plan/planner.hpp"
#include "gui/session/own_model.hpp"

#include <utility>

namespace fairlead::gui {

namespace {

/// @param prepared made if it is null; stays null where nothing can be planned whatever the hour.
DepartureOutcome outcome_of(const DepartureSweep::Request& asked, Instant departure,
                            std::shared_ptr<const plan::PreparedVoyage>& prepared,
                            const Progress& progress) {
    DepartureOutcome outcome;
    outcome.departure = departure;
    try {
        if (!prepared) {
            const bool is_by_model = asked.objective == cost::ObjectiveKind::model;
            auto request = plan_request(
                asked.voyage,
                is_by_model ? with_model(asked.surroundings, asked.voyage, asked.trusted_library)
                            : asked.surroundings,
                asked.objective);
            request.with_lower_bound = false; // what matters is how departures compare
            prepared = std::make_shared<const plan::PreparedVoyage>(std::move(request), progress);
        }
        const auto result = plan::plan(*prepared, departure, progress);
        if (const auto* route = result.route()) {
            outcome.arrival = route->arrival;
            outcome.totals = route->totals;
        } else {
            outcome.none = *result.no_route();
        }
    } catch (const Error& problem) {
        if (problem.code() == ErrorCode::cancelled) {
            throw;
        }
        outcome.problem = QString::fromUtf8(problem.what());
    }
    return outcome;
}

} // namespace

std::vector<Instant> departures_from(Instant first, int days, Duration step) {
    FAIRLEAD_EXPECTS(step >= Duration::seconds(1.0));
    std::vector<Instant> departures;
    const auto end = first + std::chrono::hours(24 * days);
    for (auto departure = first; departure <= end; departure = departure + step) {
        departures.push_back(departure);
    }
    return departures;
}

DepartureSweep::DepartureSweep(QObject* parent) : QObject(parent) {
    connect(&work_, &Background::finished, this, [this] {
        is_running_ = false;
        Q_EMIT finished();
    });
}

void DepartureSweep::start(Request request) {
    work_.cancel();
    request_ = std::move(request);
    outcomes_.clear();
    prepared_.reset();
    is_running_ = true;
    Q_EMIT begun();
    tryNext();
}

void DepartureSweep::cancel() {
    work_.cancel();
}

void DepartureSweep::tryNext() {
    if (outcomes_.size() == request_.departures.size()) {
        prepared_.reset(); // some hundred megabytes
        return;
    }
    work_.start([this, asked = request_, prepared = prepared_,
                 departure = request_.departures[outcomes_.size()]](
                    const Progress& progress) mutable -> Background::Deliver {
        auto outcome = outcome_of(asked, departure, prepared, progress);
        return [this, prepared, outcome = std::move(outcome)] {
            prepared_ = prepared;
            outcomes_.push_back(outcome);
            Q_EMIT outcomeAdded();
            tryNext();
        };
    });
}

} // namespace fairlead::gui
