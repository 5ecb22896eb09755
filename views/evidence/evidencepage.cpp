// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/evidence/evidencepage.h"

#include "model/evidence/evidencetablemodel.h"
#include "model/evidence/evidencetext.h"
#include "model/session/casesession.h"
#include "views/common/jobstatus.h"
#include "views/evidence/evidencecontent.h"
#include "views/import/tables.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>

namespace auditloupe {
namespace {

constexpr int ListWidth = 320;
constexpr int CountWidth = 64;

} // namespace

EvidencePage::EvidencePage(CaseSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new EvidenceTableModel(this))
    , m_stack(new QStackedLayout(this))
    , m_status(new JobStatus)
{
    m_report = makeReport();
    m_stack->addWidget(m_status);
    m_stack->addWidget(m_report);
    connect(&m_session, &CaseSession::caseChanged, this, [this] {
        m_wanted = SourceId{0};
        m_files.clear();
        reset();
    });
    connect(&m_session, &CaseSession::contentChanged, this, &EvidencePage::reset);
    connect(&m_session, &CaseSession::importingChanged, this, &EvidencePage::reset);
    connect(&m_session, &CaseSession::timeZoneChanged, this, &EvidencePage::showSelected);
    connect(&m_job.watcher(), &QFutureWatcherBase::finished, this, &EvidencePage::showResult);
    connect(&m_job.watcher(), &QFutureWatcherBase::progressValueChanged, m_status,
            &JobStatus::setProgress);
    connect(m_status, &JobStatus::actionRequested, this,
            [this] { isLoading() ? cancel() : load(); });
    connect(&m_comparison.watcher(), &QFutureWatcherBase::finished, this,
            &EvidencePage::showComparison);
    connect(&m_comparison.watcher(), &QFutureWatcherBase::progressValueChanged, this,
            [this](int perMille) {
                if (isShown(m_compared)) {
                    m_content->showFileIsRead(perMille);
                }
            });
    reset();
}

EvidencePage::~EvidencePage()
{
    m_job.cancel();
    m_comparison.cancel();
    m_pool.waitForDone();
}

QWidget *EvidencePage::makeHead()
{
    auto *head = new QWidget;
    auto *copy = new QPushButton(tr("&Copy as text"), head);
    copy->setObjectName("copy");
    copy->setToolTip(tr("Copies what is said of the selected source, or of all of them."));
    connect(copy, &QPushButton::clicked, this, &EvidencePage::copyText);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(8, 8, 8, 8);
    row->addStretch();
    row->addWidget(copy);
    return head;
}

QWidget *EvidencePage::makeReport()
{
    m_table = new QTableView;
    m_table->setModel(m_model);
    setUpTable(*m_table,
               {{int(EvidenceTableModel::Column::Missing), CountWidth},
                {int(EvidenceTableModel::Column::Unlike), CountWidth}});
    m_table->setAccessibleName(tr("Sources"));
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(int(EvidenceTableModel::Column::Source),
                                                      QHeaderView::Stretch);
    m_content = new EvidenceContent;
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &EvidencePage::showSelected);
    connect(m_content, &EvidenceContent::eventsRequested, this, &EvidencePage::filterEvents);
    connect(m_content, &EvidenceContent::eventRequested, this, [this](EventId id) {
        m_session.setSelectedEvent(id);
        Q_EMIT showDetails();
    });
    connect(m_content, &EvidenceContent::rejectedRequested, this, &EvidencePage::showRejected);
    connect(m_content, &EvidenceContent::sourceRequested, this, &EvidencePage::setSource);
    connect(m_content, &EvidenceContent::comparisonRequested, this, &EvidencePage::compareSelected);
    connect(m_content, &EvidenceContent::comparisonCancelled, this, [this] {
        m_comparison.forget();
        showSelected();
    });

    auto *right = new QWidget;
    auto *rows = new QVBoxLayout(right);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeHead());
    rows->addWidget(m_content, 1);
    auto *split = new QSplitter(Qt::Horizontal);
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(right);
    split->setStretchFactor(1, 1);
    split->setSizes({ListWidth, 3 * ListWidth});
    setFocusProxy(m_table);
    return split;
}

void EvidencePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale && !isLoading()) {
        reset();
    }
}

