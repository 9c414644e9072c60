// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What comes of a study, for people: one page with all figures, and the same figures and their
/// numbers as files for a paper.
///
///     report.html    the page; nothing is loaded from elsewhere, no script runs
///     figures/*.svg  each drawing on its own
///     tables/*.csv   the numbers of each figure

#include "core/base/text.hpp"
#include "core/io/route_record.hpp"
#include "core/study/figure.hpp"
#include "core/study/manifest.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace fairlead::study {

struct ReportFiles {
    std::vector<FileContent> files;
};

/// All figures of a report, in its order.
[[nodiscard]] std::vector<Figure> report_figures(const Manifest& manifest,
                                                 const std::vector<io::RouteRecord>& records);

/// The page. @param missing_count routes of the study that are not done yet.
/// @param folder the study's, whose inputs.csv names what was read.
[[nodiscard]] std::string report_html(const Manifest& manifest,
                                      const std::vector<io::RouteRecord>& records,
                                      std::size_t missing_count, const std::vector<Figure>& figures,
                                      const std::filesystem::path& folder);

/// What to write, in `folder` and its folders `figures` and `tables`. Bytes depend on manifest,
/// records, the coastline that is installed and inputs.csv alone.
/// @throws Error (malformed) for an inputs.csv that is none.
[[nodiscard]] ReportFiles report_files(const Manifest& manifest,
                                       const std::vector<io::RouteRecord>& records,
                                       std::size_t missing_count,
                                       const std::filesystem::path& folder);

} // namespace fairlead::study
