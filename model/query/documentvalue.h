// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/fieldreference.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// A value found in an event's bytes.
struct DocumentValue
{
    std::string json = {}; ///< as it stands there: no digit and no escape is changed
    std::string text = {}; ///< of a string its content, of anything else its JSON
    bool isString = false;
    bool isWhole = true; ///< false: it breaks off, perhaps, and this is its beginning

    bool isList() const { return json.starts_with('['); }
    bool isNumber() const { return json.find_first_of("-0123456789") == 0; }
};

/// What befell a document on its way.
enum class Damage : std::uint8_t {
    None,
    Cut, ///< it may break off, or cannot be read from some place on
    Anywhere ///< it was put together from a cut entry: any value may break off
};

/// Reads values by path. Keeps its buffers between documents; one reader a thread.
class DocumentReader
{
public:
    DocumentReader();
    ~DocumentReader();

    /// The document that is read from now on; a copy is kept.
    void open(std::string_view document, Damage damage = Damage::None);

    /// All values at the path, nulls left out. Damaged documents give what stands before the
    /// damage.
    std::vector<DocumentValue> values(std::span<const PathStep> path);

    /// The same, with the elements of lists in place of the lists.
    std::vector<DocumentValue> elements(std::span<const PathStep> path);

    /// Of the last answer: whether it holds all that stood there, as no list on the way breaks off.
    bool hasAll() const;

    /// Both for a document that is asked once.
    std::vector<DocumentValue> values(std::string_view document, std::span<const PathStep> path);
    std::vector<DocumentValue> elements(std::string_view document, std::span<const PathStep> path);

private:
    enum class Lists : std::uint8_t { Whole, Elements };

    std::vector<DocumentValue> find(std::span<const PathStep> path, Lists lists);

    struct Private;
    std::unique_ptr<Private> d;
};

/// A JSON string for a text; what is no UTF-8 becomes U+FFFD.
std::string jsonString(std::string_view text);

} // namespace auditloupe
