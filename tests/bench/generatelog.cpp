// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

// bench_generatelog [--events N] [--seed N] [FILE]: writes an audit log as kube-apiserver would,
// the same bytes for the same numbers, to FILE or standard output; says on standard error what
// it wrote.

#include "tests/bench/logstream.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace {

constexpr std::size_t WriteBytes = 1U << 20U;

struct Options
{
    std::int64_t events = 1'000'000;
    std::uint64_t seed = 20'261'109;
    const char *path = nullptr;
};

struct FileCloser
{
    void operator()(std::FILE *file) const { std::fclose(file); }
};

struct Totals
{
    std::int64_t bytes = 0;
    std::int64_t withBody = 0;
    std::size_t shortest = SIZE_MAX;
    std::size_t longest = 0;
};

template <typename Number>
bool readNumber(std::string_view text, Number &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

std::optional<Options> readOptions(int argc, char **argv)
{
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--events" && i + 1 < argc) {
            if (!readNumber(argv[++i], options.events) || options.events < 1) {
                return std::nullopt;
            }
        } else if (word == "--seed" && i + 1 < argc) {
            if (!readNumber(argv[++i], options.seed)) {
                return std::nullopt;
            }
        } else if (word.starts_with('-') || options.path != nullptr) {
            return std::nullopt;
        } else {
            options.path = argv[i];
        }
    }
    return options;
}

/// False where a write failed.
bool writeLog(std::FILE *file, auditloupe::LogStream &stream, Totals &totals)
{
    std::string buffer;
    buffer.reserve(WriteBytes + 65'536);
    while (!stream.isAtEnd()) {
        while (!stream.isAtEnd() && buffer.size() < WriteBytes) {
            const std::size_t before = buffer.size();
            totals.withBody += stream.appendNext(buffer) ? 1 : 0;
            const std::size_t length = buffer.size() - before;
            totals.shortest = std::min(totals.shortest, length);
            totals.longest = std::max(totals.longest, length);
        }
        if (std::fwrite(buffer.data(), 1, buffer.size(), file) != buffer.size()) {
            return false;
        }
        totals.bytes += static_cast<std::int64_t>(buffer.size());
        buffer.clear();
    }
    return std::fflush(file) == 0;
}

} // namespace

int main(int argc, char **argv)
{
    const std::optional<Options> options = readOptions(argc, argv);
    if (!options) {
        std::fputs("bench_generatelog [--events N] [--seed N] [FILE]\n", stderr);
        return 2;
    }
    std::unique_ptr<std::FILE, FileCloser> opened;
    if (options->path != nullptr) {
        opened.reset(std::fopen(options->path, "wb"));
    }
    std::FILE *file = options->path == nullptr ? stdout : opened.get();
    auditloupe::LogStream stream(options->seed, options->events);
    Totals totals;
    if (file == nullptr || !writeLog(file, stream, totals)) {
        std::perror(options->path == nullptr ? "standard output" : options->path);
        return 1;
    }
    std::fprintf(
        stderr, "%lld events, %lld bytes, %.1f %% with bodies, lines of %zu to %zu bytes\n",
        static_cast<long long>(options->events), static_cast<long long>(totals.bytes),
        100.0 * static_cast<double>(totals.withBody) / static_cast<double>(options->events),
        totals.shortest, totals.longest);
    return 0;
}
