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

/// A string's text; other types leave the field absent.
std::string_view text(ondemand::value value)
{
    std::string_view result;
    if (value.get_string(true).get(result) != SUCCESS) {
        return {};
    }
    // An empty string is present: it must have data.
    return result.data() == nullptr ? ""sv : result;
}

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
};

/// The array's own bytes where they hold no white space, else a minified copy.
std::string_view jsonArray(ondemand::value value, Walk &walk)
{
    ondemand::array array;
    std::string_view raw;
    if (value.get_array().get(array) != SUCCESS || array.raw_json().get(raw) != SUCCESS) {
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

template <typename Visit> error_code forEachMember(ondemand::value value, Visit visit)
{
    ondemand::object object;
    if (value.get_object().get(object) != SUCCESS) {
        return SUCCESS; // null or another type: the field is absent
    }
    for (auto member : object) {
        ondemand::field field;
        std::string_view key;
        if (auto error = std::move(member).get(field); error != SUCCESS) {
            return error;
        }
        if (auto error = field.unescaped_key(true).get(key); error != SUCCESS) {
            return error;
        }
        visit(key, field.value());
    }
    return SUCCESS;
}

error_code readUser(ondemand::value value, Walk &walk)
{
    return forEachMember(value, [&](std::string_view key, ondemand::value member) {
        if (key == "username"sv) {
            walk.fields.username = text(member);
        } else if (key == "groups"sv) {
            walk.fields.userGroups = jsonArray(member, walk);
        }
    });
}

error_code readImpersonatedUser(ondemand::value value, Walk &walk)
{
    return forEachMember(value, [&](std::string_view key, ondemand::value member) {
        if (key == "username"sv) {
            walk.fields.impersonatedUser = text(member);
        }
    });
}

error_code readObjectRef(ondemand::value value, Walk &walk)
{
    EventFields &fields = walk.fields;
    return forEachMember(value, [&](std::string_view key, ondemand::value member) {
        if (key == "resource"sv) {
            fields.resource = text(member);
        } else if (key == "namespace"sv) {
            fields.objectNamespace = text(member);
        } else if (key == "name"sv) {
            fields.name = text(member);
        } else if (key == "apiGroup"sv) {
            fields.apiGroup = text(member);
        } else if (key == "apiVersion"sv) {
            fields.apiVersion = text(member);
        } else if (key == "subresource"sv) {
            fields.subresource = text(member);
        }
    });
}

error_code readResponseStatus(ondemand::value value, Walk &walk)
{
    return forEachMember(value, [&](std::string_view key, ondemand::value member) {
        std::int64_t code = 0;
        if (key == "code"sv && member.get_int64().get(code) == SUCCESS && code >= INT32_MIN
            && code <= INT32_MAX) {
            walk.fields.code = static_cast<std::int32_t>(code);
        }
    });
}

error_code readAnnotations(ondemand::value value, Walk &walk)
{
    EventFields &fields = walk.fields;
    return forEachMember(value, [&](std::string_view key, ondemand::value member) {
        if (key == "authorization.k8s.io/decision"sv) {
            fields.decision = decisionFromName(text(member));
        } else if (key == "authorization.k8s.io/reason"sv) {
            fields.reason = text(member);
        } else if (key == "audit.k8s.io/truncated"sv && text(member) == "true"sv) {
            fields.flags |= bit(EventFlag::Truncated);
        }
    });
}

error_code readMetadata(ondemand::value value, Walk &walk)
{
    return forEachMember(value, [&](std::string_view key, ondemand::value member) {
        if (key == "creationTimestamp"sv && !walk.fields.legacyUs) {
            walk.fields.legacyUs = parseTime(text(member));
        }
    });
}

bool isPresent(ondemand::value value)
{
    bool null = false;
    return value.is_null().get(null) != SUCCESS || !null;
}

/// Members of objects with members of their own. False where the key is none of these.
bool readObjectMember(std::string_view key, ondemand::value value, Walk &walk, error_code &error)
{
    if (key == "user"sv) {
        error = readUser(value, walk);
    } else if (key == "objectRef"sv) {
        error = readObjectRef(value, walk);
    } else if (key == "responseStatus"sv) {
        error = readResponseStatus(value, walk);
    } else if (key == "annotations"sv) {
        error = readAnnotations(value, walk);
    } else if (key == "impersonatedUser"sv) {
        error = readImpersonatedUser(value, walk);
    } else if (key == "metadata"sv) {
        error = readMetadata(value, walk);
    } else {
        return false;
    }
    return true;
}

bool readBodyMember(std::string_view key, ondemand::value value, Walk &walk)
{
    EventFields &fields = walk.fields;
    if (key == "requestObject"sv) {
        fields.flags |= isPresent(value) ? bit(EventFlag::HasRequestBody) : 0U;
    } else if (key == "responseObject"sv) {
        fields.flags |= isPresent(value) ? bit(EventFlag::HasResponseBody) : 0U;
    } else {
        return false;
    }
    return true;
}

bool readTimeMember(std::string_view key, ondemand::value value, Walk &walk)
{
    EventFields &fields = walk.fields;
    if (key == "requestReceivedTimestamp"sv) {
        fields.receivedUs = parseTime(text(value));
    } else if (key == "stageTimestamp"sv) {
        fields.stageUs = parseTime(text(value));
    } else if (key == "timestamp"sv) {
        fields.legacyUs = parseTime(text(value));
    } else {
        return false;
    }
    return true;
}

void readTextMember(std::string_view key, ondemand::value value, Walk &walk)
{
    EventFields &fields = walk.fields;
    if (key == "verb"sv) {
        fields.verb = text(value);
    } else if (key == "level"sv) {
        fields.level = levelFromName(text(value));
    } else if (key == "stage"sv) {
        fields.stage = stageFromName(text(value));
    } else if (key == "auditID"sv) {
        fields.auditId = text(value);
    } else if (key == "requestURI"sv) {
        fields.requestUri = text(value);
    } else if (key == "userAgent"sv) {
        fields.userAgent = text(value);
    } else if (key == "sourceIPs"sv) {
        fields.sourceIps = jsonArray(value, walk);
    } else if (key == "kind"sv) {
        walk.kind = text(value);
    } else if (key == "apiVersion"sv) {
        walk.apiVersion = text(value);
    } else if (key == "involvedObject"sv || key == "regarding"sv) {
        walk.isCoreEvent = true;
    }
}

error_code readMember(std::string_view key, ondemand::value value, Walk &walk)
{
    error_code error = SUCCESS;
    if (readObjectMember(key, value, walk, error) || readTimeMember(key, value, walk)
        || readBodyMember(key, value, walk)) {
        return error;
    }
    readTextMember(key, value, walk);
    return error;
}

/// The outermost object. Stops at a list: its elements are read one by one.
error_code readMembers(ondemand::document &document, Walk &walk)
{
    ondemand::object object;
    if (auto error = document.get_object().get(object); error != SUCCESS) {
        return error;
    }
    bool inHead = true;
    for (auto member : object) {
        ondemand::field field;
        if (auto error = std::move(member).get(field); error != SUCCESS) {
            return error;
        }
        const char *start = field.key_raw_json_token().data();
        std::string_view key;
        if (auto error = field.unescaped_key(true).get(key); error != SUCCESS) {
            return error;
        }
        if (inHead && key != "kind"sv && key != "apiVersion"sv) {
            inHead = false;
            walk.afterType = start;
        }
        ondemand::json_type type = ondemand::json_type::null;
        if (key == "items"sv && field.value().type().get(type) == SUCCESS
            && type == ondemand::json_type::array) {
            walk.isList = true;
            return SUCCESS;
        }
        if (auto error = readMember(key, field.value(), walk); error != SUCCESS) {
            return error;
        }
    }
    return SUCCESS;
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
    m_trailing = false;
    Walk walk{.fields = fields, .scratch = d->scratch};

    ondemand::document document;
    const padded_string_view padded(json.data(), json.size(), json.size() + SIMDJSON_PADDING);
    error_code error = d->parser.iterate(padded).get(document);
    if (error == SUCCESS) {
        error = readMembers(document, walk);
    }
    if (error == SUCCESS && !walk.isList && !document.at_end()) {
        error = TRAILING_CONTENT;
    }
    if (error != SUCCESS) {
        m_trailing = error == TRAILING_CONTENT;
        m_problem = error_message(error);
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
