// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/rowfields.h"

#include "model/event/masking.h"

namespace auditloupe {

namespace {

std::string_view view(const std::optional<std::string> &text)
{
    return text ? std::string_view(*text) : std::string_view();
}

} // namespace

EventFields fieldsOf(const EventRow &row)
{
    return {.level = row.level,
            .stage = row.stage,
            .decision = row.decision,
            .flags = row.flags,
            .stageUs = row.timeUs,
            .receivedUs = row.receivedUs,
            .code = row.code,
            .auditId = view(row.auditId),
            .requestUri = view(row.requestUri),
            .verb = view(row.verb),
            .username = view(row.username),
            .userGroups = view(row.userGroups),
            .impersonatedUser = view(row.impersonatedUser),
            .sourceIps = view(row.sourceIps),
            .userAgent = view(row.userAgent),
            .apiGroup = view(row.apiGroup),
            .apiVersion = view(row.apiVersion),
            .resource = view(row.resource),
            .subresource = view(row.subresource),
            .objectNamespace = view(row.objectNamespace),
            .name = view(row.name),
            .reason = view(row.reason)};
}

void maskTexts(EventRow &row)
{
    for (std::optional<std::string> *text :
         {&row.auditId, &row.requestUri, &row.verb, &row.username, &row.impersonatedUser,
          &row.userAgent, &row.apiGroup, &row.apiVersion, &row.resource, &row.subresource,
          &row.objectNamespace, &row.name, &row.reason}) {
        *text = text->transform(maskText);
    }
    for (std::optional<std::string> *list : {&row.userGroups, &row.sourceIps}) {
        *list = list->transform(maskCredentials);
    }
}

} // namespace auditloupe
