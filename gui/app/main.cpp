// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.hpp"
#include "core/base/version.hpp"
#include "gui/app/language.hpp"
#include "gui/app/main_window.hpp"
#include "gui/app/settings.hpp"
#include "gui/chart/gui_application.hpp"
#include "gui/widgets/icons.hpp"

#include <QApplication>
#include <QCommandLineParser>
#include <QScreen>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <exception>
#include <initializer_list>
#include <malloc.h>
#include <string_view>
#include <vector>

namespace {

void name_program() {
    QCoreApplication::setApplicationName(
        QStringLiteral("Fairlead")); // settings and data are kept by it
    const auto version = fairlead::version();
    QCoreApplication::setApplicationVersion(
        QString::fromUtf8(version.data(), static_cast<qsizetype>(version.size())));
}

QStringList language_codes() {
    QStringList codes;
    for (const auto& one : fairlead::gui::languages()) {
        codes << QString::fromLatin1(one.code);
    }
    return codes;
}

bool has_one_of(const std::vector<std::string_view>& arguments,
                std::initializer_list<std::string_view> wanted) {
    return std::find_first_of(arguments.begin(), arguments.end(), wanted.begin(), wanted.end()) !=
           arguments.end();
}

/// Qt ends the program by a signal where it finds none.
bool has_display(const std::vector<std::string_view>& arguments) {
    return !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") ||
           has_one_of(arguments, {"-platform", "--platform", "-display", "--display"});
}

} // namespace

int main(int argc, char** argv) {
    // Large pieces (coasts, seas, pictures) go back to the system when they are freed. Without a
    // fixed limit glibc learns to keep them.
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    const std::vector<std::string_view> arguments(argv + 1, argv + argc);
    QCommandLineParser options;
    options.setApplicationDescription(QStringLiteral("Plans voyages through ice on a chart."));
    options.addHelpOption();
    options.addVersionOption();
    options.addPositionalArgument(QStringLiteral("file"),
                                  QStringLiteral("A voyage (.fairlead), scenario or route."),
                                  QStringLiteral("[file]"));
    const auto codes = language_codes();
    const QCommandLineOption language(
        QStringLiteral("language"),
        QStringLiteral("Language of this run: %1.").arg(codes.join(QStringLiteral(", "))),
        QStringLiteral("code"));
    options.addOption(language);
    if (has_one_of(arguments, {"-h", "--help", "-v", "--version"})) { // need no display
        const QCoreApplication terminal(argc, argv);
        name_program();
        options.process(terminal);
    }
    if (!has_display(arguments)) {
        std::fputs("fairlead-gui: there is no display; start it in a desktop session, over "
                   "'ssh -X' or under 'xvfb-run'\n",
                   stderr);
        return 69;
    }

    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // files are read in it; the screen asks QLocale
    name_program();
    QApplication::setDesktopFileName(QStringLiteral("org.fairlead.Fairlead"));
    QApplication::setWindowIcon(fairlead::gui::program_icon());
    fairlead::chart::ensure_gui_application();
    options.process(application);
    if (options.isSet(language) && !codes.contains(options.value(language))) {
        std::fprintf(stderr, "fairlead-gui: --language is %s, not one of %s\n",
                     qPrintable(options.value(language)),
                     qPrintable(codes.join(QStringLiteral(", "))));
        return 2;
    }
    try {
        fairlead::gui::Settings settings;
        fairlead::gui::speak(options.isSet(language) ? options.value(language)
                                                     : settings.language());
        fairlead::gui::MainWindow window(settings);
        window.arrangeFor(window.screen()->availableSize());
        window.show();
        window.files().start(options.positionalArguments());
        return QApplication::exec();
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "fairlead-gui: %s\n", problem.what());
        return 70;
    }
}
