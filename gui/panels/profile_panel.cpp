// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/profile_panel.hpp"

#include "gui/models/candidate_model.hpp"
#include "gui/models/words.hpp"
#include "gui/panels/plot_style.hpp"
#include "gui/widgets/tone.hpp"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace fairlead::gui {

namespace {

constexpr double rio_normal = 0.0;     ///< below: elevated risk (MSC.1/Circ.1519, table 1.1)
constexpr double rio_elevated = -10.0; ///< below: special consideration

int decimals_of(Lane lane) {
    switch (lane) {
    case Lane::ice:
    case Lane::depth:
        return 0;
    case Lane::thickness:
        return 2;
    default:
        return 1;
    }
}

QVector<double> vector_of(const std::vector<double>& values) {
    return {values.begin(), values.end()};
}

} // namespace

ProfilePanel::ProfilePanel(VoyageSession& session, QWidget* parent)
    : QWidget(parent), session_(session), along_(new QComboBox(this)), lanes_(new QMenu(this)),
      names_(new QLabel(this)), plot_(new QCustomPlot(this)) {
    for (const auto lane : all_lanes) {
        shown_[lane] = true;
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(plot_, 1);
    plot_->plotLayout()->clear();
    plot_->setAccessibleName(tr("Profile along the route"));
    plot_->setAccessibleDescription(tr("The same numbers are in the leg table."));
    plot_->setMinimumHeight(80);
    connect(plot_, &QCustomPlot::mousePress, this, [this](const QMouseEvent* event) {
        if (event->button() == Qt::LeftButton) {
            pointAt(event->position().x());
        }
    });
    connect(plot_, &QCustomPlot::mouseMove, this, [this](const QMouseEvent* event) {
        if (event->buttons() & Qt::LeftButton) {
            pointAt(event->position().x());
        }
    });
    connect(along_, &QComboBox::currentIndexChanged, this, &ProfilePanel::rebuild);
    connect(&session_, &VoyageSession::judgementChanged, this, &ProfilePanel::rebuild);
    connect(&session_, &VoyageSession::selectionChanged, this, &ProfilePanel::rebuild);
    connect(&session_, &VoyageSession::surroundingsChanged, this, &ProfilePanel::rebuild);
    connect(&session_.document(), &VoyageDocument::changed, this, &ProfilePanel::rebuild);
    connect(&session_.cursor(), &VoyageCursor::moved, this, &ProfilePanel::moveCursor);
    rebuild();
}

QWidget* ProfilePanel::makeBar() {
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 3, 4, 3);
    auto* label = new QLabel(tr("Against"), bar);
    along_->addItem(tr("distance, nm"), static_cast<int>(Along::distance));
    along_->addItem(tr("time from departure, h"), static_cast<int>(Along::time));
    label->setBuddy(along_);
    along_->setAccessibleName(tr("Profile against"));
    for (const auto lane : all_lanes) {
        auto* action = lanes_->addAction(lane_text(lane));
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, this,
                [this, lane](bool is_shown) { setLaneShown(lane, is_shown); });
    }
    auto* lanes = new QToolButton(bar);
    lanes->setText(tr("Lanes"));
    lanes->setAccessibleName(tr("Lanes shown"));
    lanes->setMenu(lanes_);
    lanes->setPopupMode(QToolButton::InstantPopup);
    lanes->setAutoRaise(true);
    layout->addWidget(label);
    layout->addWidget(along_);
    layout->addWidget(lanes);
    layout->addSpacing(12);
    layout->addWidget(names_);
    layout->addStretch();
    return bar;
}

void ProfilePanel::setAlong(Along along) {
    along_->setCurrentIndex(along_->findData(static_cast<int>(along)));
}

Along ProfilePanel::along() const {
    return static_cast<Along>(along_->currentData().toInt());
}

void ProfilePanel::setLaneShown(Lane lane, bool is_shown) {
    if (shown_[lane] != is_shown) {
        shown_[lane] = is_shown;
        rebuild();
    }
}

const route::Route* ProfilePanel::route() const {
    const auto judgement = session_.judgement();
    return judgement && !judgement->route.track.empty() ? &judgement->route : nullptr;
}

const route::Route* ProfilePanel::pinnedRoute() const {
    const auto pinned = session_.pinned();
    return pinned && pinned != session_.selected() ? session_.candidates()[*pinned].result->route()
                                                   : nullptr;
}

std::optional<double> ProfilePanel::draught() const {
    const auto& vessel = session_.surroundings().vessel;
    return vessel ? std::optional(vessel->particulars().draught.in_metres()) : std::nullopt;
}

double ProfilePanel::shownDepth() const {
    const auto metres = draught();
    return shown_depth_m(metres ? std::optional(Length::metres(*metres)) : std::nullopt);
}

/// What lies deeper than the lane reaches is at its lower edge, which says so.
QSharedPointer<QCPAxisTicker> ProfilePanel::depthTicker() const {
    const double deepest = shownDepth();
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    ticker->addTick(0.5 * deepest, number_text(0.5 * deepest, 0));
    ticker->addTick(deepest, QStringLiteral("\u2265 %1").arg(number_text(deepest, 0)));
    return ticker;
}

void ProfilePanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        rebuild();
    }
    QWidget::changeEvent(event);
}

void ProfilePanel::rebuild() {
    plot_->clearPlottables();
    plot_->clearItems();
    plot_->plotLayout()->clear();
    drawn_.clear();
    if (route() != nullptr) {
        plot_->plotLayout()->setRowSpacing(1);
        auto* left = new QCPMarginGroup(plot_);
        int row = 0;
        for (const auto lane : all_lanes) {
            if (shown_[lane]) {
                addLane(lane, row++);
                drawn_[lane].rect->setMarginGroup(QCP::MarginSides(QCP::msLeft) | QCP::msRight,
                                                  left);
            }
        }
        if (row > 0) {
            auto* lowest = plot_->axisRect(row - 1)->axis(QCPAxis::atBottom);
            lowest->setTickLabels(true);
            plot_->axisRect(row - 1)->setMinimumMargins(QMargins(0, 1, 12, 16));
        }
    } else {
        auto* empty = new QCPTextElement(plot_, tr("No line has been judged yet."), plot_->font());
        empty->setTextColor(palette().color(QPalette::PlaceholderText));
        plot_->plotLayout()->addElement(0, 0, empty);
    }
    nameLines();
    dress_plot(*plot_, palette());
    moveCursor();
}

void ProfilePanel::addLane(Lane lane, int row) {
    auto* rect = new QCPAxisRect(plot_, true);
    plot_->plotLayout()->addElement(row, 0, rect);
    rect->setMinimumMargins(QMargins(0, 1, 12, 2));
    rect->setAutoMargins(QCP::msAll);
    auto* bottom = rect->axis(QCPAxis::atBottom);
    bottom->setTickLabels(false);
    auto* up = rect->axis(QCPAxis::atLeft);
    up->ticker()->setTickCount(2);
    up->setSubTicks(false);
    if (lane == Lane::depth) {
        up->setRangeReversed(true);
        up->setTicker(depthTicker());
    }
    auto& drawn = drawn_[lane];
    drawn.rect = rect;
    if (const auto* pinned = pinnedRoute()) {
        addCurve(*rect, lane, *pinned, true);
    }
    addCurve(*rect, lane, *route(), false);
    addLimits(*rect, lane);
    fitLane(*rect, lane);
    drawn.cursor = new QCPItemStraightLine(plot_);
    drawn.text = new QCPItemText(plot_);
    for (auto* item :
         {static_cast<QCPAbstractItem*>(drawn.cursor), static_cast<QCPAbstractItem*>(drawn.text)}) {
        item->setClipAxisRect(rect);
        item->setClipToAxisRect(true);
        for (auto* position : item->positions()) {
            position->setAxisRect(rect);
            position->setAxes(bottom, up);
        }
    }
    drawn.cursor->setPen(QPen(palette().color(QPalette::Highlight), 2.0));
    drawn.text->setColor(palette().color(QPalette::Text));
    drawn.text->setFont(plot_->font());
    drawn.text->setPadding(QMargins(4, 0, 4, 0));
    auto backdrop = palette().color(QPalette::Base);
    constexpr int backdrop_alpha = 215;
    backdrop.setAlpha(backdrop_alpha);
    drawn.text->setBrush(backdrop);
    // Inside, where lanes are low: a name beside the axis would run into its neighbours'.
    drawn.text->position->setType(QCPItemPosition::ptAxisRectRatio);
    drawn.text->position->setCoords(0.0, 0.0);
    drawn.text->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
}

void ProfilePanel::addCurve(QCPAxisRect& rect, Lane lane, const route::Route& shown,
                            bool is_pinned) {
    auto curve = thinned(curve_of(shown, lane, along()), most_points);
    auto* graph = plot_->addGraph(rect.axis(QCPAxis::atBottom), rect.axis(QCPAxis::atLeft));
    const auto seen = lane == Lane::depth ? clipped(curve, shownDepth()) : curve;
    graph->setData(vector_of(seen.x), vector_of(seen.y), true);
    if (is_pinned) {
        const int pinned = static_cast<int>(session_.pinned().value());
        graph->setPen(QPen(series_ink(palette(), pinned), 1.5, Qt::DashLine));
        return;
    }
    const auto ink = lineInk();
    graph->setPen(QPen(ink, 1.75));
    if (lane == Lane::ice || lane == Lane::thickness || lane == Lane::fuel) {
        auto fill = ink;
        constexpr int fill_alpha = 50;
        fill.setAlpha(fill_alpha);
        graph->setBrush(fill);
    }
    drawn_[lane].curve = std::move(curve);
}

QColor ProfilePanel::lineInk() const {
    const auto selected = session_.selected();
    return selected ? series_ink(palette(), static_cast<int>(*selected))
                    : palette().color(QPalette::Text);
}

