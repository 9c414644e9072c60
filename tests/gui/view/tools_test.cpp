// SPDX-License-Identifier: Apache-2.0
// Tools through an adapter, without a window.
#include "core/geo/geodesic.hpp"
#include "gui/chart/line_thinning.hpp"
#include "gui/view/tools.hpp"
#include "gui/view/view_motion.hpp"
#include "tests/gui/view/content_fixture.hpp"
#include "tests/support/thread_clock.hpp"

#include <catch2/catch.hpp>

#include <QImage>
#include <QLocale>

#include <numbers>

using namespace fairlead;
using namespace fairlead::gui;
using namespace fairlead::gui::test;

namespace {

class FakeHost : public ToolHost {
  public:
    FakeHost()
        : content_(sample_content()), overlay_(content_),
          view_(chart::test::sample_view(content_.plane)) {}

    [[nodiscard]] const chart::Viewport& view() const override { return view_; }
    [[nodiscard]] const ChartContent& content() const override { return content_; }
    [[nodiscard]] const ChartMarks& marks() const override { return marks_; }
    [[nodiscard]] const LiveOverlay& overlay() const override { return overlay_; }
    [[nodiscard]] ChartEdits* edits() const override { return edits_; }
    void pan_by(QPointF pixels) override {
        panned_by += pixels;
        view_ = panned(view_, pixels);
    }
    void set_pointer(Qt::CursorShape shape) override { pointer = shape; }
    void set_highlight(const Highlight& highlight) override { highlighted = highlight.waypoint; }
    void repaint_overlay() override { ++repaints; }
    void identify(const geo::Position& place) override { identified.push_back(place); }
    void select(const WaypointRef& waypoint) override { marks_.selected_waypoint = waypoint; }
    void select_zone(std::size_t zone) override { selected_zone = zone; }
    void show_hint(const QString& text) override { hint = text; }

    QPointF waypoint(std::size_t index) const {
        const auto pixel =
            view_.pixel_of(content_.routes[0].layer->route.waypoints[index].position).value();
        return {pixel.x, pixel.y};
    }
    /// The middle of the leg that arrives at a waypoint.
    QPointF leg_middle(std::size_t index) const {
        const auto& points = overlay_.leg(0, index - 1);
        const auto pixel = view_.to_pixel(points[points.size() / 2]);
        return {pixel.x, pixel.y};
    }

    ChartContent content_;
    LiveOverlay overlay_;
    ChartMarks marks_;
    chart::Viewport view_;
    WrittenEdits written;
    ChartEdits* edits_ = &written;
    QPointF panned_by;
    std::optional<std::size_t> selected_zone;
    Qt::CursorShape pointer = Qt::ArrowCursor;
    std::optional<WaypointRef> highlighted;
    int repaints = 0;
    std::vector<geo::Position> identified;
    QString hint;
};

PointerEvent left(QPointF pixel, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    return {pixel, Qt::LeftButton, modifiers};
}

void click(ChartTool& tool, QPointF pixel, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    tool.move(left(pixel, modifiers));
    tool.press(left(pixel, modifiers));
    tool.release(left(pixel, modifiers));
}

WaypointRef ref(std::size_t index) {
    return {QStringLiteral("a"), index};
}

} // namespace

TEST_CASE("hit: handles within nine pixels, the nearest first", "[view][tools]") {
    const FakeHost host;
    const QPointF handle = host.waypoint(1);
    CHECK(handle_at(host, handle) == ref(1));
    CHECK(handle_at(host, handle + QPointF(8.5, 0)) == ref(1));
    CHECK_FALSE(handle_at(host, handle + QPointF(9.5, 0)));
    CHECK(leg_at(host, host.leg_middle(1)) == ref(1));
    CHECK(leg_at(host, host.leg_middle(2) + QPointF(0, 5)) == ref(2));
    CHECK_FALSE(leg_at(host, host.leg_middle(2) + QPointF(0, 8)));
}

TEST_CASE("hit: a route that is not edited has no handles", "[view][tools]") {
    FakeHost host;
    host.content_.routes.front().editable = false;
    CHECK_FALSE(handle_at(host, host.waypoint(1)));
}

