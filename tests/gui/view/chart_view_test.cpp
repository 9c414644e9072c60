// SPDX-License-Identifier: Apache-2.0
// The widget with real events, on the offscreen platform.
#include "core/base/error.hpp"
#include "core/geo/geodesic.hpp"
#include "gui/chart/lab_colour.hpp"
#include "gui/view/chart_view.hpp"
#include "gui/view/view_motion.hpp"
#include "tests/gui/view/content_fixture.hpp"

#include <catch2/catch.hpp>

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>
#include <memory>

using namespace fairlead;
using namespace fairlead::gui;
using namespace fairlead::gui::test;

namespace {

std::unique_ptr<ChartView> shown_view(ChartContent content = sample_content()) {
    auto view = std::make_unique<ChartView>();
    view->setAnimated(false);
    view->setContent(std::move(content));
    view->resize(600, 400);
    view->show();
    return view;
}

bool settle(const ChartView& view) {
    return QTest::qWaitFor([&] { return view.isSettled(); }, 20000);
}

QPoint pixel_of(const ChartView& view, const geo::Position& place) {
    const auto pixel = view.view().pixel_of(place).value();
    return {static_cast<int>(std::lround(pixel.x)), static_cast<int>(std::lround(pixel.y))};
}

const geo::Position& waypoint(const ChartView& view, std::size_t index) {
    return view.content().routes[0].layer->route.waypoints[index].position;
}

void send_move(ChartView& view, QPoint to, Qt::MouseButtons held) {
    QMouseEvent event(QEvent::MouseMove, to, view.mapToGlobal(to), Qt::NoButton, held,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &event);
}

void drag(ChartView& view, QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton) {
    QTest::mousePress(&view, button, Qt::NoModifier, from);
    for (int step = 1; step <= 5; ++step) {
        send_move(view, from + (to - from) * step / 5, button);
    }
    QTest::mouseRelease(&view, button, Qt::NoModifier, to);
}

void turn_wheel(ChartView& view, QPoint at, int steps) {
    QWheelEvent event(at, view.mapToGlobal(at), {}, {0, 120 * steps}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &event);
}

class BrokenSource : public chart::RasterSource {
  public:
    [[nodiscard]] std::shared_ptr<const chart::Raster>
    within(Instant, const chart::PlaneBox&) const override {
        throw Error(ErrorCode::io, "The file ice.nc cannot be read.");
    }
    [[nodiscard]] std::optional<Instant> newest_data(Instant) const override { return {}; }
};

} // namespace

TEST_CASE("chart view: comes up with the selected route in sight", "[view][widget]") {
    const auto view = shown_view();
    REQUIRE(settle(*view));
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(view->rect().contains(pixel_of(*view, waypoint(*view, i))));
    }
    CHECK_FALSE(view->accessibleName().isEmpty());
    CHECK_FALSE(view->accessibleDescription().isEmpty());
}

TEST_CASE("chart view: the picture is where the view says", "[view][widget]") {
    ChartContent content = sample_content();
    content.routes.clear();
    content.places.clear();
    content.problems.clear();
    const auto view = shown_view(content);
    view->showPlace(geo::Position::degrees(75, 0), 2000.0);
    REQUIRE(settle(*view));
    const auto land_at = [&](const geo::Position& place) {
        const QColor colour =
            view->grab().toImage().pixelColor(pixel_of(*view, place) * view->devicePixelRatioF());
        const QColor land = chart::ChartStyle::day().land;
        return std::abs(colour.red() - land.red()) + std::abs(colour.blue() - land.blue()) < 12;
    };
    const geo::Position inland = geo::Position::degrees(75.2, 1.0);
    const geo::Position water = geo::Position::degrees(75.2, -6.0);
    CHECK(land_at(inland));
    CHECK_FALSE(land_at(water));
    // At once after moving, from the old picture, and again when the new one is there.
    view->showView(zoomed(panned(view->view(), {57.0, -31.0}), 1.7, {200.0, 150.0}));
    view->turnNorthUp();
    CHECK(land_at(inland));
    CHECK_FALSE(land_at(water));
    REQUIRE(settle(*view));
    CHECK(land_at(inland));
    CHECK_FALSE(land_at(water));
}