/// What was known is no longer true; it is found out anew when somebody looks.
void EvidencePage::reset()
{
    m_job.forget();
    m_comparison.forget();
    m_isStale = true;
    m_model->setEvidence({});
    if (!m_session.hasCase()) {
        showStatus(tr("No case is open."), {});
    } else if (m_session.isImporting()) {
        showStatus(tr("An import is running. What arrived can be told when it has ended."), {});
    } else if (isVisible()) {
        load();
    }
}

void EvidencePage::load()
{
    m_job.start([this](const std::stop_token &stop) {
        return readEvidence(m_pool, m_session.casePath(), stop);
    });
    showStatus(tr("Looking at every event…"), tr("Cancel"));
}

void EvidencePage::cancel()
{
    m_job.cancel();
    m_isStale = false; // not again before somebody asks
    showStatus(tr("Cancelled: nothing can be told about the sources."), tr("Try again"));
}

void EvidencePage::showStatus(const QString &message, const QString &action)
{
    m_status->tell(message, isLoading(), action);
    m_stack->setCurrentWidget(m_status);
}

void EvidencePage::showResult()
{
    if (!m_job.hasResult()) {
        return;
    }
    m_isStale = false;
    Result<std::vector<SourceEvidence>> evidence = m_job.result();
    if (!evidence) {
        showStatus(tr("The sources cannot be judged. %1").arg(evidence.error().toText()),
                   tr("Try again"));
        return;
    }
    if (evidence->empty()) {
        showStatus(tr("Nothing has been imported yet."), {});
        return;
    }
    m_model->setEvidence(std::move(*evidence));
    m_table->selectRow(std::max(0, m_model->rowOf(m_wanted)));
    m_stack->setCurrentWidget(m_report);
}

void EvidencePage::setSource(SourceId source)
{
    m_wanted = source;
    if (m_model->rowCount() > 0) {
        m_table->selectRow(std::max(0, m_model->rowOf(source)));
        m_table->setFocus(Qt::OtherFocusReason);
    }
}

void EvidencePage::showSelected()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid()) {
        return;
    }
    const SourceEvidence *evidence = m_model->at(current.row());
    if (evidence == nullptr) {
        m_content->showAll(m_model->evidence());
        return;
    }
    m_content->showSource(*evidence, m_session.timeZone());
    if (const auto known = m_files.find(evidence->source.id); known != m_files.end()) {
        m_content->showFile(known->second);
    } else if (m_comparison.isRunning() && m_compared == evidence->source.id) {
        m_content->showFileIsRead(m_comparison.watcher().progressValue());
    }
}

void EvidencePage::filterEvents(const EventsLink &link)
{
    [[maybe_unused]] const Result<void> set =
        m_session.showCounted(link.filter, Unit::Events, link.fromUs, link.toUs);
    Q_ASSERT(set);
    Q_EMIT showEvents();
}

void EvidencePage::compareSelected()
{
    const SourceEvidence *evidence = m_model->at(m_table->currentIndex().row());
    if (evidence == nullptr) {
        return;
    }
    m_compared = evidence->source.id;
    m_files.erase(m_compared);
    m_comparison.start([this, source = evidence->source](const std::stop_token &stop) {
        return compareFile(m_pool, source, stop);
    });
    m_content->showFileIsRead(0);
}

/// The answer may be about a source that is no longer the shown one.
void EvidencePage::showComparison()
{
    if (!m_comparison.hasResult()) {
        return;
    }
    const Result<FileComparison> comparison = m_comparison.result();
    if (comparison) {
        m_files[m_compared] = *comparison;
    }
    if (isShown(m_compared)) {
        m_content->showFile(comparison);
    }
}

bool EvidencePage::isShown(SourceId source) const
{
    const SourceEvidence *shown = m_model->at(m_table->currentIndex().row());
    return shown != nullptr && shown->source.id == source;
}

void EvidencePage::copyText()
{
    const QModelIndex current = m_table->currentIndex();
    QStringList texts;
    for (const SourceEvidence &evidence : m_model->evidence()) {
        const SourceEvidence *selected = current.isValid() ? m_model->at(current.row()) : nullptr;
        if (selected == nullptr || selected == &evidence) {
            texts += evidenceText(evidence, m_session.timeZone());
        }
    }
    texts += evidenceCaveat() + u'\n';
    QGuiApplication::clipboard()->setText(texts.join(u'\n'));
}

} // namespace auditloupe
