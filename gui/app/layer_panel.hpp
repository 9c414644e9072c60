// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The list of the chart's layers in four groups: shown or not, how opaque, how old their data.

#include "gui/chart/palette.hpp"
#include "gui/session/chart_layers.hpp"

#include <QWidget>

#include <functional>
#include <map>

class QCheckBox;
class QLabel;
class QSlider;
class QVBoxLayout;

namespace fairlead::gui {

class LayerPanel : public QWidget {
    Q_OBJECT

  public:
    /// @param layers must outlive the panel.
    explicit LayerPanel(ChartLayers& layers, QWidget* parent = nullptr);

    /// What is said of a layer's data, e.g. "6 h old", "no data"; "" for nothing.
    /// @param more of them, for those who ask.
    void setRemark(ChartLayer layer, const QString& words, const QString& more);
    /// The ramp of a layer, as by day; null for none.
    void setKey(ChartLayer layer, const std::shared_ptr<const chart::Palette>& palette,
                chart::Scheme scheme);

    [[nodiscard]] static QString title(ChartLayer layer);

  private:
    struct Row {
        QCheckBox* shown = nullptr;
        QSlider* opacity = nullptr; ///< null where there is none
        QLabel* remark = nullptr;
        QVBoxLayout* key = nullptr; ///< holds the ramp
        std::shared_ptr<const chart::Palette> palette;
        chart::Scheme scheme = chart::Scheme::day;
    };
    void addGroup(LayerGroup group, const QString& title, QVBoxLayout& column);
    void update();

    ChartLayers& layers_;
    std::map<ChartLayer, Row> rows_;
    QCheckBox* wmo_;
};

} // namespace fairlead::gui
