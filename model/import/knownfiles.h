// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "model/base/result.h"
#include "model/import/importer.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace auditloupe {

/// A file whose bytes, unpacked, are those that the case holds of a source, as far as either
/// reaches.
struct KnownContent
{
    KnownFile::Kind kind = KnownFile::Kind::Same;
    SourceInfo source = {};
    SourceInfo found = {}; ///< the file; compression, bytes and hash where it was read to its end
};

/// Tells files that were imported before, under this name or another, by their content.
class KnownFiles
{
public:
    /// Of the sources that are read to their end, but for downloads that broke off. Reads the first
    /// block of each.
    KnownFiles(SQLite::Database &database, const std::vector<SourceInfo> &sources,
               const ImportRequest &request);

    /// What each of the files is, in their order. A source is gone on with in one of them; one
    /// that has kept its name comes first.
    Result<std::vector<std::optional<KnownContent>>> find(const QStringList &files,
                                                          const JobControl &control);

    /// Whether a source was imported under this name.
    bool hasName(const QString &path) const;
    /// Whether find() found such a one's content under its name.
    bool keepsName(const QString &path) const { return m_keptNames.contains(path); }

private:
    using Candidates = std::vector<const SourceInfo *>;

    std::optional<KnownContent> withHash(const SourceInfo &file, const JobControl &control) const;
    std::optional<KnownContent> findAmong(const SourceInfo &file, const Candidates &candidates,
                                          const JobControl &control);
    Candidates withName(const QString &path) const;
    Candidates withHead(const std::string &head) const;
    std::optional<KnownContent> compare(const SourceInfo &file, const SourceInfo &source,
                                        const JobControl &control) const;

    SQLite::Database &m_database;
    std::vector<SourceInfo> m_sources;
    std::multimap<std::string, const SourceInfo *> m_heads;
    std::set<SourceId> m_grown;
    std::set<QString> m_keptNames;
};

} // namespace auditloupe
