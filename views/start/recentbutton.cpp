// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/start/recentbutton.h"

#include "views/overview/mutedlabel.h"

#include <QAction>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr int Inset = 4; // as the headings
constexpr int Gap = 16;
constexpr std::int64_t UsPerMs = 1000;

QString shortFolder(const QString &path)
{
    const QString folder = QFileInfo(path).path();
    const QString home = QDir::homePath();
    return folder == home || folder.startsWith(home + u'/') ? u'~' + folder.sliced(home.size())
                                                            : QDir::toNativeSeparators(folder);
}

QString contentText(const RecentCase &recent)
{
    if (recent.isMissing) {
        return RecentButton::tr("missing", "a case that is no longer there");
    }
    if (recent.events < 0) {
        return RecentButton::tr("import unfinished");
    }
    const int events = static_cast<int>(recent.events);
    return RecentButton::tr("%Ln event(s)", nullptr, events);
}

} // namespace

RecentButton::RecentButton(const RecentCase &recent, QWidget *parent)
    : FlatButton(parent)
    , m_name(QFileInfo(recent.path).completeBaseName())
    , m_folder(shortFolder(recent.path))
    , m_events(contentText(recent))
    , m_opened(QLocale().toString(QDateTime::fromMSecsSinceEpoch(recent.openedUs / UsPerMs),
                                  QLocale::ShortFormat))
    , m_isMissing(recent.isMissing)
{
    setAccessibleName(u"%1, %2"_s.arg(m_name, m_events));
    setAccessibleDescription(recent.path);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addForgetAction();
    if (m_isMissing) {
        setCursor(Qt::ArrowCursor);
    } else {
        connect(this, &QAbstractButton::clicked, this, &RecentButton::chosen);
    }
}

void RecentButton::addForgetAction()
{
    auto *forget = new QAction(tr("Remove from this list"), this);
    forget->setShortcut(Qt::Key_Delete);
    forget->setShortcutContext(Qt::WidgetShortcut);
    connect(forget, &QAction::triggered, this, &RecentButton::forgetRequested);
    addAction(forget);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

QSize RecentButton::sizeHint() const
{
    return {320, 2 * fontMetrics().height() + 14};
}

void RecentButton::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintBack(painter);
    painter.setPen(m_isMissing ? mutedColor(palette()) : linkColor());
    paintLine(painter, 6, m_name, m_events);
    painter.setPen(mutedColor(palette()));
    paintLine(painter, 8 + fontMetrics().height(), m_folder, m_opened);
    paintFocus(painter);
}

void RecentButton::paintLine(QPainter &painter, int top, const QString &left,
                             const QString &right) const
{
    const QPen pen = painter.pen();
    const QRect line(Inset, top, width() - 2 * Inset, fontMetrics().height());
    const int rightWidth = fontMetrics().horizontalAdvance(right);
    const int room = line.width() - rightWidth - Gap;
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(left, Qt::ElideMiddle, room));
    painter.setPen(mutedColor(palette()));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, right);
    painter.setPen(pen);
}

} // namespace auditloupe
