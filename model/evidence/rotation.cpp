// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/rotation.h"

#include "model/casefile/sourcetablemodel.h"
#include "model/event/time.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

QString withoutCompression(QString name)
{
    for (const QLatin1StringView ending : {".gz"_L1, ".zst"_L1, ".xz"_L1, ".bz2"_L1}) {
        if (name.endsWith(ending)) {
            name.chop(ending.size());
        }
    }
    return name;
}

std::optional<std::int64_t> rotationTime(const QRegularExpressionMatch &match)
{
    const QString text = match.captured(u"date") + u'T'
        + match.captured(u"time").replace(u'-', u':') + u'.' + match.captured(u"ms") + u'Z';
    return parseTime(text.toStdString());
}

PieceName numberedName(const QString &folder, const QString &name)
{
    static const QRegularExpression behind(uR"(^(?<log>.*)\.\d+$)"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression digits(uR"(\d+)"_s);
    if (const auto match = behind.match(name); match.hasMatch()) {
        return {.log = folder + match.captured(u"log"),
                .pattern = folder + match.captured(u"log") + u".#"_s};
    }
    QString pattern = name;
    pattern.replace(digits, u"#"_s);
    return {.log = folder + name, .pattern = folder + pattern};
}

/// "audit.log" of "/evidence/audit.log", with the folder's name in front of it.
QString streamName(const Stream &stream, const QString &key, std::span<const SourceInfo> sources)
{
    const SourceInfo &first = sources[stream.pieces.front().source];
    return stream.pieces.size() == 1 ? sourceName(first) : sourceName({.path = key});
}

void sortPieces(Stream &stream)
{
    std::ranges::sort(stream.pieces, {}, [](const Stream::Piece &piece) {
        return std::tuple(!piece.rotatedUs, piece.rotatedUs, piece.source);
    });
}

} // namespace

PieceName pieceName(const QString &path)
{
    static const QRegularExpression rotated(
        uR"(^(?<log>.*)-(?<date>\d{4}-\d\d-\d\d)T(?<time>\d\d-\d\d-\d\d)\.(?<ms>\d{3})(?<end>\.[^.]*)?$)"_s,
        QRegularExpression::DotMatchesEverythingOption);
    const qsizetype slash = path.lastIndexOf(u'/') + 1;
    const QString folder = path.first(slash);
    const QString name = withoutCompression(path.sliced(slash));
    if (const auto match = rotated.match(name); match.hasMatch()) {
        if (const std::optional<std::int64_t> us = rotationTime(match)) {
            const QString log = folder + match.captured(u"log") + match.captured(u"end");
            return {.log = log, .pattern = log, .rotatedUs = us};
        }
    }
    return numberedName(folder, name);
}

std::vector<Stream> streamsOf(std::span<const SourceInfo> sources)
{
    std::vector<PieceName> names;
    std::set<QString> rotatedLogs;
    for (const SourceInfo &source : sources) {
        names.push_back(pieceName(source.path));
        if (names.back().rotatedUs) {
            rotatedLogs.insert(names.back().log);
        }
    }
    std::map<QString, Stream> streams;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const PieceName &name = names[i];
        const bool isRotated = rotatedLogs.contains(name.log);
        Stream &stream = streams[isRotated               ? name.log
                                     : name.isNumbered() ? name.pattern
                                                         : sources[i].path];
        stream.isRotated = isRotated;
        stream.pieces.push_back({.source = i, .rotatedUs = name.rotatedUs});
    }
    std::vector<Stream> ordered;
    for (auto &[key, stream] : streams) {
        sortPieces(stream);
        stream.name = streamName(stream, key, sources);
        ordered.push_back(std::move(stream));
    }
    return ordered;
}

} // namespace auditloupe
