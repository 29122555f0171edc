#include "fcgi/http/request_head.h"

#include <algorithm>
#include <charconv>

#include "fcgi/base/crypto.h"
#include "fcgi/http/cookie.h"
#include "fcgi/http/form.h"
#include "fcgi/http/limits.h"
#include "fcgi/http/text.h"

namespace permit {
namespace {

std::string_view Text(const ParamLookup& param, const char* name) {
  const char* value = param(name);
  return value == nullptr ? std::string_view{} : std::string_view(value);
}

Method ReadMethod(std::string_view method) {
  if (method == "GET" || method == "HEAD") return Method::kGet;
  if (method == "POST") return Method::kPost;
  throw HttpError(405, "a method that no page has");
}

// An encoded slash would change which route a path means, so it is refused. A '%' that encodes
// nothing stands for itself: such a path is no page's.
std::string ReadPath(std::string_view encoded) {
  if (encoded.size() > limits::kPathBytes) throw HttpError(400, "the path is too long");
  if (!encoded.starts_with('/')) throw HttpError(400, "the path does not start with a slash");
  std::string path = LenientPercentDecode(encoded, PlusSign::kIsPlus);
  if (HasControl(path) || !IsWellFormedUtf8(path))
    throw HttpError(400, "the path is not plain text");
  if (std::count(path.begin(), path.end(), '/') !=
      std::count(encoded.begin(), encoded.end(), '/')) {
    throw HttpError(400, "an encoded slash in the path");
  }
  return path;
}

std::string ReadRequestId(std::string_view id) {
  bool good = id.size() >= 8 && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
                return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '-';
              });
  return good ? std::string(id) : HexEncode(SystemRandom().Bytes(16));
}

// A header that one may as well not have sent: what is too long or no text is left out.
std::string ReadHint(std::string_view value, std::size_t limit) {
  bool good = value.size() <= limit && IsWellFormedUtf8(value) && !HasControl(value);
  return good ? std::string(value) : std::string();
}

// Unlike a hint, one that cannot be read is another site's and not none.
std::string ReadOrigin(std::string_view value) {
  return value.empty() || !ReadHint(value, limits::kOriginBytes).empty() ? std::string(value)
                                                                         : "unreadable";
}

}  // namespace

Request ReadHead(const ParamLookup& param) {
  Request request;
  request.remote_address = Text(param, "REMOTE_ADDR");
  request.request_id = ReadRequestId(Text(param, "REQUEST_ID"));
  request.accept_language =
      ReadHint(Text(param, "HTTP_ACCEPT_LANGUAGE"), limits::kAcceptLanguageBytes);
  request.user_agent = ReadHint(Text(param, "HTTP_USER_AGENT"), limits::kUserAgentBytes);
  request.if_none_match = ReadHint(Text(param, "HTTP_IF_NONE_MATCH"), limits::kIfNoneMatchBytes);
  request.host = ReadHint(Text(param, "HTTP_HOST"), limits::kHostBytes);
  request.origin = ReadOrigin(Text(param, "HTTP_ORIGIN"));
  request.fetch_site = ReadHint(Text(param, "HTTP_SEC_FETCH_SITE"), limits::kFetchSiteBytes);
  request.tls = Text(param, "HTTPS") == "on";
  request.cookies = ParseCookies(Text(param, "HTTP_COOKIE"));
  request.path = "/";
  std::string_view address = Text(param, "REQUEST_URI");
  // Some clients send the fragment along, which is none of the server's.
  address = address.substr(0, address.find('#'));
  std::size_t mark = address.find('?');
  try {
    request.path = ReadPath(address.substr(0, mark));
    if (mark != std::string_view::npos) ParseQuery(address.substr(mark + 1), request.query);
    request.method = ReadMethod(Text(param, "REQUEST_METHOD"));
  } catch (const HttpError& error) {
    request.fault = error;
  }
  return request;
}

bool IsHead(const ParamLookup& param) { return Text(param, "REQUEST_METHOD") == "HEAD"; }

std::size_t ReadContentLength(std::string_view text, std::size_t limit) {
  if (text.empty()) return 0;
  std::size_t length = 0;
  bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits) throw HttpError(400, "the length of the body is no number");
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  if (error != std::errc() || length > limit) throw HttpError(413, "the body is too long");
  return length;
}

}  // namespace permit
