// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"

#include <QScrollArea>
#include <QTimeZone>

#include <vector>

class QFormLayout;

namespace auditloupe {

class LinkButton;

/// Everything that the case records about one source, as text that can be selected and copied.
class SourceDetails : public QScrollArea
{
    Q_OBJECT

public:
    explicit SourceDetails(QWidget *parent = nullptr);

    /// `earlier`: what its file was when it was imported before.
    void setSource(const SourceInfo &source, const std::vector<EarlierFile> &earlier,
                   const QTimeZone &zone);
    void clear();

Q_SIGNALS:
    void eventsRequested(const QString &filter);
    void rejectedRequested(SourceId source);
    void evidenceRequested(SourceId source);

private:
    void addText(const QString &name, const QString &value, bool fixed = false);
    void addFile(const SourceInfo &source, const QTimeZone &zone);
    void addDownload(const DownloadInfo &download, const QTimeZone &zone);
    void addImport(const SourceInfo &source, const QTimeZone &zone);
    void addPlace(const QString &what, const QString &name, ToldBy who);
    void addEarlier(const std::vector<EarlierFile> &files, const QTimeZone &zone);
    void addCounts(const SourceInfo &source);
    void addLinks(const SourceInfo &source);

    QWidget *m_form = nullptr;
    QFormLayout *m_rows = nullptr;
};

} // namespace auditloupe