TEST_CASE("pan tool: the chart follows the pointer, a click selects", "[view][tools]") {
    FakeHost host;
    PanTool tool(host);
    tool.press(left({100, 100}));
    tool.move(left({102, 101})); // not yet
    CHECK(host.panned_by == QPointF());
    tool.move(left({110, 95}));
    tool.move(left({150, 90}));
    CHECK(tool.is_dragging());
    CHECK(host.pointer == Qt::ClosedHandCursor);
    tool.release(left({150, 90}));
    CHECK(host.panned_by.x() == Approx(50.0));
    CHECK(host.panned_by.y() == Approx(-10.0));
    CHECK_FALSE(tool.is_dragging());
    CHECK_FALSE(host.marks_.selected_waypoint);
    click(tool, host.waypoint(1) + QPointF(3, 3));
    CHECK(host.marks_.selected_waypoint == ref(1));
}

TEST_CASE("add tool: a click adds, a drag pans, Alt does not snap", "[view][tools]") {
    FakeHost host;
    AddWaypointTool tool(host);
    click(tool, {300, 100});
    CHECK(host.written.calls == QStringList{QStringLiteral("add")});
    const auto there = host.view_.position_at({300, 100}).value();
    CHECK(geo::geodesic_distance(host.written.places.front(), there).in_metres() < 1.0);
    click(tool, {320, 100}, Qt::AltModifier);
    CHECK(host.written.calls.back() == QStringLiteral("add exactly"));
    tool.press(left({300, 100}));
    tool.move(left({340, 100}));
    tool.release(left({340, 100}));
    CHECK(host.written.calls.size() == 2);
    CHECK(host.panned_by.x() == Approx(40.0));
    host.edits_ = nullptr;
    click(tool, {300, 100});
    CHECK(host.written.calls.size() == 2);
}

TEST_CASE("edit tool: a handle is dragged in one step", "[view][tools]") {
    FakeHost host;
    EditRouteTool tool(host);
    const QPointF handle = host.waypoint(1);
    tool.move(left(handle));
    CHECK(host.highlighted == ref(1));
    CHECK(host.pointer == Qt::PointingHandCursor);
    CHECK_FALSE(host.hint.isEmpty());
    tool.press(left(handle));
    CHECK(host.written.calls.isEmpty());
    CHECK(host.marks_.selected_waypoint == ref(1));
    tool.move(left(handle + QPointF(2, 1)));
    CHECK(host.written.calls.isEmpty()); // still a click
    tool.move(left(handle + QPointF(20, 10)));
    CHECK(tool.is_dragging());
    tool.move(left(handle + QPointF(30, 10)));
    tool.release(left(handle + QPointF(31, 10)));
    CHECK(host.written.calls ==
          QStringList{QStringLiteral("begin 1"), QStringLiteral("move 1"), QStringLiteral("keep")});
    const auto dropped = host.view_.position_at({handle.x() + 31, handle.y() + 10}).value();
    CHECK(geo::geodesic_distance(host.written.places.back(), dropped).in_metres() < 1.0);
    CHECK(host.panned_by == QPointF());
}

TEST_CASE("edit tool: Escape takes a drag back, and its release does nothing", "[view][tools]") {
    FakeHost host;
    EditRouteTool tool(host);
    const QPointF handle = host.waypoint(1);
    tool.press(left(handle));
    tool.move(left(handle + QPointF(20, 10)));
    CHECK(tool.cancel());
    CHECK(host.written.calls.back() == QStringLiteral("undo"));
    tool.move(left(handle + QPointF(40, 10)));
    tool.release(left(handle + QPointF(40, 10)));
    CHECK(host.written.calls.back() == QStringLiteral("undo"));
    CHECK_FALSE(tool.cancel());
}

TEST_CASE("edit tool: a drag from a line inserts there", "[view][tools]") {
    FakeHost host;
    EditRouteTool tool(host);
    const QPointF middle = host.leg_middle(2);
    tool.move(left(middle));
    CHECK(host.pointer == Qt::DragCopyCursor);
    tool.press(left(middle));
    tool.release(left(middle)); // a click alone inserts nothing
    CHECK(host.written.calls.isEmpty());
    tool.press(left(middle));
    tool.move(left(middle + QPointF(0, -30)));
    tool.release(left(middle + QPointF(0, -30)));
    CHECK(host.written.calls == QStringList{QStringLiteral("insert 2"), QStringLiteral("begin 2"),
                                            QStringLiteral("move 2"), QStringLiteral("keep")});
    tool.double_click(left(host.leg_middle(1)));
    CHECK(host.written.calls.back() == QStringLiteral("insert 1"));
}

