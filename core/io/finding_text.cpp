// SPDX-License-Identifier: Apache-2.0
#include "core/io/finding_text.hpp"

#include "core/base/text_layout.hpp"

#include <fmt/format.h>

#include <set>
#include <string_view>

namespace fairlead::io {

namespace {

std::string_view heading(rules::Severity severity) {
    switch (severity) {
    case rules::Severity::violation:
        return "Violations";
    case rules::Severity::warning:
        return "Warnings";
    case rules::Severity::caution:
        return "Cautions";
    case rules::Severity::info:
        break;
    }
    return "Notes";
}

} // namespace

std::string finding_text(const rules::Finding& finding, Instant told) {
    std::string words = finding.message;
    if (!finding.rule.empty() && finding.rule != "data") {
        words += fmt::format(" [{}]", finding.rule);
    }
    if (finding.position) {
        const auto place = geo::format_position(*finding.position);
        if (finding.message.find(place) == std::string::npos) {
            words += fmt::format("; at {}", place);
            words += finding.time ? ", " + format_instant_beside(*finding.time, told) : "";
        }
    }
    std::string text = wrapped(words, "  - ");
    if (!finding.remedy.empty()) {
        text += wrapped("Remedy: " + finding.remedy, "    ");
    }
    return text;
}

std::string findings_text(const std::vector<rules::Finding>& findings, Instant told) {
    std::string text;
    for (const auto severity : {rules::Severity::violation, rules::Severity::warning,
                                rules::Severity::caution, rules::Severity::info}) {
        std::set<std::string> said;
        std::string group;
        for (const auto& finding : findings) {
            if (finding.severity != severity) {
                continue;
            }
            auto words = finding_text(finding, told);
            if (said.insert(words).second) {
                group += words;
            }
        }
        if (!group.empty()) {
            text += fmt::format("\n{}\n{}", heading(severity), group);
        }
    }
    return text;
}

} // namespace fairlead::io
