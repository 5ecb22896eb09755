// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/clusternames.h"

namespace auditloupe {

namespace {

constexpr std::size_t MostKnown = 4096;
constexpr int MostToldApart = 100; // names, of one import

std::string withAccount(const std::string &name, const std::string &account)
{
    return name + " (" + account + ')';
}

} // namespace

ClusterNames::ClusterNames(SQLite::Database &database, StringTable &strings)
    : m_database(database)
    , m_strings(strings)
{
}

std::int64_t ClusterNames::idOf(std::string_view name, std::string_view account)
{
    return m_strings.idOf(account.empty() ? std::string(name) : shown(name, account));
}

std::string ClusterNames::shown(std::string_view name, std::string_view account)
{
    const std::pair key{std::string(name), std::string(account)};
    if (account.empty()) {
        return key.first;
    }
    if (const auto known = m_known.find(key); known != m_known.end()) {
        return known->second;
    }
    if (m_known.size() == MostKnown) {
        m_known.clear();
    }
    SQLite::Statement find(m_database,
                           "SELECT shown FROM cluster WHERE name = ?1 AND account = ?2");
    find.bind(1, key.first);
    find.bind(2, key.second);
    const std::string shown =
        find.executeStep() ? find.getColumn(0).getString() : add(key.first, key.second);
    return m_known.emplace(key, shown).first->second;
}

std::string ClusterNames::add(const std::string &name, const std::string &account)
{
    SQLite::Statement others(m_database, "SELECT count(*) FROM cluster WHERE name = ?1");
    others.bind(1, name);
    others.executeStep();
    const bool isOnly = others.getColumn(0).getInt() == 0;
    if (!isOnly) {
        tellApart(name);
    }
    const std::string shown = isOnly ? name : withAccount(name, account);
    SQLite::Statement insert(m_database, "INSERT INTO cluster VALUES (?1, ?2, ?3)");
    insert.bind(1, name);
    insert.bind(2, account);
    insert.bind(3, shown);
    insert.exec();
    return shown;
}

/// The one that stood alone gets its account, too. What came without one was counted to it.
void ClusterNames::tellApart(const std::string &name)
{
    SQLite::Statement alone(m_database,
                            "SELECT account FROM cluster WHERE name = ?1 AND shown = ?1");
    alone.bind(1, name);
    // Whoever makes up thousands of names must not make the case be gone through for each.
    if (!alone.executeStep() || ++m_toldApart > MostToldApart) {
        return;
    }
    const std::string account = alone.getColumn(0).getString();
    const std::string shown = withAccount(name, account);
    const auto update = [&](const char *sql, auto from, auto to) {
        SQLite::Statement statement(m_database, sql);
        statement.bind(1, from);
        statement.bind(2, to);
        statement.exec();
    };
    update("UPDATE event SET cluster = ?2 WHERE cluster = ?1", m_strings.idOf(name),
           m_strings.idOf(shown));
    update("UPDATE source SET cluster = ?2 WHERE cluster = ?1", name, shown);
    update("UPDATE cluster SET shown = ?2 WHERE name = ?1 AND shown = ?1", name, shown);
    m_known.clear();
}

} // namespace auditloupe
