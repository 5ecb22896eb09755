// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QString>

#include <memory>

class QLockFile;

namespace auditloupe {

/// The place of a case that goes when this object goes: a folder of its own with mode 0700. A
/// lock beside it tells the ones in use from those that a killed process left behind.
class TemporaryCase
{
public:
    /// Also removes what killed processes left behind. The name is the file's.
    static Result<TemporaryCase> create(const QString &name = QStringLiteral("temporary"));

    TemporaryCase(TemporaryCase &&) noexcept;
    TemporaryCase &operator=(TemporaryCase &&) noexcept;
    ~TemporaryCase();

    /// The case's path; the file is made by whoever writes it.
    QString path() const;

    /// The folder that holds the temporary cases of all running programs of this user.
    static QString folder();

    static void removeStale();

private:
    TemporaryCase(QString folder, QString name, std::unique_ptr<QLockFile> lock);
    void remove();

    QString m_folder;
    QString m_name;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace auditloupe
