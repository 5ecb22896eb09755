// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/textdocument.h"

#include <charconv>
#include <map>

namespace auditloupe {

namespace {

using NodeId = TextDocument::NodeId;
using Kind = TextDocument::Kind;
using Members = std::map<std::string_view, TextDocument::Member>;

void collect(const TextDocument &document, NodeId mapping, Members &members);

void collectMerged(const TextDocument &document, NodeId value, Members &members)
{
    value = document.resolved(value);
    if (document.node(value).kind == Kind::Mapping) {
        collect(document, value, members);
        return;
    }
    std::vector<NodeId> entries;
    for (NodeId entry = document.node(value).first; entry != TextDocument::None;
         entry = document.node(entry).next) {
        entries.push_back(entry);
    }
    // Of several merged mappings the earlier ones win.
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        collect(document, document.resolved(*entry), members);
    }
}

void collect(const TextDocument &document, NodeId mapping, Members &members)
{
    for (NodeId key = document.node(mapping).first; key != TextDocument::None;) {
        const NodeId value = document.node(key).next;
        if (document.node(key).isMergeKey) {
            collectMerged(document, value, members);
        } else {
            const NodeId name = document.resolved(key);
            const std::string_view text = keyText(document, name);
            members[text] = {text, key, document.resolved(value)};
        }
        key = document.node(value).next;
    }
}

} // namespace

std::string_view keyText(const TextDocument &document, TextDocument::NodeId key)
{
    const TextDocument::Node &node = document.node(key);
    if (node.kind == Kind::Bool) {
        return node.isTrue ? "true" : "false";
    }
    return document.text(key);
}

std::string_view TextDocument::text(NodeId id) const
{
    return std::string_view(texts).substr(nodes[id].textBegin, nodes[id].textSize);
}

NodeId TextDocument::resolved(NodeId id) const
{
    while (nodes[id].kind == Kind::Alias) {
        id = nodes[id].first;
    }
    return id;
}

std::vector<TextDocument::Member> TextDocument::members(NodeId mapping) const
{
    std::vector<Member> result;
    if (!isJson) {
        Members members;
        collect(*this, mapping, members);
        result.reserve(members.size());
        for (const auto &entry : members) {
            result.push_back(entry.second);
        }
        return result;
    }
    for (NodeId key = nodes[mapping].first; key != None;) {
        const NodeId value = nodes[key].next;
        result.push_back({text(key), key, value});
        key = nodes[value].next;
    }
    return result;
}

std::optional<std::int64_t> TextDocument::integer(NodeId id) const
{
    std::int64_t number = 0;
    const std::string_view digits = text(id);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    return number;
}

} // namespace auditloupe
