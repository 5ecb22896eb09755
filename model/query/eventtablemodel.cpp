// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/eventtablemodel.h"

#include "model/casefile/rowfields.h"
#include "model/event/clientsession.h"
#include "model/event/fields.h"
#include "model/event/outcome.h"
#include "model/event/plaintext.h"
#include "model/event/time.h"
#include "model/query/fieldvalue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMetaEnum>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

// About 100 to 200 KB a page: some 10 MB at most.
constexpr int CachedPages = 64;

// Enough for every name and address; only request URIs are longer.
constexpr qsizetype LongestCell = 2048;

QString toText(const std::optional<std::string> &text)
{
    return text ? oneLine(*text, LongestCell) : QString();
}

/// As recorded, for conditions.
QString exact(const std::optional<std::string> &text)
{
    return text ? QString::fromStdString(*text) : QString();
}

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QStringList listTexts(const std::optional<std::string> &jsonArray)
{
    QStringList texts;
    if (jsonArray) {
        const QByteArray bytes = QByteArray::fromStdString(*jsonArray);
        for (const auto &element : QJsonDocument::fromJson(bytes).array()) {
            texts.append(element.toString());
        }
    }
    return texts;
}

/// Clients put tokens into any text of theirs.
QString shownText(const std::optional<std::string> &value, Credentials credentials)
{
    const bool masks = value && credentials == Credentials::Masked;
    return toText(masks ? maskText(*value) : value);
}

QString userCell(const EventRow &row, Credentials credentials)
{
    const QString user = shownText(row.username, credentials);
    return row.impersonatedUser ? EventTableModel::tr("%1 (as %2)", "user and the user they act as")
                                      .arg(user, shownText(row.impersonatedUser, credentials))
                                : user;
}

QString resourceCell(const EventRow &row, Credentials credentials)
{
    const QString resource = shownText(row.resource, credentials);
    return row.subresource ? resource + u'/' + shownText(row.subresource, credentials) : resource;
}

QString latencyCell(const EventRow &row)
{
    const bool isKnown = row.last && row.timeUs && row.receivedUs;
    return isKnown ? formatDuration(*row.timeUs - *row.receivedUs) : QString();
}

QString durationCell(const EventRow &row)
{
    const EventFields fields = fieldsOf(row);
    if (isSessionOpen(fields, row.last)) {
        return EventTableModel::tr("open", "a session without an end in the log");
    }
    const std::optional<std::int64_t> us = sessionDurationUs(fields, row.last);
    return us ? formatDuration(*us) : QString();
}

QString timeCell(std::optional<std::int64_t> us, const QTimeZone &zone)
{
    return us ? formatTime(*us, zone) : QString();
}

/// Nothing in the case is equal to a mask, and a condition would show what is behind it.
bool isMasked(const EventRow &row, EventTableModel::Column column, const CellStyle &style)
{
    CellStyle plain = style;
    plain.credentials = Credentials::Plain;
    return style.credentials == Credentials::Masked
        && EventTableModel::cellText(row, column, style)
        != EventTableModel::cellText(row, column, plain);
}

/// Exports are full of files called audit.log.
QString shortPath(const std::optional<std::string> &path)
{
    const QString last = exact(path).section(u'/', -2);
    return toText(last.toStdString());
}

/// By its short name where it has one; nothing where there is no value.
QString condition(std::string_view fieldName, const QString &value)
{
    const Field *field = findField(fieldName);
    if (!field || value.isEmpty()) {
        return {};
    }
    return filterTermText(field->shortName.empty() ? field->name : field->shortName, value);
}

QString resourceCondition(const EventRow &row)
{
    const QString resource = condition("objectRef.resource", exact(row.resource));
    const QString subresource = condition("objectRef.subresource", exact(row.subresource));
    return subresource.isEmpty() ? resource : resource + u" and "_s + subresource;
}

QString conditionOf(const EventRow &row, EventTableModel::Column column)
{
    using enum EventTableModel::Column;
    switch (column) {
    case Level:
        return condition("level", latin(levelName(row.level)));
    case Verb:
        return condition("verb", exact(row.verb));
    case User:
        return condition("user.username", exact(row.username));
    case Resource:
        return resourceCondition(row);
    case Namespace:
        return condition("objectRef.namespace", exact(row.objectNamespace));
    case Name:
        return condition("objectRef.name", exact(row.name));
    case Code:
        return row.code ? condition("responseStatus.code", QString::number(*row.code)) : QString();
    case SourceIp:
        return condition("sourceIPs", listTexts(row.sourceIps).value(0));
    case UserAgent:
        return condition("userAgent", exact(row.userAgent));
    case Stage:
        return condition("stage", latin(stageName(row.stage)));
    case AuditId:
        return condition("auditID", exact(row.auditId));
    case RequestUri:
        return condition("requestURI", exact(row.requestUri));
    case Cluster:
        return condition("cluster", exact(row.cluster));
    case Node:
        return condition("node", exact(row.node));
    case Server:
        return condition("server", exact(row.server));
    case Source:
        return condition("source", exact(row.sourcePath));
    case Command:
        return condition("session.command", exact(sessionCommandLine(fieldsOf(row))));
    case Time:
    case End:
    case Latency:
    case Duration:
        break;
    }
    return {};
}

} // namespace

