// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/evidencetext.h"

#include "model/casefile/sourcetablemodel.h"
#include "model/event/plaintext.h"
#include "model/event/time.h"
#include "model/evidence/findingtext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr qsizetype LongestPath = 4096;
constexpr qsizetype LongestUri = 120;

template <typename... Values>
QString text(const char *source, const Values &...values)
{
    const QString translated = QCoreApplication::translate("Evidence", source);
    if constexpr (sizeof...(values) == 0) {
        return translated;
    } else {
        return translated.arg(values...);
    }
}

QString number(std::int64_t count)
{
    return QLocale().toString(qlonglong(count));
}

QString safe(const QString &hostile, qsizetype limit = LongestPath)
{
    const QByteArray utf8 = hostile.toUtf8();
    return oneLine({utf8.constData(), std::size_t(utf8.size())}, limit);
}

QString latin(std::string_view name)
{
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

/// "3 ms ahead" or "3 ms behind" of the other clock.
QString aheadText(std::int64_t us)
{
    if (us == 0) {
        return text(QT_TRANSLATE_NOOP("Evidence", "in step"));
    }
    return us > 0 ? text(QT_TRANSLATE_NOOP("Evidence", "%1 ahead"), formatDuration(us))
                  : text(QT_TRANSLATE_NOOP("Evidence", "%1 behind"), formatDuration(-us));
}

template <typename Name>
QString counts(const std::array<std::int64_t, 5> &numbers, Name name)
{
    QStringList list;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] > 0) {
            const QString own =
                i == 0 ? text(QT_TRANSLATE_NOOP("Evidence", "unknown")) : latin(name(i));
            list += own + QChar::Nbsp + number(numbers[i]);
        }
    }
    return list.join(u", "_s);
}

/// Lines of a report, a heading now and then.
class Lines
{
public:
    void add(const QString &line)
    {
        if (!line.isEmpty()) {
            m_text += line + u'\n';
        }
    }

    void add(const QString &name, const QString &value)
    {
        if (!value.isEmpty()) {
            add(u"%1: %2"_s.arg(name, value));
        }
    }

    void heading(const QString &title) { m_text += u'\n' + title + u'\n'; }

    void item(const QString &line) { add(u"  "_s + line); }

    QString take() { return std::move(m_text); }

private:
    QString m_text;
};

void addArrival(const SourceEvidence &evidence, const QTimeZone &zone, Lines &lines)
{
    const SourceInfo &source = evidence.source;
    lines.add(text(QT_TRANSLATE_NOOP("Evidence", "Format")), sourceFormat(source));
    lines.add(formatReason(source));
    lines.add(text(QT_TRANSLATE_NOOP("Evidence", "SHA-256")),
              QString::fromLatin1(source.sha256.toHex()));
    lines.add(text(
        QT_TRANSLATE_NOOP("Evidence", "Accepted: %1. Duplicates: %2. Salvaged: %3. Rejected: %4."),
        number(source.events), number(source.duplicates), number(source.salvaged),
        number(source.rejected)));
    for (const RejectedReason &reason : evidence.rejected) {
        lines.item(text(QT_TRANSLATE_NOOP("Evidence", "%1: %2, first in line %3"),
                        safe(reason.reason), number(reason.count), number(reason.firstLine)));
    }
    for (const auto &[reason, count] : source.other) {
        lines.item(text(QT_TRANSLATE_NOOP("Evidence", "no audit event, %1: %2"), safe(reason),
                        number(count)));
    }
    if (source.firstUs && source.lastUs) {
        lines.add(text(QT_TRANSLATE_NOOP("Evidence", "Covers %1 to %2 (%3)."),
                       formatTime(*source.firstUs, zone), formatTime(*source.lastUs, zone),
                       formatDuration(*source.lastUs - *source.firstUs)));
    }
    lines.add(text(QT_TRANSLATE_NOOP("Evidence", "Levels")), levelCounts(evidence));
    lines.add(text(QT_TRANSLATE_NOOP("Evidence", "Stages")), stageCounts(evidence));
}

