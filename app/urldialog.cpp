// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/urldialog.h"

#include "app/fetch/fetchurl.h"
#include "app/questions.h"
#include "model/event/time.h"
#include "views/overview/mutedlabel.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QtConcurrentRun>
#include <QTextOption>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr int DialogWidth = 620;
constexpr int UrlLines = 4;
constexpr int PerMille = 1000;
constexpr int LargestLimit = 4096; // GiB
constexpr std::int64_t UsPerSecond = 1'000'000;

QString size(std::int64_t bytes)
{
    return QLocale().formattedDataSize(bytes, 1);
}

/// One after the other: a server is not asked for more than it was going to give to one reader.
std::vector<Fetched> fetchAll(const std::vector<FetchRequest> &requests,
                              const std::function<FetchControl(std::size_t)> &controlOf)
{
    std::vector<Fetched> results;
    for (const FetchRequest &request : requests) {
        results.push_back(fetch(request, controlOf(results.size())));
        const FetchState state = results.back().state;
        if (state == FetchState::Cancelled || state == FetchState::AsksToFollow) {
            break;
        }
    }
    return results;
}

QString presignedText(const QUrl &url)
{
    const std::optional<QDateTime> end = validUntil(url);
    if (!end) {
        return UrlDialog::tr("The URL for %1 is signed and works like a password.")
            .arg(hostOf(url));
    }
    const QString time = end->toString(u"yyyy-MM-dd HH:mm 'UTC'"_s);
    return *end < QDateTime::currentDateTimeUtc()
        ? UrlDialog::tr("The signed URL for %1 has expired: it worked until %2.")
              .arg(hostOf(url), time)
        : UrlDialog::tr("The URL for %1 is signed and works like a password until %2.")
              .arg(hostOf(url), time);
}

QString progressText(const FetchProgress &progress, bool withRate)
{
    QString text = progress.total > 0
        ? UrlDialog::tr("%1: %2 of %3", "a file, sizes")
              .arg(progress.name, size(progress.done), size(progress.total))
        : u"%1: %2"_s.arg(progress.name, size(progress.done));
    if (progress.bytesPerSecond > 0) {
        if (withRate) {
            text += u" · "_s + UrlDialog::tr("%1/s", "a size").arg(size(progress.bytesPerSecond));
        }
        if (progress.total > 0) {
            const std::int64_t left = (progress.total - progress.done) / progress.bytesPerSecond;
            text += u" · "_s
                + UrlDialog::tr("%1 left", "a time").arg(formatDuration(left * UsPerSecond));
        }
    }
    return text;
}

QString resultText(const QUrl &url, const Fetched &fetched)
{
    QStringList sentences = fetched.notes;
    if (fetched.state == FetchState::Complete) {
        sentences.prepend(UrlDialog::tr("Downloaded."));
    } else {
        sentences.append(fetched.state == FetchState::Cancelled ? UrlDialog::tr("Stopped.")
                                                                : fetched.message);
        if (fetched.bytes > 0) {
            sentences.append(
                UrlDialog::tr("%1 have arrived and are kept; trying again goes on from there.")
                    .arg(size(fetched.bytes)));
        }
    }
    return u"%1: %2"_s.arg(fileNameOf(url), sentences.join(u' '));
}

QStringList masked(const QStringList &urls)
{
    QStringList texts;
    for (const QString &url : urls) {
        texts.append(maskedUrl(QUrl(url)));
    }
    texts.sort();
    return texts;
}

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

} // namespace

UrlDialog::UrlDialog(QWidget *parent)
    : QDialog(parent)
    , m_urls(new QPlainTextEdit(this))
    , m_plan(plainLabel(this))
    , m_limit(new QSpinBox(this))
    , m_bar(new QProgressBar(this))
    , m_hosts(plainLabel(this))
    , m_message(plainLabel(this))
{
    setWindowTitle(tr("Open URL"));
    setMinimumWidth(DialogWidth);
    m_pool.setMaxThreadCount(1);
    auto *rows = new QVBoxLayout(this);
    rows->setSpacing(12);
    makeFields();
    makeButtons();
    connect(m_urls, &QPlainTextEdit::textChanged, this, [this] {
        m_results.clear();
        showPlan();
        showState();
    });
    connect(&m_job.watcher(), &QFutureWatcherBase::finished, this, &UrlDialog::takeResults);
    showPlan();
    showState();
}

