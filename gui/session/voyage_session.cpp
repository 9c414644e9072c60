// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/session/voyage_session.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/io/vessel_file.hpp"
#include "core/plan/planner.hpp"
#include "core/plan/voyage_notes.hpp"
#include "gui/session/own_model.hpp"
#include "gui/session/own_zones.hpp"

#include <algorithm>
#include <utility>

namespace fairlead::gui {

namespace {

/// Of the progress of a plan, the making of its grid.
constexpr double share_of_grid = 0.2;

constexpr VoyageDocument::Parts surroundings_parts =
    VoyageDocument::sea_part | VoyageDocument::vessel_part | VoyageDocument::rules_part;
constexpr VoyageDocument::Parts line_parts =
    VoyageDocument::points_part | VoyageDocument::departure_part | VoyageDocument::search_part;

/// What the command line says with every plan, too.
plan::PlanResult plan_with_notes(const std::shared_ptr<const plan::VoyageGrid>& grid,
                                 const plan::PlanRequest& request,
                                 const std::vector<rules::Finding>& about_data,
                                 const Progress& progress) {
    auto result = plan::plan_on(grid, request, progress);
    plan::note_unverified(*request.vessel, result.findings);
    plan::note_hidden_layers(*request.environment, result.findings);
    result.findings.insert(result.findings.end(), about_data.begin(), about_data.end());
    return result;
}

/// With the voyage's cost model, where it is one of the objectives: others are told by it, too, but
/// do not need it.
Surroundings opened_model(const Surroundings& known, const Voyage& voyage,
                          cost::ObjectiveKind objective, const std::string& trusted_library) {
    const auto& objectives = voyage.objectives;
    if (std::find(objectives.begin(), objectives.end(), cost::ObjectiveKind::model) ==
        objectives.end()) {
        return known;
    }
    try {
        return with_model(known, voyage, trusted_library);
    } catch (const Error&) {
        if (objective == cost::ObjectiveKind::model) {
            throw;
        }
        return known; // said when its own turn comes
    }
}

bool same_places(const std::vector<VoyagePoint>& points, const route::Route& route) {
    return std::equal(points.begin(), points.end(), route.waypoints.begin(), route.waypoints.end(),
                      [](const VoyagePoint& point, const route::Waypoint& waypoint) {
                          return is_same_place(point.position, waypoint.position);
                      });
}

/// By content: a file may have changed under its name, or moved with its project.
bool is_same_data(const std::vector<route::DataSource>& a,
                  const std::vector<route::DataSource>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const route::DataSource& one, const route::DataSource& other) {
                          return one.variable == other.variable && one.sha256 == other.sha256 &&
                                 (!one.sha256.empty() || one.file == other.file);
                      });
}

} // namespace

VoyageSession::VoyageSession(QObject* parent) : QObject(parent) {
    connect(&document_, &VoyageDocument::changed, this, &VoyageSession::react);
    connect(&opening_, &Background::failed, this, [this](const QString& sentence) {
        problem_ = sentence;
        surroundings_ = {nullptr, surroundings_.land, nullptr, nullptr, {}, {}};
        dropWaitingPlan();
        Q_EMIT surroundingsChanged();
    });
    connect(&planning_, &Background::failed, this, &VoyageSession::refused);
    connect(&planning_, &Background::started, this, &VoyageSession::planningStarted);
    connect(&planning_, &Background::finished, this, &VoyageSession::planningFinished);
    connect(this, &VoyageSession::planningFinished, this, [this] {
        planned_objective_.reset();
        if (!line_to_come_.empty()) {
            showToCome({});
        }
    });
    connect(&legs_, &Background::failed, this, &VoyageSession::refused);
    connect(&legs_, &Background::finished, this, &VoyageSession::legsReplanned);
    connect(&judging_, &Background::failed, this, [this](const QString& sentence) {
        judgement_problem_ = sentence;
        Q_EMIT judgementChanged();
    });
}

VoyageSession::~VoyageSession() = default;

void VoyageSession::open(Voyage voyage, std::vector<CandidateNote> notes,
                         const std::vector<KeptPlan>& plans) {
    planning_.cancel();
    legs_.cancel();
    judging_.cancel();
    notes_ = std::move(notes);
    dropWaitingPlan();
    candidates_.clear();
    selected_.reset();
    pinned_.reset();
    judgement_.reset();
    judged_.reset();
    refused_.reset();
    departure_ = voyage.departure;
    cursor_.setTime(voyage.departure);
    document_.reset(std::move(voyage));
    if (!plans.empty()) {
        std::vector<Candidate> candidates;
        for (const auto& plan : plans) {
            const auto& note = noteOf(plan.objective());
            candidates.push_back({note.objective, plan.result, plan.made_for,
                                  QString::fromStdString(note.note), note.is_shown, plan.by_model});
        }
        adopt(std::move(candidates));
    }
    Q_EMIT candidatesChanged();
    Q_EMIT judgementChanged();
}

