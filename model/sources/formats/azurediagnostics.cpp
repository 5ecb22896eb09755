// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/azurenames.h"
#include "model/sources/format.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// Rows of Log Analytics' table AzureDiagnostics: the event stands in log_s.
class AzureDiagnostics : public Format
{
public:
    std::string_view name() const override { return "azure-diagnostics"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "Azure Log Analytics, table AzureDiagnostics, as JSON "
                                 "(tables, az, Logic Apps) or CSV");
    }

    std::span<const std::string_view> lists() const override
    {
        static constexpr std::array Paths{"tables.rows"sv, "body.value"sv, "value"sv};
        return Paths;
    }

    bool isTableHead(std::span<const std::string> columns) const override
    {
        return std::ranges::find(columns, "log_s"sv) != columns.end();
    }

    Confidence confidence(Entry &entry) const override
    {
        const bool isMine = entry.shape() != Entry::Shape::Line && entry.has("log_s"sv);
        return isMine ? Confidence::Certain : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        const std::string_view category = entry.text("Category"sv);
        if (!category.empty() && !category.starts_with("kube-audit"sv)) {
            return Opened::notEvent(entry.keep("AKS category " + std::string(category)));
        }
        if (!entry.has("log_s"sv)) {
            return {};
        }
        Opened opened = Opened::inner(entry.text("log_s"sv));
        const AksCluster cluster = aksClusterOf(
            entry, entry.text(entry.has("ResourceId"sv) ? "ResourceId"sv : "_ResourceId"sv));
        opened.cluster = cluster.name;
        opened.account = cluster.account;
        return opened;
    }

    void facts(Entry &entry, const TakeFact &take) const override
    {
        for (const std::string_view name :
             {"Category"sv, "TimeGenerated"sv, "ResourceId"sv, "pod_s"sv}) {
            if (entry.has(name)) {
                take(name, entry.text(name));
            }
        }
    }
};

} // namespace

const Format &azureDiagnosticsFormat()
{
    static const AzureDiagnostics Instance;
    return Instance;
}

} // namespace auditloupe
