// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/evidencetext.h"

#include "model/casefile/sourcename.h"
#include "model/casefile/sourcetablemodel.h"
#include "model/event/plaintext.h"
#include "model/event/time.h"
#include "model/evidence/findingtext.h"
#include "model/sources/formats.h"

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

QString rangeText(const ClockComparison &clock)
{
    const QString least = aheadText(clock.leastUs);
    const QString most = aheadText(clock.mostUs);
    return least == most ? most
                         : text(QT_TRANSLATE_NOOP("Evidence", "between %1 and %2"), least, most);
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

/// "Name: value"; nothing without a value.
QString named(const char *name, const QString &value)
{
    return value.isEmpty() ? QString() : u"%1: %2"_s.arg(text(name), value);
}

QStringList withoutEmpty(QStringList texts)
{
    texts.removeAll(QString());
    return texts;
}

/// The rule by which gaps are told, with this source's numbers.
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
                              "The clock of the server behind %1 is %2, by what both recorded of "
                              "requests that one of them handed to the other (%3 of %4 agree)."),
            safe(clock.with), rangeText(clock), number(clock.agreeing), number(clock.requests));
    }
    if (texts.isEmpty() && evidence.delays.empty()) {
        texts += text(QT_TRANSLATE_NOOP(
            "Evidence",
            "Whether the server's clock was right cannot be told: not enough requests were handed "
            "to "
            "a second server whose log is in the case, and copies of an event repeat the same "
            "clock."));
    }
    return texts;
}

