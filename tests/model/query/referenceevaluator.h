// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"
#include "model/event/time.h"
#include "model/query/condition.h"
#include "model/query/fieldreference.h"
#include "model/query/filter.h"
#include "tests/model/query/plainjson.h"
#include "tests/model/query/referencesession.h"
#include "tests/model/query/referencetext.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace auditloupe::testing {

/// An event as the reference sees it: the JSON, and what only the case knows.
struct ReferenceEvent
{
    PlainJson json = {};
    EventRow row = {};
    std::string formats = {}; ///< "cri/gke-log-entry"
    std::string whole = {}; ///< the event as it stands in the log
    std::vector<std::string> stages = {}; ///< of its request, those that are known
};

/// Answers conditions slowly, in the words of their definition, and shares no code with the
/// program's evaluators but the catalogue, the path parser and the times.
class ReferenceEvaluator
{
public:
    explicit ReferenceEvaluator(std::int64_t nowUs, Unit unit = Unit::Events)
        : m_nowUs(nowUs)
        , m_unit(unit)
    {
    }

    Truth judge(const Condition &condition, const ReferenceEvent &event) const
    {
        m_event = &event;
        return judge(condition, event.json, false);
    }

private:
    struct Value
    {
        enum class Kind { Text, Number, Other };
        Kind kind = Kind::Text;
        std::string text = {};
        std::optional<std::int64_t> number = {}; ///< of a column that is a number
        bool isWhole = true;
        bool isLost = false; ///< nobody knows it: the list breaks off in front of it
    };
    using Values = std::vector<Value>;

    /// Kleene's tables, written out.
    static Truth both(Truth a, Truth b)
    {
        if (a == Truth::False || b == Truth::False) {
            return Truth::False;
        }
        return a == Truth::Unknown || b == Truth::Unknown ? Truth::Unknown : Truth::True;
    }

    static Truth negated(Truth a)
    {
        return a == Truth::Unknown ? Truth::Unknown : a == Truth::True ? Truth::False : Truth::True;
    }

    static Truth either(Truth a, Truth b) { return negated(both(negated(a), negated(b))); }

    Truth judge(const Condition &condition, const PlainJson &json, bool inElement) const
    {
        Truth truth = Truth::True;
        switch (condition.kind) {
        case Condition::Kind::Always:
            return Truth::True;
        case Condition::Kind::And:
            for (const Condition &part : condition.parts) {
                truth = both(truth, judge(part, json, inElement));
            }
            return truth;
        case Condition::Kind::Or:
            truth = Truth::False;
            for (const Condition &part : condition.parts) {
                truth = either(truth, judge(part, json, inElement));
            }
            return truth;
        case Condition::Kind::Not:
            return negated(judge(condition.parts.front(), json, inElement));
        case Condition::Kind::AnyElement: {
            const std::vector<PlainJson> elements = at(json, *condition.test.field);
            if (elements.empty()) {
                return isUnrecorded(*condition.test.field, inElement) ? Truth::Unknown
                                                                      : Truth::False;
            }
            truth = Truth::False;
            for (const PlainJson &element : elements) {
                truth = either(truth,
                               isLost(element) ? Truth::Unknown
                                               : judge(condition.parts.front(), element, true));
            }
            return truth;
        }
        case Condition::Kind::Test:
            break;
        }
        return judgeTest(condition.test, json, inElement);
    }

