// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/documentvalue.h"
#include "model/query/matchedevent.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

class ValueTest;

/// Judges events by their fields and bytes. Keeps its buffers; one matcher a thread.
class EventMatcher
{
public:
    enum class Columns : std::uint8_t {
        FromEvent,
        Known ///< what isInColumns() is left to SQL: MatchedEvent::known
    };

    EventMatcher(const Condition &condition, std::optional<std::int64_t> nowUs,
                 Columns columns = Columns::FromEvent);
    ~EventMatcher();
    Q_DISABLE_COPY_MOVE(EventMatcher)

    /// The parts that are left to SQL, in the order of MatchedEvent::known.
    const std::vector<Condition> &columnParts() const { return m_columnParts; }

    Truth judge(const MatchedEvent &event);

private:
    struct Node;

    struct EventText
    {
        std::string text = {};
        bool isMade = false;
    };

    Node compile(const Condition &condition, std::optional<std::int64_t> nowUs, bool splits);
    Truth judge(const Node &node, const MatchedEvent &event);
    Truth judgeChain(const Node &node, const MatchedEvent &event);
    Truth judgeWhole(const Node &node, const MatchedEvent &event);
    Truth judgeTest(const Node &node, const MatchedEvent &event);
    Truth judgeColumn(const Node &node, const MatchedEvent &event);
    Truth judgeAny(const Node &node, const MatchedEvent &event);
    Truth judgeElements(const Node &node, std::span<const DocumentValue> elements, bool isAll,
                        Damage damage, std::size_t depth);
    Truth judgeElement(const Node &node, Damage damage, std::size_t depth);
    static Truth judgeStages(const Node &node, StageSet stages);
    static Truth judgeValues(const Node &node, std::span<const DocumentValue> values, bool isAll,
                             bool isUnknown);

    std::string_view bytesOf(const MatchedEvent &event);
    DocumentReader &documentOf(const MatchedEvent &event);

    std::vector<Condition> m_columnParts;
    std::unique_ptr<Node> m_root;
    std::string_view m_bytes; // of the event, where m_hasBytes
    EventText m_text; // m_bytes with escapes resolved
    EventText m_folded; // the same without capitals
    DocumentReader m_document; // reads m_bytes, where m_isOpened
    DocumentReader m_list;
    std::string m_made; // of other fields
    std::vector<std::unique_ptr<DocumentReader>> m_elements; // by depth of any()
    bool m_hasBytes = false;
    bool m_isOpened = false;
};

} // namespace auditloupe
