// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/yamlparser.h"

#include "model/policy/nodebuilder.h"
#include "model/policy/yamlscalar.h"
#include "model/policy/yamlscanner.h"

#include <algorithm>
#include <map>

namespace auditloupe {

namespace {

using Kind = YamlToken::Kind;
using NodeId = TextDocument::NodeId;

constexpr int Deepest = 1000;

/// Anchor and tag in front of a node.
struct Properties
{
    std::size_t at = 0;
    std::string anchor = {};
    std::string tag = {};

    bool isEmpty() const { return anchor.empty() && tag.empty(); }
};

/// Follows libyaml's grammar by recursive descent. A function returns false at the first fault.
class YamlParser
{
public:
    explicit YamlParser(std::string_view text)
        : m_scanner(text)
        , m_builder(m_document)
    {
    }

    std::expected<TextDocument, TextFault> run()
    {
        if (!document()) {
            return std::unexpected(m_scanner.fault().value_or(m_fault));
        }
        findSecond();
        return std::move(m_document);
    }

private:
    Kind next() { return m_scanner.peek().kind; }

    bool is(std::initializer_list<Kind> kinds) { return std::ranges::contains(kinds, next()); }

    bool skip(Kind kind)
    {
        const bool isThere = next() == kind;
        if (isThere) {
            m_scanner.take();
        }
        return isThere;
    }

    bool fail(std::string text) { return fail(std::move(text), m_scanner.peek().at); }

    bool fail(std::string text, std::size_t at)
    {
        m_fault = {at, "yaml: " + std::move(text)};
        return false;
    }

    bool document()
    {
        if (next() == Kind::StreamEnd) {
            return true;
        }
        if (is({Kind::Version, Kind::TagDirective, Kind::DocumentStart})) {
            if (!directives()) {
                return false;
            }
            if (!skip(Kind::DocumentStart)) {
                return fail("did not find expected <document start>");
            }
            if (is({Kind::Version, Kind::TagDirective, Kind::DocumentStart, Kind::DocumentEnd,
                    Kind::StreamEnd})) {
                return empty({.at = m_scanner.peek().at}) && documentEnd();
            }
        }
        addHandles();
        return node(true, false) && documentEnd();
    }

    /// The document ends where the token behind it can be read; what follows an end mark is not.
    bool documentEnd() { return skip(Kind::DocumentEnd) || next() != Kind::Fault; }

    bool directives()
    {
        bool hasVersion = false;
        while (is({Kind::Version, Kind::TagDirective})) {
            const YamlToken token = m_scanner.take();
            if (token.kind == Kind::Version) {
                if (hasVersion || token.text != "1.1") {
                    return fail(hasVersion ? "found duplicate %YAML directive"
                                           : "found incompatible YAML document",
                                token.at);
                }
                hasVersion = true;
            } else if (!m_handles.try_emplace(token.text, token.suffix).second) {
                return fail("found duplicate %TAG directive", token.at);
            }
        }
        return true;
    }

    void addHandles()
    {
        m_handles.try_emplace("!", "!");
        m_handles.try_emplace("!!", "tag:yaml.org,2002:");
    }

    void findSecond()
    {
        while (skip(Kind::DocumentEnd)) { }
        if (next() != Kind::StreamEnd) {
            m_document.secondDocument = m_scanner.peek().at;
        }
    }

    void remember(const Properties &properties, NodeId id)
    {
        if (!properties.anchor.empty()) {
            m_anchors[properties.anchor] = id;
        }
    }

    bool alias()
    {
        const YamlToken token = m_scanner.take();
        const auto found = m_anchors.find(token.text);
        if (found == m_anchors.end()) {
            return fail("unknown anchor '" + token.text + "' referenced", token.at);
        }
        const NodeId id = m_builder.add(TextDocument::Kind::Alias, token.at);
        m_document.nodes[id].first = found->second;
        return true;
    }

    bool properties(Properties &properties)
    {
        properties.at = m_scanner.peek().at;
        bool hasTag = false;
        while ((next() == Kind::Anchor && properties.anchor.empty())
               || (next() == Kind::Tag && !hasTag)) {
            const YamlToken token = m_scanner.take();
            if (token.kind == Kind::Anchor) {
                properties.anchor = token.text;
                continue;
            }
            hasTag = true;
            const auto handle = m_handles.find(token.text);
            if (!token.text.empty() && handle == m_handles.end()) {
                return fail("found undefined tag handle", token.at);
            }
            properties.tag = (token.text.empty() ? "" : handle->second) + token.suffix;
        }
        return true;
    }

    bool scalar(const Properties &properties, std::string_view value, bool isPlain)
    {
        const std::string_view tag = !properties.tag.empty() ? std::string_view(properties.tag)
            : isPlain                                        ? "?"
                                                             : "!";
        const auto meaning = yamlScalar(tag, value);
        if (!meaning) {
            return fail(meaning.error().substr(meaning.error().find(' ') + 1), properties.at);
        }
        const NodeId id = m_builder.add(meaning->kind, properties.at, meaning->text);
        m_document.nodes[id].isTrue = meaning->isTrue;
        m_document.nodes[id].isMergeKey =
            value == "<<" && (tag == "?" || tag == "tag:yaml.org,2002:merge");
        remember(properties, id);
        return true;
    }

    bool empty(const Properties &properties) { return scalar(properties, "", true); }

    bool node(bool isBlock, bool takesIndentless)
    {
        if (m_depth >= Deepest) {
            return fail("exceeded max depth");
        }
        ++m_depth;
        const bool isGood = nodeContent(isBlock, takesIndentless);
        --m_depth;
        return isGood;
    }

