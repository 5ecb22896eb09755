// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

namespace auditloupe {

class CaseSession;
class FacetFeed;
class FacetTreeModel;
class FacetView;

/// What stands in the filtered events, field by field. Counted only while it is shown.
class FacetsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FacetsPanel(CaseSession *session, QWidget *parent = nullptr);

    FacetTreeModel *model() const { return m_model; }
    FacetView *view() const { return m_view; }
    void saveSettings() const;

Q_SIGNALS:
    void tabRequested(const QString &condition);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    FacetTreeModel *m_model;
    FacetFeed *m_feed;
    FacetView *m_view;
};

} // namespace auditloupe
