// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/sortorder.h"

#include <QHeaderView>

namespace auditloupe {

/// The titles of the event table: an arrow at each column that rows are sorted by, with its place
/// among them where there are several. A click sorts by the column alone, Shift+click behind those
/// that are there.
class ColumnHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit ColumnHeader(QWidget *parent);

    /// An order without terms shows no arrows.
    void setOrder(const SortOrder &order);

    /// The title and how the column is sorted, in words.
    QString spokenTitle(int column) const;

Q_SIGNALS:
    /// `isFurther`: behind the columns that rows are sorted by already.
    void sortRequested(int column, bool isFurther);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int column) const override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    /// Of the order, -1 where the column is no part of it.
    int placeOf(int column) const;

    SortOrder m_order{.terms = {}};
    Qt::KeyboardModifiers m_modifiers; // of the click
};

} // namespace auditloupe
