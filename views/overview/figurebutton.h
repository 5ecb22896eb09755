// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/overview/flatbutton.h"

#include <cstdint>

namespace auditloupe {

/// One of the large numbers at the top of a page, with what it counts below it.
class FigureButton : public FlatButton
{
    Q_OBJECT

public:
    FigureButton(std::int64_t count, const QString &unit, QWidget *parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_number;
    QString m_unit;
};

} // namespace auditloupe
