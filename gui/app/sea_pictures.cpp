// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/sea_pictures.hpp"

#include "core/base/error.hpp"
#include "core/cost/transit_model.hpp"
#include "gui/session/own_zones.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace fairlead::gui {

namespace {

using chart::Palette;
using env::Variable;

/// Palettes are read once.
std::shared_ptr<const Palette> palette(const char* name) {
    static std::map<std::string, std::shared_ptr<const Palette>> known;
    auto& entry = known[name];
    if (!entry) {
        entry = std::make_shared<const Palette>(Palette::named(name));
    }
    return entry;
}

const char* palette_name(ChartLayer layer, const ChartLayers& layers) {
    switch (layer) {
    case ChartLayer::depth:
        return "depth";
    case ChartLayer::concentration:
        return layers.usesWmoColours() ? "ice_concentration_wmo" : "ice_concentration";
    case ChartLayer::thickness:
        return "ice_thickness";
    case ChartLayer::rio:
        return "rio";
    case ChartLayer::speed:
        return "attainable_speed";
    case ChartLayer::waves:
        return "wave_height";
    case ChartLayer::routes:
    case ChartLayer::corridor:
    case ChartLayer::ports:
    case ChartLayer::zones:
    case ChartLayer::wind:
    case ChartLayer::current:
    case ChartLayer::land:
    case ChartLayer::graticule:
        break;
    }
    return nullptr;
}

std::vector<Variable> variables_for(const ChartLayers& layers) {
    std::vector<Variable> variables;
    const auto need = [&](ChartLayer layer, std::initializer_list<Variable> of_layer) {
        if (!layers.isShown(layer)) {
            return;
        }
        for (const auto variable : of_layer) {
            if (std::find(variables.begin(), variables.end(), variable) == variables.end()) {
                variables.push_back(variable);
            }
        }
    };
    need(ChartLayer::concentration, {Variable::sea_ice_concentration});
    need(ChartLayer::thickness, {Variable::sea_ice_thickness});
    need(ChartLayer::rio, {Variable::sea_ice_concentration, Variable::sea_ice_thickness});
    need(ChartLayer::speed, {Variable::sea_ice_concentration, Variable::sea_ice_thickness});
    need(ChartLayer::depth, {Variable::sea_floor_depth});
    need(ChartLayer::wind, {Variable::eastward_wind, Variable::northward_wind});
    need(ChartLayer::waves, {Variable::significant_wave_height});
    need(ChartLayer::current, {Variable::eastward_current, Variable::northward_current});
    return variables;
}

/// Whatever goes wrong, what is not there is unknown and not water.
std::shared_ptr<const chart::RasterSource> picture_of(const env::Environment& environment,
                                                      Variable variable,
                                                      const chart::WarpRequest& request,
                                                      const Progress& progress) {
    try {
        return chart::warp(environment, variable, request, progress);
    } catch (const Error& problem) {
        if (problem.code() == ErrorCode::cancelled) {
            throw;
        }
        return chart::unknown_everywhere({{std::nullopt, problem.what()}});
    } catch (const std::exception& problem) {
        return chart::unknown_everywhere({{std::nullopt, problem.what()}});
    }
}

} // namespace

std::shared_ptr<const Palette> palette_of(ChartLayer layer, const ChartLayers& layers) {
    const auto* name = palette_name(layer, layers);
    return name == nullptr ? nullptr : palette(name);
}

SeaPictures::SeaPictures(QObject* parent) : QObject(parent) {
    connect(&work_, &Background::failed, this, &SeaPictures::failed);
}

void SeaPictures::want(const Surroundings& surroundings, const geo::Projection& plane,
                       const ChartLayers& layers, Instant from, Instant until) {
    const bool other_plane = plane.definition() != plane_.definition();
    const bool other_sea =
        without_own_zones(surroundings.sea) != without_own_zones(wanted_.surroundings.sea);
    const bool other_time = from < wanted_.from || until > wanted_.until;
    if (other_plane || land_of_ != surroundings.land.get()) {
        land_.reset();
    }
    if (other_plane || other_sea || other_time) {
        sources_.clear();
        wanted_.from = from;
        wanted_.until = until;
    }
    if (surroundings.vessel != wanted_.surroundings.vessel ||
        surroundings.rules != wanted_.surroundings.rules) {
        transit_.reset();
    }
    plane_ = plane;
    wanted_.surroundings = surroundings;
    wanted_.variables = variables_for(layers);
    wanted_.transit = layers.isShown(ChartLayer::rio) || layers.isShown(ChartLayer::speed);
    combineTransit();
    if (other_sea && !unread_.empty()) {
        unread_.clear();
        Q_EMIT unreadChanged();
    }
    makeNext();
}

void SeaPictures::goOn() {
    combineTransit();
    Q_EMIT changed();
    makeNext();
}

