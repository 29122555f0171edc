#include "tests/support/site/site_fixture.h"

#include <gtest/gtest.h>

#include "fcgi/base/crypto.h"
#include "fcgi/http/request_head.h"
#include "handlers/routes.h"
#include "handlers/web/csrf.h"
#include "handlers/web/session.h"
#include "sql/session_store.h"
#include "tests/support/signing_keys.h"

namespace permit::test {
namespace {

class TextBody final : public BodySource {
 public:
  TextBody(std::string type, std::string bytes)
      : type_(std::move(type)), bytes_(std::move(bytes)) {}
  std::string_view content_type() const override { return type_; }
  std::string Read(std::size_t limit) override {
    if (bytes_.size() > limit) throw HttpError(413, "the body is over the limit");
    return bytes_;
  }

 private:
  std::string type_;
  std::string bytes_;
};

bool Names(const Fields& fields, std::string_view name) {
  for (const auto& field : fields) {
    if (field.first == name) return true;
  }
  return false;
}

void AddHidden(const std::string& page, const char* name, Fields& fields) {
  std::string value = InputValue(page, name);
  if (!Names(fields, name) && !value.empty()) fields.emplace_back(name, value);
}

// A form that is saved says which revision its page showed, and which page it was; one that is
// sent, that its page has asked about a correction without a change.
Fields WithRevision(const std::string& page, const std::string& path, Fields fields) {
  if (page.find("action=\"" + path + "\"") == std::string::npos) return fields;
  for (const char* name : {"revision", "page", "unchanged"}) AddHidden(page, name, fields);
  return fields;
}

}  // namespace

std::string UrlEncodedBody(const Fields& fields) {
  std::string body;
  for (const auto& [name, value] : fields) {
    if (!body.empty()) body += '&';
    body += PercentEncode(name) + '=' + PercentEncode(value);
  }
  return body;
}

std::string MultipartBody(const Fields& fields, const std::vector<SentFile>& files) {
  std::string body;
  auto open = [&](const std::string& disposition) {
    body += "--" + std::string(kBoundary) + "\r\nContent-Disposition: form-data; " + disposition;
  };
  for (const auto& [name, value] : fields) {
    open("name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
  }
  for (const SentFile& file : files) {
    open("name=\"" + file.field + "\"; filename=\"" + file.name +
         "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + file.content + "\r\n");
  }
  return body + "--" + std::string(kBoundary) + "--\r\n";
}

std::string InputValue(const std::string& html, const std::string& name) {
  std::size_t at = html.find("name=\"" + name + "\"");
  if (at == std::string::npos) return {};
  std::size_t tag_end = html.find('>', at);
  std::size_t tag_start = html.rfind('<', at);
  std::string tag = html.substr(tag_start, tag_end - tag_start);
  std::size_t value = tag.find("value=\"");
  if (value == std::string::npos) return {};
  value += 7;
  return tag.substr(value, tag.find('"', value) - value);
}

std::string HeaderOf(const Response& response, std::string_view name) {
  for (const auto& [header, value] : response.headers) {
    if (header == name) return value;
  }
  return {};
}

Response Browser::Get(const std::string& path_and_query) {
  return Send("GET", path_and_query, {}, {});
}

Response Browser::Post(const std::string& path, Fields fields) {
  return Send("POST", path, "application/x-www-form-urlencoded",
              UrlEncodedBody(WithRevision(page_, path, WithTokens(std::move(fields)))));
}

Response Browser::PostFiles(const std::string& path, Fields fields,
                            const std::vector<SentFile>& files) {
  return Send("POST", path, "multipart/form-data; boundary=" + std::string(kBoundary),
              MultipartBody(WithRevision(page_, path, WithTokens(std::move(fields))), files));
}

Response Browser::Follow(const Response& response) {
  EXPECT_EQ(303, response.status) << response.body.substr(0, 2000);
  return Get(HeaderOf(response, "Location"));
}

Response Browser::Send(const std::string& method, const std::string& path_and_query,
                       const std::string& content_type, const std::string& body) {
  std::string cookie;
  for (const auto& [name, value] : cookies_) {
    if (!cookie.empty()) cookie += "; ";
    cookie += name + '=' + value;
  }
  std::map<std::string, std::string> params = {
      {"REQUEST_METHOD", method},     {"REQUEST_URI", path_and_query},
      {"REMOTE_ADDR", "192.0.2.1"},   {"HTTP_COOKIE", cookie},
      {"CONTENT_TYPE", content_type}, {"CONTENT_LENGTH", std::to_string(body.size())}};
  for (const auto& [name, value] : headers_) params[name] = value;
  TextBody source(content_type, body);
  Response response =
      dispatcher_.Handle(ReadHead([&](const char* name) -> const char* {
                           auto param = params.find(name);
                           return param == params.end() ? nullptr : param->second.c_str();
                         }),
                         source);
  for (const auto& [header, value] : response.headers) {
    if (header != "Set-Cookie") continue;
    std::size_t equals = value.find('=');
    std::string kept = value.substr(equals + 1, value.find(';') - equals - 1);
    if (value.find("Max-Age=0") != std::string::npos) {
      cookies_.erase(value.substr(0, equals));
    } else {
      cookies_[value.substr(0, equals)] = kept;
    }
  }
  if (response.body.find("<html") != std::string::npos) page_ = response.body;
  return response;
}

Fields Browser::WithTokens(Fields fields) const {
  for (const char* name : {"csrf", "act"}) AddHidden(page_, name, fields);
  return fields;
}

SiteTest::SiteTest()
    : clock(std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + std::chrono::hours(2)),
      services{settings, clock, random, database, SharedRenderer(), "the secret of the tests", {}},
      dispatcher(services, Routes()),
      browser(dispatcher) {
  settings.signing_key_dir = SigningKeys();
}

void SiteTest::LogIn(Browser& who, std::uint64_t account_id) {
  std::string token = random.Token();
  sql::InsertSession(database, SessionHash(token), account_id, clock.Now(),
                     clock.Now() + std::chrono::minutes(settings.session_idle_minutes));
  who.SetCookie(CookieName(kSessionCookie, false), token);
}

}  // namespace permit::test
