// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/facettreemodel.h"

#include "model/event/plaintext.h"
#include "model/query/filter.h"

#include <QLocale>

#include <algorithm>
#include <iterator>
#include <utility>

namespace auditloupe {

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace {

constexpr std::size_t ShownAtFirst = 8;
constexpr std::size_t MostListed = 200; // further ones are found by searching, not by scrolling
constexpr quintptr NoParent = 0; // internal ids: 0 of facets, 1 + the group of what stands below

} // namespace

FacetTreeModel::FacetTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{
    for (const Field *field : facetFields()) {
        m_groups.push_back({.field = field});
    }
    for (Group &group : m_groups) {
        group.children = childrenOf(group);
    }
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        if (isShown(m_groups[i])) {
            m_shown.push_back(i);
        }
    }
}

QModelIndex FacetTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column,
                       parent.isValid() ? m_shown[static_cast<std::size_t>(parent.row())] + 1
                                        : NoParent);
}

QModelIndex FacetTreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == NoParent) {
        return {};
    }
    const auto row = std::ranges::find(m_shown, child.internalId() - 1);
    return row == m_shown.end() ? QModelIndex()
                                : createIndex(static_cast<int>(row - m_shown.begin()), 0, NoParent);
}

int FacetTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_shown.size());
    }
    return parent.internalId() == NoParent ? static_cast<int>(groupAt(parent)->children.size()) : 0;
}

int FacetTreeModel::columnCount(const QModelIndex & /*parent*/) const
{
    return 1;
}

bool FacetTreeModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

QVariant FacetTreeModel::data(const QModelIndex &index, int role) const
{
    const Group *group = groupAt(index);
    if (group == nullptr) {
        return {};
    }
    if (role == WholeRole) {
        return group->isWhole;
    }
    const Child *child = childAt(index);
    if (child == nullptr) {
        return facetData(*group, role);
    }
    if (role == RowRole) {
        return QVariant::fromValue(child->row);
    }
    if (role == SearchRole) {
        return group->search;
    }
    if (child->row == Row::Value) {
        return valueData(*group, *child, role);
    }
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    return isText ? QVariant(child->text) : QVariant();
}

QVariant FacetTreeModel::facetData(const Group &group, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return facetTitle(*group.field);
    case Qt::ToolTipRole:
        return group.field->explain();
    case RowRole:
        return QVariant::fromValue(Row::Facet);
    case CountRole:
        return group.facet && group.isOpen ? QVariant(qlonglong(group.facet->distinct))
                                           : QVariant();
    case StandingRole:
        return QVariant::fromValue(
            chosenValues(m_condition, *group.field).empty() ? Standing::Open : Standing::Included);
    default:
        return {};
    }
}

QVariant FacetTreeModel::valueData(const Group &group, const Child &child, int role) const
{
    const FacetValue &value = child.value;
    switch (role) {
    case Qt::DisplayRole:
        return child.text;
    case Qt::AccessibleTextRole: {
        const QString text = tr("%1: %2", "value, count")
                                 .arg(child.text, QLocale().toString(qlonglong(value.count)));
        return child.standing == Standing::Included ? tr("%1, included").arg(text)
            : child.standing == Standing::Excluded  ? tr("%1, left out").arg(text)
                                                    : text;
    }
    case CountRole:
        return qlonglong(value.count);
    case ShareRole: {
        const std::int64_t greatest =
            std::ranges::max(group.facet->values, {}, &FacetValue::count).count;
        return double(value.count) / double(std::max<std::int64_t>(greatest, 1));
    }
    case StandingRole:
        return QVariant::fromValue(child.standing);
    case ConditionRole:
        return value.condition;
    case AbsentRole:
        return value.kind != FacetValue::Kind::Value || value.text.empty();
    default:
        return {};
    }
}

bool FacetTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    Group *group = groupAt(index);
    if (role != SearchRole || group == nullptr || group->search == value.toString()) {
        return false;
    }
    group->search = value.toString();
    refresh(*group); // of what is there, until the rest was looked through
    Q_EMIT wishChanged(group->field);
    return true;
}

Qt::ItemFlags FacetTreeModel::flags(const QModelIndex &index) const
{
    const Child *child = childAt(index);
    if (child == nullptr) {
        return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
    }
    switch (child->row) {
    case Row::Search:
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable
            | Qt::ItemNeverHasChildren;
    case Row::Note:
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    default:
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    }
}

