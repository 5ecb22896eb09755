// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/evidencework.h"

#include <algorithm>
#include <array>

using namespace std::string_view_literals;

namespace auditloupe {
namespace {

// Go writes these without omitempty: an event of the server's own has them all.
constexpr std::array Always{"level"sv,
                            "auditID"sv,
                            "stage"sv,
                            "requestURI"sv,
                            "verb"sv,
                            "user"sv,
                            "requestReceivedTimestamp"sv,
                            "stageTimestamp"sv};
// Only old versions have these; what they would say stands elsewhere today.
constexpr std::array Outdated{"timestamp"sv, "metadata.creationTimestamp"sv};

/// Whether some event was written at such a level and stage that it could have the field.
bool isPossible(const Field &field, const SourceTally &tally)
{
    for (std::size_t level = 0; level < tally.levels.size(); ++level) {
        for (std::size_t stage = 0; stage < tally.levels.size(); ++stage) {
            // An unknown level or stage may have been any.
            const bool fits = (level == 0 || level >= std::size_t(field.firstLevel))
                && (stage == 0 || stage >= std::size_t(field.firstStage));
            if (fits && tally.levels[level][stage] > 0) {
                return true;
            }
        }
    }
    return false;
}

/// An absent object needs no list of its members.
bool isWithin(std::string_view path, const std::vector<std::string_view> &objects)
{
    return std::ranges::any_of(objects, [path](std::string_view object) {
        return path.starts_with(object) && path.size() > object.size()
            && (path[object.size()] == '.' || path[object.size()] == '[');
    });
}

} // namespace

AbsentFields absentFields(const SourceTally &tally)
{
    AbsentFields absent;
    std::vector<std::string_view> objects;
    const std::span<const Field> fields = fieldCatalogue();
    for (std::size_t i = 0; i < fields.size() && tally.events > 0; ++i) {
        const Field &field = fields[i];
        if (field.path.empty() || tally.present.test(i) || isWithin(field.path, objects)
            || std::ranges::contains(Outdated, field.path)) {
            continue;
        }
        if (field.type == FieldType::Object) {
            objects.push_back(field.path);
        }
        if (std::ranges::contains(Always, field.path)) {
            absent.always.push_back(&field);
        } else {
            (isPossible(field, tally) ? absent.possible : absent.unrecorded).push_back(&field);
        }
    }
    return absent;
}

} // namespace auditloupe
