// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The voyage planned for several departures, one after the other: what each of them would come to.
/// Nothing of it changes the voyage.

#include "core/plan/prepared_voyage.hpp"
#include "gui/session/background.hpp"
#include "gui/session/requests.hpp"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fairlead::gui {

/// What a departure comes to.
struct DepartureOutcome {
    Instant departure;
    std::optional<Instant> arrival; ///< none: no route
    route::Totals totals;           ///< of the route
    std::optional<plan::NoRoute> none;
    QString problem; ///< why it could not even be asked; mostly ""
};

/// From the first instant on, `step` apart, over so many days.
/// @pre step is at least a second
[[nodiscard]] std::vector<Instant> departures_from(Instant first, int days, Duration step);

class DepartureSweep : public QObject {
    Q_OBJECT

  public:
    explicit DepartureSweep(QObject* parent = nullptr);

    struct Request {
        Voyage voyage; ///< its departure does not matter
        Surroundings surroundings;
        cost::ObjectiveKind objective = cost::ObjectiveKind::time;
        std::vector<Instant> departures;
        std::string trusted_library = {}; ///< as of with_model()
    };
    /// Forgets former outcomes. @pre surroundings are complete, two fixed waypoints at least
    void start(Request request);
    /// Outcomes that are there stay.
    void cancel();
    [[nodiscard]] bool isRunning() const noexcept { return is_running_; }

    [[nodiscard]] const Request& request() const noexcept { return request_; }
    [[nodiscard]] const std::vector<DepartureOutcome>& outcomes() const noexcept {
        return outcomes_;
    }

  Q_SIGNALS:
    void begun();
    void outcomeAdded();
    void finished(); ///< all are there, or it was cancelled

  private:
    void tryNext();

    Request request_;
    /// All departures sail the same sea; null until the first of them has made it.
    std::shared_ptr<const plan::PreparedVoyage> prepared_;
    std::vector<DepartureOutcome> outcomes_;
    bool is_running_ = false; ///< also between two departures
    Background work_;
};

} // namespace fairlead::gui
