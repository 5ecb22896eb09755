// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/commonquestions.h"

#include "model/event/time.h"
#include "model/query/condition.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

// clang-format off
constexpr std::array Questions{
    CommonQuestion{"who-deleted", QT_TRANSLATE_NOOP("CommonQuestion", "Who deleted …?"),
        "{resource} and {namespace} and (verb=delete and {name} or verb=deletecollection)",
        QT_TRANSLATE_NOOP("CommonQuestion",
        "A deletion of a whole collection names no object. Garbage collection deletes what its "
        "owner left behind; look for the deletion of the owner too.")},
    CommonQuestion{"deleted-in-production", QT_TRANSLATE_NOOP("CommonQuestion",
        "What was deleted in production?"),
        "verb in (delete, deletecollection) and (ns in (prod, production) or ns startswith prod-)",
        QT_TRANSLATE_NOOP("CommonQuestion",
        "Production is prod, production and prod-…; change the names where yours are others.")},
    CommonQuestion{"who-read-secrets", QT_TRANSLATE_NOOP("CommonQuestion", "Who read Secrets?"),
        "resource=secrets and verb in (get, list, watch) and outcome=allowed",
        QT_TRANSLATE_NOOP("CommonQuestion",
        "A pod that mounts a Secret gets it from its node, whose reads stand here too.")},
    CommonQuestion{"who-read-this-secret", QT_TRANSLATE_NOOP("CommonQuestion",
        "Who read this Secret?"),
        "resource=secrets and verb in (get, list, watch) and outcome=allowed"
        " and ({namespace} and {name} or not name exists and ({namespace} or not ns exists))",
        QT_TRANSLATE_NOOP("CommonQuestion",
        "Lists and watches of its namespace and of all namespaces gave it away as well.")},
    CommonQuestion{"secret-values", QT_TRANSLATE_NOOP("CommonQuestion",
        "Which events contain Secret values?"),
        "resource=secrets and (requestObject.data exists or requestObject.stringData exists"
        " or responseObject.data exists or responseObject.items[].data exists)"
        " or sub=token and responseObject.status.token exists"
        " or resource=tokenreviews and requestObject.spec.token exists",
        QT_TRANSLATE_NOOP("CommonQuestion",
        "Whoever can read this log can read these values. Tokens of service accounts and of token "
        "reviews count as well.")},
    CommonQuestion{"into-pods", QT_TRANSLATE_NOOP("CommonQuestion", "Who got into pods?"),
        "resource=pods and (sub in (exec, attach, portforward)"
        " or sub=ephemeralcontainers and access=write)",
        QT_TRANSLATE_NOOP("CommonQuestion",
        "What was typed inside a pod is in no audit log; the command that was started stands in "
        "requestURI.")},
    CommonQuestion{"privileged-pods", QT_TRANSLATE_NOOP("CommonQuestion",
        "Who created privileged pods?"),
        "verb in (create, update, patch) and"
        " (requestObject.spec.containers[].securityContext.privileged=true"
        " or requestObject.spec.initContainers[].securityContext.privileged=true"
        " or requestObject.spec.ephemeralContainers[].securityContext.privileged=true"
        " or requestObject.spec.template.spec.containers[].securityContext.privileged=true"
        " or requestObject.spec.template.spec.initContainers[].securityContext.privileged=true"
        " or requestObject.spec.jobTemplate.spec.template.spec.containers[].securityContext"
        ".privileged=true)",
        QT_TRANSLATE_NOOP("CommonQuestion",
        "Only events at level Request and above tell. A workload's pods are created by its "
        "controller; the person stands at the workload.")},
    CommonQuestion{"who-was-denied", QT_TRANSLATE_NOOP("CommonQuestion", "Who was denied?"),
        "outcome=denied", ""},
    CommonQuestion{"failed-logins", QT_TRANSLATE_NOOP("CommonQuestion", "Who failed to log in?"),
        "outcome.by=authentication",
        QT_TRANSLATE_NOOP("CommonQuestion",
        "A failed login has no user: look at the address, and at what the same address did "
        "afterwards.")},
    CommonQuestion{"checked-permissions", QT_TRANSLATE_NOOP("CommonQuestion",
        "Who checked permissions?"),
        "resource in (selfsubjectaccessreviews, selfsubjectrulesreviews, subjectaccessreviews,"
        " localsubjectaccessreviews)",
        QT_TRANSLATE_NOOP("CommonQuestion",
        "Servers that leave authorization to the API server ask all the time; a person who asks "
        "for many things at once explores.")},
    CommonQuestion{"rbac-changes", QT_TRANSLATE_NOOP("CommonQuestion", "What changed in RBAC?"),
        "objectRef.apiGroup=rbac.authorization.k8s.io and access=write and not outcome=denied",
        ""},
    CommonQuestion{"gained-rights", QT_TRANSLATE_NOOP("CommonQuestion", "Who gained rights?"),
        "objectRef.apiGroup=rbac.authorization.k8s.io and verb in (create, update, patch)"
        " and outcome=allowed",
        QT_TRANSLATE_NOOP("CommonQuestion",
        "Whose rights they were stands in the body, under subjects, from level Request on.")},
    CommonQuestion{"what-did", QT_TRANSLATE_NOOP("CommonQuestion", "What did … do?"),
        "{user} or {impersonated}",
        QT_TRANSLATE_NOOP("CommonQuestion",
        "With what others did in this name (kubectl --as).")},
    CommonQuestion{"yesterday", QT_TRANSLATE_NOOP("CommonQuestion",
        "Who did what on the last day?"),
        "user.kind=human and time>={day} and time<{nextday}",
        QT_TRANSLATE_NOOP("CommonQuestion",
        "The last day of the log, from midnight to midnight UTC.")},
    CommonQuestion{"hour-before", QT_TRANSLATE_NOOP("CommonQuestion",
        "What changed in the hour before …?"),
        "access=write and not outcome=denied and time>={hourbefore} and time<{time}", ""},
    CommonQuestion{"off-hours", QT_TRANSLATE_NOOP("CommonQuestion",
        "What happened outside business hours?"),
        "user.kind=human and (time.hour<8 or time.hour>=18 or time.weekday in (saturday, sunday))",
        QT_TRANSLATE_NOOP("CommonQuestion",
        "Business hours are Monday to Friday, 08:00 to 18:00 UTC; change them where yours are "
        "others.")},
    CommonQuestion{"touched-object", QT_TRANSLATE_NOOP("CommonQuestion",
        "Who touched this object?"),
        "{resource} and {namespace} and {name}", ""},
    CommonQuestion{"impersonation", QT_TRANSLATE_NOOP("CommonQuestion", "What ran with --as?"),
        "impersonatedUser.username exists",
        QT_TRANSLATE_NOOP("CommonQuestion",
        "Impersonation that was refused leaves no impersonatedUser, only a 403.")},
    CommonQuestion{"from-outside", QT_TRANSLATE_NOOP("CommonQuestion",
        "What came from outside the cluster?"),
        "sourceIPs[0] exists and not sourceIPs[0] in (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16,"
        " 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16, ::1/128, fc00::/7, fe80::/10)",
        QT_TRANSLATE_NOOP("CommonQuestion",
        "Outside are all addresses that are not private. The first address is the client's own "
        "word where a proxy stands between.")},
};
// clang-format on

