// SPDX-License-Identifier: Apache-2.0
#include "core/search/graph_path.hpp"

namespace fairlead::search {

bool schedule(GraphPath& path, const ArcTimes& times, double start_s, bool may_wait) {
    path.arrival_s.assign(1, start_s);
    path.departure_s.clear();
    for (std::size_t i = 0; i < path.directions.size(); ++i) {
        const ArcTimes::Passage passage =
            times.traverse({path.vertices[i], path.directions[i]}, path.arrival_s.back(), may_wait);
        if (passage.refusal != ArcTimes::Refusal::none) {
            return false;
        }
        path.departure_s.push_back(passage.departure_s);
        path.arrival_s.push_back(passage.arrival_s);
    }
    path.departure_s.push_back(path.arrival_s.back());
    return true;
}

} // namespace fairlead::search
