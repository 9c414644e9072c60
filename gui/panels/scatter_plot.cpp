// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/scatter_plot.hpp"

#include "gui/panels/plot_style.hpp"
#include "gui/widgets/tone.hpp"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace fairlead::gui {

namespace {

constexpr double point_px = 10.0;
constexpr double chosen_px = 16.0;
constexpr double reach_px = 16.0;
constexpr double axis_margin_share = 0.18;

QComboBox* measure_box(QWidget* parent, RouteMeasure chosen, const QString& name) {
    auto* box = new QComboBox(parent);
    for (const auto measure : {RouteMeasure::time, RouteMeasure::distance, RouteMeasure::fuel,
                               RouteMeasure::co2, RouteMeasure::risk}) {
        box->addItem(measure_text(measure), static_cast<int>(measure));
    }
    box->setCurrentIndex(box->findData(static_cast<int>(chosen)));
    box->setAccessibleName(name);
    return box;
}

RouteMeasure measure_of(const QComboBox& box) {
    return static_cast<RouteMeasure>(box.currentData().toInt());
}

/// Room around the points; around a single value, too.
void fit(QCPAxis& axis, double least, double greatest) {
    const double span = greatest - least;
    const double margin = span > 0.0 ? axis_margin_share * span
                                     : std::max(1.0, axis_margin_share * std::abs(greatest));
    axis.setRange(least - margin, greatest + margin);
}

} // namespace

ScatterPlot::ScatterPlot(VoyageSession& session, QWidget* parent)
    : QWidget(parent), session_(session),
      across_(measure_box(this, RouteMeasure::time, tr("Measure across"))),
      up_(measure_box(this, RouteMeasure::fuel, tr("Measure upwards"))),
      plot_(new QCustomPlot(this)), empty_(new QLabel(this)) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(4, 3, 4, 0);
    row->addWidget(up_);
    auto* against = new QLabel(tr("against"), this);
    row->addWidget(against);
    row->addWidget(across_);
    row->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(plot_, 1);
    layout->addWidget(empty_, 1);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    plot_->setMinimumHeight(90);
    plot_->setAccessibleName(tr("Trade-off"));
    plot_->setAccessibleDescription(tr("The same numbers are in the table of candidates."));
    connect(across_, &QComboBox::currentIndexChanged, this, &ScatterPlot::redraw);
    connect(up_, &QComboBox::currentIndexChanged, this, &ScatterPlot::redraw);
    connect(plot_, &QCustomPlot::mousePress, this, [this](const QMouseEvent* event) {
        if (const auto candidate = candidateAt(event->position())) {
            Q_EMIT candidateClicked(*candidate);
        }
    });
    connect(&session_, &VoyageSession::candidatesChanged, this, &ScatterPlot::redraw);
    connect(&session_, &VoyageSession::selectionChanged, this, &ScatterPlot::redraw);
    connect(&session_.document(), &VoyageDocument::changed, this, &ScatterPlot::redraw);
    redraw();
}

void ScatterPlot::setMeasures(RouteMeasure across, RouteMeasure up) {
    across_->setCurrentIndex(across_->findData(static_cast<int>(across)));
    up_->setCurrentIndex(up_->findData(static_cast<int>(up)));
}

void ScatterPlot::changeEvent(QEvent* event) {
    // A style sheet comes after the palette, and brings the palette again.
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::StyleChange) {
        redraw();
    }
    QWidget::changeEvent(event);
}

std::optional<QPointF> ScatterPlot::placeOf(std::size_t candidate) const {
    if (candidate >= session_.candidates().size()) {
        return std::nullopt;
    }
    const auto* route = session_.candidates()[candidate].result->route();
    if (route == nullptr) {
        return std::nullopt;
    }
    return QPointF(plot_->xAxis->coordToPixel(measured(*route, measure_of(*across_))),
                   plot_->yAxis->coordToPixel(measured(*route, measure_of(*up_))));
}

