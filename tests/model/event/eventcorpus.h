// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/eventparser.h"

#include <QFile>

#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// The lines of a file, without their ends; none where the file cannot be read.
inline std::vector<std::string> fileLines(const QString &path)
{
    std::vector<std::string> lines;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd()) {
            QByteArray line = file.readLine();
            if (line.endsWith('\n')) {
                line.chop(1);
            }
            lines.push_back(line.toStdString());
        }
    }
    return lines;
}

inline std::vector<std::string> nativeEvents(const QString &name)
{
    return fileLines(QStringLiteral(AUDITLOUPE_TEST_CORPUS "/native/") + name);
}

/// An event with the parser that owns what its fields point to.
struct ParsedEvent
{
    explicit ParsedEvent(std::string_view json)
        : kind(parser.parseCopy(json, fields))
    {
    }

    EventParser parser = {};
    EventFields fields = {};
    JsonKind kind;
};

} // namespace auditloupe
