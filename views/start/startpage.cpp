// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/start/startpage.h"

#include "model/casefile/caselibrary.h"
#include "views/overview/linkbutton.h"
#include "views/overview/mutedlabel.h"
#include "views/overview/section.h"
#include "views/start/applicationicon.h"
#include "views/start/recentbutton.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QtConcurrentRun>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr int PageWidth = 560;
constexpr int IconSize = 48;
constexpr std::size_t ShownCases = 6;
constexpr qreal TitleScale = 1.5;

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_recent(new Section(tr("Recent cases"), {}))
{
    m_pool.setMaxThreadCount(1);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *column = new QWidget(this);
    column->setMaximumWidth(PageWidth);
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(24, 24, 24, 24);
    rows->setSpacing(32);
    rows->addWidget(makeHead());
    rows->addWidget(makeActions());
    rows->addWidget(m_recent);
    rows->addWidget(makeSample());

    // A third of the room above, two thirds below: the optical middle.
    auto *page = new QVBoxLayout(this);
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(column, 100);
    across->addStretch(1);
    page->addStretch(1);
    page->addLayout(across);
    page->addStretch(2);

    m_recent->hide();
    connect(&m_recentWatcher, &QFutureWatcherBase::finished, this, &StartPage::showRecent);
}

StartPage::~StartPage()
{
    m_recentWatcher.cancel();
    m_pool.waitForDone();
}

QWidget *StartPage::makeHead()
{
    auto *head = new QWidget;
    auto *icon = new QLabel(head);
    icon->setPixmap(applicationIcon().pixmap(IconSize));
    auto *title = new QLabel(u"Auditloupe"_s, head);
    title->setTextFormat(Qt::PlainText);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * TitleScale);
    title->setFont(large);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(title);
    words->addWidget(
        new MutedLabel(tr("Who did what in a Kubernetes cluster, from its audit log."), head));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(4, 0, 4, 0);
    row->setSpacing(16);
    row->addWidget(icon);
    row->addLayout(words, 1);
    return head;
}

QWidget *StartPage::makeActions() const
{
    auto *actions = new QWidget;
    auto *files = new QPushButton(QIcon::fromTheme(u"document-open"_s), tr("&Open files…"));
    auto *folder = new QPushButton(QIcon::fromTheme(u"folder-open"_s), tr("Open fo&lder…"));
    auto *url = new QPushButton(QIcon::fromTheme(u"folder-remote"_s), tr("Open &URL…"));
    files->setDefault(true);
    files->setAutoDefault(true);
    folder->setAutoDefault(true);
    url->setAutoDefault(true);
    connect(files, &QPushButton::clicked, this, &StartPage::openFiles);
    connect(folder, &QPushButton::clicked, this, &StartPage::openFolder);
    connect(url, &QPushButton::clicked, this, &StartPage::openUrl);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(files);
    buttons->addWidget(folder);
    buttons->addWidget(url);
    buttons->addStretch();
    auto *hint = new MutedLabel(tr("Or drop them anywhere in this window: logs plain or "
                                   "compressed, rotated files, whole folders, cases. Nobody "
                                   "is contacted unless you open a URL, and the logs stay as "
                                   "they are."),
                                actions);
    hint->setWordWrap(true);
    auto *rows = new QVBoxLayout(actions);
    rows->setContentsMargins(4, 0, 4, 0);
    rows->setSpacing(12);
    rows->addLayout(buttons);
    rows->addWidget(hint);
    return actions;
}

QWidget *StartPage::makeSample() const
{
    auto *sample = new Section(tr("Without a log at hand"), {});
    sample->addText(tr("A Friday evening in production: by Saturday morning the app is down and a "
                       "ConfigMap is gone. Who deleted it?"));
    auto *open = new LinkButton(tr("Open the sample incident"), sample);
    connect(open, &QAbstractButton::clicked, this, &StartPage::openSample);
    sample->addRow(open);
    if (sampleFolder().isEmpty()) {
        sample->hide();
    }
    return sample;
}

void StartPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void StartPage::refresh()
{
    m_recentWatcher.setFuture(QtConcurrent::run(&m_pool, recentCases));
}

void StartPage::showRecent()
{
    if (m_recentWatcher.isCanceled()) {
        return;
    }
    const std::vector<RecentCase> recent = m_recentWatcher.result();
    m_recent->clear();
    for (std::size_t i = 0; i < std::min(recent.size(), ShownCases); ++i) {
        auto *button = new RecentButton(recent[i], m_recent);
        connect(button, &RecentButton::chosen, this,
                [this, path = recent[i].path] { Q_EMIT openCase(path); });
        connect(button, &RecentButton::forgetRequested, this, [this, path = recent[i].path] {
            forgetCase(path);
            refresh();
        });
        m_recent->addRow(button);
    }
    m_recent->setVisible(!recent.empty());
}

} // namespace auditloupe
