// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/casefile/caserows.h"
#include "model/event/clientsession.h"
#include "model/event/fieldrows.h"
#include "model/event/levelnote.h"
#include "views/details/jsonpage.h"

#include <QFont>
#include <QFuture>
#include <QString>
#include <QStringList>
#include <QTextDocument>
#include <QTimeZone>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QThreadPool;

namespace auditloupe {

/// A session, from all stages of its request.
struct SessionDetails
{
    enum class End { Recorded, Open, Refused };

    SessionKind kind = SessionKind::None;
    QString command = {}; ///< masked where the event is
    QString container = {};
    QStringList streams = {}; ///< parameters that are true: "stdin", "stdout", "stderr", "tty"
    QString method = {}; ///< "POST", "GET"
    std::optional<std::int64_t> startUs = {};
    std::optional<std::int64_t> endUs = {};
    End end = End::Open;
    int code = 0; ///< of a refusal
    QTimeZone zone = QTimeZone(QTimeZone::UTC);
};

/// Everything that the details show of one event, made ready away from the window's thread.
struct EventDetails
{
    struct Stage
    {
        EventId id = EventId{0};
        auditloupe::Stage stage = auditloupe::Stage::Unknown;
        std::optional<std::int64_t> timeUs = {};
    };

    struct Copy
    {
        QString path = {};
        std::int64_t offset = 0; ///< byte in the source's decompressed stream
        bool conflict = false;
    };

    EventRow row = {};
    QString sentence = {};
    LevelNote levelNote = {};
    QString sourcePath = {};
    EventPlace place = {};
    std::vector<WrapperFact> facts = {}; ///< what the wrappers tell
    std::vector<FieldRow> fields = {};
    JsonPage page = {}; ///< its bytes are masked where `masked` says so
    std::shared_ptr<QTextDocument> document = {}; ///< the page's text
    bool masked = false;
    int credentials = 0; ///< masked or revealed
    std::vector<Stage> stages = {};
    std::optional<SessionDetails> session = {};
    std::vector<Copy> copies = {}; ///< the first of `copyCount`; those that differ come first
    std::size_t copyCount = 0;
};

struct EventRequest
{
    QString casePath = {};
    EventId id = EventId{0};
    bool revealCredentials = false;
    QTimeZone zone = QTimeZone(QTimeZone::UTC);
    QFont font = {}; ///< of the JSON
};

/// Reads one event with a reader of its own. Cancelled as soon as its future is.
QFuture<Result<EventDetails>> loadEvent(QThreadPool &pool, const EventRequest &request);

} // namespace auditloupe
