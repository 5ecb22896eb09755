// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/azurenames.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace auditloupe {

namespace {

/// Reads a number and the character behind it.
bool takeNumber(std::string_view &text, int &number, char behind)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end == text.data() + text.size() || *end != behind) {
        return false;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
    return true;
}

} // namespace

AksCluster aksClusterOf(Entry &entry, std::string_view resourceId)
{
    constexpr std::string_view Kind = "/managedclusters/";
    std::string id(resourceId);
    std::ranges::transform(id, id.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    const std::size_t name = id.rfind('/') + 1; // 0 where there is none
    if (!std::string_view(id).substr(0, name).ends_with(Kind) || name == id.size()) {
        return {};
    }
    const auto behind = [&id](std::string_view key) {
        const std::size_t at = id.find(key);
        const std::size_t begin = at == std::string::npos ? id.size() : at + key.size();
        return id.substr(begin, id.find('/', begin) - begin);
    };
    const std::string account = behind("/subscriptions/") + '/' + behind("/resourcegroups/");
    return {.name = entry.keep(id.substr(name)),
            .account = account.size() > 1 ? entry.keep(account) : std::string_view{}};
}

std::optional<std::string> portalTime(std::string_view text)
{
    int month = 0;
    int day = 0;
    int year = 0;
    int hour = 0;
    int minute = 0;
    if (!takeNumber(text, month, '/') || !takeNumber(text, day, '/')
        || !takeNumber(text, year, ',')) {
        return std::nullopt;
    }
    text.remove_prefix(text.starts_with(' ') ? 1 : 0);
    if (!takeNumber(text, hour, ':') || !takeNumber(text, minute, ':')) {
        return std::nullopt;
    }
    const std::size_t blank = text.find(' ');
    const std::string seconds(text.substr(0, blank));
    if (blank != std::string_view::npos) {
        hour = hour % 12 + (text.substr(blank + 1) == "PM" ? 12 : 0);
    }
    if (month > 12) {
        std::swap(month, day);
    }
    std::array<char, 32> date = {};
    std::snprintf(date.data(), date.size(), "%04d-%02d-%02dT%02d:%02d:", year, month, day, hour,
                  minute);
    return date.data() + (seconds.find('.') == 1 || seconds.size() == 1 ? "0" + seconds : seconds)
        + "Z";
}

} // namespace auditloupe
