// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/fieldreference.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <mutex>
#include <optional>

namespace auditloupe {

namespace {

/// Takes a path apart from the left; every function answers false where the text is no path.
class PathParser
{
public:
    explicit PathParser(std::string_view text)
        : m_rest(text)
    {
    }

    std::vector<PathStep> parse()
    {
        if (m_rest.starts_with("[\"")) {
            m_rest.remove_prefix(1);
            if (!quoted()) {
                return {};
            }
        } else if (!member()) {
            return {};
        }
        while (!m_rest.empty()) {
            if (m_steps.size() == MostPathSteps) {
                return {};
            }
            const bool dot = m_rest.front() == '.';
            const bool bracket = m_rest.front() == '[';
            m_rest.remove_prefix(1);
            if (!(dot ? member() : bracket && inBrackets())) {
                return {};
            }
        }
        return std::move(m_steps);
    }

private:
    bool member()
    {
        const std::size_t length = std::min(m_rest.find_first_of(".[]\""), m_rest.size());
        if (length == 0) {
            return false;
        }
        m_steps.push_back({.key = std::string(m_rest.substr(0, length))});
        m_rest.remove_prefix(length);
        return true;
    }

    bool inBrackets()
    {
        if (m_rest.starts_with('"')) {
            return quoted();
        }
        const std::size_t length = m_rest.find(']');
        if (length == std::string_view::npos) {
            return false;
        }
        PathStep step{.kind = PathStep::Kind::Every};
        if (length > 0) {
            step.kind = PathStep::Kind::Element;
            const char *end = m_rest.data() + length;
            const auto [stop, error] = std::from_chars(m_rest.data(), end, step.index);
            if (error != std::errc() || stop != end) {
                return false;
            }
        }
        m_steps.push_back(std::move(step));
        m_rest.remove_prefix(length + 1);
        return true;
    }

    bool quoted()
    {
        std::string key;
        std::size_t at = 1;
        while (at < m_rest.size() && m_rest[at] != '"') {
            at += m_rest[at] == '\\' ? 1U : 0U;
            if (at < m_rest.size()) {
                key += m_rest[at++];
            }
        }
        if (!m_rest.substr(std::min(at, m_rest.size())).starts_with("\"]")) {
            return false;
        }
        m_steps.push_back({.key = std::move(key)});
        m_rest.remove_prefix(at + 2);
        return true;
    }

    std::string_view m_rest;
    std::vector<PathStep> m_steps;
};

bool isPlainKey(std::string_view key)
{
    constexpr std::string_view Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                       "0123456789_-@$";
    return !key.empty() && key.find_first_not_of(Plain) == std::string_view::npos;
}

std::string stepText(const PathStep &step)
{
    switch (step.kind) {
    case PathStep::Kind::Every:
        return "[]";
    case PathStep::Kind::Element:
        return '[' + std::to_string(step.index) + ']';
    case PathStep::Kind::Member:
        break;
    }
    if (isPlainKey(step.key)) {
        return '.' + step.key;
    }
    std::string text = "[\"";
    for (const char c : step.key) {
        text += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
    }
    return text + "\"]";
}

/// Fields that are not in the catalogue. They are referred to by pointer for as long as the
/// program runs, so none is ever removed; there are as many as different paths were written.
class WrittenFields
{
public:
    const Field *at(const Field &above, std::string path)
    {
        const std::scoped_lock lock(m_mutex);
        const auto [place, isNew] = m_fields.try_emplace(std::move(path), above);
        if (isNew) {
            Field &field = place->second;
            field.name = place->first;
            field.shortName = {};
            field.alias = {};
            field.path = place->first;
            field.type = FieldType::Text;
            field.store = FieldStore::Document;
            field.column = {};
        }
        return &place->second;
    }

private:
    std::mutex m_mutex; // guards m_fields
    std::map<std::string, Field> m_fields;
};

const Field *fieldOfPath(const Field &above, std::string path)
{
    static WrittenFields fields;
    return fields.at(above, std::move(path));
}

/// Whether `rest` can lead to a value below a field of that type.
bool canHold(const Field &field, std::span<const PathStep> rest)
{
    if (field.path.empty()) {
        return false;
    }
    if (field.type == FieldType::TextList) {
        return rest.size() == 1 && rest.front().kind != PathStep::Kind::Member;
    }
    return field.type == FieldType::Object;
}

const Field *fieldNamed(std::string_view name)
{
    const auto found = std::ranges::find(fieldCatalogue(), name, &Field::name);
    return found == fieldCatalogue().end() ? nullptr : &*found;
}

/// Steps of the longest path that the catalogue knows: none of its fields is deeper.
std::size_t deepestField()
{
    static const std::size_t deepest = [] {
        std::size_t most = 0;
        for (const Field &field : fieldCatalogue()) {
            most = std::max({most, parsePath(field.name).size(), parsePath(field.path).size()});
        }
        return most;
    }();
    return deepest;
}

/// "user" alone is the short name of user.username; "user.uid" goes on below the object "user".
const Field *fieldShortlyNamed(std::string_view name)
{
    const auto found = std::ranges::find_if(fieldCatalogue(), [name](const Field &field) {
        return field.shortName == name || field.alias == name;
    });
    return name.empty() || found == fieldCatalogue().end() ? nullptr : &*found;
}

} // namespace

std::vector<PathStep> parsePath(std::string_view text)
{
    return PathParser(text).parse();
}

std::string pathText(std::span<const PathStep> path)
{
    std::string text;
    for (const PathStep &step : path) {
        text += stepText(step);
    }
    return text.starts_with('.') ? text.substr(1) : text;
}

const Field *resolveField(std::string_view name)
{
    if (const Field *known = fieldShortlyNamed(name)) {
        return known;
    }
    const auto alias = std::ranges::find(pathAliases(), name, &PathAlias::alias);
    if (alias != pathAliases().end()) {
        return resolveField(alias->path);
    }
    const std::vector<PathStep> steps = parsePath(name);
    const std::span<const PathStep> path(steps);
    for (std::size_t length = std::min(path.size(), deepestField()); length > 0; --length) {
        const std::string aboveName = pathText(path.first(length));
        const Field *above = fieldNamed(aboveName);
        if (above == nullptr) {
            above = fieldShortlyNamed(aboveName); // "ip[0]", "group[]"
        }
        if (above == nullptr) {
            continue;
        }
        const auto rest = path.subspan(length);
        const bool everyElement = rest.size() == 1 && rest.front().kind == PathStep::Kind::Every;
        if (rest.empty() || (above->type == FieldType::TextList && everyElement)) {
            return above;
        }
        if (!canHold(*above, rest)) {
            return nullptr;
        }
        const std::vector<PathStep> base = parsePath(above->path);
        std::vector<PathStep> whole(base);
        whole.insert(whole.end(), rest.begin(), rest.end());
        return fieldOfPath(*above, pathText(whole));
    }
    return nullptr;
}

const Field *elementField(std::string_view name)
{
    static WrittenFields fields;
    static const Field above;
    const std::vector<PathStep> steps = parsePath(name);
    return steps.empty() ? nullptr : fields.at(above, pathText(steps));
}

} // namespace auditloupe
