// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/auditevent.h"
#include "model/sources/azurenames.h"
#include "model/sources/eventcomposer.h"
#include "model/sources/format.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// The event of a row. The tables have no impersonatedUser.
class Composition
{
public:
    explicit Composition(Entry &entry)
        : m_entry(entry)
    {
    }

    std::string compose();
    std::uint32_t flags() const { return m_flags; }

private:
    /// A dynamic column: JSON, or a string that holds it.
    std::string_view dynamic(std::string_view column);
    std::string_view time(std::string_view column);

    Entry &m_entry;
    std::uint32_t m_flags = 0;
};

std::string Composition::compose()
{
    EventComposer event(m_entry.bytes().size());
    event.text("level"sv, m_entry.text("Level"sv));
    event.text("auditID"sv, m_entry.text("AuditId"sv));
    event.text("stage"sv, m_entry.text("Stage"sv));
    event.text("requestURI"sv, m_entry.text("RequestUri"sv));
    event.text("verb"sv, m_entry.text("Verb"sv));
    event.json("user"sv, dynamic("User"sv));
    event.json("sourceIPs"sv, dynamic("SourceIps"sv));
    event.text("userAgent"sv, m_entry.text("UserAgent"sv));
    event.json("objectRef"sv, dynamic("ObjectRef"sv));
    event.json("responseStatus"sv, dynamic("ResponseStatus"sv));
    event.json("requestObject"sv, dynamic("RequestObject"sv));
    event.json("responseObject"sv, dynamic("ResponseObject"sv));
    event.text("requestReceivedTimestamp"sv, time("RequestReceivedTime"sv));
    event.text("stageTimestamp"sv, time("StageReceivedTime"sv));
    event.json("annotations"sv, dynamic("Annotations"sv));
    return event.take();
}

std::string_view Composition::dynamic(std::string_view column)
{
    const std::string_view value = m_entry.text(column);
    if (value.starts_with('{') || value.starts_with('[')) {
        return value;
    }
    if (value == "skipped-too-big-size-object"sv) {
        m_flags |= bit(EventFlag::Truncated);
    }
    return {};
}

std::string_view Composition::time(std::string_view column)
{
    std::string_view value = m_entry.text(column);
    if (value.data() == nullptr) {
        value = m_entry.text(m_entry.keep(std::string(column) + " [UTC]"));
    }
    if (std::optional<std::string> localized = portalTime(value)) {
        m_flags |= bit(EventFlag::Inferred); // which of its numbers is the month was guessed
        return m_entry.keep(std::move(*localized));
    }
    return value;
}

/// Rows of Log Analytics' tables AKSAudit and AKSAuditAdmin: a column for each of the event's
/// fields.
class AksAudit : public Format
{
public:
    std::string_view name() const override { return "aks-audit"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "Azure Log Analytics, tables AKSAudit and AKSAuditAdmin, as JSON "
                                 "or CSV");
    }

    std::span<const std::string_view> lists() const override
    {
        static constexpr std::array Paths{"tables.rows"sv, "body.value"sv, "value"sv};
        return Paths;
    }

    bool isTableHead(std::span<const std::string> columns) const override
    {
        return std::ranges::find(columns, "AuditId"sv) != columns.end();
    }

    bool composesEvents() const override { return true; }

    Confidence confidence(Entry &entry) const override
    {
        const bool isMine =
            entry.shape() != Entry::Shape::Line && entry.has("AuditId"sv) && entry.has("Stage"sv);
        return isMine ? Confidence::Certain : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        if (!entry.has("AuditId"sv)) {
            return {};
        }
        Composition composition(entry);
        std::string event = composition.compose();
        const AksCluster cluster = aksClusterOf(entry, entry.text("_ResourceId"sv));
        return {.kind = Opened::Kind::Event,
                .text = entry.keep(std::move(event)),
                .flags = composition.flags(),
                .cluster = cluster.name,
                .account = cluster.account};
    }

    void facts(Entry &entry, const TakeFact &take) const override
    {
        for (const std::string_view name : {"TimeGenerated"sv, "PodName"sv, "_ResourceId"sv}) {
            if (entry.has(name)) {
                take(name, entry.text(name));
            }
        }
    }
};

} // namespace

const Format &aksAuditFormat()
{
    static const AksAudit Instance;
    return Instance;
}

} // namespace auditloupe
