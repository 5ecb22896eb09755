// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/textreader.h"

#include "model/event/jsontokens.h"
#include "model/policy/yamlscalar.h"

#include <QStringDecoder>

#include <map>
#include <sstream>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;
using Kind = TextDocument::Kind;
using NodeId = TextDocument::NodeId;

/// Puts nodes under their parents as they come.
class NodeBuilder
{
public:
    explicit NodeBuilder(TextDocument &document)
        : m_document(document)
    {
    }

    NodeId add(Kind kind, std::size_t at, std::string_view text = {})
    {
        const auto id = static_cast<NodeId>(m_document.nodes.size());
        m_document.nodes.push_back(
            {.kind = kind,
             .at = static_cast<std::uint32_t>(at),
             .textBegin = static_cast<std::uint32_t>(m_document.texts.size()),
             .textSize = static_cast<std::uint32_t>(text.size())});
        m_document.texts += text;
        if (!m_open.empty()) {
            Open &parent = m_open.back();
            (parent.last == TextDocument::None ? m_document.nodes[parent.node].first
                                               : m_document.nodes[parent.last].next) = id;
            parent.last = id;
        }
        return id;
    }

    NodeId open(Kind kind, std::size_t at)
    {
        const NodeId id = add(kind, at);
        m_open.push_back({.node = id});
        return id;
    }

    void close() { m_open.pop_back(); }

private:
    struct Open
    {
        NodeId node = TextDocument::None;
        NodeId last = TextDocument::None;
    };

    TextDocument &m_document;
    std::vector<Open> m_open;
};

/// Leaves yaml-cpp in the middle of a document, with what this program found wrong.
struct Refusal
{
    TextFault fault = {};
};

/// Makes nodes of yaml-cpp's events.
class YamlEvents : public YAML::EventHandler
{
public:
    explicit YamlEvents(TextDocument &document)
        : m_document(document)
        , m_builder(document)
    {
    }

    void OnDocumentStart(const YAML::Mark &) override { }
    void OnDocumentEnd() override { }

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        remember(anchor, m_builder.add(Kind::Null, place(mark)));
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const NodeId id = m_builder.add(Kind::Alias, place(mark));
        m_document.nodes[id].first = m_anchors[anchor];
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        const auto scalar = yamlScalar(tag, value);
        if (!scalar) {
            throw Refusal{{place(mark), scalar.error()}};
        }
        const NodeId id = m_builder.add(scalar->kind, place(mark), scalar->text);
        m_document.nodes[id].isTrue = scalar->isTrue;
        m_document.nodes[id].isMergeKey =
            value == "<<" && (tag == "?" || tag == "tag:yaml.org,2002:merge");
        remember(anchor, id);
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        remember(anchor, m_builder.open(Kind::Sequence, place(mark)));
    }

    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        remember(anchor, m_builder.open(Kind::Mapping, place(mark)));
    }

    void OnSequenceEnd() override { m_builder.close(); }
    void OnMapEnd() override { m_builder.close(); }

private:
    static std::size_t place(const YAML::Mark &mark)
    {
        return static_cast<std::size_t>(std::max(mark.pos, 0));
    }

    void remember(YAML::anchor_t anchor, NodeId id)
    {
        if (anchor != 0) {
            m_anchors[anchor] = id;
        }
    }

    TextDocument &m_document;
    NodeBuilder m_builder;
    std::map<YAML::anchor_t, NodeId> m_anchors;
};

/// Only tells where a document begins.
class NextDocument : public YAML::EventHandler
{
public:
    struct Found
    {
        std::size_t at = 0;
    };

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        throw Found{static_cast<std::size_t>(std::max(mark.pos, 0))};
    }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &, YAML::anchor_t) override { }
    void OnAlias(const YAML::Mark &, YAML::anchor_t) override { }
    void OnScalar(const YAML::Mark &, const std::string &, YAML::anchor_t,
                  const std::string &) override
    {
    }
    void OnSequenceStart(const YAML::Mark &, const std::string &, YAML::anchor_t,
                         YAML::EmitterStyle::value) override
    {
    }
    void OnSequenceEnd() override { }
    void OnMapStart(const YAML::Mark &, const std::string &, YAML::anchor_t,
                    YAML::EmitterStyle::value) override
    {
    }
    void OnMapEnd() override { }
};

