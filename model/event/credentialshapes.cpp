// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/credentialshapes.h"

#include "model/event/requesturi.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

// Lower case, letters and digits only; sorted.
constexpr std::array CredentialKeys{
    "accesstoken"sv,        "apikey"sv,          "apitoken"sv,        "authtoken"sv,
    "awssecretaccesskey"sv, "awssessiontoken"sv, "bearertoken"sv,     "cakey"sv,
    "certificatekey"sv,     "clientkeydata"sv,   "clientsecret"sv,    "dockercfg"sv,
    "dockerconfigjson"sv,   "githubtoken"sv,     "identitytoken"sv,   "idtoken"sv,
    "passphrase"sv,         "passwd"sv,          "password"sv,        "privatekey"sv,
    "refreshtoken"sv,       "registrytoken"sv,   "secretaccesskey"sv, "secretkey"sv,
    "sessiontoken"sv,       "sshprivatekey"sv,   "tlskey"sv,          "token"sv,
    "tokensecret"sv,        "userpassword"sv};
static_assert(std::ranges::is_sorted(CredentialKeys));

constexpr std::array VariableParts{"PASSWORD"sv,    "PASSWD"sv,     "PASSPHRASE"sv, "SECRET"sv,
                                   "TOKEN"sv,       "APIKEY"sv,     "API_KEY"sv,    "ACCESS_KEY"sv,
                                   "PRIVATE_KEY"sv, "CREDENTIAL"sv, "_PWD"sv,       "DB_PASS"sv};

// Names that speak of a credential without being one.
constexpr std::array HarmlessEnds{"_FILE"sv,    "_PATH"sv,      "_DIR"sv,    "_NAME"sv,
                                  "_ID"sv,      "_HOST"sv,      "_PORT"sv,   "_TTL"sv,
                                  "_EXPIRY"sv,  "_TYPE"sv,      "_LENGTH"sv, "_SECONDS"sv,
                                  "_ENABLED"sv, "_NAMESPACE"sv, "_ISSUER"sv, "_AUDIENCE"sv};

/// Beginnings of tokens that their issuers marked, with the least length they have.
struct MarkedToken
{
    std::string_view prefix;
    std::size_t least;
};
constexpr std::array MarkedTokens{
    MarkedToken{"ghp_"sv, 24},      MarkedToken{"gho_"sv, 24},    MarkedToken{"ghu_"sv, 24},
    MarkedToken{"ghs_"sv, 24},      MarkedToken{"ghr_"sv, 24},    MarkedToken{"github_pat_"sv, 30},
    MarkedToken{"glpat-"sv, 20},    MarkedToken{"xoxb-"sv, 20},   MarkedToken{"xoxp-"sv, 20},
    MarkedToken{"xoxa-"sv, 20},     MarkedToken{"AIza"sv, 30},    MarkedToken{"npm_"sv, 30},
    MarkedToken{"dckr_pat_"sv, 24}, MarkedToken{"sk_live_"sv, 20}};

// Base64 of "-----BEGIN " and of what may follow it in a private key.
constexpr auto EncodedBegin = "LS0tLS1CRUdJTi"sv;
constexpr std::array EncodedKeys{
    "LS0tLS1CRUdJTiBSU0EgUFJJVkFU"sv, "LS0tLS1CRUdJTiBQUklWQVRF"sv,
    "LS0tLS1CRUdJTiBFQyBQUklWQVRF"sv, "LS0tLS1CRUdJTiBPUEVOU1NIIFBS"sv,
    "LS0tLS1CRUdJTiBFTkNSWVBURUQg"sv, "LS0tLS1CRUdJTiBEU0EgUFJJVkFU"sv};

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAlnum(char c)
{
    return isLower(c) || isUpper(c) || isDigit(c);
}

bool isWordCharacter(char c)
{
    return isAlnum(c) || c == '_' || c == '-';
}

