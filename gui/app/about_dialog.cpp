// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/about_dialog.hpp"

#include "core/base/version.hpp"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace fairlead::gui {

namespace {

QString words(const char* text) {
    return QCoreApplication::translate("About", text);
}

} // namespace

void show_about(QWidget* parent) {
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(words(QT_TRANSLATE_NOOP("About", "About Fairlead")));
    auto* text = new QTextBrowser(dialog);
    text->setAccessibleName(dialog->windowTitle());
    text->setOpenExternalLinks(true);
    text->setHtml(
        QStringLiteral("<h2>Fairlead %1</h2><p>%2</p><p><b>%3</b></p><h3>%4</h3><ul>"
                       "<li>%6</li><li>Qt %5: LGPL-3.0</li>"
                       "<li>QCustomPlot: GPL-3.0-or-later</li>"
                       "<li>GDAL, PROJ, pugixml, toml++, nlohmann-json, fmt: MIT</li>"
                       "<li>GEOS: LGPL-2.1</li>"
                       "<li>muParser: BSD-2-Clause</li>"
                       "<li>Boost: BSL-1.0</li>"
                       "<li>GSHHG (Wessel, Smith 1996): LGPL-3.0-or-later</li></ul>")
            .arg(QString::fromUtf8(version().data(), static_cast<qsizetype>(version().size())),
                 words(QT_TRANSLATE_NOOP("About",
                                         "A route planner for ships in ice: hard rules, ice that "
                                         "changes during the voyage, and a bound on how good the "
                                         "answer is.")),
                 words(QT_TRANSLATE_NOOP("About", "Not for navigation without official charts and "
                                                  "publications.")),
                 words(QT_TRANSLATE_NOOP("About", "Licences")), QString::fromLatin1(qVersion()),
                 words(QT_TRANSLATE_NOOP("About", "Fairlead: %1 (engine, chart), %2 (desktop)"))
                     .arg(QStringLiteral("Apache-2.0"), QStringLiteral("GPL-3.0-or-later"))));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* column = new QVBoxLayout(dialog);
    column->addWidget(text);
    column->addWidget(buttons);
    dialog->resize(520, 420);
    dialog->show();
}

} // namespace fairlead::gui
