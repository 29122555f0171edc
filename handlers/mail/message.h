// A mail as it goes over the wire: RFC 5322 headers, RFC 2047 words, multipart/alternative, within
// multipart/mixed where a file is attached.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "handlers/rules/calendar.h"
#include "handlers/rules/language.h"

namespace permit {

struct MailMessage {
  std::string from;       // address alone, or "Name <address>"
  std::string recipient;  // address alone
  std::string recipient_name;
  std::string message_id;  // without brackets; the same each time the mail is tried
  Language language = Language::kChinese;
  Instant date;
  std::string subject;
  std::string text;
  std::string html;
  std::string calendar = {};  // of a file that is attached (RFC 5545), or empty
};

// CR LF line ends, lines within 998 bytes, bodies in base64. Control characters of the subject
// become spaces, so that no header can be smuggled in.
std::string WriteMessage(const MailMessage& message);

// The address of "Name <address>" or of an address alone. nullopt: it is not one mailbox that may
// be named to a mail server; control characters, spaces, brackets, quotes and a second @ are
// refused.
std::optional<std::string> MailboxOf(std::string_view written);

}  // namespace permit