const Field *FacetTreeModel::fieldAt(const QModelIndex &index) const
{
    const Group *group = groupAt(index);
    return group == nullptr ? nullptr : group->field;
}

QModelIndex FacetTreeModel::indexOf(const Field *field) const
{
    for (std::size_t row = 0; row < m_shown.size(); ++row) {
        if (m_groups[m_shown[row]].field == field) {
            return index(static_cast<int>(row), 0);
        }
    }
    return {};
}

void FacetTreeModel::setOpen(const Field *field, bool isOpen)
{
    Group *group = groupOf(field);
    if (group == nullptr || group->isOpen == isOpen) {
        return;
    }
    group->isOpen = isOpen;
    const QModelIndex at = indexOf(field);
    Q_EMIT dataChanged(at, at);
    if (isOpen) {
        Q_EMIT wishChanged(field);
    }
}

bool FacetTreeModel::isOpen(const Field *field) const
{
    return std::ranges::any_of(
        m_groups, [field](const Group &group) { return group.field == field && group.isOpen; });
}

void FacetTreeModel::setSearching(const Field *field, bool isSearching)
{
    Group *group = groupOf(field);
    if (group == nullptr || group->isSearching == isSearching) {
        return;
    }
    group->isSearching = isSearching;
    const bool wasCut = !std::exchange(group->search, {}).isEmpty();
    refresh(*group);
    if (wasCut) {
        Q_EMIT wishChanged(field);
    }
}

void FacetTreeModel::showAll(const Field *field)
{
    if (Group *group = groupOf(field)) {
        group->showsAll = true;
        refresh(*group);
    }
}

FacetWish FacetTreeModel::wishFor(const Field *field) const
{
    const auto group = std::ranges::find(m_groups, field, &Group::field);
    return {.field = field,
            .most = MostListed,
            .containing = group == m_groups.end() ? QString() : group->search.trimmed()};
}

/// Places are counted even where they are not shown: whether there are several is what shows them.
std::vector<FacetWish> FacetTreeModel::wishes() const
{
    std::vector<FacetWish> wishes;
    for (const Group &group : m_groups) {
        if (group.isOpen || group.field->neverIn == EveryFormat) {
            wishes.push_back(wishFor(group.field));
        }
    }
    return wishes;
}

void FacetTreeModel::setFilter(const Condition &condition)
{
    Q_EMIT aboutToRefresh();
    m_condition = condition;
    for (Group &group : m_groups) {
        refresh(group);
    }
    refreshShown();
    Q_EMIT refreshed();
}

void FacetTreeModel::setFacets(const Facets &facets)
{
    Q_EMIT aboutToRefresh();
    m_problem.clear();
    for (const Facet &facet : facets.facets) {
        if (Group *group = groupOf(facet.field)) {
            group->facet = facet;
            group->isWhole = facets.isWhole;
            refresh(*group);
        }
    }
    refreshShown();
    Q_EMIT refreshed();
}

void FacetTreeModel::forget(const QString &problem)
{
    Q_EMIT aboutToRefresh();
    m_problem = problem;
    for (Group &group : m_groups) {
        group.facet.reset();
        group.showsAll = false;
        refresh(group);
    }
    refreshShown();
    Q_EMIT refreshed();
}

void FacetTreeModel::setStale()
{
    for (Group &group : m_groups) {
        group.isWhole = false;
        if (const QModelIndex at = indexOf(group.field); at.isValid() && rowCount(at) > 0) {
            Q_EMIT dataChanged(index(0, 0, at), index(rowCount(at) - 1, 0, at));
        }
    }
}

FacetTreeModel::Group *FacetTreeModel::groupAt(const QModelIndex &index)
{
    return const_cast<Group *>(std::as_const(*this).groupAt(index)); // NOLINT: of this very object
}

const FacetTreeModel::Group *FacetTreeModel::groupAt(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return nullptr;
    }
    return index.internalId() == NoParent
        ? &m_groups[m_shown[static_cast<std::size_t>(index.row())]]
        : &m_groups[index.internalId() - 1];
}

FacetTreeModel::Group *FacetTreeModel::groupOf(const Field *field)
{
    const auto group = std::ranges::find(m_groups, field, &Group::field);
    return group == m_groups.end() ? nullptr : std::to_address(group);
}

const FacetTreeModel::Child *FacetTreeModel::childAt(const QModelIndex &index) const
{
    const Group *group = groupAt(index);
    return group == nullptr || index.internalId() == NoParent
        ? nullptr
        : &group->children[static_cast<std::size_t>(index.row())];
}

