// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/stringtable.h"

#include <cstdint>
#include <map>
#include <SQLiteCpp/SQLiteCpp.h>
#include <string>
#include <string_view>

namespace auditloupe {

/// Table `cluster` while a case is written: clusters of one name in two accounts are two. A name
/// stands alone as long as the case knows one account of it; when another one comes, both are
/// shown with theirs: "prod (111122223333)". Where no account is told, the name alone is meant.
/// Throws SQLite's exceptions.
class ClusterNames
{
public:
    ClusterNames(SQLite::Database &database, StringTable &strings);

    /// The id in table `string` of the cluster as the case shows it.
    std::int64_t idOf(std::string_view name, std::string_view account);
    std::string shown(std::string_view name, std::string_view account);

    /// A rolled back transaction may have taken names with it.
    void forget() { m_known.clear(); }

private:
    std::string add(const std::string &name, const std::string &account);
    void tellApart(const std::string &name);

    SQLite::Database &m_database;
    StringTable &m_strings;
    std::map<std::pair<std::string, std::string>, std::string> m_known; // name and account: shown
    int m_toldApart = 0;
};

} // namespace auditloupe
