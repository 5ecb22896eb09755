// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/masking.h"

#include "model/event/credentialshapes.h"
#include "model/event/jsontokens.h"

#include <QCoreApplication>

#include <algorithm>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;
using Kind = JsonToken::Kind;

constexpr auto LastApplied = "kubectl.kubernetes.io/last-applied-configuration"sv;

/// Annotations hold JSON as text, which may hold JSON as text again.
constexpr int DeepestText = 4;

/// One credential in a JSON text.
struct Mask
{
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t size = 0; ///< bytes of the credential, in the text it was found in
    bool isQuoted = true; ///< the quotes around it stay; a number's mask needs some of its own
    int depth = 0; ///< how many texts within texts it stands in
};

/// What is known about a container before its members are judged.
struct Facts
{
    bool isSecret = false; ///< within a Secret: its data is secret
    bool isData = false; ///< within a Secret's data: every value is secret
    bool isDockerAuth = false; ///< within "auths" of a Docker configuration
    bool valueIsSecret = false; ///< {"name": "DB_PASSWORD", "value": …}, or a patch like that
    bool patchesSecret = false; ///< {"op": …, "path": "/data/…", "value": …}, if on a Secret
};

bool isSecretMember(std::string_view key)
{
    return key == "data"sv || key == "stringData"sv;
}

bool isSwitch(std::string_view value)
{
    return value == "true"sv || value == "false"sv;
}

std::vector<Mask> findMasks(std::string_view json, JsonTokens tokens, bool inSecret, int depth);

/// A text that is JSON, or was before something cut or damaged it.
bool looksLikeJson(const JsonTokens &tokens)
{
    return !tokens.errorAt
        || (tokens.tokens.size() > 2 && tokens.tokens[0].kind == Kind::ObjectBegin
            && tokens.tokens[1].kind == Kind::Key);
}

/// Finds the credentials of one JSON text by its structure.
class MaskFinder
{
public:
    MaskFinder(std::string_view json, std::vector<JsonToken> tokens, bool inSecret, int depth)
        : m_json(json)
        , m_tokens(std::move(tokens))
        , m_facts(m_tokens.size())
        , m_inSecret(inSecret)
        , m_depth(depth)
    {
    }

    std::vector<Mask> run()
    {
        for (std::size_t i = 0; i + 1 < m_tokens.size(); ++i) {
            if (m_tokens[i].kind == Kind::Key && m_tokens[i + 1].kind == Kind::String) {
                learn(i);
            }
        }
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            visit(i);
        }
        return std::move(m_masks);
    }