TEST_CASE("chart view: dragging pans by what the pointer moved", "[view][widget]") {
    const auto view = shown_view();
    const auto before = view->view();
    drag(*view, {300, 60}, {340, 90});
    const auto pixel = view->view().to_pixel(before.to_plane({300, 60}));
    CHECK(pixel.x == Approx(340.0).margin(0.01));
    CHECK(pixel.y == Approx(90.0).margin(0.01));
    view->setTool(ToolKind::add_waypoint);
    drag(*view, {300, 60}, {310, 60}, Qt::MiddleButton); // in every tool
    CHECK(view->view().to_pixel(before.to_plane({300, 60})).x == Approx(350.0).margin(0.01));
}

TEST_CASE("chart view: the wheel zooms at the pointer", "[view][widget]") {
    const auto view = shown_view();
    const auto before = view->view();
    turn_wheel(*view, {123, 45}, 2);
    CHECK(view->view().metres_per_pixel() == Approx(before.metres_per_pixel() / (1.25 * 1.25)));
    const auto pixel = view->view().to_pixel(before.to_plane({123, 45}));
    CHECK(pixel.x == Approx(123.0).margin(0.01));
    CHECK(pixel.y == Approx(45.0).margin(0.01));
    turn_wheel(*view, {123, 45}, -2);
    CHECK(view->view().metres_per_pixel() == Approx(before.metres_per_pixel()));
}

TEST_CASE("chart view: keys", "[view][widget]") {
    const auto view = shown_view();
    const auto moved = [&](int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        const auto before = view->view();
        QTest::keyClick(view.get(), static_cast<Qt::Key>(key), modifiers);
        const auto pixel = view->view().to_pixel(before.to_plane({300, 200}));
        return QPointF(std::round(pixel.x - 300), std::round(pixel.y - 200));
    };
    CHECK(moved(Qt::Key_Left) == QPointF(80, 0));
    CHECK(moved(Qt::Key_Right) == QPointF(-80, 0));
    CHECK(moved(Qt::Key_Up) == QPointF(0, 80));
    CHECK(moved(Qt::Key_Down, Qt::AltModifier) == QPointF(0, -8));
    const double scale = view->view().metres_per_pixel();
    for (const int key : {Qt::Key_Plus, Qt::Key_Equal, Qt::Key_PageUp}) {
        QTest::keyClick(view.get(), static_cast<Qt::Key>(key));
    }
    CHECK(view->view().metres_per_pixel() == Approx(scale / 1.5 / 1.5 / 1.5));
    QTest::keyClick(view.get(), Qt::Key_Minus);
    QTest::keyClick(view.get(), Qt::Key_PageDown);
    CHECK(view->view().metres_per_pixel() == Approx(scale / 1.5));
    QTest::keyClick(view.get(), Qt::Key_Home);
    CHECK(view->rect().contains(pixel_of(*view, waypoint(*view, 0))));
    QTest::keyClick(view.get(), Qt::Key_R, Qt::ShiftModifier);
    const geo::Position middle = view->view().position_at({300, 200}).value();
    CHECK(view->view().north_on_screen(middle).in_degrees() == Approx(0.0).margin(1e-6));
    QTest::keyClick(view.get(), Qt::Key_R);
    CHECK(pixel_of(*view, waypoint(*view, 0)).x() < pixel_of(*view, waypoint(*view, 2)).x());
    QTest::keyClick(view.get(), Qt::Key_0, Qt::ControlModifier);
    CHECK(view->rect().contains(pixel_of(*view, waypoint(*view, 2))));
}