EventTableModel::EventTableModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_pages(CachedPages)
{
}

int EventTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int EventTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : QMetaEnum::fromType<Column>().keyCount();
}

QVariant EventTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    if (role == EventIdRole) {
        return static_cast<quint32>(eventAt(index.row()));
    }
    const bool isOwnRole = role >= LoadedRole && role <= ConditionRole;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && !isOwnRole) {
        return {};
    }
    const EventRow *row = rowOrRequest(index.row());
    if (role == LoadedRole) {
        return row != nullptr;
    }
    if (!row) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::AccessibleTextRole) {
        return spokenText(*row, column);
    }
    return role == Qt::DisplayRole ? QVariant(cellText(*row, column, m_style))
                                   : meaning(*row, column, role);
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole && isNumber(column)) {
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Column::Time:
        return tr("Time", "column");
    case Column::Level:
        return tr("Level", "column");
    case Column::Verb:
        return tr("Verb", "column");
    case Column::User:
        return tr("User", "column");
    case Column::Resource:
        return tr("Resource", "column");
    case Column::Namespace:
        return tr("Namespace", "column");
    case Column::Name:
        return tr("Name", "column");
    case Column::Code:
        return tr("Code", "column");
    case Column::SourceIp:
        return tr("Source IP", "column");
    case Column::UserAgent:
        return tr("User agent", "column");
    case Column::Stage:
        return tr("Stage", "column");
    case Column::End:
        return tr("End", "column");
    case Column::Latency:
        return tr("Latency", "column");
    case Column::Duration:
        return tr("Duration", "column");
    case Column::Command:
        return tr("Command", "column");
    case Column::AuditId:
        return tr("Audit ID", "column");
    case Column::RequestUri:
        return tr("Request URI", "column");
    case Column::Cluster:
        return tr("Cluster", "column");
    case Column::Node:
        return tr("Node", "column");
    case Column::Server:
        return tr("API server", "column");
    case Column::Source:
        return tr("Source", "column");
    }
    return {};
}

quint64 EventTableModel::beginResult()
{
    return setResult({});
}

void EventTableModel::appendIds(quint64 generation, std::span<const EventId> ids)
{
    if (generation != m_generation || ids.empty()) {
        return;
    }
    const int first = rowCount();
    const int grownPage = first / PageSize;
    beginInsertRows({}, first, first + static_cast<int>(ids.size()) - 1);
    m_ids.insert(m_ids.end(), ids.begin(), ids.end());
    m_pages.remove(grownPage); // was asked for while it was shorter
    std::erase(m_requested, grownPage);
    endInsertRows();
}

quint64 EventTableModel::setResult(std::vector<EventId> ids)
{
    beginResetModel();
    m_ids = std::move(ids);
    m_pages.clear();
    m_requested.clear();
    ++m_generation;
    endResetModel();
    return m_generation;
}

void EventTableModel::setPage(quint64 generation, int page, std::vector<EventRow> rows)
{
    const std::span<const EventId> ids = idsOfPage(page);
    if (generation != m_generation || ids.empty()) {
        return;
    }
    auto aligned = std::make_unique<std::vector<EventRow>>(ids.size());
    auto answer = rows.begin();
    for (std::size_t i = 0; i < ids.size() && answer != rows.end(); ++i) {
        if (answer->id == ids[i]) {
            (*aligned)[i] = std::move(*answer);
            ++answer;
        }
    }
    std::erase(m_requested, page);
    m_pages.insert(page, aligned.release());
    const int first = page * PageSize;
    Q_EMIT dataChanged(index(first, 0),
                       index(first + static_cast<int>(ids.size()) - 1, columnCount() - 1));
}

void EventTableModel::dropRequest(quint64 generation, int page)
{
    if (generation == m_generation) {
        std::erase(m_requested, page);
    }
}

EventId EventTableModel::eventAt(int row) const
{
    const bool isRow = row >= 0 && row < rowCount();
    return isRow ? m_ids[static_cast<std::size_t>(row)] : EventId{0};
}

int EventTableModel::rowOf(EventId id) const
{
    const auto found = std::ranges::find(m_ids, id);
    return found == m_ids.end() ? -1 : static_cast<int>(found - m_ids.begin());
}

std::span<const EventId> EventTableModel::idsOfPage(int page) const
{
    const auto first = static_cast<std::size_t>(page) * PageSize;
    if (page < 0 || first >= m_ids.size()) {
        return {};
    }
    return std::span(m_ids).subspan(first, std::min<std::size_t>(PageSize, m_ids.size() - first));
}

const EventRow *EventTableModel::loadedRow(int row) const
{
    if (row < 0 || row >= rowCount()) {
        return nullptr;
    }
    const std::vector<EventRow> *page = m_pages.object(row / PageSize);
    const auto place = static_cast<std::size_t>(row % PageSize);
    if (!page || place >= page->size() || (*page)[place].id == EventId{0}) {
        return nullptr;
    }
    return &(*page)[place];
}

