// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/common/icons.h"

#include <QIcon>
#include <QString>
#include <QToolButton>

namespace auditloupe {

void setIconOrText(QToolButton *button, const QString &iconName, const QString &text)
{
    const QIcon icon = QIcon::fromTheme(iconName);
    button->setText(text);
    button->setAccessibleName(text);
    button->setIcon(icon);
    button->setToolButtonStyle(icon.isNull() ? Qt::ToolButtonTextOnly : Qt::ToolButtonIconOnly);
}

} // namespace auditloupe
