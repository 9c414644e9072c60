// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/view/render_service.hpp"

#include "core/base/error.hpp"
#include "gui/chart/raster_painter.hpp"

#include <QPainter>

#include <exception>
#include <optional>
#include <utility>

namespace fairlead::gui {

namespace {

/// Whether what is drawn over the sea at one request's place serves another as it is.
bool same_words_and_size(const RenderRequest& one, const RenderRequest& other) {
    return one.content == other.content && one.scale == other.scale && one.scheme == other.scheme;
}

} // namespace

RenderService::RenderService(QObject* parent) : QObject(parent) {
    qRegisterMetaType<std::shared_ptr<const RenderedChart>>();
    thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

RenderService::~RenderService() {
    {
        const std::lock_guard lock(mutex_);
        waiting_.reset();
        running_.request_stop();
    }
    thread_.request_stop();
    thread_.join();
}

void RenderService::request(RenderRequest request, bool cancel_running) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.emplace(std::move(request));
        if (cancel_running) {
            running_.request_stop();
        }
    }
    wake_.notify_one();
}

bool RenderService::isBusy() const {
    const std::lock_guard lock(mutex_);
    return waiting_.has_value() || running_view_.has_value();
}

std::optional<chart::Viewport> RenderService::runningView() const {
    const std::lock_guard lock(mutex_);
    return running_view_;
}

std::optional<RenderRequest> RenderService::nextRequest(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    if (!wake_.wait(lock, stop, [this] { return waiting_.has_value(); })) {
        return std::nullopt;
    }
    running_view_ = waiting_->view;
    running_ = std::stop_source();
    return std::exchange(waiting_, std::nullopt);
}

void RenderService::work(const std::stop_token& stop) {
    while (const auto request = nextRequest(stop)) {
        try {
            render(*request, running_.get_token()); // only this thread replaces running_
        } catch (const std::exception& problem) {
            Q_EMIT failed(QString::fromUtf8(problem.what()));
        }
        const std::lock_guard lock(mutex_);
        running_view_.reset();
    }
}

const QImage& RenderService::lines_of(const RenderRequest& request) {
    if (lines_request_ && same_words_and_size(*lines_request_, request) &&
        chart::same_view(lines_request_->view, request.view)) {
        return lines_;
    }
    const auto style = chart::ChartStyle::of(request.scheme);
    const auto& rated = request.content->route_palette;
    const auto palette = rated ? std::optional(rated->in_style(style)) : std::nullopt;
    lines_ = {}; // before another is made: pictures are large
    lines_ = chart::blank_image(request.view, request.scale, Qt::transparent);
    QPainter painter(&lines_);
    request.overlay->paint_lines(painter, *request.content, request.view, style,
                                 palette ? &*palette : nullptr);
    lines_request_.emplace(request);
    return lines_;
}

void RenderService::render(const RenderRequest& request, const std::stop_token& stop) {
    chart::BaseContent base = request.content->base;
    base.time = request.time;
    auto chart = std::make_shared<RenderedChart>(
        RenderedChart{renderer_.render(base, request.view, request.scale, request.scheme, stop),
                      {},
                      nullptr,
                      request});
    if (chart->base.isNull()) {
        return;
    }
    chart->lines = chart->base;
    QPainter(&chart->lines).drawImage(QPointF(), lines_of(request));
    const bool same_words = labels_request_ && same_words_and_size(*labels_request_, request) &&
                            chart::same_view(labels_request_->seen, request.seen);
    if (!same_words) {
        labels_ =
            std::make_shared<LabelLayer>(*request.content, request.view, request.seen,
                                         request.scale, chart::ChartStyle::of(request.scheme));
        labels_request_.emplace(request);
    }
    chart->labels = labels_;
    if (!stop.stop_requested()) {
        Q_EMIT rendered(std::shared_ptr<const RenderedChart>(std::move(chart)));
    }
}

} // namespace fairlead::gui