bool isBase64Character(char c)
{
    return isAlnum(c) || c == '+' || c == '/' || c == '=';
}

bool isTokenCharacter(char c)
{
    return isBase64Character(c) || c == '.' || c == '_' || c == '~' || c == '-';
}

char upper(char c)
{
    return isLower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

char lower(char c)
{
    return isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equalsIgnoringCase(std::string_view text, std::string_view lowerCase)
{
    return std::ranges::equal(text, lowerCase, {}, lower);
}

/// "DB_PASSWORD" but not "password" or "Password".
bool isShouted(std::string_view word)
{
    return std::ranges::any_of(word, isUpper) && std::ranges::none_of(word, isLower);
}

bool isCredentialWord(std::string_view word)
{
    return isCredentialKey(word) || (isShouted(word) && isCredentialVariable(word));
}

class ShapeScanner
{
public:
    ShapeScanner(std::string_view text, TextForm form)
        : m_text(text)
        , m_form(form)
    {
    }

    std::vector<TextSpan> run()
    {
        findPrivateKeys();
        findUrlPasswords();
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (skipEscape()) {
                continue;
            }
            if (isAlnum(c)) {
                word();
            } else {
                // A key may be quoted, and stand in a list.
                m_lineStart = c == '\n' || (m_lineStart && " \t-\"'"sv.contains(c));
                ++m_at;
            }
        }
        joinSpans(m_spans);
        return std::move(m_spans);
    }

private:
    template <typename Predicate>
    std::size_t runEnd(std::size_t at, Predicate predicate) const
    {
        while (at < m_text.size() && predicate(m_text[at])) {
            ++at;
        }
        return at;
    }

    std::size_t firstOf(std::string_view characters, std::size_t from) const
    {
        return std::min(m_text.find_first_of(characters, from), m_text.size());
    }

    void add(std::size_t begin, std::size_t end)
    {
        if (end > begin) {
            m_spans.push_back({.begin = begin, .end = end});
        }
    }

    /// In JSON text the letter of \n or \u0026 belongs to no word.
    bool skipEscape()
    {
        if (m_form != TextForm::DamagedJson || m_text[m_at] != '\\' || m_at + 1 >= m_text.size()) {
            return false;
        }
        const char c = m_text[m_at + 1];
        m_lineStart = c == 'n' || (m_lineStart && c == '"');
        m_at += c == 'u' ? 6 : 2;
        return true;
    }

    /// From BEGIN to END; to the text's end where that is missing.
    void findPrivateKeys()
    {
        constexpr auto Begin = "-----BEGIN "sv;
        constexpr auto End = "-----END "sv;
        constexpr std::size_t LongestLabel = 64;
        for (std::size_t at = m_text.find(Begin); at != std::string_view::npos;
             at = m_text.find(Begin, at)) {
            const std::size_t from = at;
            at += Begin.size();
            const std::string_view label = m_text.substr(at, LongestLabel);
            if (!label.substr(0, label.find("-----"sv)).contains("PRIVATE KEY"sv)) {
                continue;
            }
            // In JSON text the key ends with its string at the latest.
            const std::string_view body =
                m_form == TextForm::DamagedJson ? m_text.substr(0, firstOf("\"", at)) : m_text;
            std::size_t end = body.find(End, at);
            end = end == std::string_view::npos ? end : body.find("-----"sv, end + End.size());
            end = end == std::string_view::npos ? body.size() : end + 5;
            add(from, end);
            at = end;
        }
    }

    /// The password of scheme://user:password@host.
    void findUrlPasswords()
    {
        constexpr auto Mark = "://"sv;
        for (std::size_t at = m_text.find(Mark); at != std::string_view::npos;
             at = m_text.find(Mark, at)) {
            at += Mark.size();
            const std::size_t end = firstOf("@/ \t\n\"'\\<>?#", at);
            const std::size_t colon = m_text.substr(0, end).find(':', at);
            if (end < m_text.size() && m_text[end] == '@' && colon != std::string_view::npos) {
                add(colon + 1, end);
            }
            at = end;
        }
    }

    void word()
    {
        const std::size_t begin = m_at;
        const std::size_t end = runEnd(begin, isWordCharacter);
        const std::string_view text = m_text.substr(begin, end - begin);
        const bool lineStart = std::exchange(m_lineStart, false);
        m_at = end;
        if (jwt(text, end) || markedToken(text) || encodedKey(text) || scheme(text)
            || bootstrapToken(text)) {
            m_previous = {};
            return;
        }
        assignment(text, lineStart);
        m_previous = text;
    }

    /// Header, payload and signature; a cut one may lack the signature.
    bool jwt(std::string_view text, std::size_t end)
    {
        if (!text.starts_with("eyJ"sv) || text.size() < 10 || end >= m_text.size()
            || m_text[end] != '.') {
            return false;
        }
        std::size_t last = runEnd(end + 1, isWordCharacter);
        if (last < end + 5) {
            return false;
        }
        if (last < m_text.size() && m_text[last] == '.') {
            last = runEnd(last + 1, isWordCharacter);
        }
        add(m_at - text.size(), last);
        m_at = last;
        return true;
    }

    bool markedToken(std::string_view text)
    {
        const bool cloudKey = text.size() == 20
            && (text.starts_with("AKIA"sv) || text.starts_with("ASIA"sv))
            && std::ranges::all_of(text, [](char c) { return isUpper(c) || isDigit(c); });
        const bool marked = cloudKey || std::ranges::any_of(MarkedTokens, [text](const auto &mark) {
                                return text.size() >= mark.least && text.starts_with(mark.prefix);
                            });
        if (marked) {
            add(m_at - text.size(), m_at);
        }
        return marked;
    }

    bool encodedKey(std::string_view text)
    {
        if (!text.starts_with(EncodedBegin)
            || std::ranges::none_of(
                EncodedKeys, [text](std::string_view key) { return text.starts_with(key); })) {
            return false;
        }
        const std::size_t begin = m_at - text.size();
        m_at = runEnd(m_at, isBase64Character);
        add(begin, m_at);
        return true;
    }

    /// "Bearer …" and "Basic …", as in an Authorization header.
    bool scheme(std::string_view text)
    {
        const bool bearer = equalsIgnoringCase(text, "bearer"sv);
        if ((!bearer && !equalsIgnoringCase(text, "basic"sv)) || m_at >= m_text.size()
            || m_text[m_at] != ' ') {
            return false;
        }
        const std::size_t begin = m_at + 1;
        const std::size_t end = runEnd(begin, bearer ? isTokenCharacter : isBase64Character);
        const std::string_view value = m_text.substr(begin, end - begin);
        // Words of an ordinary sentence have no digits or capitals inside.
        const bool mixed = std::ranges::any_of(value, isLower)
            && std::ranges::any_of(value.substr(std::min<std::size_t>(1, value.size())),
                                   [](char c) { return isUpper(c) || isDigit(c); });
        if (value.size() < (bearer ? 16U : 8U) || !mixed) {
            return false;
        }
        add(begin, end);
        m_at = end;
        return true;
    }

    /// What a machine joins a cluster with: six characters, a dot, sixteen. Names of core Events
    /// look the same, so the word before it must say what it is.
    bool bootstrapToken(std::string_view text)
    {
        const auto plain = [](char c) { return isLower(c) || isDigit(c); };
        if (text.size() != 6 || !equalsIgnoringCase(m_previous, "token"sv)
            || !std::ranges::all_of(text, plain) || m_at >= m_text.size() || m_text[m_at] != '.') {
            return false;
        }
        const std::size_t end = runEnd(m_at + 1, plain);
        if (end != m_at + 17) {
            return false;
        }
        add(m_at - text.size(), end);
        m_at = end;
        return true;
    }

    void assignment(std::string_view key, bool lineStart)
    {
        if (m_at >= m_text.size() || !isCredentialWord(key)) {
            return;
        }
        if (m_form == TextForm::DamagedJson) {
            damagedAssignment();
        } else if (m_text[m_at] == '=') {
            addValue(m_at + 1, " \t\r\n\"'&;,)<>"sv);
        } else if (lineStart) {
            const std::size_t mark = runEnd(m_at, [](char c) { return " \t\"'"sv.contains(c); });
            if (mark + 1 < m_text.size() && ":="sv.contains(m_text[mark])
                && " \t"sv.contains(m_text[mark + 1])) {
                const auto isBlank = [](char c) { return " \t\"'"sv.contains(c); };
                addValue(runEnd(mark + 1, isBlank), "\r\n\"'"sv);
            }
        }
    }

    /// Between word and value: closing quote, colon or equals sign, opening quote; quotes may be
    /// escaped.
    void damagedAssignment()
    {
        const auto isQuote = [](char c) { return "\\\"' "sv.contains(c); };
        const std::size_t mark = runEnd(m_at, isQuote);
        if (mark < m_text.size() && ":="sv.contains(m_text[mark])) {
            addValue(runEnd(mark + 1, isQuote), "\\\"' \t\r\n,;&)}"sv);
        }
    }

    void addValue(std::size_t begin, std::string_view delimiters)
    {
        if (begin >= m_text.size() || "${["sv.contains(m_text[begin])) {
            return; // a reference, or no single value
        }
        const std::size_t end = firstOf(delimiters, begin);
        const std::string_view value = m_text.substr(begin, end - begin);
        if (!value.empty() && value != "true"sv && value != "false"sv && value != "null"sv) {
            add(begin, end);
            m_at = end;
        }
    }

    std::string_view m_text;
    TextForm m_form;
    std::size_t m_at = 0;
    bool m_lineStart = true; ///< nothing but blanks, dashes and quotes since the last line break
    std::string_view m_previous;
    std::vector<TextSpan> m_spans;
};

} // namespace

