#include "fcgi/base/tls_policy.h"

#include <gtest/gtest.h>

#include "fcgi/base/settings.h"

namespace permit {
namespace {

TEST(TlsPolicyTest, LoopbackIsThisMachineAlone) {
  for (const char* host : {"localhost", "127.0.0.1", "127.8.9.10", "::1", "[::1]"}) {
    EXPECT_TRUE(IsLoopback(host)) << host;
  }
  for (const char* host : {"", "db.example", "127.0.0.1.example", "127.a", "localhost.example",
                           "10.0.0.1", "::2", "128.0.0.1"}) {
    EXPECT_FALSE(IsLoopback(host)) << host;
  }
}

TEST(TlsPolicyTest, TheHostOfAnUrl) {
  EXPECT_EQ(UrlHost("https://a.example/b"), "a.example");
  EXPECT_EQ(UrlHost("smtp://u:p@relay.example:25"), "relay.example");
  EXPECT_EQ(UrlHost("http://localhost@evil.example/"), "evil.example");
  EXPECT_EQ(UrlHost("http://evil.example/@localhost"), "evil.example");
  EXPECT_EQ(UrlHost("http://[::1]:8080/x"), "::1");
  EXPECT_EQ(UrlHost(""), "");
}

TEST(TlsPolicyTest, IsRequiredOffLoopbackUnlessSet) {
  Settings settings;
  EXPECT_EQ(DatabaseTls(settings), TlsPolicy::kNone) << "a socket";
  EXPECT_EQ(MailTls(settings), TlsPolicy::kTry);
  settings.database_socket = "";
  settings.database_host = "127.0.0.1";
  EXPECT_EQ(DatabaseTls(settings), TlsPolicy::kNone);
  settings.database_host = "db.example";
  settings.smtp_url = "smtp://relay.example:25";
  EXPECT_EQ(DatabaseTls(settings), TlsPolicy::kRequired);
  EXPECT_EQ(MailTls(settings), TlsPolicy::kRequired);
  settings.database_tls = "try";
  settings.mail_tls = "none";
  EXPECT_EQ(DatabaseTls(settings), TlsPolicy::kTry);
  EXPECT_EQ(MailTls(settings), TlsPolicy::kNone);
}

TEST(TlsPolicyTest, NamesWhatIsReachedInTheClear) {
  Settings settings;
  EXPECT_TRUE(UnencryptedUrls(settings).empty());
  settings.base_url = "http://coa.example";
  settings.gateway_url = "https://bank.example";
  settings.egov_url = "http://127.0.0.1:99/e-government";
  EXPECT_EQ(UnencryptedUrls(settings), std::vector<std::string>{"site.base_url"});
  settings.gateway_url = "http://bank.example";
  settings.egov_url = "HTTP://platform.example";
  EXPECT_EQ(UnencryptedUrls(settings),
            (std::vector<std::string>{"site.base_url", "payment.gateway_url", "payment.egov_url"}));
}

}  // namespace
}  // namespace permit
