// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/overview/flatbutton.h"

#include <cstdint>

namespace auditloupe {

/// One line of an Overview section: a name, a number and a bar for its share. Where it leads
/// somewhere, it can be clicked and reached by Tab.
class CountButton : public FlatButton
{
    Q_OBJECT

public:
    struct Content
    {
        QString label = {};
        std::int64_t count = 0;
        double share = 0; ///< length of the bar, 0 to 1; below 0 there is no room for one
        bool isLink = true;
    };

    CountButton(const Content &content, QWidget *parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void paintBar(QPainter &painter) const;
    int barRoom() const;
    QRect numberPlace() const;
    QRect labelPlace() const;

    Content m_content;
    QString m_number;
};

} // namespace auditloupe
