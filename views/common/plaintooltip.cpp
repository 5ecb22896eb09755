// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/common/plaintooltip.h"

namespace auditloupe {

using namespace Qt::StringLiterals;

QString plainToolTip(const QString &text)
{
    const QString escaped = text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
    return text.isEmpty() ? QString() : u"<qt>"_s + escaped + u"</qt>"_s;
}

} // namespace auditloupe