std::vector<KeptPlan> VoyageSession::plans() const {
    std::vector<KeptPlan> plans;
    for (const auto& candidate : candidates_) {
        plans.push_back({candidate.result, candidate.made_for, candidate.by_model});
    }
    return plans;
}

void VoyageSession::react(VoyageDocument::Parts parts) {
    if (voyage().departure != departure_) { // the cursor keeps its hour of the voyage
        const auto later = between(departure_, voyage().departure);
        departure_ = voyage().departure;
        cursor_.setTime(cursor_.time() + later);
    }
    const bool has_other_zones = parts.testFlag(VoyageDocument::zones_part);
    if ((parts & surroundings_parts) || (has_other_zones && !surroundings_.complete())) {
        openSurroundings(surroundings_);
    } else if (has_other_zones) {
        takeZones(surroundings_);
    }
    if ((parts & (line_parts | surroundings_parts | VoyageDocument::zones_part)) && !is_taking_) {
        updateSelected();
    }
    if (parts & (surroundings_parts | line_parts | VoyageDocument::zones_part)) {
        judgeLine();
    }
}

void VoyageSession::updateSelected() {
    const auto before = selected_;
    selected_ = candidateOfLine();
    if (selected_ != before) {
        Q_EMIT selectionChanged();
    }
}

void VoyageSession::takeZones(Surroundings opened) {
    problem_.clear();
    try {
        opened.sea = with_own_zones(opened.sea, voyage().zones);
    } catch (const Error& problem) { // a zone that is no area must not be passed over
        problem_ = QString::fromUtf8(problem.what());
        opened.rules.reset();
    }
    surroundings_ = std::move(opened);
    Q_EMIT surroundingsChanged();
}

void VoyageSession::readDataAgain() {
    openSurroundings({nullptr, surroundings_.land, nullptr, nullptr, {}, {}});
}

void VoyageSession::setUnreadData(std::vector<UnreadData> unread) {
    if (unread_ != unread) {
        unread_ = std::move(unread);
        Q_EMIT unreadDataChanged();
    }
}

void VoyageSession::openSurroundings(const Surroundings& known) {
    problem_.clear();
    opening_.start([sea = voyage().sea, vessel = voyage().vessel, rules = voyage().rules, known,
                    this](const Progress& progress) -> Background::Deliver {
        Surroundings opened;
        opened.vessel = io::find_vessel(vessel);
        opened.rules = make_rules(rules);
        opened.vessel_choice = vessel;
        opened.rule_choice = rules;
        opened.land = known.land ? known.land : std::make_shared<const LandShelf>("gshhg");
        progress.throw_if_stopped();
        const auto known_sea = without_own_zones(known.sea);
        opened.sea = known_sea && known_sea->choice == sea ? known_sea : open_sea(sea, progress);
        return [this, opened] {
            takeZones(opened);
            data_ = surroundings_.sea->sea.provenance().data;
            updateSelected(); // the data may be others than a candidate was planned with
            Q_EMIT candidatesChanged();
            judgeLine();
            if (plans_when_open_ && surroundings_.are_of(this->voyage())) {
                plan();
            } else {
                dropWaitingPlan();
            }
        };
    });
}

bool VoyageSession::isCurrent(const Candidate& candidate) const {
    const auto& data = candidate.result->provenance.data;
    const bool has_other_data =
        !data.empty() && surroundings_.are_of(voyage()) && !is_same_data(data, data_);
    return !has_other_data && candidate.made_for == planning_inputs(voyage(), candidate.objective);
}

const ModelCost* VoyageSession::costByModel(std::size_t candidate) const {
    FAIRLEAD_EXPECTS(candidate < candidates_.size());
    const auto& cost = candidates_[candidate].by_model;
    return cost && cost->model == voyage().cost_model ? &*cost : nullptr;
}

bool VoyageSession::isJudged() const {
    return judgement_ && judged_ && *judged_ == judging_inputs(voyage());
}

const Candidate* VoyageSession::refusal() const {
    const auto has_route = [](const Candidate& one) { return one.result->route() != nullptr; };
    const auto refused = std::find_if_not(candidates_.begin(), candidates_.end(), has_route);
    if (refused == candidates_.end()) {
        return nullptr;
    }
    const bool speaks =
        !judgement_ || (refused_ == judging_inputs(voyage()) &&
                        std::none_of(candidates_.begin(), candidates_.end(), has_route));
    return speaks ? &*refused : nullptr;
}

