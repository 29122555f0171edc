#include "handlers/todo/permit_calendar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/payable_case.h"
#include "tests/support/site/site_fixture.h"

namespace permit::test {
namespace {

using ::testing::HasSubstr;

class PermitCalendarTest : public SiteTest {
 protected:
  PermitCalendarTest() {
    settings.base_url = "https://permit.example";
    AddPermit("114000000001", "single");
    AddPermit("114000000002", "multiple");
    LogIn(browser, account);
  }

  void AddPermit(const std::string& number, const std::string& kind) {
    database.Run(
        "INSERT INTO entry_permit (number, kind, applicant_id, issued_on, expires_on, stay_until,"
        " entered_on, loaded_at) SELECT '" +
        number + "', '" + kind +
        "', applicant_id, '2026-01-05', '2026-08-31', '2026-08-31', '2026-02-01',"
        " '2026-01-05 00:00:00' FROM account WHERE id = " +
        std::to_string(account));
  }

  Response Get(const std::string& file) {
    return browser.Get(std::string(kStudent) + "/permits/" + file);
  }

  std::uint64_t account = AddAccount(database, 1);
};

TEST_F(PermitCalendarTest, EachDayIsAnEventInThePagesLanguage) {
  const Response stay = Get("114000000002/stay.ics?lang=zh-TW");
  EXPECT_EQ(stay.status, 200);
  EXPECT_EQ(HeaderOf(stay, "Content-Type"), "text/calendar; charset=utf-8");
  EXPECT_THAT(stay.body, HasSubstr("UID:114000000002-stay@permit.example\r\n"));
  EXPECT_THAT(stay.body, HasSubstr("DTSTART;VALUE=DATE:20260831\r\n"));
  EXPECT_THAT(stay.body, HasSubstr("SUMMARY:在臺停留期限屆滿日\r\n"));
  EXPECT_THAT(stay.body, HasSubstr("TRIGGER:-P29DT15H\r\n"));
  const Response extend = Get("114000000002/extend.ics?lang=en");
  EXPECT_THAT(extend.body, HasSubstr("DTSTART;VALUE=DATE:20260531\r\n"));
  EXPECT_THAT(extend.body, HasSubstr("SUMMARY:First day to apply to extend your stay in Taiwan"));
  EXPECT_THAT(extend.body, HasSubstr("TRIGGER:PT9H\r\n")) << "on the day itself";
  EXPECT_THAT(Get("114000000001/exchange.ics").body, HasSubstr("DTSTART;VALUE=DATE:20260401\r\n"));
}

TEST_F(PermitCalendarTest, ADayThatThePermitDoesNotHaveLeadsToTheList) {
  for (const char* file : {"114000000001/extend.ics", "114000000002/exchange.ics"}) {
    EXPECT_EQ(HeaderOf(Get(file), "Location"), std::string(kStudent) + "/todo") << file;
  }
  database.Run("UPDATE entry_permit SET status = 'replaced'");
  EXPECT_EQ(Get("114000000002/stay.ics").status, 303);
}

TEST_F(PermitCalendarTest, AnotherStudentsPermitIsNotFound) {
  LogIn(browser, AddAccount(database, 2));
  for (const char* file : {"114000000001/exchange.ics", "114000000002/extend.ics",
                           "114000000002/stay.ics", "999999999999/stay.ics"}) {
    EXPECT_EQ(Get(file).status, 404) << file;
  }
}

}  // namespace
}  // namespace permit::test