    Truth judgeTest(const FieldTest &test, const PlainJson &json, bool inElement) const
    {
        const Values values = inElement ? inDocument(json, *test.field) : valuesOf(*test.field);
        const bool isUnknown = values.empty() && isUnrecorded(*test.field, inElement);
        if (test.comparison == Comparison::Known) {
            const bool areWhole = std::ranges::all_of(values, &Value::isWhole);
            return isUnknown || !areWhole ? Truth::False : Truth::True;
        }
        // A place is never an empty text: asked for that, "nobody knows it" is the answer.
        const bool isWhole = test.comparison <= Comparison::NotEqual
            || test.comparison == Comparison::In || test.comparison == Comparison::Intersects;
        if (values.empty() && isPlace(test.field->name) && isWhole
            && std::ranges::contains(test.values, std::string())) {
            return test.comparison == Comparison::NotEqual ? Truth::False : Truth::True;
        }
        if (values.empty()) {
            return isUnknown && test.unrecorded == FieldTest::Unrecorded::Unknown ? Truth::Unknown
                                                                                  : Truth::False;
        }
        const bool isEvery = test.elements == FieldTest::Elements::Every;
        Truth truth = isEvery ? Truth::True : Truth::False;
        for (const Value &value : values) {
            const Truth one = judgeValue(test, value);
            truth = isEvery && test.comparison != Comparison::Exists ? both(truth, one)
                                                                     : either(truth, one);
        }
        return truth == Truth::Unknown && test.unrecorded == FieldTest::Unrecorded::False
            ? Truth::False
            : truth;
    }

    /// Of a value that breaks off only its beginning is known.
    Truth judgeValue(const FieldTest &test, const Value &value) const
    {
        if (value.isLost) {
            return Truth::Unknown;
        }
        if (test.comparison == Comparison::Exists) {
            return Truth::True;
        }
        const bool holds = fits(test, value);
        const bool isTold =
            test.comparison == Comparison::Contains || test.comparison == Comparison::StartsWith;
        return !value.isWhole && !(holds && isTold) ? Truth::Unknown
            : holds                                 ? Truth::True
                                                    : Truth::False;
    }

    /// A list that breaks off has one more element, of which nothing is known.
    static bool isLost(const PlainJson &element)
    {
        return element.kind == PlainJson::Kind::Null && !element.isWhole;
    }

    static std::vector<PlainJson> elementsOf(const PlainJson &list)
    {
        std::vector<PlainJson> elements = list.elements;
        if (list.kind == PlainJson::Kind::List && !list.isWhole) {
            elements.emplace_back();
        }
        return elements;
    }

    bool isUnrecorded(const Field &field, bool inElement) const
    {
        const EventRow &row = m_event->row;
        const auto has = [&row](EventFlag flag) { return (row.flags & bit(flag)) != 0; };
        if (inElement) {
            return has(EventFlag::Salvaged);
        }
        if ((field.name == "outcome" || field.name == "outcome.by") && row.code) {
            return false;
        }
        if (field.name.starts_with("session.") && !has(EventFlag::Salvaged)
            && ReferenceSession(row).kind().empty()) {
            return false;
        }
        const QString chain = u'/' + QString::fromStdString(m_event->formats) + u'/';
        for (const PartialFormat &format : partialFormats()) {
            const QString name = QString::fromUtf8(format.name);
            if ((field.neverIn & format.bit) != 0 && chain.contains(u'/' + name + u'/')) {
                return true;
            }
        }
        const bool isBody =
            field.path.starts_with("requestObject") || field.path.starts_with("responseObject");
        return field.neverIn == EveryFormat || has(EventFlag::Salvaged)
            || (field.firstLevel > Level::Metadata && row.level < field.firstLevel)
            || (field.firstStage > Stage::RequestReceived && row.stage < field.firstStage)
            || (isBody && has(EventFlag::Truncated));
    }

    /// What stands at the path; the elements of a list in its place.
    static std::vector<PlainJson> at(const PlainJson &json, const Field &field)
    {
        std::vector<PlainJson> found{json};
        for (const PathStep &step : parsePath(field.path)) {
            std::vector<PlainJson> next;
            for (const PlainJson &value : found) {
                if (isLost(value)) {
                    next.push_back(value);
                } else if (step.kind == PathStep::Kind::Member
                           && value.members.contains(step.key)) {
                    next.push_back(value.members.at(step.key));
                } else if (step.kind == PathStep::Kind::Every) {
                    std::ranges::copy(elementsOf(value), std::back_inserter(next));
                } else if (step.kind == PathStep::Kind::Element
                           && step.index < value.elements.size()) {
                    next.push_back(value.elements[step.index]);
                }
            }
            found = next;
        }
        std::vector<PlainJson> flat;
        for (const PlainJson &value : found) {
            if (value.kind == PlainJson::Kind::List) {
                std::ranges::copy(elementsOf(value), std::back_inserter(flat));
            } else {
                flat.push_back(value);
            }
        }
        std::erase_if(flat, [](const PlainJson &value) {
            return value.kind == PlainJson::Kind::Null && !isLost(value);
        });
        return flat;
    }