TEST_CASE("edit tool: what is refused is not dragged", "[view][tools]") {
    FakeHost host;
    host.written.refuses = true;
    EditRouteTool tool(host);
    tool.press(left(host.waypoint(0)));
    tool.move(left(host.waypoint(0) + QPointF(20, 0)));
    tool.release(left(host.waypoint(0) + QPointF(20, 0)));
    CHECK(host.written.calls == QStringList{QStringLiteral("begin 0")});
    tool.press(left(host.leg_middle(1)));
    tool.move(left(host.leg_middle(1) + QPointF(0, 30)));
    tool.release(left(host.leg_middle(1) + QPointF(0, 30)));
    CHECK(host.written.calls.back() == QStringLiteral("insert 1"));
}

TEST_CASE("edit tool: Delete removes what is under the pointer, else what is selected",
          "[view][tools]") {
    FakeHost host;
    EditRouteTool tool(host);
    CHECK_FALSE(tool.key(Qt::Key_Delete, Qt::NoModifier));
    host.marks_.selected_waypoint = ref(2);
    CHECK(tool.key(Qt::Key_Delete, Qt::NoModifier));
    CHECK(host.written.calls.back() == QStringLiteral("remove 2"));
    tool.move(left(host.waypoint(1)));
    CHECK(tool.key(Qt::Key_Backspace, Qt::NoModifier));
    CHECK(host.written.calls.back() == QStringLiteral("remove 1"));
    CHECK_FALSE(tool.key(Qt::Key_Delete, Qt::ControlModifier));
    host.edits_ = nullptr;
    CHECK_FALSE(tool.key(Qt::Key_Delete, Qt::NoModifier));
}

TEST_CASE("edit tool: what Delete removes is what lies there now", "[view][tools]") {
    FakeHost host;
    EditRouteTool tool(host);
    tool.move(left(host.waypoint(1)));
    tool.content_changed(); // another picture of the sea, say
    CHECK(tool.key(Qt::Key_Delete, Qt::NoModifier));
    CHECK(host.written.calls == QStringList{QStringLiteral("remove 1")});
    tool.move(left(host.waypoint(1)));
    tool.leave(); // over the leg table nothing is under the pointer
    CHECK_FALSE(tool.key(Qt::Key_Delete, Qt::NoModifier));
}

TEST_CASE("edit tool: elsewhere it pans", "[view][tools]") {
    FakeHost host;
    EditRouteTool tool(host);
    tool.press(left({20, 20}));
    tool.move(left({60, 25}));
    tool.release(left({60, 25}));
    CHECK(host.panned_by.x() == Approx(40.0));
    CHECK(host.written.calls.isEmpty());
}

TEST_CASE("measure: across 180 degrees, over the pole, and between equal places", "[view][tools]") {
    const auto place = [](double latitude, double longitude) {
        return geo::Position::degrees(latitude, longitude);
    };
    const Measurement across = measure(place(70, 179), place(70, -179));
    CHECK(across.geodesic.in_nautical_miles() == Approx(41.2).margin(0.2));
    CHECK(across.rhumb.in_nautical_miles() == Approx(41.2).margin(0.2));
    CHECK(across.rhumb_bearing.in_degrees() == Approx(90.0));
    const Measurement over_pole = measure(place(85, 0), place(85, 180));
    CHECK(over_pole.geodesic.in_nautical_miles() == Approx(603.1).margin(0.5));
    CHECK(over_pole.initial_bearing.in_degrees() == Approx(0.0).margin(1e-6));
    CHECK(over_pole.rhumb.in_nautical_miles() > 930.0);
    const Measurement none = measure(place(80, 10), place(80, 10));
    CHECK(none.geodesic.in_metres() == 0.0);
    CHECK(none.rhumb.in_metres() == 0.0);
}

