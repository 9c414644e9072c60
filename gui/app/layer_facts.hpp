// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What is to be said of the data behind a layer of the chart: from when they are, and from whom.

#include "gui/session/chart_layers.hpp"
#include "gui/session/requests.hpp"

#include <QString>

namespace fairlead::gui {

struct LayerFacts {
    QString age;    ///< short: `6 h old`, `held since ...`; "" for what has no age
    QString source; ///< slice, product, whether synthetic; "" if there is nothing to say
};

/// @param time of the chart.
[[nodiscard]] LayerFacts layer_facts(const Surroundings& around, ChartLayer layer, Instant time);

/// How signs of a layer without colours are read; "" for the others.
[[nodiscard]] QString sign_words(ChartLayer layer);

} // namespace fairlead::gui
