// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/query/condition.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace auditloupe {

/// A value out of an event, as far as comparisons care.
struct TestedValue
{
    enum class Kind : std::uint8_t {
        Text,
        Number, ///< as it stands in the document
        Other ///< true, false, objects, lists: their JSON
    };

    Kind kind = Kind::Text;
    std::string_view text = {};
    bool isFolded = false; ///< has no capitals from A to Z
};

/// A test's comparison with one value, made ready: patterns compiled, numbers and times read.
/// Does not change, so many threads may ask it.
class ValueTest
{
public:
    /// `nowUs`: the time that "now" stands for, nothing where no event has a time.
    ValueTest(const FieldTest &test, std::optional<std::int64_t> nowUs);
    ~ValueTest();
    Q_DISABLE_COPY_MOVE(ValueTest)

    bool holds(TestedValue value) const;
    /// Of a column that is a number, a time or a duration.
    bool holdsNumber(std::int64_t value) const;
    /// Of a source, which is called by its path or by its number in the case.
    bool holdsSource(std::string_view path, std::string_view number) const;
    /// The one value to compare a number column with; nothing where it takes more than its sign.
    std::optional<std::int64_t> number() const;
    /// Whether the field's values, none of which is missing, fit as the test wants it.
    FieldTest::Elements elements() const { return m_elements; }

private:
    struct Operand;
    struct Private;

    bool compares(TestedValue value, const Operand &operand) const;
    bool equals(TestedValue value, const Operand &operand) const;

    FieldTest::Elements m_elements;
    std::unique_ptr<const Private> d;
};

} // namespace auditloupe