    static Values inDocument(const PlainJson &json, const Field &field)
    {
        Values values;
        for (const PlainJson &value : at(json, field)) {
            values.push_back({.kind = value.kind == PlainJson::Kind::Text ? Value::Kind::Text
                                  : value.kind == PlainJson::Kind::Number ? Value::Kind::Number
                                                                          : Value::Kind::Other,
                              .text = value.text,
                              .isWhole = value.isWhole,
                              .isLost = isLost(value)});
        }
        return values;
    }

    static Values one(const std::optional<std::string> &text)
    {
        return text ? Values{{.text = *text}} : Values();
    }

    static Values word(std::string_view text)
    {
        return text.empty() ? Values() : Values{{.text = std::string(text)}};
    }

    static Values number(std::optional<std::int64_t> number, const QString &text)
    {
        return number ? Values{{Value::Kind::Number, text.toStdString(), number}} : Values();
    }

    static Values moment(std::optional<std::int64_t> us)
    {
        return number(us, us ? formatTimeUtc(*us) : QString());
    }

    Values valuesOf(const Field &field) const
    {
        const EventRow &row = m_event->row;
        const std::string_view name = field.name;
        if (name == "text") {
            return Values{{.text = resolved(m_event->whole)}};
        }
        if (name == "time" || name == "requestReceivedTimestamp") {
            return moment(name == "time" ? timeUs() : row.receivedUs);
        }
        if (name == "stage" && m_unit == Unit::Requests) {
            Values stages;
            for (const std::string &stage : m_event->stages) {
                stages.push_back({.text = stage});
            }
            return stages;
        }
        if (name == "session.duration") {
            const auto us = ReferenceSession(row).durationUs();
            return number(us, us ? secondsText(*us) : QString());
        }
        if (name.starts_with("session")) {
            return one(ReferenceSession(row).value(std::string(name)));
        }
        if (name == "source") {
            return one(row.sourcePath);
        }
        if (isPlace(name)) {
            return one(name == "cluster" ? row.cluster : name == "node" ? row.node : row.server);
        }
        if (name == "request" || name == "last") {
            const std::int64_t value = name == "request" ? row.request : row.last ? 1 : 0;
            return number(value, QString::number(value));
        }
        if (name == "latency") {
            return latency();
        }
        if (name.starts_with("time.")) {
            return ofTime(name);
        }
        if (field.path.empty()) {
            return derived(name);
        }
        Values values = inDocument(m_event->json, field);
        if (field.store == FieldStore::Document) {
            return values;
        }
        // Columns hold what is whole and has the type that the API has.
        if (!std::ranges::all_of(values, &Value::isWhole)) {
            return {};
        }
        if (name == "responseStatus.code") {
            const bool isCode = values.size() == 1 && values[0].kind == Value::Kind::Number;
            return isCode
                ? number(std::stoll(values[0].text), QString::fromStdString(values[0].text))
                : Values();
        }
        const bool areTexts = std::ranges::all_of(
            values, [](const Value &value) { return value.kind == Value::Kind::Text; });
        const bool isKnown = field.store != FieldStore::Enum || values.empty()
            || std::ranges::contains(enumWords(name), values.front().text);
        return areTexts && isKnown ? values : Values();
    }

