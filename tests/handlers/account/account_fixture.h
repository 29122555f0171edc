// An applicant in the register, and the actions of the one who opens an account.
#pragma once

#include <string>

#include "handlers/account/captcha.h"
#include "sql/account_store.h"
#include "tests/support/site/site_fixture.h"

namespace permit::test {

class AccountTest : public SiteTest {
 protected:
  static constexpr char kPassword[] = "harbour7lights";

  AccountTest() {
    settings.base_url = "https://permit.example";
    browser.SetCookie("lang", "en");
    database.Run(
        "INSERT INTO applicant (mainland_id, chinese_name, surname, given_name, birth_date,"
        " birthplace, sex, travel_permit, school, department, study_level, grade, loaded_at) VALUES"
        " ('11010519491231002X', '王小美', 'WANG', 'XIAOMEI', '1949-12-31', 'beijing', 'female',"
        " 'T12345678', '國立臺灣大學', '電機工程學系', 'bachelor', '1', '2026-01-01 00:00:00')");
  }

  static std::string Path(const std::string& page) { return std::string(kStudent) + "/" + page; }

  // What the register says of her, and what she chooses.
  static Fields Herself() {
    return {{"chinese_name", "王小美"},
            {"surname", "Wang"},
            {"given_name", "Xiaomei"},
            {"mainland_id", "11010519491231002x"},
            {"birthplace", "beijing"},
            {"birth_date", "1949/12/31"},
            {"sex", "female"},
            {"travel_permit", "t12345678"},
            {"phone", "0912345678"},
            {"extension", ""},
            {"email", "mei@example.org"},
            {"login_name", "xiaomei"},
            {"password", kPassword},
            {"password_again", kPassword}};
  }
  static Fields HerselfBut(const std::string& name, const std::string& value) {
    Fields fields = Herself();
    for (auto& field : fields) {
      if (field.first == name) field.second = value;
    }
    return fields;
  }

  Response Register(const Fields& fields = Herself()) {
    browser.Get(Path("register"));
    return browser.Post(Path("register"), fields);
  }

  // The column of the one mail whose cause begins so.
  std::string MailText(const std::string& cause) {
    const auto rows = database.Run("SELECT text_body FROM outbox WHERE cause_key LIKE '" + cause +
                                   ":%' ORDER BY id DESC");
    return rows.empty() ? std::string() : rows.front().Text("text_body");
  }
  static std::string After(const std::string& text, const std::string& mark) {
    const std::size_t at = text.find(mark);
    if (at == std::string::npos) return {};
    const std::size_t begin = at + mark.size();
    return text.substr(begin, text.find_first_of("\n \"", begin) - begin);
  }

  Response Activate() {
    const std::string link = After(MailText("activate"), "https://permit.example");
    browser.Get(link);
    return browser.Post(link);
  }
  void OpenAccount() {
    Register();
    Activate();
  }

  // With the right answer to the captcha of a fresh login page.
  Response LogInAs(const std::string& login_name, const std::string& password,
                   const std::string& return_path = {}) {
    browser.Get(Path("login?next=" + return_path));
    const std::string id = InputValue(browser.page(), "captcha_id");
    return browser.Post(Path("login"),
                        {{"login_name", login_name},
                         {"password", password},
                         {"captcha_id", id},
                         {"captcha", CaptchaSolution(services.secret, id, clock.Now())},
                         {"proof", ""},
                         {"next", return_path}});
  }
  sql::Account Account() { return sql::FindAccountByLogin(database, "xiaomei").value(); }
  bool Says(const std::string& text) const { return browser.page().find(text) != text.npos; }
};

}  // namespace permit::test
