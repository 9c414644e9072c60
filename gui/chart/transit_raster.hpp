// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What a ship makes of the ice of the hour, all over the chart: Risk Index Outcome and attainable
/// speed by cost::TransitModel, from warped concentration and thickness.

#include "core/cost/transit_model.hpp"
#include "gui/chart/raster_source.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace fairlead::chart {

/// RIO and speed of one ship under one set of rules for every ice of half a percent and 2 cm; made
/// once, shared by layers. In deep water outside all zones. Immutable.
class TransitTable {
  public:
    /// Codes of byte_scale(); thickness code 0: not known.
    explicit TransitTable(const cost::TransitModel& model);

    [[nodiscard]] float rio(std::uint8_t concentration, std::uint8_t thickness) const noexcept {
        return rio_[index(concentration, thickness)];
    }
    /// 0 where there is no passage; NaN where the rules cannot judge.
    [[nodiscard]] float speed_kn(std::uint8_t concentration,
                                 std::uint8_t thickness) const noexcept {
        return speed_kn_[index(concentration, thickness)];
    }

  private:
    [[nodiscard]] static std::size_t index(std::uint8_t concentration,
                                           std::uint8_t thickness) noexcept {
        return static_cast<std::size_t>(concentration) * 256U + thickness;
    }
    std::vector<float> rio_;
    std::vector<float> speed_kn_;
};

class TransitRaster : public RasterSource {
  public:
    enum class Shows { rio, speed };
    /// @param concentration NaN in it gives NaN.
    /// @param thickness     null: not known anywhere.
    /// @param depth         null: not known; where it is less than `least_depth_m` there is no
    ///                      speed.
    TransitRaster(Shows shows, std::shared_ptr<const TransitTable> table,
                  std::shared_ptr<const RasterSource> concentration,
                  std::shared_ptr<const RasterSource> thickness,
                  std::shared_ptr<const RasterSource> depth = nullptr, float least_depth_m = 0.0F);

    [[nodiscard]] std::shared_ptr<const Raster> within(Instant time,
                                                       const PlaneBox& seen) const override;
    /// Of the older of the two.
    [[nodiscard]] std::optional<Instant> newest_data(Instant time) const override;

  private:
    Shows shows_;
    std::shared_ptr<const TransitTable> table_;
    std::shared_ptr<const RasterSource> concentration_;
    std::shared_ptr<const RasterSource> thickness_;
    std::shared_ptr<const RasterSource> depth_;
    float least_depth_m_;
};

} // namespace fairlead::chart
