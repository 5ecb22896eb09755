// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/namecluster.h"

#include "model/casefile/casewriter.h"
#include "model/casefile/sourcerows.h"
#include "model/casefile/storage.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace auditloupe {

namespace {

/// Another source that tells a cluster for an event of this one: e is the row, c the copy.
constexpr auto OtherClusterSql =
    "SELECT o.path, t.value FROM copy AS c JOIN event AS e ON e.id = c.event "
    "JOIN string AS t ON t.id = e.cluster "
    "JOIN source AS o ON o.id = CASE WHEN e.source = ?1 THEN c.source ELSE e.source END "
    "WHERE (c.source = ?1) <> (e.source = ?1) AND t.value <> ?3 "
    "AND (t.value <> ?2 OR o.cluster = ?2) LIMIT 1";

/// What the source told by now, or nobody did, and no other source tells.
constexpr auto RenameSql =
    "UPDATE event SET cluster = (SELECT id FROM string WHERE value = ?3) "
    "WHERE cluster IS (SELECT id FROM string WHERE value = ?2 AND ?2 <> '') "
    "AND (source = ?1 OR id IN (SELECT event FROM copy WHERE source = ?1)) "
    "AND (?2 = '' OR (source = ?1 OR (SELECT o.cluster FROM source AS o WHERE o.id = event.source) "
    "<> ?2) AND NOT EXISTS (SELECT 1 FROM copy AS c JOIN source AS o ON o.id = c.source "
    "WHERE c.event = event.id AND o.id <> ?1 AND o.cluster = ?2))";

Error refusal(const QString &message, const QString &file)
{
    return {.code = Error::Code::Invalid, .message = message, .where = {.file = file}};
}

QString translated(const char *text)
{
    return QCoreApplication::translate("NameCluster", text);
}

class Naming
{
public:
    Naming(CaseWriter &writer, SourceInfo source, const QString &cluster)
        : m_database(writer.database())
        , m_source(std::move(source))
        , m_from(m_source.cluster.toStdString())
        , m_to(cluster.toStdString())
    {
    }

    std::optional<Error> refused()
    {
        if (m_source.clusterFrom == ToldBy::Entries) {
            return refusal(
                translated(QT_TRANSLATE_NOOP(
                    "NameCluster", "The export itself names the cluster of these events.")),
                m_source.path);
        }
        SQLite::Statement other(m_database, OtherClusterSql);
        bind(other);
        if (m_to.empty() || !other.executeStep()) {
            return std::nullopt;
        }
        return refusal(
            translated(QT_TRANSLATE_NOOP("NameCluster",
                                         "Events of this source stand in %1 too, which comes from "
                                         "the cluster “%2”. One event cannot come from two "
                                         "clusters."))
                .arg(QString::fromStdString(other.getColumn(0).getString()),
                     QString::fromStdString(other.getColumn(1).getString())),
            m_source.path);
    }

    void rename()
    {
        if (!m_to.empty()) {
            SQLite::Statement add(m_database, "INSERT OR IGNORE INTO string (value) VALUES (?1)");
            add.bind(1, m_to);
            add.exec();
        }
        SQLite::Statement events(m_database, RenameSql);
        bind(events);
        events.exec();
        m_source.cluster = QString::fromStdString(m_to);
        m_source.clusterFrom = m_to.empty() ? ToldBy::Nobody : ToldBy::User;
        updateSource(m_database, m_source.id, m_source);
    }

private:
    void bind(SQLite::Statement &statement) const
    {
        statement.bind(1, static_cast<std::int32_t>(m_source.id));
        statement.bind(2, m_from);
        statement.bind(3, m_to);
    }

    SQLite::Database &m_database;
    SourceInfo m_source;
    std::string m_from; // empty: nobody told it
    std::string m_to;
};

Result<void> nameIn(CaseWriter &writer, const QString &casePath, SourceId id,
                    const QString &cluster, const JobControl &control)
{
    const Result<std::vector<SourceInfo>> sources =
        guardStorage(casePath, [&] { return readSources(writer.database()); });
    if (!sources) {
        return std::unexpected(sources.error());
    }
    const auto source = std::ranges::find(*sources, id, &SourceInfo::id);
    if (source == sources->end() || source->cluster == cluster) {
        return {};
    }
    Naming naming(writer, *source, cluster);
    const Result<std::optional<Error>> refused =
        guardStorage(casePath, [&] { return naming.refused(); });
    if (!refused || *refused) {
        return std::unexpected(refused ? **refused : refused.error());
    }
    return writer.change([&](SQLite::Database &) { naming.rename(); }).and_then([&] {
        return writer.settleSource(id, [&control] { return control.isCancelled(); });
    });
}

} // namespace

Result<void> nameCluster(const QString &casePath, SourceId source, const QString &cluster,
                         const JobControl &control)
{
    Result<CaseWriter> writer =
        CaseWriter::open(casePath, [&control] { return control.isCancelled(); });
    if (!writer) {
        return std::unexpected(writer.error());
    }
    const Result<void> named = nameIn(*writer, casePath, source, cluster.simplified(), control);
    if (!named) {
        writer->rollBack();
    }
    const Result<void> closed = writer->close();
    return named ? closed : named;
}

} // namespace auditloupe
