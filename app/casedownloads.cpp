// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/casedownloads.h"

#include "app/fetch/downloadfile.h"
#include "model/import/downloadpart.h"

#include <algorithm>
#include <utility>

namespace auditloupe {

QStringList CaseDownloads::add(const Downloads &downloads)
{
    QStringList paths;
    for (const auto &[path, info] : downloads) {
        m_waiting.insert_or_assign(path, info);
        paths.append(path);
    }
    return paths;
}

void CaseDownloads::note(const ImportReport &report)
{
    settleDownloads(m_waiting, report);
    for (const SourceInfo &source : report.sources) {
        if (m_waiting.erase(source.path) > 0) {
            m_files.append(source.path);
        }
        if (isBrokenDownload(source)) {
            m_broken.insert_or_assign(source.path, source.download->url);
        } else if (source.download) {
            m_broken.erase(source.path);
        }
    }
}

bool CaseDownloads::areBroken(const QStringList &logs) const
{
    return std::ranges::all_of(logs, [this](const QString &log) { return m_broken.contains(log); });
}

QStringList CaseDownloads::brokenUrls() const
{
    QStringList urls;
    std::ranges::transform(m_broken, std::back_inserter(urls),
                           &BrokenDownloads::value_type::second);
    return urls;
}

QStringList CaseDownloads::takeFiles()
{
    m_broken.clear();
    return std::exchange(m_files, {});
}

} // namespace auditloupe