TEST_CASE("measure: bearings have three digits and never 360", "[view][tools]") {
    QLocale::setDefault(QLocale::c());
    CHECK(range_and_bearing(Length::nautical_miles(12.34), geo::Bearing::degrees(4.04)) ==
          QStringLiteral("12.3 nm  004.0°T"));
    CHECK(range_and_bearing(Length::nautical_miles(1.0), geo::Bearing::degrees(359.97)) ==
          QStringLiteral("1.0 nm  000.0°T"));
}

TEST_CASE("measure tool: clicks make a line, which ends and begins anew", "[view][tools]") {
    FakeHost host;
    MeasureTool tool(host);
    click(tool, {100, 100});
    CHECK(tool.places().size() == 1);
    tool.move(left({200, 120}));
    CHECK(tool.places().size() == 2); // with the pointer's own
    click(tool, {200, 120});
    tool.move(left({250, 160}));
    CHECK(tool.places().size() == 3);
    CHECK(tool.key(Qt::Key_Return, Qt::NoModifier));
    CHECK(tool.places().size() == 2);
    tool.move(left({300, 300}));
    CHECK(tool.places().size() == 2);
    QImage image(600, 400, QImage::Format_RGB32);
    image.fill(Qt::white);
    const QImage empty = image;
    QPainter painter(&image);
    tool.paint(painter, chart::ChartStyle::day());
    painter.end();
    CHECK(image != empty);
    click(tool, {50, 50});
    CHECK(tool.places().size() == 1); // a new one
    CHECK(tool.key(Qt::Key_Backspace, Qt::NoModifier));
    CHECK(tool.places().empty());
    CHECK_FALSE(tool.key(Qt::Key_Return, Qt::NoModifier));
    click(tool, {50, 50});
    CHECK(tool.cancel());
    CHECK(tool.places().empty());
}

TEST_CASE("identify tool: asks for the clicked place", "[view][tools]") {
    FakeHost host;
    IdentifyTool tool(host);
    click(tool, {300, 200});
    REQUIRE(host.identified.size() == 1);
    CHECK(
        geo::geodesic_distance(host.identified.front(), host.view_.position_at({300, 200}).value())
            .in_metres() < 1.0);
    tool.press(left({300, 200}));
    tool.move(left({350, 200}));
    tool.release(left({350, 200}));
    CHECK(host.identified.size() == 1);
}

TEST_CASE("tools: a double click is one place, not two", "[view][tools]") {
    FakeHost host;
    const auto double_click = [&](ChartTool& tool, QPointF pixel) {
        click(tool, pixel);
        tool.double_click(left(pixel)); // Qt sends no second press
        tool.release(left(pixel));
    };
    AddWaypointTool add(host);
    double_click(add, {120, 90});
    CHECK(host.written.places.size() == 1);
    IdentifyTool identify(host);
    double_click(identify, {120, 90});
    CHECK(host.identified.size() == 1);
    MeasureTool measure(host);
    click(measure, {50, 60});
    double_click(measure, {200, 90});
    CHECK(measure.places().size() == 2);
    measure.move(left({300, 300}));
    CHECK(measure.places().size() == 2);
}

namespace {

/// A square of 100 pixels from (100, 100) that is the voyage's own.
void add_square(FakeHost& host) {
    OwnZone zone;
    for (const chart::PixelPoint pixel :
         {chart::PixelPoint{100, 100}, chart::PixelPoint{200, 100}, chart::PixelPoint{200, 200},
          chart::PixelPoint{100, 200}}) {
        zone.corners.push_back(host.view_.position_at(pixel).value());
    }
    host.content_.own_zones.push_back(zone);
    host.overlay_ = LiveOverlay(host.content_);
}

} // namespace

