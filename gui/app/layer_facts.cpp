// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/layer_facts.hpp"

#include "core/route/synthetic.hpp"
#include "gui/chart/plan_words.hpp"
#include "gui/models/words.hpp"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>

namespace fairlead::gui {

namespace {

struct LayerWords {
    Q_DECLARE_TR_FUNCTIONS(LayerFacts)
};

/// Of several fields behind a layer, the one that it mostly shows.
std::optional<env::Variable> variable_of(ChartLayer layer) {
    switch (layer) {
    case ChartLayer::concentration:
    case ChartLayer::rio:
    case ChartLayer::speed:
        return env::Variable::sea_ice_concentration;
    case ChartLayer::thickness:
        return env::Variable::sea_ice_thickness;
    case ChartLayer::wind:
        return env::Variable::eastward_wind;
    case ChartLayer::waves:
        return env::Variable::significant_wave_height;
    case ChartLayer::current:
        return env::Variable::eastward_current;
    case ChartLayer::depth:
        return env::Variable::sea_floor_depth;
    case ChartLayer::routes:
    case ChartLayer::corridor:
    case ChartLayer::ports:
    case ChartLayer::zones:
    case ChartLayer::land:
    case ChartLayer::graticule:
        break;
    }
    return std::nullopt;
}

bool is_unread(const std::vector<UnreadData>& unread, env::Variable variable, Instant slice) {
    return std::any_of(unread.begin(), unread.end(), [&](const UnreadData& one) {
        return one.variable == variable && one.time.value_or(slice) == slice;
    });
}

/// Whether the slice that the chart shows at the time, the nearest one, could not be read.
bool shows_nothing(const env::Environment& sea, env::Variable variable, Instant time,
                   const std::vector<UnreadData>& unread) {
    std::optional<Instant> nearest;
    for (const auto& layer : sea.layers(variable)) {
        if (!layer.is_dated()) {
            continue;
        }
        for (const auto& slice : layer.field->slices()) {
            if (!nearest ||
                std::chrono::abs(slice.time - time) < std::chrono::abs(*nearest - time)) {
                nearest = slice.time;
            }
        }
    }
    return is_unread(unread, variable, nearest.value_or(time));
}

std::optional<Instant> newest_slice(const env::Environment& sea, env::Variable variable,
                                    Instant time, const std::vector<UnreadData>& unread) {
    std::optional<Instant> newest;
    for (const auto& layer : sea.layers(variable)) {
        if (!layer.is_dated()) {
            continue;
        }
        for (const auto& slice : layer.field->slices()) {
            if (slice.time <= time && (!newest || slice.time > *newest) &&
                !is_unread(unread, variable, slice.time)) {
                newest = slice.time;
            }
        }
    }
    return newest;
}

QString age_text(Instant newest, Instant time) {
    const auto hours = static_cast<int>(std::lround(between(newest, time).in_hours()));
    constexpr int longest_in_hours = 48;
    return hours <= longest_in_hours ? LayerWords::tr("%1 h old").arg(hours)
                                     : LayerWords::tr("%1 d old").arg((hours + 12) / 24);
}

QString beyond_text(env::BeyondData policy, Instant end) {
    switch (policy) {
    case env::BeyondData::refuse:
        break;
    case env::BeyondData::hold:
        return LayerWords::tr("held since %1").arg(instant_text_utc(end));
    case env::BeyondData::climatology:
        return LayerWords::tr("climatology since %1").arg(instant_text_utc(end));
    }
    return LayerWords::tr("ended %1").arg(instant_text_utc(end));
}

/// Product and file, the first of several; and whether they are made up.
QStringList origin_of(const Surroundings& around, env::Variable variable) {
    const auto provenance = around.sea->sea.provenance();
    const auto name = env::info(variable).name;
    for (const auto& data : provenance.data) {
        if (data.variable != name || data.product == "constant") {
            continue;
        }
        const auto file = QString::fromStdString(data.file.substr(data.file.find_last_of('/') + 1));
        QStringList words{QString::fromStdString(data.product), file};
        words.removeAll(QString());
        // A scenario that calls itself synthetic may use real depths.
        if (route::calls_itself_synthetic(provenance) &&
            file.contains(QStringLiteral("synthetic"), Qt::CaseInsensitive)) {
            words << LayerWords::tr("synthetic");
        }
        return words;
    }
    return {};
}

} // namespace

LayerFacts layer_facts(const Surroundings& around, ChartLayer layer, Instant time,
                       const std::vector<UnreadData>& unread) {
    const auto variable = variable_of(layer);
    if (!variable || !around.sea) {
        return {};
    }
    const auto& sea = *around.sea->sea.data.environment;
    if (!sea.has(*variable)) {
        return {LayerWords::tr("no data"), {}};
    }
    const bool needs_thickness = layer == ChartLayer::rio || layer == ChartLayer::speed;
    if (shows_nothing(sea, *variable, time, unread) ||
        (needs_thickness && shows_nothing(sea, env::Variable::sea_ice_thickness, time, unread))) {
        return {LayerWords::tr("cannot be read"),
                origin_of(around, *variable).join(QStringLiteral(" \u00b7 "))};
    }
    LayerFacts facts;
    QStringList source;
    const auto coverage = sea.coverage(*variable);
    auto newest = newest_slice(sea, *variable, time, unread);
    if (!newest && coverage && time >= coverage->from) {
        newest = time; // a daily field holds from midnight, though it is dated noon
    }
    if (coverage && time > coverage->until) {
        facts.age = beyond_text(sea.beyond_data(), coverage->until);
    } else if (newest) {
        facts.age = age_text(*newest, time);
    } else if (coverage) {
        facts.age = LayerWords::tr("begins %1").arg(instant_text_utc(coverage->from));
    } else if (const auto constant = sea.layers(*variable).back().constant) {
        facts.age = LayerWords::tr("taken as %1 %2")
                        .arg(number_text(*constant, *constant < 10.0 ? 1 : 0),
                             QString::fromUtf8(env::unit_name(*variable).data()));
    }
    if (newest) {
        source << instant_text_utc(*newest);
    }
    source << origin_of(around, *variable);
    facts.source = source.join(QStringLiteral(" \u00b7 "));
    return facts;
}

QString unit_words(ChartLayer layer) {
    switch (layer) {
    case ChartLayer::concentration:
        return LayerWords::tr("tenths");
    case ChartLayer::thickness:
    case ChartLayer::waves:
    case ChartLayer::depth:
        return LayerWords::tr("m");
    case ChartLayer::speed:
        return LayerWords::tr("kn");
    case ChartLayer::wind:
        return LayerWords::tr("half feather 5 kn, feather 10 kn, pennant 50 kn");
    case ChartLayer::current:
        return LayerWords::tr("the longer, the stronger");
    default:
        return {};
    }
}

} // namespace fairlead::gui
