// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/documentvalue.h"

#include "model/event/jsonoutline.h"
#include "model/event/jsontokens.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>

namespace auditloupe {

namespace {

using namespace simdjson;

using Values = std::vector<DocumentValue>;
using Path = std::span<const PathStep>;

void collect(ondemand::value value, Path path, Values &found);

/// Line breaks stand between the tokens of JSON only, where a blank does as well.
void putOnOneLine(std::string &json)
{
    std::ranges::replace_if(json, [](char c) { return c == '\n' || c == '\r'; }, ' ');
}

void collectLeaf(ondemand::value value, Values &found)
{
    ondemand::json_type type{};
    std::string_view json;
    if (value.type().get(type) != SUCCESS) {
        throw simdjson_error(TAPE_ERROR);
    }
    DocumentValue leaf;
    switch (type) {
    case ondemand::json_type::null:
        return;
    case ondemand::json_type::string: {
        json = value.raw_json_token();
        leaf.text = std::string(std::string_view(value.get_string(true)));
        break;
    }
    case ondemand::json_type::array:
    case ondemand::json_type::object:
        json = std::string_view(value.raw_json());
        break;
    default:
        json = value.raw_json_token();
        break;
    }
    leaf.json = json.substr(0, json.find_last_not_of(" \t\r\n") + 1);
    putOnOneLine(leaf.json);
    if (type != ondemand::json_type::string) {
        leaf.text = leaf.json;
    }
    found.push_back(std::move(leaf));
}

void collectMember(ondemand::value value, Path path, Values &found)
{
    ondemand::object object;
    if (value.get_object().get(object) != SUCCESS) {
        return;
    }
    const std::size_t before = found.size();
    for (ondemand::field field : object) {
        if (std::string_view(field.unescaped_key(true)) == path.front().key) {
            found.resize(before); // the last one wins, as in Go
            collect(field.value(), path.subspan(1), found);
        }
    }
}

void collectElements(ondemand::value value, Path path, Values &found)
{
    ondemand::array array;
    if (value.get_array().get(array) != SUCCESS) {
        return;
    }
    std::size_t index = 0;
    for (ondemand::value element : array) {
        if (path.front().kind == PathStep::Kind::Every || path.front().index == index) {
            collect(element, path.subspan(1), found);
        }
        ++index;
    }
}

void collect(ondemand::value value, Path path, Values &found)
{
    if (path.empty()) {
        collectLeaf(value, found);
    } else if (path.front().kind == PathStep::Kind::Member) {
        collectMember(value, path, found);
    } else {
        collectElements(value, path, found);
    }
}

/// The slow way, for documents that are cut off or damaged.
class OutlineWalk
{
public:
    explicit OutlineWalk(std::string_view json)
        : m_json(json)
        , m_outline(JsonOutline::read(json))
    {
    }

    Values values(Path path)
    {
        if (!m_outline.nodes.empty()) {
            collect(0, path);
        }
        return std::move(m_found);
    }

private:
    void collect(std::uint32_t node, Path path)
    {
        if (path.empty()) {
            addLeaf(node);
        } else if (path.front().kind == PathStep::Kind::Member) {
            const std::uint32_t child = m_outline.child(m_json, node, path.front().key);
            if (child != JsonNode::NoNode) {
                collect(child, path.subspan(1));
            }
        } else if (m_outline.nodes[node].kind == JsonNode::Kind::Array) {
            collectElements(node, path);
        }
    }

    void addLeaf(std::uint32_t node)
    {
        std::string json(m_outline.text(m_json, node));
        if (json == "null") {
            return;
        }
        std::string text = m_outline.value(m_json, node);
        if (m_outline.nodes[node].whole && validate_utf8(json)) {
            putOnOneLine(json);
        } else {
            json = jsonString(text); // the text alone still makes valid JSON
        }
        m_found.push_back({std::move(json), std::move(text)});
    }

    void collectElements(std::uint32_t list, Path path)
    {
        const std::uint32_t end = m_outline.nodes[list].end;
        for (std::uint32_t at = list + 1; at < end; at = m_outline.nodes[at].end) {
            const PathStep &step = path.front();
            if (step.kind == PathStep::Kind::Every || m_outline.nodes[at].position == step.index) {
                collect(at, path.subspan(1));
            }
        }
    }

    std::string_view m_json;
    JsonOutline m_outline;
    Values m_found;
};

std::optional<double> number(std::string_view text)
{
    double value = 0;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end) {
        return std::nullopt;
    }
    return value;
}

bool isWholeNumber(std::string_view text)
{
    return text.find_first_of(".eE") == std::string_view::npos;
}

} // namespace

struct DocumentReader::Private
{
    ondemand::parser parser;
    std::string padded;
};

DocumentReader::DocumentReader()
    : d(std::make_unique<Private>())
{
}

DocumentReader::~DocumentReader() = default;

std::vector<DocumentValue> DocumentReader::values(std::string_view document,
                                                  std::span<const PathStep> path)
{
    d->padded.assign(document);
    d->padded.resize(document.size() + SIMDJSON_PADDING);
    const padded_string_view padded(d->padded.data(), document.size(), d->padded.size());
    Values found;
    try {
        ondemand::document parsed = d->parser.iterate(padded);
        collect(parsed.get_value(), path, found);
        return found;
    } catch (const simdjson_error &) {
        return OutlineWalk(document).values(path);
    }
}

std::vector<DocumentValue> DocumentReader::elements(std::string_view document,
                                                    std::span<const PathStep> path)
{
    const PathStep every{.kind = PathStep::Kind::Every};
    Values result;
    for (DocumentValue &value : values(document, path)) {
        if (!value.isList()) {
            result.push_back(std::move(value));
            continue;
        }
        std::ranges::move(values(value.json, {&every, 1}), std::back_inserter(result));
    }
    return result;
}

std::string jsonString(std::string_view text)
{
    if (validate_utf8(text)) {
        return '"' + escapeJson(text) + '"';
    }
    return '"' + escapeJson(QString::fromUtf8(text).toStdString()) + '"';
}

bool equals(const DocumentValue &value, std::string_view text)
{
    if (value.text == text) {
        return true;
    }
    // Beyond 2^53 different whole numbers become the same double.
    if (!value.isNumber() || (isWholeNumber(value.json) && isWholeNumber(text))) {
        return false;
    }
    const std::optional<double> wanted = number(text);
    return wanted && wanted == number(value.json);
}

} // namespace auditloupe
