// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/temporarycase.h"

#include <QCoreApplication>
#include <QDir>
#include <QLockFile>
#include <QStandardPaths>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr auto OwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

// The lock file's own lock says whether its process lives; its recorded process number does not
// (it may belong to another process by now, or to another container). So any age counts as old.
std::unique_ptr<QLockFile> lockFor(const QString &folder)
{
    auto lock = std::make_unique<QLockFile>(folder + u".lock"_s);
    lock->setStaleLockTime(std::chrono::milliseconds(1));
    return lock;
}

Error cannotMake(const QString &folder)
{
    return {.code = Error::Code::Io,
            .message = QCoreApplication::translate(
                "TemporaryCase", "The folder for a temporary case cannot be made."),
            .where = {.file = folder}};
}

} // namespace

QString TemporaryCase::folder()
{
    // Not the system's temporary folder: that is often a disk in memory, too small for a case.
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    return cache + u"/temporary-cases"_s;
}

Result<TemporaryCase> TemporaryCase::create(const QString &name)
{
    const QString parent = folder();
    if (!QDir().mkpath(parent) || !QFile::setPermissions(parent, OwnerOnly)) {
        return std::unexpected(cannotMake(parent));
    }
    removeStale();
    const QString own = parent + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<QLockFile> lock = lockFor(own);
    // The lock comes first: a folder without one is free to be removed.
    if (!lock->tryLock() || !QDir().mkdir(own, OwnerOnly)) {
        return std::unexpected(cannotMake(own));
    }
    return TemporaryCase(own, name, std::move(lock));
}

void TemporaryCase::removeStale()
{
    const QDir parent(folder());
    const QFileInfoList folders = parent.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : folders) {
        const std::unique_ptr<QLockFile> lock = lockFor(entry.filePath());
        if (lock->tryLock()) {
            QDir(entry.filePath()).removeRecursively();
        }
    }
}

TemporaryCase::TemporaryCase(QString folder, QString name, std::unique_ptr<QLockFile> lock)
    : m_folder(std::move(folder))
    , m_name(std::move(name))
    , m_lock(std::move(lock))
{
}

TemporaryCase::TemporaryCase(TemporaryCase &&other) noexcept
    : m_folder(std::exchange(other.m_folder, {}))
    , m_name(std::move(other.m_name))
    , m_lock(std::move(other.m_lock))
{
}

TemporaryCase &TemporaryCase::operator=(TemporaryCase &&other) noexcept
{
    if (this != &other) {
        remove();
        m_folder = std::exchange(other.m_folder, {});
        m_name = std::move(other.m_name);
        m_lock = std::move(other.m_lock);
    }
    return *this;
}

TemporaryCase::~TemporaryCase()
{
    remove();
}

void TemporaryCase::remove()
{
    if (!m_folder.isEmpty()) {
        QDir(m_folder).removeRecursively();
        m_folder.clear();
    }
    m_lock.reset();
}

QString TemporaryCase::path() const
{
    return m_folder + u'/' + m_name + u".auditcase"_s;
}

} // namespace auditloupe
