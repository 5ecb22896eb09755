// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/eventdocuments.h"

#include "model/casefile/casereader.h"
#include "model/casefile/storage.h"
#include "model/query/documentsource.h"

namespace auditloupe {

Result<void> readDocuments(CaseReader &reader, std::span<const EventId> ids,
                           const TakeDocument &take)
{
    return guardStorage(reader.path(), [&] {
        DocumentSource source(reader.database());
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (!take(i, source.bytes(ids[i]))) {
                return;
            }
        }
    });
}

} // namespace auditloupe
