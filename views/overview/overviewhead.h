// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/overview/overviewjob.h"

#include <QTimeZone>
#include <QWidget>

class QLabel;

namespace auditloupe {

class FigureRow;
class MutedLabel;

/// The top of the Overview: from when to when, how much, and how secret it is.
class OverviewHead : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewHead(QWidget *parent = nullptr);

    void setContent(const CaseOverview &content);
    void setCasePath(const QString &path);
    void setSpan(const Overview &overview, const QTimeZone &zone);

Q_SIGNALS:
    void filterRequested(const QString &filter, Unit unit);
    void sourcesRequested();
    void rejectedRequested();

private:
    void addFilterFigure(std::int64_t count, const QString &label, const QString &filter,
                         Unit unit = Unit::Requests);

    QLabel *m_span;
    MutedLabel *m_length;
    FigureRow *m_figures;
    MutedLabel *m_secrecy;
};

} // namespace auditloupe