std::vector<FacetTreeModel::Child> FacetTreeModel::childrenOf(const Group &group) const
{
    std::vector<Child> children;
    if (group.isSearching) {
        children.push_back({.row = Row::Search});
    }
    if (!m_problem.isEmpty()) {
        children.push_back({.text = m_problem});
    } else if (!group.facet) {
        children.push_back({.text = tr("Counting…")});
    } else {
        addValues(children, group);
    }
    for (Child &child : children) {
        if (child.row != Row::Value) {
            child.key = child.row == Row::Note ? child.text : u"row %1"_s.arg(int(child.row));
        }
    }
    return children;
}

void FacetTreeModel::addValues(std::vector<Child> &children, const Group &group) const
{
    const bool isOpen = chosenValues(m_condition, *group.field).empty();
    std::vector<Child> values;
    for (const FacetValue &value : group.facet->values) {
        Child child{.row = Row::Value,
                    .text = textOf(*group.field, value),
                    .value = value,
                    .standing = isOpen ? Standing::Open : standingOf(value),
                    .key = u"%1 %2 %3"_s.arg(int(value.kind))
                               .arg(value.condition, QString::fromStdString(value.text))};
        if (child.text.contains(group.search.trimmed(), Qt::CaseInsensitive)) {
            values.push_back(std::move(child));
        }
    }
    // No "one more" row for what the row itself would have had room for.
    const bool isShort = group.showsAll || values.size() <= ShownAtFirst + 1;
    const std::size_t end = isShort ? values.size() : ShownAtFirst;
    std::size_t hidden = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i < end || values[i].standing != Standing::Open) {
            children.push_back(std::move(values[i]));
        } else {
            ++hidden;
        }
    }
    const std::size_t further = group.facet->distinct > MostListed && group.search.isEmpty()
        ? group.facet->distinct - MostListed
        : 0;
    if (hidden > 0) {
        children.push_back({.row = Row::More,
                            .text = tr("%Ln more", nullptr, static_cast<int>(hidden + further))});
    } else if (values.empty()) {
        children.push_back({.text = group.search.isEmpty() ? tr("No values") : tr("Not found")});
    } else if (further > 0) {
        children.push_back({.text = tr("%Ln further value(s): search for them", nullptr,
                                       static_cast<int>(further))});
    }
    if (group.facet->isCut) {
        children.push_back({.text = tr("Too many different values to count all of them")});
    }
}

/// Rows that are there before and after stay the same rows, wherever they go.
void FacetTreeModel::refresh(Group &group)
{
    std::vector<Child> wanted = childrenOf(group);
    takeAway(group, wanted);
    arrange(group, std::move(wanted));
    if (const QModelIndex at = indexOf(group.field); at.isValid()) {
        Q_EMIT dataChanged(at, at);
        if (!group.children.empty()) {
            Q_EMIT dataChanged(index(0, 0, at),
                               index(static_cast<int>(group.children.size()) - 1, 0, at));
        }
    }
}

void FacetTreeModel::takeAway(Group &group, const std::vector<Child> &wanted)
{
    const QModelIndex at = indexOf(group.field);
    for (int row = static_cast<int>(group.children.size()) - 1; row >= 0; --row) {
        const auto child = group.children.begin() + row;
        if (std::ranges::contains(wanted, child->key, &Child::key)) {
            continue;
        }
        if (at.isValid()) {
            beginRemoveRows(at, row, row);
        }
        group.children.erase(child);
        if (at.isValid()) {
            endRemoveRows();
        }
    }
}

void FacetTreeModel::arrange(Group &group, std::vector<Child> wanted)
{
    const QModelIndex at = indexOf(group.field);
    for (std::size_t row = 0; row < wanted.size(); ++row) {
        const auto from =
            std::find_if(group.children.begin()
                             + static_cast<std::ptrdiff_t>(std::min(row, group.children.size())),
                         group.children.end(),
                         [&key = wanted[row].key](const Child &child) { return child.key == key; });
        const int place = static_cast<int>(row);
        if (from == group.children.end()) {
            if (at.isValid()) {
                beginInsertRows(at, place, place);
            }
            group.children.insert(group.children.begin() + place, std::move(wanted[row]));
            if (at.isValid()) {
                endInsertRows();
            }
            continue;
        }
        const int old = static_cast<int>(from - group.children.begin());
        const bool moves = old != place;
        if (moves && at.isValid()) {
            beginMoveRows(at, old, old, at, place);
        }
        std::rotate(group.children.begin() + place, from, std::next(from));
        if (moves && at.isValid()) {
            endMoveRows();
        }
        group.children[row] = std::move(wanted[row]);
    }
}