    bool nodeContent(bool isBlock, bool takesIndentless)
    {
        if (next() == Kind::Alias) {
            return alias();
        }
        Properties about;
        if (!properties(about)) {
            return false;
        }
        switch (next()) {
        case Kind::BlockEntry:
            return takesIndentless ? sequence(about, false) : noContent(about);
        case Kind::Scalar: {
            const YamlToken token = m_scanner.take();
            return scalar(about, token.text, token.isPlain);
        }
        case Kind::FlowSequenceStart:
            return flowSequence(about);
        case Kind::FlowMappingStart:
            return flowMapping(about);
        case Kind::BlockSequenceStart:
            return isBlock ? sequence(about, true) : noContent(about);
        case Kind::BlockMappingStart:
            return isBlock ? mapping(about) : noContent(about);
        default:
            return noContent(about);
        }
    }

    bool noContent(const Properties &about)
    {
        return about.isEmpty() ? fail("did not find expected node content") : empty(about);
    }

    /// A node, or an empty one where one of these follows.
    bool nodeUnless(std::initializer_list<Kind> kinds, bool isBlock, bool takesIndentless)
    {
        return is(kinds) ? empty({.at = m_scanner.peek().at}) : node(isBlock, takesIndentless);
    }

    /// `isIndented`: with tokens around it; else its entries stand below a key without indentation.
    bool sequence(const Properties &about, bool isIndented)
    {
        remember(about, m_builder.open(TextDocument::Kind::Sequence, about.at));
        if (isIndented) {
            m_scanner.take();
        }
        while (skip(Kind::BlockEntry)) {
            const bool isGood = isIndented
                ? nodeUnless({Kind::BlockEntry, Kind::BlockEnd}, true, false)
                : nodeUnless({Kind::BlockEntry, Kind::Key, Kind::Value, Kind::BlockEnd}, true,
                             false);
            if (!isGood) {
                return false;
            }
        }
        m_builder.close();
        return !isIndented || skip(Kind::BlockEnd) || fail("did not find expected '-' indicator");
    }

    bool mapping(const Properties &about)
    {
        remember(about, m_builder.open(TextDocument::Kind::Mapping, about.at));
        m_scanner.take();
        while (skip(Kind::Key)) {
            if (!nodeUnless({Kind::Key, Kind::Value, Kind::BlockEnd}, true, true)) {
                return false;
            }
            const bool isGood = skip(Kind::Value)
                ? nodeUnless({Kind::Key, Kind::Value, Kind::BlockEnd}, true, true)
                : empty({.at = m_scanner.peek().at});
            if (!isGood) {
                return false;
            }
        }
        m_builder.close();
        return skip(Kind::BlockEnd) || fail("did not find expected key");
    }

    bool flowSequence(const Properties &about)
    {
        remember(about, m_builder.open(TextDocument::Kind::Sequence, about.at));
        m_scanner.take();
        for (bool isFirst = true; next() != Kind::FlowSequenceEnd; isFirst = false) {
            if (!isFirst && !skip(Kind::FlowEntry)) {
                return fail("did not find expected ',' or ']'");
            }
            if (next() == Kind::Key) {
                if (!flowPair()) {
                    return false;
                }
            } else if (next() != Kind::FlowSequenceEnd && !node(false, false)) {
                return false;
            }
        }
        m_builder.close();
        return skip(Kind::FlowSequenceEnd);
    }

    /// "[a: b]": a mapping of one entry.
    bool flowPair()
    {
        const YamlToken key = m_scanner.take();
        m_builder.open(TextDocument::Kind::Mapping, key.at);
        if (!nodeUnless({Kind::Value, Kind::FlowEntry, Kind::FlowSequenceEnd}, false, false)) {
            return false;
        }
        const bool isGood = skip(Kind::Value)
            ? nodeUnless({Kind::FlowEntry, Kind::FlowSequenceEnd}, false, false)
            : empty({.at = m_scanner.peek().at});
        m_builder.close();
        return isGood;
    }

    bool flowMapping(const Properties &about)
    {
        remember(about, m_builder.open(TextDocument::Kind::Mapping, about.at));
        m_scanner.take();
        for (bool isFirst = true; next() != Kind::FlowMappingEnd; isFirst = false) {
            if (!isFirst && !skip(Kind::FlowEntry)) {
                return fail("did not find expected ',' or '}'");
            }
            if (next() == Kind::FlowMappingEnd) {
                break;
            }
            const bool hasKey = skip(Kind::Key);
            const bool isKeyGood = hasKey
                ? nodeUnless({Kind::Value, Kind::FlowEntry, Kind::FlowMappingEnd}, false, false)
                : node(false, false);
            if (!isKeyGood) {
                return false;
            }
            const bool isGood = hasKey && skip(Kind::Value)
                ? nodeUnless({Kind::FlowEntry, Kind::FlowMappingEnd}, false, false)
                : empty({.at = m_scanner.peek().at});
            if (!isGood) {
                return false;
            }
        }
        m_builder.close();
        return skip(Kind::FlowMappingEnd);
    }

    TextDocument m_document;
    YamlScanner m_scanner;
    NodeBuilder m_builder;
    TextFault m_fault;
    int m_depth = 0;
    std::map<std::string, NodeId> m_anchors;
    std::map<std::string, std::string> m_handles;
};

} // namespace

std::expected<TextDocument, TextFault> parseYaml(std::string_view text)
{
    return YamlParser(text).run();
}

} // namespace auditloupe
