// Pages that are open side by side work; a token of another browser or another account never does.
#include "handlers/web/csrf.h"

#include <gtest/gtest.h>

#include "tests/handlers/account/account_fixture.h"
#include "tests/support/payable_case.h"

namespace permit::test {
namespace {

class CsrfTest : public AccountTest {
 protected:
  std::string Token() const { return InputValue(browser.page(), "csrf"); }
  std::string Visit(Browser& of) {
    of.Get(Path("login"));
    return InputValue(of.page(), "csrf");
  }
  int SaveBasicData(const std::string& token) {
    browser.Get(Path("basic-data"));
    return browser.Post(Path("basic-data"), {{"csrf", token}, {"phone", "bad"}}).status;
  }
};

TEST_F(CsrfTest, TheVisitCookieIsGivenOnceAndStaysThroughLogins) {
  EXPECT_NE(HeaderOf(browser.Get(Path("login")), "Set-Cookie").find("visit="), std::string::npos);
  EXPECT_EQ(HeaderOf(browser.Get(Path("register")), "Set-Cookie"), "");
  const std::uint64_t account = AddAccount(database, 1);
  LogIn(browser, account);
  EXPECT_EQ(HeaderOf(browser.Get(Path("todo")), "Set-Cookie"), "");
}

TEST_F(CsrfTest, ALoginPageLeftOpenOverALoginElsewhereStillWorks) {
  const std::string before = Visit(browser);
  LogIn(browser, AddAccount(database, 1));
  const Response answer =
      browser.Post(Path("login"), {{"csrf", before}, {"login_name", "nobody"}, {"password", "x"}});
  EXPECT_EQ(answer.status, 422) << "looked at, not refused for its token";
}

TEST_F(CsrfTest, APageStaysGoodWhenItsStudentLogsInAgain) {
  const std::uint64_t account = AddAccount(database, 1);
  Visit(browser);
  LogIn(browser, account);
  browser.Get(Path("basic-data"));
  const std::string token = Token();
  LogIn(browser, account);
  EXPECT_EQ(SaveBasicData(token), 422);
}

TEST_F(CsrfTest, APageOfOneAccountIsNoGoodForAnotherNorForOneBeforeTheLogin) {
  const std::string before = Visit(browser);
  LogIn(browser, AddAccount(database, 1));
  browser.Get(Path("basic-data"));
  const std::string token = Token();
  EXPECT_EQ(SaveBasicData(before), 403);
  LogIn(browser, AddAccount(database, 2));
  EXPECT_EQ(SaveBasicData(token), 403);
  EXPECT_EQ(SaveBasicData(Token()), 422);
}

TEST_F(CsrfTest, AnotherBrowsersTokenIsRefusedWhateverItsAccount) {
  const std::uint64_t account = AddAccount(database, 1);
  Browser attacker(dispatcher);
  const std::string before = Visit(attacker);
  LogIn(attacker, account);
  attacker.Get(Path("basic-data"));
  const std::string after = InputValue(attacker.page(), "csrf");
  Visit(browser);
  LogIn(browser, account);
  RowWatch rows(database);
  for (const std::string& token : {before, after}) {
    EXPECT_EQ(SaveBasicData(token), 403);
    EXPECT_EQ(browser.Post(Path("login"), {{"csrf", token}}).status, 403);
    EXPECT_EQ(browser.Post(Path("logout"), {{"csrf", token}}).status, 403);
  }
  browser.SetHeader("HTTP_SEC_FETCH_SITE", "same-origin");
  EXPECT_EQ(SaveBasicData(after), 403) << "an account's page is never taken on the browser's word";
  EXPECT_EQ(rows.Changes(), "");
}

// The browser of two first tabs keeps the cookie that came last.
TEST_F(CsrfTest, OfTwoFirstTabsBothFormsWork) {
  Browser first_tab(dispatcher);
  const std::string first = Visit(first_tab);
  Visit(browser);
  browser.SetHeader("HTTP_SEC_FETCH_SITE", "same-origin");
  const Response answer =
      browser.Post(Path("login"), {{"csrf", first}, {"login_name", "nobody"}, {"password", "x"}});
  EXPECT_EQ(answer.status, 422);
  EXPECT_EQ(answer.body.find("open in another window"), std::string::npos);
  for (const char* site : {"same-site", "none", "same-origin, cross-site"}) {
    browser.SetHeader("HTTP_SEC_FETCH_SITE", "");
    Browser victim(dispatcher);
    victim.SetCookie("lang", "en");
    Visit(victim);
    victim.SetHeader("HTTP_SEC_FETCH_SITE", site);
    RowWatch rows(database);
    const Response refused =
        victim.Post(Path("login"), {{"csrf", first}, {"login_name", "nobody"}, {"password", "x"}});
    EXPECT_NE(refused.body.find("open in another window"), std::string::npos) << site;
    EXPECT_EQ(rows.Changes(), "") << site;
  }
}

TEST_F(CsrfTest, AFormFromAnotherSitesPageIsRefusedWhateverItsToken) {
  settings.base_url = "https://permit.example/";
  Visit(browser);
  const auto status = [&](const char* origin, const char* site, const char* host = "") {
    browser.SetHeader("HTTP_ORIGIN", origin);
    browser.SetHeader("HTTP_SEC_FETCH_SITE", site);
    browser.SetHeader("HTTP_HOST", host);
    const int opened = browser.Get(Path("login")).status;
    EXPECT_EQ(opened, 200) << "a link from there is followed";
    return browser.Post(Path("login"), {{"login_name", "nobody"}, {"password", "x"}}).status;
  };
  for (const char* site : {"", "same-origin", "none"}) {
    EXPECT_EQ(status("", site), 422) << site;
    EXPECT_EQ(status("https://permit.example", site), 422) << site;
    EXPECT_EQ(status("HTTPS://Permit.example", site), 422) << site;
    EXPECT_EQ(status("http://localhost:8080", site, "localhost:8080"), 422) << site;
  }
  EXPECT_EQ(status("null", "same-origin"), 422);
  RowWatch rows(database);
  EXPECT_EQ(status("null", ""), 403);
  EXPECT_EQ(status("null", "none"), 403);
  for (const char* origin :
       {"https://evil.example", "http://permit.example", "https://permit.example:8443",
        "https://permit.example.evil.example", "https://permit.example/x", "permit.example", "\xff",
        "https://a.permit.example", "http://localhost:8081"}) {
    EXPECT_EQ(status(origin, "", "localhost:8080"), 403) << origin;
  }
  EXPECT_EQ(status(("https://" + std::string(300, 'a')).c_str(), "same-origin"), 403);
  EXPECT_EQ(status("", "cross-site"), 403);
  EXPECT_EQ(status("https://permit.example", "cross-site"), 403);
  EXPECT_EQ(rows.Changes(), "");
}

TEST_F(CsrfTest, AStudentsFormFromAnotherSitesPageIsRefused) {
  Visit(browser);
  LogIn(browser, AddAccount(database, 1));
  browser.Get(Path("basic-data"));
  EXPECT_EQ(SaveBasicData(Token()), 422);
  browser.SetHeader("HTTP_ORIGIN", "https://evil.example");
  EXPECT_EQ(SaveBasicData(Token()), 403);
}

// One that does not say where a form comes from gets the form again, with what was typed.
TEST_F(CsrfTest, AStrangersFormWithTheTokenOfAnotherPageIsShownAgainAndDoesNothing) {
  Browser other(dispatcher);
  const std::string token = Visit(other);
  Visit(browser);
  RowWatch rows(database);
  const Response login = browser.Post(
      Path("login"), {{"csrf", token}, {"login_name", "XiaoMei"}, {"password", "secret-5x"}});
  EXPECT_EQ(login.status, 422);
  EXPECT_EQ(InputValue(login.body, "login_name"), "XiaoMei");
  EXPECT_EQ(login.body.find("secret-5x"), std::string::npos);
  const Response registration =
      browser.Post(Path("register"), {{"csrf", token}, {"surname", "CHEN"}});
  EXPECT_EQ(registration.status, 422);
  EXPECT_EQ(InputValue(registration.body, "surname"), "CHEN");
  EXPECT_NE(registration.body.find("open in another window"), std::string::npos);
  EXPECT_EQ(browser.Post(Path("login"), {{"csrf", "forged"}}).status, 403);
  EXPECT_EQ(browser.Post(Path("register"), {{"csrf", token}, {"no_field", "x"}}).status, 400);
  EXPECT_EQ(rows.Changes(), "");
  // Of the page that came instead it is taken.
  browser.Get(Path("register"));
  EXPECT_EQ(
      browser.Post(Path("register"), {{"surname", "CHEN"}}).body.find("open in another window"),
      std::string::npos);
}

TEST_F(CsrfTest, ABrowserWithASessionAloneProvesIt) {
  const std::uint64_t account = AddAccount(database, 1);
  LogIn(browser, account);
  browser.Get(Path("basic-data"));
  const std::string token = Token();
  EXPECT_EQ(SaveBasicData(token), 422);
  LogIn(browser, account);
  EXPECT_EQ(SaveBasicData(token), 403);
}

}  // namespace
}  // namespace permit::test
