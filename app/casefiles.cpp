// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/casefiles.h"

#include "app/fetch/downloadfile.h"
#include "model/casefile/caselibrary.h"

#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace auditloupe {

CaseFiles::CaseFiles(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_pool.start(&TemporaryCase::removeStale);
    connect(&m_path.watcher(), &QFutureWatcherBase::finished, this, [this] {
        if (m_path.hasResult()) {
            m_take(m_path.result());
        }
    });
}

CaseFiles::~CaseFiles()
{
    m_pool.waitForDone();
}

template <typename Find>
void CaseFiles::find(Find find, const TakePath &take)
{
    m_take = take;
    m_path.start([&](const std::stop_token &) { return QtConcurrent::run(&m_pool, find); });
}

void CaseFiles::findPath(const QStringList &inputs, const TakePath &take)
{
    find([inputs] { return newCasePath(inputs); }, take);
}

void CaseFiles::findTemporaryPath(const QString &name, const TakePath &take)
{
    const auto make = [this, name] {
        m_temporary.reset();
        return TemporaryCase::create(name).transform([this](TemporaryCase made) {
            m_temporary = std::move(made);
            return m_temporary->path();
        });
    };
    find(make, take);
}

void CaseFiles::remove(const QString &path, const QStringList &downloads)
{
    m_pool.start([this, path, downloads] {
        if (const Result<void> removed = removeNow(path); !removed) {
            Q_EMIT removalFailed(removed.error().toText());
        }
        std::ranges::for_each(downloads, removeDownload);
    });
}

Result<void> CaseFiles::removeNow(const QString &path)
{
    if (m_temporary && QFileInfo(path) == QFileInfo(m_temporary->path())) {
        m_temporary.reset();
        return {};
    }
    return QFileInfo::exists(path) ? discardCase(path) : Result<void>();
}

} // namespace auditloupe
