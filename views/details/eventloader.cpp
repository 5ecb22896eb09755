// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/eventloader.h"

#include "model/casefile/casereader.h"
#include "model/casefile/rowfields.h"
#include "model/casefile/streamplace.h"
#include "model/event/clientsession.h"
#include "model/event/masking.h"
#include "model/event/plaintext.h"
#include "model/event/sentence.h"
#include "model/query/eventquery.h"
#include "model/query/fieldsql.h"
#include "views/details/jsondocument.h"

#include <QCoreApplication>
#include <QPromise>
#include <QtConcurrent>

#include <algorithm>
#include <map>

namespace auditloupe {

namespace {

/// More stages or copies than this are not shown: a forged auditID can have any number.
constexpr std::size_t MostListed = 50;

QString shownText(const std::optional<std::string> &text, bool reveals)
{
    constexpr qsizetype Longest = 4000;
    return text ? oneLine(reveals ? *text : maskText(*text), Longest) : QString();
}

/// `stages`: of the row's request, itself among them.
std::optional<SessionDetails> sessionDetails(const EventRow &row,
                                             const std::vector<EventRow> &stages,
                                             const EventRequest &request)
{
    const EventFields fields = fieldsOf(row);
    SessionDetails session{.kind = sessionKind(fields),
                           .command =
                               shownText(sessionCommandLine(fields), request.revealCredentials),
                           .container = shownText(sessionContainer(fields), true),
                           .method = QString::fromUtf8(sessionMethod(fields)),
                           .startUs = row.receivedUs,
                           .zone = request.zone};
    if (session.kind == SessionKind::None) {
        return std::nullopt;
    }
    for (const char *parameter : {"stdin", "stdout", "stderr", "tty"}) {
        if (sessionFlag(fields, parameter).value_or(false)) {
            session.streams += QString::fromLatin1(parameter);
        }
    }
    for (const EventRow &stage : stages) {
        if (stage.code && *stage.code >= 400) {
            session.end = SessionDetails::End::Refused;
            session.code = *stage.code;
        } else if (stage.stage == Stage::ResponseComplete
                   && session.end != SessionDetails::End::Refused) {
            session.end = SessionDetails::End::Recorded;
            session.endUs = stage.timeUs;
        }
    }
    return session;
}

class EventReading
{
public:
    EventReading(CaseReader &reader, const EventRequest &request)
        : m_reader(reader)
        , m_request(request)
    {
    }

    Result<EventDetails> read()
    {
        return readRow()
            .and_then([this] { return readPlace(); })
            .and_then([this] { return readStages(); })
            .and_then([this] { return readCopies(); })
            .and_then([this] { return readText(); })
            .transform([this] { return std::move(m_details); });
    }

private:
    Result<void> readRow()
    {
        Result<std::vector<EventRow>> rows = m_reader.rows({&m_request.id, 1});
        if (!rows) {
            return std::unexpected(rows.error());
        }
        if (rows->empty()) {
            return std::unexpected(Error{.code = Error::Code::Invalid,
                                         .message = QCoreApplication::translate(
                                             "EventLoader", "This event is not in the case."),
                                         .where = {.file = m_request.casePath}});
        }
        m_details.row = std::move(rows->front());
        return {};
    }

    Result<void> readPlace()
    {
        Result<EventPlace> place = m_reader.eventPlace(m_request.id);
        if (!place) {
            return std::unexpected(place.error());
        }
        m_details.place = *place;
        Result<std::vector<SourceInfo>> sources = m_reader.sources();
        if (!sources) {
            return std::unexpected(sources.error());
        }
        for (const SourceInfo &source : *sources) {
            m_paths.emplace(source.id, source.path);
        }
        m_details.sourcePath = m_paths[place->source];
        if (place->format.isEmpty()) {
            return {};
        }
        return m_reader.wrapperFacts(m_request.id).transform([&](std::vector<WrapperFact> facts) {
            m_details.facts = std::move(facts);
        });
    }

    Result<void> readStages()
    {
        Result<std::vector<EventId>> ids = m_reader.stagesOf(m_request.id);
        if (!ids) {
            return std::unexpected(ids.error());
        }
        ids->resize(std::min(ids->size(), MostListed));
        Result<std::vector<EventRow>> rows = m_reader.rows(*ids);
        if (!rows) {
            return std::unexpected(rows.error());
        }
        for (const EventRow &row : *rows) {
            m_details.stages.push_back({.id = row.id, .stage = row.stage, .timeUs = row.timeUs});
        }
        m_details.session = sessionDetails(m_details.row, *rows, m_request);
        return {};
    }

    Result<void> readCopies()
    {
        Result<std::vector<EventCopy>> copies = m_reader.copiesOf(m_request.id);
        if (!copies) {
            return std::unexpected(copies.error());
        }
        std::ranges::stable_partition(*copies, &EventCopy::conflict);
        m_details.copyCount = copies->size();
        copies->resize(std::min(copies->size(), MostListed));
        for (const EventCopy &copy : *copies) {
            const Result<std::int64_t> offset = streamOffsetOf(m_reader, copy);
            if (!offset) {
                return std::unexpected(offset.error());
            }
            m_details.copies.push_back(
                {.path = m_paths[copy.source], .offset = *offset, .conflict = copy.conflict});
        }
        return {};
    }

    Result<void> readText()
    {
        Result<QByteArray> bytes = m_reader.eventBytes(m_request.id);
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        m_recorded = bytes->toStdString();
        m_details.credentials = countCredentials(m_recorded);
        m_details.masked = m_details.credentials > 0 && !m_request.revealCredentials;
        std::string shown = m_details.masked ? maskCredentials(m_recorded) : m_recorded;
        m_details.page = makeJsonPage(std::move(shown));
        m_details.document = makeJsonDocument(m_details.page.text, m_request.font);
        describe();
        listFields();
        if (m_details.masked) {
            maskTexts(m_details.row);
        }
        return {};
    }

    void describe()
    {
        const EventFields fields = fieldsOf(m_details.row);
        m_details.sentence = eventSentence(fields, m_request.zone);
        m_details.levelNote = levelNote(fields);
    }

    void listFields()
    {
        const FieldContext context = fieldContext(m_request.revealCredentials);
        m_details.fields = fieldRows(m_details.page.outline, m_details.page.json, context);
        const JsonOutline outline = JsonOutline::read(m_recorded);
        forgetMaskedElements(m_details.fields, fieldRows(outline, m_recorded, fieldContext(true)));
    }

    FieldContext fieldContext(bool reveals) const
    {
        return {.event = fieldsOf(m_details.row), .derived = [this, reveals](const Field &field) {
                    std::optional<std::string> value = fieldValue(field, m_details.row, m_recorded);
                    return !reveals && isClientText(field) ? value.transform(maskText) : value;
                }};
    }

    CaseReader &m_reader;
    const EventRequest &m_request;
    EventDetails m_details;
    std::map<SourceId, QString> m_paths;
    std::string m_recorded; // the event's own bytes
};

Result<EventDetails> load(QPromise<Result<EventDetails>> &promise, const EventRequest &request)
{
    Result<CaseReader> reader = CaseReader::open(request.casePath);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    reader->setCancelCheck([&promise] { return promise.isCanceled(); });
    return EventReading(*reader, request).read();
}

} // namespace

QFuture<Result<EventDetails>> loadEvent(QThreadPool &pool, const EventRequest &request)
{
    return QtConcurrent::run(&pool, [request](QPromise<Result<EventDetails>> &promise) {
        promise.addResult(load(promise, request));
    });
}

} // namespace auditloupe
