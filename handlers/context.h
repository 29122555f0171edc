// What a handler is given: the request, who is asking, and the services of the worker.
//
// Services live as long as the worker; a Context lives for one request. Nothing here is owned.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "fcgi/base/clock.h"
#include "fcgi/base/crypto.h"
#include "fcgi/base/settings.h"
#include "fcgi/http/request.h"
#include "fcgi/http/response.h"
#include "handlers/rules/calendar.h"
#include "handlers/rules/language.h"
#include "handlers/todo/announcement_board.h"

namespace permit {

namespace sql {
class Database;
class Transaction;
}  // namespace sql
namespace payment {
class PaymentGateway;
}
namespace views {
class Renderer;
struct PageFrame;
}  // namespace views

struct Services {
  const Settings& settings;
  const Clock& clock;
  Random& random;
  sql::Database& database;
  const views::Renderer& renderer;
  std::string secret;                                     // signs form tokens
  AnnouncementBoard board;                                // held by the worker
  const payment::PaymentGateway* gateway = nullptr;       // of cards and web ATM
  const payment::PaymentGateway* e_government = nullptr;  // the platform; each null: not configured
};

// The session's account, joined in one statement.
struct Visitor {
  std::string session_hash;
  std::uint64_t account_id = 0;
  std::uint64_t applicant_id = 0;
  std::string login_name;
  std::string display_name;
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
  bool shows_kept_form = false;              // the page shows what such a sender has left
  std::string csrf_token;                    // for every form of the page
  Params path_values;                        // {name} segments of the route
  std::vector<Cookie> cookies_to_set;

  Instant now() const { return services.clock.Now(); }
  Date today() const { return TaipeiDate(now()); }
  std::string_view PathValue(std::string_view name) const { return path_values.Get(name); }
};

using Handler = Response (*)(Context&);

// Frame of a page in the visitor's language: title, menu, language switch, token, notice.
views::PageFrame Frame(const Context& context);

// Runs an act once. The form's `act` field is its key: the first request runs `work` in one
// transaction together with the row of the key and gets its location; the same key with the same
// body gets the first location again; with another body HttpError 409. A key that is missing or is
// no UUID is HttpError 400. `work` may run several times (deadlock), only the last counts.
// Answer: 303 to the location.
Response Act(Context& context, const std::function<std::string(sql::Transaction&)>& work);

}  // namespace permit
