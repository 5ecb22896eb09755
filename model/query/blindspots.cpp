// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/blindspots.h"

#include "model/event/time.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <numeric>

namespace auditloupe {
namespace {

QString number(std::int64_t count)
{
    return QLocale().toString(qlonglong(count));
}

QString time(std::int64_t us)
{
    // Not broken at its blank where the sentence is wrapped.
    return formatTime(us, QTimeZone(QTimeZone::UTC)).replace(u' ', QChar::Nbsp);
}

std::size_t at(Stage stage)
{
    return static_cast<std::size_t>(stage);
}

class Sentences
{
public:
    void addIf(bool holds, const char *text)
    {
        if (holds) {
            m_sentences.push_back(QCoreApplication::translate("BlindSpots", text));
        }
    }

    // The text names the count as %1, behind a colon: no language bends it there.
    void addCount(std::int64_t count, const char *text)
    {
        if (count > 0) {
            m_sentences.push_back(
                QCoreApplication::translate("BlindSpots", text).arg(number(count)));
        }
    }

    void add(const QString &sentence) { m_sentences.push_back(sentence); }
    std::vector<QString> take() { return std::move(m_sentences); }

private:
    std::vector<QString> m_sentences;
};

void addGaps(const LogFacts &facts, Sentences &sentences)
{
    sentences.addCount(facts.unfinishedSources,
                       QT_TRANSLATE_NOOP("BlindSpots",
                                         "Sources that were not read to their end: %1. What "
                                         "stands behind that is missing."));
    for (const Silence &silence : facts.silences) {
        sentences.add(
            QCoreApplication::translate("BlindSpots",
                                        "Nothing is recorded between %1 and %2 (%3): the "
                                        "cluster was silent, or this part of the log is "
                                        "missing.")
                .arg(time(silence.fromUs), time(silence.toUs), formatDuration(silence.lengthUs())));
    }
}

void addDamage(const LogFacts &facts, Sentences &sentences)
{
    sentences.addCount(facts.rejected,
                       QT_TRANSLATE_NOOP("BlindSpots",
                                         "Lines that could not be read as events: %1. They are "
                                         "kept and can be looked at."));
    sentences.addCount(facts.salvaged,
                       QT_TRANSLATE_NOOP("BlindSpots",
                                         "Events that were cut off: %1. What stood behind the cut "
                                         "is unknown."));
    sentences.addCount(facts.truncated,
                       QT_TRANSLATE_NOOP("BlindSpots",
                                         "Events too large for the API server's limit: %1. It "
                                         "dropped their bodies."));
}

void addBodies(const LogFacts &facts, Sentences &sentences)
{
    if (facts.writes > 0 && facts.writesWithoutBody == facts.writes) {
        sentences.addIf(true,
                        QT_TRANSLATE_NOOP("BlindSpots",
                                          "No write has a request body: that something was "
                                          "changed is known, not what."));
    } else if (facts.writesWithoutBody > 0) {
        sentences.add(
            QCoreApplication::translate("BlindSpots",
                                        "%1 of %2 creates, updates and patches have no request "
                                        "body: what they changed cannot be seen.")
                .arg(number(facts.writesWithoutBody), number(facts.writes)));
    }
    sentences.addIf(facts.requests > 0 && facts.responseBodies == 0,
                    QT_TRANSLATE_NOOP("BlindSpots",
                                      "No event has a response body: what a reader got to see is "
                                      "not recorded."));
    sentences.addIf(facts.requests > 0 && facts.reads == 0,
                    QT_TRANSLATE_NOOP("BlindSpots",
                                      "No reads are recorded: who looked at what cannot be "
                                      "seen."));
    sentences.addCount(facts.connections,
                       QT_TRANSLATE_NOOP("BlindSpots",
                                         "Connections into pods and nodes (exec, attach, "
                                         "port-forward, proxy): %1. What went through them is in "
                                         "no audit log; of an exec, only the first command is."));
}

// More changes than these come from a policy that tells verbs or namespaces apart.
constexpr std::size_t MostChanges = 4;

QString name(Level level)
{
    const std::string_view text = levelName(level);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

void addSecretChanges(const LogFacts &facts, Sentences &sentences)
{
    const std::vector<LevelRun> &runs = facts.secretRuns;
    if (runs.size() > MostChanges + 1) {
        return;
    }
    for (std::size_t i = 1; i < runs.size(); ++i) {
        sentences.add(
            QCoreApplication::translate("BlindSpots",
                                        "Secrets are recorded at %1 up to %2, and at %3 from "
                                        "%4 on: the policy changed in between.")
                .arg(name(runs[i - 1].level), time(runs[i - 1].lastUs), name(runs[i].level),
                     time(runs[i].firstUs)));
    }
}

void addSecrets(const LogFacts &facts, Sentences &sentences)
{
    const std::int64_t all =
        std::accumulate(facts.secrets.begin(), facts.secrets.end(), std::int64_t{0});
    const std::int64_t metadata = facts.secrets[static_cast<std::size_t>(Level::Metadata)];
    sentences.addIf(facts.events > 0 && all == 0,
                    QT_TRANSLATE_NOOP("BlindSpots",
                                      "No request about Secrets is recorded: nobody asked, or the "
                                      "policy leaves them out."));
    sentences.addIf(all > 0 && metadata == all,
                    QT_TRANSLATE_NOOP("BlindSpots",
                                      "Secrets are recorded at Metadata: who asked for which is "
                                      "known, not what they held. A list names none of them."));
    addSecretChanges(facts, sentences);
}

void addStages(const LogFacts &facts, Sentences &sentences)
{
    const bool received = facts.stages[at(Stage::RequestReceived)] > 0;
    const bool started = facts.stages[at(Stage::ResponseStarted)] > 0;
    const bool complete = facts.stages[at(Stage::ResponseComplete)] > 0;
    sentences.addIf(complete && !received && !started,
                    QT_TRANSLATE_NOOP("BlindSpots",
                                      "Only the stage ResponseComplete is recorded: a request "
                                      "that was still open at the end, or never ended, left no "
                                      "trace."));
    sentences.addIf(complete && !received && started,
                    QT_TRANSLATE_NOOP("BlindSpots",
                                      "The stage RequestReceived is left out: a request that got "
                                      "no answer left no trace."));
    sentences.addCount(facts.unanswered,
                       QT_TRANSLATE_NOOP("BlindSpots",
                                         "Requests without an answer in this log: %1. How they "
                                         "ended is unknown."));
}

void addOrigins(const LogFacts &facts, Sentences &sentences)
{
    sentences.addCount(facts.forwarded,
                       QT_TRANSLATE_NOOP("BlindSpots",
                                         "Events with more than one source address: %1. All but "
                                         "the last address are the client's word."));
    const auto most = [&facts](std::int64_t count) {
        return facts.events > 0 && count == facts.events;
    };
    sentences.addIf(most(facts.withoutAddress),
                    QT_TRANSLATE_NOOP("BlindSpots", "No event names a source address."));
    sentences.addIf(most(facts.withoutAgent),
                    QT_TRANSLATE_NOOP("BlindSpots", "No event names a user agent."));
    sentences.addIf(facts.requests > 0 && facts.decisions > 0 && facts.reasons == 0,
                    QT_TRANSLATE_NOOP("BlindSpots",
                                      "No event tells why it was allowed: the role and binding "
                                      "behind a permission are unknown."));
    sentences.addCount(facts.inferred,
                       QT_TRANSLATE_NOOP("BlindSpots",
                                         "Events from an export that does not hold the event "
                                         "itself: %1. Some of their fields are derived."));
    sentences.addCount(facts.withoutTime,
                       QT_TRANSLATE_NOOP("BlindSpots", "Events without a time: %1."));
}

} // namespace

std::vector<QString> blindSpots(const LogFacts &facts)
{
    Sentences sentences;
    addGaps(facts, sentences);
    addSecrets(facts, sentences);
    addBodies(facts, sentences);
    addStages(facts, sentences);
    addDamage(facts, sentences);
    addOrigins(facts, sentences);
    return sentences.take();
}

} // namespace auditloupe
