// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/screen_renderer.hpp"

#include "core/base/contract.hpp"
#include "gui/chart/raster_painter.hpp"
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
};

/// The same sources are often asked twice for the same instant: at most one answer is kept of each.
class Answers {
  public:
    std::shared_ptr<const Raster> of(const std::shared_ptr<const RasterSource>& source,
                                     Instant time, const PlaneBox& seen) {
        Answer& answer = answers_[source];
        if (!answer.raster || answer.time != time || !answer.seen.contains(seen)) {
            answer = {time, seen, source->within(time, seen)};
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
        PlaneBox seen;
        std::shared_ptr<const Raster> raster;
    };
    std::map<std::shared_ptr<const RasterSource>, Answer> answers_;
};

QImage painted_land(const BaseContent& content, const Frame& frame, const ChartStyle& style,
                    const std::stop_token& stop) {
    QImage image = blank_image(frame.view, frame.scale, Qt::transparent);
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

    /// Sea with land over it.
    std::optional<Frame> picture_frame;
    BaseContent picture_content;
    QImage picture;

    Answers answers;

    [[nodiscard]] bool has_land(const BaseContent& content, const Frame& frame) const {
        return land_frame && land_frame->same_as(frame) && land == content.land &&
               graticule == content.graticule;
    }
    [[nodiscard]] bool has_picture(const BaseContent& content, const Frame& frame) const {
        return picture_frame && picture_frame->same_as(frame) && picture_content == content;
    }

    QImage painted_sea(const BaseContent& content, const Frame& frame, const ChartStyle& style,
                       const std::stop_token& stop) {
        std::vector<RasterLayer> layers;
        const PlaneBox seen = box_of(frame.view);
        for (const SeaLayer& layer : content.layers) {
            if (stop.stop_requested()) {
                return {};
            }
            RasterLayer shown;
            shown.raster = answers.of(layer.source, content.time, seen);
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
            const ArrowLayer arrows{answers.of(flow.east, content.time, seen),
                                    answers.of(flow.north, content.time, seen), flow.kind,
                                    flow.opacity};
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
    if (kept.has_picture(content, frame)) {
        return stop.stop_requested() ? QImage() : kept.picture;
    }
    kept.picture = {}; // before another is made: pictures are large
    kept.picture_frame.reset();
    std::future<QImage> land;
    if (!kept.has_land(content, frame)) {
        kept.land_image = {};
        kept.land_frame.reset();
        land = std::async(std::launch::async,
                          [&] { return painted_land(content, frame, style, stop); });
    }
    QImage picture = kept.painted_sea(content, frame, style, stop);
    kept.answers.keep_only(content);
    if (land.valid()) {
        if (QImage image = land.get(); !image.isNull()) {
            kept.land_image = std::move(image);
            kept.land = content.land;
            kept.graticule = content.graticule;
            kept.land_frame = frame;
        }
    }
    if (picture.isNull() || stop.stop_requested()) {
        return {};
    }
    picture.reinterpretAsFormat(QImage::Format_RGB32); // opaque, so that nothing changes
    {
        QPainter painter(&picture);
        painter.drawImage(QPointF(), kept.land_image);
    }
    kept.picture = picture;
    kept.picture_content = content;
    kept.picture_frame = frame;
    return picture;
}

} // namespace fairlead::chart
