// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialog>

class QDialogButtonBox;
class QTreeWidget;

namespace auditloupe {

/// Asks for the format of a log whose content does not tell it, or tells it wrongly.
class FormatDialog : public QDialog
{
    Q_OBJECT

public:
    /// `name` is what is to be read.
    explicit FormatDialog(const QString &name, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &format); ///< a name of formats.h

private:
    void fillList();
    void choose();

    QTreeWidget *m_list;
    QDialogButtonBox *m_buttons;
};

} // namespace auditloupe
