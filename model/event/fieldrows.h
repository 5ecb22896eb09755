// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/auditevent.h"
#include "model/event/fields.h"
#include "model/event/jsonoutline.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// One line of an event's field list.
struct FieldRow
{
    enum class Kind {
        Recorded,
        Absent, ///< `value` says why
        Derived, ///< computed, not recorded
        Group ///< a heading for its children
    };

    Kind kind = Kind::Recorded;
    QString name = {};
    QString value = {}; ///< whole, with nothing escaped: never show it as it is
    QString path = {}; ///< JSON path in the event; empty where it has none
    QString explanation = {};
    const Field *field = nullptr; ///< null for what the catalogue does not know
    QStringList elements = {}; ///< values that a condition on the field can name; none for
                               ///< masked ones, as nothing in the case is equal to a mask
    std::vector<FieldRow> children = {};
};

/// What the list must know of an event beside its text.
struct FieldContext
{
    EventFields event = {};
    /// Values of fields that stand nowhere in the text.
    std::function<std::optional<std::string>(const Field &)> derived = {};
};

/// At most this many values of one body are listed; the JSON shows them all.
inline constexpr std::size_t BodyRowLimit = 1000;

/// All fields in the catalogue's order, nested ones flattened, the bodies as children of their
/// rows. A field that this level or stage never writes stands in its place with the reason; the
/// other absent ones follow in a group.
std::vector<FieldRow> fieldRows(const JsonOutline &outline, std::string_view json,
                                const FieldContext &context);

/// Takes the elements from rows whose value differs from that of `unmasked`, the same event's rows
/// made from its own bytes.
void forgetMaskedElements(std::vector<FieldRow> &rows, const std::vector<FieldRow> &unmasked);

/// Why the event does not have the field, short enough for a cell. absence() says it at length.
QString absenceReason(const Field &field, const EventFields &event);

/// "Recorded from level Request and stage ResponseStarted on."
QString sinceText(const Field &field);

} // namespace auditloupe