TEST_CASE("chart view: animation ends where it was sent", "[view][widget]") {
    const auto view = shown_view();
    view->setAnimated(true);
    const auto target = zoomed(view->view(), 3.0, {100.0, 100.0});
    view->showView(target);
    CHECK(view->view().metres_per_pixel() > target.metres_per_pixel());
    CHECK(view->targetView().metres_per_pixel() == target.metres_per_pixel());
    REQUIRE(settle(*view));
    CHECK(view->view().metres_per_pixel() == target.metres_per_pixel());
    CHECK(view->view().centre() == target.centre());
}

TEST_CASE("chart view: a waypoint is dragged with the mouse", "[view][widget]") {
    const auto view = shown_view();
    WrittenEdits edits;
    view->setEdits(&edits);
    view->setTool(ToolKind::edit_route);
    const QSignalSpy selected(view.get(), &ChartView::waypointSelected);
    const QPoint handle = pixel_of(*view, waypoint(*view, 1));
    drag(*view, handle, handle + QPoint(30, -40));
    CHECK(edits.calls ==
          QStringList{QStringLiteral("begin 1"), QStringLiteral("move 1"), QStringLiteral("keep")});
    CHECK(selected.count() == 1);
    CHECK(view->marks().selected_waypoint == WaypointRef{QStringLiteral("a"), 1});
    edits.calls.clear();
    QTest::mousePress(view.get(), Qt::LeftButton, Qt::NoModifier, handle);
    send_move(*view, handle + QPoint(20, 0), Qt::LeftButton);
    QTest::keyClick(view.get(), Qt::Key_Escape);
    CHECK(edits.calls.back() == QStringLiteral("undo"));
    QTest::mouseRelease(view.get(), Qt::LeftButton, Qt::NoModifier, handle);
    CHECK(edits.calls.back() == QStringLiteral("undo"));
}

TEST_CASE("chart view: changing the tool takes back what it had begun", "[view][widget]") {
    const auto view = shown_view();
    WrittenEdits edits;
    view->setEdits(&edits);
    view->setTool(ToolKind::edit_route);
    const QSignalSpy changed(view.get(), &ChartView::toolChanged);
    const QPoint handle = pixel_of(*view, waypoint(*view, 1));
    QTest::mousePress(view.get(), Qt::LeftButton, Qt::NoModifier, handle);
    send_move(*view, handle + QPoint(20, 0), Qt::LeftButton);
    view->setTool(ToolKind::measure);
    CHECK(edits.calls.back() == QStringLiteral("undo"));
    CHECK(changed.count() == 1);
    view->setTool(ToolKind::measure);
    CHECK(changed.count() == 1);
}

TEST_CASE("chart view: content may change in the middle of everything", "[view][widget]") {
    const auto view = shown_view();
    WrittenEdits edits;
    view->setEdits(&edits);
    view->setTool(ToolKind::edit_route);
    const QPoint handle = pixel_of(*view, waypoint(*view, 1));
    send_move(*view, handle, Qt::NoButton);
    ChartContent empty = sample_content();
    empty.routes.clear();
    view->setContent(empty);
    CHECK_FALSE(view->grab().isNull());
    send_move(*view, handle, Qt::NoButton);
    QTest::keyClick(view.get(), Qt::Key_Delete);
    CHECK(edits.calls.isEmpty());
    ChartContent south = empty;
    south.plane = geo::Projection::polar_south();
    south.base.land = nullptr;
    south.base.layers.clear();
    south.places.clear();
    south.problems.clear();
    view->setContent(south);
    REQUIRE(settle(*view));
    CHECK(view->view().position_at({300, 200})->latitude_deg() < -80.0);
}

TEST_CASE("chart view: the pointer's place is told", "[view][widget]") {
    const auto view = shown_view();
    std::vector<geo::Position> told;
    QObject::connect(view.get(), &ChartView::pointerMoved,
                     [&](const geo::Position& place) { told.push_back(place); });
    send_move(*view, {200, 100}, Qt::NoButton);
    REQUIRE(told.size() == 1);
    const auto pixel = view->view().pixel_of(told.front()).value();
    CHECK(pixel.x == Approx(200.0).margin(0.01));
    CHECK(pixel.y == Approx(100.0).margin(0.01));
}

