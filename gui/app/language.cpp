// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/language.hpp"

#include "core/base/contract.hpp"

#include <QActionGroup>
#include <QCoreApplication>
#include <QLibraryInfo>
#include <QMenu>
#include <QTranslator>

#include <algorithm>

/// The resources of a static library have to be asked for. Qt's macro wants no namespace around it.
static void load_translations() {
    Q_INIT_RESOURCE(translations);
}

namespace fairlead::gui {

namespace {

struct LanguageWords {
    Q_DECLARE_TR_FUNCTIONS(fairlead::gui::Language)
};

constexpr std::array<Language, 3> spoken{
    {{"en", "English"}, {"ru", "Русский"}, {"zh_CN", "简体中文"}}};

bool is_known(const QString& code) {
    return std::any_of(spoken.begin(), spoken.end(),
                       [&](const Language& one) { return code == QLatin1String(one.code); });
}

bool speaks(const QLocale& locale, const QString& code) {
    const QLocale wanted(code);
    return locale.language() == wanted.language() && locale.script() == wanted.script();
}

/// Only its own kind of words: an application may have translators of others.
void take_out(const QString& name) {
    for (auto* old : qApp->findChildren<QTranslator*>(name, Qt::FindDirectChildrenOnly)) {
        QCoreApplication::removeTranslator(old);
        delete old;
    }
}

void put_in(const QString& name, const QString& file) {
    auto* words = new QTranslator(qApp);
    words->setObjectName(name);
    if (words->load(file)) {
        QCoreApplication::installTranslator(words);
    } else {
        delete words;
    }
}

} // namespace

const std::array<Language, 3>& languages() noexcept {
    return spoken;
}

QString shown_language(const QString& choice, const QStringList& system) {
    if (is_known(choice)) {
        return choice;
    }
    for (const auto& liked : system) {
        const QLocale locale(liked);
        for (const auto& one : spoken) {
            if (speaks(locale, QLatin1String(one.code))) {
                return QLatin1String(one.code);
            }
        }
    }
    return QLatin1String(spoken.front().code);
}

QLocale locale_of(const QString& choice, const QLocale& system) {
    return !is_known(choice) || speaks(system, choice) ? system : QLocale(choice);
}

void speak(const QString& choice) {
    FAIRLEAD_EXPECTS(qApp != nullptr);
    load_translations();
    const auto system = QLocale::system();
    const auto code = shown_language(choice, system.uiLanguages());
    QLocale::setDefault(locale_of(choice, system));
    const auto own = QStringLiteral("words of fairlead");
    const auto of_qt = QStringLiteral("words of Qt");
    take_out(own);
    take_out(of_qt);
    put_in(of_qt, QStringLiteral("%1/qtbase_%2")
                      .arg(QLibraryInfo::path(QLibraryInfo::TranslationsPath), code));
    put_in(own, QStringLiteral(":/translations/fairlead_%1.qm").arg(code));
}

void fill_language_menu(QMenu& menu, Settings& settings) {
    auto* group = new QActionGroup(&menu);
    const auto add = [&](const QString& name, const QString& code) {
        auto* action = menu.addAction(name);
        action->setObjectName(QStringLiteral("language ") + code);
        action->setCheckable(true);
        action->setChecked(is_known(settings.language()) ? settings.language() == code
                                                         : code.isEmpty());
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &menu, [&settings, code] {
            settings.setLanguage(code);
            speak(code);
        });
    };
    add(LanguageWords::tr("As the &system"), QString());
    menu.addSeparator();
    for (const auto& one : spoken) {
        add(QString::fromUtf8(one.own_name), QLatin1String(one.code));
    }
}

} // namespace fairlead::gui
