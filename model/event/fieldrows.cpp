// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/fieldrows.h"

#include "model/event/levelnote.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>
#include <map>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

bool isBody(std::string_view key)
{
    return key == "requestObject" || key == "responseObject";
}

/// The part of a path before its first dot or bracket.
std::string_view topKey(std::string_view path)
{
    return path.substr(0, path.find_first_of(".["));
}

struct Leaf
{
    std::string path;
    std::uint32_t node = 0;
    std::size_t rank = 0; ///< catalogue index that it stands at or behind
    const Field *field = nullptr;
};

class FieldLister
{
public:
    FieldLister(const JsonOutline &outline, std::string_view json, const FieldContext &context)
        : m_outline(outline)
        , m_json(json)
        , m_context(context)
    {
        const auto catalogue = fieldCatalogue();
        for (std::size_t i = 0; i < catalogue.size(); ++i) {
            if (!catalogue[i].path.empty()) {
                m_index.emplace(catalogue[i].path, i);
                m_lastOfTop[topKey(catalogue[i].path)] = i;
            }
        }
    }

    std::vector<FieldRow> rows()
    {
        collectLeaves();
        std::vector<FieldRow> result;
        FieldRow absent{.kind = FieldRow::Kind::Group,
                        .name = QCoreApplication::translate("FieldRows", "Not in this event")};
        const auto catalogue = fieldCatalogue();
        auto leaf = m_leaves.cbegin();
        for (std::size_t i = 0; i < catalogue.size(); ++i) {
            const Field &field = catalogue[i];
            if (!field.path.empty() && !isPresent(field.path) && !hasAbsentParent(field)) {
                FieldRow row = absentRow(field);
                (isImpossible(field) ? result : absent.children).push_back(std::move(row));
            }
            for (; leaf != m_leaves.cend() && leaf->rank == i; ++leaf) {
                result.push_back(recordedRow(*leaf));
            }
        }
        for (; leaf != m_leaves.cend(); ++leaf) {
            result.push_back(recordedRow(*leaf));
        }
        appendGroup(result, derivedGroup());
        appendGroup(result, std::move(absent));
        return result;
    }

private:
    static void appendGroup(std::vector<FieldRow> &rows, FieldRow group)
    {
        if (!group.children.empty()) {
            group.value = QString::number(group.children.size());
            rows.push_back(std::move(group));
        }
    }

    bool isListOfScalars(std::uint32_t node) const
    {
        const JsonNode &at = m_outline.nodes[node];
        if (at.kind != JsonNode::Kind::Array) {
            return false;
        }
        for (std::uint32_t i = node + 1; i < at.end; ++i) {
            if (m_outline.nodes[i].isContainer()) {
                return false;
            }
        }
        return true;
    }

    /// Whether the node is shown as one row: everything but an object or list with inner ones.
    bool isLeaf(std::uint32_t node) const
    {
        const JsonNode &at = m_outline.nodes[node];
        return !at.isContainer() || at.end == node + 1 || isListOfScalars(node);
    }

    void collectLeaves()
    {
        for (std::uint32_t i = 1; i < m_outline.nodes.size();) {
            const JsonNode &node = m_outline.nodes[i];
            std::string path = m_outline.path(m_json, i);
            m_present.emplace(path, i);
            const bool isBodyNode = node.depth == 1 && isBody(path);
            if (!isBodyNode && !isLeaf(i)) {
                ++i;
                continue;
            }
            addLeaf(std::move(path), i);
            i = node.end;
        }
        std::ranges::stable_sort(m_leaves, {}, &Leaf::rank);
    }

    void addLeaf(std::string path, std::uint32_t node)
    {
        Leaf leaf{.path = std::move(path), .node = node};
        const auto top = m_lastOfTop.find(topKey(leaf.path));
        leaf.rank =
            top == m_lastOfTop.end() ? std::numeric_limits<std::size_t>::max() : top->second;
        if (const auto known = m_index.find(leaf.path); known != m_index.end()) {
            leaf.rank = known->second;
            leaf.field = &fieldCatalogue()[known->second];
        }
        m_leaves.push_back(std::move(leaf));
    }

    bool isPresent(std::string_view path) const { return m_present.contains(std::string(path)); }

    /// The object's own row says it for all that is in it.
    bool hasAbsentParent(const Field &field) const
    {
        const std::string_view top = topKey(field.path);
        return top.size() < field.path.size() && m_index.contains(top) && !isPresent(top);
    }

    bool isImpossible(const Field &field) const
    {
        const bool tooLow =
            m_context.event.level != Level::Unknown && m_context.event.level < field.firstLevel;
        const bool tooEarly =
            m_context.event.stage != Stage::Unknown && m_context.event.stage < field.firstStage;
        return (tooLow || tooEarly) && !field.path.starts_with("annotations[");
    }

    FieldRow absentRow(const Field &field) const
    {
        return {.kind = FieldRow::Kind::Absent,
                .name = toText(field.name),
                .value = absenceReason(field, m_context.event),
                .path = toText(field.path),
                .explanation = QCoreApplication::translate("FieldRows", "%1 %2")
                                   .arg(absence(field, m_context.event), field.explain()),
                .field = &field};
    }

    QString nodeText(std::uint32_t node) const { return toText(m_outline.value(m_json, node)); }

