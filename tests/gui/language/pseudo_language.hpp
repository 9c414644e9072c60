// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A language for tests: every word that goes through the translators stands in brackets and is
/// longer by 40 %. What is seen without brackets was never given to a translator; what does not fit
/// will not fit in Russian either.

#include <QString>
#include <QStringList>
#include <QTranslator>

class QWidget;

namespace fairlead::gui::test {

class PseudoTranslator : public QTranslator {
  public:
    [[nodiscard]] QString translate(const char* context, const char* source,
                                    const char* disambiguation, int count) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// In force while it lives.
class PseudoLanguage {
  public:
    PseudoLanguage();
    ~PseudoLanguage();
    PseudoLanguage(const PseudoLanguage&) = delete;
    PseudoLanguage& operator=(const PseudoLanguage&) = delete;

  private:
    PseudoTranslator words_;
};

/// Every text that the widget and all below it have for eyes or ears: properties, items, headers,
/// tables, menus. Hidden widgets count.
[[nodiscard]] QStringList texts_of(const QWidget& widget);

/// What of a text stands in no brackets: "Hard 5 [soft]" gives "Hard". Numbers, signs and single
/// letters are no words.
[[nodiscard]] QStringList bare_words(const QString& text);

/// Labels, buttons, headings and scrolled forms of a shown window that are smaller than they need
/// to be, each with its text.
[[nodiscard]] QStringList clipped(const QWidget& window);

} // namespace fairlead::gui::test
