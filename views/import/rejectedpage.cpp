// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/import/rejectedpage.h"

#include "model/casefile/rejectedtablemodel.h"
#include "model/casefile/sourcetablemodel.h"
#include "model/event/masking.h"
#include "model/session/casesession.h"
#include "views/import/hexdump.h"
#include "views/import/tables.h"
#include "views/overview/mutedlabel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace auditloupe {

RejectedPage::RejectedPage(CaseSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new RejectedTableModel(this))
    , m_table(new QTableView)
{
    makeTable();
    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(makeDetails());
    split->setSizes({1200, 800}); // three fifths and two
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(makeHead());
    rows->addWidget(split, 1);

    connect(&m_session, &CaseSession::caseChanged, this, [this] { setSource(SourceId{0}); });
    connect(&m_session, &CaseSession::importingChanged, this, &RejectedPage::reload);
    connect(&m_session, &CaseSession::revealsCredentialsChanged, this, &RejectedPage::showBytes);
    connect(m_model, &RejectedTableModel::moreNeeded, this, &RejectedPage::readPage);
    connect(&m_page.watcher(), &QFutureWatcherBase::finished, this, &RejectedPage::showPage);
    connect(&m_selected.watcher(), &QFutureWatcherBase::finished, this,
            &RejectedPage::showSelected);
    connect(&m_export.watcher(), &QFutureWatcherBase::finished, this, &RejectedPage::showExported);
}

RejectedPage::~RejectedPage()
{
    m_page.cancel();
    m_selected.cancel();
    m_export.cancel();
    m_pool.waitForDone();
}

void RejectedPage::makeTable()
{
    using Column = RejectedTableModel::Column;
    m_table->setModel(m_model);
    setUpTable(*m_table,
               {{int(Column::Source), 180},
                {int(Column::Line), 80},
                {int(Column::Offset), 96},
                {int(Column::Length), 80},
                {int(Column::Reason), 320}});
    m_table->setAccessibleName(tr("Rejected lines"));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RejectedPage::readSelected);
}

QWidget *RejectedPage::makeHead()
{
    auto *head = new QWidget;
    m_sources = new QComboBox(head);
    m_sources->setAccessibleName(tr("Source"));
    m_sources->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_note = new MutedLabel({}, head);
    m_exportButton = new QPushButton(tr("E&xport all…"), head);
    connect(m_sources, &QComboBox::activated, this, [this](int index) {
        setSource(static_cast<SourceId>(m_sources->itemData(index).toInt()));
    });
    connect(m_exportButton, &QPushButton::clicked, this, &RejectedPage::chooseExport);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(8, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(m_sources);
    row->addWidget(m_note, 1);
    row->addWidget(m_exportButton);
    return head;
}

QWidget *RejectedPage::makeDetails()
{
    auto *details = new QWidget;
    m_bytes = new QPlainTextEdit(details);
    m_bytes->setReadOnly(true);
    m_bytes->setFrameShape(QFrame::NoFrame);
    m_bytes->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_bytes->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_bytes->setTabChangesFocus(true);
    m_bytes->setAccessibleName(tr("Bytes of the selected line"));
    m_bytes->setPlaceholderText(tr("Select a line to see its bytes."));
    m_hex = new QCheckBox(tr("&Hexadecimal"), details);
    m_copy = new QPushButton(tr("&Copy bytes"), details);
    m_copy->setEnabled(false);
    connect(m_hex, &QCheckBox::toggled, this, &RejectedPage::showBytes);
    connect(m_copy, &QPushButton::clicked, this, &RejectedPage::copyBytes);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(8, 8, 8, 8);
    tools->addWidget(m_hex);
    tools->addStretch();
    tools->addWidget(m_copy);
    auto *rows = new QVBoxLayout(details);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(tools);
    rows->addWidget(m_bytes, 1);
    return details;
}

void RejectedPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale) {
        reload();
    }
}

void RejectedPage::setSource(SourceId source)
{
    m_source = source;
    reload();
}

void RejectedPage::reload()
{
    m_page.forget();
    m_selected.forget();
    m_line.reset();
    showBytes();
    m_isStale = !isVisible();
    m_note->clear();
    m_model->reset();
    if (!m_isStale && m_session.hasCase()) {
        m_model->fetchMore({});
    }
}

void RejectedPage::readPage(qlonglong after)
{
    m_page.start([this, after](const std::stop_token &stop) {
        return readRejected(m_pool,
                            {.casePath = m_session.casePath(),
                             .after = after,
                             .limit = RejectedTableModel::PageSize,
                             .source = m_source,
                             .preview = true},
                            stop);
    });
}