void addFindings(const SourceEvidence &evidence, FindingGroup group, const QTimeZone &zone,
                 Lines &lines)
{
    for (const std::span<const Finding> findings : findingsByKind(evidence, group)) {
        const FindingKind kind = findings.front().kind;
        lines.add(u"- "_s + findingTitle(kind));
        for (const Finding &finding : findings) {
            lines.item(findingSeen(finding, zone));
        }
        lines.item(text(QT_TRANSLATE_NOOP("Evidence", "It means: %1"), findingMeaning(kind)));
        lines.item(text(QT_TRANSLATE_NOOP("Evidence", "It need not mean more: %1"),
                        findingInnocence(kind)));
    }
    if (evidence.count(group) == 0) {
        lines.add(text(QT_TRANSLATE_NOOP("Evidence", "Nothing was found.")));
    }
}

void addFields(const AbsentFields &absent, Lines &lines)
{
    lines.add(text(QT_TRANSLATE_NOOP("Evidence", "Though a server writes them into every event")),
              fieldNames(absent.always));
    lines.add(text(QT_TRANSLATE_NOOP("Evidence", "Though these levels and stages can hold them")),
              fieldNames(absent.possible));
    lines.add(text(QT_TRANSLATE_NOOP("Evidence", "These levels and stages never hold them")),
              fieldNames(absent.unrecorded));
}

} // namespace

QString formatReason(const SourceInfo &source)
{
    if (source.format == u"audit.k8s.io") {
        return text(QT_TRANSLATE_NOOP(
            "Evidence",
            "Told from the content, not from the name: JSON objects with an auditID and a stage, "
            "level, URI or verb, whose apiVersion is audit.k8s.io or absent."));
    }
    return text(QT_TRANSLATE_NOOP("Evidence", "Told from the content, not from the name."));
}

QString evidenceCaveat()
{
    return text(QT_TRANSLATE_NOOP(
        "Evidence",
        "A log can be changed so carefully that nothing here shows it, and what the policy left "
        "out was never written. Only a copy that was kept elsewhere, or a signature, proves that "
        "a log is whole."));
}

QString rhythmText(const SourceEvidence &evidence)
{
    if (!evidence.rhythm) {
        return text(QT_TRANSLATE_NOOP(
            "Evidence",
            "There are too few events to tell how this source usually pauses, so no gap can be "
            "told from an ordinary pause."));
    }
    const QString rule =
        text(QT_TRANSLATE_NOOP(
                 "Evidence",
                 "This source usually pauses for no more than %1; a pause of %2 and more "
                 "counts as a gap. The rule: its time is cut into 48 equal parts, in which "
                 "a long pause counts as one part; in four of five parts the longest pause "
                 "is within the usual one; a gap is five times that, and a minute at "
                 "least."),
             formatDuration(evidence.rhythm->pauseUs), formatDuration(evidence.rhythm->gapUs));
    QStringList texts{rule};
    if (evidence.streamSources > 1) {
        texts += text(QT_TRANSLATE_NOOP("Evidence",
                                        "Files that continue each other are taken together; here "
                                        "they are %1."),
                      number(evidence.streamSources));
    }
    const std::int64_t shown =
        std::ranges::count(evidence.findings, FindingKind::Gap, &Finding::kind);
    if (evidence.gaps > shown) {
        texts += text(QT_TRANSLATE_NOOP("Evidence", "Gaps: %1, of which the %2 longest are shown."),
                      number(evidence.gaps), number(shown));
    }
    return texts.join(u' ');
}

QStringList clockTexts(const SourceEvidence &evidence)
{
    QStringList texts;
    for (const ClockComparison &clock : evidence.clocks) {
        texts += text(
            QT_TRANSLATE_NOOP("Evidence",
                              "The clock of %1 is between %2 and %3: so say %4 of %5 requests that "
                              "both servers handled, one behind the other."),
            safe(clock.with), aheadText(clock.leastUs), aheadText(clock.mostUs),
            number(clock.agreeing), number(clock.requests));
    }
    if (texts.isEmpty()) {
        texts += text(QT_TRANSLATE_NOOP(
            "Evidence",
            "Whether the server's clock was right cannot be told: no request was handled by a "
            "second server whose log is in the case, and copies of an event repeat the same "
            "clock."));
    }
    return texts;
}

