// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/azurenames.h"
#include "model/sources/format.h"

#include <QtGlobal>

#include <array>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// A diagnostic setting's record, in a storage account or an Event Hub: category and
/// properties.log, a string or an object.
class AksDiagnostic : public Format
{
public:
    std::string_view name() const override { return "aks-diagnostic"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "Azure AKS diagnostic settings in storage (PT1H.json) and "
                                 "Event Hubs (records)");
    }

    std::span<const std::string_view> lists() const override
    {
        static constexpr std::array Paths{"records"sv};
        return Paths;
    }

    Confidence confidence(Entry &entry) const override
    {
        const bool isMine = entry.shape() == Entry::Shape::Object && entry.has("category"sv)
            && entry.has("properties"sv);
        return isMine ? Confidence::Certain : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        const std::string_view category = entry.text("category"sv);
        if (!category.starts_with("kube-audit"sv)) {
            return Opened::notEvent(entry.keep("AKS category " + std::string(category)));
        }
        const std::string_view log = entry.text({"properties"sv, "log"sv});
        if (log.data() == nullptr) {
            return {};
        }
        Opened opened = Opened::inner(log);
        const AksCluster cluster = aksClusterOf(entry, entry.text("resourceId"sv));
        opened.cluster = cluster.name;
        opened.account = cluster.account;
        return opened;
    }

    void facts(Entry &entry, const TakeFact &take) const override
    {
        for (const std::string_view name : {"category"sv, "time"sv, "resourceId"sv}) {
            take(name, entry.text(name));
        }
        take("pod"sv, entry.text({"properties"sv, "pod"sv}));
    }
};

} // namespace

const Format &aksDiagnosticFormat()
{
    static const AksDiagnostic Instance;
    return Instance;
}

} // namespace auditloupe
