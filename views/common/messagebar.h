// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace auditloupe {

/// One message above the screens, with what can be done about it. Plain text only: messages hold
/// names of files and pieces of logs.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Note, Warning, Problem };
    enum class Stay {
        UntilClosed, ///< something is to be decided or mended
        UntilSeen ///< until the reader goes on
    };

    explicit MessageBar(QWidget *parent = nullptr);

    /// Replaces the message and its actions.
    void show(Kind kind, const QString &text, Stay stay = Stay::UntilClosed);
    /// The reader went to another page or asked for something else.
    void goOn();
    /// Choosing it also closes the bar.
    void addAction(const QString &text, std::function<void()> action);
    QString text() const;
    /// The same message in other words: its actions stay.
    void setText(const QString &text);

private:
    void removeButtons();

    QLabel *m_sign;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
    Stay m_stay = Stay::UntilClosed;
};

} // namespace auditloupe
