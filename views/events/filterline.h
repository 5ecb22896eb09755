// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLineEdit>

class QCompleter;

namespace auditloupe {

/// The condition as text, with completion of field names and of the values that a field can have
/// where these are few.
class FilterLine : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterLine(QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void offerCompletions();
    void complete(const QString &word);

    QCompleter *m_completer;
    QString m_offeredFor; // field whose values the completer holds; empty for field names
};

} // namespace auditloupe
