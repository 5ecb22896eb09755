// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/evidencejson.h"

#include "model/event/time.h"
#include "model/evidence/evidencetext.h"
#include "model/evidence/findingtext.h"

#include <QJsonArray>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr double UsPerSecond = 1e6;

QJsonValue number(std::int64_t value)
{
    return static_cast<qint64>(value);
}

QJsonValue seconds(std::int64_t us)
{
    return static_cast<double>(us) / UsPerSecond;
}

QJsonValue timeValue(std::optional<std::int64_t> us)
{
    return us ? QJsonValue(formatTimeUtc(*us)) : QJsonValue();
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QString latin(std::string_view name)
{
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

template <typename Item, typename Convert>
QJsonArray array(const std::vector<Item> &items, Convert convert)
{
    QJsonArray values;
    for (const Item &item : items) {
        values.append(convert(item));
    }
    return values;
}

QJsonArray fieldArray(const std::vector<const Field *> &fields)
{
    return array(fields, [](const Field *field) { return latin(field->name); });
}

template <typename Name>
QJsonObject counts(const std::array<std::int64_t, 5> &numbers, Name name)
{
    QJsonObject object;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] > 0) {
            object.insert(i == 0 ? u"unknown"_s : latin(name(i)), number(numbers[i]));
        }
    }
    return object;
}

QJsonObject mentionToJson(const EventMention &mention)
{
    return {{u"auditID"_s, mention.auditId},
            {u"stage"_s, latin(stageName(mention.stage))},
            {u"time"_s, timeValue(mention.timeUs)},
            {u"verb"_s, mention.verb},
            {u"user"_s, mention.user},
            {u"requestURI"_s, mention.uri},
            {u"source"_s, static_cast<int>(mention.source)},
            {u"offset"_s, number(mention.streamOffset)}};
}

QJsonObject findingToJson(const Finding &finding)
{
    const bool isMissing = groupOf(finding.kind) == FindingGroup::Missing;
    return {{u"id"_s, findingName(finding.kind)},
            {u"group"_s, isMissing ? u"missing"_s : u"unlike"_s},
            {u"title"_s, findingTitle(finding.kind)},
            {u"seen"_s, findingSeen(finding, QTimeZone(QTimeZone::UTC))},
            {u"means"_s, findingMeaning(finding.kind)},
            {u"need_not_mean"_s, findingInnocence(finding.kind)},
            {u"count"_s, number(finding.count)},
            {u"of"_s, finding.of > 0 ? number(finding.of) : QJsonValue()},
            {u"from"_s, timeValue(finding.fromUs)},
            {u"to"_s, timeValue(finding.toUs)},
            {u"detail"_s, textOrNull(finding.detail)},
            {u"where"_s, textOrNull(finding.link.filter)},
            {u"events"_s, array(finding.events, mentionToJson)}};
}

QJsonObject rejectedToJson(const RejectedReason &reason)
{
    return {{u"reason"_s, reason.reason},
            {u"count"_s, number(reason.count)},
            {u"first_line"_s, number(reason.firstLine)},
            {u"first_offset"_s, number(reason.firstOffset)}};
}

QJsonObject sharedToJson(const SharedEvents &shared)
{
    return {{u"with"_s, shared.with},
            {u"events"_s, number(shared.events)},
            {u"only_there"_s, number(shared.onlyThere)}};
}

QJsonObject clockToJson(const ClockComparison &clock)
{
    return {{u"with"_s, clock.with},
            {u"requests"_s, number(clock.requests)},
            {u"agreeing"_s, number(clock.agreeing)},
            {u"ahead_at_least_s"_s, seconds(clock.leastUs)},
            {u"ahead_at_most_s"_s, seconds(clock.mostUs)}};
}

QJsonObject delayToJson(const StoreDelay &delay)
{
    return {{u"fact"_s, delay.fact},
            {u"events"_s, number(delay.events)},
            {u"least_s"_s, seconds(delay.leastUs)},
            {u"most_s"_s, seconds(delay.mostUs)}};
}

