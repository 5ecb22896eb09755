// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/bench/randomsource.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

enum class ActorKind : std::uint8_t { Controller, Node, ServiceAccount, Human };
constexpr std::size_t ActorKinds = 4;

/// Somebody who sends requests. Texts are ready to stand in JSON.
struct Actor
{
    std::string name = {};
    std::string user = {}; ///< the value of the event's field "user"
    std::string agent = {};
    std::string address = {};
    std::string reason = {}; ///< why requests of this actor are allowed
};

enum class Scope : std::uint8_t { Url, Cluster, Namespaced };
enum class NameKind : std::uint8_t { None, Node, App, Pod, Config, Secret, Event };
enum class BodyKind : std::uint8_t { None, Request, Both };
enum class BodyShape : std::uint8_t { None, Workload, PodStatus, Event, Config, Custom, Options };

/// What an object is called in URLs and bodies.
struct Resource
{
    std::string_view resource = {};
    std::string_view kind = {};
    std::string_view group = {};
    std::string_view version = "v1";
    Scope scope = Scope::Namespaced;
};

/// A kind of request that actors of one kind send.
struct Deed
{
    std::size_t weight = 0;
    std::string_view verb = {};
    const Resource *resource = nullptr; ///< null: a URL that is no object
    std::string_view subresource = {};
    std::string_view query = {}; ///< with its question mark; or the whole URL
    NameKind name = NameKind::None;
    BodyKind bodies = BodyKind::None;
    BodyShape shape = BodyShape::None;
};

/// A cluster of fixed size: its people, programs, nodes, namespaces and what they do.
class LogWorld
{
public:
    explicit LogWorld(std::uint64_t seed);

    const Actor &actor(RandomSource &random, ActorKind kind) const;
    static const Deed &deed(RandomSource &random, ActorKind kind);
    std::string_view objectNamespace(RandomSource &random) const;

    /// A name that comes again: many, but not endlessly many.
    std::string objectName(RandomSource &random, NameKind kind) const;

private:
    void addControllers(RandomSource &random);
    void addNodes();
    void addServiceAccounts(RandomSource &random);
    void addHumans(RandomSource &random);

    std::vector<std::string> m_namespaces;
    std::vector<std::string> m_nodes;
    std::vector<Actor> m_actors[ActorKinds];
};

} // namespace auditloupe
