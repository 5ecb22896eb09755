// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/details/eventloader.h"

#include <QWidget>

class QToolButton;

namespace auditloupe {

class FlowingText;

/// Where the event stands: file, byte, length, auditID, and the further copies of it.
class EventPlaceView : public QWidget
{
    Q_OBJECT

public:
    explicit EventPlaceView(QWidget *parent = nullptr);

    void setEvent(const EventDetails &event);

Q_SIGNALS:
    void copied(const QString &what);

private:
    void setOrigin(const EventRow &row);
    void setWrapper(const EventDetails &event);
    void setCopies(const EventDetails &event);
    void showCopies(bool shown);
    void copyAuditId();

    FlowingText *m_place;
    FlowingText *m_origin; // cluster, node, API server
    FlowingText *m_wrapper;
    FlowingText *m_auditId;
    QToolButton *m_copyId;
    QToolButton *m_copiesButton;
    FlowingText *m_copies;
    QString m_recordedId;
};

} // namespace auditloupe
