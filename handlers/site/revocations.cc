#include "handlers/site/revocations.h"

#include <cstdio>
#include <ctime>

#include "fcgi/http/entity_tag.h"
#include "sql/database.h"
#include "sql/seal_store.h"

namespace permit {
namespace {

// "Tue, 03 Mar 2026 02:00:00 GMT", whatever the locale.
std::string HttpDate(Instant instant) {
  constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t time =
      std::chrono::system_clock::to_time_t(std::chrono::floor<std::chrono::seconds>(instant));
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[48];
  std::snprintf(text, sizeof text, "%s, %02d %s %d %02d:%02d:%02d GMT", kDays[parts.tm_wday],
                parts.tm_mday, kMonths[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour,
                parts.tm_min, parts.tm_sec);
  return text;
}

}  // namespace

Response ShowRevocations(Context& context) {
  auto file = sql::FindRevocationList(context.services.database);
  if (!file) throw HttpError(404, "no revocation list was made yet");
  const std::string tag = '"' + file->sha256 + '"';
  Response response;
  if (MatchesTag(context.request.if_none_match, tag)) {
    response.status = 304;
  } else {
    response = Response::File(std::move(file->content), "application/octet-stream",
                              "revocations.prl", false);
  }
  response.Header("Last-Modified", HttpDate(file->made_at));
  response.Header("ETag", tag);
  response.Header("Cache-Control", "public, max-age=300");
  return response;
}

}  // namespace permit