private:
    std::string text(std::size_t token) const
    {
        return unescapeJson(quotedText(m_tokens[token], m_json));
    }

    /// The name of the member whose value this token is.
    std::string keyOf(std::size_t token) const
    {
        const bool hasKey = token > 0 && m_tokens[token - 1].kind == Kind::Key;
        return hasKey ? text(token - 1) : std::string();
    }

    /// Takes what a member says about its object. It may stand behind the members it judges.
    void learn(std::size_t keyToken)
    {
        const std::uint32_t object = m_tokens[keyToken].parent;
        if (object == JsonToken::None) {
            return;
        }
        const std::string key = text(keyToken);
        Facts &facts = m_facts[object];
        if (key == "kind"sv) {
            const std::string kind = text(keyToken + 1);
            facts.isSecret = facts.isSecret || kind == "Secret"sv || kind == "SecretList"sv;
        } else if (key == "name"sv) {
            facts.valueIsSecret = facts.valueIsSecret || isCredentialVariable(text(keyToken + 1));
        } else if (key == "path"sv) {
            learnPatch(facts, text(keyToken + 1));
        } else if (key == "resource"sv && keyOf(object) == "objectRef"sv) {
            m_inSecret = m_inSecret || text(keyToken + 1) == "secrets"sv;
        }
    }

    static void learnPatch(Facts &facts, std::string_view path)
    {
        facts.patchesSecret = path.starts_with("/data"sv) || path.starts_with("/stringData"sv)
            || path.contains("last-applied-configuration"sv);
        const std::string_view last = path.substr(path.rfind('/') + 1);
        facts.valueIsSecret = facts.valueIsSecret || isCredentialKey(last);
    }

    void visit(std::size_t token)
    {
        switch (m_tokens[token].kind) {
        case Kind::ObjectBegin:
        case Kind::ArrayBegin:
            inherit(token);
            break;
        case Kind::String:
            visitString(token);
            break;
        case Kind::Number:
        case Kind::Literal:
            visitBare(token);
            break;
        default:
            break;
        }
    }

    Facts outer(std::size_t token) const
    {
        const std::uint32_t parent = m_tokens[token].parent;
        return parent == JsonToken::None ? Facts{.isSecret = m_inSecret} : m_facts[parent];
    }

    void inherit(std::size_t token)
    {
        const Facts around = outer(token);
        const std::string key = keyOf(token);
        Facts &facts = m_facts[token];
        facts.isSecret = facts.isSecret || around.isSecret;
        facts.isData = around.isData
            || (around.isSecret
                && (isSecretMember(key) || (around.patchesSecret && key == "value"sv)));
        facts.isDockerAuth = around.isDockerAuth || key == "auths"sv;
    }

    bool isWhollySecret(std::size_t token) const
    {
        const Facts around = outer(token);
        if (around.isData) {
            return true;
        }
        const std::string key = keyOf(token);
        if (key.empty()) {
            return false;
        }
        if (around.isSecret && (isSecretMember(key) || key == LastApplied)) {
            return true;
        }
        if (key == "value"sv) {
            return around.valueIsSecret || (around.isSecret && around.patchesSecret);
        }
        return isCredentialKey(key) || isShoutedCredential(key)
            || (around.isDockerAuth && key == "auth"sv);
    }

    /// A ConfigMap's member such as DB_PASSWORD.
    static bool isShoutedCredential(std::string_view key)
    {
        const auto isLower = [](char c) { return c >= 'a' && c <= 'z'; };
        return std::ranges::none_of(key, isLower) && isCredentialVariable(key);
    }

    void visitBare(std::size_t token)
    {
        const JsonToken &bare = m_tokens[token];
        const std::string_view value = m_json.substr(bare.begin, bare.end - bare.begin);
        if (!isSwitch(value) && value != "null"sv && isWhollySecret(token)) {
            m_masks.push_back({.begin = bare.begin,
                               .end = bare.end,
                               .size = value.size(),
                               .isQuoted = false,
                               .depth = m_depth});
        }
    }

    void visitString(std::size_t token)
    {
        const std::string_view quoted = quotedText(m_tokens[token], m_json);
        const std::size_t begin = m_tokens[token].begin + 1;
        if (quoted.empty() || isSwitch(quoted)) {
            return;
        }
        if (isWhollySecret(token)) {
            m_masks.push_back({.begin = begin,
                               .end = begin + quoted.size(),
                               .size = quoted.size(),
                               .depth = m_depth});
        } else if (quoted.contains('\\')) {
            visitEscaped(quoted, begin, outer(token).isSecret);
        } else {
            addShapes(quoted, begin);
        }
    }

    /// Judges the text behind the escapes and carries what it finds back to the bytes here.
    void visitEscaped(std::string_view quoted, std::size_t begin, bool inSecret)
    {
        std::vector<std::uint32_t> origins;
        const std::string plain = unescapeJson(quoted, &origins);
        const auto original = [&](std::size_t at) { return begin + origins[at]; };
        const std::size_t start = plain.find_first_not_of(" \t\r\n"sv);
        const bool mayBeJson = start != std::string::npos && "{["sv.contains(plain[start]);
        JsonTokens inner = mayBeJson && m_depth < DeepestText ? tokenizeJson(plain) : JsonTokens{};
        if (!inner.tokens.empty() && looksLikeJson(inner)) {
            for (Mask mask : findMasks(plain, std::move(inner), inSecret, m_depth + 1)) {
                mask.begin = original(mask.begin);
                mask.end = original(mask.end);
                m_masks.push_back(mask);
            }
            return;
        }
        for (const TextSpan &span : credentialSpans(plain, TextForm::Plain)) {
            m_masks.push_back({.begin = original(span.begin),
                               .end = original(span.end),
                               .size = span.end - span.begin,
                               .depth = m_depth});
        }
    }

    void addShapes(std::string_view quoted, std::size_t begin)
    {
        for (const TextSpan &span : credentialSpans(quoted, TextForm::Plain)) {
            m_masks.push_back({.begin = begin + span.begin,
                               .end = begin + span.end,
                               .size = span.end - span.begin,
                               .depth = m_depth});
        }
    }

    std::string_view m_json;
    std::vector<JsonToken> m_tokens;
    std::vector<Facts> m_facts; ///< beside m_tokens, of use for containers only
    bool m_inSecret;
    int m_depth;
    std::vector<Mask> m_masks;
};

