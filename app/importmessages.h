// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/import/importer.h"

#include <QObject>
#include <QStringList>

namespace auditloupe {

class MessageBar;

/// What the message bar says of an import, and offers to do next.
class ImportMessages : public QObject
{
    Q_OBJECT

public:
    explicit ImportMessages(MessageBar *messages, QObject *parent = nullptr);

    /// Why nothing can be done.
    void showProblem(const QString &text);
    /// `caseEvents` are those of the whole case; `brokenUrls` are downloads that can go on, here
    /// and below.
    void showReport(const ImportReport &report, std::int64_t caseEvents,
                    const QStringList &brokenUrls);
    /// An opened case whose import was interrupted, or whose download broke off. `unfinished` are
    /// its sources, or the case itself.
    void showUnfinished(const QString &casePath, const QStringList &unfinished,
                        const QStringList &brokenUrls);
    void offerFinishing(const QString &casePath);
    /// Where nothing was found in it: somebody may know better what it is.
    void offerFormats(const ImportRequest &request);
    void offerMoreSpace(const ImportRequest &request, bool canMove);

Q_SIGNALS:
    void detailsRequested();
    void finishRequested(const QString &casePath, auditloupe::Rest rest);
    void urlsRequested(const QStringList &urls);
    void formatRequested(const QStringList &inputs);
    void anywayRequested(const auditloupe::ImportRequest &request);
    void elsewhereRequested(const auditloupe::ImportRequest &request);

private:
    void offerGoingOn(const QStringList &brokenUrls);

    MessageBar *m_messages;
};

} // namespace auditloupe
