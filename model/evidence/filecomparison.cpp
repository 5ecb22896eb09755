// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/filecomparison.h"

#include "model/base/sha256.h"
#include "model/casefile/sourcename.h"
#include "model/sources/inputstream.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr qint64 BytesAtOnce = 1 << 20;
constexpr std::int64_t UsPerMs = 1000;

struct Sums
{
    QByteArray beginning = {}; ///< of as many bytes as were imported
    QByteArray whole = {};
    std::int64_t bytes = 0;
};

Error cannotRead(const QFile &file)
{
    return {.code = Error::Code::Io,
            .message = QCoreApplication::translate("Evidence",
                                                   "The file cannot be read, so it cannot be "
                                                   "compared."),
            .where = {.file = file.fileName()},
            .detail = file.errorString()};
}

Result<Sums> sumsOf(const SourceInfo &source, const JobControl &control)
{
    QFile file(source.path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::unexpected(cannotRead(file));
    }
    Sha256 beginning;
    Sha256 whole;
    Sums sums;
    QByteArray buffer(BytesAtOnce, Qt::Uninitialized);
    for (;;) {
        if (control.isCancelled()) {
            return std::unexpected(Error::cancelled());
        }
        const qint64 read = file.read(buffer.data(), buffer.size());
        if (read < 0) {
            return std::unexpected(cannotRead(file));
        }
        if (read == 0) {
            break;
        }
        const std::string_view bytes(buffer.constData(), std::size_t(read));
        const std::int64_t imported = std::max<std::int64_t>(0, source.bytes - sums.bytes);
        beginning.add(bytes.substr(0, std::size_t(imported)));
        whole.add(bytes);
        sums.bytes += read;
        if (control.progress) {
            control.progress({.done = sums.bytes, .total = file.size(), .item = source.path});
        }
    }
    sums.beginning = beginning.result();
    sums.whole = whole.result();
    return sums;
}

/// File systems and archives keep times to different precision.
bool isSameTime(std::optional<std::int64_t> one, std::optional<std::int64_t> other)
{
    constexpr std::int64_t SlackUs = 2'000'000;
    return !one || !other || std::abs(*one - *other) <= SlackUs;
}

FileComparison comparedMember(InputStream &member, const SourceInfo &source)
{
    FileComparison comparison{.bytes = member.bytesFound(),
                              .modifiedUs = member.member().modifiedUs,
                              .sha256 = member.sha256()};
    if (source.sha256.isEmpty()) {
        comparison.change = FileChange::Unknown;
    } else if (comparison.sha256 != source.sha256) {
        comparison.change = FileChange::Changed;
    } else {
        comparison.change = isSameTime(comparison.modifiedUs, source.modifiedUs)
            ? FileChange::Unchanged
            : FileChange::Touched;
    }
    return comparison;
}

/// What is true of a member is read from its archive, wherever in there it stands; nothing where
/// it is not in there.
Result<std::optional<FileComparison>> compareMember(InputStream &archive, const SourceInfo &source,
                                                    const JobControl &control)
{
    for (;;) {
        Result<std::optional<InputStream>> next = archive.nextMember();
        if (!next || !*next) {
            return next.transform([](const auto &) { return std::optional<FileComparison>(); });
        }
        InputStream &member = **next;
        if (member.path() == source.path) {
            const Result<void> read = member.drain([&control] { return control.isCancelled(); });
            return read.transform([&] { return std::optional(comparedMember(member, source)); });
        }
        if (source.path.startsWith(member.path() + MemberSign) && member.isArchive()) {
            Result<std::optional<FileComparison>> found = compareMember(member, source, control);
            if (!found || *found) {
                return found;
            }
        }
        if (control.isCancelled()) {
            return std::unexpected(Error::cancelled());
        }
    }
}

Result<FileComparison> compareInArchive(const SourceInfo &source, const JobControl &control)
{
    if (!QFileInfo(source.archive).isFile()) {
        return FileComparison{.change = FileChange::Missing};
    }
    return InputStream::open(source.archive)
        .and_then([&](InputStream archive) { return compareMember(archive, source, control); })
        .transform([](const std::optional<FileComparison> &found) {
            return found.value_or(FileComparison{.change = FileChange::Missing});
        });
}

} // namespace

Result<FileComparison> compareWithFile(const SourceInfo &source, const JobControl &control)
{
    if (source.parent) {
        return compareInArchive(source, control);
    }
    const QFileInfo info(source.path);
    FileComparison comparison;
    if (!isFilePath(source.path) || (info.exists() && !info.isFile())) {
        comparison.change = FileChange::NoFile;
        return comparison;
    }
    if (!info.exists()) {
        comparison.change = FileChange::Missing;
        return comparison;
    }
    comparison.bytes = info.size();
    comparison.modifiedUs = info.lastModified(QTimeZone::UTC).toMSecsSinceEpoch() * UsPerMs;
    if (source.sha256.isEmpty()) {
        return comparison;
    }
    const Result<Sums> sums = sumsOf(source, control);
    if (!sums) {
        return std::unexpected(sums.error());
    }
    comparison.bytes = sums->bytes;
    comparison.sha256 = sums->whole;
    if (sums->whole == source.sha256) {
        comparison.change = isSameTime(comparison.modifiedUs, source.modifiedUs)
            ? FileChange::Unchanged
            : FileChange::Touched;
    } else {
        comparison.change =
            sums->beginning == source.sha256 ? FileChange::Grown : FileChange::Changed;
    }
    return comparison;
}

QString fileChangeName(FileChange change)
{
    switch (change) {
    case FileChange::Unchanged:
        return u"unchanged"_s;
    case FileChange::Touched:
        return u"touched"_s;
    case FileChange::Grown:
        return u"grown"_s;
    case FileChange::Changed:
        return u"changed"_s;
    case FileChange::Missing:
        return u"missing"_s;
    case FileChange::NoFile:
        return u"no-file"_s;
    case FileChange::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString fileChangeText(FileChange change)
{
    const auto text = [](const char *source) {
        return QCoreApplication::translate("Evidence", source);
    };
    switch (change) {
    case FileChange::Unchanged:
        return text(QT_TRANSLATE_NOOP("Evidence",
                                      "The file is as it was imported: its SHA-256 is the same."));
    case FileChange::Touched:
        return text(QT_TRANSLATE_NOOP(
            "Evidence",
            "The file holds the bytes that were imported, but its time of modification is another "
            "one. Copying and unpacking do that."));
    case FileChange::Grown:
        return text(QT_TRANSLATE_NOOP(
            "Evidence",
            "The file begins with the bytes that were imported and goes on behind them: it was "
            "still being written. What is new is not in the case."));
    case FileChange::Changed:
        return text(QT_TRANSLATE_NOOP(
            "Evidence",
            "The file holds other bytes than were imported. The case still has the ones that were. "
            "A log that is rotated under the same name changes like this, too."));
    case FileChange::Missing:
        return text(QT_TRANSLATE_NOOP(
            "Evidence",
            "There is no file at this path now. It was moved or deleted, lies on a drive that is "
            "not there, or was a part of an archive."));
    case FileChange::NoFile:
        return text(QT_TRANSLATE_NOOP("Evidence",
                                      "The source was no file, so there is nothing to "
                                      "compare with."));
    case FileChange::Unknown:
        break;
    }
    return text(QT_TRANSLATE_NOOP("Evidence",
                                  "The import did not read the file to its end, so its SHA-256 is "
                                  "unknown and it cannot be compared."));
}

} // namespace auditloupe