std::vector<TextSpan> credentialSpans(std::string_view text, TextForm form)
{
    std::vector<TextSpan> spans = ShapeScanner(text, form).run();
    if (form == TextForm::Plain && text.starts_with('/') && text.contains('?')) {
        const DecodedUri uri = decodedUri(text);
        for (const TextSpan &span : ShapeScanner(uri.text, form).run()) {
            spans.push_back({.begin = uri.origins[span.begin], .end = uri.origins[span.end]});
        }
        joinSpans(spans);
    }
    return spans;
}

bool isCredentialKey(std::string_view key)
{
    constexpr std::size_t Longest = 40;
    if (key.size() > Longest) {
        return false;
    }
    std::string plain;
    for (const char c : key) {
        if (isAlnum(c)) {
            plain += lower(c);
        }
    }
    return std::ranges::binary_search(CredentialKeys, plain);
}

bool isCredentialVariable(std::string_view name)
{
    constexpr std::size_t Longest = 128;
    std::string shouted;
    for (const char c : name.substr(0, Longest)) {
        shouted += c == '-' || c == '.' ? '_' : upper(c);
    }
    const auto contains = [&shouted](std::string_view part) { return shouted.contains(part); };
    const auto ends = [&shouted](std::string_view end) { return shouted.ends_with(end); };
    return std::ranges::any_of(VariableParts, contains) && std::ranges::none_of(HarmlessEnds, ends);
}

void joinSpans(std::vector<TextSpan> &spans)
{
    std::ranges::sort(spans, {}, &TextSpan::begin);
    std::size_t kept = 0;
    for (const TextSpan &span : spans) {
        if (kept > 0 && span.begin < spans[kept - 1].end) {
            spans[kept - 1].end = std::max(spans[kept - 1].end, span.end);
        } else {
            spans[kept++] = span;
        }
    }
    spans.resize(kept);
}

} // namespace auditloupe
