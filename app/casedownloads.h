// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/openplan.h"
#include "model/import/importer.h"

#include <QStringList>

namespace auditloupe {

/// The downloads of the window: those that wait for their import, and those of the open case.
class CaseDownloads
{
public:
    /// The paths of the files that arrived.
    QStringList add(const Downloads &downloads);
    /// Not imported yet.
    const Downloads &waiting() const { return m_waiting; }

    /// What an import made of them.
    void note(const ImportReport &report);
    void setBroken(const BrokenDownloads &broken) { m_broken = broken; }
    /// Whether the open case has the beginnings of all these logs.
    bool areBroken(const QStringList &logs) const;
    /// The URLs of what broke off in the open case, without secrets.
    QStringList brokenUrls() const;

    /// The files of the open case, which is closed: nothing of it is kept here.
    QStringList takeFiles();

private:
    Downloads m_waiting;
    QStringList m_files; // of the open case: they go when it is discarded
    BrokenDownloads m_broken; // of the open case
};

} // namespace auditloupe
