// A browser in front of the site, in one process: requests go through the dispatcher to the real
// handlers, views and database, without nginx and the pool.
//
// The browser keeps cookies, takes the form token and the act's key from the page it saw last, and
// does not follow redirects by itself.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "fcgi/base/clock.h"
#include "fcgi/base/crypto.h"
#include "fcgi/base/settings.h"
#include "handlers/dispatch.h"
#include "handlers/web/context.h"
#include "tests/support/private_database.h"
#include "tests/support/real_renderer.h"

namespace permit::test {

inline constexpr std::string_view kStudent = "/coa-frontend/china-student/individual";

using Fields = std::vector<std::pair<std::string, std::string>>;

struct SentFile {
  std::string field;
  std::string name;
  std::string content;
};

// Bodies as a browser writes them. The parts of MultipartBody are divided by kBoundary.
inline constexpr std::string_view kBoundary = "----a-boundary-of-the-tests";
std::string UrlEncodedBody(const Fields& fields);
std::string MultipartBody(const Fields& fields, const std::vector<SentFile>& files);

// The value of the first hidden or text input of that name; empty without one.
std::string InputValue(const std::string& html, const std::string& name);
std::string HeaderOf(const Response& response, std::string_view name);

class Browser {
 public:
  explicit Browser(Dispatcher& dispatcher) : dispatcher_(dispatcher) {}

  Response Get(const std::string& path_and_query);

  // Adds the fields `csrf` and `act` of the page seen last, unless the fields name them.
  Response Post(const std::string& path, Fields fields = {});
  Response PostFiles(const std::string& path, Fields fields, const std::vector<SentFile>& files);

  // A body of the test's own making, without anything added.
  Response PostBody(const std::string& path, const std::string& content_type,
                    const std::string& body) {
    return Send("POST", path, content_type, body);
  }

  // The page that a 303 leads to; fails the test when it is none.
  Response Follow(const Response& response);

  // The same browser, its requests served by another worker.
  Browser OnAnother(Dispatcher& dispatcher) const {
    Browser same(dispatcher);
    same.cookies_ = cookies_;
    same.page_ = page_;
    return same;
  }

  void SetCookie(const std::string& name, const std::string& value) { cookies_[name] = value; }
  void ForgetCookies() { cookies_.clear(); }
  std::string Cookie(const std::string& name) const {  // empty when there is none
    const auto cookie = cookies_.find(name);
    return cookie == cookies_.end() ? std::string() : cookie->second;
  }
  // Goes with every request from now on; as FastCGI names it, "HTTP_IF_NONE_MATCH".
  void SetHeader(const std::string& name, const std::string& value) { headers_[name] = value; }
  const std::string& page() const { return page_; }  // the HTML seen last

 private:
  Response Send(const std::string& method, const std::string& path_and_query,
                const std::string& content_type, const std::string& body);
  Fields WithTokens(Fields fields) const;

  Dispatcher& dispatcher_;
  std::map<std::string, std::string> cookies_;
  std::map<std::string, std::string> headers_;
  std::string page_;
};

class SiteTest : public DatabaseTest {
 protected:
  SiteTest();

  static const views::Renderer& SharedRenderer() { return views::RealRenderer(); }

  // Gives the browser a session of the account.
  void LogIn(Browser& browser, std::uint64_t account_id);

  Settings settings;
  ManualClock clock;
  SystemRandom random;
  Services services;
  Dispatcher dispatcher;
  Browser browser;
};

}  // namespace permit::test
