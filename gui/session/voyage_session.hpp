// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The open voyage and all that is known of it: the sea, ship and rules it is planned in, the
/// candidates of the last plan, the judgement of its line, the cursor. Panels and chart show a
/// session and ask it to act; heavy work runs in the background, and the newest wish wins.

#include "core/plan/judgement.hpp"
#include "core/plan/plan_result.hpp"
#include "core/plan/voyage_grid.hpp"
#include "gui/document/project_file.hpp"
#include "gui/document/voyage_document.hpp"
#include "gui/session/background.hpp"
#include "gui/session/requests.hpp"
#include "gui/session/unread_data.hpp"
#include "gui/session/voyage_cursor.hpp"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace fairlead::gui {

/// What came of planning by one objective.
struct Candidate {
    cost::ObjectiveKind objective = cost::ObjectiveKind::time;
    std::shared_ptr<const plan::PlanResult> result;   ///< a route, or a lawful no
    Voyage made_for;                                  ///< planning_inputs of voyage and objective
    QString note;                                     ///< the planner's own
    bool is_shown = true;                             ///< on the chart
    std::optional<ModelCost> by_model = std::nullopt; ///< none: was not asked
};

class VoyageSession : public QObject {
    Q_OBJECT

  public:
    explicit VoyageSession(QObject* parent = nullptr);
    ~VoyageSession() override;

    [[nodiscard]] VoyageDocument& document() noexcept { return document_; }
    [[nodiscard]] const Voyage& voyage() const noexcept { return document_.voyage(); }
    [[nodiscard]] VoyageCursor& cursor() noexcept { return cursor_; }

    /// Another voyage, whose paths are absolute. @param notes what its file says of candidates.
    /// @param plans what its file keeps of the last plan, as candidates.
    void open(Voyage voyage, std::vector<CandidateNote> notes = {},
              const std::vector<KeptPlan>& plans = {});
    /// The candidates for the file.
    [[nodiscard]] std::vector<KeptPlan> plans() const;
    /// What the planner has said of candidates: of those there are, and of those to come.
    [[nodiscard]] const std::vector<CandidateNote>& notes() const noexcept { return notes_; }

    /// Complete once the sea is open; older ones stay valid for those who hold them.
    /// While others are being opened they are those of before.
    [[nodiscard]] const Surroundings& surroundings() const noexcept { return surroundings_; }
    /// Why sea, ship or coastline cannot be had; empty if they can, or are still being opened.
    [[nodiscard]] const QString& surroundingsProblem() const noexcept { return problem_; }
    [[nodiscard]] bool isOpening() const noexcept { return opening_.isRunning(); }
    /// Opens the data from their files anew: they may have changed.
    void readDataAgain();
    /// What of the sea could not be read since it was opened.
    [[nodiscard]] const std::vector<UnreadData>& unreadData() const noexcept { return unread_; }
    void setUnreadData(std::vector<UnreadData> unread);

    [[nodiscard]] const std::vector<Candidate>& candidates() const noexcept { return candidates_; }
    /// Of the candidate that is being planned, once it is found and judged and while its bound is
    /// still being proven; empty at other times.
    [[nodiscard]] const std::vector<geo::Position>& lineToCome() const noexcept {
        return line_to_come_;
    }
    /// Whether a candidate still answers what the voyage asks.
    [[nodiscard]] bool isCurrent(const Candidate& candidate) const;
    /// The lawful no of the last plan, where that is what there is to say: no candidate has a
    /// route, and a line that is there is the one of before. Null otherwise.
    [[nodiscard]] const Candidate* refusal() const;
    /// What the candidate's line costs by the voyage's own cost model, whatever it was planned by;
    /// null where that was not asked, or of another model.
    [[nodiscard]] const ModelCost* costByModel(std::size_t candidate) const;
    /// The user has chosen the library, or is the one who loads it; others are not loaded, whatever
    /// a file says.
    void trustLibrary(const std::string& library) { trusted_library_ = library; }
    [[nodiscard]] const std::string& trustedLibrary() const noexcept { return trusted_library_; }
    /// Takes candidates that are known from elsewhere (kept, or made by another session) for those
    /// of the last plan; one whose line is the voyage's becomes the selected one.
    void adopt(std::vector<Candidate> candidates);
    /// The candidate whose line is the voyage's; nothing once the line has been edited.
    [[nodiscard]] std::optional<std::size_t> selected() const noexcept { return selected_; }
    [[nodiscard]] std::optional<std::size_t> pinned() const noexcept { return pinned_; }
    /// Takes the candidate's line for the voyage's (one step of undo). @pre it has a route
    void select(std::size_t candidate);
    void pin(std::optional<std::size_t> candidate);
    void setNote(std::size_t candidate, const QString& note);
    void setShown(std::size_t candidate, bool is_shown);

