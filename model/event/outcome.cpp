// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/outcome.h"

#include "model/event/requesturi.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

constexpr std::array OutcomeNames{""sv, "allowed"sv, "denied"sv, "failed"sv, "open"sv};
constexpr std::array DeniedByNames{""sv, "authentication"sv, "authorization"sv, "admission"sv};
constexpr std::array AccessNames{""sv, "read"sv, "write"sv, "connect"sv, "check"sv};

constexpr std::array OutcomeTexts{
    QT_TRANSLATE_NOOP("Outcome", "unknown"), QT_TRANSLATE_NOOP("Outcome", "allowed"),
    QT_TRANSLATE_NOOP("Outcome", "denied"), QT_TRANSLATE_NOOP("Outcome", "failed"),
    QT_TRANSLATE_NOOP("Outcome", "open")};
constexpr std::array DeniedByTexts{
    QT_TRANSLATE_NOOP("Outcome", "nobody"), QT_TRANSLATE_NOOP("Outcome", "authentication"),
    QT_TRANSLATE_NOOP("Outcome", "authorization"), QT_TRANSLATE_NOOP("Outcome", "admission")};
constexpr std::array AccessTexts{
    QT_TRANSLATE_NOOP("Outcome", "other"), QT_TRANSLATE_NOOP("Outcome", "read"),
    QT_TRANSLATE_NOOP("Outcome", "write"), QT_TRANSLATE_NOOP("Outcome", "connect"),
    QT_TRANSLATE_NOOP("Outcome", "check")};

constexpr std::array ConnectSubresources{"exec"sv, "attach"sv, "portforward"sv, "proxy"sv};
constexpr std::array ReadVerbs{"get"sv, "list"sv, "watch"sv, "head"sv, "options"sv};
constexpr std::array WriteVerbs{"create"sv,           "update"sv, "patch"sv, "delete"sv,
                                "deletecollection"sv, "post"sv,   "put"sv};
constexpr std::array ReviewResources{"subjectaccessreviews"sv,
                                     "selfsubjectaccessreviews"sv,
                                     "localsubjectaccessreviews"sv,
                                     "selfsubjectrulesreviews"sv,
                                     "tokenreviews"sv,
                                     "selfsubjectreviews"sv};

template <std::size_t N>
bool contains(const std::array<std::string_view, N> &list, std::string_view text)
{
    return std::ranges::find(list, text) != list.end();
}

/// An unknown group (older formats have none) is taken to be the right one.
bool isReview(const EventFields &event)
{
    return contains(ReviewResources, event.resource)
        && (event.apiGroup.empty() || event.apiGroup == "authorization.k8s.io"sv
            || event.apiGroup == "authentication.k8s.io"sv);
}

template <typename Enum, std::size_t N>
QString translated(const std::array<const char *, N> &texts, Enum value)
{
    return QCoreApplication::translate("Outcome", texts.at(static_cast<std::size_t>(value)));
}

} // namespace

Outcome outcome(const EventFields &event)
{
    if (event.stage == Stage::Panic) {
        return Outcome::Failed;
    }
    if (!event.code) {
        return event.stage == Stage::RequestReceived ? Outcome::Open : Outcome::Unknown;
    }
    if (*event.code < 400) {
        return Outcome::Allowed;
    }
    return deniedBy(event) == DeniedBy::Nobody ? Outcome::Failed : Outcome::Denied;
}

DeniedBy deniedBy(const EventFields &event)
{
    if (event.stage == Stage::Panic || !event.code) {
        return DeniedBy::Nobody;
    }
    switch (*event.code) {
    case 401:
        return DeniedBy::Authentication;
    case 403:
        return event.decision == Decision::Allow ? DeniedBy::Admission : DeniedBy::Authorization;
    case 422:
        return (event.flags & bit(EventFlag::ValidationFailed)) != 0 ? DeniedBy::Admission
                                                                     : DeniedBy::Nobody;
    default:
        return DeniedBy::Nobody;
    }
}

Access access(const EventFields &event)
{
    if (event.verb == "proxy"sv || contains(ConnectSubresources, event.subresource)) {
        return Access::Connect;
    }
    if (isReview(event) && event.verb == "create"sv) {
        return Access::Check;
    }
    if (contains(ReadVerbs, event.verb)) {
        return Access::Read;
    }
    if (isWriteVerb(event.verb)) {
        return isDryRun(event) ? Access::Check : Access::Write;
    }
    return Access::Other;
}

bool isWriteVerb(std::string_view verb)
{
    return contains(WriteVerbs, verb);
}

bool isDryRun(const EventFields &event)
{
    return event.requestUri.find('?') != std::string_view::npos
        && !queryValues(event.requestUri, "dryRun"sv).empty();
}

std::string_view outcomeName(Outcome outcome)
{
    return OutcomeNames.at(static_cast<std::size_t>(outcome));
}

std::string_view deniedByName(DeniedBy by)
{
    return DeniedByNames.at(static_cast<std::size_t>(by));
}

std::string_view accessName(Access access)
{
    return AccessNames.at(static_cast<std::size_t>(access));
}

QString outcomeText(Outcome outcome)
{
    return translated(OutcomeTexts, outcome);
}

QString deniedByText(DeniedBy by)
{
    return translated(DeniedByTexts, by);
}

QString accessText(Access access)
{
    return translated(AccessTexts, access);
}

} // namespace auditloupe