UrlDialog::~UrlDialog()
{
    m_job.cancel();
    m_pool.waitForDone();
}

void UrlDialog::makeFields()
{
    auto *label = new QLabel(tr("&URLs of log files, one a line:"), this);
    label->setBuddy(m_urls);
    m_urls->setPlaceholderText(u"https://…"_s);
    m_urls->setTabChangesFocus(true);
    m_urls->setWordWrapMode(QTextOption::WrapAnywhere); // the host is seen, however long the rest
    m_urls->setFixedHeight(m_urls->fontMetrics().lineSpacing() * (UrlLines + 1) + 12);
    m_limit->setRange(1, LargestLimit);
    m_limit->setValue(static_cast<int>(DefaultMaxBytes >> 30));
    m_limit->setSuffix(tr(" GiB"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(m_bar->fontMetrics().height());
    m_note = new MutedLabel(tr("The files come into a private folder of yours and are then "
                               "imported. No cookies or passwords are sent, redirects to other "
                               "hosts are followed only if you agree, and signatures in URLs "
                               "are kept nowhere."),
                            this);
    m_note->setWordWrap(true);
    m_limitRow = new QWidget(this);
    auto *limit = new QFormLayout(m_limitRow);
    limit->setContentsMargins(0, 0, 0, 0);
    limit->addRow(tr("&Largest file:"), m_limit);
    limit->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    auto *rows = qobject_cast<QVBoxLayout *>(layout());
    rows->addWidget(label);
    rows->addWidget(m_urls);
    rows->addWidget(m_plan);
    rows->addWidget(m_message);
    rows->addWidget(m_limitRow);
    rows->addWidget(m_note);
    rows->addWidget(m_bar);
    rows->addWidget(m_hosts);
    rows->addStretch();
}

void UrlDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_download = buttons->addButton(tr("&Download"), QDialogButtonBox::ActionRole);
    m_import = buttons->addButton(tr("&Import what arrived"), QDialogButtonBox::ActionRole);
    m_stop = buttons->addButton(tr("&Stop"), QDialogButtonBox::ActionRole);
    m_close = buttons->addButton(QDialogButtonBox::Close);
    m_download->setDefault(true);
    connect(m_download, &QPushButton::clicked, this, &UrlDialog::start);
    connect(m_import, &QPushButton::clicked, this, &UrlDialog::hand);
    connect(m_stop, &QPushButton::clicked, this, &UrlDialog::stop);
    connect(m_close, &QPushButton::clicked, this, &UrlDialog::reject);
    layout()->addWidget(buttons);
}

void UrlDialog::offer(const QStringList &urls)
{
    // What was typed may still have the secrets that are kept nowhere.
    if (!urls.isEmpty() && !isRunning() && masked(urls) != masked(lines())) {
        m_urls->setPlainText(urls.join(u'\n'));
    }
    show();
    raise();
    activateWindow();
    (m_download->isEnabled() ? static_cast<QWidget *>(m_download) : m_urls)
        ->setFocus(Qt::OtherFocusReason);
}

QStringList UrlDialog::lines() const
{
    QStringList lines;
    for (const QString &line : m_urls->toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty()) {
            lines.append(line.trimmed());
        }
    }
    lines.removeDuplicates();
    return lines;
}

void UrlDialog::showPlan()
{
    QStringList hosts;
    QStringList sentences;
    m_requests.clear();
    const QStringList lines = this->lines();
    for (const QString &line : lines) {
        const Result<QUrl> url = urlFrom(line);
        if (!url) {
            m_requests.clear();
            m_plan->setText(
                lines.size() == 1
                    ? url.error().message
                    : tr("URL %1: %2").arg(lines.indexOf(line) + 1).arg(url.error().message));
            return;
        }
        hosts.append(hostOf(*url));
        if (isPresigned(*url)) {
            sentences.append(presignedText(*url));
        }
        m_requests.push_back({.url = *url});
    }
    hosts.removeDuplicates();
    sentences.removeDuplicates();
    if (hosts.isEmpty()) {
        m_plan->setText(tr("Nobody is contacted before you choose “Download”."));
        return;
    }
    sentences.prepend(
        tr("“Download” contacts %1. Nobody has been contacted yet.").arg(hosts.join(u", "_s)));
    m_plan->setText(sentences.join(u'\n'));
}

