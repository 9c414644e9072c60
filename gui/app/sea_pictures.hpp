// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What the chart needs of the sea, made in the background: land in levels of detail, fields warped
/// to the chart's plane, what the ship makes of the ice. Made when first shown, kept while the sea
/// is the same.

#include "core/geo/projection.hpp"
#include "gui/chart/chart_land.hpp"
#include "gui/chart/raster_source.hpp"
#include "gui/chart/screen_renderer.hpp"
#include "gui/chart/transit_raster.hpp"
#include "gui/session/background.hpp"
#include "gui/session/chart_layers.hpp"
#include "gui/session/requests.hpp"
#include "gui/session/unread_data.hpp"

#include <QObject>

#include <map>
#include <memory>

namespace fairlead::gui {

/// What a layer is coloured by; null for those without.
[[nodiscard]] std::shared_ptr<const chart::Palette> palette_of(ChartLayer layer,
                                                               const ChartLayers& layers);

class SeaPictures : public QObject {
    Q_OBJECT

  public:
    explicit SeaPictures(QObject* parent = nullptr);

    /// What is wanted from now on. Cheap where nothing is new.
    /// @param from the chart is never asked for an earlier hour, nor for one after `until`.
    void want(const Surroundings& surroundings, const geo::Projection& plane,
              const ChartLayers& layers, Instant from, Instant until);

    /// As far as it is there: layers that are shown and have data, in the order they are drawn in.
    [[nodiscard]] chart::BaseContent content(const ChartLayers& layers) const;
    /// Null if the sea has nothing for the variable, or it is not there yet.
    [[nodiscard]] std::shared_ptr<const chart::RasterSource> source(env::Variable variable) const;
    /// Of the sea, as far as it was shown. It is drawn as not known.
    [[nodiscard]] std::vector<UnreadData> unread() const;
    [[nodiscard]] const geo::Projection& plane() const noexcept { return plane_; }

  Q_SIGNALS:
    void changed();
    void failed(const QString& sentence);
    /// Other data than before could not be read, or all can be now.
    void unreadChanged();

  private:
    struct Wanted {
        Surroundings surroundings;
        Instant from;
        Instant until;
        std::vector<env::Variable> variables;
        bool transit = false;
    };
    /// What the ship's own layers are made of.
    struct TransitParts {
        std::shared_ptr<const chart::TransitTable> table;
        std::shared_ptr<const chart::RasterSource> concentration;
        std::shared_ptr<const chart::RasterSource> thickness;

        bool operator==(const TransitParts&) const = default;
    };
    void makeNext();
    void noteUnread(env::Variable variable, const chart::RasterSource* made);
    /// A piece has come.
    void goOn();
    /// Anew only when a part of it is: the chart draws another layer again.
    void combineTransit();

    Wanted wanted_;
    geo::Projection plane_ = geo::Projection::polar_north();
    std::shared_ptr<const chart::ChartLand> land_;
    const LandShelf* land_of_ = nullptr;
    std::map<env::Variable, std::shared_ptr<const chart::RasterSource>> sources_;
    std::shared_ptr<const chart::TransitTable> transit_;
    TransitParts transit_parts_;
    std::shared_ptr<const chart::RasterSource> rio_;
    std::shared_ptr<const chart::RasterSource> speed_;
    /// Kept while a variable is made again for other hours.
    std::map<env::Variable, std::vector<UnreadData>> unread_;
    Background work_;
};

} // namespace fairlead::gui
