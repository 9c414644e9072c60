// SPDX-License-Identifier: Apache-2.0
#include "core/base/progress.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"

#include <algorithm>

namespace fairlead {

void Progress::report(double fraction, std::string_view what) const {
    if (report_) {
        report_(from_ + (to_ - from_) * std::clamp(fraction, 0.0, 1.0), what);
    }
}

Progress Progress::sub_range(double from, double to) const {
    FAIRLEAD_EXPECTS(0.0 <= from && from <= to && to <= 1.0);
    Progress part = *this;
    part.from_ = from_ + (to_ - from_) * from;
    part.to_ = from_ + (to_ - from_) * to;
    return part;
}

void Progress::throw_if_stopped() const {
    if (stop_requested()) {
        throw Error(ErrorCode::cancelled, "stopped by the user");
    }
}

} // namespace fairlead