void ProfilePanel::nameLines() {
    const auto name = [&](std::size_t candidate) {
        return tr("%1 %2").arg(candidate_letter(candidate),
                               objective_text(session_.candidates()[candidate].objective));
    };
    const auto in_colour = [](const QColor& ink, const QString& sign, const QString& words) {
        return QStringLiteral("<span style='color:%1'><b>%2</b></span>\u00a0%3")
            .arg(ink.name(), sign, words.toHtmlEscaped());
    };
    QStringList names;
    if (route() != nullptr) {
        names << in_colour(lineInk(), QStringLiteral("\u2501\u2501"),
                           session_.selected() ? name(*session_.selected()) : tr("the line"));
    }
    if (pinnedRoute() != nullptr) {
        const auto pinned = session_.pinned().value();
        names << in_colour(series_ink(palette(), static_cast<int>(pinned)),
                           QStringLiteral("\u2505\u2505"), tr("%1, pinned").arg(name(pinned)));
    }
    names_->setText(names.join(QStringLiteral("\u00a0\u00a0 ")));
}

void ProfilePanel::addLimits(QCPAxisRect& rect, Lane lane) {
    auto* across = rect.axis(QCPAxis::atBottom);
    auto* up = rect.axis(QCPAxis::atLeft);
    const auto& curve = drawn_[lane].curve;
    const auto add = [&](const QVector<double>& x, const QVector<double>& y, const QColor& ink) {
        auto* graph = plot_->addGraph(across, up);
        graph->setData(x, y, true);
        graph->setPen(QPen(ink, 1.25, Qt::DashLine));
    };
    const QVector<double> ends{curve.x.front(), curve.x.back()};
    if (lane == Lane::rio) {
        add(ends, {rio_normal, rio_normal}, severity_ink(palette(), rules::Severity::warning));
        add(ends, {rio_elevated, rio_elevated},
            severity_ink(palette(), rules::Severity::violation));
    } else if (lane == Lane::depth && draught()) {
        add(ends, {*draught(), *draught()}, severity_ink(palette(), rules::Severity::violation));
    } else if (lane == Lane::speed) {
        const auto& points = session_.voyage().points;
        const auto& legs = route()->legs;
        double distance_nmi = 0.0;
        for (std::size_t i = 0; i < legs.size() && i + 1 < points.size(); ++i) {
            const double next_nmi = distance_nmi + legs[i].distance.in_nautical_miles();
            if (const auto limit = points[i + 1].speed_limit) {
                const QVector<double> leg_ends =
                    along() == Along::distance
                        ? QVector<double>{distance_nmi, next_nmi}
                        : QVector<double>{along_at(*route(), along(), legs[i].departure),
                                          along_at(*route(), along(), legs[i].arrival)};
                add(leg_ends, {limit->in_knots(), limit->in_knots()},
                    severity_ink(palette(), rules::Severity::warning));
            }
            distance_nmi = next_nmi;
        }
    }
}

void ProfilePanel::fitLane(QCPAxisRect& rect, Lane lane) {
    const auto& curve = drawn_[lane].curve;
    rect.axis(QCPAxis::atBottom)->setRange(curve.x.front(), curve.x.back());
    auto* up = rect.axis(QCPAxis::atLeft);
    double greatest = 1.0;
    double least = 0.0;
    for (const auto* graph : up->graphs()) {
        bool is_found = false;
        const auto range = graph->getValueRange(is_found);
        if (is_found) {
            greatest = std::max(greatest, range.upper);
            least = std::min(least, range.lower);
        }
    }
    constexpr double head_room = 1.12;
    switch (lane) {
    case Lane::depth:
        up->setRange(0.0, head_room * shownDepth()); // the lower edge of the curve stays in sight
        break;
    case Lane::ice:
        up->setRange(0.0, 105.0);
        break;
    case Lane::rio:
        up->setRange(std::min(least, rio_elevated) - 3.0, 33.0);
        break;
    default:
        up->setRange(0.0, head_room * greatest);
    }
}

void ProfilePanel::moveCursor() {
    if (const auto* shown = route()) {
        const double x = along_at(*shown, along(), session_.cursor().time());
        for (auto& [lane, drawn] : drawn_) {
            drawn.cursor->point1->setCoords(x, 0.0);
            drawn.cursor->point2->setCoords(x, 1.0);
            drawn.text->setText(tr("%1: %2").arg(lane_text(lane), readOff(lane)));
        }
    }
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

QString ProfilePanel::readOff(Lane lane) const {
    const auto drawn = drawn_.find(lane);
    if (drawn == drawn_.end() || route() == nullptr) {
        return {};
    }
    const auto value =
        value_at(drawn->second.curve, along_at(*route(), along(), session_.cursor().time()));
    if (!value) {
        return tr("not known");
    }
    auto text = number_text(*value, decimals_of(lane));
    if (lane == Lane::depth && draught()) {
        return tr("%1, %2 under the keel").arg(text, number_text(*value - *draught(), 0));
    }
    return text;
}

void ProfilePanel::pointAt(double pixel) {
    if (const auto* shown = route(); shown != nullptr && !drawn_.empty()) {
        const auto* across = drawn_.begin()->second.rect->axis(QCPAxis::atBottom);
        session_.cursor().setTime(instant_at(*shown, along(), across->pixelToCoord(pixel)));
    }
}

} // namespace fairlead::gui
