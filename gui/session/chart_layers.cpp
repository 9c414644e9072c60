// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/session/chart_layers.hpp"

#include <QStringList>

#include <algorithm>

namespace fairlead::gui {

namespace {

constexpr std::array voyage_layers{ChartLayer::routes, ChartLayer::corridor, ChartLayer::ports,
                                   ChartLayer::zones};
constexpr std::array ice_layers{ChartLayer::concentration, ChartLayer::thickness, ChartLayer::rio,
                                ChartLayer::speed};
constexpr std::array sea_layers{ChartLayer::wind, ChartLayer::waves, ChartLayer::current};
constexpr std::array base_layers{ChartLayer::depth, ChartLayer::land, ChartLayer::graticule};

/// Stable: in settings.
constexpr std::array<const char*, chart_layer_count> names{
    "routes", "corridor", "ports", "zones",   "concentration", "thickness", "rio",
    "speed",  "wind",     "waves", "current", "depth",         "land",      "graticule"};

const QString wmo_word = QStringLiteral("wmo");

} // namespace

std::span<const ChartLayer> layers_of(LayerGroup group) noexcept {
    switch (group) {
    case LayerGroup::voyage:
        return voyage_layers;
    case LayerGroup::ice:
        return ice_layers;
    case LayerGroup::sea:
        return sea_layers;
    case LayerGroup::base:
        return base_layers;
    }
    return {};
}

bool is_exclusive(ChartLayer layer) noexcept {
    return std::find(ice_layers.begin(), ice_layers.end(), layer) != ice_layers.end();
}

bool has_opacity(ChartLayer layer) noexcept {
    return is_exclusive(layer) || layer == ChartLayer::waves || layer == ChartLayer::depth;
}

ChartLayers::ChartLayers(QObject* parent) : QObject(parent) {}

ChartLayers::States ChartLayers::defaults() noexcept {
    States states;
    for (const auto hidden :
         {ChartLayer::corridor, ChartLayer::thickness, ChartLayer::rio, ChartLayer::speed,
          ChartLayer::wind, ChartLayer::waves, ChartLayer::current}) {
        states[static_cast<std::size_t>(hidden)].is_shown = false;
    }
    return states;
}

void ChartLayers::setShown(ChartLayer layer, bool is_shown) {
    auto states = states_;
    if (is_shown && is_exclusive(layer)) {
        for (const auto other : ice_layers) {
            states[static_cast<std::size_t>(other)].is_shown = false;
        }
    }
    states[static_cast<std::size_t>(layer)].is_shown = is_shown;
    if (states != states_) {
        states_ = states;
        Q_EMIT changed();
    }
}

void ChartLayers::setOpacity(ChartLayer layer, double opacity) {
    auto& value = states_[static_cast<std::size_t>(layer)].opacity;
    opacity = std::clamp(opacity, 0.0, 1.0);
    if (value != opacity) {
        value = opacity;
        Q_EMIT changed();
    }
}

void ChartLayers::setUsesWmoColours(bool uses) {
    if (uses_wmo_ != uses) {
        uses_wmo_ = uses;
        Q_EMIT changed();
    }
}

QString ChartLayers::toText() const {
    QStringList words;
    for (std::size_t i = 0; i < states_.size(); ++i) {
        words << QStringLiteral("%1=%2:%3")
                     .arg(QLatin1String(names[i]))
                     .arg(states_[i].is_shown ? 1 : 0)
                     .arg(states_[i].opacity);
    }
    if (uses_wmo_) {
        words << wmo_word;
    }
    return words.join(QLatin1Char(' '));
}

void ChartLayers::fromText(const QString& text) {
    const auto before = states_;
    const bool used_wmo = uses_wmo_;
    uses_wmo_ = false;
    for (const auto& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (word == wmo_word) {
            uses_wmo_ = true;
            continue;
        }
        const auto name = word.section(QLatin1Char('='), 0, 0);
        const auto value = word.section(QLatin1Char('='), 1);
        const auto found = std::find_if(names.begin(), names.end(), [&](const char* one) {
            return name == QLatin1String(one);
        });
        bool is_number = false;
        const double opacity = value.section(QLatin1Char(':'), 1).toDouble(&is_number);
        if (found == names.end() || !is_number || !(opacity >= 0.0 && opacity <= 1.0)) {
            continue;
        }
        states_[static_cast<std::size_t>(found - names.begin())] = {
            value.startsWith(QLatin1Char('1')), opacity};
    }
    if (states_ != before || uses_wmo_ != used_wmo) {
        Q_EMIT changed();
    }
}

} // namespace fairlead::gui
