// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/conditionedit.h"
#include "model/query/facets.h"

#include <QAbstractItemModel>

#include <optional>
#include <vector>

namespace auditloupe {

/// Facets as a tree: fields, and below each what its values are. Nothing but what is asked for is
/// counted: wishes() tells what that is. Rows that stay keep their place in the views.
class FacetTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Row {
        Facet,
        Search, ///< a place to write what is looked for
        Value,
        More, ///< shows all values that are there
        Note ///< words
    };
    Q_ENUM(Row)

    enum Role {
        RowRole = Qt::UserRole + 1, ///< Row
        CountRole, ///< of a Value: qlonglong. Of a Facet: its different values, where known
        ShareRole, ///< of a Value: its part of the facet's greatest, 0 to 1
        StandingRole, ///< of a Value: Standing. Of a Facet: Included where the filter chooses
        ConditionRole, ///< of a Value: empty where nothing can be asked for
        AbsentRole, ///< of a Value: the text is words for what is not there
        WholeRole, ///< whether the numbers are those of the whole case and filter
        SearchRole ///< of Search: what is looked for; can be set
    };

    explicit FacetTreeModel(QObject *parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const Field *fieldAt(const QModelIndex &index) const;
    QModelIndex indexOf(const Field *field) const;

    /// Only what is open is counted.
    void setOpen(const Field *field, bool isOpen);
    bool isOpen(const Field *field) const;
    /// Shows or hides the facet's Search, and forgets what was looked for.
    void setSearching(const Field *field, bool isSearching);
    void showAll(const Field *field);

    std::vector<FacetWish> wishes() const;
    FacetWish wishFor(const Field *field) const;
    /// What the counts are, or are going to be, those of.
    void setFilter(const Condition &condition);
    /// Those that are not among them stay as they are.
    void setFacets(const Facets &facets);
    /// The counts belong to another case, or they cannot be had: why not, where that is to be said.
    void forget(const QString &problem = {});
    /// Not those of the filter that is shown any more.
    void setStale();

Q_SIGNALS:
    void wishChanged(const Field *field); ///< another search, or it was opened
    void aboutToRefresh(); ///< rows may come, go and move
    void refreshed();

private:
    struct Child
    {
        Row row = Row::Note;
        QString text = {};
        FacetValue value = {};
        Standing standing = Standing::Open;
        QString key = {}; ///< the same row before and after has the same
    };

    struct Group
    {
        const Field *field = nullptr;
        bool isOpen = false;
        bool showsAll = false;
        bool isSearching = false;
        bool isWhole = false;
        QString search = {};
        std::optional<Facet> facet = {};
        std::vector<Child> children = {};
    };

    Group *groupAt(const QModelIndex &index);
    const Group *groupAt(const QModelIndex &index) const;
    Group *groupOf(const Field *field);
    const Child *childAt(const QModelIndex &index) const;
    std::vector<Child> childrenOf(const Group &group) const;
    void addValues(std::vector<Child> &children, const Group &group) const;
    void refresh(Group &group);
    void takeAway(Group &group, const std::vector<Child> &wanted);
    void arrange(Group &group, std::vector<Child> wanted);
    void refreshShown();
    bool isShown(const Group &group) const;
    Standing standingOf(const FacetValue &value) const;
    static QString textOf(const Field &field, const FacetValue &value);
    QVariant facetData(const Group &group, int role) const;
    QVariant valueData(const Group &group, const Child &child, int role) const;

    std::vector<Group> m_groups;
    std::vector<std::size_t> m_shown; // of m_groups, which are the rows
    Condition m_condition;
    QString m_problem;
};

/// What the facet of a field is called.
QString facetTitle(const Field &field);

} // namespace auditloupe
