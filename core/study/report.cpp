// SPDX-License-Identifier: Apache-2.0
#include "core/study/report.hpp"

#include "core/base/table.hpp"
#include "core/base/version.hpp"
#include "core/study/calendar_figure.hpp"
#include "core/study/comparison_figure.hpp"
#include "core/study/density_figure.hpp"
#include "core/study/departure_figure.hpp"
#include "core/study/distribution_figure.hpp"
#include "core/study/failure_figure.hpp"
#include "core/study/foresight_figure.hpp"
#include "core/study/svg.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead::study {
namespace {

constexpr const char* style = R"(
body{font:15px/1.45 Helvetica,Arial,"Liberation Sans","DejaVu Sans",sans-serif;color:#222;
background:#fff;max-width:960px;margin:24px auto;padding:0 16px}
h1{font-size:26px;margin:0 0 4px}h2{font-size:19px;margin:40px 0 8px;border-bottom:1px solid #ccc}
h3{font-size:15px;margin:18px 0 6px}
.warn{border:1.5px solid #222;padding:4px 10px;display:inline-block;font-weight:bold}
.numbers{display:flex;flex-wrap:wrap;gap:10px 34px;margin:18px 0;padding:0}
.numbers div{font-size:13px;color:#444}.numbers b{display:block;font-size:24px;color:#111}
figure{margin:14px 0 20px;overflow-x:auto}svg{max-width:100%;height:auto}
.caption{font-size:13px;color:#444;max-width:820px}
table{border-collapse:collapse;font-size:13px;margin:10px 0}
th{text-align:left;border-bottom:1.5px solid #222;padding:3px 12px 3px 0;vertical-align:bottom}
td{border-bottom:1px solid #ddd;padding:3px 12px 3px 0;vertical-align:top}
tbody th{border-bottom:1px solid #ddd}.n{text-align:right}
td.n,td.w{white-space:nowrap}.of{color:#666}code{font-size:12px;word-break:break-all}
@media print{body{max-width:none;margin:0;font-size:12px}figure,tr{break-inside:avoid}
h2{break-after:avoid}}
)";

/// Long lists are cut: a study file has all of it.
std::string listed(const std::vector<std::string>& values) {
    constexpr std::size_t most = 12;
    std::string text;
    for (std::size_t i = 0; i < std::min(values.size(), most); ++i) {
        text += (i == 0 ? "" : ", ") + escaped(values[i]);
    }
    return values.size() > most ? fmt::format("{} and {} more", text, values.size() - most) : text;
}

std::string numbers_html(const Manifest& manifest, const std::vector<io::RouteRecord>& records,
                         std::size_t missing_count) {
    const auto with = [&](std::string_view status) {
        return std::count_if(records.begin(), records.end(),
                             [&](const auto& record) { return record.status == status; });
    };
    const auto number = [](auto count, std::string_view what) {
        return fmt::format("<div><b>{}</b>{}</div>\n", count, what);
    };
    auto html = "<div class=\"numbers\">\n" + number(manifest.routes.size(), "routes asked") +
                number(with("ok"), "found") + number(with("no_route"), "without passage") +
                number(with("error"), "could not be planned");
    if (missing_count > 0) {
        html += number(missing_count, "not done yet");
    }
    html += "</div>\n";
    if (missing_count > 0) {
        html += fmt::format("<p class=\"warn\">Incomplete: {} of {} routes are not done; all "
                            "figures are of the others.</p>\n",
                            missing_count, manifest.routes.size());
    }
    return html;
}

std::string_view line_words(io::StudyLine line) {
    switch (line) {
    case io::StudyLine::grid:
        return "optimum on the grid";
    case io::StudyLine::refined:
        return "refined";
    case io::StudyLine::waypoints:
        return "refined and simplified to waypoints";
    }
    return "";
}

std::string asked_html(const Manifest& manifest) {
    const auto& file = manifest.file;
    std::string html = "<h2>What was asked</h2>\n<table><tbody>\n";
    const auto row = [&](std::string_view what, const std::string& value) {
        html += fmt::format("<tr><th>{}</th><td>{}</td></tr>\n", what, value);
    };
    std::vector<std::string> voyages;
    for (const auto& voyage : file.voyages) {
        voyages.push_back(voyage.name);
    }
    std::vector<std::string> objectives;
    for (const auto& objective : file.objectives) {
        objectives.push_back(objective.text);
    }
    row("Scenarios", listed(file.scenarios));
    row("Voyages", listed(voyages));
    row("Ships", listed(file.ships));
    row("Objectives", listed(objectives));
    row("Rules", listed(file.rules));
    if (!file.departures.empty()) {
        row("Departures", fmt::format("{}, from {} to {}", file.departures.size(),
                                      format_instant(file.departures.front()),
                                      format_instant(file.departures.back())));
    }
    if (file.sample) {
        row("Sample",
            fmt::format("{} routes drawn, seed {}", file.sample->count, file.sample->seed));
    }
    row("Planning",
        fmt::format("cells {}, {} neighbours, {:g} nm off land ({}), waiting {}; lines: {}",
                    file.cell_km ? fmt::format("of {:g} km", *file.cell_km)
                                 : "as the scenario says",
                    file.neighbours, file.clearance_nmi, escaped(file.coastline),
                    file.may_wait ? "allowed" : "not allowed", line_words(file.line)));
    return html + "</tbody></table>\n";
}

std::string sources_html(const std::filesystem::path& folder) {
    auto html = fmt::format("<h2>Made from</h2>\n<p>Fairlead {}.</p>\n", version());
    const auto inputs = folder / "inputs.csv";
    if (!std::filesystem::exists(inputs)) {
        return html + "<p>The study's folder has no inputs.csv: what was read is not known.</p>\n";
    }
    const auto table = Table::read(inputs);
    html += "<table><thead><tr><th>File</th><th class=\"n\">Bytes</th><th>SHA-256</th></tr></thead>"
            "\n<tbody>\n";
    const auto row = [&](const std::string& path, const std::string& bytes,
                         const std::string& hash) {
        html += fmt::format("<tr><td>{}</td><td class=\"n\">{}</td><td><code>{}</code></td></tr>\n",
                            escaped(path), escaped(bytes), escaped(hash));
    };
    constexpr std::size_t most_rows = 200;
    for (std::size_t i = 0; i < std::min(table.row_count(), most_rows); ++i) {
        row(table.text(i, "path"), table.text(i, "bytes"), table.text(i, "sha256"));
    }
    html += "</tbody></table>\n";
    if (table.row_count() > most_rows) {
        html += fmt::format("<p>The first {} of {} files; inputs.csv names all of them.</p>\n",
                            most_rows, table.row_count());
    }
    return html;
}

std::string figure_html(const Figure& figure, std::size_t number) {
    auto html = fmt::format("<h2>{}. {}</h2>\n", number, escaped(figure.title));
    for (const auto& drawing : figure.drawings) {
        html += "<figure>\n" + drawing.svg + "</figure>\n";
    }
    if (!figure.caption.empty()) {
        html += fmt::format("<p class=\"caption\">{}</p>\n", escaped(figure.caption));
    }
    html += figure.html;
    html += "<p class=\"caption\">Files:";
    const auto link = [&](const std::string& file) {
        html += fmt::format(" <a href=\"{0}\">{0}</a>", file);
    };
    for (const auto& table : figure.tables) {
        link("tables/" + table.name + ".csv");
    }
    for (const auto& drawing : figure.drawings) {
        link("figures/" + drawing.name + ".svg");
    }
    return html + "</p>\n";
}

} // namespace

std::vector<Figure> report_figures(const Manifest& manifest,
                                   const std::vector<io::RouteRecord>& records) {
    const Outcomes outcomes(manifest, records);
    std::vector<Figure> figures{calendar_figure(outcomes),     departure_figure(outcomes),
                                distribution_figure(outcomes), density_figure(manifest, records),
                                comparison_figure(outcomes),   failure_figure(outcomes)};
    if (auto foresight = foresight_figure(manifest, outcomes)) {
        figures.insert(figures.begin() + 2, std::move(*foresight));
    }
    return figures;
}

std::string report_html(const Manifest& manifest, const std::vector<io::RouteRecord>& records,
                        std::size_t missing_count, const std::vector<Figure>& figures,
                        const std::filesystem::path& folder) {
    const auto title = escaped(manifest.file.name.empty() ? "Study" : manifest.file.name);
    auto html = fmt::format("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">"
                            "\n<meta name=\"viewport\" content=\"width=device-width\">\n"
                            "<title>{0}</title>\n<style>{1}</style>\n</head>\n<body>\n<h1>{0}</h1>"
                            "\n<p class=\"warn\">A planning study. Not for navigation.</p>\n",
                            title, style);
    for (const auto& note : manifest.file.notes) {
        html += fmt::format("<p>{}</p>\n", escaped(note));
    }
    html += numbers_html(manifest, records, missing_count) + asked_html(manifest);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        html += figure_html(figures[i], i + 1);
    }
    return html + sources_html(folder) + "</body>\n</html>\n";
}

ReportFiles report_files(const Manifest& manifest, const std::vector<io::RouteRecord>& records,
                         std::size_t missing_count, const std::filesystem::path& folder) {
    const auto figures = report_figures(manifest, records);
    ReportFiles report;
    report.files.push_back(
        {folder / "report.html", report_html(manifest, records, missing_count, figures, folder)});
    for (const auto& figure : figures) {
        for (const auto& drawing : figure.drawings) {
            report.files.push_back({folder / "figures" / (drawing.name + ".svg"), drawing.svg});
        }
        for (const auto& table : figure.tables) {
            report.files.push_back({folder / "tables" / (table.name + ".csv"), table.csv});
        }
    }
    return report;
}

} // namespace fairlead::study