TEST_CASE("zone tool: clicks are corners, a double click closes", "[view][tools][zones]") {
    FakeHost host;
    ZoneTool tool(host);
    click(tool, {300, 100});
    click(tool, {400, 100});
    CHECK(tool.places().size() == 2);
    CHECK(tool.key(Qt::Key_Return, Qt::NoModifier)); // two corners enclose nothing
    CHECK(tool.places().size() == 2);
    CHECK(host.written.calls.isEmpty());
    tool.press(left({350, 150})); // a drag pans
    tool.move(left({380, 150}));
    tool.release(left({380, 150}));
    CHECK(tool.places().size() == 2);
    click(tool, {400, 200});
    click(tool, {310, 200});
    tool.double_click(left({310, 200}));
    tool.release(left({310, 200}));
    CHECK(host.written.calls == QStringList{QStringLiteral("zone of 4")});
    CHECK(host.selected_zone == 0U);
    CHECK(tool.places().empty());
}

TEST_CASE("zone tool: Enter closes, Backspace takes back, Escape leaves", "[view][tools][zones]") {
    FakeHost host;
    ZoneTool tool(host);
    for (const QPointF corner :
         {QPointF(300, 100), QPointF(400, 100), QPointF(400, 200), QPointF(500, 300)}) {
        click(tool, corner);
    }
    CHECK(tool.key(Qt::Key_Backspace, Qt::NoModifier));
    CHECK(tool.places().size() == 3);
    QImage image(600, 400, QImage::Format_RGB32);
    image.fill(Qt::white);
    const QImage empty = image;
    QPainter painter(&image);
    tool.paint(painter, chart::ChartStyle::day());
    painter.end();
    CHECK(image != empty);
    CHECK(tool.key(Qt::Key_Enter, Qt::KeypadModifier));
    CHECK(host.written.calls == QStringList{QStringLiteral("zone of 3")});
    click(tool, {300, 100});
    CHECK(tool.cancel());
    CHECK(tool.places().empty());
    CHECK_FALSE(tool.cancel());
    CHECK(host.written.calls.size() == 1);
    host.edits_ = nullptr;
    click(tool, {300, 100});
    CHECK(tool.places().empty());
}

