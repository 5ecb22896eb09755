// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/textreader.h"

#include "model/event/jsontokens.h"
#include "model/policy/nodebuilder.h"
#include "model/policy/yamlparser.h"

#include <QStringDecoder>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;
using Kind = TextDocument::Kind;
using NodeId = TextDocument::NodeId;

/// Go's decoder reads no deeper.
constexpr int DeepestJson = 10'000;

std::expected<TextDocument, TextFault> readJson(std::string_view text)
{
    const JsonTokens json = tokenizeJson(text);
    if (json.errorAt) {
        return std::unexpected(
            TextFault{*json.errorAt, "couldn't get version/kind; json parse error"});
    }
    TextDocument document{.isJson = true};
    NodeBuilder builder(document);
    int depth = 0;
    for (const JsonToken &token : json.tokens) {
        const std::string_view raw = text.substr(token.begin, token.end - token.begin);
        switch (token.kind) {
        case JsonToken::Kind::ObjectBegin:
        case JsonToken::Kind::ArrayBegin:
            if (++depth > DeepestJson) {
                return std::unexpected(TextFault{token.begin, "exceeded max depth"});
            }
            builder.open(token.kind == JsonToken::Kind::ObjectBegin ? Kind::Mapping
                                                                    : Kind::Sequence,
                         token.begin);
            break;
        case JsonToken::Kind::ObjectEnd:
        case JsonToken::Kind::ArrayEnd:
            --depth;
            builder.close();
            break;
        case JsonToken::Kind::Key:
        case JsonToken::Kind::String:
            builder.add(Kind::String, token.begin, unescapeJson(quotedText(token, text)));
            break;
        case JsonToken::Kind::Number:
            builder.add(Kind::Integer, token.begin, raw);
            break;
        case JsonToken::Kind::Literal: {
            const NodeId id = builder.add(raw == "null" ? Kind::Null : Kind::Bool, token.begin);
            document.nodes[id].isTrue = raw == "true";
            break;
        }
        }
    }
    return document;
}

/// What the API server's library does not take for text; the end of the bytes that it looked at
/// may lie in front of it, so a second document may hold anything.
std::optional<std::size_t> controlCharacter(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool isControl =
            (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
        // U+0080 to U+009F but for U+0085; U+FFFE and U+FFFF.
        const bool isC1 = byte == 0xC2 && i + 1 < text.size()
            && static_cast<unsigned char>(text[i + 1]) < 0xA0 && text[i + 1] != '\x85';
        const bool isNonCharacter = text.substr(i).starts_with("\xEF\xBF\xBE"sv)
            || text.substr(i).starts_with("\xEF\xBF\xBF"sv);
        if (isControl || isC1 || isNonCharacter) {
            return i;
        }
    }
    return std::nullopt;
}

/// A brace behind blanks makes it JSON, for the API server too.
bool isJson(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\n\r\v\f");
    return begin != std::string_view::npos && text[begin] == '{';
}

} // namespace

std::expected<PlainText, TextFault> plainText(std::string_view bytes)
{
    const bool isLittle = bytes.starts_with("\xFF\xFE"sv);
    if (isLittle || bytes.starts_with("\xFE\xFF"sv)) {
        QStringDecoder decoder(isLittle ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
        const QString text =
            decoder(QByteArrayView(bytes.data() + 2, static_cast<qsizetype>(bytes.size()) - 2));
        if (decoder.hasError() || bytes.size() % 2 != 0) {
            return std::unexpected(TextFault{0, "yaml: incomplete UTF-16 character"});
        }
        return PlainText{text.toStdString(), true};
    }
    const bool hasMark = bytes.starts_with("\xEF\xBB\xBF"sv);
    return PlainText{std::string(bytes.substr(hasMark ? 3 : 0)), hasMark};
}

std::expected<TextDocument, TextFault> readTextDocument(const PlainText &text)
{
    constexpr std::size_t Largest = 1U << 30U;
    const std::string_view utf8 = text.utf8;
    if (utf8.size() > Largest) {
        return std::unexpected(TextFault{0, "the text is too long"});
    }
    if (!text.hadMark && isJson(utf8)) {
        return readJson(utf8);
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded =
        decoder(QByteArrayView(utf8.data(), static_cast<qsizetype>(utf8.size())));
    if (decoder.hasError()) {
        return std::unexpected(TextFault{0, "yaml: invalid UTF-8"});
    }
    const std::optional<std::size_t> control = controlCharacter(utf8);
    auto document = parseYaml(utf8.substr(0, control.value_or(utf8.size())));
    constexpr std::size_t ReadAhead = 512; // the library looks so far at once
    const bool isBehind = document && document->secondDocument && control
        && *control / ReadAhead > *document->secondDocument / ReadAhead;
    if (control && !isBehind) {
        return std::unexpected(TextFault{*control, "yaml: control characters are not allowed"});
    }
    return document;
}

} // namespace auditloupe
