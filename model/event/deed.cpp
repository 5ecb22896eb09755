// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/deed.h"

#include "model/event/clientsession.h"
#include "model/event/kinds.h"
#include "model/event/masking.h"
#include "model/event/plaintext.h"
#include "model/event/requesturi.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace auditloupe {

/// Both forms of one deed. In `done` %1 is the time ("At 12:05:10Z"), %2 who, %3 the object, %4
/// either nothing or a blank with "from …" and "with …", %5 the detail. In `toDo`, a form that
/// follows "to", %1 is the object and %2 the detail.
struct DeedPattern
{
    /// What the deed goes by: a verb, a subresource, or a word of ours.
    std::string_view name;
    const char *done;
    const char *toDo;
};

namespace {

using namespace std::string_view_literals;

QString say(const char *text)
{
    return QCoreApplication::translate("Sentence", text);
}

/// Puts values in the places %1 to %9 of a pattern that need not use them all. What a value holds
/// is not looked at again.
QString fillIn(const QString &pattern, std::initializer_list<QString> values)
{
    QString result;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const bool isPlace = pattern[i] == u'%' && i + 1 < pattern.size();
        const auto place = static_cast<std::size_t>(isPlace ? pattern[i + 1].digitValue() - 1 : -1);
        if (place < values.size()) {
            result += *(values.begin() + place);
            ++i;
        } else {
            result += pattern[i];
        }
    }
    return result;
}

constexpr std::array Shells{"sh"sv, "bash"sv, "ash"sv, "dash"sv, "zsh"sv, "ksh"sv, "fish"sv};

/// An interactive shell: nothing behind its name but switches that make it one.
bool isShell(const std::vector<std::string> &command)
{
    const std::string_view program = command.front();
    const std::string_view base = program.substr(program.rfind('/') + 1);
    return std::ranges::find(Shells, base) != Shells.end()
        && std::all_of(command.begin() + 1, command.end(), [](const std::string &argument) {
               return argument == "-i" || argument == "-l" || argument == "-il";
           });
}

QString shownCommand(const EventFields &event)
{
    constexpr qsizetype Longest = 200;
    return oneLine(maskText(sessionCommandLine(event).value_or(std::string())), Longest);
}

std::string_view reviewName(std::string_view resource)
{
    constexpr std::array Names{"selfsubjectaccessreviews"sv,  "selfsubjectrulesreviews"sv,
                               "selfsubjectreviews"sv,        "subjectaccessreviews"sv,
                               "localsubjectaccessreviews"sv, "tokenreviews"sv};
    const auto found = std::ranges::find(Names, resource);
    return found == Names.end() ? ""sv : *found;
}

std::string_view execName(const EventFields &event)
{
    const std::vector<std::string> command = sessionCommand(event);
    if (command.empty()) {
        return "session"sv;
    }
    return isShell(command) ? "shell"sv : "exec"sv;
}

/// The deed of a subresource; empty where it is the verb's deed on a part of the object.
std::string_view subresourceName(const EventFields &event)
{
    const bool changes = event.verb == "update"sv || event.verb == "patch"sv;
    const bool creates = event.verb == "create"sv;
    const std::string_view sub = event.subresource;
    if (sub == "exec"sv) {
        return execName(event);
    }
    if (sub == "attach"sv || sub == "portforward"sv || sub == "proxy"sv) {
        return sub;
    }
    if ((sub == "log"sv && event.verb == "get"sv)
        || ((sub == "scale"sv || sub == "ephemeralcontainers"sv || sub == "approval"sv) && changes)
        || ((sub == "eviction"sv || sub == "binding"sv || sub == "token"sv) && creates)) {
        return sub;
    }
    return {};
}

std::string_view deedName(const EventFields &event)
{
    if (event.resource.empty()) {
        return "call"sv;
    }
    if (const std::string_view name = subresourceName(event); !name.empty()) {
        return name;
    }
    if (event.verb == "create"sv && !reviewName(event.resource).empty()) {
        return reviewName(event.resource);
    }
    return event.verb;
}

