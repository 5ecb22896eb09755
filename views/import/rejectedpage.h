// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/latestjob.h"
#include "views/import/rejectedjobs.h"

#include <QThreadPool>
#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace auditloupe {

class CaseSession;
class RejectedTableModel;

/// The lines that should have been events and were not: where, why, and their bytes.
class RejectedPage : public QWidget
{
    Q_OBJECT

public:
    explicit RejectedPage(CaseSession &session, QWidget *parent = nullptr);
    ~RejectedPage() override;

    /// Shows the lines of one source; 0 shows all.
    void setSource(SourceId source);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeTable();
    QWidget *makeHead();
    QWidget *makeDetails();
    void reload();
    void readPage(qlonglong after);
    void showPage();
    void fillSources(const std::vector<SourceInfo> &sources);
    void readSelected();
    void showSelected();
    void showBytes();
    QByteArray visibleBytes(const RejectedLine &line) const;
    QString bytesText(const RejectedLine &line) const;
    void copyBytes();
    void chooseExport();
    void startExport(const QString &target);
    void showExported();

    CaseSession &m_session;
    QThreadPool m_pool;
    LatestJob<Result<RejectedAnswer>> m_page;
    LatestJob<Result<RejectedAnswer>> m_selected;
    LatestJob<Result<std::int64_t>> m_export;
    RejectedTableModel *m_model;
    QTableView *m_table;
    QComboBox *m_sources = nullptr;
    QLabel *m_note = nullptr;
    QPlainTextEdit *m_bytes = nullptr;
    QCheckBox *m_hex = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_exportButton = nullptr;
    std::optional<RejectedLine> m_line;
    SourceId m_source = SourceId{0};
    bool m_isStale = true; // read only once somebody looks
};

} // namespace auditloupe