    static std::vector<std::string> enumWords(std::string_view name)
    {
        if (name == "level") {
            return {"None", "Metadata", "Request", "RequestResponse"};
        }
        return name == "stage" ? std::vector<std::string>{"RequestReceived", "ResponseStarted",
                                                          "ResponseComplete", "Panic"}
                               : std::vector<std::string>{"allow", "forbid"};
    }

    Values latency() const
    {
        const EventRow &row = m_event->row;
        if (!row.last || row.stage < Stage::ResponseStarted || !row.timeUs || !row.receivedUs) {
            return {};
        }
        const std::int64_t us = *row.timeUs - *row.receivedUs;
        return number(us, secondsText(us));
    }

    static QString secondsText(std::int64_t us)
    {
        return QStringLiteral("%1%2.%3")
            .arg(us < 0 ? QStringLiteral("-") : QString())
            .arg(std::abs(us) / 1'000'000)
            .arg(std::abs(us) % 1'000'000, 6, 10, QLatin1Char('0'));
    }

    /// When the event happened, or when the request was received.
    std::optional<std::int64_t> timeUs() const
    {
        const EventRow &row = m_event->row;
        return m_unit == Unit::Requests && row.receivedUs ? row.receivedUs : row.timeUs;
    }

    Values ofTime(std::string_view name) const
    {
        if (!timeUs()) {
            return {};
        }
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(*timeUs() / 1000, QTimeZone::UTC);
        if (name == "time.hour") {
            return number(time.time().hour(), QString::number(time.time().hour()));
        }
        const std::array days{"monday", "tuesday",  "wednesday", "thursday",
                              "friday", "saturday", "sunday"};
        return word(days.at(std::size_t(time.date().dayOfWeek() - 1)));
    }

    /// By the definitions of the catalogue's explanations.
    Values derived(std::string_view name) const
    {
        const EventRow &row = m_event->row;
        if (name == "user.kind") {
            return word(kindOf(row.username.value_or("")));
        }
        if (name == "agent.family") {
            const QString agent = QString::fromStdString(row.userAgent.value_or(""));
            return word(
                agent.section(u'/', 0, 0).section(u' ', 0, 0).section(u'\t', 0, 0).toStdString());
        }
        if (name == "access") {
            return word(accessOf(row));
        }
        std::string outcome;
        std::string by;
        const bool validation = (row.flags & bit(EventFlag::ValidationFailed)) != 0;
        if (row.stage == Stage::Panic) {
            outcome = "failed";
        } else if (!row.code) {
            outcome = row.stage == Stage::RequestReceived ? "open" : "";
        } else if (*row.code < 400) {
            outcome = "allowed";
        } else {
            by = *row.code == 401 ? "authentication"
                : *row.code == 403
                ? (row.decision == Decision::Allow ? "admission" : "authorization")
                : *row.code == 422 && validation ? "admission"
                                                 : "";
            outcome = by.empty() ? "failed" : "denied";
        }
        return word(name == "outcome" ? outcome : by);
    }

    static std::string kindOf(const std::string &user)
    {
        const auto begins = [&user](const char *with) { return user.starts_with(with); };
        if (user.empty()) {
            return {};
        }
        if (user == "system:anonymous" || user == "system:unauthenticated") {
            return "anonymous";
        }
        if (begins("system:serviceaccount:")) {
            return "serviceaccount";
        }
        if (begins("system:node:") || begins("system:bootstrap:")) {
            return "node";
        }
        const bool isCloud = begins("eks:") || begins("gke:") || user == "aksService"
            || user == "kube-apiserver-kubelet-client";
        return (begins("system:") && user != "system:admin") || isCloud ? "controlplane" : "human";
    }

