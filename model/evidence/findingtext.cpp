// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/findingtext.h"

#include "model/event/plaintext.h"
#include "model/event/time.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr qsizetype LongestDetail = 512;

struct Words
{
    FindingKind kind;
    const char *name;
    const char *title;
    const char *seen; ///< %1 amount, %2 and %3 times, %4 their distance, %5 detail
    const char *meaning;
    const char *innocence;
};

// clang-format off
constexpr auto Reencoded = QT_TRANSLATE_NOOP("Evidence",
    "Collectors, log stores and tools such as jq write every event anew. Where that is so for all "
    "events of a source, it is the usual reason; where only some are like this, they went another "
    "way than the rest.");
constexpr auto Anew = QT_TRANSLATE_NOOP("Evidence",
    "Something read these events and wrote them anew. What else it may have changed cannot be told "
    "from this.");
constexpr auto WrongName = QT_TRANSLATE_NOOP("Evidence",
    "The file was renamed, its name gives local time instead of UTC, or the server's clock was "
    "set.");

constexpr std::array Catalogue{
    Words{FindingKind::Unfinished, "unfinished",
        QT_TRANSLATE_NOOP("Evidence", "Not read to its end"),
        QT_TRANSLATE_NOOP("Evidence", "The import of this source did not reach its end. %5"),
        QT_TRANSLATE_NOOP("Evidence", "What stands behind that place is not in the case."),
        QT_TRANSLATE_NOOP("Evidence",
            "The file is damaged or was still being written, or the import was stopped. The "
            "import can be finished, or an undamaged copy imported.")},
    Words{FindingKind::Rejected, "rejected",
        QT_TRANSLATE_NOOP("Evidence", "Records that are no events"),
        QT_TRANSLATE_NOOP("Evidence", "Records that should have been events and cannot be read: "
            "%1."),
        QT_TRANSLATE_NOOP("Evidence",
            "What they said is missing among the events. Their bytes are kept and can be looked "
            "at."),
        QT_TRANSLATE_NOOP("Evidence",
            "The file was copied while the server wrote, the disk was full, or two programs wrote "
            "into one file.")},
    Words{FindingKind::Salvaged, "salvaged",
        QT_TRANSLATE_NOOP("Evidence", "Events that were cut off"),
        QT_TRANSLATE_NOOP("Evidence", "Only the beginning could be read: %1."),
        QT_TRANSLATE_NOOP("Evidence", "What stood behind the cut is unknown; it is not absent."),
        QT_TRANSLATE_NOOP("Evidence",
            "Collectors cut long lines, and the last line of a file that was being written is cut "
            "wherever the copy ended.")},
    Words{FindingKind::Truncated, "truncated",
        QT_TRANSLATE_NOOP("Evidence", "Events that the server shortened"),
        QT_TRANSLATE_NOOP("Evidence", "Too large for the server's limit, so it left their bodies "
            "out: %1."),
        QT_TRANSLATE_NOOP("Evidence",
            "What was sent and answered in these requests is not recorded."),
        QT_TRANSLATE_NOOP("Evidence",
            "The server does so by itself (--audit-log-truncate-enabled and its fellow for the "
            "webhook); large objects are enough.")},
    Words{FindingKind::Gap, "gap",
        QT_TRANSLATE_NOOP("Evidence", "A gap in time"),
        QT_TRANSLATE_NOOP("Evidence", "No event between %2 and %3 (%4)."),
        QT_TRANSLATE_NOOP("Evidence",
            "This source was silent for much longer than is usual for it. What happened in that time "
            "is not recorded here."),
        QT_TRANSLATE_NOOP("Evidence",
            "The server was stopped or restarted, nobody worked with the cluster, or the policy "
            "leaves out what goes on all the time, such as leases and health checks.")},
    Words{FindingKind::PieceMissing, "piece-missing",
        QT_TRANSLATE_NOOP("Evidence", "A piece of the log may be missing"),
        QT_TRANSLATE_NOOP("Evidence", "The piece before was closed at %2; this one begins at %3, "
            "%4 later."),
        QT_TRANSLATE_NOOP("Evidence",
            "A server closes a piece in order to write the next event into a new one, so a piece "
            "begins when the one before ends. A piece between the two is missing, or the beginning "
            "of this one."),
        QT_TRANSLATE_NOOP("Evidence",
            "Not every piece was exported, lines at the beginning could not be read, or the "
            "server's clock was set forward.")},
    Words{FindingKind::LiveFileMissing, "live-file-missing",
        QT_TRANSLATE_NOOP("Evidence", "The newest file is missing"),
        QT_TRANSLATE_NOOP("Evidence", "The last piece was closed at %2. The file that was written "
            "from then on is not in the case."),
        QT_TRANSLATE_NOOP("Evidence", "Whatever was recorded after that time is missing."),
        QT_TRANSLATE_NOOP("Evidence",
            "Often only closed pieces are collected; or the file lies in another folder.")},
    Words{FindingKind::OpenRequest, "open-request",
        QT_TRANSLATE_NOOP("Evidence", "Requests without an end"),
        QT_TRANSLATE_NOOP("Evidence", "Only the receipt is recorded: %1. Watches, exec and their "
            "like, and requests of the log's last two minutes, are not among them: these are "
            "expected to be open."),
        QT_TRANSLATE_NOOP("Evidence",
            "How these requests ended is unknown. They may have been carried out."),
        QT_TRANSLATE_NOOP("Evidence",
            "The server stopped while it handled them, it dropped events under load, or the policy "
            "leaves out the later stages of some requests.")},
    Words{FindingKind::OnlyElsewhere, "only-elsewhere",
        QT_TRANSLATE_NOOP("Evidence", "Events that only another source has"),
        QT_TRANSLATE_NOOP("Evidence", "%5 holds the same events as this log, but of the time that "
            "both cover some stand only there: %1."),
        QT_TRANSLATE_NOOP("Evidence",
            "One of the two is not complete. A line that was taken out of one copy still stands in "
            "the other."),
        QT_TRANSLATE_NOOP("Evidence",
            "A webhook loses events when its buffer is full or a batch cannot be sent, too large "
            "events are left out, and the two may have policies of their own.")},
    Words{FindingKind::MemberOrder, "member-order",
        QT_TRANSLATE_NOOP("Evidence", "Order of fields unlike the API server's"),
        QT_TRANSLATE_NOOP("Evidence", "Fields stand in another order than the server writes them, "
            "or twice: %1."),
        Anew, Reencoded},
    Words{FindingKind::KeyOrder, "key-order",
        QT_TRANSLATE_NOOP("Evidence", "Order of annotations unlike the API server's"),
        QT_TRANSLATE_NOOP("Evidence", "The keys of annotations or of user.extra are not sorted as "
            "the server sorts them: %1."),
        Anew, Reencoded},
    Words{FindingKind::Spaces, "spaces",
        QT_TRANSLATE_NOOP("Evidence", "Spacing unlike the API server's"),
        QT_TRANSLATE_NOOP("Evidence", "There is white space between fields, where the server "
            "writes none: %1."),
        Anew, Reencoded},
    Words{FindingKind::PlainMarkup, "plain-markup",
        QT_TRANSLATE_NOOP("Evidence", "Escapes unlike the API server's"),
        QT_TRANSLATE_NOOP("Evidence", "The characters &, < or > stand as themselves, where the "
            "server writes \\u0026, \\u003c and \\u003e: %1."),
        Anew, Reencoded},
    Words{FindingKind::TimeDigits, "time-digits",
        QT_TRANSLATE_NOOP("Evidence", "Times written unlike the API server's"),
        QT_TRANSLATE_NOOP("Evidence", "Times are not in UTC with six digits behind the second: "
            "%1."),
        Anew, Reencoded},
    Words{FindingKind::ForeignMember, "foreign-field",
        QT_TRANSLATE_NOOP("Evidence", "Fields that the API server does not write"),
        QT_TRANSLATE_NOOP("Evidence", "Fields that are not an audit event's: %1. They are %5."),
        QT_TRANSLATE_NOOP("Evidence", "Something else than the server added to these events."),
        QT_TRANSLATE_NOOP("Evidence",
            "Collectors add fields of their own, and a newer Kubernetes may have fields that this "
            "program does not know.")},
    Words{FindingKind::CoarseTime, "coarse-time",
        QT_TRANSLATE_NOOP("Evidence", "Times without microseconds"),
        QT_TRANSLATE_NOOP("Evidence", "The time is a whole number of milliseconds, which chance "
            "brings about once in a thousand: %1."),
        QT_TRANSLATE_NOOP("Evidence",
            "Times were rounded. Which of two events came first within a millisecond is unknown."),
        QT_TRANSLATE_NOOP("Evidence",
            "Many log stores keep no more than milliseconds.")},
    Words{FindingKind::StageTime, "stage-time",
        QT_TRANSLATE_NOOP("Evidence", "Stages in an impossible order"),
        QT_TRANSLATE_NOOP("Evidence", "A stage bears a later time than a stage behind it: %1."),
        QT_TRANSLATE_NOOP("Evidence", "One of the two times is not when it happened."),
        QT_TRANSLATE_NOOP("Evidence",
            "The server's clock was set back while it handled the request.")},
    Words{FindingKind::StageField, "stage-field",
        QT_TRANSLATE_NOOP("Evidence", "Stages that contradict each other"),
        QT_TRANSLATE_NOOP("Evidence", "Stages of one request differ in what never changes between "
            "them: %1. The fields are %5."),
        QT_TRANSLATE_NOOP("Evidence",
            "Every stage repeats who asked for what, and from where. At least one of them is not "
            "as the server wrote it."),
        QT_TRANSLATE_NOOP("Evidence",
            "A collector dropped or replaced fields in one of the stages; or a client chose one "
            "auditID for two requests, which arrived in the same microsecond.")},
    Words{FindingKind::StageTwice, "stage-twice",
        QT_TRANSLATE_NOOP("Evidence", "A stage that happened twice"),
        QT_TRANSLATE_NOOP("Evidence", "The same stage of one request is recorded twice and not "
            "alike: %1."),
        QT_TRANSLATE_NOOP("Evidence",
            "A request reaches each stage once. At least one of the two is not as the server wrote "
            "it."),
        QT_TRANSLATE_NOOP("Evidence",
            "An export rounded the times of one copy; or a client chose one auditID for two "
            "requests, which arrived in the same microsecond.")},
    Words{FindingKind::BeforeReceipt, "before-receipt",
        QT_TRANSLATE_NOOP("Evidence", "Stages before the receipt"),
        QT_TRANSLATE_NOOP("Evidence", "A stage is earlier than the receipt of its request: %1."),
        QT_TRANSLATE_NOOP("Evidence", "One of the two times is not when it happened."),
        QT_TRANSLATE_NOOP("Evidence",
            "The server's clock was set back while it handled the request, or an export rounded "
            "one of the times.")},
    Words{FindingKind::ReceivedTwice, "received-twice",
        QT_TRANSLATE_NOOP("Evidence", "Receipts with two times"),
        QT_TRANSLATE_NOOP("Evidence", "The two times of a RequestReceived differ: %1."),
        QT_TRANSLATE_NOOP("Evidence",
            "The server writes the same time twice at this stage. One of them was changed."),
        QT_TRANSLATE_NOOP("Evidence",
            "An export put its own time in the place of one of them.")},
    Words{FindingKind::EarlyAnswer, "early-answer",
        QT_TRANSLATE_NOOP("Evidence", "Answers before there was one"),
        QT_TRANSLATE_NOOP("Evidence", "A RequestReceived has the code of an answer: %1."),
        QT_TRANSLATE_NOOP("Evidence",
            "This stage is written before the request is handled. The stage or the code was "
            "changed."),
        QT_TRANSLATE_NOOP("Evidence",
            "An export made one record of a request's stages.")},
    Words{FindingKind::LineOrder, "line-order",
        QT_TRANSLATE_NOOP("Evidence", "Lines out of order"),
        QT_TRANSLATE_NOOP("Evidence", "Places where the time steps back by more than a second: %1. "
            "The longest step is %4, from %3 to %2."),
        QT_TRANSLATE_NOOP("Evidence",
            "A server writes its events in order of time, to some milliseconds. Here something was "
            "put together, sorted or inserted."),
        QT_TRANSLATE_NOOP("Evidence",
            "The file holds the logs of several servers or streams one behind the other, batches "
            "arrived late, the server's clock was set back, or the export has the time of the "
            "request, not of its end (GKE): long watches step back then.")},
    Words{FindingKind::LateInPiece, "late-in-piece",
        QT_TRANSLATE_NOOP("Evidence", "Events later than the file's name allows"),
        QT_TRANSLATE_NOOP("Evidence", "By its name, this piece was closed at %2. Events that are "
            "later: %1."),
        QT_TRANSLATE_NOOP("Evidence",
            "Nothing is written to a piece once it is closed. The name or the events are not as "
            "the server left them."),
        WrongName},
    Words{FindingKind::EarlyInPiece, "early-in-piece",
        QT_TRANSLATE_NOOP("Evidence", "Events that belong to the piece before"),
        QT_TRANSLATE_NOOP("Evidence", "The piece before was closed at %2. Events in this one that "
            "are more than a minute older: %1."),
        QT_TRANSLATE_NOOP("Evidence",
            "A piece begins when the one before ends. A name or the events are not as the server "
            "left them."),
        WrongName},
    Words{FindingKind::ShortPiece, "short-piece",
        QT_TRANSLATE_NOOP("Evidence", "A piece smaller than its limit"),
        QT_TRANSLATE_NOOP("Evidence", "This piece still had room for the event that the next one "
            "begins with, and for more, in bytes: %1."),
        QT_TRANSLATE_NOOP("Evidence",
            "A server closes a piece only when the next event does not fit into the limit, which "
            "the largest piece shows. Something may have been taken out of this one, or added to "
            "that one."),
        QT_TRANSLATE_NOOP("Evidence",
            "The limit (--audit-log-maxsize) was changed, or something else than the server "
            "rotated the log.")},
    Words{FindingKind::FutureTime, "future-time",
        QT_TRANSLATE_NOOP("Evidence", "Times in the future"),
        QT_TRANSLATE_NOOP("Evidence", "Events are later than their import: %1."),
        QT_TRANSLATE_NOOP("Evidence",
            "Nothing can be recorded after it was imported. These times are not when it "
            "happened."),
        QT_TRANSLATE_NOOP("Evidence",
            "The clock of the server, or of the machine that imported them, was wrong.")},
    Words{FindingKind::AfterModified, "after-modified",
        QT_TRANSLATE_NOOP("Evidence", "Events later than the file's last change"),
        QT_TRANSLATE_NOOP("Evidence", "Events are later than the time at which the file was last "
            "written: %1."),
        QT_TRANSLATE_NOOP("Evidence",
            "Nothing can be recorded after the file was written for the last time. The file's time "
            "or the events' were changed."),
        QT_TRANSLATE_NOOP("Evidence",
            "An archive kept the file's time in another time zone, or the clocks of the two "
            "machines differ.")},
    Words{FindingKind::TimeMissing, "time-missing",
        QT_TRANSLATE_NOOP("Evidence", "Events without a time"),
        QT_TRANSLATE_NOOP("Evidence", "The time of the stage or of the receipt is missing, or "
            "cannot be read: %1."),
        QT_TRANSLATE_NOOP("Evidence",
            "Where these events belong is unknown. A server writes both times into every event."),
        QT_TRANSLATE_NOOP("Evidence",
            "Old versions of Kubernetes, and events that were cut off.")},
    Words{FindingKind::Conflict, "conflict",
        QT_TRANSLATE_NOOP("Evidence", "Copies that contradict each other"),
        QT_TRANSLATE_NOOP("Evidence", "Two copies of an event differ in a field that both recorded: "
            "%1."),
        QT_TRANSLATE_NOOP("Evidence",
            "At most one of the copies is as the server wrote it. Both are kept; the event's "
            "details show them."),
        QT_TRANSLATE_NOOP("Evidence",
            "One of the exports changed or shortened values, such as user names or addresses that "
            "it hides.")}};
