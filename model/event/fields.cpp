// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/fields.h"

#include "model/event/clientsession.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace auditloupe {

namespace {

using enum FieldType;
using enum FieldStore;

/// From when on the API server writes a field.
struct Since
{
    Level level = Level::Metadata;
    Stage stage = Stage::RequestReceived;
};

constexpr Since Always{};
constexpr Since Answered{.stage = Stage::ResponseStarted};
constexpr Since Finished{.stage = Stage::ResponseComplete};
constexpr Since RequestBody{Level::Request, Stage::ResponseStarted};
constexpr Since ResponseBody{Level::RequestResponse, Stage::ResponseComplete};

/// A field with a column of its own in the case.
constexpr Field stored(std::string_view name, std::string_view shortName, FieldType type,
                       FieldStore store, std::string_view column, Since since,
                       const char *explanation)
{
    return {name, shortName, name, type, store, column, since.level, since.stage, explanation};
}

/// A field that stands only in the event's bytes.
constexpr Field document(std::string_view name, FieldType type, Since since,
                         const char *explanation)
{
    return {name, {}, name, type, Document, {}, since.level, since.stage, explanation};
}

/// A field that the event itself does not have.
constexpr Field derived(std::string_view name, FieldType type, FieldStore store,
                        std::string_view column, Since since, const char *explanation)
{
    return {name, {}, {}, type, store, column, since.level, since.stage, explanation};
}

// clang-format off
constexpr std::array Recorded{
    // what every event has
    stored("level", "", Text, Enum, "level", Always, QT_TRANSLATE_NOOP("Field",
        "How much the audit policy told the API server to write: Metadata, Request or "
        "RequestResponse.")),
    stored("auditID", "", Text, Inline, "audit_id", Always, QT_TRANSLATE_NOOP("Field",
        "The request's id, shared by all its stages. A client may choose it with the header "
        "Audit-ID, so it need not be unique.")),
    stored("stage", "", Text, Enum, "stage", Always, QT_TRANSLATE_NOOP("Field",
        "When in the request's life this event was written: RequestReceived, ResponseStarted, "
        "ResponseComplete or Panic.")),
    stored("requestURI", "uri", Text, Inline, "request_uri", Always, QT_TRANSLATE_NOOP("Field",
        "Path and query as the client sent them, still percent-encoded. The command of an exec "
        "stands here and nowhere else.")),
    stored("verb", "", Text, Interned, "verb", Always, QT_TRANSLATE_NOOP("Field",
        "The Kubernetes verb; for requests outside resources the HTTP method in lower case. An "
        "exec by WebSocket is a get, by SPDY a create.")),
    document("kind", Text, Always, QT_TRANSLATE_NOOP("Field",
        "Always Event. Absent inside the lists that a webhook receives.")),
    document("apiVersion", Text, Always, QT_TRANSLATE_NOOP("Field",
        "Version of the event's own format, such as audit.k8s.io/v1; not of the object that was "
        "touched.")),
    stored("requestReceivedTimestamp", "", Time, Inline, "received_us", Always,
        QT_TRANSLATE_NOOP("Field",
        "When the API server received the request; the same in all stages.")),
    document("stageTimestamp", Time, Always, QT_TRANSLATE_NOOP("Field",
        "When this stage was reached. For a watch the last one may be hours after the request.")),
    document("timestamp", Time, Always, QT_TRANSLATE_NOOP("Field",
        "Time of the event in versions older than audit.k8s.io/v1, to the second.")),
    document("metadata.creationTimestamp", Time, Always, QT_TRANSLATE_NOOP("Field",
        "Time of the event in versions older than audit.k8s.io/v1, to the second.")),

    // who
    document("user", Object, Always, QT_TRANSLATE_NOOP("Field",
        "The identity that was authenticated. Empty where authentication failed.")),
    stored("user.username", "user", Text, Interned, "username", Always, QT_TRANSLATE_NOOP("Field",
        "Name of the authenticated user; with impersonation still the real one. Service accounts "
        "are system:serviceaccount:NAMESPACE:NAME.")),
    document("user.uid", Text, Always, QT_TRANSLATE_NOOP("Field",
        "The authenticator's id for the user: tells apart two accounts that had the same name one "
        "after the other. Often absent for people.")),
    stored("user.groups", "group", TextList, JsonList, "user_groups", Always,
        QT_TRANSLATE_NOOP("Field",
        "The user's groups at that time. system:masters means that no authorization check could "
        "refuse anything.")),
    document("user.extra", Object, Always, QT_TRANSLATE_NOOP("Field",
        "What else the authenticator knows, each a list of texts: the pod and node of a service "
        "account token, the credential's id, cloud identities.")),
    document("user.extra[\"authentication.kubernetes.io/credential-id\"]", TextList, Always,
        QT_TRANSLATE_NOOP("Field",
        "Id of the token or certificate that was used (JTI=… or X509SHA256=…): follows one stolen "
        "credential through the log.")),
    document("user.extra[\"authentication.kubernetes.io/pod-name\"]", TextList, Always,
        QT_TRANSLATE_NOOP("Field",
        "The pod that the service account token was issued for; not proof that the request came "
        "from it.")),
    document("user.extra[\"authentication.kubernetes.io/pod-uid\"]", TextList, Always,
        QT_TRANSLATE_NOOP("Field",
        "Id of the pod that the service account token was issued for.")),
    document("user.extra[\"authentication.kubernetes.io/node-name\"]", TextList, Always,
        QT_TRANSLATE_NOOP("Field",
        "The node of the pod that the service account token was issued for.")),
    document("user.extra[\"authentication.kubernetes.io/node-uid\"]", TextList, Always,
        QT_TRANSLATE_NOOP("Field",
        "Id of the node of the pod that the service account token was issued for.")),
    document("impersonatedUser", Object, Answered, QT_TRANSLATE_NOOP("Field",
        "The identity that the user took on (kubectl --as). Permissions were checked against it. "
        "Absent without impersonation and where impersonation was refused.")),
    stored("impersonatedUser.username", "", Text, Interned, "impersonated_user", Answered,
        QT_TRANSLATE_NOOP("Field",
        "Name of the identity that the user took on. Its deeds are still those of user.username.")),
    document("impersonatedUser.uid", Text, Answered, QT_TRANSLATE_NOOP("Field",
        "Id that the user asked to take on (Impersonate-Uid); seldom given.")),
    document("impersonatedUser.groups", TextList, Answered, QT_TRANSLATE_NOOP("Field",
        "Groups that the user took on (kubectl --as-group); system:authenticated is added by the "
        "server.")),
    document("impersonatedUser.extra", Object, Answered, QT_TRANSLATE_NOOP("Field",
        "Further attributes that the user took on (Impersonate-Extra-…).")),
    document("authenticationMetadata", Object, Answered, QT_TRANSLATE_NOOP("Field",
        "How the identity came about, beyond the user itself; from Kubernetes 1.35 on.")),
    document("authenticationMetadata.impersonationConstraint", Text, Answered,
        QT_TRANSLATE_NOOP("Field",
        "The constraint under which impersonation was allowed. Only with constrained "
        "impersonation, from Kubernetes 1.35 on.")),

    // from where
    stored("sourceIPs", "ip", TextList, JsonList, "source_ips", Always, QT_TRANSLATE_NOOP("Field",
        "Where the request came from. Only the last address was seen by the API server itself; "
        "all before it are the client's word (X-Forwarded-For).")),
    stored("userAgent", "agent", Text, Interned, "user_agent", Always, QT_TRANSLATE_NOOP("Field",
        "What the client says it is. Anybody can send any text; cut at 1,024 bytes.")),

    // to what
    document("objectRef", Object, Always, QT_TRANSLATE_NOOP("Field",
        "The object or the kind of objects that the request was about. Absent for requests "
        "outside resources, such as /healthz.")),
    stored("objectRef.resource", "resource", Text, Interned, "resource", Always,
        QT_TRANSLATE_NOOP("Field",
        "Plural name of the resource, such as pods; without the subresource.")),
    stored("objectRef.subresource", "sub", Text, Interned, "subresource", Always,
        QT_TRANSLATE_NOOP("Field",
        "Part of the object that was addressed, such as exec, log, status or token; empty for the "
        "object itself.")),
    stored("objectRef.namespace", "ns", Text, Interned, "namespace", Always,
        QT_TRANSLATE_NOOP("Field",
        "Namespace of the object. Empty for cluster-wide objects and for lists over all "
        "namespaces.")),
    stored("objectRef.name", "name", Text, Inline, "name", Always, QT_TRANSLATE_NOOP("Field",
        "Name of the object. Empty for lists and for creates with generateName; a create's name "
        "is not yet known at RequestReceived.")),
    document("objectRef.uid", Text, Finished, QT_TRANSLATE_NOOP("Field",
        "Id of the object, where the body told it: tells apart two objects that had the same name "
        "one after the other. Mostly on updates.")),
    stored("objectRef.apiGroup", "", Text, Interned, "api_group", Always,
        QT_TRANSLATE_NOOP("Field",
        "API group of the resource, such as apps; absent for the core group (pods, secrets, …).")),
    stored("objectRef.apiVersion", "", Text, Interned, "api_version", Always,
        QT_TRANSLATE_NOOP("Field",
        "API version that the client used, such as v1; the policy does not look at it.")),
    document("objectRef.resourceVersion", Text, Finished, QT_TRANSLATE_NOOP("Field",
        "Version of the object that the client meant to change, where the body told it.")),

    // the answer
    document("responseStatus", Object, Answered, QT_TRANSLATE_NOOP("Field",
        "How the request ended, at every level. Judge by its code: a success usually has no "
        "status text.")),
    stored("responseStatus.code", "code", Number, Inline, "code", Answered,
        QT_TRANSLATE_NOOP("Field",
        "HTTP status of the answer. 101 is an opened exec, attach or port-forward. At "
        "ResponseStarted it only says how the answer began.")),
    document("responseStatus.status", Text, Answered, QT_TRANSLATE_NOOP("Field",
        "Success or Failure, only where the answer itself was a Status; usually absent for "
        "successes.")),
    document("responseStatus.message", Text, Answered, QT_TRANSLATE_NOOP("Field",
        "The server's words to the client, mostly for failures.")),
    document("responseStatus.reason", Text, Answered, QT_TRANSLATE_NOOP("Field",
        "The failure in one word, such as NotFound or Forbidden. Not the authorizer's reason: "
        "that is annotations[\"authorization.k8s.io/reason\"].")),
    document("responseStatus.details", Object, Answered, QT_TRANSLATE_NOOP("Field",
        "What the failure was about: object, causes, when to try again.")),
    document("responseStatus.details.name", Text, Answered, QT_TRANSLATE_NOOP("Field",
        "Name of the object that the failure was about; present even where objectRef.name is "
        "not.")),
    document("responseStatus.details.group", Text, Answered, QT_TRANSLATE_NOOP("Field",
        "API group of what the failure was about.")),
    document("responseStatus.details.kind", Text, Answered, QT_TRANSLATE_NOOP("Field",
        "Kind or resource of what the failure was about.")),
    document("responseStatus.details.uid", Text, Answered, QT_TRANSLATE_NOOP("Field",
        "Id of the object that the failure, or a delete's success, was about.")),
    document("responseStatus.details.causes", Object, Answered, QT_TRANSLATE_NOOP("Field",
        "The single faults of a refused object: reason, message and field of each.")),
    document("responseStatus.details.retryAfterSeconds", Number, Answered,
        QT_TRANSLATE_NOOP("Field",
        "Seconds after which the client was told to try again.")),
    document("responseStatus.metadata", Object, Answered, QT_TRANSLATE_NOOP("Field",
        "Belongs to every Status; practically always empty.")),
    document("requestObject", Object, RequestBody, QT_TRANSLATE_NOOP("Field",
        "The body as the client sent it, before defaults and admission. For a patch the raw patch, "
        "not the object. Reads have none.")),
    document("responseObject", Object, ResponseBody,
        QT_TRANSLATE_NOOP("Field",
        "The body of the answer. For kubectl get it is often a Table. Secrets stand in it in "
        "full.")),

    // what the server noted
    document("annotations", Object, Always, QT_TRANSLATE_NOOP("Field",
        "Notes that the API server and admission made while they handled the request. Not the "
        "annotations of the object.")),
    stored("annotations[\"authorization.k8s.io/decision\"]", "decision", Text, Enum, "decision",
        Answered, QT_TRANSLATE_NOOP("Field",
        "allow or forbid: the authorizer's word. Absent for failed authentication and refused "
        "impersonation. A 403 with allow was refused by admission.")),
    stored("annotations[\"authorization.k8s.io/reason\"]", "reason", Text, Interned, "reason",
        Answered, QT_TRANSLATE_NOOP("Field",
        "Why the authorizer decided so: for RBAC the binding and role that allowed it. Empty for "
        "system:masters and for plain refusals.")),
    document("annotations[\"audit.k8s.io/truncated\"]", Text, Since{.level = Level::Request},
        QT_TRANSLATE_NOOP("Field",
        "true where the event was too large and the server dropped both bodies.")),
    document("annotations[\"authentication.k8s.io/legacy-token\"]", Text, Always,
        QT_TRANSLATE_NOOP("Field",
        "The service account whose long-lived token from a Secret was used.")),
    document("annotations[\"authentication.k8s.io/legacy-token-manual-secret\"]", Text, Always,
        QT_TRANSLATE_NOOP("Field",
        "Secret of the long-lived token that was used; somebody made it by hand.")),
    document("annotations[\"authentication.k8s.io/legacy-token-autogenerated-secret\"]", Text,
        Always, QT_TRANSLATE_NOOP("Field",
        "Secret of the long-lived token that was used; the cluster made it by itself, long ago.")),
    document("annotations[\"authentication.k8s.io/legacy-token-invalidated\"]", Text, Always,
        QT_TRANSLATE_NOOP("Field",
        "A long-lived token was used that the cluster had already invalidated.")),
    document("annotations[\"authentication.k8s.io/stale-token\"]", Text, Always,
        QT_TRANSLATE_NOOP("Field",
        "A service account token was used after it should have been renewed.")),
    document("annotations[\"authentication.kubernetes.io/issued-credential-id\"]", Text, Finished,
        QT_TRANSLATE_NOOP("Field",
        "Id of the token that this request issued; look for it as credential-id in user.extra to "
        "see what was done with it.")),
    document("annotations[\"pod-security.kubernetes.io/enforce-policy\"]", Text, Answered,
        QT_TRANSLATE_NOOP("Field",
        "The Pod Security standard that was enforced on the request.")),
    document("annotations[\"pod-security.kubernetes.io/audit-violations\"]", Text, Answered,
        QT_TRANSLATE_NOOP("Field",
        "What in the pod goes against the audited Pod Security standard. Nothing was refused "
        "because of it.")),
    document("annotations[\"pod-security.kubernetes.io/exempt\"]", Text, Answered,
        QT_TRANSLATE_NOOP("Field",
        "Why Pod Security did not look at the request: namespace, user or runtimeClass.")),
    document("annotations[\"validation.policy.admission.k8s.io/validation_failure\"]", Text,
        Answered, QT_TRANSLATE_NOOP("Field",
        "Which ValidatingAdmissionPolicy found what wrong, as JSON text. With code 422 the request "
        "was refused for it.")),
    document("annotations[\"mutation.webhook.admission.k8s.io/round_0_index_0\"]", Text, Answered,
        QT_TRANSLATE_NOOP("Field",
        "The first mutating webhook that was asked and whether it changed the object, as JSON "
        "text. Further ones count round and index up.")),
    document("annotations[\"patch.webhook.admission.k8s.io/round_0_index_0\"]", Text,
        RequestBody, QT_TRANSLATE_NOOP("Field",
        "What the first mutating webhook changed, as JSON text holding a JSON patch. Only from "
        "level Request on.")),
    document("annotations[\"failed-open.mutation.webhook.admission.k8s.io/round_0_index_0\"]", Text,
        Answered, QT_TRANSLATE_NOOP("Field",
        "A mutating webhook that could not be reached, and was passed over.")),
    document("annotations[\"failed-open.validating.webhook.admission.k8s.io/round_0_index_0\"]",
        Text, Answered, QT_TRANSLATE_NOOP("Field",
        "A validating webhook that could not be reached, and was passed over: its check did not "
        "take place.")),
    document("annotations[\"k8s.io/deprecated\"]", Text, Answered, QT_TRANSLATE_NOOP("Field",
        "true where the client used an API version that is deprecated.")),
    document("annotations[\"k8s.io/removed-release\"]", Text, Answered, QT_TRANSLATE_NOOP("Field",
        "The Kubernetes release that no longer has the API version that was used.")),
    document("annotations[\"apiserver.latency.k8s.io/total\"]", Text, Finished,
        QT_TRANSLATE_NOOP("Field",
        "How long the request took, as the server measured it. Only where it took more than half "
        "a second.")),
    document("annotations[\"apiserver.latency.k8s.io/etcd\"]", Text, Finished,
        QT_TRANSLATE_NOOP("Field",
        "How much of the time went into the data store. Only for slow requests.")),
    document("annotations[\"apiserver.latency.k8s.io/authentication\"]", Text, Finished,
        QT_TRANSLATE_NOOP("Field",
        "How much of the time went into authentication. Only for slow requests.")),
    document("annotations[\"apiserver.latency.k8s.io/authorization\"]", Text, Finished,
        QT_TRANSLATE_NOOP("Field",
        "How much of the time went into authorization. Only for slow requests.")),
    document("annotations[\"apiserver.latency.k8s.io/mutating-webhook\"]", Text, Finished,
        QT_TRANSLATE_NOOP("Field",
        "How much of the time went into mutating webhooks. Only for slow requests.")),
    document("annotations[\"apiserver.latency.k8s.io/validating-webhook\"]", Text, Finished,
        QT_TRANSLATE_NOOP("Field",
        "How much of the time went into validating webhooks. Only for slow requests.")),
    document("annotations[\"apiserver.latency.k8s.io/apf-queue-wait\"]", Text, Finished,
        QT_TRANSLATE_NOOP("Field",
        "How long the request waited in a queue of flow control. Only for slow requests.")),
    document("annotations[\"apiserver.latency.k8s.io/transform-response-object\"]", Text, Finished,
        QT_TRANSLATE_NOOP("Field",
        "How much of the time went into transforming the answer. Only for slow requests.")),
    document("annotations[\"apiserver.latency.k8s.io/serialize-response-object\"]", Text, Finished,
        QT_TRANSLATE_NOOP("Field",
        "How much of the time went into encoding the answer. Only for slow requests.")),
    document("annotations[\"apiserver.latency.k8s.io/response-write\"]", Text, Finished,
        QT_TRANSLATE_NOOP("Field",
        "How much of the time went into sending the answer. Only for slow requests.")),

    // derived
    derived("time", Time, Inline, "time_us", Always, QT_TRANSLATE_NOOP("Field",
        "When the event happened: stageTimestamp, or what older versions have in its place. Of a "
        "request: when it was received.")),
    derived("time.hour", Number, Derived, "", Always, QT_TRANSLATE_NOOP("Field",
        "Hour of the day, 0 to 23, in UTC.")),
    derived("time.weekday", Text, Derived, "", Always, QT_TRANSLATE_NOOP("Field",
        "Day of the week, monday to sunday, in UTC.")),
    derived("latency", Duration, Derived, "", Answered, QT_TRANSLATE_NOOP("Field",
        "Time from the receipt of the request to the last stage. Watches live long; that is no "
        "slowness.")),
    derived("user.kind", Text, Derived, "", Always, QT_TRANSLATE_NOOP("Field",
        "human, serviceaccount, node, controlplane or anonymous, judged by the user's name alone. "
        "human means: none of the others.")),
    derived("agent.family", Text, Derived, "user_agent", Always, QT_TRANSLATE_NOOP("Field",
        "The program that the user agent names: what stands in front of its first slash or blank. "
        "Anybody can send any text.")),
    derived("outcome", Text, Derived, "", Always, QT_TRANSLATE_NOOP("Field",
        "allowed (code below 400), denied (refused on purpose), failed (any other error) or open "
        "(no answer yet).")),
    derived("outcome.by", Text, Derived, "", Answered, QT_TRANSLATE_NOOP("Field",
        "Who denied it: authentication (401), authorization (403) or admission (403 although "
        "authorized, or 422 by a policy).")),
    derived("access", Text, Derived, "", Always, QT_TRANSLATE_NOOP("Field",
        "read, write, connect (exec, attach, port-forward, proxy) or check (access and token "
        "reviews, dry runs).")),
    derived("session", Text, Derived, "", Always, QT_TRANSLATE_NOOP("Field",
        "exec, attach, portforward or watch: what stays open while somebody works or listens, by "
        "whatever verb it came and however it ended.")),
    derived("session.command", Text, Derived, "request_uri", Always, QT_TRANSLATE_NOOP("Field",
        "The command of an exec as it would be typed: the parameters command of the request URI, "
        "decoded. What is typed into a shell afterwards is not recorded.")),
    derived("session.container", Text, Derived, "request_uri", Always, QT_TRANSLATE_NOOP("Field",
        "The container that an exec or attach asked for; absent where the choice was left to the "
        "API server.")),
    derived("session.stdin", Text, Derived, "", Always, QT_TRANSLATE_NOOP("Field",
        "Whether an exec or attach asked to send input: true or false.")),
    derived("session.stdout", Text, Derived, "", Always, QT_TRANSLATE_NOOP("Field",
        "Whether an exec or attach asked for the output: true or false.")),
    derived("session.tty", Text, Derived, "", Always, QT_TRANSLATE_NOOP("Field",
        "Whether an exec or attach asked for a terminal, as somebody who types does: true or "
        "false.")),
    derived("session.method", Text, Derived, "", Always, QT_TRANSLATE_NOOP("Field",
        "How an exec, attach or port-forward came: POST (verb create; SPDY) or GET (verb get; "
        "WebSocket, as kubectl does it from 1.31 on).")),
    derived("session.duration", Duration, Derived, "", Finished, QT_TRANSLATE_NOOP("Field",
        "How long a session lasted, from its request to its end. Unknown while it is open or where "
        "its end is not in the log; absent where it was refused.")),
    derived("request", Number, Inline, "request", Always, QT_TRANSLATE_NOOP("Field",
        "Number of the request in this case: the same for all stages of one request.")),
    derived("last", Number, Inline, "last", Always, QT_TRANSLATE_NOOP("Field",
        "1 on the most complete stage of a request, 0 on its other events.")),
    derived("cluster", Text, Interned, "cluster", Always, QT_TRANSLATE_NOOP("Field",
        "The cluster that the event comes from, as the export or the user says; \"\" where nobody "
        "does. The event itself does not tell.")),
    derived("node", Text, Interned, "node", Always, QT_TRANSLATE_NOOP("Field",
        "The machine whose API server wrote the event, as the export, the path or the user says; "
        "\"\" where nobody does. The event itself does not tell.")),
    derived("server", Text, Derived, "server", Always, QT_TRANSLATE_NOOP("Field",
        "The API server that wrote the log, as its path says: kube-apiserver, or an aggregated one "
        "such as openshift-apiserver, which logs what is passed on to it once more; \"\" where no path "
        "says it.")),
    derived("source", Text, Derived, "source", Always, QT_TRANSLATE_NOOP("Field",
        "The file that the event was read from: its path, or its number in the case.")),
    derived("text", Text, Whole, "", Always, QT_TRANSLATE_NOOP("Field",
        "The whole event as it was written, with its escapes resolved. A word alone searches "
        "here.")),
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 19> Aliases{{
    {"auditID", "ka.auditid"},
    {"stage", "ka.stage"},
    {"requestURI", "ka.uri"},
    {"verb", "ka.verb"},
    {"user.username", "ka.user.name"},
    {"user.groups", "ka.user.groups"},
    {"impersonatedUser.username", "ka.impuser.name"},
    {"sourceIPs", "ka.sourceips"},
    {"userAgent", "ka.useragent"},
    {"objectRef.resource", "ka.target.resource"},
    {"objectRef.subresource", "ka.target.subresource"},
    {"objectRef.namespace", "ka.target.namespace"},
    {"objectRef.name", "ka.target.name"},
    {"responseStatus.code", "ka.response.code"},
    {"responseStatus.reason", "ka.response.reason"},
    {"annotations[\"authorization.k8s.io/decision\"]", "ka.auth.decision"},
    {"annotations[\"authorization.k8s.io/reason\"]", "ka.auth.reason"},
    {"annotations[\"pod-security.kubernetes.io/audit-violations\"]",
     "ka.security.pod.violations"},
    {"annotations[\"validation.policy.admission.k8s.io/validation_failure\"]",
     "ka.validations.admission.policy.failure"},
}};

// What stands below a field that is named here is never carried either.
constexpr std::array<std::pair<std::string_view, FormatSet>, 30> NeverCarried{{
    {"level", LegacyTextFormat},
    {"kind", LegacyTextFormat | GkeLogEntryFormat | AksAuditFormat},
    {"apiVersion", LegacyTextFormat | GkeLogEntryFormat | AksAuditFormat},
    {"requestReceivedTimestamp", LegacyTextFormat},
    {"stageTimestamp", GkeLogEntryFormat},
    {"user.uid", LegacyTextFormat | GkeLogEntryFormat},
    {"user.groups", GkeLogEntryFormat},
    {"user.extra", LegacyTextFormat | GkeLogEntryFormat},
    {"impersonatedUser", GkeLogEntryFormat | AksAuditFormat},
    {"impersonatedUser.uid", LegacyTextFormat},
    {"impersonatedUser.groups", LegacyTextFormat},
    {"impersonatedUser.extra", LegacyTextFormat},
    {"authenticationMetadata", LegacyTextFormat | GkeLogEntryFormat | AksAuditFormat},
    {"objectRef.uid", LegacyTextFormat | GkeLogEntryFormat},
    {"objectRef.resourceVersion", LegacyTextFormat | GkeLogEntryFormat},
    {"responseStatus.status", LegacyTextFormat},
    {"responseStatus.message", LegacyTextFormat},
    {"responseStatus.reason", LegacyTextFormat | GkeLogEntryFormat},
    {"responseStatus.details", LegacyTextFormat | GkeLogEntryFormat},
    {"annotations", LegacyTextFormat},
    {"latency", LegacyTextFormat | GkeLogEntryFormat},
    {"session.command", GkeLogEntryFormat},
    {"session.container", GkeLogEntryFormat},
    {"session.stdin", GkeLogEntryFormat},
    {"session.stdout", GkeLogEntryFormat},
    {"session.tty", GkeLogEntryFormat},
    {"session.duration", LegacyTextFormat | GkeLogEntryFormat},
    {"cluster", EveryFormat},
    {"node", EveryFormat},
    {"server", EveryFormat},
}};

constexpr std::array Formats{
    PartialFormat{"legacy-text", LegacyTextFormat},
    PartialFormat{"gke-log-entry", GkeLogEntryFormat},
    PartialFormat{"aks-audit", AksAuditFormat},
};

constexpr std::array FalcoPaths{
    PathAlias{"ka.auth.openshift.decision",
              "annotations[\"authentication.openshift.io/decision\"]"},
    PathAlias{"ka.auth.openshift.username",
              "annotations[\"authentication.openshift.io/username\"]"},
    PathAlias{"ka.cluster.name", "annotations.cluster_name"},
    PathAlias{"ka.req.binding.role", "requestObject.roleRef.name"},
    PathAlias{"ka.req.configmap.obj", "requestObject.data"},
    PathAlias{"ka.req.role.rules.apiGroups", "requestObject.rules[].apiGroups[]"},
    PathAlias{"ka.req.role.rules.nonResourceURLs", "requestObject.rules[].nonResourceURLs[]"},
    PathAlias{"ka.req.role.rules.resources", "requestObject.rules[].resources[]"},
    PathAlias{"ka.req.role.rules.verbs", "requestObject.rules[].verbs[]"},
    PathAlias{"ka.req.service.type", "requestObject.spec.type"},
    PathAlias{"ka.req.container.host_network", "requestObject.spec.hostNetwork"},
    PathAlias{"ka.req.pod.host_ipc", "requestObject.spec.hostIPC"},
    PathAlias{"ka.req.pod.host_network", "requestObject.spec.hostNetwork"},
    PathAlias{"ka.req.pod.host_pid", "requestObject.spec.hostPID"},
    PathAlias{"ka.req.pod.run_as_user", "requestObject.spec.securityContext.runAsUser"},
    PathAlias{"ka.req.pod.run_as_group", "requestObject.spec.securityContext.runAsGroup"},
    PathAlias{"ka.req.pod.fs_group", "requestObject.spec.securityContext.fsGroup"},
    PathAlias{"ka.req.pod.supplemental_groups",
              "requestObject.spec.securityContext.supplementalGroups[]"},
    PathAlias{"ka.req.pod.containers.image", "requestObject.spec.containers[].image"},
    PathAlias{"ka.req.pod.containers.name", "requestObject.spec.containers[].name"},
    PathAlias{"ka.req.pod.containers.privileged",
              "requestObject.spec.containers[].securityContext.privileged"},
    PathAlias{"ka.req.pod.containers.allow_privilege_escalation",
              "requestObject.spec.containers[].securityContext.allowPrivilegeEscalation"},
    PathAlias{"ka.req.pod.containers.read_only_fs",
              "requestObject.spec.containers[].securityContext.readOnlyRootFilesystem"},
    PathAlias{"ka.req.pod.containers.run_as_user",
              "requestObject.spec.containers[].securityContext.runAsUser"},
    PathAlias{"ka.req.pod.containers.run_as_group",
              "requestObject.spec.containers[].securityContext.runAsGroup"},
    PathAlias{"ka.req.pod.containers.proc_mount",
              "requestObject.spec.containers[].securityContext.procMount"},
    PathAlias{"ka.req.pod.containers.add_capabilities",
              "requestObject.spec.containers[].securityContext.capabilities.add[]"},
    PathAlias{"ka.req.pod.volumes.hostpath", "requestObject.spec.volumes[].hostPath.path"},
    PathAlias{"ka.req.pod.volumes.flexvolume_driver",
              "requestObject.spec.volumes[].flexVolume.driver"},
    PathAlias{"ka.resp.name", "responseObject.metadata.name"},
};
// clang-format on

constexpr bool isAtOrBelow(std::string_view name, std::string_view above)
{
    return name.starts_with(above)
        && (name.size() == above.size() || name[above.size()] == '.' || name[above.size()] == '[');
}

template <std::size_t N>
constexpr std::array<Field, N> completed(std::array<Field, N> fields)
{
    for (Field &field : fields) {
        for (const auto &[name, alias] : Aliases) {
            field.alias = field.name == name ? alias : field.alias;
        }
        for (const auto &[name, formats] : NeverCarried) {
            field.neverIn |= isAtOrBelow(field.name, name) ? formats : FormatSet(0);
        }
    }
    return fields;
}

constexpr std::array Catalogue = completed(Recorded);

} // namespace

QString Field::explain() const
{
    return QCoreApplication::translate("Field", explanation);
}

std::span<const Field> fieldCatalogue()
{
    return Catalogue;
}

std::span<const PartialFormat> partialFormats()
{
    return Formats;
}

FormatSet partialFormatsIn(std::string_view chain)
{
    FormatSet found = 0;
    while (!chain.empty()) {
        const std::string_view name = chain.substr(0, chain.find('/'));
        chain.remove_prefix(std::min(name.size() + 1, chain.size()));
        for (const PartialFormat &format : Formats) {
            found |= format.name == name ? format.bit : FormatSet(0);
        }
    }
    return found;
}

std::span<const PathAlias> pathAliases()
{
    return FalcoPaths;
}

bool isToldByCode(const Field &field)
{
    return field.name == "outcome" || field.name == "outcome.by";
}

bool isOfSession(const Field &field)
{
    return field.name.starts_with("session.");
}

bool isUnknownWhereAbsent(const Field &field, const EventFields &event, FormatSet formats)
{
    const auto has = [&event](EventFlag flag) { return (event.flags & bit(flag)) != 0; };
    if (isToldByCode(field) && event.code) {
        return false;
    }
    if (isOfSession(field) && !has(EventFlag::Salvaged)
        && sessionKind(event) == SessionKind::None) {
        return false;
    }
    if (field.neverIn == EveryFormat || (field.neverIn & formats) != 0
        || has(EventFlag::Salvaged)) {
        return true;
    }
    // Every event is at least at level Metadata and at stage RequestReceived, also where it does
    // not say so.
    const bool tooLow = field.firstLevel > Level::Metadata && event.level < field.firstLevel;
    const bool tooEarly =
        field.firstStage > Stage::RequestReceived && event.stage < field.firstStage;
    const bool isBody =
        isAtOrBelow(field.path, "requestObject") || isAtOrBelow(field.path, "responseObject");
    return tooLow || tooEarly || (isBody && has(EventFlag::Truncated));
}

const Field *findField(std::string_view name)
{
    if (name.empty()) {
        return nullptr;
    }
    auto found = std::ranges::find(Catalogue, name, &Field::shortName);
    if (found == Catalogue.end()) {
        found = std::ranges::find(Catalogue, name, &Field::name);
    }
    if (found == Catalogue.end()) {
        found = std::ranges::find(Catalogue, name, &Field::alias);
    }
    return found == Catalogue.end() ? nullptr : &*found;
}

} // namespace auditloupe
