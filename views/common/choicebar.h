// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace auditloupe {

/// A few choices beside each other, one of which holds. The arrow keys go from one to the next.
class ChoiceBar : public QWidget
{
    Q_OBJECT

public:
    explicit ChoiceBar(const QString &accessibleName, QWidget *parent = nullptr);

    /// Choices count from 0, in the order in which they are added.
    void addChoice(const QString &text, const QString &explanation);
    int current() const;
    void setCurrent(int choice);

Q_SIGNALS:
    void chosen(int choice); ///< by the user

private:
    QButtonGroup *m_buttons;
    QHBoxLayout *m_layout;
};

} // namespace auditloupe
