// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/import/sourcespage.h"

#include "model/casefile/casereader.h"
#include "model/casefile/sourcetablemodel.h"
#include "model/session/casesession.h"
#include "views/import/sourcedetails.h"
#include "views/import/tables.h"
#include "views/overview/mutedlabel.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTableView>
#include <QtConcurrentRun>
#include <QVBoxLayout>

namespace auditloupe {
namespace {

Result<std::vector<SourceInfo>> read(const QString &casePath, const std::stop_token &stop)
{
    Result<CaseReader> reader = CaseReader::open(casePath, stop);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    return reader->sources();
}

} // namespace

SourcesPage::SourcesPage(CaseSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new SourceTableModel(this))
    , m_table(new QTableView)
    , m_details(new SourceDetails)
    , m_note(new MutedLabel)
{
    makeTable();
    m_note->setMargin(12);
    m_note->setWordWrap(true);
    m_note->hide();
    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(m_details);
    split->setSizes({1000, 1000}); // halves
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_note);
    rows->addWidget(split, 1);

    connect(&m_session, &CaseSession::caseChanged, this, &SourcesPage::reload);
    connect(&m_session, &CaseSession::importingChanged, this, &SourcesPage::reload);
    connect(&m_session, &CaseSession::timeZoneChanged, this, &SourcesPage::showTimes);
    connect(&m_job.watcher(), &QFutureWatcherBase::finished, this, &SourcesPage::showSources);
    connect(m_details, &SourceDetails::eventsRequested, this, &SourcesPage::filterSource);
    connect(m_details, &SourceDetails::rejectedRequested, this, &SourcesPage::showRejected);
    connect(m_details, &SourceDetails::evidenceRequested, this, &SourcesPage::showEvidence);
}

SourcesPage::~SourcesPage()
{
    m_job.cancel();
    m_pool.waitForDone();
}

void SourcesPage::makeTable()
{
    m_table->setModel(m_model);
    setUpSourceTable(*m_table);
    m_table->setAccessibleName(tr("Sources"));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SourcesPage::showSelected);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        filterSource(index.data(SourceTableModel::PathRole).toString());
    });
}

void SourcesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale) {
        reload();
    }
}

void SourcesPage::reload()
{
    m_job.forget();
    m_isStale = !isVisible();
    if (!m_session.hasCase()) {
        m_model->setSources({});
        m_details->clear();
        return;
    }
    if (!m_isStale) {
        m_job.start([this](const std::stop_token &stop) {
            return QtConcurrent::run(
                &m_pool, [path = m_session.casePath(), stop] { return read(path, stop); });
        });
    }
}

void SourcesPage::showSources()
{
    if (m_job.watcher().isCanceled() || m_job.watcher().future().resultCount() == 0) {
        return;
    }
    Result<std::vector<SourceInfo>> sources = m_job.watcher().result();
    m_note->setVisible(!sources || sources->empty());
    m_note->setText(sources ? tr("Nothing has been imported yet.")
                            : tr("The sources cannot be read. %1").arg(sources.error().toText()));
    m_details->clear();
    m_model->setTimeZone(m_session.timeZone());
    m_model->setSources(sources ? std::move(*sources) : std::vector<SourceInfo>());
    if (m_model->rowCount() > 0) {
        m_table->selectRow(0);
    }
}

void SourcesPage::showSelected()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid()) {
        m_details->setSource(m_model->sourceAt(current.row()), m_session.timeZone());
    }
}

void SourcesPage::showTimes()
{
    m_model->setTimeZone(m_session.timeZone());
    showSelected();
}

void SourcesPage::filterSource(const QString &path)
{
    m_session.setTimeRange({}, {});
    [[maybe_unused]] const Result<void> set =
        m_session.setFilterText(filterTermText("source", path));
    Q_ASSERT(set);
    Q_EMIT showEvents();
}

} // namespace auditloupe
