// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commands/policyinput.h"
#include "app/commands/terminal.h"
#include "model/policy/policyevaluator.h"
#include "model/policy/policyexplanation.h"
#include "model/sources/filebytes.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <expected>
#include <vector>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

/// A policy that was made ready, for as long as lines name the same one.
struct ReadyPolicy
{
    std::string text = {};
    PolicyLoad load = {};
    std::optional<PolicyEvaluator> evaluator = {};
};

/// A request of a line, with the texts that its attributes look at.
struct Request
{
    RequestInfo info = {};
    std::optional<std::string> user = {};
    std::vector<std::string> groups = {};
};

/// Reads attributes; the first wrong one ends it.
class AttributeReader
{
public:
    explicit AttributeReader(const QJsonObject &attributes)
        : m_attributes(attributes)
    {
    }

    std::expected<Request, QString> read()
    {
        Request request;
        readUser(request);
        if (m_attributes.contains("url"_L1)) {
            resolve(request);
        } else {
            readInfo(request.info);
        }
        if (!m_fault.isEmpty()) {
            return std::unexpected(m_fault);
        }
        return request;
    }

private:
    std::optional<std::string> text(QLatin1StringView key)
    {
        const QJsonValue value = m_attributes[key];
        if (value.isNull() || value.isUndefined()) {
            return std::nullopt;
        }
        if (!value.isString()) {
            fail(key);
        }
        return value.toString().toStdString();
    }

    void fail(QLatin1StringView key)
    {
        m_fault =
            commandText(QT_TRANSLATE_NOOP("CommandLine", "“%1” is of the wrong type.")).arg(key);
    }

    void readUser(Request &request)
    {
        request.user = text("user"_L1);
        const QJsonValue groups = m_attributes["groups"_L1];
        if (!groups.isArray() && !groups.isNull() && !groups.isUndefined()) {
            fail("groups"_L1);
        }
        for (const QJsonValue &group : groups.toArray()) {
            if (!group.isString()) {
                fail("groups"_L1);
            }
            request.groups.push_back(group.toString().toStdString());
        }
    }

    void readInfo(RequestInfo &info)
    {
        info.verb = text("verb"_L1).value_or("");
        info.objectNamespace = text("namespace"_L1).value_or("");
        info.apiGroup = text("apiGroup"_L1).value_or("");
        info.resource = text("resource"_L1).value_or("");
        info.subresource = text("subresource"_L1).value_or("");
        info.name = text("name"_L1).value_or("");
        info.path = text("path"_L1).value_or("");
        const QJsonValue isResource = m_attributes["isResourceRequest"_L1];
        if (!isResource.isBool() && !isResource.isNull() && !isResource.isUndefined()) {
            fail("isResourceRequest"_L1);
        }
        info.isResourceRequest = isResource.toBool(!info.resource.empty());
    }

    void resolve(Request &request)
    {
        const auto info =
            requestInfo(text("method"_L1).value_or("GET"), text("url"_L1).value_or(""));
        if (info) {
            request.info = *info;
        } else if (m_fault.isEmpty()) {
            m_fault = commandText(
                QT_TRANSLATE_NOOP("CommandLine", "The API server would refuse this URL."));
        }
    }

    const QJsonObject &m_attributes;
    QString m_fault;
};

QString fieldName(RuleField field)
{
    switch (field) {
    case RuleField::Users:
        return u"users"_s;
    case RuleField::UserGroups:
        return u"userGroups"_s;
    case RuleField::Verbs:
        return u"verbs"_s;
    case RuleField::RequestKind:
        return u"requestKind"_s;
    case RuleField::Namespaces:
        return u"namespaces"_s;
    case RuleField::ApiGroup:
        return u"resources.group"_s;
    case RuleField::Resources:
        return u"resources.resources"_s;
    case RuleField::ResourceNames:
        return u"resources.resourceNames"_s;
    case RuleField::NonResourceUrls:
        return u"nonResourceURLs"_s;
    }
    return {};
}

QJsonArray stagesJson(StageSet stages)
{
    QJsonArray names;
    for (const Stage stage :
         {Stage::Panic, Stage::RequestReceived, Stage::ResponseComplete, Stage::ResponseStarted}) {
        if ((stages & stageBit(stage)) != 0) {
            names << QString::fromStdString(std::string(stageName(stage)));
        }
    }
    return names;
}

class Decider
{
public:
    Decider(const std::optional<std::string> &policy, KubernetesVersion version, bool explains)
        : m_policy(policy)
        , m_version(version)
        , m_explains(explains)
    {
    }

    std::expected<QJsonObject, QString> answer(const QByteArray &line)
    {
        QJsonParseError fault;
        const QJsonDocument document = QJsonDocument::fromJson(line, &fault);
        if (!document.isObject()) {
            return std::unexpected(
                commandText(QT_TRANSLATE_NOOP("CommandLine", "The line is no JSON object.")));
        }
        const QJsonObject object = document.object();
        if (const auto chosen = choosePolicy(object["policy"_L1]); !chosen) {
            return std::unexpected(chosen.error());
        }
        if (!m_ready.load.isLoaded()) {
            return loadErrorJson(m_ready.load);
        }
        if (!object["attributes"_L1].isObject()) {
            return std::unexpected(
                commandText(QT_TRANSLATE_NOOP("CommandLine", "The line has no “attributes”.")));
        }
        const QJsonObject attributes = object["attributes"_L1].toObject();
        return AttributeReader(attributes).read().transform([this](const Request &request) {
            return decide(request);
        });
    }

private:
    std::expected<void, QString> choosePolicy(const QJsonValue &own)
    {
        if (!own.isString() && !own.isNull() && !own.isUndefined()) {
            return std::unexpected(
                commandText(QT_TRANSLATE_NOOP("CommandLine", "“policy” is no text.")));
        }
        if (!own.isString() && !m_policy) {
            return std::unexpected(commandText(QT_TRANSLATE_NOOP(
                "CommandLine", "There is no policy, neither in the line nor in a file.")));
        }
        const std::string text = own.isString() ? own.toString().toStdString() : *m_policy;
        if (!m_isReady || text != m_ready.text) {
            m_ready = {.text = text, .load = loadPolicy(text, m_version)};
            if (m_ready.load.isLoaded()) {
                m_ready.evaluator.emplace(*m_ready.load.policy);
            }
            m_isReady = true;
        }
        return {};
    }

