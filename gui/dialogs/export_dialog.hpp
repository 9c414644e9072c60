// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Hands the voyage's line to other programs: format, file, what is lost or wrong, done. Stays
/// beside the chart and follows the line while it is open.

#include "gui/dialogs/route_export.hpp"
#include "gui/session/voyage_session.hpp"

#include <QDialog>

#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace fairlead::gui {

class ExportDialog : public QDialog {
    Q_OBJECT

  public:
    /// @param session outlives this.
    explicit ExportDialog(VoyageSession& session, QWidget* parent = nullptr);

    /// Where the file goes unless the user says otherwise, without a suffix.
    void suggest(const QString& file_without_suffix);
    /// What the voyage was read from; null: nothing.
    void setOrigin(std::shared_ptr<const RouteOrigin> origin);

    [[nodiscard]] QString file() const;

  Q_SIGNALS:
    void written(const QString& file);

  protected:
    void showEvent(QShowEvent* event) override;

  private:
    [[nodiscard]] const RouteFormat& format() const;
    void browse();
    void takeFormat();
    /// Anew, when line, format or file have changed.
    void prepare();
    void write();
    void list(const QString& sentence, bool is_warning);

    VoyageSession& session_;
    std::vector<RouteFormat> formats_;
    std::shared_ptr<const RouteOrigin> origin_;
    std::optional<PreparedExport> prepared_;
    QComboBox* format_box_;
    QLabel* about_;
    QLineEdit* file_edit_;
    QListWidget* remarks_;
    QLabel* result_;
    QPushButton* write_button_;
};

} // namespace fairlead::gui
