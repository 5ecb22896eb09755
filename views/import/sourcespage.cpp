// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/import/sourcespage.h"

#include "model/casefile/casereader.h"
#include "model/casefile/namecluster.h"
#include "model/casefile/sourcename.h"
#include "model/casefile/sourcetablemodel.h"
#include "model/session/casesession.h"
#include "views/import/sourcedetails.h"
#include "views/import/tables.h"
#include "views/overview/mutedlabel.h"

#include <QAction>
#include <QHeaderView>
#include <QSplitter>
#include <QTableView>
#include <QtConcurrentRun>
#include <QVBoxLayout>

#include <algorithm>

namespace auditloupe {
namespace {

Result<SourceListing> read(const QString &casePath, const std::stop_token &stop)
{
    Result<CaseReader> reader = CaseReader::open(casePath, stop);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    Result<std::vector<SourceInfo>> sources = reader->sources();
    if (!sources) {
        return std::unexpected(sources.error());
    }
    SourceListing listing{.sources = std::move(*sources)};
    for (const SourceInfo &source : listing.sources) {
        Result<std::vector<EarlierFile>> files = reader->earlierFiles(source.id);
        if (!files) {
            return std::unexpected(files.error());
        }
        if (!files->empty()) {
            listing.earlier.emplace(source.id, std::move(*files));
        }
    }
    return listing;
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
    makeActions();
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
    connect(&m_session, &CaseSession::importingChanged, this, &SourcesPage::updateActions);
    connect(&m_write.watcher(), &QFutureWatcherBase::finished, this, &SourcesPage::takeWritten);
    connect(m_model, &SourceTableModel::clusterEdited, this, &SourcesPage::writeCluster);
    connect(m_details, &SourceDetails::eventsRequested, this, &SourcesPage::filterSource);
    connect(m_details, &SourceDetails::rejectedRequested, this, &SourcesPage::showRejected);
    connect(m_details, &SourceDetails::evidenceRequested, this, &SourcesPage::showEvidence);
}

SourcesPage::~SourcesPage()
{
    m_job.cancel();
    m_write.cancel();
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
        filterSource(sourceFilter(m_model->sourceAt(index.row())));
    });
}

void SourcesPage::makeActions()
{
    m_showEvents = new QAction(tr("Show its events"), m_table);
    m_editCluster = new QAction(tr("Set the cluster…"), m_table);
    m_editCluster->setShortcut(Qt::Key_F2);
    m_editCluster->setShortcutContext(Qt::WidgetShortcut);
    connect(m_showEvents, &QAction::triggered, this, [this] {
        filterSource(sourceFilter(m_model->sourceAt(m_table->currentIndex().row())));
    });
    connect(m_editCluster, &QAction::triggered, this, &SourcesPage::editCluster);
    m_readAs = new QAction(tr("Read again as…"), m_table);
    connect(m_readAs, &QAction::triggered, this, [this] {
        Q_EMIT readAsRequested(m_model->sourceAt(m_table->currentIndex().row()).path);
    });
    m_table->addActions({m_showEvents, m_editCluster, m_readAs});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    updateActions();
}

void SourcesPage::updateActions()
{
    const QModelIndex current = m_table->currentIndex();
    m_showEvents->setEnabled(current.isValid());
    m_editCluster->setEnabled(current.isValid() && !m_session.isImporting() && !m_isReading
                              && m_model->sourceAt(current.row()).clusterFrom != ToldBy::Entries);
    m_readAs->setEnabled(current.isValid() && !m_session.isImporting()
                         && isOwnFile(m_model->sourceAt(current.row())));
}

void SourcesPage::editCluster()
{
    const QModelIndex cell = m_table->currentIndex().siblingAtColumn(
        static_cast<int>(SourceTableModel::Column::Cluster));
    m_table->setCurrentIndex(cell);
    m_table->scrollTo(cell);
    m_table->edit(cell);
}

void SourcesPage::writeCluster(SourceId source, const QString &name)
{
    m_write.start([&](const std::stop_token &stop) {
        return QtConcurrent::run(&m_pool, [path = m_session.casePath(), source, name, stop] {
            return nameCluster(path, source, name, {.stop = stop});
        });
    });
}

void SourcesPage::takeWritten()
{
    if (!m_write.hasResult()) {
        return;
    }
    const Result<void> written = m_write.result();
    if (!written) {
        say(tr("The cluster was not recorded. %1").arg(written.error().toText()));
        return;
    }
    m_session.announceContent();
    reload();
}

void SourcesPage::say(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
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
    m_isReading = m_session.hasCase() && !m_isStale;
    if (!m_session.hasCase()) {
        m_model->setSources({});
        m_details->clear();
        return;
    }
    if (m_isReading) {
        m_job.start([this](const std::stop_token &stop) {
            return QtConcurrent::run(
                &m_pool, [path = m_session.casePath(), stop] { return read(path, stop); });
        });
    }
}

void SourcesPage::showSources()
{
    if (!m_job.hasResult()) {
        return;
    }
    m_isReading = false;
    Result<SourceListing> listing = m_job.result();
    say(!listing ? tr("The sources cannot be read. %1").arg(listing.error().toText())
            : listing->sources.empty() ? tr("Nothing has been imported yet.")
                                       : QString());
    const int selected = m_table->currentIndex().row();
    m_details->clear();
    m_model->setTimeZone(m_session.timeZone());
    m_earlier = listing ? std::move(listing->earlier) : decltype(m_earlier)();
    m_model->setSources(listing ? std::move(listing->sources) : std::vector<SourceInfo>());
    if (m_model->rowCount() > 0) {
        m_table->selectRow(std::clamp(selected, 0, m_model->rowCount() - 1));
    }
    updateActions();
}

void SourcesPage::showSelected()
{
    updateActions();
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid()) {
        const SourceInfo &source = m_model->sourceAt(current.row());
        const auto earlier = m_earlier.find(source.id);
        m_details->setSource(
            source, earlier == m_earlier.end() ? std::vector<EarlierFile>() : earlier->second,
            m_session.timeZone());
    }
}

void SourcesPage::showTimes()
{
    m_model->setTimeZone(m_session.timeZone());
    showSelected();
}

void SourcesPage::filterSource(const QString &filter)
{
    [[maybe_unused]] const Result<void> set = m_session.showCounted(filter, Unit::Events);
    Q_ASSERT(set);
    Q_EMIT showEvents();
}

} // namespace auditloupe
