// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/sql/sqlpage.h"

#include "model/event/time.h"
#include "model/query/sqlviews.h"
#include "model/session/casesession.h"
#include "views/sql/sqleditor.h"
#include "views/sql/sqlresultmodel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QtConcurrentRun>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace auditloupe {

using namespace Qt::StringLiterals;

namespace {

constexpr int Space = 8;
constexpr int RowHeight = 24;
constexpr int WidestColumn = 360;
constexpr std::int64_t UsPerMs = 1000;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

SqlPage::SqlPage(CaseSession *session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_editor(new SqlEditor)
    , m_model(new SqlResultModel(this))
    , m_table(new QTableView)
    , m_status(plainLabel(this))
    , m_note(plainLabel(this))
    , m_run(new QPushButton(tr("&Run"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    auto *top = new QWidget(this);
    auto *topLayout = new QVBoxLayout(top);
    topLayout->setContentsMargins(0, 0, 0, 0);
    topLayout->setSpacing(0);
    topLayout->addWidget(m_editor, 1);
    topLayout->addWidget(makeBar());
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(top);
    splitter->addWidget(makeResults());
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({160, 480});
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_editor, &SqlEditor::runRequested, this, &SqlPage::run);
    connect(m_run, &QPushButton::clicked, this, &SqlPage::run);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_job.requestStop(); });
    connect(&m_job.watcher(), &QFutureWatcherBase::finished, this, &SqlPage::take);
    connect(m_session, &CaseSession::caseChanged, this, &SqlPage::forget);
    connect(m_session, &CaseSession::revealsCredentialsChanged, this, &SqlPage::forget);
    setFocusProxy(m_editor);
    forget();
}

SqlPage::~SqlPage()
{
    m_job.cancel();
    m_pool.waitForDone();
}

QWidget *SqlPage::makeBar()
{
    auto *views = new QToolButton(this);
    views->setText(tr("&Views and columns"));
    views->setPopupMode(QToolButton::InstantPopup);
    views->setToolButtonStyle(Qt::ToolButtonTextOnly);
    views->setMenu(new QMenu(views));
    fillViews(views->menu());
    m_run->setToolTip(
        tr("Run the statement (%1)")
            .arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText)));
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(Space, Space, Space, Space);
    layout->setSpacing(Space);
    layout->addWidget(m_run);
    layout->addWidget(m_cancel);
    layout->addWidget(views);
    layout->addWidget(m_status, 1);
    return bar;
}

QWidget *SqlPage::makeResults()
{
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Rows of the statement"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(RowHeight);
    auto *copy = new QAction(tr("Copy rows"), m_table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, &SqlPage::copyRows);
    connect(m_table, &QTableView::activated, this, &SqlPage::requestEvent);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(3 * Space, Space, 3 * Space, Space);
    auto *results = new QWidget(this);
    m_stack = new QStackedLayout(results);
    m_stack->addWidget(m_note);
    m_stack->addWidget(m_table);
    return results;
}

/// A menu a view; a column is put where the cursor stands.
void SqlPage::fillViews(QMenu *menu)
{
    for (const SqlView &view : sqlViews()) {
        QMenu *columns = menu->addMenu(QString::fromUtf8(view.name));
        columns->setToolTipsVisible(true);
        for (const SqlViewColumn &column : view.columns) {
            QAction *action = columns->addAction(QString::fromStdString(column.name));
            action->setToolTip(column.explanation);
            connect(action, &QAction::triggered, this, [this, name = action->text()] {
                m_editor->insertPlainText(name);
                m_editor->setFocus();
            });
        }
    }
}

void SqlPage::forget()
{
    m_job.forget();
    m_model->setResult({});
    m_status->clear();
    m_note->setText(tr("The views events, requests, users and objects hold the case under the "
                       "names that you know. Nothing that is written here can change it."));
    m_stack->setCurrentWidget(m_note);
    updateState();
}

void SqlPage::run()
{
    const QString sql = m_editor->toPlainText();
    if (!m_session->hasCase() || sql.trimmed().isEmpty()) {
        return;
    }
    const auto credentials =
        m_session->revealsCredentials() ? Credentials::Plain : Credentials::Masked;
    m_clock.start();
    m_job.start([&](const std::stop_token &stop) {
        return QtConcurrent::run(&m_pool, [path = m_session->casePath(), sql, credentials, stop] {
            return runSql(path, sql, {}, credentials, {.stop = stop});
        });
    });
    m_status->setText(tr("Running…"));
    updateState();
}

void SqlPage::take()
{
    updateState();
    if (!m_job.hasResult()) {
        return;
    }
    Result<SqlResult> result = m_job.result();
    if (!result) {
        showError(result.error());
        return;
    }
    const QString time = formatDuration(m_clock.elapsed() * UsPerMs);
    const int rows = static_cast<int>(result->rows.size());
    m_status->setText(result->isCut
                          ? tr("The first %Ln row(s) in %1. There are more: add LIMIT or GROUP BY.",
                               nullptr, rows)
                                .arg(time)
                          : tr("%Ln row(s) in %1.", nullptr, rows).arg(time));
    m_model->setResult(*std::move(result));
    m_note->setText(tr("No row."));
    m_stack->setCurrentWidget(rows == 0 ? static_cast<QWidget *>(m_note) : m_table);
    m_table->resizeColumnsToContents();
    for (int i = 0; i < m_model->columnCount(); ++i) {
        m_table->setColumnWidth(i, std::min(m_table->columnWidth(i) + Space, WidestColumn));
    }
}

void SqlPage::showError(const Error &error)
{
    if (error.code == Error::Code::Cancelled) {
        m_status->setText(tr("Cancelled."));
        return;
    }
    m_status->clear();
    m_note->setText(error.toText());
    m_stack->setCurrentWidget(m_note);
    if (error.where.line && error.where.column) {
        m_editor->showPlace(*error.where.line, *error.where.column);
    }
}

void SqlPage::updateState()
{
    m_cancel->setEnabled(m_job.isRunning());
    m_run->setEnabled(m_session->hasCase());
}

/// Tab-separated, with the names of the columns.
void SqlPage::copyRows()
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows);
    QStringList lines;
    const auto line = [this](const auto &textOf) {
        QStringList cells;
        for (int i = 0; i < m_model->columnCount(); ++i) {
            cells.append(textOf(i));
        }
        return cells.join(u'\t');
    };
    lines.append(line(
        [this](int column) { return m_model->headerData(column, Qt::Horizontal).toString(); }));
    for (const QModelIndex &row : std::as_const(rows)) {
        lines.append(
            line([&row](int column) { return row.siblingAtColumn(column).data().toString(); }));
    }
    QApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void SqlPage::requestEvent(const QModelIndex &index)
{
    const std::vector<std::string> &columns = m_model->result().columns;
    const auto id = std::ranges::find(columns, "id");
    if (!index.isValid() || id == columns.end()) {
        return;
    }
    const auto &row = m_model->result().rows[static_cast<std::size_t>(index.row())];
    if (const auto *number =
            std::get_if<std::int64_t>(&row[static_cast<std::size_t>(id - columns.begin())])) {
        Q_EMIT eventRequested(EventId(static_cast<std::uint32_t>(*number)));
    }
}

} // namespace auditloupe