/// The object without the subresource.
QString wholeObjectText(const EventFields &event)
{
    const ResourceKind *kind = findKind(event.resource, event.apiGroup);
    // A Namespace's own namespace is its name; it would only be said twice.
    const bool hasNamespace =
        !event.objectNamespace.empty() && (kind == nullptr || kind->isNamespaced);
    const QString space = hasNamespace ? oneLine(event.objectNamespace) : QString();
    if (!event.name.empty()) {
        const QString name = oneLine(event.name);
        return u"%1 %2"_s.arg(kindText(event.resource, event.apiGroup),
                              hasNamespace ? space + u'/' + name : name);
    }
    if (event.verb == "create"sv) {
        const QString text = kindText(event.resource, event.apiGroup);
        return hasNamespace
            ? say(QT_TRANSLATE_NOOP("Sentence", "%1 in %2 (name not recorded)")).arg(text, space)
            : say(QT_TRANSLATE_NOOP("Sentence", "%1 (name not recorded)")).arg(text);
    }
    const QString text = kindPluralText(event.resource, event.apiGroup);
    if (hasNamespace) {
        return say(QT_TRANSLATE_NOOP("Sentence", "%1 in %2")).arg(text, space);
    }
    return kind != nullptr && kind->isNamespaced
        ? say(QT_TRANSLATE_NOOP("Sentence", "%1 in all namespaces")).arg(text)
        : text;
}

QString callText(const EventFields &event)
{
    constexpr qsizetype Longest = 160;
    return u"%1 %2"_s
        .arg(oneLine(event.verb).toUpper(), oneLine(maskText(event.requestUri), Longest))
        .trimmed();
}

