// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/eventmatcher.h"

#include "model/event/jsonscanner.h"
#include "model/query/conditionsql.h"
#include "model/query/testsql.h"
#include "model/query/testvalues.h"
#include "model/query/textsearch.h"
#include "model/query/valuetest.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace auditloupe {

namespace {

bool isWord(SqlMeaning meaning)
{
    return meaning >= SqlMeaning::Word && meaning <= SqlMeaning::Decision;
}

bool isNumber(SqlMeaning meaning)
{
    return meaning >= SqlMeaning::Number && meaning <= SqlMeaning::DurationUs;
}

/// A body that the columns say is not there need not be looked for.
bool canStandIn(const Field &field, const EventFields &event)
{
    const auto has = [&event](EventFlag flag) { return (event.flags & bit(flag)) != 0; };
    const std::optional<EventFlag> body = bodyFlag(field);
    return !body || has(*body) || has(EventFlag::Salvaged);
}

TestedValue tested(const DocumentValue &value)
{
    using enum TestedValue::Kind;
    return {.kind = value.isString ? Text : value.isNumber() ? Number : Other, .text = value.text};
}

/// The formats that lack fields are those whose events are put together from entries.
Damage damageOf(const MatchedEvent &event)
{
    const bool isSalvaged = (event.fields.flags & bit(EventFlag::Salvaged)) != 0;
    return !isSalvaged ? Damage::None : event.formats == 0 ? Damage::Cut : Damage::Anywhere;
}

/// What the beginning of a value tells of the whole.
bool isToldByBeginning(Comparison comparison)
{
    return comparison == Comparison::Contains || comparison == Comparison::StartsWith;
}

} // namespace

struct EventMatcher::Node
{
    enum class Kind : std::uint8_t { Always, And, Or, Not, Column, Document, Whole, Any, Known };

    Kind kind = Kind::Always;
    FieldTest::Elements elements = FieldTest::Elements::Any;
    FieldTest test = {};
    std::unique_ptr<ValueTest> ready = {};
    std::vector<PathStep> path = {};
    std::size_t known = 0; // of MatchedEvent::known
    std::vector<Node> parts = {};

    Truth whereUnknown() const
    {
        return test.unrecorded == FieldTest::Unrecorded::Unknown ? Truth::Unknown : Truth::False;
    }

    /// What the test is where the event has no value.
    Truth absent(bool isUnknown) const
    {
        if (test.comparison == Comparison::Known) {
            return truthOf(!isUnknown);
        }
        if (takesAbsentAsEmpty(test)) {
            return truthOf(ready->holds({}));
        }
        return isUnknown ? whereUnknown() : Truth::False;
    }

    Truth ofValue(const DocumentValue &value) const
    {
        const bool holds = ready->holds(tested(value));
        return value.isWhole                              ? truthOf(holds)
            : holds && isToldByBeginning(test.comparison) ? Truth::True
                                                          : Truth::Unknown;
    }
};

EventMatcher::EventMatcher(const Condition &condition, std::optional<std::int64_t> nowUs,
                           Columns columns)
    : m_root(std::make_unique<Node>(compile(condition, nowUs, columns == Columns::Known)))
{
}

EventMatcher::~EventMatcher() = default;

EventMatcher::Node EventMatcher::compile(const Condition &condition,
                                         std::optional<std::int64_t> nowUs, bool splits)
{
    using Kind = Condition::Kind;
    if (splits && isInColumns(condition) && !condition.isAlways()) {
        m_columnParts.push_back(condition);
        return {.kind = Node::Kind::Known, .known = m_columnParts.size() - 1};
    }
    Node node{.elements = condition.test.elements, .test = condition.test};
    if (condition.kind == Kind::Test) {
        const Field &field = *condition.test.field;
        node.kind = field.store == FieldStore::Whole ? Node::Kind::Whole
            : isInDocument(field)                    ? Node::Kind::Document
                                                     : Node::Kind::Column;
        node.ready = std::make_unique<ValueTest>(condition.test, nowUs);
    }
    if (condition.kind == Kind::AnyElement) {
        node.kind = Node::Kind::Any;
    }
    if (condition.kind == Kind::Test || condition.kind == Kind::AnyElement) {
        node.path = parsePath(condition.test.field->path);
    }
    const bool isChain = condition.kind == Kind::And || condition.kind == Kind::Or;
    if (isChain) {
        node.kind = condition.kind == Kind::And ? Node::Kind::And : Node::Kind::Or;
    } else if (condition.kind == Kind::Not) {
        node.kind = Node::Kind::Not;
    }
    Condition inColumns{.kind = condition.kind};
    for (const Condition &part : condition.parts) {
        if (splits && isChain && isInColumns(part)) {
            inColumns.parts.push_back(part);
        } else {
            const bool isElement = condition.kind == Kind::AnyElement;
            node.parts.push_back(compile(part, nowUs, splits && !isElement));
        }
    }
    if (!inColumns.parts.empty()) {
        node.parts.insert(node.parts.begin(), // what costs nothing is asked first
                          Node{.kind = Node::Kind::Known, .known = m_columnParts.size()});
        m_columnParts.push_back(inColumns.parts.size() == 1 ? inColumns.parts.front()
                                                            : std::move(inColumns));
    }
    return node;
}