// clang-format on

const Words &words(FindingKind kind)
{
    const auto found = std::ranges::find(Catalogue, kind, &Words::kind);
    Q_ASSERT(found != Catalogue.end());
    return *found;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("Evidence", text);
}

QString number(std::int64_t count)
{
    return QLocale().toString(qlonglong(count));
}

/// "12", "12 of 300" or "all 300".
QString amount(const Finding &finding)
{
    const bool isShare = finding.of > 0 && groupOf(finding.kind) == FindingGroup::Unlike
        && finding.kind != FindingKind::LineOrder && finding.kind != FindingKind::ShortPiece;
    if (!isShare) {
        return number(finding.count);
    }
    if (finding.count == finding.of) {
        return QCoreApplication::translate("Evidence", "all %1 events").arg(number(finding.of));
    }
    return QCoreApplication::translate("Evidence", "%1 of %2 events")
        .arg(number(finding.count), number(finding.of));
}

QString time(const std::optional<std::int64_t> &us, const QTimeZone &zone)
{
    return us ? formatTime(*us, zone) : QString();
}

/// Whether a gap is this source's alone.
QString othersText(const Finding &finding)
{
    if (finding.kind != FindingKind::Gap || finding.of == 0) {
        return {};
    }
    if (finding.count == 0) {
        return u' '
            + QCoreApplication::translate("Evidence",
                                          "The other sources of that time recorded nothing, "
                                          "either.");
    }
    return u' '
        + QCoreApplication::translate("Evidence", "Other sources recorded events meanwhile: %1.")
              .arg(number(finding.count));
}