/// How the store's clock and the server's go together.
QStringList delayTexts(const SourceEvidence &evidence)
{
    QStringList texts;
    for (const StoreDelay &delay : evidence.delays) {
        if (delay.leastUs < 0) {
            texts += text(
                QT_TRANSLATE_NOOP("Evidence",
                                  "By its %1, the store got an event %2 before it happened: the "
                                  "server's clock was ahead of the store's by that much at least. "
                                  "Events that were looked at: %3."),
                safe(delay.fact), formatDuration(-delay.leastUs), number(delay.events));
        } else {
            texts += text(QT_TRANSLATE_NOOP(
                              "Evidence",
                              "By its %1, the store got the events between %2 and %3 after they "
                              "happened: the server's clock was not ahead of the store's by more "
                              "than events take to arrive. Events that were looked at: %4."),
                          safe(delay.fact), formatDuration(delay.leastUs),
                          formatDuration(delay.mostUs), number(delay.events));
        }
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

/// Requests that are open and may be.
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

/// "level, stage, …; annotations: …".
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

    void add(const QStringList &texts)
    {
        for (const QString &line : texts) {
            add(line);
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
    lines.add(arrivalTexts(evidence, zone));
    lines.add(named(QT_TRANSLATE_NOOP("Evidence", "SHA-256"),
                    QString::fromLatin1(source.sha256.toHex())));
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
        lines.item(meaningLine(kind));
        lines.item(innocenceLine(kind));
    }
    if (evidence.count(group) == 0) {
        lines.add(text(QT_TRANSLATE_NOOP("Evidence", "Nothing was found.")));
    }
}

} // namespace

QString formatReason(const QString &format)
{
    QStringList descriptions;
    bool wasChosen = false;
    for (const QString &name : format.split(u'/')) {
        const Format *known = formatNamed(name.toStdString());
        wasChosen = wasChosen || name == u"legacy-text";
        if (known != nullptr) {
            descriptions += QCoreApplication::translate("Formats", known->description());
        } else if (name == QString::fromUtf8(NativeFormat)) {
            descriptions += text(QT_TRANSLATE_NOOP(
                "Evidence",
                "JSON objects with an auditID and a stage, level, URI or verb, whose apiVersion is "
                "audit.k8s.io or absent"));
        }
    }
    if (descriptions.isEmpty()) {
        return text(QT_TRANSLATE_NOOP("Evidence", "Told from the content, not from the name."));
    }
    return text(
        wasChosen ? QT_TRANSLATE_NOOP("Evidence", "Read as the import was told to: %1.")
                  : QT_TRANSLATE_NOOP("Evidence", "Told from the content, not from the name: %1."),
        descriptions.join(text(QT_TRANSLATE_NOOP("Evidence", "; in it: "))));
}

QString evidenceCaveat()
{
    return text(QT_TRANSLATE_NOOP(
        "Evidence",
        "A log can be changed so carefully that nothing here shows it, and what the policy left "
        "out was never written. Only a copy that was kept elsewhere, or a signature, proves that "
        "a log is whole."));
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

QStringList arrivalTexts(const SourceEvidence &evidence, const QTimeZone &zone)
{
    const SourceInfo &source = evidence.source;
    QStringList texts;
    if (evidence.formats.size() == 1) {
        texts +=
            u"%1. %2"_s.arg(sourceFormat(source), formatReason(evidence.formats.front().format));
    } else {
        texts += sourceFormat(source);
        for (const FormatCount &format : evidence.formats) {
            texts += text(QT_TRANSLATE_NOOP("Evidence", "%1 (events: %2). %3"), format.format,
                          number(format.events), formatReason(format.format));
        }
    }
    if (evidence.archive) {
        texts += text(
            QT_TRANSLATE_NOOP("Evidence", "A member of the archive %1, whose SHA-256 is %2."),
            safe(evidence.archive->path), QString::fromLatin1(evidence.archive->sha256.toHex()));
    }
    if (source.firstUs && source.lastUs) {
        texts += text(QT_TRANSLATE_NOOP("Evidence", "Covers %1 to %2 (%3)."),
                      formatTime(*source.firstUs, zone), formatTime(*source.lastUs, zone),
                      formatDuration(*source.lastUs - *source.firstUs));
    } else {
        texts += text(QT_TRANSLATE_NOOP("Evidence", "No event has a time."));
    }
    texts += named(
        QT_TRANSLATE_NOOP("Evidence", "Levels"),
        counts(evidence.levels, [](std::size_t i) { return levelName(static_cast<Level>(i)); }));
    texts += named(
        QT_TRANSLATE_NOOP("Evidence", "Stages"),
        counts(evidence.stages, [](std::size_t i) { return stageName(static_cast<Stage>(i)); }));
    return withoutEmpty(texts);
}

QStringList missingTexts(const SourceEvidence &evidence)
{
    return withoutEmpty({rhythmText(evidence), openText(evidence)});
}

QStringList comparisonTexts(const SourceEvidence &evidence)
{
    return delayTexts(evidence) + clockTexts(evidence) + sharedTexts(evidence);
}

QStringList absentTexts(const SourceEvidence &evidence)
{
    const AbsentFields &absent = evidence.absent;
    const QStringList texts = withoutEmpty(
        {named(QT_TRANSLATE_NOOP("Evidence", "Though a server writes them into every event"),
               fieldNames(absent.always)),
         named(QT_TRANSLATE_NOOP("Evidence", "Though these levels and stages can hold them"),
               fieldNames(absent.possible)),
         named(QT_TRANSLATE_NOOP("Evidence", "These levels and stages never hold them"),
               fieldNames(absent.unrecorded))});
    if (!texts.isEmpty()) {
        return texts;
    }
    return {evidence.events > 0
                ? text(QT_TRANSLATE_NOOP("Evidence", "Every field has a value somewhere."))
                : text(QT_TRANSLATE_NOOP("Evidence", "There are no events."))};
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
    lines.add(isFilePath(evidence.source.path) ? safe(evidence.source.path)
                                               : sourceName(evidence.source));
    addArrival(evidence, zone, lines);
    lines.heading(groupTitle(FindingGroup::Missing));
    addFindings(evidence, FindingGroup::Missing, zone, lines);
    lines.add(missingTexts(evidence));
    lines.heading(groupTitle(FindingGroup::Unlike));
    addFindings(evidence, FindingGroup::Unlike, zone, lines);
    lines.heading(text(QT_TRANSLATE_NOOP("Evidence", "Clocks and copies")));
    lines.add(comparisonTexts(evidence));
    lines.heading(text(QT_TRANSLATE_NOOP("Evidence", "Fields without a value in any event")));
    lines.add(absentTexts(evidence));
    return lines.take();
}

} // namespace auditloupe