/// What is found when every quote that opens a string is taken to close one: damage, or a missing
/// front, may have swallowed a quote.
std::vector<Mask> findShifted(std::string_view json, bool inSecret, int depth)
{
    const std::string shifted = '"' + std::string(json);
    std::vector<Mask> masks =
        MaskFinder(shifted, tokenizeJson(shifted).tokens, inSecret, depth).run();
    for (Mask &mask : masks) {
        mask.begin -= mask.begin > 0 ? 1 : 0;
        mask.end -= 1;
    }
    return masks;
}

/// Adds what looks like a credential in a text whose structure cannot be trusted.
void addDamaged(std::string_view json, int depth, std::vector<Mask> &masks)
{
    for (const TextSpan &span : credentialSpans(json, TextForm::DamagedJson)) {
        masks.push_back(
            {.begin = span.begin, .end = span.end, .size = span.end - span.begin, .depth = depth});
    }
    std::ranges::stable_sort(masks, {}, &Mask::begin);
    std::size_t kept = 0;
    for (const Mask &mask : masks) {
        if (kept > 0 && mask.begin < masks[kept - 1].end) {
            Mask &before = masks[kept - 1];
            before.end = std::max(before.end, mask.end);
            before.size = before.end - before.begin;
        } else {
            masks[kept++] = mask;
        }
    }
    masks.resize(kept);
}

/// Whether a damaged text may be about Secrets without its structure saying so.
bool mentionsSecrets(std::string_view json)
{
    return json.contains("\"Secret"sv) || json.contains("\"secrets\""sv)
        || json.contains("/secrets"sv);
}

std::vector<Mask> findMasks(std::string_view json, JsonTokens tokens, bool inSecret, int depth)
{
    const bool damaged = tokens.errorAt.has_value();
    inSecret = inSecret || (damaged && mentionsSecrets(json));
    std::vector<Mask> masks = MaskFinder(json, std::move(tokens.tokens), inSecret, depth).run();
    if (damaged && *tokens.errorAt < json.size()) {
        const std::vector<Mask> shifted = findShifted(json, inSecret, depth);
        masks.insert(masks.end(), shifted.begin(), shifted.end());
    }
    if (damaged) {
        addDamaged(json, depth, masks);
    }
    return masks;
}

std::string maskOf(std::size_t size)
{
    return QCoreApplication::translate("Masking", "‹masked %1 bytes›").arg(size).toStdString();
}

std::string replacement(const Mask &mask)
{
    std::string text = escapeJson(maskOf(mask.size));
    if (!mask.isQuoted) {
        text = '"' + text + '"';
    }
    for (int depth = 0; depth < mask.depth; ++depth) {
        text = escapeJson(text);
    }
    return text;
}

} // namespace

std::string maskCredentials(std::string_view json)
{
    std::string result;
    result.reserve(json.size());
    std::size_t at = 0;
    for (const Mask &mask : findMasks(json, tokenizeJson(json), false, 0)) {
        result += json.substr(at, mask.begin - at);
        result += replacement(mask);
        at = mask.end;
    }
    result += json.substr(at);
    return result;
}

int countCredentials(std::string_view json)
{
    return static_cast<int>(findMasks(json, tokenizeJson(json), false, 0).size());
}

std::string maskText(std::string_view text)
{
    std::string result;
    std::size_t at = 0;
    for (const TextSpan &span : credentialSpans(text, TextForm::Plain)) {
        result += text.substr(at, span.begin - at);
        result += maskOf(span.end - span.begin);
        at = span.end;
    }
    result += text.substr(at);
    return result;
}

} // namespace auditloupe
