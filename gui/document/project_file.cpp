// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/project_file.hpp"

#include "core/base/text.hpp"
#include "core/base/version.hpp"
#include "gui/document/qt_text.hpp"
#include "gui/document/voyage_json.hpp"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>

namespace fairlead::gui {

namespace {

struct ProjectWords {
    Q_DECLARE_TR_FUNCTIONS(ProjectFile)
};

constexpr std::string_view project_format = "fairlead-voyage";

// ---------------------------------------------------------------- paths

/// Names of ships and scenarios that come with Fairlead are not paths.
bool is_path(const std::string& name) {
    return name.find('/') != std::string::npos || name.ends_with(".toml");
}

/// GDAL's own names are no files.
bool is_virtual(const std::string& name) {
    return name.starts_with("/vsi");
}

std::string relative_to(const std::filesystem::path& folder, const std::string& name) {
    const std::filesystem::path path(name);
    if (!path.is_absolute() || is_virtual(name)) {
        return name;
    }
    auto own = path.begin();
    auto base = folder.begin();
    // The first part of both is the root.
    if (++own == path.end() || ++base == folder.end() || *own != *base) {
        return name;
    }
    auto relative = path.lexically_relative(folder).generic_string();
    return is_path(relative) || relative == "." ? relative : "./" + relative;
}

std::string absolute_from(const std::filesystem::path& folder, const std::string& name) {
    if (name.empty() || is_virtual(name)) {
        return name;
    }
    auto path = (folder / name).lexically_normal();
    if (!path.has_filename()) {
        path = path.parent_path(); // "folder/" is "folder"
    }
    return path.generic_string();
}

/// @param convert from folder and name to name.
template <class Convert>
Voyage with_paths(Voyage voyage, const std::filesystem::path& folder, Convert convert) {
    const auto base = std::filesystem::absolute(folder).lexically_normal();
    if (is_path(voyage.vessel)) {
        voyage.vessel = convert(base, voyage.vessel);
    }
    if (is_path(voyage.sea.scenario)) {
        voyage.sea.scenario = convert(base, voyage.sea.scenario);
    }
    if (is_model_file(voyage.cost_model)) {
        voyage.cost_model = convert(base, voyage.cost_model);
    }
    for (auto& layer : voyage.sea.layers) {
        for (auto& source : layer.sources) {
            source = convert(base, source);
        }
    }
    return voyage;
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
    return std::filesystem::absolute(file).parent_path();
}

// ---------------------------------------------------------------- parts of the file

QString place_of(const CandidateNote& candidate) {
    return QStringLiteral("candidates/%1").arg(to_qt(cost::name(candidate.objective)));
}

QJsonArray candidates_to_json(const Project& project) {
    QJsonArray array;
    for (const auto& candidate : project.candidates) {
        const QJsonObject json{
            {QStringLiteral("objective"), to_qt(cost::name(candidate.objective))},
            {QStringLiteral("note"), to_qt(candidate.note)},
            {QStringLiteral("shown"), candidate.is_shown}};
        array.append(with_kept(json, place_of(candidate), project.kept));
    }
    return array;
}

std::vector<CandidateNote> read_candidates(JsonMembers& members, KeptMembers& kept) {
    std::vector<CandidateNote> candidates;
    const auto array = members.optional_array("candidates");
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto element = members.element("candidates", i, array[i]);
        CandidateNote candidate;
        candidate.objective = objective_from_json(element, "objective", element.text("objective"));
        candidate.note = element.text("note").toStdString();
        candidate.is_shown = element.flag("shown");
        element.keep_rest(place_of(candidate), kept);
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

/// @param convert with_relative_paths or with_absolute_paths.
template <class Convert>
std::string model_path(const std::string& model, const std::filesystem::path& folder,
                       Convert convert) {
    Voyage voyage;
    voyage.cost_model = model;
    return convert(std::move(voyage), folder).cost_model;
}

QJsonArray plans_to_json(const Project& project, const std::filesystem::path& folder) {
    QJsonArray array;
    for (const auto& plan : project.plans) {
        auto stored = plan;
        stored.made_for = with_relative_paths(std::move(stored.made_for), folder);
        if (stored.by_model) {
            stored.by_model->model =
                model_path(stored.by_model->model, folder, with_relative_paths);
        }
        array.append(plan_to_json(stored));
    }
    return array;
}

/// None in files of versions that did not keep them.
std::vector<KeptPlan> read_plans(JsonMembers& members, const std::filesystem::path& folder) {
    std::vector<KeptPlan> plans;
    const auto array = members.optional_array("plans");
    for (qsizetype i = 0; i < array.size(); ++i) {
        auto element = members.element("plans", i, array[i]);
        auto plan = plan_from_json(element);
        const auto kind = plan.objective();
        if (std::any_of(plans.begin(), plans.end(),
                        [kind](const KeptPlan& other) { return other.objective() == kind; })) {
            members.refuse("plans",
                           ProjectWords::tr("a list with %1 twice").arg(to_qt(cost::name(kind))),
                           ProjectWords::tr("one of different objectives"));
        }
        plan.made_for = with_absolute_paths(std::move(plan.made_for), folder);
        if (plan.by_model) {
            plan.by_model->model = model_path(plan.by_model->model, folder, with_absolute_paths);
        }
        plans.push_back(std::move(plan));
    }
    return plans;
}

QJsonObject route_to_json(const KeptRoute& route) {
    QJsonArray ids;
    for (const auto id : route.ids) {
        ids.append(static_cast<qint64>(id));
    }
    return {{QStringLiteral("rtz"), to_qt(route.rtz)}, {QStringLiteral("ids"), ids}};
}

std::optional<KeptRoute> read_route(JsonMembers& members, KeptMembers& kept) {
    if (!members.has("route")) {
        return std::nullopt;
    }
    auto object = members.object("route");
    KeptRoute route;
    route.rtz = object.text("rtz").toStdString();
    for (const auto& id : object.array("ids")) {
        route.ids.push_back(object.checked_id("ids", id));
    }
    object.keep_rest(QStringLiteral("route"), kept);
    return route;
}

/// Counted from 1.
std::ptrdiff_t line_at(std::string_view text, int offset) {
    const auto before = text.substr(0, static_cast<std::size_t>(std::max(offset, 0)));
    return std::count(before.begin(), before.end(), '\n') + 1;
}

QJsonObject parse_object(std::string_view text, const QString& file) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) {
        text.remove_prefix(byte_order_mark.size());
    }
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(
        QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())), &problem);
    if (problem.error != QJsonParseError::NoError) {
        throw_error(ErrorCode::malformed,
                    ProjectWords::tr("%1: not a Fairlead voyage: %2, in line %3, at byte %4")
                        .arg(file, problem.errorString())
                        .arg(line_at(text, problem.offset))
                        .arg(problem.offset));
    }
    if (document.object().value(QStringLiteral("format")).toString() != to_qt(project_format)) {
        throw_error(
            ErrorCode::malformed,
            ProjectWords::tr("%1: not a Fairlead voyage: its member \"format\" is not \"%2\"")
                .arg(file, to_qt(project_format)));
    }
    return document.object();
}

