// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QAbstractButton>

namespace auditloupe {

/// A button without a frame, for rows and links: Enter works as well as Space, the place under
/// the mouse and the focus can be seen.
class FlatButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FlatButton(QWidget *parent = nullptr);

    /// Without a link it is only text: no hand, no Tab stop.
    void setLink(bool isLink);
    bool isLink() const { return m_isLink; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

    void paintBack(QPainter &painter) const;
    void paintFocus(QPainter &painter) const;
    /// The link colour, or that of text where there is no link.
    QColor linkColor() const;
    /// The button's font, scaled, with digits of one width.
    QFont numberFont(qreal scale = 1) const;

private:
    bool m_isLink = true;
};

} // namespace auditloupe