void RejectedPage::showPage()
{
    if (m_page.watcher().isCanceled() || m_page.watcher().future().resultCount() == 0) {
        return;
    }
    Result<RejectedAnswer> answer = m_page.watcher().result();
    if (!answer) {
        m_model->append({});
        m_note->setText(tr("The rejected lines cannot be read. %1").arg(answer.error().toText()));
        return;
    }
    fillSources(answer->sources);
    m_model->append(std::move(answer->lines));
    m_exportButton->setEnabled(m_model->rowCount() > 0);
    if (m_model->rowCount() == 0) {
        m_note->setText(tr("No line was rejected."));
    } else if (!m_table->currentIndex().isValid()) {
        m_table->selectRow(0);
    }
}

void RejectedPage::fillSources(const std::vector<SourceInfo> &sources)
{
    std::map<SourceId, QString> names;
    m_sources->clear();
    m_sources->addItem(tr("All sources"), 0);
    for (const SourceInfo &source : sources) {
        names[source.id] = sourceName(source);
        if (source.rejected > 0) {
            const QString count = QLocale().toString(qlonglong(source.rejected));
            m_sources->addItem(u"%1 (%2)"_s.arg(sourceName(source), count), int(source.id));
        }
    }
    m_sources->setCurrentIndex(std::max(0, m_sources->findData(int(m_source))));
    m_model->setSourceNames(std::move(names));
}

void RejectedPage::readSelected()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid()) {
        return;
    }
    const std::int64_t id = m_model->lineAt(current.row()).id;
    m_selected.start([this, id](const std::stop_token &stop) {
        return readRejected(m_pool, {.casePath = m_session.casePath(), .after = id - 1, .limit = 1},
                            stop);
    });
}

void RejectedPage::showSelected()
{
    if (m_selected.watcher().isCanceled() || m_selected.watcher().future().resultCount() == 0) {
        return;
    }
    Result<RejectedAnswer> answer = m_selected.watcher().result();
    if (!answer || answer->lines.empty()) {
        m_line.reset();
    } else {
        m_line = std::move(answer->lines.front());
    }
    showBytes();
}

// The bytes as they may be seen: credentials are masked until they are revealed.
QByteArray RejectedPage::visibleBytes(const RejectedLine &line) const
{
    if (m_session.revealsCredentials()) {
        return line.bytes;
    }
    return QByteArray::fromStdString(
        maskCredentials({line.bytes.constData(), std::size_t(line.bytes.size())}));
}

QString RejectedPage::bytesText(const RejectedLine &line) const
{
    const QByteArray bytes = visibleBytes(line);
    return m_hex->isChecked() ? hexDump(bytes, line.offset) : plainLines(bytes);
}

void RejectedPage::showBytes()
{
    m_copy->setEnabled(m_line.has_value());
    if (!m_line) {
        m_bytes->clear();
        return;
    }
    QString text = bytesText(*m_line);
    if (visibleBytes(*m_line) != m_line->bytes) {
        text += u"\n\n"_s + tr("Credentials are masked, so places behind them are not the file's.");
    }
    if (m_line->length > m_line->bytes.size()) {
        const QLocale locale;
        text += u"\n\n"_s
            + tr("%1 of %2 bytes are shown. The rest is in the case: export the source.")
                  .arg(locale.toString(qlonglong(m_line->bytes.size())),
                       locale.toString(qlonglong(m_line->length)));
    }
    m_bytes->setPlainText(text);
}

void RejectedPage::copyBytes()
{
    if (m_line) {
        QGuiApplication::clipboard()->setText(
            m_hex->isChecked() ? bytesText(*m_line) : QString::fromUtf8(visibleBytes(*m_line)));
    }
}

void RejectedPage::chooseExport()
{
    auto *dialog = new QFileDialog(this, tr("Export rejected lines"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(u"rejected.log"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &RejectedPage::startExport);
    dialog->open();
}

void RejectedPage::startExport(const QString &target)
{
    m_note->setText(tr("Exporting…"));
    m_export.start([this, &target](const std::stop_token &stop) {
        return exportRejected(m_pool, {.casePath = m_session.casePath(), .source = m_source},
                              target, stop);
    });
}

void RejectedPage::showExported()
{
    if (m_export.watcher().isCanceled() || m_export.watcher().future().resultCount() == 0) {
        return;
    }
    const Result<std::int64_t> written = m_export.watcher().result();
    m_note->setText(written ? tr("Lines written: %1.").arg(QLocale().toString(qlonglong(*written)))
                            : written.error().toText());
}

} // namespace auditloupe
