// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/entryreader.h"

#include <sqlite3.h>

namespace auditloupe {

namespace {

constexpr std::size_t MostEnvelopes = 10'000;

ListHead::Kind headKind(int number)
{
    const bool known = number >= 0 && number <= static_cast<int>(ListHead::Kind::TabRows);
    return known ? static_cast<ListHead::Kind>(number) : ListHead::Kind::None;
}

} // namespace

EntryReader::EntryReader(SQLite::Database &database)
    : m_database(database)
    , m_blocks(database)
{
}

std::string_view EntryReader::entry(const Place &place)
{
    return m_blocks.bytes(place.block, place.offset, place.length);
}

std::string_view EntryReader::event(const Place &place)
{
    const std::string_view bytes = entry(place);
    if (place.envelope == 0) {
        return bytes;
    }
    const Envelope &around = envelope(place.envelope);
    return m_unwrapper->reopen(around.chain, bytes, around.head);
}

void EntryReader::facts(const Place &place, const TakeFact &take)
{
    if (place.envelope != 0) {
        const Envelope &around = envelope(place.envelope);
        m_unwrapper->facts(around.chain, entry(place), around.head, take);
    }
}

const EntryReader::Envelope &EntryReader::envelope(std::int64_t id)
{
    if (!m_unwrapper) {
        m_unwrapper = std::make_unique<Unwrapper>();
    }
    if (const auto known = m_envelopes.find(id); known != m_envelopes.end()) {
        return known->second;
    }
    SQLite::Statement query(m_database,
                            "SELECT format, head_kind, head FROM envelope WHERE id = ?1");
    query.bind(1, id);
    const bool found = query.executeStep();
    const auto chain = found ? FormatChain::fromName(query.getColumn(0).getString()) : std::nullopt;
    if (!chain) {
        throw SQLite::Exception(m_database.getHandle(), SQLITE_CORRUPT);
    }
    if (m_envelopes.size() == MostEnvelopes) {
        m_envelopes.clear();
    }
    Envelope envelope{.chain = *chain,
                      .head = {.kind = headKind(query.getColumn(1).getInt()),
                               .bytes = query.getColumn(2).getString()}};
    return m_envelopes.emplace(id, std::move(envelope)).first->second;
}

} // namespace auditloupe