void VoyageSession::judgeLine() {
    judgement_problem_.clear();
    const auto publish = [this](std::shared_ptr<const plan::Judgement> judgement, Voyage inputs) {
        judgement_ = std::move(judgement);
        judged_ = std::move(inputs);
        Q_EMIT judgementChanged();
    };
    if (!is_line_complete(voyage())) {
        judging_.cancel();
        if (judgement_) {
            judgement_.reset();
            judged_.reset();
            Q_EMIT judgementChanged();
        }
        return;
    }
    // Planning has judged it, unless it was kept in a file, which has no track.
    if (selected_ && !candidates_[*selected_].result->route()->track.empty()) {
        const auto& result = *candidates_[*selected_].result;
        judging_.cancel();
        publish(std::make_shared<const plan::Judgement>(
                    plan::Judgement{*result.route(), result.findings, result.provenance, true}),
                judging_inputs(voyage()));
        return;
    }
    if (!surroundings_.are_of(voyage())) {
        judging_.cancel();
        return; // again when they are
    }
    judging_.start([voyage = voyage(), surroundings = surroundings_,
                    publish](const Progress& progress) -> Background::Deliver {
        auto judgement =
            std::make_shared<const plan::Judgement>(judge_line(voyage, surroundings, progress));
        return
            [publish, judgement, inputs = judging_inputs(voyage)] { publish(judgement, inputs); };
    });
}

void VoyageSession::plan() {
    if (fixed_points(voyage()).size() < 2 || voyage().objectives.empty()) {
        return;
    }
    if (!surroundings_.are_of(voyage())) {
        if (!problem_.isEmpty()) {
            Q_EMIT refused(problem_);
        } else if (!plans_when_open_) {
            plans_when_open_ = true;
            planned_count_ = 0;
            Q_EMIT refused(tr("The data are still being opened: planning begins when they are."));
            Q_EMIT planningStarted();
        }
        return;
    }
    plans_when_open_ = false;
    planned_count_ = 0;
    legs_.cancel();
    planNext(0, planning_inputs(voyage()), nullptr);
}

void VoyageSession::cancel() {
    if (!isPlanning()) {
        return;
    }
    dropWaitingPlan();
    planning_.cancel();
    const int asked = static_cast<int>(voyage().objectives.size());
    if (planned_count_ > 0) {
        Q_EMIT told(
            tr("Stopped: %1 of %n objective(s) are planned.", nullptr, asked).arg(planned_count_));
    } else if (is_line_complete(voyage())) {
        Q_EMIT told(tr("Stopped: the former line stands."));
    } else {
        Q_EMIT told(tr("Stopped: nothing was planned."));
    }
}

void VoyageSession::dropWaitingPlan() {
    if (std::exchange(plans_when_open_, false)) {
        Q_EMIT planningFinished();
    }
}

void VoyageSession::planNext(std::size_t objective_index, const Voyage& inputs,
                             std::shared_ptr<const plan::VoyageGrid> grid) {
    const auto count = static_cast<double>(inputs.objectives.size());
    planned_objective_ = inputs.objectives[objective_index];
    const auto first = static_cast<double>(objective_index) / count;
    disconnect(&planning_, &Background::progressed, this, nullptr);
    connect(&planning_, &Background::progressed, this,
            [this, first, count](double fraction, const QString& what) {
                Q_EMIT planningProgressed(first + fraction / count, what);
            });
    planning_.start([this, objective_index, inputs, grid = std::move(grid), voyage = voyage(),
                     trusted = trusted_library_,
                     known = surroundings_](const Progress& progress) -> Background::Deliver {
        const auto objective = inputs.objectives[objective_index];
        const auto surroundings = opened_model(known, voyage, objective, trusted);
        auto request = plan_request(voyage, surroundings, objective);
        request.on_route = [this](const route::Route& route) {
            std::vector<geo::Position> line;
            for (const auto& waypoint : route.waypoints) {
                line.push_back(waypoint.position);
            }
            QMetaObject::invokeMethod(
                this, [this, line = std::move(line)] { showToCome(line); }, Qt::QueuedConnection);
        };
        const auto shared = grid ? grid
                                 : std::make_shared<const plan::VoyageGrid>(plan::make_voyage_grid(
                                       request, progress.sub_range(0.0, share_of_grid)));
        auto result = std::make_shared<plan::PlanResult>(
            plan_with_notes(shared, request, surroundings.sea->sea.findings(), progress));
        const auto by_model = surroundings.model
                                  ? cost_by_model(voyage, surroundings, *result, progress)
                                  : std::nullopt;
        return [this, objective_index, inputs, result, by_model, shared] {
            const bool is_wanted = takeCandidate(objective_index, result, by_model, inputs);
            if (is_wanted && objective_index + 1 < inputs.objectives.size()) {
                // The line taken may have moved a place off the land.
                const bool is_as_asked = planning_inputs(this->voyage()) == inputs;
                planNext(objective_index + 1, inputs, is_as_asked ? shared : nullptr);
            }
        };
    });
}