void expect_known_version(JsonMembers& members, const QString& file) {
    const auto version =
        members.whole_number("version", 1, std::numeric_limits<std::uint32_t>::max());
    if (version > std::uint32_t{project_version}) {
        throw_error(
            ErrorCode::unsupported,
            ProjectWords::tr("%1: written by a newer Fairlead, in version %2 of the format; this "
                             "one reads versions up to %3")
                .arg(file)
                .arg(version)
                .arg(project_version));
    }
}

} // namespace

Voyage with_relative_paths(Voyage voyage, const std::filesystem::path& folder) {
    return with_paths(std::move(voyage), folder, relative_to);
}

Voyage with_absolute_paths(Voyage voyage, const std::filesystem::path& folder) {
    return with_paths(std::move(voyage), folder, absolute_from);
}

Project parse_project(std::string_view text, const std::filesystem::path& file) {
    const auto name = to_qt(file.string());
    JsonMembers members(parse_object(text, name), name, {});
    static_cast<void>(members.text("format"));
    expect_known_version(members, name);
    // Says who wrote it last; of no further meaning.
    if (members.has("program")) {
        static_cast<void>(members.text("program"));
    }
    Project project;
    project.voyage = with_absolute_paths(voyage_from_json(members, project.kept), folder_of(file));
    project.candidates = read_candidates(members, project.kept);
    project.plans = read_plans(members, folder_of(file));
    project.route = read_route(members, project.kept);
    members.keep_rest({}, project.kept);
    return project;
}

Project read_project(const std::filesystem::path& file) {
    return parse_project(read_text_file(file), file);
}

std::string project_text(const Project& project, const std::filesystem::path& file) {
    auto json = voyage_to_json(with_relative_paths(project.voyage, folder_of(file)), project.kept);
    json.insert(QStringLiteral("format"), to_qt(project_format));
    json.insert(QStringLiteral("version"), project_version);
    json.insert(QStringLiteral("program"), QStringLiteral("Fairlead %1").arg(to_qt(version())));
    if (!project.candidates.empty()) {
        json.insert(QStringLiteral("candidates"), candidates_to_json(project));
    }
    if (!project.plans.empty()) {
        json.insert(QStringLiteral("plans"), plans_to_json(project, folder_of(file)));
    }
    if (project.route) {
        json.insert(QStringLiteral("route"), with_kept(route_to_json(*project.route),
                                                       QStringLiteral("route"), project.kept));
    }
    return QJsonDocument(with_kept(json, {}, project.kept)).toJson().toStdString();
}

void write_project(const std::filesystem::path& file, const Project& project) {
    write_file_atomically(file, project_text(project, file));
}

} // namespace fairlead::gui