    /// The judgement of the line; of an older line while a new one is being made. Null: none yet.
    [[nodiscard]] std::shared_ptr<const plan::Judgement> judgement() const noexcept {
        return judgement_;
    }
    /// Whether the judgement is that of the line as it stands.
    [[nodiscard]] bool isJudged() const;
    /// Why the line could not be judged.
    [[nodiscard]] const QString& judgementProblem() const noexcept { return judgement_problem_; }

    /// Plans by every objective of the voyage, one after the other; each candidate appears when it
    /// is there. Begins when sea and ship are open, if they are still being opened. Does nothing
    /// with fewer than two fixed waypoints.
    void plan();
    /// Says what came of it.
    void cancel();
    /// What is being planned by; nothing while nothing is.
    [[nodiscard]] std::optional<cost::ObjectiveKind> plannedObjective() const noexcept {
        return planned_objective_;
    }
    /// Also while a plan waits for sea and ship.
    [[nodiscard]] bool isPlanning() const noexcept {
        return planning_.isRunning() || plans_when_open_;
    }
    /// Finds the legs on both sides of a waypoint anew, where they are to be optimised; the rest of
    /// the line stays. Part of the step of undo `merge_as`.
    void replanLegsAt(PointId point, const QString& merge_as);

  Q_SIGNALS:
    void surroundingsChanged(); ///< opened, changed or failed
    void unreadDataChanged();
    void candidatesChanged(); ///< or the line to come
    void selectionChanged();  ///< selected or pinned candidate
    void judgementChanged();
    void planningStarted();
    void planningProgressed(double fraction, const QString& what);
    void planningFinished();
    void legsReplanned();
    /// Something that was asked for cannot be had.
    void refused(const QString& sentence);
    /// What came of something that was asked for.
    void told(const QString& sentence);

  private:
    void react(VoyageDocument::Parts parts);
    /// @param known what need not be opened again, if it is what is wanted.
    void openSurroundings(const Surroundings& known);
    /// Lays the voyage's zones over the sea of `opened`, and takes that.
    void takeZones(Surroundings opened);
    void judgeLine();
    /// The note of an objective; made if there is none.
    CandidateNote& noteOf(cost::ObjectiveKind objective);
    [[nodiscard]] std::optional<std::size_t> candidateOfLine() const;
    void dropWaitingPlan();
    void showToCome(std::vector<geo::Position> line);
    /// @return whether it answers the voyage as it is
    bool takeCandidate(std::size_t objective_index,
                       const std::shared_ptr<const plan::PlanResult>& result,
                       std::optional<ModelCost> by_model, const Voyage& inputs);
    /// @param grid made for an objective before; null: of the first one.
    void planNext(std::size_t objective_index, const Voyage& inputs,
                  std::shared_ptr<const plan::VoyageGrid> grid);
    /// Which candidate's line the voyage's is now.
    void updateSelected();

    VoyageDocument document_;
    VoyageCursor cursor_;
    Instant departure_{}; ///< that the cursor was set by
    Surroundings surroundings_;
    QString problem_;
    std::vector<UnreadData> unread_;
    std::vector<Candidate> candidates_;
    std::vector<geo::Position> line_to_come_;
    std::vector<CandidateNote> notes_; ///< one for an objective at most
    std::optional<std::size_t> selected_;
    std::optional<std::size_t> pinned_;
    std::shared_ptr<const plan::Judgement> judgement_;
    std::optional<Voyage> judged_; ///< judging_inputs of what judgement_ is about
    QString judgement_problem_;
    std::string trusted_library_;
    std::vector<route::DataSource> data_; ///< of the sea, as plans name them
    std::optional<cost::ObjectiveKind> planned_objective_;
    std::size_t planned_count_ = 0; ///< candidates of the plan that is being made
    std::optional<Voyage> refused_; ///< judging_inputs of the line that the last no left standing
    bool plans_when_open_ = false;  ///< was asked to while sea or ship were being opened
    bool is_taking_ = false;        ///< the change of the line comes from the session itself
    Background opening_;
    Background planning_;
    Background legs_;
    Background judging_;
};

} // namespace fairlead::gui