std::optional<std::size_t> nextDocument(YAML::Parser &parser, std::size_t otherwise)
{
    try {
        if (parser) {
            NextDocument next;
            parser.HandleNextDocument(next);
        }
    } catch (const NextDocument::Found &found) {
        return found.at;
    } catch (const YAML::Exception &fault) {
        return fault.mark.is_null() ? otherwise : static_cast<std::size_t>(fault.mark.pos);
    }
    return std::nullopt;
}

std::expected<TextDocument, TextFault> readYaml(std::string_view text)
{
    TextDocument document;
    // yaml-cpp misses that a quoted scalar is open where the text ends with its line.
    std::istringstream stream{std::string(text) + (text.ends_with('\n') ? "#" : "")};
    try {
        YamlEvents events(document);
        YAML::Parser parser(stream);
        parser.HandleNextDocument(events);
        document.secondDocument = nextDocument(parser, text.size());
    } catch (const Refusal &refusal) {
        return std::unexpected(refusal.fault);
    } catch (const YAML::Exception &fault) {
        const std::size_t at =
            fault.mark.is_null() ? 0 : static_cast<std::size_t>(std::max(fault.mark.pos, 0));
        return std::unexpected(TextFault{std::min(at, text.size()), "yaml: " + fault.msg});
    }
    return document;
}

std::expected<TextDocument, TextFault> readJson(std::string_view text)
{
    const JsonTokens json = tokenizeJson(text);
    if (json.errorAt) {
        return std::unexpected(
            TextFault{*json.errorAt, "couldn't get version/kind; json parse error"});
    }
    TextDocument document{.isJson = true};
    NodeBuilder builder(document);
    for (const JsonToken &token : json.tokens) {
        const std::string_view raw = text.substr(token.begin, token.end - token.begin);
        switch (token.kind) {
        case JsonToken::Kind::ObjectBegin:
            builder.open(Kind::Mapping, token.begin);
            break;
        case JsonToken::Kind::ArrayBegin:
            builder.open(Kind::Sequence, token.begin);
            break;
        case JsonToken::Kind::ObjectEnd:
        case JsonToken::Kind::ArrayEnd:
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

std::expected<std::string, TextFault> utf8Text(std::string_view bytes)
{
    const bool isLittle = bytes.starts_with("\xFF\xFE"sv);
    if (isLittle || bytes.starts_with("\xFE\xFF"sv)) {
        QStringDecoder decoder(isLittle ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
        const QString text =
            decoder(QByteArrayView(bytes.data() + 2, static_cast<qsizetype>(bytes.size()) - 2));
        if (decoder.hasError() || bytes.size() % 2 != 0) {
            return std::unexpected(TextFault{0, "yaml: incomplete UTF-16 character"});
        }
        return text.toStdString();
    }
    bytes.remove_prefix(bytes.starts_with("\xEF\xBB\xBF"sv) ? 3 : 0);
    return std::string(bytes);
}

std::expected<TextDocument, TextFault> readTextDocument(std::string_view utf8)
{
    constexpr std::size_t Largest = 1U << 30U;
    if (utf8.size() > Largest) {
        return std::unexpected(TextFault{0, "the text is too long"});
    }
    if (isJson(utf8)) {
        return readJson(utf8);
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded =
        decoder(QByteArrayView(utf8.data(), static_cast<qsizetype>(utf8.size())));
    if (decoder.hasError()) {
        return std::unexpected(TextFault{0, "yaml: invalid UTF-8"});
    }
    const std::optional<std::size_t> control = controlCharacter(utf8);
    auto document = readYaml(utf8.substr(0, control.value_or(utf8.size())));
    constexpr std::size_t ReadAhead = 512; // the library looks so far at once
    const bool isBehind = document && document->secondDocument && control
        && *control / ReadAhead > *document->secondDocument / ReadAhead;
    if (control && !isBehind) {
        return std::unexpected(TextFault{*control, "yaml: control characters are not allowed"});
    }
    return document;
}

} // namespace auditloupe
