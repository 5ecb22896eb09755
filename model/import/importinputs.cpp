// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/import/importinputs.h"

#include "model/casefile/caselibrary.h"
#include "model/sources/inputstream.h"
#include "model/sources/pathplace.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

/// A closed folder, a link that leads nowhere or to a folder elsewhere, which might be a large one:
/// opening it as a file says so.
bool mustBeNamed(const QFileInfo &file, const QString &root)
{
    const bool leadsElsewhere =
        file.isSymLink() && !(file.canonicalFilePath() + u'/').startsWith(root);
    return leadsElsewhere ? file.isDir() || !file.exists() : file.isDir() && !file.isReadable();
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator walk(folder,
                      QDir::Files | QDir::Dirs | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot,
                      QDirIterator::Subdirectories);
    const QString root = QFileInfo(folder).canonicalFilePath() + u'/';
    while (walk.hasNext()) {
        const QFileInfo file = walk.nextFileInfo();
        if (file.isFile() || mustBeNamed(file, root)) { // no sockets, pipes or devices
            files.append(file.filePath());
        }
    }
    std::ranges::sort(files); // by code units: the same everywhere
    return files;
}

/// QFile's permissions as the usual bits of a Unix mode.
std::uint32_t modeBits(QFileDevice::Permissions permissions)
{
    const auto bits = [&](QFileDevice::Permission read, QFileDevice::Permission write,
                          QFileDevice::Permission execute) {
        return (permissions.testFlag(read) ? 4U : 0U) | (permissions.testFlag(write) ? 2U : 0U)
            | (permissions.testFlag(execute) ? 1U : 0U);
    };
    using enum QFileDevice::Permission;
    return bits(ReadOwner, WriteOwner, ExeOwner) << 6U | bits(ReadGroup, WriteGroup, ExeGroup) << 3U
        | bits(ReadOther, WriteOther, ExeOther);
}

QString ownerOf(const QFileInfo &file)
{
    constexpr uint NoId = static_cast<uint>(-2);
    if (file.ownerId() == NoId) {
        return file.owner();
    }
    const QString user = file.owner().isEmpty() ? QString::number(file.ownerId()) : file.owner();
    const QString group = file.group().isEmpty() ? QString::number(file.groupId()) : file.group();
    return u"%1:%2"_s.arg(user, group);
}

QString text(const char *source)
{
    return QCoreApplication::translate("Import", source);
}

/// Names like these overwrite files elsewhere when somebody unpacks the archive.
bool leadsOut(const QString &name)
{
    static const QRegularExpression way(uR"(^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$))"_s);
    return way.match(name).hasMatch();
}

/// What nobody has said yet.
void tellByPath(SourceInfo &source)
{
    const PathPlace told = placeOfPath(source.path);
    source.server = told.server.isEmpty() ? source.server : told.server;
    if (source.nodeFrom == ToldBy::Nobody && !told.node.isEmpty()) {
        source.node = told.node;
        source.nodeFrom = ToldBy::Path;
    }
}

} // namespace

QStringList expandInputs(const QStringList &inputs)
{
    QStringList files;
    QSet<QString> seen;
    const auto add = [&](const QString &path) {
        const QString canonical = QFileInfo(path).canonicalFilePath();
        if (!canonical.isEmpty() && seen.contains(canonical)) {
            return;
        }
        seen.insert(canonical);
        files.append(path);
    };
    for (const QString &input : inputs) {
        if (input != "-"_L1 && QFileInfo(input).isDir() && QFileInfo(input).isReadable()) {
            std::ranges::for_each(filesBelow(input), add);
        } else {
            add(input);
        }
    }
    return files;
}

QString keptCase(const QString &path, const QString &casePath)
{
    static constexpr std::array Beside = {"-wal"_L1, "-shm"_L1, "-journal"_L1, "-lock"_L1};
    QString file = QFileInfo(path).canonicalFilePath();
    const auto ends = [&file](QLatin1StringView suffix) { return file.endsWith(suffix); };
    if (const auto *const it = std::ranges::find_if(Beside, ends); it != Beside.end()) {
        file.chop(it->size());
    }
    const bool isKept = file == QFileInfo(casePath).canonicalFilePath() || isInCaseFolder(file);
    return isKept ? file : QString();
}

SourceInfo describeFile(const QString &path)
{
    SourceInfo source;
    source.path = path;
    source.state = SourceState::Importing;
    source.importedUs = QDateTime::currentMSecsSinceEpoch() * 1000;
    source.importedBy = QStringLiteral(AUDITLOUPE_VERSION);
    const QFileInfo file(path);
    if (path == "-"_L1 || !file.exists()) {
        return source;
    }
    source.path = file.absoluteFilePath();
    source.bytes = file.size();
    source.modifiedUs = file.lastModified(QTimeZone::UTC).toMSecsSinceEpoch() * 1000;
    source.mode = modeBits(file.permissions());
    source.owner = ownerOf(file);
    tellByPath(source);
    return source;
}

SourceInfo describeMember(const InputStream &member, const SourceInfo &archive)
{
    const ArchiveMember &entry = member.member();
    SourceInfo source;
    source.parent = archive.id;
    source.path = member.path();
    source.archive = archive.archive.isEmpty() ? archive.path : archive.archive;
    source.format = archive.format;
    source.state = SourceState::Importing;
    source.modifiedUs = entry.modifiedUs;
    source.mode = entry.mode;
    source.owner = entry.owner;
    source.importedUs = archive.importedUs;
    source.importedBy = archive.importedBy;
    source.cluster = archive.cluster;
    source.clusterFrom = archive.clusterFrom;
    source.node = archive.node;
    source.nodeFrom = archive.nodeFrom;
    source.server = archive.server;
    tellByPath(source);
    if (leadsOut(entry.name)) {
        source.message = text(
            QT_TRANSLATE_NOOP("Import",
                              "The name leads out of the archive, as if to write over other files "
                              "when it is unpacked. The member was read, and nothing written."));
    } else if (!source.path.endsWith(MemberSign + entry.name)) {
        source.message = text(QT_TRANSLATE_NOOP(
            "Import", "The archive has an earlier member of the same name; both were read."));
    }
    return source;
}

std::string headOfFile(const QString &path)
{
    std::string head;
    Result<InputStream> stream = InputStream::open(path);
    while (stream && !stream->isArchive() && head.size() < HeadBytes) {
        const Result<std::string_view> bytes = stream->read();
        if (!bytes || bytes->empty()) {
            break;
        }
        head += bytes->substr(0, HeadBytes - head.size());
    }
    return head;
}

} // namespace auditloupe
