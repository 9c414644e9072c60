// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/screen_renderer.hpp"

#include "core/base/contract.hpp"
#include "gui/chart/renderer.hpp"

#include <QPainter>

#include <cmath>
#include <future>
#include <map>
#include <optional>
#include <utility>

namespace fairlead::chart {

namespace {

/// What decides where and how large.
struct Frame {
    Viewport view;
    double scale;
    Scheme scheme;

    [[nodiscard]] bool same_as(const Frame& other) const {
        return same_view(view, other.view) && scale == other.scale && scheme == other.scheme;
    }
    [[nodiscard]] QImage blank(QImage::Format format) const {
        QImage image(static_cast<int>(std::lround(view.size().width * scale)),
                     static_cast<int>(std::lround(view.size().height * scale)), format);
        image.setDevicePixelRatio(scale);
        return image;
    }
};

/// The same sources are often asked twice for the same instant: at most one answer is kept of each.
class Answers {
  public:
    std::shared_ptr<const Raster> of(const std::shared_ptr<const RasterSource>& source,
                                     Instant time) {
        Answer& answer = answers_[source];
        if (!answer.raster || answer.time != time) {
            answer = {time, source->at(time)};
        }
        return answer.raster;
    }
    /// Forgets the sources that nobody shows any more.
    void keep_only(const BaseContent& content) {
        std::map<std::shared_ptr<const RasterSource>, Answer> kept;
        const auto keep = [&](const std::shared_ptr<const RasterSource>& source) {
            if (const auto found = answers_.find(source); found != answers_.end()) {
                kept.insert(*found);
            }
        };
        for (const SeaLayer& layer : content.layers) {
            keep(layer.source);
        }
        for (const FlowLayer& flow : content.flows) {
            keep(flow.east);
            keep(flow.north);
        }
        answers_ = std::move(kept);
    }

  private:
    struct Answer {
        Instant time;
        std::shared_ptr<const Raster> raster;
    };
    std::map<std::shared_ptr<const RasterSource>, Answer> answers_;
};

QImage painted_land(const BaseContent& content, const Frame& frame, const ChartStyle& style,
                    const std::stop_token& stop) {
    QImage image = frame.blank(QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return render_land(image, content.land.get(), content.graticule, frame.view, frame.scale, style,
                       stop)
               ? image
               : QImage();
}

} // namespace

bool same_view(const Viewport& one, const Viewport& other) {
    return one.centre() == other.centre() && one.metres_per_pixel() == other.metres_per_pixel() &&
           one.rotation() == other.rotation() && one.size() == other.size() &&
           one.plane().definition() == other.plane().definition();
}

struct ScreenRenderer::Kept {
    std::optional<Frame> land_frame;
    std::shared_ptr<const ChartLand> land;
    bool graticule = false;
    QImage land_image;

    std::optional<Frame> sea_frame;
    BaseContent sea_content;
    QImage sea_image;

    Answers answers;

    [[nodiscard]] bool has_land(const BaseContent& content, const Frame& frame) const {
        return land_frame && land_frame->same_as(frame) && land == content.land &&
               graticule == content.graticule;
    }
    [[nodiscard]] bool has_sea(const BaseContent& content, const Frame& frame) const {
        return sea_frame && sea_frame->same_as(frame) && sea_content.layers == content.layers &&
               sea_content.flows == content.flows && sea_content.time == content.time;
    }

    QImage painted_sea(const BaseContent& content, const Frame& frame, const ChartStyle& style,
                       const std::stop_token& stop) {
        std::vector<RasterLayer> layers;
        for (const SeaLayer& layer : content.layers) {
            if (stop.stop_requested()) {
                return {};
            }
            RasterLayer shown;
            shown.raster = answers.of(layer.source, content.time);
            shown.palette = std::make_shared<Palette>(layer.palette->in_style(style));
            shown.opacity = layer.opacity;
            shown.hatch_gaps = layer.hatch_gaps;
            shown.contours = layer.contours;
            layers.push_back(std::move(shown));
        }
        QImage image = render_sea(layers, frame.view, frame.scale, style, stop);
        if (image.isNull() || content.flows.empty()) {
            return image;
        }
        QPainter painter(&image);
        for (const FlowLayer& flow : content.flows) {
            const ArrowLayer arrows{answers.of(flow.east, content.time),
                                    answers.of(flow.north, content.time), flow.kind, flow.opacity};
            if (!paint_arrows(painter, arrows, frame.view, style, stop)) {
                return {};
            }
        }
        return image;
    }
};

ScreenRenderer::ScreenRenderer() : kept_(std::make_unique<Kept>()) {}
ScreenRenderer::~ScreenRenderer() = default;

QImage ScreenRenderer::render(const BaseContent& content, const Viewport& view, double scale,
                              Scheme scheme, const std::stop_token& stop) {
    FAIRLEAD_EXPECTS(std::isfinite(scale) && scale > 0.0);
    const Frame frame{view, scale, scheme};
    const ChartStyle style = ChartStyle::of(scheme);
    Kept& kept = *kept_;
    std::future<QImage> land;
    if (!kept.has_land(content, frame)) {
        land = std::async(std::launch::async,
                          [&] { return painted_land(content, frame, style, stop); });
    }
    if (!kept.has_sea(content, frame)) {
        if (QImage sea = kept.painted_sea(content, frame, style, stop); !sea.isNull()) {
            kept.sea_image = std::move(sea);
            kept.sea_content = content;
            kept.sea_frame = frame;
        }
        kept.answers.keep_only(content);
    }
    if (land.valid()) {
        if (QImage image = land.get(); !image.isNull()) {
            kept.land_image = std::move(image);
            kept.land = content.land;
            kept.graticule = content.graticule;
            kept.land_frame = frame;
        }
    }
    if (stop.stop_requested()) {
        return {};
    }
    QImage picture = kept.sea_image;
    picture.reinterpretAsFormat(QImage::Format_RGB32); // opaque, so that nothing changes
    QPainter painter(&picture);
    painter.drawImage(QPointF(), kept.land_image);
    return picture;
}

} // namespace fairlead::chart
