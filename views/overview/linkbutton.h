// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/overview/flatbutton.h"

namespace auditloupe {

/// A button that looks like a link: text in the link colour, underlined under the mouse.
class LinkButton : public FlatButton
{
    Q_OBJECT

public:
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace auditloupe
