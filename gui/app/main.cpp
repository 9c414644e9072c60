// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.hpp"
#include "core/base/version.hpp"
#include "gui/app/language.hpp"
#include "gui/app/main_window.hpp"
#include "gui/app/settings.hpp"
#include "gui/chart/gui_application.hpp"

#include <QApplication>
#include <QCommandLineParser>

#include <clocale>
#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // files are read in it; the screen asks QLocale
    QApplication::setApplicationName(
        QStringLiteral("Fairlead")); // settings and data are kept by it
    QApplication::setDesktopFileName(QStringLiteral("fairlead-gui"));
    const auto version = fairlead::version();
    QApplication::setApplicationVersion(
        QString::fromUtf8(version.data(), static_cast<qsizetype>(version.size())));
    fairlead::chart::ensure_gui_application();

    QCommandLineParser options;
    options.setApplicationDescription(QStringLiteral("Plans voyages through ice on a chart."));
    options.addHelpOption();
    options.addVersionOption();
    options.addPositionalArgument(QStringLiteral("file"),
                                  QStringLiteral("A voyage (.fairlead), scenario or route."),
                                  QStringLiteral("[file]"));
    QStringList codes;
    for (const auto& one : fairlead::gui::languages()) {
        codes << QString::fromLatin1(one.code);
    }
    const QCommandLineOption language(
        QStringLiteral("language"),
        QStringLiteral("Language of this run: %1.").arg(codes.join(QStringLiteral(", "))),
        QStringLiteral("code"));
    options.addOption(language);
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
        auto files = options.positionalArguments();
        if (files.isEmpty()) { // where the user left off
            files = settings.recentFiles().mid(0, 1);
        }
        window.show();
        auto& commands = window.files();
        if (!commands.offerRecovery() &&
            (files.isEmpty() || !commands.open(files.front().toStdString()))) {
            commands.beginSample();
        }
        return QApplication::exec();
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "fairlead-gui: %s\n", problem.what());
        return 70;
    }
}