struct BlankTerm
{
    std::string_view placeholder;
    Blank blank;
    std::string_view field; ///< of a comparison; none for a bare time
};

constexpr std::array Terms{
    BlankTerm{"user", Blank::User, "user"},
    BlankTerm{"impersonated", Blank::User, "impersonatedUser.username"},
    BlankTerm{"resource", Blank::Resource, "resource"},
    BlankTerm{"namespace", Blank::Namespace, "ns"},
    BlankTerm{"name", Blank::Name, "name"},
    BlankTerm{"hourbefore", Blank::Time, ""},
    BlankTerm{"time", Blank::Time, ""},
};

QString inBraces(std::string_view placeholder)
{
    return u'{' + QLatin1StringView(placeholder) + u'}';
}

QString translated(const char *text)
{
    return *text == '\0' ? QString() : QCoreApplication::translate("CommonQuestion", text);
}

/// What the placeholder stands for; nothing where that is not known.
QString filled(const BlankTerm &term, const QString &value)
{
    constexpr std::int64_t Hour = 3'600'000'000;
    if (value.isEmpty() || !term.field.empty()) {
        return value.isEmpty() ? QString() : filterTermText(term.field, value);
    }
    const std::optional<std::int64_t> us = parseTime(value.toStdString());
    return us ? formatTimeUtc(term.placeholder == "time" ? *us : *us - Hour) : QString();
}

/// The log's last day and the day after.
QString dayText(std::int64_t lastUs, int daysLater)
{
    constexpr std::int64_t UsPerMs = 1000;
    const auto last = QDateTime::fromMSecsSinceEpoch(lastUs / UsPerMs, QTimeZone(QTimeZone::UTC));
    return last.date().addDays(daysLater).toString(Qt::ISODate);
}

/// Replaces all at once, so that a value may look like a placeholder.
QString replaced(const QString &text, const std::map<QString, QString> &texts)
{
    static const QRegularExpression placeholder(u"\\{[a-z]+\\}"_s);
    QString result;
    qsizetype from = 0;
    for (const QRegularExpressionMatch &match : placeholder.globalMatch(text)) {
        result += QStringView(text).sliced(from, match.capturedStart() - from);
        result += texts.at(match.captured());
        from = match.capturedEnd();
    }
    return result.append(QStringView(text).sliced(from));
}

} // namespace

QString CommonQuestion::titleText() const
{
    return translated(title);
}

QString CommonQuestion::remarkText() const
{
    return translated(remark);
}

std::vector<Blank> CommonQuestion::blanks() const
{
    const QString text = QString::fromUtf8(condition);
    std::vector<Blank> blanks;
    for (const BlankTerm &term : Terms) {
        const bool isNew = blanks.empty() || blanks.back() != term.blank;
        if (isNew && text.contains(inBraces(term.placeholder))) {
            blanks.push_back(term.blank);
        }
    }
    return blanks;
}

std::optional<QString> CommonQuestion::ask(const BlankValues &values, std::int64_t lastUs) const
{
    QString text = QString::fromUtf8(condition);
    std::map<QString, QString> texts{{u"{day}"_s, dayText(lastUs, 0)},
                                     {u"{nextday}"_s, dayText(lastUs, 1)}};
    for (const BlankTerm &term : Terms) {
        const QString placeholder = inBraces(term.placeholder);
        const auto value = values.find(term.blank);
        const QString known =
            value == values.end() ? QString() : filled(term, value->second.trimmed());
        if (!known.isEmpty()) {
            texts.emplace(placeholder, known);
            continue;
        }
        // What is left open is not asked for, unless the condition makes no sense without.
        text.remove(u" and "_s + placeholder).remove(placeholder + u" and "_s);
        if (text.contains(placeholder)) {
            return std::nullopt;
        }
    }
    return replaced(text, texts);
}

std::span<const CommonQuestion> commonQuestions()
{
    return Questions;
}

} // namespace auditloupe
