// SPDX-License-Identifier: Apache-2.0
#include "core/search/lower_bound.hpp"

#include "core/base/contract.hpp"
#include "core/search/sub_solution.hpp"

namespace fairlead::search {

std::optional<double> arrival_lower_bound(const LowerBoundProblem& problem,
                                          const Progress& progress) {
    FAIRLEAD_EXPECTS(problem.sea != nullptr);
    FAIRLEAD_EXPECTS(problem.known_arrival_s >= problem.departure_s);
    SubSolution phi(problem);
    return phi.make(progress) ? phi.at_goal() : std::nullopt;
}

} // namespace fairlead::search