void UrlDialog::start()
{
    m_results.clear();
    for (FetchRequest &request : m_requests) {
        request.maxBytes = std::int64_t{m_limit->value()} << 30;
        request.followHosts = m_followHosts;
    }
    m_bar->setRange(0, 0);
    m_hosts->setText(tr("Connecting …"));
    Q_EMIT progressed(m_hosts->text(), -1);
    m_job.start([this](const std::stop_token &stop) {
        return QtConcurrent::run(&m_pool, [this, stop, requests = m_requests] {
            // The pool is waited for before this object goes.
            return fetchAll(requests, [this, stop](std::size_t index) {
                const auto report = [this, index](const FetchProgress &progress) {
                    QMetaObject::invokeMethod(
                        this, [this, index, progress] { takeProgress(index, progress); },
                        Qt::QueuedConnection);
                };
                return FetchControl{.stop = stop, .progress = report};
            });
        });
    });
    showState();
}

void UrlDialog::takeProgress(std::size_t index, const FetchProgress &progress)
{
    if (!isRunning()) {
        return;
    }
    m_bar->setRange(0, progress.total > 0 ? PerMille : 0);
    if (progress.total > 0) {
        m_bar->setValue(static_cast<int>(progress.done * PerMille / progress.total));
    }
    QString text = progressText(progress, true);
    if (m_requests.size() > 1) {
        text =
            tr("File %1 of %2", "numbers").arg(index + 1).arg(m_requests.size()) + u" · "_s + text;
    }
    m_hosts->setText(progress.hosts.join(u" → "_s) + u'\n' + text);
    Q_EMIT progressed(progressText(progress, false), progress.total > 0 ? m_bar->value() : -1);
}

void UrlDialog::takeResults()
{
    if (!m_job.hasResult()) {
        return;
    }
    m_results = m_job.result();
    Q_EMIT ended();
    const bool isAll = m_results.size() == m_requests.size()
        && std::ranges::all_of(m_results, [](const Fetched &fetched) {
                           return fetched.state == FetchState::Complete;
                       });
    if (isAll) {
        hand();
        return;
    }
    showResults();
    showState();
    show();
    if (m_results.back().state == FetchState::AsksToFollow) {
        askToFollow(m_results.back().redirectHost);
    }
}

void UrlDialog::showResults()
{
    QStringList texts;
    for (std::size_t i = 0; i < m_results.size(); ++i) {
        texts.append(resultText(m_requests[i].url, m_results[i]));
    }
    m_message->setText(texts.join(u'\n'));
}

void UrlDialog::askToFollow(const QString &host)
{
    ask(this,
        {.text = m_results.back().message,
         .explanation = tr("The file is to come from there. It has not been contacted yet."),
         .answers = {{tr("Download from %1").arg(host), [this, host](bool) {
                          m_followHosts.append(host);
                          start();
                      }}}});
}

/// Hands on what arrived, whole or not.
void UrlDialog::hand()
{
    Downloads downloads;
    bool areAllWhole = m_results.size() == m_requests.size();
    for (const Fetched &fetched : m_results) {
        areAllWhole = areAllWhole && fetched.state == FetchState::Complete;
        if (fetched.bytes > 0) {
            downloads.emplace(QFileInfo(fetched.path).absoluteFilePath(), fetched.info);
        }
    }
    m_results.clear();
    if (areAllWhole) {
        m_urls->clear(); // what is not whole can go on
    }
    hide();
    showState();
    Q_EMIT fetched(downloads);
}

void UrlDialog::showState()
{
    const bool isBusy = isRunning();
    const bool hasSome =
        std::ranges::any_of(m_results, [](const Fetched &fetched) { return fetched.bytes > 0; });
    m_urls->setReadOnly(isBusy);
    m_plan->setVisible(!isBusy && m_results.empty());
    m_limitRow->setVisible(!isBusy);
    m_note->setVisible(!isBusy);
    m_bar->setVisible(isBusy);
    m_hosts->setVisible(isBusy);
    m_message->setVisible(!isBusy && !m_results.empty());
    m_import->setVisible(!isBusy && hasSome);
    m_download->setVisible(!isBusy);
    m_download->setEnabled(!m_requests.empty());
    m_download->setText(m_results.empty() ? tr("&Download") : tr("&Try again"));
    m_stop->setVisible(isBusy);
    m_close->setText(isBusy ? tr("&Hide") : tr("&Close"));
    adjustSize();
}

} // namespace auditloupe
