// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/unknownnote.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr qsizetype MostNames = 3;

/// Bodies are recorded or not as a whole.
QString recordedName(const Field &field)
{
    const std::string_view path = field.path;
    const bool isBody = path.starts_with("requestObject") || path.starts_with("responseObject");
    return isBody ? QString::fromUtf8(path.substr(0, path.find_first_of(".[")))
                  : writtenName(field);
}

bool isAlwaysRecorded(const Field &field)
{
    return field.firstLevel <= Level::Metadata && field.firstStage <= Stage::RequestReceived
        && field.neverIn == 0;
}

/// What a condition asks, without the elements of lists, which are recorded with these.
void collectFields(const Condition &condition, std::vector<const Field *> &fields)
{
    if (const Field *field = condition.test.field) {
        fields.push_back(field);
        return;
    }
    for (const Condition &part : condition.parts) {
        collectFields(part, fields);
    }
}

QStringList recordedNames(const Condition &condition)
{
    std::vector<const Field *> fields;
    collectFields(condition, fields);
    const auto isAlways = [](const Field *field) { return isAlwaysRecorded(*field); };
    if (!std::ranges::all_of(fields, isAlways)) { // else a damaged event lacks them
        std::erase_if(fields, isAlways);
    }
    QStringList names;
    for (const Field *field : fields) {
        names += recordedName(*field);
    }
    names.removeDuplicates();
    if (names.size() > MostNames) {
        names.resize(MostNames);
        names += u"…"_s;
    }
    return names;
}

} // namespace

QString unknownNote(const Filter &filter, std::int64_t count)
{
    if (count == 0) {
        return {};
    }
    const int number = static_cast<int>(count);
    const QString text = filter.unit == Unit::Requests
        ? QCoreApplication::translate("Filter",
                                      "%Ln further request(s) cannot tell whether the condition "
                                      "holds: their level, stage or export left out %1.",
                                      nullptr, number)
        : QCoreApplication::translate("Filter",
                                      "%Ln further event(s) cannot tell whether the condition "
                                      "holds: their level, stage or export left out %1.",
                                      nullptr, number);
    return text.arg(recordedNames(filter.condition).join(u", "_s));
}

} // namespace auditloupe
