// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/eventparser.h"

#include "model/event/time.h"

#include <simdjson.h>

#include <deque>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;
using namespace simdjson;

static_assert(EventParser::Padding >= SIMDJSON_PADDING);

/// "authorization.k8s.io/v1" tells nothing; what counts is the group before the slash.
bool isAuditApi(std::string_view apiVersion)
{
    return apiVersion.starts_with("audit.k8s.io/"sv);
}

/// What the walk over one event's members collects besides the fields.
struct Walk
{
    EventFields &fields;
    std::deque<std::string> &scratch; ///< owns minified arrays
    std::string_view kind = {};
    std::string_view apiVersion = {};
    bool isCoreEvent = false;
    bool isList = false;
    const char *afterType = nullptr; ///< behind kind and apiVersion, where these come first
    error_code error = SUCCESS; ///< the first one; nothing may be read after it
};

/// Remembers what went wrong, but for a value of another type: that one is only absent.
bool succeeded(error_code error, Walk &walk)
{
    if (error != SUCCESS && error != INCORRECT_TYPE && walk.error == SUCCESS) {
        walk.error = error;
    }
    return error == SUCCESS;
}

std::string_view text(ondemand::value value, Walk &walk)
{
    std::string_view result;
    if (!succeeded(value.get_string(true).get(result), walk)) {
        return {};
    }
    // An empty string is present: it must have data.
    return result.data() == nullptr ? ""sv : result;
}

/// Whether all elements are strings; reads them, so that what is kept is valid JSON.
bool isTextList(ondemand::array &array, Walk &walk)
{
    bool onlyTexts = true;
    for (auto element : array) {
        std::string_view ignored;
        onlyTexts = succeeded(element.get_string(true).get(ignored), walk) && onlyTexts;
        if (walk.error != SUCCESS) {
            return false;
        }
    }
    return onlyTexts && succeeded(array.reset().error(), walk);
}

/// The array's own bytes where they hold no white space, else a minified copy.
std::string_view jsonArray(ondemand::value value, Walk &walk)
{
    ondemand::array array;
    std::string_view raw;
    if (!succeeded(value.get_array().get(array), walk) || !isTextList(array, walk)
        || !succeeded(array.raw_json().get(raw), walk)) {
        return {};
    }
    if (raw.find_first_of(" \t\r\n"sv) == std::string_view::npos) {
        return raw;
    }
    std::string minified(raw.size() + SIMDJSON_PADDING, '\0');
    std::size_t size = 0;
    if (simdjson::minify(raw.data(), raw.size(), minified.data(), size) != SUCCESS) {
        return {};
    }
    minified.resize(size);
    return walk.scratch.emplace_back(std::move(minified));
}

/// Calls `visit` for each member until something goes wrong.
template <typename Visit>
void forEachMember(ondemand::object object, Walk &walk, Visit visit)
{
    for (auto member : object) {
        ondemand::field field;
        std::string_view key;
        if (walk.error = std::move(member).get(field); walk.error != SUCCESS) {
            return;
        }
        if (walk.error = field.unescaped_key(true).get(key); walk.error != SUCCESS) {
            return;
        }
        visit(key, field.value());
        if (walk.error != SUCCESS) {
            return;
        }
    }
}

template <typename Visit>
void forEachMember(ondemand::value value, Walk &walk, Visit visit)
{
    ondemand::object object;
    if (succeeded(value.get_object().get(object), walk)) { // null or another type: absent
        forEachMember(object, walk, visit);
    }
}

void readUser(ondemand::value value, Walk &walk)
{
    forEachMember(value, walk, [&](std::string_view key, ondemand::value member) {
        if (key == "username"sv) {
            walk.fields.username = text(member, walk);
        } else if (key == "groups"sv) {
            walk.fields.userGroups = jsonArray(member, walk);
        }
    });
}

void readImpersonatedUser(ondemand::value value, Walk &walk)
{
    forEachMember(value, walk, [&](std::string_view key, ondemand::value member) {
        if (key == "username"sv) {
            walk.fields.impersonatedUser = text(member, walk);
        }
    });
}

