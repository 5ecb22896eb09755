// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/import/sourcedetails.h"

#include "model/casefile/sourcename.h"
#include "model/casefile/sourcetablemodel.h"
#include "model/event/plaintext.h"
#include "model/event/time.h"
#include "model/query/filter.h"
#include "views/overview/linkbutton.h"
#include "views/overview/mutedlabel.h"

#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr qsizetype LongestText = 4096;

QString number(std::int64_t count)
{
    return QLocale().toString(qlonglong(count));
}

QString safe(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return oneLine({utf8.constData(), std::size_t(utf8.size())}, LongestText);
}

// "-rw-r-----" as ls writes it, and the octal number that chmod takes.
QString modeText(std::uint32_t mode)
{
    QString text = u"-"_s;
    for (int bit = 8; bit >= 0; --bit) {
        text += (mode >> bit & 1U) != 0 ? u"xwr"_s[bit % 3] : QChar(u'-');
    }
    return u"%1 (%2)"_s.arg(text).arg(mode & 07777U, 4, 8, QChar(u'0'));
}

} // namespace

SourceDetails::SourceDetails(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    clear();
}

void SourceDetails::clear()
{
    m_form = new QWidget;
    m_rows = new QFormLayout(m_form);
    m_rows->setContentsMargins(12, 12, 12, 12);
    m_rows->setHorizontalSpacing(24);
    m_rows->setVerticalSpacing(4);
    m_rows->setLabelAlignment(Qt::AlignLeft);
    setWidget(m_form);
}

void SourceDetails::setSource(const SourceInfo &source, const std::vector<EarlierFile> &earlier,
                              const QTimeZone &zone)
{
    clear();
    addFile(source, zone);
    if (source.download) {
        addDownload(*source.download, zone);
    }
    addImport(source, zone);
    addEarlier(earlier, zone);
    addCounts(source);
    addLinks(source);
}

void SourceDetails::addText(const QString &name, const QString &value, bool fixed)
{
    auto *label = new QLabel(value, m_form);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(name);
    if (fixed) {
        label->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    }
    m_rows->addRow(new MutedLabel(name, m_form), label);
}

void SourceDetails::addFile(const SourceInfo &source, const QTimeZone &zone)
{
    addText(tr("Path"), isFilePath(source.path) ? safe(source.path) : sourceName(source));
    addText(tr("Format"), sourceFormat(source));
    QString size = tr("%1 bytes").arg(number(source.bytes));
    if (source.streamBytes != source.bytes && !isArchive(source)) {
        size =
            tr("%1 bytes, %2 decompressed").arg(number(source.bytes), number(source.streamBytes));
    }
    addText(tr("Size"), size);
    addText(tr("SHA-256"),
            source.sha256.isEmpty() ? tr("unknown: the source was not read to its end")
                                    : QString::fromLatin1(source.sha256.toHex()),
            !source.sha256.isEmpty());
    if (source.mode) {
        addText(tr("Owner and mode"), u"%1  %2"_s.arg(safe(source.owner), modeText(*source.mode)));
    }
    if (source.modifiedUs) {
        addText(tr("Last modified"), formatTime(*source.modifiedUs, zone));
    }
}

void SourceDetails::addDownload(const DownloadInfo &download, const QTimeZone &zone)
{
    addText(tr("Downloaded from"), safe(download.url));
    for (const QString &redirect : download.redirects) {
        addText(tr("Redirected to"), safe(redirect));
    }
    addText(tr("Downloaded"), formatTime(download.fetchedUs, zone));
    addText(tr("Size announced"),
            download.size ? tr("%1 bytes").arg(number(*download.size))
                          : tr("unknown: the server did not say where the file ends"));
    const std::pair<QString, QString> words[] = {{u"ETag"_s, download.etag},
                                                 {u"Last-Modified"_s, download.lastModified},
                                                 {u"Content-Type"_s, download.contentType}};
    for (const auto &[name, value] : words) {
        if (!value.isEmpty()) {
            addText(name, safe(value));
        }
    }
}

