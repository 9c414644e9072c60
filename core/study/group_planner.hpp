// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Plans the routes of one group of a study on what they share.

#include "core/base/progress.hpp"
#include "core/geo/gazetteer.hpp"
#include "core/geo/land_index.hpp"
#include "core/io/route_record.hpp"
#include "core/plan/prepared_voyage.hpp"
#include "core/plan/sea.hpp"
#include "core/study/manifest.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace fairlead::study {

/// What several groups have in common: seas and coastlines live as long as a group uses them.
/// Safe from any thread; two that want the same sea wait for each other.
class Commons {
  public:
    explicit Commons(const io::StudyFile& study);

    /// @param scenario as in the study: a path (beside the study file, where it is relative and
    ///        stands there) or "sample". @throws Error as plan::open_sea.
    [[nodiscard]] std::shared_ptr<const plan::Sea> sea(const std::string& scenario,
                                                       const Progress& progress = {});
    /// Null for the coastline "none". @throws Error as io::load_land_index.
    [[nodiscard]] std::shared_ptr<const geo::LandIndex> land(const geo::Projection& plane);
    [[nodiscard]] const geo::Gazetteer& ports() const noexcept { return ports_; }

  private:
    const io::StudyFile& study_;
    geo::Gazetteer ports_;
    std::mutex opening_;
    std::map<std::string, std::weak_ptr<const plan::Sea>> seas_;
    std::map<std::string, std::weak_ptr<const geo::LandIndex>> lands_;
};

/// Where a file that a study names is: as `sample` or a name of its kind, else a path, relative to
/// the study file.
[[nodiscard]] std::string beside_study(const io::StudyFile& study, const std::string& name);

/// The request of a group but for the departure, everything read and looked up.
/// @throws Error for what is wrong with its files, names and places.
struct GroupRequest {
    plan::PlanRequest request;
    std::shared_ptr<const plan::Sea> sea;
};
[[nodiscard]] GroupRequest group_request(const Manifest& manifest, const Group& group,
                                         Commons& commons, const Progress& progress = {});

/// Ready to plan its routes, from any thread; or knowing why none of them can be.
class GroupPlanner {
  public:
    /// What is wrong with the group's inputs becomes the answer of all its routes.
    /// @throws Error (cancelled)
    GroupPlanner(const Manifest& manifest, std::size_t group, Commons& commons,
                 const Progress& progress);

    /// @throws Error (cancelled); anything else that goes wrong is in the record.
    [[nodiscard]] io::RouteRecord plan(const RouteSpec& route, const Progress& progress) const;

  private:
    [[nodiscard]] io::RouteRecord blank(const RouteSpec& route) const;
    /// The line of a route that was found, in the sea that came. @pre truth_
    [[nodiscard]] io::SailedNumbers sail(const route::Route& planned) const;

    const Manifest& manifest_;
    const Group& group_;
    std::shared_ptr<const plan::Sea> sea_;
    std::shared_ptr<const plan::Sea> truth_;             ///< null: routes are not sailed
    std::unique_ptr<const plan::PreparedVoyage> voyage_; ///< null: inputs_wrong_ says why
    std::vector<std::string> findings_;                  ///< of every route
    std::string inputs_wrong_;
};

} // namespace fairlead::study
