// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Candidates as points in a plane of two measures: what one pays for what.

#include "gui/models/candidate_model.hpp"

#include <QString>
#include <QWidget>

#include <cstddef>
#include <vector>

class QComboBox;
class QLabel;
class QCustomPlot;

namespace fairlead::gui {

class ScatterPlot : public QWidget {
    Q_OBJECT

  public:
    explicit ScatterPlot(VoyageSession& session, QWidget* parent = nullptr);

    void setMeasures(RouteMeasure across, RouteMeasure up);
    /// The candidate drawn nearest to a place of the plot, within reach of a click.
    [[nodiscard]] std::optional<std::size_t> candidateAt(const QPointF& place) const;
    /// Where in the plot a candidate is drawn; nothing without a route.
    [[nodiscard]] std::optional<QPointF> placeOf(std::size_t candidate) const;
    [[nodiscard]] QCustomPlot& plot() noexcept { return *plot_; }

  Q_SIGNALS:
    void candidateClicked(std::size_t candidate);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void redraw();
    void addPoint(std::size_t candidate);
    /// Of candidates that are drawn at one place: their words would lie on each other.
    void addLabel(const std::vector<std::size_t>& candidates);
    [[nodiscard]] QString wordsOf(std::size_t candidate) const;
    /// Those with a route, by where they are drawn.
    [[nodiscard]] std::vector<std::vector<std::size_t>> pointsTogether() const;
    void fitAxes();

    VoyageSession& session_;
    QComboBox* across_;
    QComboBox* up_;
    QCustomPlot* plot_;
    QLabel* empty_;
};

} // namespace fairlead::gui
