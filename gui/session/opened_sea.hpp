// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What a voyage's choice of sea, ship and rules stands for, opened: made once in the background
/// and shared by planning, judging and the chart.

#include "core/base/progress.hpp"
#include "core/geo/land_index.hpp"
#include "core/io/coastline.hpp"
#include "core/plan/sea.hpp"
#include "core/rules/rule_set.hpp"
#include "core/vessel/vessel.hpp"
#include "gui/document/voyage.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace fairlead::gui {

/// The coastline and its indices by plane. Safe from any thread; an index is made when first
/// wanted.
class LandShelf {
  public:
    /// @throws Error as io::read_coastline.
    explicit LandShelf(const std::string& source);

    [[nodiscard]] const io::Coastline& coastline() const noexcept { return coastline_; }
    [[nodiscard]] std::shared_ptr<const geo::LandIndex>
    index_on(const geo::Projection& plane) const;

  private:
    std::string source_;
    io::Coastline coastline_;
    mutable std::mutex making_;
    mutable std::map<std::string, std::shared_ptr<const geo::LandIndex>> by_plane_;
};

/// Immutable; safe from any thread.
struct OpenedSea {
    SeaChoice choice;
    plan::Sea sea; ///< with the zones of the voyage
    /// Without them; null where there are none.
    std::shared_ptr<const OpenedSea> as_opened;
};

/// @throws Error naming file, line and layer; also where neither scenario nor layer is chosen.
[[nodiscard]] std::shared_ptr<const OpenedSea> open_sea(const SeaChoice& choice,
                                                        const Progress& progress);

[[nodiscard]] std::shared_ptr<const rules::RuleSet> make_rules(const RuleChoice& choice);

} // namespace fairlead::gui
