// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/auditevent.h"
#include "model/sources/format.h"
#include "model/sources/gkemapping.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// Cloud Logging's LogEntry with an AuditLog: gcloud logging read, entries.list, a storage sink's
/// lines, BigQuery rows, Logs Explorer's CSV.
class GkeLogEntry : public Format
{
public:
    std::string_view name() const override { return "gke-log-entry"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "Google Cloud Logging: audit log entries of GKE clusters as JSON "
                                 "(gcloud, sinks, BigQuery) or CSV");
    }

    std::span<const std::string_view> lists() const override
    {
        static constexpr std::array Paths{"entries"sv};
        return Paths;
    }

    bool isTableHead(std::span<const std::string> columns) const override
    {
        return std::ranges::find(columns, "protoPayload.methodName"sv) != columns.end();
    }

    bool composesEvents() const override { return true; }

    Confidence confidence(Entry &entry) const override
    {
        const bool isMine = entry.shape() == Entry::Shape::Row
            ? entry.has("protoPayload.methodName"sv)
            : entry.shape() == Entry::Shape::Object
                && (entry.has("protoPayload"sv) || entry.has("protopayload_auditlog"sv));
        return isMine ? Confidence::Certain : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        const bool isBigQuery = entry.has("protopayload_auditlog"sv);
        const std::string_view payload = isBigQuery ? "protopayload_auditlog"sv : "protoPayload"sv;
        const std::string_view service = entry.text({payload, "serviceName"sv});
        const std::string_view method = entry.text({payload, "methodName"sv});
        const bool isAuditLog = method.data() != nullptr
            || entry.text({payload, "@type"sv}).ends_with("google.cloud.audit.AuditLog"sv);
        if (!isAuditLog) {
            return {};
        }
        if (service.data() == nullptr && !method.starts_with("io.k8s."sv)) {
            return Opened::bad("an audit log entry without serviceName"sv);
        }
        if (method.data() == nullptr && service == "k8s.io"sv) {
            return Opened::bad("an audit log entry without methodName"sv);
        }
        if (service != "k8s.io"sv && !method.starts_with("io.k8s."sv)) {
            return Opened::notEvent(entry.keep("audit log of " + std::string(service)));
        }
        std::string event = composeGkeEvent(entry);
        std::string account(entry.text({"resource"sv, "labels"sv, "project_id"sv}));
        account += '/';
        account += entry.text({"resource"sv, "labels"sv, "location"sv});
        return {.kind = Opened::Kind::Event,
                .text = entry.keep(std::move(event)),
                .flags = bit(EventFlag::Inferred),
                .cluster = entry.text({"resource"sv, "labels"sv, "cluster_name"sv}),
                .account = account.size() > 1 ? entry.keep(std::move(account)) : ""sv};
    }

    void facts(Entry &entry, const TakeFact &take) const override
    {
        take("project"sv, entry.text({"resource"sv, "labels"sv, "project_id"sv}));
        take("location"sv, entry.text({"resource"sv, "labels"sv, "location"sv}));
        for (const std::string_view name : {"logName"sv, "insertId"sv, "receiveTimestamp"sv}) {
            take(name, entry.text(name));
        }
    }
};

} // namespace

const Format &gkeLogEntryFormat()
{
    static const GkeLogEntry Instance;
    return Instance;
}

} // namespace auditloupe
