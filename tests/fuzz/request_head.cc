// The parameters of a request's head: a line each, in the order of kNames; a line that is missing
// is a parameter that was not sent.
#include "fcgi/http/request_head.h"

#include <algorithm>
#include <array>
#include <optional>

#include "fcgi/base/crypto.h"
#include "fcgi/http/form.h"
#include "tests/fuzz/property.h"

namespace permit::fuzz {
namespace {

constexpr std::array<std::string_view, 12> kNames = {
    "REQUEST_METHOD",       "REQUEST_URI", "HTTP_COOKIE",
    "HTTP_ACCEPT_LANGUAGE", "REMOTE_ADDR", "HTTP_ORIGIN",
    "HTTP_SEC_FETCH_SITE",  "HTTP_HOST",   "REQUEST_ID",
    "HTTP_IF_NONE_MATCH",   "HTTPS",       "CONTENT_LENGTH"};

struct Head {
  std::array<std::optional<std::string>, kNames.size()> values;

  ParamLookup Lookup() const {
    return [this](const char* name) -> const char* {
      const auto at = std::find(kNames.begin(), kNames.end(), std::string_view(name));
      if (at == kNames.end()) return nullptr;
      const auto& value = values[static_cast<std::size_t>(at - kNames.begin())];
      return value ? value->c_str() : nullptr;
    };
  }
};

Head Split(std::string_view input) {
  Head head;
  for (auto& value : head.values) {
    if (input.empty()) break;
    const std::string_view line = input.substr(0, input.find('\n'));
    input.remove_prefix(std::min(input.size(), line.size() + 1));
    value = line.substr(0, line.find('\0'));
  }
  return head;
}

void RequireHints(const Request& request) {
  const std::pair<std::string_view, std::size_t> hints[] = {
      {request.accept_language, limits::kAcceptLanguageBytes},
      {request.if_none_match, limits::kIfNoneMatchBytes},
      {request.host, limits::kHostBytes},
      {request.origin, limits::kOriginBytes},
      {request.fetch_site, limits::kFetchSiteBytes}};
  for (const auto& [hint, limit] : hints) {
    Require(hint.size() <= limit && IsWellFormedUtf8(hint) && !HasControl(hint),
            "a header is short text");
  }
  Require(request.request_id.size() >= 8 && request.request_id.size() <= 64,
          "every request has an id");
}

// Another address of the same page.
void RequireSameElsewhere(const Request& request, Head head) {
  const std::string path = PercentEncode(request.path, "-._~/");
  if (path.size() > limits::kPathBytes) return;
  head.values[1] = path + QueryText(request.query);
  const Request again = ReadHead(head.Lookup());
  Require(!again.fault, "an address that was written reads back");
  Require(again.path == request.path, "with the same path");
  Require(again.query.entries() == request.query.entries(), "and the same query");
}

// 0: it was read as `length`.
int RefusalOf(std::string_view text, std::size_t limit, std::size_t& length) {
  try {
    length = ReadContentLength(text, limit);
    return 0;
  } catch (const HttpError& error) {
    return error.status();
  }
}

void RequireLength(std::string_view text) {
  constexpr std::size_t kLimit = 4321;
  std::size_t length = 0;
  const int refusal = RefusalOf(text, kLimit, length);
  if (text.find_first_not_of("0123456789") != std::string_view::npos) {
    Require(refusal == 400, "a length is digits alone");
    return;
  }
  const std::string_view digits = text.substr(std::min(text.find_first_not_of('0'), text.size()));
  if (digits.size() > 4 || (digits.size() == 4 && digits > "4321")) {
    Require(refusal == 413, "a length is within the limit");
    return;
  }
  std::size_t expected = 0;
  for (char digit : digits) expected = expected * 10 + static_cast<std::size_t>(digit - '0');
  Require(refusal == 0 && length == expected, "a length is the number that it says");
}

}  // namespace

void Try(std::string_view input) {
  const Head head = Split(input);
  const Request request = ReadHead(head.Lookup());
  RequireText(request.query);
  RequireHints(request);
  Require(
      request.path.starts_with('/') && !HasControl(request.path) && IsWellFormedUtf8(request.path),
      "a path is text that starts with a slash");
  for (const auto& [name, value] : request.cookies.entries()) {
    Require(IsToken(name) && !HasControl(value), "a cookie is plain");
  }
  if (request.fault) {
    Require(request.fault->status() == 400 || request.fault->status() == 405,
            "a head is refused as malformed");
  } else {
    RequireSameElsewhere(request, head);
  }
  RequireLength(head.values.back().value_or(""));
}

}  // namespace permit::fuzz
