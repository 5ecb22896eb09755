// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace auditloupe {

/// Whether values are shown as they are.
enum class Credentials { Masked, Plain };

/// An event's JSON text with every credential in it replaced by a mask that tells its length:
/// the values of Secrets, tokens, private keys, passwords. All other bytes stay as they are, and
/// what was JSON stays JSON. Takes damaged and cut texts too; there it rather masks too much.
std::string maskCredentials(std::string_view json);

/// How many values maskCredentials() would replace.
int countCredentials(std::string_view json);

/// The same for text that is no JSON, such as a command or a URI: by the credentials' looks.
std::string maskText(std::string_view text);

} // namespace auditloupe
