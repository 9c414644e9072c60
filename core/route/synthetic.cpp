// SPDX-License-Identifier: Apache-2.0
#include "core/route/synthetic.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace fairlead::route {

bool calls_itself_synthetic(const Provenance& provenance) {
    const auto says_so = [](const std::string& text) {
        return to_lower(text).find("synthetic") != std::string::npos;
    };
    return says_so(provenance.scenario) ||
           std::any_of(provenance.data.begin(), provenance.data.end(),
                       [&](const DataSource& source) {
                           return says_so(source.file) || says_so(source.product);
                       });
}

} // namespace fairlead::route
