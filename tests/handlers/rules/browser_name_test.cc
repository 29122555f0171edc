#include "handlers/rules/browser_name.h"

#include <gtest/gtest.h>

#include <ostream>

namespace permit {

static void PrintTo(const BrowserName& name, std::ostream* out) {
  *out << name.browser << " on " << name.platform;
}

namespace {

TEST(BrowserNames, AreReadFromWhatBrowsersSend) {
  const struct {
    const char* user_agent;
    BrowserName name;
  } kSent[] = {
      {"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
       "Chrome/126.0.0.0 Safari/537.36",
       {"Chrome", "Windows"}},
      {"Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
       "Chrome/126.0.0.0 Mobile Safari/537.36",
       {"Chrome", "Android"}},
      {"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
       "Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0",
       {"Edge", "Windows"}},
      {"Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
       {"Firefox", "Linux"}},
      {"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
       "Version/17.5 Safari/605.1.15",
       {"Safari", "macOS"}},
      {"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
       "Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
       {"Safari", "iPhone"}},
      {"Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
       "Gecko) CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1",
       {"Chrome", "iPhone"}},
      {"Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
       "FxiOS/127.0 Mobile/15E148 Safari/605.1.15",
       {"Firefox", "iPad"}},
      {"Mozilla/5.0 (Linux; Android 13; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) "
       "SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
       {"Samsung Internet", "Android"}},
      {"Mozilla/5.0 (Linux; Android 13; V2166BA) AppleWebKit/537.36 (KHTML, like Gecko) "
       "Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.49 NetType/WIFI",
       {"WeChat", "Android"}},
      {"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) "
       "Chrome/126.0.0.0 Safari/537.36",
       {"Chrome", "ChromeOS"}},
  };
  for (const auto& sent : kSent) {
    EXPECT_EQ(ReadBrowserName(sent.user_agent), sent.name) << sent.user_agent;
  }
}

TEST(BrowserNames, AreEmptyWhereNothingIsKnown) {
  EXPECT_EQ(ReadBrowserName(""), BrowserName{});
  EXPECT_EQ(ReadBrowserName("curl/8.8.0"), BrowserName{});
  EXPECT_EQ(ReadBrowserName("<script>alert(1)</script> Windows"), (BrowserName{"", "Windows"}));
}

}  // namespace
}  // namespace permit