    static std::string accessOf(const EventRow &row)
    {
        const std::string verb = row.verb.value_or("");
        const std::string resource = row.resource.value_or("");
        const std::string sub = row.subresource.value_or("");
        const std::string group = row.apiGroup.value_or("");
        const auto among = [](const std::string &text, std::vector<std::string> list) {
            return std::ranges::contains(list, text);
        };
        if (verb == "proxy" || among(sub, {"exec", "attach", "portforward", "proxy"})) {
            return "connect";
        }
        const bool isReview =
            among(resource,
                  {"subjectaccessreviews", "selfsubjectaccessreviews", "localsubjectaccessreviews",
                   "selfsubjectrulesreviews", "tokenreviews", "selfsubjectreviews"})
            && among(group, {"", "authorization.k8s.io", "authentication.k8s.io"});
        if (isReview && verb == "create") {
            return "check";
        }
        if (among(verb, {"get", "list", "watch", "head", "options"})) {
            return "read";
        }
        const bool writes =
            among(verb, {"create", "update", "patch", "delete", "deletecollection", "post", "put"});
        const bool isDryRun = row.requestUri.value_or("").find("dryRun=") != std::string::npos;
        return !writes ? "" : isDryRun ? "check" : "write";
    }

    static bool isPlace(std::string_view name)
    {
        return name == "cluster" || name == "node" || name == "server";
    }

    bool fits(const FieldTest &test, const Value &value) const
    {
        if (test.field->name == "source" && test.comparison == Comparison::NotEqual) {
            return value.text != test.values.front() && sourceNumber() != test.values.front();
        }
        if (test.comparison == Comparison::NotEqual) {
            return !isEqual(test, value, test.values.front());
        }
        for (const std::string &operand : test.values) {
            if (fitsOne(test, value, operand)) {
                return true;
            }
        }
        return false;
    }

    std::string sourceNumber() const
    {
        return std::to_string(static_cast<int>(m_event->row.source));
    }

    bool fitsOne(const FieldTest &test, const Value &value, const std::string &operand) const
    {
        const bool folds = test.letters == FieldTest::Letters::AsciiCaseIgnored;
        const QString text = folds ? lower(value.text) : QString::fromStdString(value.text);
        const QString wanted = folds ? lower(operand) : QString::fromStdString(operand);
        switch (test.comparison) {
        case Comparison::Equal:
        case Comparison::In:
        case Comparison::Intersects:
            return isEqual(test, value, operand)
                || (test.field->name == "source" && operand == sourceNumber());
        case Comparison::Contains:
            return text.contains(wanted);
        case Comparison::StartsWith:
            return text.startsWith(wanted);
        case Comparison::EndsWith:
            return text.endsWith(wanted);
        case Comparison::Glob:
            return isGlob(wanted, text);
        case Comparison::Regex:
            return QRegularExpression(QRegularExpression::anchoredPattern(wanted),
                                      QRegularExpression::DotMatchesEverythingOption)
                .match(text)
                .hasMatch();
        default:
            break;
        }
        const std::optional<double> order = compared(test, value, operand);
        return order
            && ((test.comparison == Comparison::Less && *order < 0)
                || (test.comparison == Comparison::LessOrEqual && *order <= 0)
                || (test.comparison == Comparison::Greater && *order > 0)
                || (test.comparison == Comparison::GreaterOrEqual && *order >= 0));
    }

    /// From, and up to.
    std::optional<std::pair<std::int64_t, std::int64_t>> timeOf(const std::string &text) const
    {
        static const QRegularExpression day(QStringLiteral("^\\d{4}-\\d\\d-\\d\\d$"));
        static const QRegularExpression minute(
            QStringLiteral("^\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d$"));
        static const QRegularExpression now(QStringLiteral("^now(?:([+-])((?:\\d+[smhd])+))?$"));
        const QString written = QString::fromStdString(text);
        if (const QRegularExpressionMatch match = now.match(written); match.hasMatch()) {
            const std::int64_t distance = durationOf(match.captured(2).toStdString()).value_or(0);
            const std::int64_t us =
                match.captured(1) == u'-' ? m_nowUs - distance : m_nowUs + distance;
            return std::pair(us, us + 1);
        }
        const std::string whole = day.match(written).hasMatch() ? text + "T00:00:00Z"
            : minute.match(written).hasMatch()                  ? text + ":00Z"
                                                                : text;
        const std::optional<std::int64_t> from = parseTime(whole);
        const qsizetype digits =
            std::max<qsizetype>(0, written.section(u'.', 1).size() - 1); // and a Z
        const std::int64_t length = day.match(written).hasMatch() ? 86'400'000'000
            : minute.match(written).hasMatch()                    ? 60'000'000
                                               : std::max(1.0, 1e6 / std::pow(10.0, digits));
        return from ? std::optional(std::pair(*from, *from + length)) : std::nullopt;
    }