QStringList sharedTexts(const SourceEvidence &evidence)
{
    QStringList texts;
    for (const SharedEvents &shared : evidence.shared) {
        texts += text(QT_TRANSLATE_NOOP("Evidence",
                                        "Events that also stand in %1: %2. Of the time that both "
                                        "cover, events that stand only there: %3."),
                      safe(shared.with), number(shared.events), number(shared.onlyThere));
    }
    return texts;
}

QString openText(const SourceEvidence &evidence)
{
    if (!evidence.requestsChecked) {
        return text(QT_TRANSLATE_NOOP("Evidence",
                                      "The import is not finished: the stages of requests were not "
                                      "compared."));
    }
    if (evidence.openAtEnd == 0 && evidence.openLongRunning == 0) {
        return {};
    }
    return text(QT_TRANSLATE_NOOP("Evidence",
                                  "Open, as is to be expected: watches, exec and their like: %1; "
                                  "requests of the last two minutes: %2."),
                number(evidence.openLongRunning), number(evidence.openAtEnd));
}

std::vector<std::span<const Finding>> findingsByKind(const SourceEvidence &evidence,
                                                     FindingGroup group)
{
    std::vector<std::span<const Finding>> kinds;
    const std::span<const Finding> all = evidence.findings;
    for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
        while (end < all.size() && all[end].kind == all[begin].kind) {
            ++end;
        }
        if (groupOf(all[begin].kind) == group) {
            kinds.push_back(all.subspan(begin, end - begin));
        }
    }
    return kinds;
}

QString fieldNames(const std::vector<const Field *> &fields)
{
    QStringList names;
    std::map<QString, QStringList> keys; // by the map that they would stand in
    for (const Field *field : fields) {
        const QString name = latin(field->name);
        const qsizetype bracket = name.indexOf(u"[\""_s);
        if (bracket < 0) {
            names += name;
        } else {
            keys[name.first(bracket)] += name.sliced(bracket + 2).chopped(2);
        }
    }
    QStringList parts;
    if (!names.isEmpty()) {
        parts += names.join(u", "_s);
    }
    for (const auto &[map, inside] : keys) {
        parts += u"%1: %2"_s.arg(map, inside.join(u", "_s));
    }
    return parts.join(u"; "_s);
}

QString levelCounts(const SourceEvidence &evidence)
{
    return counts(evidence.levels, [](std::size_t i) { return levelName(static_cast<Level>(i)); });
}

QString stageCounts(const SourceEvidence &evidence)
{
    return counts(evidence.stages, [](std::size_t i) { return stageName(static_cast<Stage>(i)); });
}

QString mentionText(const EventMention &mention, const QTimeZone &zone)
{
    const QString time = mention.timeUs ? formatTime(*mention.timeUs, zone)
                                        : text(QT_TRANSLATE_NOOP("Evidence", "no time"));
    return QStringList{time, latin(stageName(mention.stage)), safe(mention.verb),
                       safe(mention.uri, LongestUri), safe(mention.user)}
        .join(u"  "_s);
}

QString evidenceText(const SourceEvidence &evidence, const QTimeZone &zone)
{
    Lines lines;
    lines.add(evidence.source.path == u"-" ? sourceName(evidence.source)
                                           : safe(evidence.source.path));
    addArrival(evidence, zone, lines);
    lines.heading(text(QT_TRANSLATE_NOOP("Evidence", "Missing, or maybe missing")));
    addFindings(evidence, FindingGroup::Missing, zone, lines);
    lines.add(rhythmText(evidence));
    lines.add(openText(evidence));
    lines.heading(text(QT_TRANSLATE_NOOP("Evidence", "Unlike an untouched log")));
    addFindings(evidence, FindingGroup::Unlike, zone, lines);
    lines.heading(text(QT_TRANSLATE_NOOP("Evidence", "Clocks and copies")));
    for (const QString &line : clockTexts(evidence) + sharedTexts(evidence)) {
        lines.add(line);
    }
    lines.heading(text(QT_TRANSLATE_NOOP("Evidence", "Fields without a value in any event")));
    addFields(evidence.absent, lines);
    return lines.take();
}

} // namespace auditloupe