void SeaPictures::combineTransit() {
    const TransitParts parts{transit_, source(Variable::sea_ice_concentration),
                             source(Variable::sea_ice_thickness)};
    if (parts == transit_parts_) {
        return;
    }
    transit_parts_ = parts;
    const auto shown = [&](chart::TransitRaster::Shows shows) {
        return parts.table && parts.concentration
                   ? std::make_shared<const chart::TransitRaster>(
                         shows, parts.table, parts.concentration, parts.thickness)
                   : nullptr;
    };
    rio_ = shown(chart::TransitRaster::Shows::rio);
    speed_ = shown(chart::TransitRaster::Shows::speed);
}

/// One piece at a time, so that each is seen as soon as it is there.
void SeaPictures::makeNext() {
    const auto& around = wanted_.surroundings;
    if (!land_ && around.land) {
        work_.start([this, land = around.land,
                     plane = plane_](const Progress& progress) -> Background::Deliver {
            auto made = std::make_shared<const chart::ChartLand>(
                chart::ChartLand::with_levels(land->coastline().land, plane));
            progress.throw_if_stopped();
            return [this, made, shelf = land.get()] {
                land_ = made;
                land_of_ = shelf;
                goOn();
            };
        });
        return;
    }
    if (!around.complete()) {
        return;
    }
    const auto missing =
        std::find_if(wanted_.variables.begin(), wanted_.variables.end(), [this](Variable variable) {
            return sources_.find(variable) == sources_.end();
        });
    if (missing != wanted_.variables.end()) {
        chart::WarpRequest request;
        request.plane = plane_;
        request.from = wanted_.from;
        request.until = wanted_.until;
        work_.start([this, variable = *missing, request,
                     sea = around.sea](const Progress& progress) -> Background::Deliver {
            auto made = picture_of(*sea->sea.data.environment, variable, request, progress);
            return [this, made, variable] {
                sources_[variable] = made;
                noteUnread(variable, made.get());
                goOn();
            };
        });
        return;
    }
    if (wanted_.transit && !transit_) {
        work_.start([this, vessel = around.vessel,
                     rules = around.rules](const Progress&) -> Background::Deliver {
            auto made =
                std::make_shared<const chart::TransitTable>(cost::TransitModel(*vessel, *rules));
            return [this, made] {
                transit_ = made;
                goOn();
            };
        });
    }
}

std::vector<UnreadData> SeaPictures::unread() const {
    std::vector<UnreadData> unread;
    for (const auto& [variable, of_variable] : unread_) {
        unread.insert(unread.end(), of_variable.begin(), of_variable.end());
    }
    return unread;
}

void SeaPictures::noteUnread(Variable variable, const chart::RasterSource* made) {
    std::vector<UnreadData> unread;
    if (made != nullptr) {
        for (const auto& one : made->unread()) {
            unread.push_back({variable, one.time, one.problem});
        }
    }
    if (unread_[variable] != unread) {
        unread_[variable] = std::move(unread);
        Q_EMIT unreadChanged();
    }
}

std::shared_ptr<const chart::RasterSource> SeaPictures::source(env::Variable variable) const {
    const auto found = sources_.find(variable);
    return found == sources_.end() ? nullptr : found->second;
}

chart::BaseContent SeaPictures::content(const ChartLayers& layers) const {
    chart::BaseContent content;
    if (layers.isShown(ChartLayer::land)) {
        content.land = land_;
    }
    content.graticule = layers.isShown(ChartLayer::graticule);
    const auto add = [&](ChartLayer layer, std::shared_ptr<const chart::RasterSource> source,
                         bool hatch_gaps = false) -> chart::SeaLayer* {
        if (layers.isShown(layer) && !source && hatch_gaps && !wanted_.surroundings.sea) {
            static const auto unknown = chart::unknown_everywhere({});
            source = unknown; // nothing has been opened
        }
        if (!layers.isShown(layer) || !source) {
            return nullptr;
        }
        hatch_gaps = hatch_gaps || !source->unread().empty();
        content.layers.push_back({std::move(source), palette_of(layer, layers),
                                  layers.opacity(layer), hatch_gaps, std::vector<float>{}});
        return &content.layers.back();
    };
    const auto& vessel = wanted_.surroundings.vessel;
    if (auto* depth = add(ChartLayer::depth, source(Variable::sea_floor_depth));
        depth != nullptr && vessel) {
        depth->contours.push_back(static_cast<float>(vessel->particulars().draught.in_metres()));
    }
    add(ChartLayer::concentration, source(Variable::sea_ice_concentration), true);
    add(ChartLayer::thickness, source(Variable::sea_ice_thickness), true);
    add(ChartLayer::rio, rio_, true);
    add(ChartLayer::speed, speed_, true);
    add(ChartLayer::waves, source(Variable::significant_wave_height));
    const auto add_flow = [&](ChartLayer layer, Variable east, Variable north,
                              chart::ArrowKind kind) {
        const auto to_east = source(east);
        const auto to_north = source(north);
        if (layers.isShown(layer) && to_east && to_north) {
            content.flows.push_back({to_east, to_north, kind, 1.0});
        }
    };
    add_flow(ChartLayer::wind, Variable::eastward_wind, Variable::northward_wind,
             chart::ArrowKind::barbs);
    add_flow(ChartLayer::current, Variable::eastward_current, Variable::northward_current,
             chart::ArrowKind::arrows);
    return content;
}

} // namespace fairlead::gui
