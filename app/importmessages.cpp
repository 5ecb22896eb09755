// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/importmessages.h"

#include "app/reporttext.h"
#include "views/common/messagebar.h"

namespace auditloupe {

using namespace Qt::StringLiterals;

ImportMessages::ImportMessages(MessageBar *messages, QObject *parent)
    : QObject(parent)
    , m_messages(messages)
{
}

void ImportMessages::showProblem(const QString &text)
{
    m_messages->show(MessageBar::Kind::Problem, text);
}

void ImportMessages::showReport(const ImportReport &report, std::int64_t caseEvents,
                                const QStringList &brokenUrls)
{
    if (report.cancelled) {
        m_messages->show(MessageBar::Kind::Warning,
                         tr("The import was cancelled. %Ln event(s) are in the case.", nullptr,
                            static_cast<int>(caseEvents)));
        offerFinishing(report.casePath);
        return;
    }
    m_messages->show(hasProblems(report) ? MessageBar::Kind::Warning : MessageBar::Kind::Note,
                     reportText(report),
                     brokenUrls.isEmpty() ? MessageBar::Stay::UntilSeen
                                          : MessageBar::Stay::UntilClosed);
    m_messages->addAction(tr("Details…"), [this] { Q_EMIT detailsRequested(); });
    offerGoingOn(brokenUrls);
}

void ImportMessages::showUnfinished(const QString &casePath, const QStringList &unfinished,
                                    const QStringList &brokenUrls)
{
    QStringList problems;
    if (!brokenUrls.isEmpty()) {
        problems.append(tr("A download broke off: the case holds what had arrived."));
    }
    if (!unfinished.isEmpty()) {
        problems.append(tr("The import of %1 was interrupted. The case holds what was imported "
                           "until then.")
                            .arg(unfinished.join(u", "_s)));
    }
    if (problems.isEmpty()) {
        return;
    }
    m_messages->show(MessageBar::Kind::Warning, problems.join(u'\n'));
    offerGoingOn(brokenUrls);
    if (!unfinished.isEmpty()) {
        offerFinishing(casePath);
    }
}

void ImportMessages::offerFinishing(const QString &casePath)
{
    m_messages->addAction(tr("Finish import"),
                          [this, casePath] { Q_EMIT finishRequested(casePath, Rest::Read); });
    m_messages->addAction(tr("Keep what is there"),
                          [this, casePath] { Q_EMIT finishRequested(casePath, Rest::GiveUp); });
}

void ImportMessages::offerFormats(const ImportRequest &request)
{
    if (!request.inputs.isEmpty() && request.format.isEmpty()) {
        m_messages->addAction(tr("Choose the format…"),
                              [this, inputs = request.inputs] { Q_EMIT formatRequested(inputs); });
    }
}

void ImportMessages::offerMoreSpace(const ImportRequest &request, bool canMove)
{
    if (canMove) {
        m_messages->addAction(tr("Choose another place…"),
                              [this, request] { Q_EMIT elsewhereRequested(request); });
    }
    m_messages->addAction(tr("Import anyway"),
                          [this, request] { Q_EMIT anywayRequested(request); });
}

void ImportMessages::offerGoingOn(const QStringList &brokenUrls)
{
    if (!brokenUrls.isEmpty()) {
        m_messages->addAction(tr("Go on with the download…"),
                              [this, brokenUrls] { Q_EMIT urlsRequested(brokenUrls); });
    }
}

} // namespace auditloupe
