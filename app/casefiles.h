// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/casefile/temporarycase.h"
#include "views/common/latestjob.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

#include <functional>
#include <optional>

namespace auditloupe {

/// The files of the window's own cases: where a new case goes, and the removal of those that do
/// not stay. All of it happens on one other thread, in the order in which it was asked for, so a
/// name that becomes free is free. What is to go is gone when this object is. GUI thread only.
class CaseFiles : public QObject
{
    Q_OBJECT

public:
    using TakePath = std::function<void(const Result<QString> &)>;

    explicit CaseFiles(QObject *parent = nullptr);
    ~CaseFiles() override;
    Q_DISABLE_COPY_MOVE(CaseFiles)

    /// A free path in the folder of cases, named after the inputs. Whoever asked for a path before
    /// and was not answered yet is not answered any more, here and below.
    void findPath(const QStringList &inputs, const TakePath &take);
    /// A path in a folder that goes with this object, or with the next one that is asked for.
    void findTemporaryPath(const QString &name, const TakePath &take);
    /// Removes a case of the folder of cases, or the temporary one, with its downloads.
    void remove(const QString &path, const QStringList &downloads = {});

Q_SIGNALS:
    /// A case that was to go is still there: a secret that somebody would believe gone.
    void removalFailed(const QString &message);

private:
    template <typename Find>
    void find(Find find, const TakePath &take);
    Result<void> removeNow(const QString &path);

    QThreadPool m_pool;
    LatestJob<Result<QString>> m_path;
    TakePath m_take;
    std::optional<TemporaryCase> m_temporary; // the pool's thread alone touches it
};

} // namespace auditloupe
