// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/ids.h"
#include "model/casefile/entryreader.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <string_view>

namespace auditloupe {

/// The bytes of many events: fast in order of id, where neighbours share a block. Throws SQLite's
/// exceptions.
class DocumentSource
{
public:
    explicit DocumentSource(SQLite::Database &database);

    /// Valid until the next call; empty where there is no such event.
    std::string_view bytes(EventId id);

private:
    SQLite::Statement m_place;
    EntryReader m_entries;
};

} // namespace auditloupe