void EventTableModel::setStyle(const CellStyle &style)
{
    m_style = style;
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

bool EventTableModel::isNumber(Column column)
{
    return column == Column::Code || column == Column::Latency || column == Column::Duration;
}

SortKey EventTableModel::sortKey(Column column)
{
    switch (column) {
    case Column::Time:
        return SortKey::Time;
    case Column::Level:
        return SortKey::Level;
    case Column::Verb:
        return SortKey::Verb;
    case Column::User:
        return SortKey::User;
    case Column::Resource:
        return SortKey::Resource;
    case Column::Namespace:
        return SortKey::Namespace;
    case Column::Name:
        return SortKey::Name;
    case Column::Code:
        return SortKey::Code;
    case Column::SourceIp:
        return SortKey::SourceIp;
    case Column::UserAgent:
        return SortKey::UserAgent;
    case Column::Stage:
        return SortKey::Stage;
    case Column::End:
        return SortKey::End;
    case Column::Latency:
        return SortKey::Latency;
    case Column::Duration:
        return SortKey::Duration;
    case Column::Command:
        return SortKey::Command;
    case Column::AuditId:
        return SortKey::AuditId;
    case Column::RequestUri:
        return SortKey::RequestUri;
    case Column::Cluster:
        return SortKey::Cluster;
    case Column::Node:
        return SortKey::Node;
    case Column::Server:
        return SortKey::Server;
    case Column::Source:
        return SortKey::Source;
    }
    return SortKey::Import;
}

QString EventTableModel::cellText(const EventRow &row, Column column, const CellStyle &style)
{
    const auto shown = [&style](const std::optional<std::string> &text) {
        return shownText(text, style.credentials);
    };
    switch (column) {
    case Column::Time:
        return timeCell(rowTimeUs(row, style.unit), style.zone);
    case Column::Level:
        return latin(levelName(row.level));
    case Column::Verb:
        return shown(row.verb);
    case Column::User:
        return userCell(row, style.credentials);
    case Column::Resource:
        return resourceCell(row, style.credentials);
    case Column::Namespace:
        return shown(row.objectNamespace);
    case Column::Name:
        return shown(row.name);
    case Column::Code:
        return row.code ? QString::number(*row.code) : QString();
    case Column::SourceIp:
        return shown(listTexts(row.sourceIps).join(u", "_s).toStdString());
    case Column::UserAgent:
        return shown(row.userAgent);
    case Column::Stage:
        return latin(stageName(row.stage));
    case Column::End:
        return timeCell(row.timeUs, style.zone);
    case Column::Latency:
        return latencyCell(row);
    case Column::Duration:
        return durationCell(row);
    case Column::Command:
        return shownText(sessionCommandLine(fieldsOf(row)), style.credentials);
    case Column::AuditId:
        return shown(row.auditId);
    case Column::RequestUri:
        return shown(row.requestUri);
    case Column::Cluster:
        return toText(row.cluster);
    case Column::Node:
        return toText(row.node);
    case Column::Server:
        return toText(row.server);
    case Column::Source:
        return shortPath(row.sourcePath);
    }
    return {};
}

QString EventTableModel::damageText(uint flags)
{
    if ((flags & bit(EventFlag::Salvaged)) != 0) {
        return tr("This event is cut off: what is missing is unknown.");
    }
    if ((flags & bit(EventFlag::Truncated)) != 0) {
        return tr("The API server left the bodies out because the event was too large.");
    }
    return {};
}

/// The cell for those who do not see its marks and weight.
QString EventTableModel::spokenText(const EventRow &row, Column column) const
{
    QStringList parts{cellText(row, column, m_style)};
    switch (column) {
    case Column::Level:
        parts += damageText(row.flags);
        break;
    case Column::Verb:
        parts += accessText(access(fieldsOf(row)));
        break;
    case Column::Code:
        parts += outcomeText(outcome(fieldsOf(row)));
        break;
    default:
        break;
    }
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

/// Null while the row's page is not there; the page is asked for then.
const EventRow *EventTableModel::rowOrRequest(int row) const
{
    const int page = row / PageSize;
    if (!m_pages.contains(page) && !std::ranges::contains(m_requested, page)) {
        m_requested.push_back(page);
        Q_EMIT pageNeeded(m_generation, page);
    }
    return loadedRow(row);
}

QVariant EventTableModel::meaning(const EventRow &row, Column column, int role) const
{
    switch (role) {
    case LevelRole:
        return static_cast<int>(row.level);
    case StageRole:
        return static_cast<int>(row.stage);
    case OutcomeRole:
        return static_cast<int>(outcome(fieldsOf(row)));
    case AccessRole:
        return static_cast<int>(access(fieldsOf(row)));
    case VerbRole:
        return toText(row.verb);
    case FlagsRole:
        return static_cast<uint>(row.flags);
    case ConditionRole:
        return isMasked(row, column, m_style) ? QString() : conditionOf(row, column);
    default:
        return {};
    }
}

} // namespace auditloupe