Truth EventMatcher::judge(const MatchedEvent &event)
{
    m_hasBytes = m_isOpened = m_text.isMade = m_folded.isMade = false;
    return judge(*m_root, event);
}

Truth EventMatcher::judge(const Node &node, const MatchedEvent &event)
{
    switch (node.kind) {
    case Node::Kind::Always:
        return Truth::True;
    case Node::Kind::And:
    case Node::Kind::Or:
        return judgeChain(node, event);
    case Node::Kind::Not:
        return opposite(judge(node.parts.front(), event));
    case Node::Kind::Known:
        return event.known[node.known];
    case Node::Kind::Column:
        return judgeColumn(node, event);
    case Node::Kind::Whole:
        return judgeWhole(node, event);
    case Node::Kind::Document:
        return judgeTest(node, event);
    case Node::Kind::Any:
        break;
    }
    return judgeAny(node, event);
}

/// The least truth of the parts, or the greatest; the rest is not asked once that is clear.
Truth EventMatcher::judgeChain(const Node &node, const MatchedEvent &event)
{
    const bool isAnd = node.kind == Node::Kind::And;
    const Truth end = isAnd ? Truth::False : Truth::True;
    Truth truth = opposite(end);
    for (const Node &part : node.parts) {
        const Truth one = judge(part, event);
        truth = isAnd ? std::min(truth, one) : std::max(truth, one);
        if (truth == end) {
            break;
        }
    }
    return truth;
}

std::string_view EventMatcher::bytesOf(const MatchedEvent &event)
{
    if (!m_hasBytes) {
        m_bytes = event.document();
        m_hasBytes = true;
    }
    return m_bytes;
}

DocumentReader &EventMatcher::documentOf(const MatchedEvent &event)
{
    if (!m_isOpened) {
        m_document.open(bytesOf(event), damageOf(event));
        m_isOpened = true;
    }
    return m_document;
}

Truth EventMatcher::judgeWhole(const Node &node, const MatchedEvent &event)
{
    const bool folds = node.test.letters == FieldTest::Letters::AsciiCaseIgnored;
    EventText &text = folds ? m_folded : m_text; // made once, whoever else asks for it
    if (!text.isMade) {
        const std::string_view bytes = bytesOf(event);
        if (damageOf(event) == Damage::None) {
            resolveEscapes(bytes, text.text);
        } else {
            resolveEscapes(replaceForbiddenBytes(bytes), text.text);
        }
        if (folds) {
            foldAscii(text.text);
        }
        text.isMade = true;
    }
    return truthOf(node.ready->holds({.text = text.text, .isFolded = folds}));
}

Truth EventMatcher::judgeTest(const Node &node, const MatchedEvent &event)
{
    const bool isUnknown = isUnknownWhereAbsent(*node.test.field, event.fields, event.formats);
    if (!canStandIn(*node.test.field, event.fields)) {
        return node.absent(isUnknown);
    }
    DocumentReader &document = documentOf(event);
    const std::vector<DocumentValue> values = document.elements(node.path);
    return judgeValues(node, values, document.hasAll(), isUnknown);
}

/// `isAll`: no further values were cut off.
Truth EventMatcher::judgeValues(const Node &node, std::span<const DocumentValue> values, bool isAll,
                                bool isUnknown)
{
    if (values.empty()) {
        return node.absent(isUnknown);
    }
    if (node.test.comparison == Comparison::Exists) {
        return Truth::True;
    }
    if (node.test.comparison == Comparison::Known) {
        return truthOf(isAll && std::ranges::all_of(values, &DocumentValue::isWhole));
    }
    const bool isEvery = node.elements == FieldTest::Elements::Every;
    Truth truth = !isAll ? Truth::Unknown : truthOf(isEvery);
    for (const DocumentValue &value : values) {
        const Truth one = node.ofValue(value);
        truth = isEvery ? std::min(truth, one) : std::max(truth, one);
    }
    return truth == Truth::Unknown ? node.whereUnknown() : truth;
}

