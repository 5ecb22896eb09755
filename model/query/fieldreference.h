// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/fields.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// One step of a JSON path.
struct PathStep
{
    enum class Kind {
        Member,
        Every, ///< "[]": every element of a list
        Element ///< "[3]"
    };

    Kind kind = Kind::Member;
    std::string key = {};
    std::size_t index = 0;

    bool operator==(const PathStep &) const = default;
};

/// Of one path: no object of Kubernetes is so deep.
constexpr std::size_t MostPathSteps = 100;

/// The steps of `a.b["c.d/e"][].f[3]`; none where the text is no such path.
std::vector<PathStep> parsePath(std::string_view text);

/// The one way to write a path: keys stand in brackets only where they have to.
std::string pathText(std::span<const PathStep> path);

/// The catalogue's field of that name, or a field for a path below one of the catalogue's
/// objects (`requestObject.spec.containers[].image`). Null where there is neither. The answer
/// stays valid for ever.
const Field *resolveField(std::string_view name);

/// A field for a path that begins in an element of a list. Null where the text is no path.
const Field *elementField(std::string_view name);

} // namespace auditloupe
