// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/start/applicationicon.h"

#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace auditloupe {

QIcon applicationIcon()
{
    QSvgRenderer picture(u":/icons/auditloupe.svg"_s);
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64, 96, 128, 256, 512}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        picture.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace auditloupe
