// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The list of the chart's layers in four groups: shown or not, how opaque, how old their data.

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
    void setRemark(ChartLayer layer, const QString& words);

    [[nodiscard]] static QString title(ChartLayer layer);

  private:
    struct Row {
        QCheckBox* shown = nullptr;
        QSlider* opacity = nullptr; ///< null where there is none
        QLabel* remark = nullptr;
    };
    void addGroup(LayerGroup group, const QString& title, QVBoxLayout& column);
    void update();

    ChartLayers& layers_;
    std::map<ChartLayer, Row> rows_;
    QCheckBox* wmo_;
};

} // namespace fairlead::gui
