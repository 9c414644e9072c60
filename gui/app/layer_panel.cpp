// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/layer_panel.hpp"

#include "gui/app/legend_box.hpp"
#include "gui/widgets/form_scroll.hpp"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <cmath>

namespace fairlead::gui {

namespace {

constexpr int opacity_steps = 20;
constexpr int slider_width_px = 70;
constexpr int least_slider_px = 36; ///< a track to the left and right of the knob

} // namespace

LayerPanel::LayerPanel(ChartLayers& layers, QWidget* parent)
    : QWidget(parent), layers_(layers), wmo_(new QCheckBox(tr("WMO colours"), this)) {
    auto* inner = new QWidget(this);
    auto* column = new QVBoxLayout(inner);
    column->setSpacing(4);
    addGroup(LayerGroup::voyage, tr("Voyage"), *column);
    addGroup(LayerGroup::ice, tr("Ice"), *column);
    wmo_->setToolTip(
        tr("Classes of total concentration as on ice charts. Not every reader can tell "
           "these colours apart."));
    column->addWidget(wmo_);
    addGroup(LayerGroup::sea, tr("Weather and sea"), *column);
    addGroup(LayerGroup::base, tr("Base"), *column);
    column->addStretch(1);
    auto* area = new FormScroll(inner, this);
    area->setAccessibleName(tr("Layers"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);
    connect(wmo_, &QCheckBox::toggled, &layers_, &ChartLayers::setUsesWmoColours);
    connect(&layers_, &ChartLayers::changed, this, &LayerPanel::update);
    update();
}

void LayerPanel::addGroup(LayerGroup group, const QString& title, QVBoxLayout& column) {
    auto* heading = new QLabel(title, this);
    auto font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    column.addWidget(heading);
    auto* grid = new QGridLayout;
    grid->setContentsMargins(8, 0, 0, 4);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    int line = 0;
    for (const auto layer : layers_of(group)) {
        Row row;
        row.shown = new QCheckBox(LayerPanel::title(layer), this);
        row.remark = new QLabel(this);
        row.remark->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(row.shown, line, 0);
        grid->addWidget(row.remark, line, 1, Qt::AlignRight);
        connect(row.shown, &QCheckBox::toggled, this,
                [this, layer](bool is_shown) { layers_.setShown(layer, is_shown); });
        if (has_opacity(layer)) {
            row.opacity = new QSlider(Qt::Horizontal, this);
            row.opacity->setRange(1, opacity_steps);
            row.opacity->setMinimumWidth(least_slider_px);
            row.opacity->setMaximumWidth(slider_width_px);
            row.opacity->setAccessibleName(tr("Opacity of %1").arg(LayerPanel::title(layer)));
            row.opacity->setToolTip(tr("Opacity"));
            grid->addWidget(row.opacity, line, 2);
            connect(row.opacity, &QSlider::valueChanged, this, [this, layer](int step) {
                layers_.setOpacity(layer, static_cast<double>(step) / opacity_steps);
            });
        }
        row.key = new QVBoxLayout;
        grid->addLayout(row.key, line + 1, 0, 1, 3);
        rows_.emplace(layer, row);
        line += 2;
    }
    column.addLayout(grid);
}

void LayerPanel::setRemark(ChartLayer layer, const QString& words, const QString& more) {
    auto& row = rows_.at(layer);
    row.remark->setText(words);
    row.remark->setToolTip(more);
    row.shown->setToolTip(more);
}

void LayerPanel::setKey(ChartLayer layer, const std::shared_ptr<const chart::Palette>& palette,
                        chart::Scheme scheme) {
    auto& row = rows_.at(layer);
    if (row.palette == palette && row.scheme == scheme) {
        return;
    }
    row.palette = palette;
    row.scheme = scheme;
    while (auto* item = row.key->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (palette) {
        auto* strip = new RampStrip(palette, scheme, this);
        row.key->addWidget(strip);
        strip->show(); // in a panel that is seen, what is added counts only once it is shown
    }
    // The scroll area holds its rows to the size it knew of them.
    auto* rows = row.shown->parentWidget();
    rows->layout()->activate();
    rows->setMinimumHeight(rows->layout()->minimumSize().height());
}

void LayerPanel::update() {
    for (const auto& [layer, row] : rows_) {
        const QSignalBlocker quiet_box(row.shown);
        row.shown->setChecked(layers_.isShown(layer));
        if (row.opacity != nullptr) {
            const QSignalBlocker quiet_slider(row.opacity);
            row.opacity->setValue(
                static_cast<int>(std::lround(layers_.opacity(layer) * opacity_steps)));
            row.opacity->setEnabled(layers_.isShown(layer));
        }
    }
    const QSignalBlocker quiet(wmo_);
    wmo_->setChecked(layers_.usesWmoColours());
    wmo_->setEnabled(layers_.isShown(ChartLayer::concentration));
}

QString LayerPanel::title(ChartLayer layer) {
    switch (layer) {
    case ChartLayer::routes:
        return tr("Routes");
    case ChartLayer::corridor:
        return tr("Corridor");
    case ChartLayer::ports:
        return tr("Ports");
    case ChartLayer::zones:
        return tr("Zones");
    case ChartLayer::concentration:
        return tr("Ice concentration");
    case ChartLayer::thickness:
        return tr("Ice thickness");
    case ChartLayer::rio:
        return tr("RIO of this ship");
    case ChartLayer::speed:
        return tr("Speed of this ship");
    case ChartLayer::wind:
        return tr("Wind");
    case ChartLayer::waves:
        return tr("Wave height");
    case ChartLayer::current:
        return tr("Current");
    case ChartLayer::depth:
        return tr("Depth");
    case ChartLayer::land:
        return tr("Land");
    case ChartLayer::graticule:
        return tr("Graticule");
    }
    return {};
}

} // namespace fairlead::gui