QJsonObject formatToJson(const FormatCount &format)
{
    return {{u"format"_s, format.format},
            {u"events"_s, number(format.events)},
            {u"reason"_s, formatReason(format.format)}};
}

QJsonValue rhythmToJson(const std::optional<Rhythm> &rhythm)
{
    return rhythm ? QJsonValue(QJsonObject{{u"usual_pause_s"_s, seconds(rhythm->pauseUs)},
                                           {u"gap_from_s"_s, seconds(rhythm->gapUs)}})
                  : QJsonValue();
}

void addSource(QJsonObject &object, const SourceInfo &source)
{
    QJsonObject other;
    for (const auto &[reason, count] : source.other) {
        other.insert(reason, number(count));
    }
    object.insert(u"source"_s, static_cast<int>(source.id));
    object.insert(u"path"_s, source.path);
    object.insert(u"archive"_s, textOrNull(source.archive));
    object.insert(u"format"_s, source.format);
    object.insert(u"compression"_s, source.compression);
    object.insert(u"encoding"_s, textOrNull(source.encoding));
    object.insert(u"bytes"_s, number(source.bytes));
    object.insert(u"sha256"_s, textOrNull(QString::fromLatin1(source.sha256.toHex())));
    object.insert(u"events"_s, number(source.events));
    object.insert(u"duplicates"_s, number(source.duplicates));
    object.insert(u"conflicts"_s, number(source.conflicts));
    object.insert(u"salvaged"_s, number(source.salvaged));
    object.insert(u"rejected"_s, number(source.rejected));
    object.insert(u"other"_s, other);
    object.insert(u"first"_s, timeValue(source.firstUs));
    object.insert(u"last"_s, timeValue(source.lastUs));
}

} // namespace

QJsonObject toJson(const SourceEvidence &evidence)
{
    QJsonObject object;
    addSource(object, evidence.source);
    object.insert(u"formats"_s, array(evidence.formats, formatToJson));
    object.insert(u"archive_sha256"_s,
                  textOrNull(evidence.archive
                                 ? QString::fromLatin1(evidence.archive->sha256.toHex())
                                 : QString()));
    object.insert(u"levels"_s, counts(evidence.levels, [](std::size_t i) {
                      return levelName(static_cast<Level>(i));
                  }));
    object.insert(u"stages"_s, counts(evidence.stages, [](std::size_t i) {
                      return stageName(static_cast<Stage>(i));
                  }));
    object.insert(u"rejected_reasons"_s, array(evidence.rejected, rejectedToJson));
    object.insert(u"rhythm"_s, rhythmToJson(evidence.rhythm));
    object.insert(u"open_at_end"_s, number(evidence.openAtEnd));
    object.insert(u"open_long_running"_s, number(evidence.openLongRunning));
    object.insert(u"stages_compared"_s, evidence.requestsChecked);
    object.insert(u"shared"_s, array(evidence.shared, sharedToJson));
    object.insert(u"clocks"_s, array(evidence.clocks, clockToJson));
    object.insert(u"store_delays"_s, array(evidence.delays, delayToJson));
    object.insert(u"absent_fields"_s,
                  QJsonObject{{u"always"_s, fieldArray(evidence.absent.always)},
                              {u"possible"_s, fieldArray(evidence.absent.possible)},
                              {u"unrecorded"_s, fieldArray(evidence.absent.unrecorded)}});
    object.insert(u"findings"_s, array(evidence.findings, findingToJson));
    return object;
}

QJsonObject toJson(const FileComparison &comparison)
{
    return {{u"change"_s, fileChangeName(comparison.change)},
            {u"bytes"_s, number(comparison.bytes)},
            {u"modified"_s, timeValue(comparison.modifiedUs)},
            {u"sha256"_s, textOrNull(QString::fromLatin1(comparison.sha256.toHex()))}};
}

} // namespace auditloupe
