// SPDX-License-Identifier: Apache-2.0
#include "gui/session/background.hpp"

#include "core/base/error.hpp"

#include <catch2/catch.hpp>

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <thread>

using namespace fairlead;
using gui::Background;

TEST_CASE("background: what work finds is delivered in the thread that asked", "[background]") {
    Background background;
    QSignalSpy finished(&background, &Background::finished);
    const auto* asked_in = QThread::currentThread();
    const QThread* worked_in = nullptr;
    const QThread* delivered_in = nullptr;
    background.start([&](const Progress&) -> Background::Deliver {
        worked_in = QThread::currentThread();
        return [&] { delivered_in = QThread::currentThread(); };
    });
    CHECK(background.isRunning());
    REQUIRE(finished.wait());
    CHECK(worked_in != asked_in);
    CHECK(delivered_in == asked_in);
    CHECK_FALSE(background.isRunning());
}

TEST_CASE("background: the newest wins, and the one before is told to stop", "[background]") {
    Background background;
    QSignalSpy finished(&background, &Background::finished);
    std::atomic<bool> first_runs{false};
    std::atomic<bool> first_stopped{false};
    int delivered = 0;
    background.start([&](const Progress& progress) -> Background::Deliver {
        first_runs = true;
        while (!progress.stop_requested()) {
            std::this_thread::yield();
        }
        first_stopped = true;
        return [&] { delivered = 1; };
    });
    REQUIRE(QTest::qWaitFor([&] { return first_runs.load(); }));
    background.start(
        [&](const Progress&) -> Background::Deliver { return [&] { delivered = 2; }; });
    REQUIRE(finished.wait());
    REQUIRE(QTest::qWaitFor([&] { return first_stopped.load(); }));
    QTest::qWait(20);
    CHECK(delivered == 2);
    CHECK(finished.count() == 1);
}

TEST_CASE("background: cancelling frees the caller at once, whatever the worker does",
          "[background]") {
    std::atomic<bool> may_end{false};
    {
        Background background;
        QSignalSpy finished(&background, &Background::finished);
        bool delivered = false;
        background.start([&](const Progress&) -> Background::Deliver {
            while (!may_end) {
                std::this_thread::yield();
            }
            return [&] { delivered = true; };
        });
        background.cancel();
        CHECK(finished.count() == 1);
        CHECK_FALSE(background.isRunning());
        may_end = true;
        QTest::qWait(20);
        CHECK_FALSE(delivered);
    }
}

TEST_CASE("background: a failure is said in its own words, a stop is none", "[background]") {
    Background background;
    QSignalSpy finished(&background, &Background::finished);
    QSignalSpy failed(&background, &Background::failed);
    background.start([](const Progress&) -> Background::Deliver {
        throw Error(ErrorCode::not_found, "sea.toml is not there");
    });
    REQUIRE(finished.wait());
    REQUIRE(failed.count() == 1);
    CHECK(failed.first().first().toString() == QStringLiteral("sea.toml is not there"));
    background.start([](const Progress&) -> Background::Deliver {
        throw Error(ErrorCode::cancelled, "stopped");
    });
    REQUIRE(finished.wait());
    CHECK(failed.count() == 1);
}

TEST_CASE("background: progress comes in the order it was made", "[background]") {
    Background background;
    QSignalSpy finished(&background, &Background::finished);
    QSignalSpy progressed(&background, &Background::progressed);
    background.start([](const Progress& progress) -> Background::Deliver {
        for (int i = 0; i <= 5; ++i) {
            progress.report(i / 5.0, "reading");
            std::this_thread::sleep_for(std::chrono::milliseconds(40));
        }
        return {};
    });
    REQUIRE(finished.wait());
    REQUIRE(progressed.count() >= 3);
    for (int i = 1; i < progressed.count(); ++i) {
        CHECK(progressed[i][0].toDouble() > progressed[i - 1][0].toDouble());
    }
}
