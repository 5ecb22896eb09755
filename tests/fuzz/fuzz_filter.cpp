// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/filter.h"

#include <cstdlib>

using namespace auditloupe;

/// Any text in the filter bar is a filter that its own text gives again, or an error with a place;
/// and while it is written its last word is known.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const FilterWord word = lastFilterWord(text);
    if (word.from > text.size() || (word.kind == FilterWord::Kind::Value && !word.field)) {
        std::abort();
    }
    const Result<Filter> filter = parseFilter(text);
    if (!filter) {
        if (filter.error().message.isEmpty()) {
            std::abort();
        }
        return 0;
    }
    const Result<Filter> again = parseFilter(filter->toText());
    if (!again || again->toText() != filter->toText()) {
        std::abort();
    }
    return 0;
}