TEST_CASE("zone tool: edges that cross are marked, and close nothing", "[view][tools][zones]") {
    FakeHost host;
    ZoneTool tool(host);
    const auto picture = [&] {
        QImage image(600, 400, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        tool.paint(painter, chart::ChartStyle::of(chart::Scheme::day));
        return image;
    };
    for (const QPointF corner : {QPointF(300, 100), {400, 200}, {400, 100}, {300, 200}}) {
        click(tool, corner);
    }
    const auto plain = picture();
    host.written.crosses_closed = host.view_.position_at({350, 150});
    CHECK(tool.key(Qt::Key_Return, Qt::NoModifier));
    CHECK(host.written.calls.isEmpty());
    CHECK(tool.places().size() == 4); // nothing that was drawn is lost
    CHECK(host.hint.contains(QStringLiteral("cross")));
    CHECK(picture().copy(330, 130, 40, 40) != plain.copy(330, 130, 40, 40));
    host.written.crosses_closed.reset();
    CHECK(tool.key(Qt::Key_Backspace, Qt::NoModifier));
    CHECK(tool.key(Qt::Key_Return, Qt::NoModifier));
    CHECK(host.written.calls == QStringList{QStringLiteral("zone of 3")});
    // An edge that crosses another one is told as soon as it is drawn.
    host.written.crosses_open = host.view_.position_at({350, 150});
    click(tool, {300, 300});
    CHECK(host.hint.contains(QStringLiteral("cross")));
}

TEST_CASE("zone tool: a zone of thousands of corners is handled at once", "[view][tools][zones]") {
    FakeHost host;
    OwnZone zone;
    chart::ZoneMark mark;
    constexpr int corners = 18000;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / corners;
        const double reach = 120.0 + 40.0 * std::sin(977.0 * angle);
        zone.corners.push_back(
            host.view_
                .position_at({300.0 + reach * std::cos(angle), 200.0 + reach * std::sin(angle)})
                .value());
    }
    mark.rings = {zone.corners};
    host.content_.own_zones = {zone};
    host.content_.zones = {mark};
    const fairlead::test::ThreadClock clock;
    host.overlay_ = LiveOverlay(host.content_);
    ZoneTool tool(host);
    QImage image(600, 400, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    const auto style = chart::ChartStyle::of(chart::Scheme::day);
    host.overlay_.paint_lines(painter, host.content_, host.view_, style, nullptr);
    tool.paint(painter, style);
    for (int i = 0; i < 10; ++i) {
        tool.move({{305.0 + i, 200.0}, Qt::NoButton, Qt::NoModifier});
    }
    CHECK(host.hint.contains(QStringLiteral("Click for name")));
    CHECK(clock.seconds() < 5.0); // it was a minute
}

TEST_CASE("zone painter: what is not seen does not show, what is seen does", "[view][overlay]") {
    const QPolygonF far_round(QRectF(-5000, -5000, 10600, 10400));
    const auto clipped = chart::clipped(far_round, QRectF(0, 0, 600, 400));
    CHECK(clipped.boundingRect() == QRectF(0, 0, 600, 400));
    CHECK(chart::clipped(QPolygonF(QRectF(700, 0, 10, 10)), QRectF(0, 0, 600, 400)).isEmpty());
    const auto part = chart::clipped(QPolygonF(QRectF(500, 300, 200, 200)), QRectF(0, 0, 600, 400));
    CHECK(part.boundingRect() == QRectF(500, 300, 100, 100));
}

TEST_CASE("zone tool: corners are dragged, added and removed", "[view][tools][zones]") {
    FakeHost host;
    add_square(host);
    ZoneTool tool(host);
    tool.press(left({202, 101}));
    tool.move(left({220, 90}));
    tool.move(left({230, 80}));
    tool.release(left({230, 80}));
    CHECK(host.written.calls == QStringList{QStringLiteral("begin zone 0"),
                                            QStringLiteral("move corner 0.1"),
                                            QStringLiteral("keep zone")});
    host.written.calls.clear();
    tool.press(left({150, 201})); // on the edge that arrives at the corner below left
    tool.move(left({150, 230}));
    CHECK(tool.cancel());
    CHECK(host.written.calls == QStringList{QStringLiteral("begin zone 0"),
                                            QStringLiteral("insert corner 0.3"),
                                            QStringLiteral("undo zone")});
    host.written.calls.clear();
    tool.move(left({101, 99}));
    CHECK(tool.key(Qt::Key_Delete, Qt::NoModifier));
    tool.move(left({150, 150}));
    CHECK(tool.key(Qt::Key_Delete, Qt::NoModifier));
    tool.move(left({400, 300}));
    CHECK_FALSE(tool.key(Qt::Key_Delete, Qt::NoModifier));
    CHECK(host.written.calls ==
          QStringList{QStringLiteral("remove corner 0.0"), QStringLiteral("remove zone 0")});
    click(tool, {150, 150}); // inside: what it is
    CHECK(host.selected_zone == 0U);
    CHECK(tool.places().empty());
}

TEST_CASE("corridor: as wide as asked to each side", "[view][overlay]") {
    const QPolygonF east{QPointF(0, 0), QPointF(100, 0)};
    const QRectF band = corridor_band(east, 10.0, 4.0).boundingRect();
    CHECK(band.top() == Approx(-10.0)); // port is up when going right
    CHECK(band.bottom() == Approx(4.0));
    const QPolygonF bend{QPointF(0, 0), QPointF(100, 0), QPointF(100, 100)};
    const QPolygonF around = corridor_band(bend, 10.0, 4.0);
    CHECK(around.containsPoint(QPointF(108, -8), Qt::WindingFill)); // the outer corner
    CHECK_FALSE(around.containsPoint(QPointF(94, 6), Qt::WindingFill));
    CHECK(corridor_band({}, 1.0, 1.0).isEmpty());
}

TEST_CASE("leg: a rhumb line and a geodesic part where the way is long", "[view][overlay]") {
    const auto plane = geo::Projection::polar_north();
    const auto from = geo::Position::degrees(70, 0);
    const auto to = geo::Position::degrees(70, 60);
    const auto straight = leg_on_plane(from, to, LegShape::geodesic, plane);
    const auto constant = leg_on_plane(from, to, LegShape::rhumb_line, plane);
    const auto middle = [&](const std::vector<geo::PlanePoint>& line) {
        return plane.inverse(line[line.size() / 2])->latitude_deg();
    };
    CHECK(middle(straight) > 71.5);
    CHECK(middle(constant) == Approx(70.0).margin(0.01));
}
