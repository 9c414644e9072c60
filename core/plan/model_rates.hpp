// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The rates of a cost model for the cells of a planning grid: one call a slice, for all cells that
/// are open then.

#include "core/cost/model_rate.hpp"
#include "core/cost/transit_field.hpp"
#include "core/env/sampler.hpp"
#include "core/plan/rate_scale.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace fairlead::plan {

class ModelRates {
  public:
    /// What is passed must outlive this.
    /// @param places of the cells, in the order of the sampler's.
    ModelRates(const cost::CostModel& model, const env::Sampler& sampler,
               std::span<const geo::Position> places);

    void begin_slice(double asked_s);

    /// Takes down what the model is to be told of an open cell.
    /// @param place its index among the places. @param at of its rate among the codes.
    /// @return false, and nothing is taken down, where something is missing that the model needs.
    [[nodiscard]] bool add(std::size_t place, std::size_t at, const cost::Transit& transit);

    /// Asks the model about the cells of the slice.
    /// @param codes of all slices; rates that are there already keep their worth.
    /// @throws Error as cost::CostModel::rates.
    void finish_slice(std::vector<std::uint16_t>& codes);

    /// What one step of the codes is worth.
    [[nodiscard]] double unit_per_h() const noexcept { return scale_.unit_per_h(); }

  private:
    /// A layer at the instant of the slice, at all places.
    struct LayerValues {
        env::Variable variable;
        std::vector<float> value;
        std::vector<env::Quality> quality;

        [[nodiscard]] env::Sample operator[](std::size_t place) const noexcept {
            return {static_cast<double>(value[place]), quality[place]};
        }
    };
    [[nodiscard]] const LayerValues& layer(env::Variable variable) const;

    const cost::CostModel& model_;
    const env::Sampler& sampler_;
    std::span<const geo::Position> places_;
    RateScale scale_;
    double asked_s_ = 0.0;
    std::vector<LayerValues> layers_; ///< concentration first
    std::vector<std::size_t> at_;     ///< of the open cells among the codes
    std::vector<double> speed_kn_;    ///< of the open cells
    std::vector<std::vector<double>> inputs_;
    std::vector<double> per_hour_;
    std::vector<double> per_nmi_;
    std::vector<double> row_; ///< inputs of one cell
};

} // namespace fairlead::plan