void VoyageSession::showToCome(std::vector<geo::Position> line) {
    // Cancelled since, or the candidate itself is here already.
    line_to_come_ = planning_.isRunning() ? std::move(line) : std::vector<geo::Position>();
    Q_EMIT candidatesChanged();
}

bool VoyageSession::takeCandidate(std::size_t objective_index,
                                  const std::shared_ptr<const plan::PlanResult>& result,
                                  std::optional<ModelCost> by_model, const Voyage& inputs) {
    if (objective_index == 0) {
        candidates_.clear();
        selected_.reset();
        pinned_.reset();
    }
    const auto& note = noteOf(inputs.objectives[objective_index]);
    line_to_come_.clear();
    ++planned_count_;
    candidates_.push_back({note.objective, result, planning_inputs(inputs, note.objective),
                           QString::fromStdString(note.note), note.is_shown, std::move(by_model)});
    const bool is_wanted = isCurrent(candidates_.back());
    if (is_wanted && result->no_route() != nullptr) {
        refused_ = judging_inputs(voyage());
    }
    Q_EMIT candidatesChanged();
    if (is_wanted && !selected_ && result->route() != nullptr) {
        select(candidates_.size() - 1);
    }
    return is_wanted;
}

void VoyageSession::select(std::size_t candidate) {
    FAIRLEAD_EXPECTS(candidate < candidates_.size());
    const auto& result = *candidates_[candidate].result;
    const auto* route = result.route();
    FAIRLEAD_EXPECTS(route != nullptr);
    if (!isCurrent(candidates_[candidate])) {
        Q_EMIT refused(tr("This candidate answers an older voyage: plan again."));
        return;
    }
    selected_ = candidate;
    std::vector<Candidate*> current;
    for (auto& other : candidates_) {
        if (isCurrent(other)) {
            current.push_back(&other);
        }
    }
    is_taking_ = true;
    document_.edit(tr("Take planned line"), [&](Voyage& changed) {
        const auto id = free_id(changed);
        changed.points = points_of(result, fixed_points(changed), id);
        changed.line_by = candidates_[candidate].objective;
    });
    is_taking_ = false;
    for (auto* other : current) { // the engine may have moved a place off the land
        other->made_for = planning_inputs(voyage(), other->objective);
    }
    Q_EMIT selectionChanged();
    judgeLine();
}

std::optional<std::size_t> VoyageSession::candidateOfLine() const {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
        const auto* route = candidates_[i].result->route();
        if (route != nullptr && isCurrent(candidates_[i]) && same_places(voyage().points, *route)) {
            return i;
        }
    }
    return std::nullopt;
}

void VoyageSession::adopt(std::vector<Candidate> candidates) {
    planning_.cancel();
    candidates_ = std::move(candidates);
    selected_ = candidateOfLine();
    pinned_.reset();
    refused_ = judging_inputs(voyage());
    Q_EMIT candidatesChanged();
    Q_EMIT selectionChanged();
    judgeLine();
}

CandidateNote& VoyageSession::noteOf(cost::ObjectiveKind objective) {
    const auto known = std::find_if(notes_.begin(), notes_.end(), [&](const CandidateNote& note) {
        return note.objective == objective;
    });
    return known != notes_.end() ? *known : notes_.emplace_back(CandidateNote{objective, {}, true});
}

void VoyageSession::pin(std::optional<std::size_t> candidate) {
    FAIRLEAD_EXPECTS(!candidate || *candidate < candidates_.size());
    pinned_ = candidate;
    Q_EMIT selectionChanged();
}

void VoyageSession::setNote(std::size_t candidate, const QString& note) {
    FAIRLEAD_EXPECTS(candidate < candidates_.size());
    candidates_[candidate].note = note;
    noteOf(candidates_[candidate].objective).note = note.toStdString();
    Q_EMIT candidatesChanged();
}

void VoyageSession::setShown(std::size_t candidate, bool is_shown) {
    FAIRLEAD_EXPECTS(candidate < candidates_.size());
    candidates_[candidate].is_shown = is_shown;
    noteOf(candidates_[candidate].objective).is_shown = is_shown;
    Q_EMIT candidatesChanged();
}

} // namespace fairlead::gui
