// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/testpattern.h"

namespace auditloupe {

namespace {

/// The pattern language of glob() without its rule for slashes, as a regular expression.
std::string regexOfGlob(std::string_view glob)
{
    std::string regex;
    for (std::size_t i = 0; i < glob.size(); ++i) {
        const char c = glob[i];
        const std::size_t end =
            c == '[' ? glob.find(']', i + (i + 2 < glob.size() ? 2 : 1)) : std::string_view::npos;
        if (c == '*') {
            regex += ".*";
        } else if (c == '?') {
            regex += '.';
        } else if (end != std::string_view::npos) {
            std::string set(glob.substr(i + 1, end - i - 1));
            regex += set.starts_with('!') || set.starts_with('^') ? "[^" : "[";
            set.erase(0, regex.back() == '^' ? 1 : 0);
            for (const char inside : set) {
                regex += inside == '-' ? "-" : re2::RE2::QuoteMeta({&inside, 1});
            }
            regex += ']';
            i = end;
        } else {
            const bool isEscape = c == '\\' && i + 1 < glob.size();
            i += isEscape ? 1 : 0;
            // Byte for byte: characters beyond ASCII are no special ones.
            const char literal = glob[i];
            regex += static_cast<unsigned char>(literal) < 0x80 ? re2::RE2::QuoteMeta({&literal, 1})
                                                                : std::string(1, literal);
        }
    }
    return regex;
}

} // namespace

std::unique_ptr<re2::RE2> compiledPattern(const FieldTest &test, const std::string &value)
{
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_dot_nl(true);
    options.set_case_sensitive(test.letters == FieldTest::Letters::Exact);
    const std::string pattern = test.comparison == Comparison::Glob ? regexOfGlob(value) : value;
    return std::make_unique<re2::RE2>(pattern, options);
}

} // namespace auditloupe
