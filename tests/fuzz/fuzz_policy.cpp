// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/policyevaluator.h"
#include "model/policy/policyexplanation.h"
#include "model/policy/policyloader.h"

#include <cstdlib>

using namespace auditloupe;

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

void requirePlaces(const PolicyLoad &load, std::size_t size)
{
    for (const PolicyMessage &message : load.messages) {
        // UTF-16 text, read as UTF-8, may be longer than its bytes.
        require(!message.text.empty());
        require(!message.where.byte || *message.where.byte <= static_cast<std::int64_t>(2 * size));
    }
}

} // namespace

/// Any bytes are a policy that decides as its ladder says, or are refused with a reason and a
/// place.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const PolicyLoad load = loadPolicy(text);
    requirePlaces(load, size);
    require(load.isLoaded() == load.loadError().empty());
    static_cast<void>(convertPolicy(text));
    if (load.isLoaded()) {
        const std::string_view group = "system:nodes";
        const RequestAttributes request{.user = "a",
                                        .groups = {&group, 1},
                                        .verb = "get",
                                        .resource = "pods",
                                        .isResourceRequest = true};
        const std::vector<RuleStep> steps = explainDecision(*load.policy, request);
        const std::int32_t rule = PolicyEvaluator(*load.policy).decide(request).rule;
        require(rule == (steps.back().failed ? -1 : static_cast<std::int32_t>(steps.back().rule)));
    }
    return 0;
}
