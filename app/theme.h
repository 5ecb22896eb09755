// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace auditloupe {

/// Dark, light, or what the system says.
enum class Theme { System, Light, Dark };

/// The one chosen last, from the settings.
Theme storedTheme();
void storeTheme(Theme theme);

/// Sets colours, and icons that can be seen on them, also where the platform cannot be asked for
/// a colour scheme.
void applyTheme(Theme theme);

} // namespace auditloupe