    /// An operand as the number of a column.
    std::optional<std::int64_t> columnNumber(const Field &field, const std::string &operand) const
    {
        if (field.type == FieldType::Time) {
            const auto time = timeOf(operand);
            return time ? std::optional(time->first) : std::nullopt;
        }
        if (field.type == FieldType::Duration) {
            return durationOf(operand);
        }
        const std::optional<double> number = decimalOf(operand);
        const bool isWhole = operand.find_first_of(".eE") == std::string::npos;
        return number && isWhole ? std::optional(std::stoll(operand)) : std::nullopt;
    }

    bool isEqual(const FieldTest &test, const Value &value, const std::string &operand) const
    {
        const bool isText = test.operands == FieldTest::Operands::Text;
        if (test.field->type == FieldType::Time && !isText) {
            const auto time = value.number ? value.number : parseTime(value.text);
            const auto span = timeOf(operand);
            return time && span && *time >= span->first && *time < span->second;
        }
        if (value.number && !isText) {
            return columnNumber(*test.field, operand) == value.number;
        }
        const bool folds = test.letters == FieldTest::Letters::AsciiCaseIgnored;
        if (folds ? lower(value.text) == lower(operand) : value.text == operand) {
            return true;
        }
        if (isText) {
            return false;
        }
        if (test.comparison == Comparison::In || test.comparison == Comparison::Intersects) {
            if (isInNetwork(value.text, operand)) {
                return true;
            }
        }
        const bool areWhole = value.text.find_first_of(".eE") == std::string::npos
            && operand.find_first_of(".eE") == std::string::npos;
        return value.kind == Value::Kind::Number && !areWhole && decimalOf(operand)
            && decimalOf(operand) == decimalOf(value.text);
    }

    /// Below, at or above zero; nothing where there is no order.
    std::optional<double> compared(const FieldTest &test, const Value &value,
                                   const std::string &operand) const
    {
        const auto difference = [](auto a, auto b) { return a < b ? -1.0 : a > b ? 1.0 : 0.0; };
        const bool isText = test.operands == FieldTest::Operands::Text;
        if (isText) {
            return difference(value.text, operand);
        }
        if (value.number) {
            const auto number = columnNumber(*test.field, operand);
            return number ? std::optional(difference(*value.number, *number)) : std::nullopt;
        }
        const std::string_view name = test.field->name;
        if (name == "level" || name == "stage") {
            const std::vector<std::string> words = enumWords(name);
            return difference(std::ranges::find(words, value.text),
                              std::ranges::find(words, operand));
        }
        if (name == "time.weekday") {
            const std::string days = "monday tuesday wednesday thursday friday saturday sunday";
            return difference(days.find(value.text), days.find(operand));
        }
        if (const auto time = timeOf(operand)) {
            const auto own = parseTime(value.text);
            return own ? std::optional(difference(*own, time->first)) : std::nullopt;
        }
        if (const auto number = decimalOf(operand)) {
            const auto own =
                value.kind == Value::Kind::Other ? std::nullopt : decimalOf(value.text);
            return own ? std::optional(difference(*own, *number)) : std::nullopt;
        }
        return value.kind == Value::Kind::Text && test.field->type != FieldType::Time
            ? std::optional(difference(value.text, operand))
            : std::nullopt;
    }

    std::int64_t m_nowUs = 0;
    Unit m_unit = Unit::Events;
    mutable const ReferenceEvent *m_event = nullptr;
};

} // namespace auditloupe::testing
