// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What is to be said of the data behind a layer of the chart: from when they are, and from whom.

#include "gui/session/chart_layers.hpp"
#include "gui/session/requests.hpp"
#include "gui/session/unread_data.hpp"

#include <QString>

#include <vector>

namespace fairlead::gui {

struct LayerFacts {
    QString age;    ///< short: `6 h old`, `held since ...`; "" for what has no age
    QString source; ///< slice, product, whether synthetic; "" if there is nothing to say
};

/// @param time of the chart. @param unread what is drawn as not known.
[[nodiscard]] LayerFacts layer_facts(const Surroundings& around, ChartLayer layer, Instant time,
                                     const std::vector<UnreadData>& unread = {});

/// The unit of a layer's values, or how its signs are read; "" for those without.
[[nodiscard]] QString unit_words(ChartLayer layer);

} // namespace fairlead::gui
