#include <gmock/gmock.h>

#include "tests/support/payable_case.h"
#include "tests/support/site/site_fixture.h"

namespace permit::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ProgressTest : public SiteTest {
 protected:
  ProgressTest() : account(AddAccount(database, 1)) { LogIn(browser, account); }

  Response Search(const std::string& query) {
    return browser.Get(std::string(kStudent) + "/progress?list=yes&" + query);
  }

  // Sent on 2026-03-01 in Taipei, and later awaiting payment.
  PayableCase Add(int serial, const std::string& service = "exchange") {
    return AddPayableCase(database, account, serial, service);
  }

  std::uint64_t account;
};

TEST_F(ProgressTest, TheFormComesFirst) {
  const Response response = browser.Get(std::string(kStudent) + "/progress");
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(response.body, HasSubstr("案件進度查詢 - 查詢"));
  for (const char* field : {"group", "receipt", "service", "stage", "from", "to"}) {
    EXPECT_THAT(response.body, HasSubstr("name=\"" + std::string(field) + "\""));
  }
}

TEST_F(ProgressTest, EachConditionNarrows) {
  const PayableCase exchange = Add(1);
  const PayableCase extension = Add(2, "extension");
  database.Run(
      "UPDATE application_case SET state = 'first-review',"
      " submitted_at = '2026-02-14 15:59:59.999' WHERE id = " +
      std::to_string(extension.id));
  struct {
    std::string query;
    bool finds_exchange;
    bool finds_extension;
  } const cases[] = {
      {"", true, true},
      {"group=" + exchange.group_number, true, false},
      {"receipt=" + extension.receipt_number, false, true},
      {"group=" + exchange.group_number + "&receipt=" + extension.receipt_number, false, false},
      {"service=extension", false, true},
      {"stage=awaiting-payment", true, false},
      {"stage=first-review", false, true},
      {"from=2026/02/15", true, false},
      {"from=20260215", true, false},
      {"from=2026%E5%B9%B42%E6%9C%8815%E6%97%A5", true, false},  // 2026年2月15日
      {"to=2026/02/14", false, true},
      {"from=2026/02/14&to=2026/02/14", false, true},
      {"to=2026/02/13", false, false},
  };
  for (const auto& one : cases) {
    SCOPED_TRACE(one.query);
    const Response response = Search(one.query);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body.find("/cases/" + exchange.receipt_number) != std::string::npos,
              one.finds_exchange);
    EXPECT_EQ(response.body.find("/cases/" + extension.receipt_number) != std::string::npos,
              one.finds_extension);
  }
}

TEST_F(ProgressTest, TheItemIsCalledAsTheAgencysListsCallIt) {
  Add(1);
  Add(2, "extension");
  const std::string list = Search("").body;
  EXPECT_THAT(list, HasSubstr(">陸生(含親屬)就學入臺申請 - 多次證<"));
  EXPECT_THAT(list, HasSubstr(">陸生(含親屬)就學入臺申請 - 多次證 (延期)<"));
}

TEST_F(ProgressTest, AnothersCaseIsNotFound) {
  const PayableCase other = AddPayableCase(database, AddAccount(database, 2), 1);
  EXPECT_THAT(Search("receipt=" + other.receipt_number).body, HasSubstr("查無符合條件的案件"));
}

TEST_F(ProgressTest, WhatIsNoDateOrNumberIsSaidAtItsField) {
  Add(1);
  for (const char* query :
       {"from=2026/02/30", "to=tomorrow", "from=2026/03/02&to=2026/03/01", "group=12",
        "receipt=1086952001ab", "service=visa", "stage=lost", "from=9999/99/99"}) {
    SCOPED_TRACE(query);
    const Response response = Search(query);
    EXPECT_EQ(response.status, 422);
    EXPECT_THAT(response.body, HasSubstr("govuk-error-message"));
    EXPECT_THAT(response.body, Not(HasSubstr("/cases/")));
  }
  EXPECT_THAT(Search("group=12").body, HasSubstr("value=\"12\""));
}

TEST_F(ProgressTest, ALongListHasPages) {
  for (int serial = 1; serial <= 23; ++serial) Add(serial);
  const Response first = Search("service=exchange");
  EXPECT_THAT(first.body, HasSubstr("查得 23 件案件"));
  EXPECT_THAT(first.body, HasSubstr("service=exchange&amp;list=yes&amp;page=2"));
  const Response second = Search("service=exchange&page=2");
  EXPECT_THAT(second.body, HasSubstr("data-label=\"項次\">23<"));
  EXPECT_THAT(second.body, Not(HasSubstr("page=3")));
  EXPECT_EQ(Search("page=9").status, 303);
}

TEST_F(ProgressTest, ASearchWritesNothing) {
  Add(1);
  browser.Get(std::string(kStudent) + "/progress");
  RowWatch rows(database);
  Search("from=2026/01/01");
  EXPECT_EQ(rows.Changes(), "");
}

}  // namespace
}  // namespace permit::test
