// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/sourcetablemodel.h"

#include "model/casefile/sourcename.h"
#include "model/event/plaintext.h"
#include "model/event/time.h"
#include "model/sources/archivereader.h"

#include <QMetaEnum>
#include <QUrl>

#include <numeric>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

std::int64_t otherRecords(const SourceInfo &source)
{
    return std::accumulate(source.other.begin(), source.other.end(), std::int64_t{0},
                           [](std::int64_t sum, const auto &entry) { return sum + entry.second; });
}

QString safe(const QString &text)
{
    return oneLine(text.toStdString());
}

} // namespace

QString sourceName(const SourceInfo &source)
{
    if (!isFilePath(source.path)) {
        return source.path == StandardInput ? SourceTableModel::tr("standard input")
                                            : SourceTableModel::tr("Pasted text");
    }
    // Of a member: "evidence.zip » logs/audit.log". Where a download lies says nothing of it.
    const QString name = source.download
        ? QUrl(source.download->url).host() + u'/' + source.path.section(u'/', -1)
        : source.archive.isEmpty() ? source.path.section(u'/', -2)
                                   : source.path.mid(source.archive.lastIndexOf(u'/') + 1);
    return safe(name);
}

bool isArchive(const SourceInfo &source)
{
    return isArchiveName(source.format);
}

QString sourceFormat(const SourceInfo &source)
{
    QStringList parts{source.format};
    if (source.compression != u"none") {
        parts += source.compression;
    }
    parts += source.encoding;
    parts.removeAll(QString());
    return parts.join(u", ");
}

QString sourceStateText(SourceState state)
{
    switch (state) {
    case SourceState::Importing:
        return SourceTableModel::tr("import unfinished");
    case SourceState::Complete:
        return SourceTableModel::tr("complete");
    case SourceState::Damaged:
        return SourceTableModel::tr("damaged");
    case SourceState::Cancelled:
        return SourceTableModel::tr("import cancelled");
    }
    return SourceTableModel::tr("unknown");
}

int SourceTableModel::columns() const
{
    return QMetaEnum::fromType<Column>().keyCount();
}

QString SourceTableModel::title(int column) const
{
    switch (static_cast<Column>(column)) {
    case Column::Name:
        return tr("Source");
    case Column::Format:
        return tr("Format");
    case Column::Bytes:
        return tr("Size");
    case Column::Events:
        return tr("Events");
    case Column::Duplicates:
        return tr("Duplicates");
    case Column::Salvaged:
        return tr("Salvaged");
    case Column::Rejected:
        return tr("Rejected");
    case Column::Other:
        return tr("Other records");
    case Column::First:
        return tr("First event");
    case Column::Last:
        return tr("Last event");
    case Column::State:
        return tr("State");
    case Column::Cluster:
        return tr("Cluster");
    case Column::Node:
        return tr("Node");
    case Column::Server:
        return tr("API server");
    }
    return {};
}

bool SourceTableModel::isNumber(int column) const
{
    return column >= int(Column::Bytes) && column <= int(Column::Other);
}

QVariant SourceTableModel::value(int row, int column, int role) const
{
    const SourceInfo &source = sourceAt(row);
    switch (role) {
    case Qt::DisplayRole:
        return display(source, static_cast<Column>(column));
    case SourceIdRole:
        return static_cast<int>(source.id);
    case StateRole:
        return static_cast<int>(source.state);
    case PathRole:
        return source.path;
    default:
        return {};
    }
}

QVariant SourceTableModel::time(std::optional<std::int64_t> us) const
{
    return us ? formatTime(*us, m_zone) : QVariant();
}

QVariant SourceTableModel::display(const SourceInfo &source, Column column) const
{
    switch (column) {
    case Column::Name:
        return sourceName(source);
    case Column::Format:
        return sourceFormat(source);
    case Column::Bytes:
        return qlonglong(source.bytes);
    case Column::Events:
        return qlonglong(source.events);
    case Column::Duplicates:
        return qlonglong(source.duplicates);
    case Column::Salvaged:
        return qlonglong(source.salvaged);
    case Column::Rejected:
        return qlonglong(source.rejected);
    case Column::Other:
        return qlonglong(otherRecords(source));
    case Column::First:
        return time(source.firstUs);
    case Column::Last:
        return time(source.lastUs);
    case Column::State:
        return sourceStateText(source.state);
    case Column::Cluster:
        return safe(source.cluster);
    case Column::Node:
        return safe(source.node);
    case Column::Server:
        return safe(source.server);
    }
    return {};
}

Qt::ItemFlags SourceTableModel::flags(const QModelIndex &index) const
{
    const bool canBeNamed = index.isValid() && index.column() == int(Column::Cluster)
        && sourceAt(index.row()).clusterFrom != ToldBy::Entries;
    return RecordTableModel::flags(index) | (canBeNamed ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool SourceTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const bool isEdit = role == Qt::EditRole && flags(index).testFlag(Qt::ItemIsEditable);
    const QString name = value.toString().simplified();
    if (!isEdit || name == sourceAt(index.row()).cluster) {
        return false;
    }
    Q_EMIT clusterEdited(sourceAt(index.row()).id, name);
    return true;
}

void SourceTableModel::setSources(std::vector<SourceInfo> sources)
{
    beginResetModel();
    m_sources = std::move(sources);
    endResetModel();
}

void SourceTableModel::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    if (!m_sources.empty()) {
        Q_EMIT dataChanged(index(0, int(Column::First)), index(rowCount() - 1, int(Column::Last)),
                           {Qt::DisplayRole});
    }
}

} // namespace auditloupe
