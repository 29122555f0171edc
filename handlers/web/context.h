// What a handler is given: the request, who is asking, and the services of the worker.
//
// Services live as long as the worker; a Context lives for one request. Nothing here is owned.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "fcgi/base/clock.h"
#include "fcgi/base/crypto.h"
#include "fcgi/base/settings.h"
#include "fcgi/http/request.h"
#include "fcgi/http/response.h"
#include "handlers/rules/calendar.h"
#include "handlers/rules/language.h"
#include "handlers/web/announcement_board.h"

namespace permit {

namespace sql {
class Database;
}  // namespace sql
namespace payment {
class Gateways;
extern const Gateways kNoGateways;
}  // namespace payment
namespace views {
class Renderer;
}  // namespace views

struct Services {
  const Settings& settings;
  const Clock& clock;
  Random& random;
  sql::Database& database;
  const views::Renderer& renderer;
  std::string secret;                                         // signs form tokens
  AnnouncementBoard board;                                    // held by the worker
  const payment::Gateways* gateways = &payment::kNoGateways;  // never null
};

// The session's account, joined in one statement.
struct Visitor {
  std::string session_hash;
  std::uint64_t account_id = 0;
  std::uint64_t applicant_id = 0;
  std::string login_name;
  std::string display_name;                     // in Chinese, as papers and passkeys bear it
  std::string shown_name;                       // in the language of the page
  Language mail_language = Language::kChinese;  // of the account
  bool must_change_password = false;
  Instant session_ends;
};

struct Context {
  const Request& request;
  Services& services;
  Language language = Language::kChinese;
  std::optional<Visitor> visitor;
  std::optional<std::uint64_t> late_sender;  // the account of a session that has ended by idleness
  int form_fault = 0;                        // of a form that is shown again: 403, 413 or 415
  bool shows_kept_form = false;              // the page shows what such a sender has left
  std::string csrf_token;                    // for every form of the page
  Params path_values;                        // {name} segments of the route
  std::vector<Cookie> cookies_to_set;

  Instant now() const { return services.clock.Now(); }
  Date today() const { return TaipeiDate(now()); }
  std::string_view PathValue(std::string_view name) const { return path_values.Get(name); }
};

using Handler = Response (*)(Context&);

}  // namespace permit
