// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/policy/textdocument.h"
#include "model/policy/yamlcursor.h"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace auditloupe {

struct YamlToken
{
    enum class Kind : std::uint8_t {
        Fault, ///< nothing follows it
        StreamEnd,
        Version,
        TagDirective,
        DocumentStart,
        DocumentEnd,
        BlockSequenceStart,
        BlockMappingStart,
        BlockEnd,
        FlowSequenceStart,
        FlowSequenceEnd,
        FlowMappingStart,
        FlowMappingEnd,
        BlockEntry,
        FlowEntry,
        Key,
        Value,
        Alias,
        Anchor,
        Tag,
        Scalar
    };

    Kind kind = Kind::StreamEnd;
    bool isPlain = false; ///< of a scalar: without quotes
    std::size_t at = 0;
    std::string text = {}; ///< scalar, name, version; of a tag its handle
    std::string suffix = {}; ///< of a tag; of a tag's directive its prefix
};

/// Splits YAML 1.1 into tokens, where a mapping's key is told by the colon behind it. Follows the
/// grammar of libyaml, of which the API server's library is a port: what one refuses the other
/// does.
class YamlScanner
{
public:
    explicit YamlScanner(std::string_view text);

    const YamlToken &peek();
    YamlToken take();
    const std::optional<TextFault> &fault() const { return m_fault; }

private:
    using Kind = YamlToken::Kind;

    /// Where a key may begin that only a later colon makes one.
    struct SimpleKey
    {
        bool isPossible = false;
        bool isRequired = false;
        std::size_t token = 0;
        std::size_t at = 0;
        std::size_t index = 0;
        int line = 0;
        int column = 0;
    };

    bool fail(std::string text) { return fail(std::move(text), m_cursor.at()); }
    bool fail(std::string text, std::size_t at);
    void add(Kind kind, std::size_t at);
    void addSkipping(Kind kind, int characters);

    bool fetchUntilKnown();
    bool needsMore() const;
    bool fetchNext();
    bool fetchIndicator();
    bool fetchContent();
    void skipToToken();

    bool staleKeys();
    bool saveKey();
    bool removeKey();
    void unroll(int column);
    void roll(int column, std::optional<std::size_t> token, Kind kind, std::size_t at);

    bool fetchStreamEnd();
    bool fetchDocumentMark();
    bool fetchFlowStart(Kind kind);
    bool fetchFlowEnd(Kind kind);
    bool fetchFlowEntry();
    bool fetchBlockEntry();
    bool fetchKey();
    bool fetchValue();

    bool scanDirective();
    bool scanVersion(YamlToken &token);
    bool scanTagDirective(YamlToken &token);
    bool endDirective();
    bool scanAnchor(Kind kind);
    bool scanTag();
    bool scanTagHandle(std::string &handle);
    bool scanTagUri(std::string &uri);
    bool scanBlockScalar();
    bool scanBlockHeader(int &chomping, int &increment);
    bool scanBlockBreaks(int &indent, std::string &breaks);
    bool scanFlowScalar();
    bool scanFlowText(std::string &text, char quote, bool &isFolded);
    bool scanEscape(std::string &text);
    bool scanPlain();

    YamlCursor m_cursor;
    std::deque<YamlToken> m_tokens;
    std::size_t m_taken = 0; ///< tokens so far
    std::vector<SimpleKey> m_keys{SimpleKey()}; ///< one a level of flow collections
    std::vector<int> m_indents;
    int m_indent = -1;
    bool m_isKeyAllowed = true;
    bool m_isAtEnd = false;
    std::optional<TextFault> m_fault;
};

} // namespace auditloupe