/// Unlike QString::arg(), it takes texts that name only some of the values, and never looks for
/// markers in a value.
QString withValues(QStringView text, const QStringList &values)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int marker = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() : -1;
        if (marker >= 1 && marker <= values.size()) {
            result += values[marker - 1];
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

} // namespace

QString findingName(FindingKind kind)
{
    return QString::fromLatin1(words(kind).name);
}

QString findingTitle(FindingKind kind)
{
    return translated(words(kind).title);
}

QString findingSeen(const Finding &finding, const QTimeZone &zone)
{
    const QString distance = finding.fromUs && finding.toUs
        ? formatDuration(*finding.toUs - *finding.fromUs)
        : QString();
    const QByteArray detail = finding.detail.toUtf8();
    const QString seen = translated(words(finding.kind).seen);
    const QStringList values{
        amount(finding), time(finding.fromUs, zone), time(finding.toUs, zone), distance,
        oneLine({detail.constData(), std::size_t(detail.size())}, LongestDetail)};
    return (withValues(seen, values) + othersText(finding)).trimmed();
}

QString findingMeaning(FindingKind kind)
{
    return translated(words(kind).meaning);
}

QString findingInnocence(FindingKind kind)
{
    return translated(words(kind).innocence);
}

QString meaningLine(FindingKind kind)
{
    return translated(QT_TRANSLATE_NOOP("Evidence", "It means: %1")).arg(findingMeaning(kind));
}

QString innocenceLine(FindingKind kind)
{
    return translated(QT_TRANSLATE_NOOP("Evidence", "It need not mean more: %1"))
        .arg(findingInnocence(kind));
}

QString groupTitle(FindingGroup group)
{
    return translated(group == FindingGroup::Missing
                          ? QT_TRANSLATE_NOOP("Evidence", "Missing, or maybe missing")
                          : QT_TRANSLATE_NOOP("Evidence", "Unlike an untouched log"));
}

} // namespace auditloupe
