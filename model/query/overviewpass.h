// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/auditevent.h"
#include "model/query/blindspots.h"
#include "model/query/overview.h"

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace auditloupe {

/// One event as the Overview counts it: its fields as views, and the string ids behind the ones
/// that are counted by value. An id of 0 is absent.
struct CountedEvent
{
    EventFields fields = {};
    std::int64_t verb = 0;
    std::int64_t user = 0;
    std::int64_t sourceIps = 0;
    std::int64_t resource = 0;
    std::int64_t cluster = 0;
    std::string_view clusterName = {};
    std::int64_t node = 0;
    std::string_view nodeName = {};
    std::int64_t source = 0;
    bool last = false;
};

/// Counts events one after the other and makes an Overview of them.
class OverviewPass
{
public:
    OverviewPass(std::optional<std::int64_t> firstUs, std::optional<std::int64_t> lastUs);

    void add(const CountedEvent &event);

    LogFacts &facts() { return m_facts; }
    /// `serverNames`: the API server of each source that tells it.
    Overview take(const std::map<std::int64_t, std::string> &serverNames);

private:
    struct UserCounts
    {
        std::string name = {};
        std::int64_t requests = 0;
        std::int64_t denied = 0;
        std::int64_t rbacChanges = 0;
        std::int64_t connections = 0;
    };
    struct Deletions
    {
        std::string verb = {};
        std::string resource = {};
        std::int64_t count = 0;
    };
    struct Origin
    {
        std::string name = {};
        std::int64_t requests = 0;
    };
    using Origins = std::map<std::int64_t, Origin>; // by string id; 0: unknown
    using CountOf = std::int64_t UserCounts::*;

    void addEventFacts(const CountedEvent &event);
    void addRequest(const CountedEvent &event);
    void addUser(const CountedEvent &event, bool denied, bool rbac, bool connects);
    void addDeletion(const CountedEvent &event);
    static void countOrigin(Origin &origin, std::string_view name);
    std::vector<OverviewCount> users(CountOf count, const char *condition) const;
    std::vector<OverviewCount> usersOfKind(bool human) const;
    std::vector<OverviewCount> deletions() const;
    static std::vector<OverviewCount> origins(const Origins &counted, const char *field,
                                              const char *unknown);
    std::vector<OverviewCount> servers(const std::map<std::int64_t, std::string> &names) const;
    void addRecorded(Overview &overview) const;

    Overview m_overview;
    LogFacts m_facts;
    Silences m_silences;
    LevelRuns m_secretLevels;
    std::int64_t m_spanUs = 0;
    std::array<std::int64_t, 5> m_levels = {};
    std::unordered_map<std::int64_t, UserCounts> m_users;
    Origins m_clusters;
    Origins m_nodes;
    std::map<std::int64_t, std::int64_t> m_ofSource; // requests
    std::unordered_map<std::int64_t, bool> m_forwarded; // by id of the address list
    std::map<std::pair<std::int64_t, std::int64_t>, Deletions> m_deletions; // by verb, resource
};

} // namespace auditloupe