void readObjectRef(ondemand::value value, Walk &walk)
{
    EventFields &fields = walk.fields;
    forEachMember(value, walk, [&](std::string_view key, ondemand::value member) {
        if (key == "resource"sv) {
            fields.resource = text(member, walk);
        } else if (key == "namespace"sv) {
            fields.objectNamespace = text(member, walk);
        } else if (key == "name"sv) {
            fields.name = text(member, walk);
        } else if (key == "apiGroup"sv) {
            fields.apiGroup = text(member, walk);
        } else if (key == "apiVersion"sv) {
            fields.apiVersion = text(member, walk);
        } else if (key == "subresource"sv) {
            fields.subresource = text(member, walk);
        }
    });
}

void readResponseStatus(ondemand::value value, Walk &walk)
{
    forEachMember(value, walk, [&](std::string_view key, ondemand::value member) {
        std::int64_t code = 0;
        if (key == "code"sv && succeeded(member.get_int64().get(code), walk) && code >= INT32_MIN
            && code <= INT32_MAX) {
            walk.fields.code = static_cast<std::int32_t>(code);
        }
    });
}

void readAnnotations(ondemand::value value, Walk &walk)
{
    EventFields &fields = walk.fields;
    forEachMember(value, walk, [&](std::string_view key, ondemand::value member) {
        if (key == "authorization.k8s.io/decision"sv) {
            fields.decision = decisionFromName(text(member, walk));
        } else if (key == "authorization.k8s.io/reason"sv) {
            fields.reason = text(member, walk);
        } else if (key == "audit.k8s.io/truncated"sv && text(member, walk) == "true"sv) {
            fields.flags |= bit(EventFlag::Truncated);
        } else if (key == "validation.policy.admission.k8s.io/validation_failure"sv) {
            fields.flags |= bit(EventFlag::ValidationFailed);
        }
    });
}

void readMetadata(ondemand::value value, Walk &walk)
{
    forEachMember(value, walk, [&](std::string_view key, ondemand::value member) {
        if (key == "creationTimestamp"sv && !walk.fields.legacyUs) {
            walk.fields.legacyUs = parseTime(text(member, walk));
        }
    });
}

bool isPresent(ondemand::value value, Walk &walk)
{
    ondemand::json_type type = ondemand::json_type::null;
    return succeeded(value.type().get(type), walk) && type != ondemand::json_type::null;
}

/// Members of objects with members of their own. False where the key is none of these.
bool readObjectMember(std::string_view key, ondemand::value value, Walk &walk)
{
    if (key == "user"sv) {
        readUser(value, walk);
    } else if (key == "objectRef"sv) {
        readObjectRef(value, walk);
    } else if (key == "responseStatus"sv) {
        readResponseStatus(value, walk);
    } else if (key == "annotations"sv) {
        readAnnotations(value, walk);
    } else if (key == "impersonatedUser"sv) {
        readImpersonatedUser(value, walk);
    } else if (key == "metadata"sv) {
        readMetadata(value, walk);
    } else {
        return false;
    }
    return true;
}

bool readBodyMember(std::string_view key, ondemand::value value, Walk &walk)
{
    EventFields &fields = walk.fields;
    if (key == "requestObject"sv) {
        fields.flags |= isPresent(value, walk) ? bit(EventFlag::HasRequestBody) : 0U;
    } else if (key == "responseObject"sv) {
        fields.flags |= isPresent(value, walk) ? bit(EventFlag::HasResponseBody) : 0U;
    } else {
        return false;
    }
    return true;
}

bool readTimeMember(std::string_view key, ondemand::value value, Walk &walk)
{
    EventFields &fields = walk.fields;
    if (key == "requestReceivedTimestamp"sv) {
        fields.receivedUs = parseTime(text(value, walk));
    } else if (key == "stageTimestamp"sv) {
        fields.stageUs = parseTime(text(value, walk));
    } else if (key == "timestamp"sv) {
        fields.legacyUs = parseTime(text(value, walk));
    } else {
        return false;
    }
    return true;
}

void readTextMember(std::string_view key, ondemand::value value, Walk &walk)
{
    EventFields &fields = walk.fields;
    if (key == "verb"sv) {
        fields.verb = text(value, walk);
    } else if (key == "level"sv) {
        fields.level = levelFromName(text(value, walk));
    } else if (key == "stage"sv) {
        fields.stage = stageFromName(text(value, walk));
    } else if (key == "auditID"sv) {
        fields.auditId = text(value, walk);
    } else if (key == "requestURI"sv) {
        fields.requestUri = text(value, walk);
    } else if (key == "userAgent"sv) {
        fields.userAgent = text(value, walk);
    } else if (key == "sourceIPs"sv) {
        fields.sourceIps = jsonArray(value, walk);
    } else if (key == "kind"sv) {
        walk.kind = text(value, walk);
    } else if (key == "apiVersion"sv) {
        walk.apiVersion = text(value, walk);
    } else if (key == "involvedObject"sv || key == "regarding"sv) {
        walk.isCoreEvent = true;
    }
}

