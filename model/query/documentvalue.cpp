// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/documentvalue.h"

#include "model/event/jsonoutline.h"
#include "model/event/jsonscanner.h"
#include "model/event/jsontokens.h"

#include <simdjson.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace auditloupe {

namespace {

using namespace simdjson;

using Values = std::vector<DocumentValue>;
using Path = std::span<const PathStep>;

void collect(ondemand::value value, Path path, bool expandsLists, Values &found);

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
        leaf.isString = true;
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

/// A list of lists keeps the inner ones.
void collectListElements(ondemand::value value, Values &found)
{
    for (ondemand::value element : ondemand::array(value.get_array())) {
        collectLeaf(element, found);
    }
}

bool isList(ondemand::value value)
{
    ondemand::json_type type{};
    return value.type().get(type) == SUCCESS && type == ondemand::json_type::array;
}

void collectMember(ondemand::value value, Path path, bool expandsLists, Values &found)
{
    ondemand::object object;
    if (value.get_object().get(object) != SUCCESS) {
        return;
    }
    const std::size_t before = found.size();
    for (ondemand::field field : object) {
        if (std::string_view(field.unescaped_key(true)) == path.front().key) {
            found.resize(before); // the last one wins, as in Go
            collect(field.value(), path.subspan(1), expandsLists, found);
        }
    }
}

void collectElements(ondemand::value value, Path path, bool expandsLists, Values &found)
{
    ondemand::array array;
    if (value.get_array().get(array) != SUCCESS) {
        return;
    }
    std::size_t index = 0;
    for (ondemand::value element : array) {
        if (path.front().kind == PathStep::Kind::Every || path.front().index == index) {
            collect(element, path.subspan(1), expandsLists, found);
        }
        ++index;
    }
}

void collect(ondemand::value value, Path path, bool expandsLists, Values &found)
{
    if (path.empty() && expandsLists && isList(value)) {
        collectListElements(value, found);
    } else if (path.empty()) {
        collectLeaf(value, found);
    } else if (path.front().kind == PathStep::Kind::Member) {
        collectMember(value, path, expandsLists, found);
    } else {
        collectElements(value, path, expandsLists, found);
    }
}

/// The slow way, for documents that are cut off or damaged: what no JSON may hold is replaced, as
/// it is where columns are filled.
class OutlineWalk
{
public:
    OutlineWalk(std::string_view json, Damage damage)
        : m_json(replaceForbiddenBytes(json))
        , m_outline(JsonOutline::read(m_json))
        , m_damage(damage)
    {
    }

    Values values(Path path, bool expandsLists)
    {
        m_expandsLists = expandsLists;
        m_hasAll = true;
        m_found.clear();
        if (!m_outline.nodes.empty()) {
            collect(0, path);
        }
        return std::move(m_found);
    }

    bool hasAll() const { return m_hasAll; }

private:
    /// A number that the end of what can be read touches may have had more digits.
    bool isWhole(std::uint32_t index) const
    {
        const JsonNode &node = m_outline.nodes[index];
        const std::size_t limit = m_outline.errorAt.value_or(m_json.size() + 1);
        const std::size_t end = node.from + node.length;
        const bool hasEnd = node.isContainer() || node.kind == JsonNode::Kind::String;
        return m_damage == Damage::None
            || (m_damage == Damage::Cut && node.whole && (hasEnd ? end <= limit : end < limit));
    }

    void collect(std::uint32_t node, Path path)
    {
        if (path.empty()) {
            addLeaves(node);
        } else if (path.front().kind == PathStep::Kind::Member) {
            const std::uint32_t child = m_outline.child(m_json, node, path.front().key);
            if (child != JsonNode::NoNode) {
                collect(child, path.subspan(1));
            }
        } else if (m_outline.nodes[node].kind == JsonNode::Kind::Array) {
            collectElements(node, path);
        }
    }