/// The last one is for verbs that are not known.
// clang-format off
constexpr std::array Patterns{
    DeedPattern{"create", QT_TRANSLATE_NOOP("Sentence", "%1 %2 created %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "create %1")},
    DeedPattern{"update", QT_TRANSLATE_NOOP("Sentence", "%1 %2 updated %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "update %1")},
    DeedPattern{"patch", QT_TRANSLATE_NOOP("Sentence", "%1 %2 patched %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "patch %1")},
    DeedPattern{"delete", QT_TRANSLATE_NOOP("Sentence", "%1 %2 deleted %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "delete %1")},
    DeedPattern{"deletecollection",
                QT_TRANSLATE_NOOP("Sentence", "%1 %2 deleted all matching %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "delete all matching %1")},
    DeedPattern{"get", QT_TRANSLATE_NOOP("Sentence", "%1 %2 read %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "read %1")},
    DeedPattern{"list", QT_TRANSLATE_NOOP("Sentence", "%1 %2 listed %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "list %1")},
    DeedPattern{"watch", QT_TRANSLATE_NOOP("Sentence", "%1 %2 watched %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "watch %1")},
    DeedPattern{"exec", QT_TRANSLATE_NOOP("Sentence", "%1 %2 ran `%5` in %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "run `%2` in %1")},
    DeedPattern{"shell", QT_TRANSLATE_NOOP("Sentence", "%1 %2 opened a shell (`%5`) in %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "open a shell (`%2`) in %1")},
    DeedPattern{"session", QT_TRANSLATE_NOOP("Sentence", "%1 %2 ran a command in %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "run a command in %1")},
    DeedPattern{"attach", QT_TRANSLATE_NOOP("Sentence", "%1 %2 attached to %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "attach to %1")},
    DeedPattern{"portforward", QT_TRANSLATE_NOOP("Sentence", "%1 %2 forwarded ports to %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "forward ports to %1")},
    DeedPattern{"proxy",
                QT_TRANSLATE_NOOP("Sentence", "%1 %2 reached through the API server into %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "reach through the API server into %1")},
    DeedPattern{"log", QT_TRANSLATE_NOOP("Sentence", "%1 %2 read the logs of %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "read the logs of %1")},
    DeedPattern{"eviction", QT_TRANSLATE_NOOP("Sentence", "%1 %2 evicted %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "evict %1")},
    DeedPattern{"scale", QT_TRANSLATE_NOOP("Sentence", "%1 %2 scaled %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "scale %1")},
    DeedPattern{"binding", QT_TRANSLATE_NOOP("Sentence", "%1 %2 bound %3 to a node%4"),
                QT_TRANSLATE_NOOP("Sentence", "bind %1 to a node")},
    DeedPattern{"ephemeralcontainers",
                QT_TRANSLATE_NOOP("Sentence", "%1 %2 put a debugging container into %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "put a debugging container into %1")},
    DeedPattern{"approval", QT_TRANSLATE_NOOP("Sentence", "%1 %2 approved or denied %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "approve or deny %1")},
    DeedPattern{"token", QT_TRANSLATE_NOOP("Sentence", "%1 %2 requested a token for %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "get a token for %1")},
    DeedPattern{"selfsubjectaccessreviews",
                QT_TRANSLATE_NOOP("Sentence", "%1 %2 asked whether they may do something%4"),
                QT_TRANSLATE_NOOP("Sentence", "learn whether they may do something")},
    DeedPattern{"selfsubjectrulesreviews",
                QT_TRANSLATE_NOOP("Sentence", "%1 %2 asked what they may do%4"),
                QT_TRANSLATE_NOOP("Sentence", "learn what they may do")},
    DeedPattern{"selfsubjectreviews",
                QT_TRANSLATE_NOOP("Sentence", "%1 %2 asked as whom the API server knows them%4"),
                QT_TRANSLATE_NOOP("Sentence", "learn as whom the API server knows them")},
    DeedPattern{"subjectaccessreviews",
                QT_TRANSLATE_NOOP("Sentence", "%1 %2 asked whether somebody may do something%4"),
                QT_TRANSLATE_NOOP("Sentence", "learn whether somebody may do something")},
    DeedPattern{"localsubjectaccessreviews",
                QT_TRANSLATE_NOOP("Sentence", "%1 %2 asked whether somebody may do something%4"),
                QT_TRANSLATE_NOOP("Sentence", "learn whether somebody may do something")},
    DeedPattern{"tokenreviews",
                QT_TRANSLATE_NOOP("Sentence", "%1 %2 asked whose token they hold%4"),
                QT_TRANSLATE_NOOP("Sentence", "learn whose token they hold")},
    DeedPattern{"call", QT_TRANSLATE_NOOP("Sentence", "%1 %2 called %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "call %1")},
    DeedPattern{"", QT_TRANSLATE_NOOP("Sentence", "%1 %2 made a request for %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "do something to %1")},
    DeedPattern{"*", QT_TRANSLATE_NOOP("Sentence", "%1 %2 used the verb %5 on %3%4"),
                QT_TRANSLATE_NOOP("Sentence", "use the verb %2 on %1")},
};
// clang-format on

const DeedPattern &patternFor(const EventFields &event)
{
    const auto *found = std::ranges::find(Patterns, deedName(event), &DeedPattern::name);
    return found == Patterns.end() ? Patterns.back() : *found;
}

} // namespace

Deed::Deed(const EventFields &event)
    : m_pattern(patternFor(event))
    , m_object(objectText(event))
    , m_detail(oneLine(event.verb))
{
    if (m_pattern.name == "exec"sv || m_pattern.name == "shell"sv) {
        m_detail = shownCommand(event);
    }
}

QString Deed::done(const QString &when, const QString &who, const QString &whence) const
{
    return fillIn(say(m_pattern.done), {when, who, m_object, whence, m_detail});
}

QString Deed::toDo() const
{
    return fillIn(say(m_pattern.toDo), {m_object, m_detail});
}

QString objectText(const EventFields &event)
{
    if (event.resource.empty()) {
        return callText(event);
    }
    QString whole = wholeObjectText(event);
    if (event.subresource.empty()) {
        return whole;
    }
    if (!subresourceName(event).empty()) {
        const std::vector<std::string> container = queryValues(event.requestUri, "container"sv);
        return container.empty() || container.front().empty()
            ? whole
            : say(QT_TRANSLATE_NOOP("Sentence", "container %1 of %2"))
                  .arg(oneLine(container.front()), whole);
    }
    return event.subresource == "status"sv
        ? say(QT_TRANSLATE_NOOP("Sentence", "the status of %1")).arg(whole)
        : say(QT_TRANSLATE_NOOP("Sentence", "subresource %1 of %2"))
              .arg(oneLine(event.subresource), whole);
}

} // namespace auditloupe
