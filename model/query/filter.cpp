// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/filter.h"

#include "model/query/filterparser.h"

namespace auditloupe {

Result<Filter> parseFilter(const QString &text)
{
    return FilterParser(text).parse().transform(
        [](Condition condition) { return Filter{.condition = std::move(condition)}; });
}

FilterReading readFilterText(const QString &text)
{
    return FilterParser(text).reading();
}

FilterWord lastFilterWord(const QString &text)
{
    return FilterParser(text).lastWord();
}

QString sourceFilter(const SourceInfo &source)
{
    return filterTermText(
        "source", source.isPathShared ? QString::number(static_cast<int>(source.id)) : source.path);
}

} // namespace auditloupe
