#include "handlers/mail/message.h"

#include <algorithm>
#include <cstdio>

#include "fcgi/base/crypto.h"

namespace permit {
namespace {

constexpr std::size_t kBase64Line = 76;
constexpr std::size_t kWordBytes = 36;  // an encoded word of them leaves room for the header's name

bool IsPlain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= 32 && c < 127; });
}

std::string OneLine(std::string_view text) {
  std::string line(text);
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 32 || c == 127) c = ' ';
  }
  return line;
}

// RFC 2047: words of base64, parted between characters, folded onto lines of their own.
std::string EncodedWords(std::string_view text) {
  std::string words;
  while (!text.empty()) {
    std::size_t take = std::min(text.size(), kWordBytes);
    while (take < text.size() && (static_cast<unsigned char>(text[take]) & 0xC0) == 0x80) --take;
    words += words.empty() ? "" : "\r\n ";
    words += "=?UTF-8?B?" + Base64Encode(text.substr(0, take)) + "?=";
    text.remove_prefix(take);
  }
  return words;
}

std::string HeaderText(std::string_view text) {
  std::string line = OneLine(text);
  return IsPlain(line) && line.size() < 60 ? line : EncodedWords(line);
}

// "Thu, 05 Mar 2026 07:08:09 +0800"
std::string HeaderDate(Instant instant) {
  static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  Date date = TaipeiDate(instant);
  std::chrono::weekday weekday{std::chrono::sys_days{date}};
  std::string time = FormatTime(instant).substr(11);
  char text[64];
  std::snprintf(text, sizeof text, "%s, %02u %s %04d %s +0800", kDays[weekday.c_encoding()],
                static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1],
                static_cast<int>(date.year()), time.c_str());
  return text;
}

std::string Base64Lines(std::string_view bytes) {
  std::string encoded = Base64Encode(bytes);
  std::string lines;
  for (std::size_t i = 0; i < encoded.size(); i += kBase64Line) {
    lines += encoded.substr(i, kBase64Line) + "\r\n";
  }
  return lines;
}

std::string Part(const std::string& boundary, std::string_view type, std::string_view body) {
  return "--" + boundary + "\r\nContent-Type: " + std::string(type) +
         "; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Base64Lines(body);
}

// A boundary of its own for each level, none of which is the beginning of another. The same mail
// tried twice is the same to the byte, so that a relay can tell.
std::string Boundary(const MailMessage& message, std::string_view level) {
  return "=_" + HexEncode(Sha256(message.message_id + std::string(level))).substr(0, 32);
}

std::string MultipartHeader(std::string_view kind, const std::string& boundary) {
  return "Content-Type: multipart/" + std::string(kind) + ";\r\n boundary=\"" + boundary +
         "\"\r\n\r\n";
}

// The same words twice, of which the reader sees one.
std::string Alternatives(const MailMessage& message) {
  const std::string boundary = Boundary(message, "");
  return MultipartHeader("alternative", boundary) + Part(boundary, "text/plain", message.text) +
         Part(boundary, "text/html", message.html) + "--" + boundary + "--\r\n";
}

std::string Body(const MailMessage& message) {
  if (message.calendar.empty()) return Alternatives(message);
  const std::string boundary = Boundary(message, ":mixed");
  return MultipartHeader("mixed", boundary) + "--" + boundary + "\r\n" + Alternatives(message) +
         "--" + boundary +
         "\r\nContent-Type: text/calendar; charset=UTF-8; name=\"deadline.ics\"\r\n"
         "Content-Disposition: attachment; filename=\"deadline.ics\"\r\n"
         "Content-Transfer-Encoding: base64\r\n\r\n" +
         Base64Lines(message.calendar) + "--" + boundary + "--\r\n";
}

// Names go in encoded words, so that none of their characters means anything to a mail server.
std::string NamedMailbox(std::string_view name, std::string_view in_brackets) {
  std::string words = EncodedWords(OneLine(name));
  return words.empty() ? OneLine(in_brackets) : words + "\r\n " + OneLine(in_brackets);
}

std::string FromHeader(std::string_view from) {
  std::size_t bracket = from.find('<');
  if (bracket == std::string_view::npos) return OneLine(from);
  std::string_view name = from.substr(0, bracket);
  while (name.ends_with(' ')) name.remove_suffix(1);
  return NamedMailbox(name, from.substr(bracket));
}

}  // namespace

std::string WriteMessage(const MailMessage& message) {
  std::string out;
  out += "Date: " + HeaderDate(message.date) + "\r\n";
  out += "From: " + FromHeader(message.from) + "\r\n";
  out += "To: " + NamedMailbox(message.recipient_name, "<" + message.recipient + ">") + "\r\n";
  out += "Subject: " + HeaderText(message.subject) + "\r\n";
  out += "Message-ID: <" + OneLine(message.message_id) + ">\r\n";
  out += "Content-Language: " + std::string(LanguageTag(message.language)) + "\r\n";
  out += "Auto-Submitted: auto-generated\r\n";
  out += "MIME-Version: 1.0\r\n";
  return out + Body(message);
}

std::optional<std::string> MailboxOf(std::string_view written) {
  if (OneLine(written) != written) return std::nullopt;
  std::size_t open = written.find('<');
  if (open != std::string_view::npos) {
    if (!written.ends_with('>')) return std::nullopt;
    written = written.substr(open + 1, written.size() - open - 2);
  }
  std::size_t at = written.find('@');
  if (at == 0 || at == std::string_view::npos || at + 1 == written.size()) return std::nullopt;
  if (written.find('@', at + 1) != std::string_view::npos || written.size() > 254) {
    return std::nullopt;
  }
  for (unsigned char c : written) {
    if (c <= 32 || c == 127 ||
        std::string_view("<>()[]\\,;:\"").find(static_cast<char>(c)) != std::string_view::npos) {
      return std::nullopt;
    }
  }
  return std::string(written);
}

}  // namespace permit
