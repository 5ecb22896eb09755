// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/textreader.h"

#include <optional>
#include <set>

namespace auditloupe {

namespace {

using Kind = TextDocument::Kind;
using NodeId = TextDocument::NodeId;

/// Aliases and what they stand for nest no deeper; JSON ends at ten thousand.
constexpr int Deepest = 1000;

/// Goes through a document as the API server's YAML library does, an alias as often as it is
/// used, and stops where that library would.
class YamlCheck
{
public:
    explicit YamlCheck(const TextDocument &document)
        : m_document(document)
        , m_isEntered(document.nodes.size())
    {
    }

    std::expected<std::vector<TextFault>, TextFault> run()
    {
        if (!m_document.nodes.empty() && !visit(0, nullptr)) {
            return std::unexpected(m_fault);
        }
        return std::move(m_repeated);
    }

private:
    /// Numbers, booleans and texts are different keys, whatever they look like.
    using Keys = std::set<std::pair<Kind, std::string_view>>;

    bool fail(NodeId node, std::string text)
    {
        m_fault = {m_document.node(node).at, std::move(text)};
        return false;
    }

    /// At most so many of all steps may come from aliases; long texts may have fewer.
    bool isExcessive() const
    {
        constexpr double Low = 400'000;
        constexpr double High = 4'000'000;
        const auto steps = static_cast<double>(m_steps);
        const double share = steps <= Low ? 0.99
            : steps >= High               ? 0.10
                                          : 0.99 - 0.89 * ((steps - Low) / (High - Low));
        return m_aliasSteps > 100 && m_steps > 1000
            && static_cast<double>(m_aliasSteps) / steps > share;
    }

    /// `merged` are the keys of the mapping that this one is merged into.
    bool visit(NodeId id, Keys *merged)
    {
        ++m_steps;
        m_aliasSteps += m_aliasDepth > 0 ? 1 : 0;
        if (isExcessive()) {
            return fail(id, "yaml: document contains excessive aliasing");
        }
        if (m_depth >= Deepest) {
            return fail(id, "yaml: exceeded max depth");
        }
        ++m_depth;
        const bool isGood = visitKind(id, merged);
        --m_depth;
        return isGood;
    }

    bool visitKind(NodeId id, Keys *merged)
    {
        switch (m_document.node(id).kind) {
        case Kind::Alias:
            return alias(id, merged);
        case Kind::Mapping: {
            Keys own;
            return mapping(id, merged != nullptr ? *merged : own);
        }
        case Kind::Sequence:
            for (NodeId entry = m_document.node(id).first; entry != TextDocument::None;
                 entry = m_document.node(entry).next) {
                if (!visit(entry, nullptr)) {
                    return false;
                }
            }
            return true;
        case Kind::NotANumber:
            return m_isKey || fail(id, "json: unsupported value: NaN");
        default:
            return true;
        }
    }

    bool alias(NodeId id, Keys *merged)
    {
        if (m_isEntered[id]) {
            return fail(id, "yaml: anchor value contains itself");
        }
        m_isEntered[id] = true;
        ++m_aliasDepth;
        const bool isGood = visit(m_document.node(id).first, merged);
        --m_aliasDepth;
        m_isEntered[id] = false;
        return isGood;
    }

    bool mapping(NodeId id, Keys &keys)
    {
        for (NodeId key = m_document.node(id).first; key != TextDocument::None;) {
            const NodeId value = m_document.node(key).next;
            if (m_document.node(key).isMergeKey ? !merge(value, keys) : !member(key, value, keys)) {
                return false;
            }
            key = m_document.node(value).next;
        }
        return true;
    }

    bool member(NodeId key, NodeId value, Keys &keys)
    {
        m_isKey = true;
        const bool isGood = visit(key, nullptr);
        m_isKey = false;
        if (!isGood) {
            return false;
        }
        const NodeId name = m_document.resolved(key);
        const Kind kind = m_document.node(name).kind;
        if (kind == Kind::Mapping || kind == Kind::Sequence || kind == Kind::Null) {
            return fail(key, "yaml: invalid map key");
        }
        if (kind == Kind::Integer && !m_document.integer(name)) {
            return fail(key, "unsupported map key of type: uint64");
        }
        if (!visit(value, nullptr)) {
            return false;
        }
        if (!keys.insert({kind, keyText(m_document, name)}).second
            && m_repeated.size() < MostFaults) {
            m_repeated.push_back(
                {m_document.node(key).at,
                 "key \"" + std::string(keyText(m_document, name)) + "\" already set in map"});
        }
        return true;
    }

    bool merge(NodeId value, Keys &keys)
    {
        const auto kindOf = [this](NodeId id) {
            return m_document.node(m_document.resolved(id)).kind;
        };
        constexpr const char *WantMap =
            "yaml: map merge requires map or sequence of maps as the value";
        if (kindOf(value) == Kind::Mapping) {
            return visit(value, &keys);
        }
        if (m_document.node(value).kind != Kind::Sequence) {
            return fail(value, WantMap);
        }
        std::vector<NodeId> entries;
        for (NodeId entry = m_document.node(value).first; entry != TextDocument::None;
             entry = m_document.node(entry).next) {
            entries.push_back(entry);
        }
        for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
            if (kindOf(*entry) != Kind::Mapping) {
                return fail(*entry, WantMap);
            }
            if (!visit(*entry, &keys)) {
                return false;
            }
        }
        return true;
    }

    static constexpr std::size_t MostFaults = 1000;

    const TextDocument &m_document;
    std::vector<bool> m_isEntered;
    std::vector<TextFault> m_repeated;
    TextFault m_fault;
    bool m_isKey = false;
    int m_depth = 0;
    int m_aliasDepth = 0;
    std::size_t m_steps = 1; // the document itself
    std::size_t m_aliasSteps = 0;
};

} // namespace

std::expected<std::vector<TextFault>, TextFault> checkYaml(const TextDocument &document)
{
    return YamlCheck(document).run();
}

} // namespace auditloupe
