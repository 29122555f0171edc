#include "fcgi/http/request_head.h"

#include <gtest/gtest.h>

#include <map>

#include "fcgi/http/limits.h"
#include "tests/fcgi/http/http_status.h"

namespace permit {
namespace {

using Variables = std::map<std::string, std::string>;

Request Read(Variables variables) {
  variables.try_emplace("REQUEST_METHOD", "GET");
  variables.try_emplace("REQUEST_URI", "/");
  return ReadHead([&](const char* name) -> const char* {
    auto found = variables.find(name);
    return found == variables.end() ? nullptr : found->second.c_str();
  });
}

int Fault(const Variables& variables) {
  Request request = Read(variables);
  return request.fault ? request.fault->status() : 200;
}

TEST(RequestHead, ReadsEveryPart) {
  Request request = Read({{"REQUEST_METHOD", "POST"},
                          {"REQUEST_URI", "/coa-frontend/a%20b+c?lang=en&x=%E9%99%B8+1"},
                          {"HTTP_COOKIE", "__Host-session=abc; lang=en"},
                          {"HTTP_ACCEPT_LANGUAGE", "zh-TW,zh;q=0.9"},
                          {"HTTP_USER_AGENT", "Mozilla/5.0 (X11; Linux x86_64)"},
                          {"REMOTE_ADDR", "192.0.2.7"},
                          {"REQUEST_ID", "0123456789abcdef0123456789abcdef"},
                          {"HTTPS", "on"}});
  EXPECT_FALSE(request.fault);
  EXPECT_EQ(request.method, Method::kPost);
  EXPECT_EQ(request.path, "/coa-frontend/a b+c");
  EXPECT_EQ(request.query.Get("lang"), "en");
  EXPECT_EQ(request.query.Get("x"), "陸 1");
  EXPECT_EQ(request.cookies.Get("__Host-session"), "abc");
  EXPECT_EQ(request.cookies.Get("lang"), "en");
  EXPECT_EQ(request.accept_language, "zh-TW,zh;q=0.9");
  EXPECT_EQ(request.user_agent, "Mozilla/5.0 (X11; Linux x86_64)");
  EXPECT_EQ(request.remote_address, "192.0.2.7");
  EXPECT_EQ(request.request_id, "0123456789abcdef0123456789abcdef");
  EXPECT_TRUE(request.tls);
}

TEST(RequestHead, AnOriginThatCannotBeReadIsNotNone) {
  EXPECT_EQ(Read({}).origin, "");
  EXPECT_EQ(Read({{"HTTP_ORIGIN", "https://permit.example"}}).origin, "https://permit.example");
  EXPECT_EQ(Read({{"HTTP_ORIGIN", "null"}}).origin, "null");
  for (const std::string& origin : {"https://" + std::string(300, 'a'), std::string("\xff")}) {
    EXPECT_EQ(Read({{"HTTP_ORIGIN", origin.c_str()}}).origin, "unreadable");
  }
}

TEST(RequestHead, AUserAgentThatCannotBeReadIsNone) {
  for (const std::string& agent :
       {std::string(1001, 'a'), std::string("\xff"), std::string("a\x01")}) {
    EXPECT_EQ(Read({{"HTTP_USER_AGENT", agent.c_str()}}).user_agent, "");
  }
}

TEST(RequestHead, ServesHeadAsGet) {
  EXPECT_EQ(Read({{"REQUEST_METHOD", "HEAD"}}).method, Method::kGet);
  EXPECT_EQ(Fault({{"REQUEST_METHOD", "HEAD"}}), 200);
  EXPECT_FALSE(Read({}).tls);
}

TEST(RequestHead, FindsFaults) {
  const std::pair<const char*, int> addresses[] = {
      {"", 400},      {"*", 400},          {"http://host/", 400}, {"/%", 200},
      {"/%zz", 200},  {"/a%2Fb", 400},     {"/%00", 400},         {"/a%0d%0aX:1", 400},
      {"/%ff", 400},  {"/%ed%a0%80", 400}, {"/?a=%", 200},        {"/?a=%ff", 200},
      {"/?=1", 200},  {"/?%00=1", 200},    {"/a\x7f", 400},       {"/%E9%99%B8?", 200},
      {"/a//b", 200}, {"/../etc", 200},
  };
  for (const auto& [address, status] : addresses) {
    EXPECT_EQ(Fault({{"REQUEST_URI", address}}), status) << address;
  }
  EXPECT_EQ(Fault({{"REQUEST_URI", "/" + std::string(limits::kPathBytes, 'a')}}), 400);
  for (const char* method : {"", "get", "PUT", "DELETE", "TRACE", "OPTIONS", "GET "}) {
    EXPECT_EQ(Fault({{"REQUEST_METHOD", method}}), 405) << method;
  }
}

TEST(RequestHead, TakesAQueryThatOthersAddedTo) {
  const Request request = Read({{"REQUEST_URI",
                                 "/100%?utm=100%&fbclid=a%zz&x=%u4e2d&latin=%e9&=1&nul=%00&"
                                 "%00=1&lang=en"}});
  EXPECT_FALSE(request.fault);
  EXPECT_EQ(request.path, "/100%");
  EXPECT_EQ(Read({{"REQUEST_URI", "/a#b"}}).path, "/a");
  EXPECT_EQ(Read({{"REQUEST_URI", "/a?b=c#d?e"}}).query.Get("b"), "c");
  const std::vector<std::pair<std::string, std::string>> kept = {
      {"utm", "100%"}, {"fbclid", "a%zz"}, {"x", "%u4e2d"}, {"lang", "en"}};
  EXPECT_EQ(request.query.entries(), kept);
  std::string many = "/?";
  for (std::size_t i = 0; i <= limits::kFields; ++i) many += "a=1&";
  EXPECT_EQ(Fault({{"REQUEST_URI", many}}), 200);
  EXPECT_EQ(Fault({{"REQUEST_URI", "/?" + std::string(limits::kNameBytes + 1, 'n') + "=1"}}), 200);
}

TEST(RequestHead, FindsTheSitesCookiesAmongManyOthers) {
  std::string cookies;
  for (int i = 0; i < 200; ++i) {
    cookies += "_other_" + std::to_string(i) + "=" + std::string(60, 'v') + "; ";
  }
  EXPECT_EQ(Read({{"HTTP_COOKIE", cookies + "session=abc"}}).cookies.Get("session"), "abc");
  EXPECT_EQ(Read({{"HTTP_COOKIE", "x=" + std::string(9000, 'y') + "; session=abc"}})
                .cookies.Get("session"),
            "abc");
}

TEST(RequestHead, MintsARequestIdWhenNoneIsSensible) {
  for (const char* id : {"", "short", "with space 123", "newline\n12345"}) {
    std::string minted = Read({{"REQUEST_ID", id}}).request_id;
    EXPECT_EQ(minted.size(), 32u) << id;
    EXPECT_NE(minted, Read({{"REQUEST_ID", id}}).request_id);
  }
}

TEST(RequestHead, ReadsTheLengthOfTheBodyStrictly) {
  EXPECT_EQ(ReadContentLength("", 10), 0u);
  EXPECT_EQ(ReadContentLength("0", 0), 0u);
  EXPECT_EQ(ReadContentLength("10", 10), 10u);
  for (const char* bad : {"-1", "+1", " 1", "1 ", "1x", "0x10", "1e3", "ten"}) {
    EXPECT_EQ(StatusOf([&] { ReadContentLength(bad, 10); }), 400) << bad;
  }
  for (const char* big : {"11", "18446744073709551616", "99999999999999999999999"}) {
    EXPECT_EQ(StatusOf([&] { ReadContentLength(big, 10); }), 413) << big;
  }
}

}  // namespace
}  // namespace permit
