// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/error.h"

using namespace Qt::StringLiterals;

namespace auditloupe {

QString Error::toText() const
{
    if (where.file.isEmpty()) {
        return message;
    }
    QString place = where.file;
    if (where.line) {
        place += u":%1"_s.arg(*where.line);
        if (where.column) {
            place += u":%1"_s.arg(*where.column);
        }
    }
    return u"%1: %2"_s.arg(place, message);
}

} // namespace auditloupe
