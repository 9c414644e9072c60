// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The strip of the timeline: a bar for each data set, one for the voyage with its waits, hatched
/// where it outlives the data, and the cursor's handle.

#include "gui/models/coverage.hpp"
#include "gui/session/voyage_session.hpp"

#include <QWidget>

namespace fairlead::gui {

class TimelineBar : public QWidget {
    Q_OBJECT

  public:
    explicit TimelineBar(VoyageSession& session, QWidget* parent = nullptr);

    [[nodiscard]] Instant from() const noexcept { return from_; }
    [[nodiscard]] Instant until() const noexcept { return until_; }
    /// The span that is shown; the voyage with a margin each time the voyage changes.
    void setSpan(Instant from, Instant until);
    /// Departure and arrival, or a week without a judged line.
    [[nodiscard]] env::Environment::Coverage voyageSpan() const;
    /// From when on the voyage has no data of some kind; nothing if it has.
    [[nodiscard]] std::optional<Instant> outlivesDataFrom() const;

    [[nodiscard]] double pixelAt(Instant time) const;
    [[nodiscard]] Instant timeAt(double pixel) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  Q_SIGNALS:
    /// Step by keys: -1, +1 a step; -2, +2 a day.
    void stepWanted(int step);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

  private:
    void refresh();
    void fitVoyage();
    [[nodiscard]] double labelWidth() const;
    [[nodiscard]] QRectF rowRect(int row) const;
    [[nodiscard]] QRectF barRect(int row, Instant from, Instant until) const;
    [[nodiscard]] int rowCount() const;
    void paintAxis(QPainter& painter) const;
    void paintCoverage(QPainter& painter, int row, const CoverageBar& bar) const;
    void paintVoyage(QPainter& painter, int row) const;
    void paintLabel(QPainter& painter, int row, const QString& text) const;

    VoyageSession& session_;
    std::vector<CoverageBar> bars_;
    Instant from_{};
    Instant until_{};
    env::Environment::Coverage fitted_{};
};

} // namespace fairlead::gui
