// SPDX-License-Identifier: Apache-2.0
#include "gui/chart/gui_application.hpp"

#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>

#include <array>
#include <clocale>
#include <cmath>

#ifdef __SANITIZE_ADDRESS__
// Fontconfig keeps what it read about fonts until the process ends, and D-Bus its connections;
// neither is ours to free.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\nleak:libdbus-1\n";
}
#endif

namespace fairlead::chart {

namespace {

void load_fonts() {
    static const std::array<const char*, 2> files{
        "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
        "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"};
    for (const char* file : files) {
        if (QFile::exists(QString::fromLatin1(file))) {
            QFontDatabase::addApplicationFont(QString::fromLatin1(file));
        }
    }
}

void make_application() {
    static int argument_count = 1;
    static std::array<char, 9> program_name{"fairlead"};
    static std::array<char*, 2> arguments{program_name.data(), nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Qt warns about a C locale and a missing runtime folder; neither concerns a picture.
    const QtMessageHandler previous =
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    // Lives as long as the process: its destructor must not run after those of static objects.
    static auto* const application = new QGuiApplication(argument_count, arguments.data());
    static_cast<void>(application);
    qInstallMessageHandler(previous);
    // Qt takes the user's locale for the C library too, which would change how numbers are read.
    std::setlocale(LC_NUMERIC, "C");
}

} // namespace

void ensure_gui_application() {
    if (QCoreApplication::instance() == nullptr) {
        make_application();
    }
    static const bool fonts_loaded = [] {
        load_fonts();
        return true;
    }();
    static_cast<void>(fonts_loaded);
}

QFont chart_font(double size_px, Weight weight) {
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(static_cast<int>(std::lround(size_px)));
    font.setBold(weight == Weight::bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferAntialias);
    return font;
}

} // namespace fairlead::chart