void FacetTreeModel::refreshShown()
{
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        if (isShown(m_groups[i])) {
            wanted.push_back(i);
        }
    }
    for (std::size_t row = 0; row < std::max(wanted.size(), m_shown.size());) {
        const auto has = [row](const std::vector<std::size_t> &list, std::size_t group) {
            return row < list.size() && list[row] == group;
        };
        const int place = static_cast<int>(row);
        if (row < m_shown.size() && !std::ranges::contains(wanted, m_shown[row])) {
            beginRemoveRows({}, place, place);
            m_shown.erase(m_shown.begin() + place);
            endRemoveRows();
        } else if (row < wanted.size() && !has(m_shown, wanted[row])) {
            beginInsertRows({}, place, place);
            m_shown.insert(m_shown.begin() + place, wanted[row]);
            endInsertRows();
        } else {
            ++row;
        }
    }
}

/// Cluster and node say something only where there are several.
bool FacetTreeModel::isShown(const Group &group) const
{
    if (group.field->neverIn != EveryFormat) {
        return true;
    }
    return !chosenValues(m_condition, *group.field).empty()
        || (group.facet && group.facet->values.size() > 1);
}

Standing FacetTreeModel::standingOf(const FacetValue &value) const
{
    const Result<Filter> part = parseFilter(value.condition);
    return part && !part->condition.isAlways()
        ? auditloupe::standingOf(m_condition, part->condition)
        : Standing::Open;
}

QString FacetTreeModel::textOf(const Field &field, const FacetValue &value)
{
    switch (value.kind) {
    case FacetValue::Kind::Missing:
        return tr("not there", "a field");
    case FacetValue::Kind::Unrecorded:
        return field.neverIn == EveryFormat ? tr("not known", "a cluster or node")
                                            : tr("not recorded", "a field");
    case FacetValue::Kind::Value:
        break;
    }
    return value.text.empty() ? tr("empty", "a text") : oneLine(value.text);
}

QString facetTitle(const Field &field)
{
    struct Title
    {
        std::string_view name;
        const char *text;
    };
    static constexpr Title Titles[] = {
        {"outcome", QT_TRANSLATE_NOOP("auditloupe::FacetTreeModel", "Outcome")},
        {"verb", QT_TRANSLATE_NOOP("auditloupe::FacetTreeModel", "Verb")},
        {"user.kind", QT_TRANSLATE_NOOP("auditloupe::FacetTreeModel", "Kind of user")},
        {"user.username", QT_TRANSLATE_NOOP("auditloupe::FacetTreeModel", "User")},
        {"user.groups", QT_TRANSLATE_NOOP("auditloupe::FacetTreeModel", "Groups")},
        {"objectRef.namespace", QT_TRANSLATE_NOOP("auditloupe::FacetTreeModel", "Namespace")},
        {"objectRef.resource", QT_TRANSLATE_NOOP("auditloupe::FacetTreeModel", "Resource")},
        {"objectRef.name", QT_TRANSLATE_NOOP("auditloupe::FacetTreeModel", "Name")},
        {"responseStatus.code", QT_TRANSLATE_NOOP("auditloupe::FacetTreeModel", "Status code")},
        {"level", QT_TRANSLATE_NOOP("auditloupe::FacetTreeModel", "Level")},
        {"stage", QT_TRANSLATE_NOOP("auditloupe::FacetTreeModel", "Stage")},
        {"sourceIPs", QT_TRANSLATE_NOOP("auditloupe::FacetTreeModel", "Source IP")},
        {"agent.family", QT_TRANSLATE_NOOP("auditloupe::FacetTreeModel", "Client program")},
        {"userAgent", QT_TRANSLATE_NOOP("auditloupe::FacetTreeModel", "User agent")},
        {"cluster", QT_TRANSLATE_NOOP("auditloupe::FacetTreeModel", "Cluster")},
        {"node", QT_TRANSLATE_NOOP("auditloupe::FacetTreeModel", "Node")},
        {"source", QT_TRANSLATE_NOOP("auditloupe::FacetTreeModel", "Source file")},
    };
    const auto title = std::ranges::find(Titles, field.name, &Title::name);
    return title == std::end(Titles) ? FacetTreeModel::tr("Decision")
                                     : FacetTreeModel::tr(title->text);
}

} // namespace auditloupe