Truth EventMatcher::judgeAny(const Node &node, const MatchedEvent &event)
{
    const bool isUnknown = isUnknownWhereAbsent(*node.test.field, event.fields, event.formats);
    if (!canStandIn(*node.test.field, event.fields)) {
        return node.absent(isUnknown);
    }
    DocumentReader &document = documentOf(event);
    const std::vector<DocumentValue> elements = document.elements(node.path);
    return elements.empty()
        ? node.absent(isUnknown)
        : judgeElements(node.parts.front(), elements, document.hasAll(), damageOf(event), 0);
}

/// `isAll`: no further elements were cut off.
Truth EventMatcher::judgeElements(const Node &node, std::span<const DocumentValue> elements,
                                  bool isAll, Damage damage, std::size_t depth)
{
    if (depth == m_elements.size()) {
        m_elements.push_back(std::make_unique<DocumentReader>());
    }
    Truth truth = isAll ? Truth::False : Truth::Unknown;
    for (const DocumentValue &element : elements) {
        const bool isOpen = !element.isWhole && !element.isString;
        m_elements[depth]->open(isOpen ? element.text : element.json,
                                isOpen ? damage : Damage::None);
        truth = std::max(truth, judgeElement(node, damage, depth));
    }
    return truth;
}

/// Of the element that the reader of this depth holds.
Truth EventMatcher::judgeElement(const Node &node, Damage damage, std::size_t depth)
{
    const auto judgePart = [&](const Node &part) { return judgeElement(part, damage, depth); };
    switch (node.kind) {
    case Node::Kind::And:
        return std::ranges::min(node.parts | std::views::transform(judgePart));
    case Node::Kind::Or:
        return std::ranges::max(node.parts | std::views::transform(judgePart));
    case Node::Kind::Not:
        return opposite(judgePart(node.parts.front()));
    default:
        break;
    }
    DocumentReader &element = *m_elements[depth];
    const std::vector<DocumentValue> values = element.elements(node.path);
    const bool isUnknown = damage != Damage::None;
    if (node.kind != Node::Kind::Any) {
        return judgeValues(node, values, element.hasAll(), isUnknown);
    }
    return values.empty()
        ? node.absent(isUnknown)
        : judgeElements(node.parts.front(), values, element.hasAll(), damage, depth + 1);
}

/// Of all stages that a request has.
Truth EventMatcher::judgeStages(const Node &node, StageSet stages)
{
    const bool every = node.elements == FieldTest::Elements::Every;
    for (const Stage stage :
         {Stage::RequestReceived, Stage::ResponseStarted, Stage::ResponseComplete, Stage::Panic}) {
        const bool isThere = (stages & stageBit(stage)) != 0;
        if (isThere && node.ready->holds({.text = stageName(stage)}) != every) {
            return truthOf(!every);
        }
    }
    return truthOf(every);
}

Truth EventMatcher::judgeColumn(const Node &node, const MatchedEvent &event)
{
    const Field &field = *node.test.field;
    const SqlMeaning meaning = valueMeaning(field);
    const auto absent = [&] {
        return node.absent(isUnknownWhereAbsent(field, event.fields, event.formats));
    };
    if (isNumber(meaning)) {
        const std::optional<std::int64_t> number = numberColumn(field, event);
        return number ? truthOf(node.ready->holdsNumber(*number)) : absent();
    }
    if (meaning == SqlMeaning::Stage && event.unit == Unit::Requests && event.stages != 0) {
        return judgeStages(node, event.stages);
    }
    if (isWord(meaning)) {
        const std::string_view word = wordColumn(field, event);
        return word.empty() ? absent() : truthOf(node.ready->holds({.text = word}));
    }
    if (meaning == SqlMeaning::SourceId) {
        return truthOf(node.ready->holdsSource(
            event.sourcePath, std::to_string(static_cast<std::int32_t>(event.source))));
    }
    const std::string_view text = textColumn(field, event, m_made);
    if (text.data() == nullptr) {
        return absent();
    }
    if (meaning != SqlMeaning::ListId) {
        return truthOf(node.ready->holds({.text = text}));
    }
    const PathStep every{.kind = PathStep::Kind::Every};
    m_list.open(text);
    return judgeValues(node, m_list.values({&every, 1}), true,
                       isUnknownWhereAbsent(field, event.fields, event.formats));
}

} // namespace auditloupe