    QJsonObject decide(const Request &request) const
    {
        const std::vector<std::string_view> groups(request.groups.begin(), request.groups.end());
        RequestAttributes attributes = request.info.attributes();
        if (request.user) {
            attributes.user = *request.user;
        }
        attributes.groups = groups;
        const PolicyDecision decision = m_ready.evaluator->decide(attributes);
        QJsonObject answer{
            {u"level"_s, QString::fromStdString(std::string(levelName(decision.level)))},
            {u"omitManagedFields"_s, decision.omitManagedFields},
            {u"omitStages"_s, stagesJson(decision.omitStages)}};
        if (const std::string warning = m_ready.load.strictWarning(); !warning.empty()) {
            answer[u"strictWarning"_s] = QString::fromStdString(warning);
        }
        if (m_explains) {
            answer[u"rule"_s] =
                decision.rule == PolicyDecision::NoRule ? QJsonValue() : QJsonValue(decision.rule);
            answer[u"tried"_s] = ladder(attributes);
        }
        return answer;
    }

    QJsonArray ladder(const RequestAttributes &attributes) const
    {
        QJsonArray steps;
        for (const RuleStep &step : explainDecision(*m_ready.load.policy, attributes)) {
            steps << QJsonObject{
                {u"rule"_s, static_cast<qint64>(step.rule)},
                {u"failed"_s, step.failed ? QJsonValue(fieldName(*step.failed)) : QJsonValue()}};
        }
        return steps;
    }

    const std::optional<std::string> &m_policy;
    KubernetesVersion m_version;
    bool m_explains;
    bool m_isReady = false;
    ReadyPolicy m_ready;
};

/// Lines of standard input as they come.
class LineAnswers
{
public:
    LineAnswers(Decider &decider, StandardOutput &output)
        : m_decider(decider)
        , m_output(output)
    {
    }

    void feed(std::string_view bytes)
    {
        m_pending += bytes;
        std::size_t begin = 0;
        for (std::size_t end = m_pending.find('\n', m_searched); end != std::string::npos;
             end = m_pending.find('\n', begin)) {
            line(std::string_view(m_pending).substr(begin, end - begin));
            begin = end + 1;
        }
        m_pending.erase(0, begin);
        m_searched = m_pending.size();
    }

    bool finish()
    {
        line(m_pending);
        return m_output.flush() && m_areAllAnswered;
    }

private:
    void line(std::string_view text)
    {
        ++m_number;
        if (text.find_first_not_of(" \t\r") == std::string_view::npos) {
            return;
        }
        const auto answer =
            m_decider.answer(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
        if (!answer) {
            m_areAllAnswered = false;
            printNotice(commandText(QT_TRANSLATE_NOOP("CommandLine", "Line %1: %2"))
                            .arg(m_number)
                            .arg(answer.error()));
        }
        const QJsonObject object = answer ? *answer : QJsonObject{{u"error"_s, answer.error()}};
        m_output.write(QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString() + '\n');
    }

    Decider &m_decider;
    StandardOutput &m_output;
    std::string m_pending;
    std::size_t m_searched = 0;
    std::int64_t m_number = 0;
    bool m_areAllAnswered = true;
};

} // namespace

QJsonObject loadErrorJson(const PolicyLoad &load)
{
    QJsonObject object;
    if (!load.isLoaded()) {
        object[u"loadError"_s] = QString::fromStdString(load.loadError());
        object[u"errorClass"_s] =
            QString::fromStdString(std::string(errorClassName(load.errorClass)));
    }
    if (load.errorClass == PolicyErrorClass::Validation) {
        QJsonArray fields;
        for (const PolicyMessage &message : load.messages) {
            if (message.kind == PolicyMessage::Kind::Error) {
                fields << QString::fromStdString(message.field);
            }
        }
        object[u"errorFields"_s] = fields;
    }
    if (const std::string warning = load.strictWarning(); !warning.empty()) {
        object[u"strictWarning"_s] = QString::fromStdString(warning);
    }
    return object;
}

ExitStatus decideRequests(const std::optional<std::string> &policy, KubernetesVersion version,
                          bool explains, const JobControl &control)
{
    auto input = FileBytes::open(u"-"_s);
    if (!input) {
        return failed(input.error());
    }
    (*input)->setCancelCheck([&control] { return control.isCancelled(); });
    StandardOutput output;
    Decider decider(policy, version, explains);
    LineAnswers answers(decider, output);
    while (output.isOpen()) {
        const Result<std::string_view> piece = (*input)->read();
        if (!piece) {
            return failed(piece.error());
        }
        if (piece->empty() || control.isCancelled()) {
            break;
        }
        answers.feed(*piece);
    }
    const bool areAllAnswered = answers.finish();
    return areAllAnswered || (!output.isOpen() && !output.hasFailed()) ? ExitStatus::Done
                                                                       : ExitStatus::Unreadable;
}

} // namespace auditloupe
