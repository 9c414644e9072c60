// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Renders charts in a thread of its own. One picture at a time; of the requests that wait, only
/// the newest is kept.

#include "gui/chart/screen_renderer.hpp"
#include "gui/view/chart_content.hpp"
#include "gui/view/label_layer.hpp"
#include "gui/view/live_overlay.hpp"

#include <QImage>
#include <QObject>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace fairlead::gui {

struct RenderRequest {
    /// What is drawn; the same pointer means the same words, so that they are laid out once.
    std::shared_ptr<const ChartContent> content;
    std::shared_ptr<const LiveOverlay> overlay; ///< of the content
    Instant time;                               ///< of the sea; content->base.time does not count
    chart::Viewport view;                       ///< of the picture
    chart::Viewport seen; ///< the part of it that is on the screen: words stay within
    double scale = 1.0;   ///< device pixels per pixel
    chart::Scheme scheme = chart::Scheme::day;
};

struct RenderedChart {
    QImage base;  ///< sea and land
    QImage lines; ///< the same with the zones, routes and places of the content
    std::shared_ptr<const LabelLayer> labels;
    RenderRequest request;
};

class RenderService : public QObject {
    Q_OBJECT

  public:
    explicit RenderService(QObject* parent = nullptr);
    ~RenderService() override;
    RenderService(const RenderService&) = delete;
    RenderService& operator=(const RenderService&) = delete;

    /// Replaces the request that waits. What is being rendered goes on, for an older picture is
    /// better than none while the view keeps moving, unless `cancel_running`.
    void request(RenderRequest request, bool cancel_running);
    [[nodiscard]] bool isBusy() const;
    /// The view that is being rendered, if any.
    [[nodiscard]] std::optional<chart::Viewport> runningView() const;

  Q_SIGNALS:
    /// In the thread of this object.
    void rendered(std::shared_ptr<const fairlead::gui::RenderedChart> chart);
    /// A source could not be read: one sentence.
    void failed(QString reason);

  private:
    void work(const std::stop_token& stop);
    /// The newest request, waited for and now in work; nothing when the service ends.
    [[nodiscard]] std::optional<RenderRequest> nextRequest(const std::stop_token& stop);
    void render(const RenderRequest& request, const std::stop_token& stop);
    /// Zones, routes and places over nothing; painted anew only for another view or content.
    [[nodiscard]] const QImage& lines_of(const RenderRequest& request);

    mutable std::mutex mutex_;
    std::condition_variable_any wake_;
    std::optional<RenderRequest> waiting_;
    std::optional<chart::Viewport> running_view_;
    std::stop_source running_;

    // Of the worker alone.
    chart::ScreenRenderer renderer_;
    QImage lines_;
    std::optional<RenderRequest> lines_request_;
    std::shared_ptr<const LabelLayer> labels_;
    std::optional<RenderRequest> labels_request_;

    std::jthread thread_; ///< last, so that it ends first
};

} // namespace fairlead::gui
