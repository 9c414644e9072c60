// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The bytes of an XML file as UTF-8, whatever encoding it is in. Internal to io.
/// Source: W3C, Extensible Markup Language (XML) 1.0 (Fifth Edition), section 4.3.3 and appendix F.

#include <string>
#include <string_view>

namespace fairlead::io {

/// A byte order mark tells UTF-16, else the declaration counts, else it is UTF-8. A declaration of
/// UTF-16 that is itself in single bytes is wrong, as programs write it that make the text in
/// memory and save it as UTF-8, and is not followed.
/// @throws Error (malformed) naming file and line for bytes that are not of that encoding or that
///         no text has; Error (unsupported) naming an encoding that is not known here.
[[nodiscard]] std::string xml_as_utf8(std::string_view text, const std::string& name);

} // namespace fairlead::io