TEST_CASE("chart view: the hour changes the sea alone", "[view][widget]") {
    const auto view = shown_view();
    REQUIRE(settle(*view));
    const auto before = view->view();
    const QSignalSpy shown(view.get(), &ChartView::pictureShown);
    view->setTime(parse_instant("2018-07-16"));
    CHECK_FALSE(view->isSettled());
    REQUIRE(settle(*view));
    CHECK(shown.count() == 1);
    CHECK(chart::same_view(view->view(), before));
    view->setTime(parse_instant("2018-07-16"));
    CHECK(view->isSettled());
}

TEST_CASE("chart view: the newest view is shown, however many were asked for", "[view][widget]") {
    const auto view = shown_view();
    const QSignalSpy shown(view.get(), &ChartView::pictureShown);
    constexpr int moves = 200;
    for (int i = 0; i < moves; ++i) {
        view->showView(zoomed(panned(view->view(), {i % 2 == 0 ? 90.0 : -70.0, 10.0}),
                              i % 3 == 0 ? 1.3 : 0.9, {300.0, 200.0}));
    }
    REQUIRE(settle(*view));
    CHECK(shown.count() < moves / 2);
}

TEST_CASE("chart view: no pixel is bright at night, in no state", "[view][widget]") {
    ChartContent content = sample_content();
    content.banner = QStringLiteral("SYNTHETIC DATA");
    content.routes.push_back(content.routes.front());
    content.routes.back().id = QStringLiteral("b");
    content.routes.back().standing = ChartRoute::Standing::alternative;
    content.routes.front().corridor = {Length::nautical_miles(3.0), Length::nautical_miles(5.0)};
    const auto view = shown_view(content);
    REQUIRE(settle(*view));
    view->setScheme(chart::Scheme::night);
    ChartMarks marks;
    marks.selected_waypoint = WaypointRef{QStringLiteral("a"), 1};
    marks.ship = {geo::Position::degrees(74, -5), geo::Bearing::degrees(80)};
    marks.cursor = geo::Position::degrees(74, 5);
    marks.current_problem = 0;
    view->setMarks(marks);
    view->setTool(ToolKind::measure);
    QTest::mouseClick(view.get(), Qt::LeftButton, Qt::NoModifier, {100, 100});
    send_move(*view, {300, 150}, Qt::NoButton);
    const auto brightest = [&] {
        const QImage image = view->grab().toImage();
        double most = 0.0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                most = std::max(most, chart::relative_luminance(image.pixelColor(x, y)));
            }
        }
        return most;
    };
    CHECK(brightest() <= 0.2); // before the night's picture has come
    REQUIRE(settle(*view));
    CHECK(brightest() <= 0.2);
}

TEST_CASE("chart view: a source that cannot be read is said and stops nothing", "[view][widget]") {
    const auto view = shown_view();
    REQUIRE(settle(*view));
    QString reason;
    QObject::connect(view.get(), &ChartView::renderFailed,
                     [&](const QString& text) { reason = text; });
    ChartContent broken = sample_content();
    broken.base.layers.front().source = std::make_shared<BrokenSource>();
    view->setContent(broken);
    REQUIRE(QTest::qWaitFor([&] { return !reason.isEmpty(); }, 20000));
    CHECK(reason.contains(QStringLiteral("ice.nc")));
    view->setContent(sample_content());
    CHECK(settle(*view));
}

TEST_CASE("chart view: it may go at any time", "[view][widget]") {
    for (int i = 0; i < 5; ++i) {
        const auto view = shown_view();
        view->showView(zoomed(view->view(), 2.0, {100.0, 100.0}));
        QTest::qWait(i * 3);
    }
    SUCCEED();
}