    void addLeaves(std::uint32_t node)
    {
        if (!m_expandsLists || m_outline.nodes[node].kind != JsonNode::Kind::Array) {
            addLeaf(node);
            return;
        }
        m_hasAll = m_hasAll && isWhole(node);
        for (std::uint32_t at = node + 1; at < m_outline.nodes[node].end;
             at = m_outline.nodes[at].end) {
            addLeaf(at);
        }
    }

    void addLeaf(std::uint32_t node)
    {
        std::string json(m_outline.text(m_json, node));
        if (json == "null") {
            return;
        }
        std::string text = m_outline.value(m_json, node);
        if (m_outline.nodes[node].whole) {
            putOnOneLine(json);
        } else {
            json = jsonString(text); // the text alone still makes valid JSON
        }
        m_found.push_back({.json = std::move(json),
                           .text = std::move(text),
                           .isString = m_outline.nodes[node].kind == JsonNode::Kind::String,
                           .isWhole = isWhole(node)});
    }

    void collectElements(std::uint32_t list, Path path)
    {
        const std::uint32_t end = m_outline.nodes[list].end;
        const bool wantsAll = path.front().kind == PathStep::Kind::Every;
        m_hasAll = m_hasAll && (!wantsAll || isWhole(list));
        for (std::uint32_t at = list + 1; at < end; at = m_outline.nodes[at].end) {
            const PathStep &step = path.front();
            if (step.kind == PathStep::Kind::Every || m_outline.nodes[at].position == step.index) {
                collect(at, path.subspan(1));
            }
        }
    }

    std::string m_json;
    JsonOutline m_outline;
    Damage m_damage;
    Values m_found;
    bool m_expandsLists = false;
    bool m_hasAll = true;
};

} // namespace

struct DocumentReader::Private
{
    ondemand::parser parser;
    std::string padded; // the document and what simdjson may read behind it
    std::size_t size = 0;
    Damage damage = Damage::None;
    bool hasAll = true;
    std::optional<ondemand::document> document; // none where there is damage
    std::unique_ptr<OutlineWalk> outline; // then
};

DocumentReader::DocumentReader()
    : d(std::make_unique<Private>())
{
}

DocumentReader::~DocumentReader() = default;

void DocumentReader::open(std::string_view document, Damage damage)
{
    d->damage = damage;
    d->outline.reset();
    d->document.reset();
    d->padded.assign(document);
    d->size = document.size();
    d->padded.resize(d->size + SIMDJSON_PADDING);
    if (damage != Damage::None) {
        return;
    }
    ondemand::document parsed;
    const padded_string_view padded(d->padded.data(), d->size, d->padded.size());
    if (d->parser.iterate(padded).get(parsed) == SUCCESS) {
        d->document = std::move(parsed);
    }
}

Values DocumentReader::find(Path path, Lists lists)
{
    const bool expandsLists = lists == Lists::Elements;
    d->hasAll = true;
    if (d->document) {
        Values found;
        try {
            d->document->rewind();
            collect(d->document->get_value(), path, expandsLists, found);
            return found;
        } catch (const simdjson_error &) {
            d->document.reset();
        }
    }
    if (!d->outline) {
        d->outline = std::make_unique<OutlineWalk>(std::string_view(d->padded).substr(0, d->size),
                                                   d->damage);
    }
    Values found = d->outline->values(path, expandsLists);
    d->hasAll = d->outline->hasAll();
    return found;
}

bool DocumentReader::hasAll() const
{
    return d->hasAll;
}

Values DocumentReader::values(Path path)
{
    return find(path, Lists::Whole);
}

Values DocumentReader::elements(Path path)
{
    return find(path, Lists::Elements);
}

Values DocumentReader::values(std::string_view document, Path path)
{
    open(document);
    return values(path);
}

Values DocumentReader::elements(std::string_view document, Path path)
{
    open(document);
    return elements(path);
}

std::string jsonString(std::string_view text)
{
    if (validate_utf8(text)) {
        return '"' + escapeJson(text) + '"';
    }
    return '"' + escapeJson(QString::fromUtf8(text).toStdString()) + '"';
}

} // namespace auditloupe
