// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/session/unread_data.hpp"

namespace fairlead::gui {

std::vector<rules::Finding> findings_of(const std::vector<UnreadData>& unread) {
    std::vector<rules::Finding> findings;
    for (const auto& one : unread) {
        rules::Finding finding;
        finding.code = "data.unread";
        finding.severity = rules::Severity::warning;
        finding.rule = "data";
        finding.subject = env::info(one.variable).name;
        finding.message = one.problem;
        finding.time = one.time;
        finding.remedy = "mend the file, then read the data again";
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace fairlead::gui
