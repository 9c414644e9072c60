// SPDX-License-Identifier: Apache-2.0
#include "core/rules/finding.hpp"

namespace fairlead::rules {

std::string_view name(Severity severity) noexcept {
    switch (severity) {
    case Severity::info:
        return "info";
    case Severity::caution:
        return "caution";
    case Severity::warning:
        return "warning";
    case Severity::violation:
        break;
    }
    return "violation";
}

std::string Finding::key() const {
    return subject.empty() ? code : code + ":" + subject;
}

} // namespace fairlead::rules