    FieldRow plainRow(const std::string &path, std::uint32_t node) const
    {
        FieldRow row{.name = toText(path), .path = toText(path)};
        if (!isListOfScalars(node)) {
            row.value = nodeText(node);
            row.elements = {row.value};
            return row;
        }
        for (std::uint32_t i = node + 1; i < m_outline.nodes[node].end; ++i) {
            row.elements.append(nodeText(i));
        }
        row.value = row.elements.join(u", "_s);
        return row;
    }

    FieldRow recordedRow(const Leaf &leaf) const
    {
        const JsonNode &node = m_outline.nodes[leaf.node];
        const bool isBodyRow = node.depth == 1 && isBody(leaf.path) && node.isContainer();
        FieldRow row = isBodyRow ? bodyRow(leaf) : plainRow(leaf.path, leaf.node);
        row.field = leaf.field;
        if (leaf.field) {
            row.explanation = leaf.field->explain();
        }
        return row;
    }

    /// "Pod, 3,294 bytes" with the body's values as children.
    FieldRow bodyRow(const Leaf &leaf) const
    {
        FieldRow row{.name = toText(leaf.path), .path = toText(leaf.path)};
        const std::uint32_t kind = m_outline.child(m_json, leaf.node, "kind");
        const QString size = QCoreApplication::translate("FieldRows", "%1 bytes")
                                 .arg(QLocale().toString(m_outline.nodes[leaf.node].length));
        row.value = kind == JsonNode::NoNode
            ? size
            : QCoreApplication::translate("FieldRows", "%1, %2").arg(nodeText(kind), size);
        std::size_t left = 0;
        for (std::uint32_t i = leaf.node + 1; i < m_outline.nodes[leaf.node].end;) {
            if (!isLeaf(i)) {
                ++i;
                continue;
            }
            if (row.children.size() < BodyRowLimit) {
                FieldRow child = plainRow(m_outline.path(m_json, i), i);
                // "spec.replicas" below "requestObject": the parent need not be said again.
                const bool hasDot =
                    child.name.size() > row.name.size() && child.name[row.name.size()] == u'.';
                child.name = child.name.sliced(row.name.size() + (hasDot ? 1 : 0));
                row.children.push_back(std::move(child));
            } else {
                ++left;
            }
            i = m_outline.nodes[i].end;
        }
        if (left > 0) {
            row.children.push_back(
                {.kind = FieldRow::Kind::Absent,
                 .name = QCoreApplication::translate("FieldRows", "…"),
                 .value = QCoreApplication::translate("FieldRows", "%1 more values: see the JSON")
                              .arg(left)});
        }
        return row;
    }

    FieldRow derivedGroup() const
    {
        FieldRow group{.kind = FieldRow::Kind::Group,
                       .name =
                           QCoreApplication::translate("FieldRows", "Computed from the fields")};
        for (const Field &field : fieldCatalogue()) {
            const bool isRecorded = !field.path.empty() || field.store == FieldStore::Whole;
            if (isRecorded || !m_context.derived) {
                continue;
            }
            if (const auto value = m_context.derived(field)) {
                group.children.push_back({.kind = FieldRow::Kind::Derived,
                                          .name = toText(field.name),
                                          .value = toText(*value),
                                          .explanation = field.explain(),
                                          .field = &field,
                                          .elements = {toText(*value)}});
            }
        }
        return group;
    }

    const JsonOutline &m_outline;
    std::string_view m_json;
    const FieldContext &m_context;
    std::unordered_map<std::string_view, std::size_t> m_index; // catalogue, by path
    std::map<std::string_view, std::size_t> m_lastOfTop; // last catalogue line of a member
    std::unordered_map<std::string, std::uint32_t> m_present;
    std::vector<Leaf> m_leaves;
};

QString nameOf(Level level)
{
    return toText(levelName(level));
}

QString nameOf(Stage stage)
{
    return toText(stageName(stage));
}

} // namespace

std::vector<FieldRow> fieldRows(const JsonOutline &outline, std::string_view json,
                                const FieldContext &context)
{
    return FieldLister(outline, json, context).rows();
}

void forgetMaskedElements(std::vector<FieldRow> &rows, const std::vector<FieldRow> &unmasked)
{
    for (std::size_t i = 0; i < rows.size() && i < unmasked.size(); ++i) {
        if (rows[i].value != unmasked[i].value) {
            rows[i].elements.clear();
        }
        forgetMaskedElements(rows[i].children, unmasked[i].children);
    }
}

QString absenceReason(const Field &field, const EventFields &event)
{
    if (event.level != Level::Unknown && event.level < field.firstLevel) {
        return QCoreApplication::translate("FieldRows", "not written at level %1")
            .arg(nameOf(event.level));
    }
    if (isBody(topKey(field.path)) && (event.flags & bit(EventFlag::Truncated)) != 0) {
        return QCoreApplication::translate("FieldRows", "dropped: the event was too large");
    }
    if (event.stage != Stage::Unknown && event.stage < field.firstStage) {
        return QCoreApplication::translate("FieldRows", "not yet known at %1")
            .arg(nameOf(event.stage));
    }
    if ((event.flags & bit(EventFlag::Salvaged)) != 0) {
        return QCoreApplication::translate("FieldRows", "unknown: the event is cut off");
    }
    return absence(field, event);
}

QString sinceText(const Field &field)
{
    if (field.path.empty()) {
        return QCoreApplication::translate("FieldRows", "Computed, not recorded.");
    }
    return QCoreApplication::translate("FieldRows", "Recorded from level %1 and stage %2 on.")
        .arg(nameOf(field.firstLevel), nameOf(field.firstStage));
}

} // namespace auditloupe
