// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The key to what the chart shows: ramps with units, and from when the data are.

#include "gui/chart/palette.hpp"
#include "gui/view/route_key.hpp"

#include <QFrame>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

class QToolButton;
class QVBoxLayout;

namespace fairlead::gui {

struct LegendEntry {
    QString title;                                 ///< with its unit
    std::shared_ptr<const chart::Palette> palette; ///< as by day; null: words alone
    QString age;
    QString source;
    std::optional<RouteKey> route = std::nullopt; ///< a line of the chart
    bool is_wide = false;                         ///< that line is the chosen one
    friend bool operator==(const LegendEntry&, const LegendEntry&) = default;
};

/// A ramp with its values.
class RampStrip : public QWidget {
    Q_OBJECT

  public:
    RampStrip(const std::shared_ptr<const chart::Palette>& palette, chart::Scheme scheme,
              QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    chart::ChartStyle style_;
    chart::Palette palette_; ///< in the style
};

/// A piece of a route's line with its letter.
class RouteSample : public QWidget {
    Q_OBJECT

  public:
    RouteSample(RouteKey key, bool is_wide, chart::Scheme scheme, QWidget* parent = nullptr);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    RouteKey key_;
    bool is_wide_;
    chart::ChartStyle style_;
};

/// Over a corner of the chart. Nothing to show hides it.
class LegendBox : public QFrame {
    Q_OBJECT

  public:
    explicit LegendBox(QWidget* parent = nullptr);

    void setEntries(std::vector<LegendEntry> entries, chart::Scheme scheme);
    /// Everything it says, a line for each entry.
    [[nodiscard]] QString text() const;
    /// Folded away, its heading alone stays.
    void setFolded(bool is_folded);
    [[nodiscard]] bool isFolded() const;

  Q_SIGNALS:
    /// By the user.
    void folded(bool is_folded);
    void resized();

  private:
    void showFold();

    std::vector<LegendEntry> entries_;
    chart::Scheme scheme_ = chart::Scheme::day;
    QToolButton* fold_;
    QWidget* body_;
    QVBoxLayout* column_; ///< of the body
};

} // namespace fairlead::gui