void SourceDetails::addImport(const SourceInfo &source, const QTimeZone &zone)
{
    addText(tr("State"),
            source.message.isEmpty()
                ? sourceStateText(source.state)
                : u"%1: %2"_s.arg(sourceStateText(source.state), safe(source.message)));
    addText(tr("Imported"),
            tr("%1 by Auditloupe %2")
                .arg(formatTime(source.importedUs, zone), safe(source.importedBy)));
    addPlace(tr("Cluster"), source.cluster, source.clusterFrom);
    addPlace(tr("Node"), source.node, source.nodeFrom);
    if (!source.server.isEmpty()) {
        addText(tr("API server"), tr("%1 (by the path)").arg(safe(source.server)));
    }
    if (source.firstUs && source.lastUs) {
        addText(tr("Events from"), formatTime(*source.firstUs, zone));
        addText(tr("Events to"), formatTime(*source.lastUs, zone));
    }
}

/// The file has grown since, or had another name.
void SourceDetails::addEarlier(const std::vector<EarlierFile> &files, const QTimeZone &zone)
{
    for (const EarlierFile &file : files) {
        addText(tr("Imported before"),
                tr("%1 as %2: %3 bytes, SHA-256 %4")
                    .arg(formatTime(file.importedUs, zone), safe(file.path), number(file.bytes),
                         file.sha256.isEmpty() ? tr("unknown")
                                               : QString::fromLatin1(file.sha256.toHex())));
    }
}

/// What was found is told apart from what somebody said.
void SourceDetails::addPlace(const QString &what, const QString &name, ToldBy who)
{
    switch (who) {
    case ToldBy::Nobody:
        return;
    case ToldBy::Entries:
        addText(what, tr("%1 (by the export itself)").arg(safe(name)));
        return;
    case ToldBy::Path:
        addText(what, tr("%1 (by the path)").arg(safe(name)));
        return;
    case ToldBy::User:
        addText(what, tr("%1 (by the user)").arg(safe(name)));
        return;
    }
}

void SourceDetails::addCounts(const SourceInfo &source)
{
    addText(tr("Events"), number(source.events));
    if (source.duplicates > 0) {
        addText(tr("Duplicates"),
                tr("%1, of which %2 differ from the event that is kept as the row")
                    .arg(number(source.duplicates), number(source.conflicts)));
    }
    if (source.salvaged > 0) {
        addText(tr("Salvaged"),
                tr("%1 (cut off: what came before the cut is kept)").arg(number(source.salvaged)));
    }
    if (source.rejected > 0) {
        addText(tr("Rejected"), number(source.rejected));
    }
    for (const auto &[reason, count] : source.other) {
        addText(tr("No audit event"), u"%1: %2"_s.arg(safe(reason), number(count)));
    }
}

void SourceDetails::addLinks(const SourceInfo &source)
{
    if (isArchive(source)) {
        return; // its members have what these lead to
    }
    auto *links = new QWidget(m_form);
    auto *row = new QHBoxLayout(links);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(16);
    auto *events = new LinkButton(tr("Show its events"), links);
    connect(events, &QAbstractButton::clicked, this,
            [this, filter = sourceFilter(source)] { Q_EMIT eventsRequested(filter); });
    row->addWidget(events);
    auto *evidence = new LinkButton(tr("What it can and cannot prove"), links);
    connect(evidence, &QAbstractButton::clicked, this,
            [this, id = source.id] { Q_EMIT evidenceRequested(id); });
    row->addWidget(evidence);
    if (source.rejected > 0) {
        auto *rejected = new LinkButton(tr("Show its rejected lines"), links);
        connect(rejected, &QAbstractButton::clicked, this,
                [this, id = source.id] { Q_EMIT rejectedRequested(id); });
        row->addWidget(rejected);
    }
    row->addStretch();
    m_rows->addRow(links);
}

} // namespace auditloupe