std::optional<std::size_t> ScatterPlot::candidateAt(const QPointF& place) const {
    std::optional<std::size_t> nearest;
    double least = reach_px;
    for (std::size_t i = 0; i < session_.candidates().size(); ++i) {
        if (const auto drawn = placeOf(i)) {
            const double distance = std::hypot(drawn->x() - place.x(), drawn->y() - place.y());
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
    }
    return nearest;
}

void ScatterPlot::addPoint(std::size_t candidate) {
    const auto& shown = session_.candidates()[candidate];
    const auto* route = shown.result->route();
    const double x = measured(*route, measure_of(*across_));
    const double y = measured(*route, measure_of(*up_));
    const int number = static_cast<int>(candidate);
    const bool is_current = session_.isCurrent(shown);
    constexpr double stale_share = 0.4;
    const auto ink =
        is_current ? series_ink(palette(), number) : between_text_and_base(palette(), stale_share);
    const bool is_chosen = session_.selected() == candidate;
    auto* graph = plot_->addGraph();
    graph->setLineStyle(QCPGraph::lsNone);
    graph->setScatterStyle(QCPScatterStyle(
        series_shape(number),
        QPen(is_chosen ? palette().color(QPalette::Text) : ink, is_chosen ? 2.0 : 1.5),
        is_current ? QBrush(ink) : QBrush(Qt::NoBrush), is_chosen ? chosen_px : point_px));
    graph->addData(x, y);
}

QString ScatterPlot::wordsOf(std::size_t candidate) const {
    const auto letter = candidate_letter(candidate);
    if (!session_.isCurrent(session_.candidates()[candidate])) {
        return tr("%1, out of date").arg(letter);
    }
    return session_.pinned() == candidate ? tr("%1, pinned").arg(letter) : letter;
}

void ScatterPlot::addLabel(const std::vector<std::size_t>& candidates) {
    QStringList words;
    bool is_chosen = false;
    for (const auto candidate : candidates) {
        words.append(wordsOf(candidate));
        is_chosen = is_chosen || session_.selected() == candidate;
    }
    const auto* route = session_.candidates()[candidates.front()].result->route();
    const double x = measured(*route, measure_of(*across_));
    const double y = measured(*route, measure_of(*up_));
    auto* label = new QCPItemText(plot_);
    const bool is_right = x > plot_->xAxis->range().center(); // its words stay inside
    label->setPositionAlignment((is_right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignBottom);
    label->position->setCoords(x, y);
    label->setPadding(QMargins(10, 0, 10, 6));
    label->setColor(palette().color(QPalette::Text));
    auto font = plot_->font();
    font.setBold(is_chosen);
    label->setFont(font);
    label->setText(words.join(QStringLiteral("; ")));
}

std::vector<std::vector<std::size_t>> ScatterPlot::pointsTogether() const {
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < session_.candidates().size(); ++i) {
        const auto place = placeOf(i);
        if (!place) {
            continue;
        }
        const auto near = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
            const auto other = placeOf(group.front()).value() - *place;
            return std::hypot(other.x(), other.y()) < point_px;
        });
        if (near == groups.end()) {
            groups.push_back({i});
        } else {
            near->push_back(i);
        }
    }
    return groups;
}

void ScatterPlot::fitAxes() {
    bool is_first = true;
    QCPRange x;
    QCPRange y;
    for (const auto& candidate : session_.candidates()) {
        if (const auto* route = candidate.result->route()) {
            const double across = measured(*route, measure_of(*across_));
            const double up = measured(*route, measure_of(*up_));
            if (std::exchange(is_first, false)) {
                x = QCPRange(across, across);
                y = QCPRange(up, up);
            }
            x.expand(across);
            y.expand(up);
        }
    }
    fit(*plot_->xAxis, x.lower, x.upper);
    fit(*plot_->yAxis, y.lower, y.upper);
}

void ScatterPlot::redraw() {
    plot_->clearGraphs();
    plot_->clearItems();
    plot_->xAxis->setLabel(measure_text(measure_of(*across_)));
    plot_->yAxis->setLabel(measure_text(measure_of(*up_)));
    fitAxes();
    for (std::size_t i = 0; i < session_.candidates().size(); ++i) {
        if (session_.candidates()[i].result->route() != nullptr) {
            addPoint(i);
        }
    }
    const auto places = pointsTogether();
    for (const auto& together : places) {
        addLabel(together);
    }
    plot_->setVisible(!places.empty()); // its axes would measure nothing
    empty_->setText(no_candidates_text(session_));
    empty_->setVisible(places.empty());
    dress_plot(*plot_, palette());
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

} // namespace fairlead::gui
