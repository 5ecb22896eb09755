// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/jsontokens.h"
#include "model/sources/format.h"

#include <QtGlobal>

#include <algorithm>
#include <array>
#include <optional>
#include <yaml-cpp/yaml.h>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// YAML's plain scalars that JSON has too; all others are strings.
bool isJsonScalar(const YAML::Node &node)
{
    const std::string &text = node.Scalar();
    if (node.Tag() == "!") { // quoted
        return false;
    }
    const bool isNumber = !text.empty() && text.size() < 16 && text[0] != '0'
        && text.find_first_not_of("0123456789") == std::string::npos;
    return isNumber || text == "0" || text == "true" || text == "false" || text == "null";
}

struct Bounds
{
    std::size_t size = 0; // of the JSON
    int depth = 100;
};

/// False beyond the bounds: aliases can make a small text large, or a circle.
bool appendJson(const YAML::Node &node, Bounds bounds, std::string &json)
{
    if (json.size() > bounds.size || --bounds.depth == 0) {
        return false;
    }
    const bool isMap = node.IsMap();
    if (node.IsScalar()) {
        json += isJsonScalar(node) ? node.Scalar() : '"' + escapeJson(node.Scalar()) + '"';
        return true;
    }
    if (!isMap && !node.IsSequence()) {
        json += "null";
        return true;
    }
    json += isMap ? '{' : '[';
    bool isFirst = true;
    for (const auto &child : node) {
        json += isFirst ? "" : ",";
        isFirst = false;
        if (isMap) {
            json += '"' + escapeJson(child.first.IsScalar() ? child.first.Scalar() : "") + "\":";
        }
        if (!appendJson(isMap ? child.second : YAML::Node(child), bounds, json)) {
            return false;
        }
    }
    json += isMap ? '}' : ']';
    return true;
}

std::optional<std::string> jsonOf(std::string_view yaml)
{
    try {
        std::string json;
        const YAML::Node document = YAML::Load(std::string(yaml));
        const Bounds bounds{.size = 16 * yaml.size() + 4096};
        return document.IsMap() && appendJson(document, bounds, json) ? std::optional(json)
                                                                      : std::nullopt;
    } catch (const YAML::Exception &) {
        return std::nullopt;
    }
}

/// gcloud logging read without --format: the entries as documents of YAML.
class GcloudYaml : public Format
{
public:
    std::string_view name() const override { return "gcloud-yaml"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "gcloud logging read: log entries as YAML, divided by ---");
    }

    /// gcloud sorts the keys.
    bool beginsDocument(std::string_view line, bool isAtStart) const override
    {
        static constexpr std::array Keys{"insertId:"sv, "labels:"sv, "logName:"sv,
                                         "protoPayload:"sv};
        return std::ranges::any_of(std::span(Keys).first(isAtStart ? Keys.size() : 1),
                                   [&](std::string_view key) { return line.starts_with(key); });
    }

    Confidence confidence(Entry &entry) const override
    {
        const bool isMine = entry.shape() == Entry::Shape::Document
            && entry.bytes().find("\nprotoPayload:"sv) != std::string_view::npos;
        return isMine ? Confidence::Certain : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        std::optional<std::string> json = jsonOf(entry.bytes());
        return json ? Opened::inner(entry.keep(std::move(*json))) : Opened{};
    }
};

} // namespace

const Format &gcloudYamlFormat()
{
    static const GcloudYaml Instance;
    return Instance;
}

} // namespace auditloupe