void readMember(std::string_view key, ondemand::value value, Walk &walk)
{
    if (!readObjectMember(key, value, walk) && !readTimeMember(key, value, walk)
        && !readBodyMember(key, value, walk)) {
        readTextMember(key, value, walk);
    }
}

bool isArray(ondemand::value value, Walk &walk)
{
    ondemand::json_type type = ondemand::json_type::null;
    return succeeded(value.type().get(type), walk) && type == ondemand::json_type::array;
}

/// The outermost object. Stops at a list: its elements are read one by one.
void readMembers(ondemand::document &document, Walk &walk)
{
    ondemand::object object;
    if (auto error = document.get_object().get(object); error != SUCCESS) {
        walk.error = error;
        return;
    }
    bool inHead = true;
    for (auto member : object) {
        ondemand::field field;
        if (walk.error = std::move(member).get(field); walk.error != SUCCESS) {
            return;
        }
        const char *start = field.key_raw_json_token().data();
        std::string_view key;
        if (walk.error = field.unescaped_key(true).get(key); walk.error != SUCCESS) {
            return;
        }
        if (inHead && key != "kind"sv && key != "apiVersion"sv) {
            inHead = false;
            walk.afterType = start;
        }
        walk.isList = key == "items"sv && isArray(field.value(), walk);
        if (!walk.isList) {
            readMember(key, field.value(), walk);
        }
        if (walk.isList || walk.error != SUCCESS) {
            return;
        }
    }
}

JsonKind kindOf(const Walk &walk)
{
    if (walk.kind == "AdmissionReview"sv) {
        return JsonKind::AdmissionReview;
    }
    const EventFields &fields = walk.fields;
    const bool ours = isAuditApi(walk.apiVersion)
        || (walk.apiVersion.empty() && (walk.kind.empty() || walk.kind == "Event"sv));
    const bool hasContent = fields.auditId.data() != nullptr
        && (fields.stage != Stage::Unknown || fields.level != Level::Unknown
            || fields.requestUri.data() != nullptr || fields.verb.data() != nullptr);
    if (ours && hasContent && (walk.kind.empty() || walk.kind == "Event"sv)) {
        return JsonKind::AuditEvent;
    }
    if (isAuditApi(walk.apiVersion) && walk.kind != "Policy"sv) {
        return JsonKind::BadAuditEvent;
    }
    if (walk.isCoreEvent
        || (walk.kind == "Event"sv && !walk.apiVersion.empty() && !isAuditApi(walk.apiVersion))) {
        return JsonKind::CoreEvent;
    }
    return JsonKind::OtherJson;
}

} // namespace

struct EventParser::Private
{
    ondemand::parser parser;
    std::deque<std::string> scratch;
};

EventParser::EventParser()
    : d(std::make_unique<Private>())
{
}

EventParser::~EventParser() = default;

JsonKind EventParser::parse(std::string_view json, EventFields &fields)
{
    fields = EventFields{};
    d->scratch.clear();
    Walk walk{.fields = fields, .scratch = d->scratch};

    ondemand::document document;
    const padded_string_view padded(json.data(), json.size(), json.size() + SIMDJSON_PADDING);
    if (succeeded(d->parser.iterate(padded).get(document), walk)) {
        readMembers(document, walk);
    }
    // After an error the document is not to be touched any more.
    if (walk.error == SUCCESS && !walk.isList && !document.at_end()) {
        walk.error = TRAILING_CONTENT;
    }
    if (walk.error != SUCCESS) {
        m_problem = error_message(walk.error);
        return JsonKind::Malformed;
    }
    if (walk.afterType != nullptr) {
        fields.contentFrom = json.substr(static_cast<std::size_t>(walk.afterType - json.data()));
    }
    return walk.isList ? JsonKind::List : kindOf(walk);
}

JsonKind EventParser::parseCopy(std::string_view json, EventFields &fields)
{
    m_copy.assign(json);
    m_copy.reserve(m_copy.size() + Padding);
    return parse(m_copy, fields);
}

} // namespace auditloupe
