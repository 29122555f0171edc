// The student's own permits where the number of one is asked for.
#include <gmock/gmock.h>

#include "tests/handlers/application/apply_fixture.h"

namespace permit::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class OwnPermitsTest : public ApplyTest {
 protected:
  std::string Page(Service service, const std::string& more = {}) {
    return browser.Get(Apply(service) + "/permit?agreed=yes&lang=en" + more).body;
  }
};

TEST_F(OwnPermitsTest, TheOnlyOneIsFilledIn) {
  const std::string page = Page(Service::kExchange);
  EXPECT_EQ(InputValue(page, "permit_number"), kSingle);
  EXPECT_THAT(page, AllOf(HasSubstr("valid until 2026/06/30"), Not(HasSubstr(kMultiple))));
  const Response begun =
      browser.Post(Apply(Service::kExchange) + "/permit",
                   {{"agreed", "yes"}, {"permit_number", InputValue(page, "permit_number")}});
  EXPECT_EQ(begun.status, 303);
}

TEST_F(OwnPermitsTest, OneThatMayNotBeAppliedForIsListedWithItsReason) {
  database.Run("UPDATE entry_permit SET stay_until = '2026-12-31' WHERE number = '" +
               std::string(kMultiple) + "'");
  const std::string page = Page(Service::kExtension);
  EXPECT_EQ(InputValue(page, "permit_number"), "");
  EXPECT_THAT(page, AllOf(HasSubstr(kMultiple), HasSubstr("You can apply from 2026/09/30")));
}

TEST_F(OwnPermitsTest, OfSeveralOneIsChosen) {
  AddPermit(account, "114000000004", "single", "2026-06-30");
  EXPECT_EQ(InputValue(Page(Service::kExchange), "permit_number"), "");
  EXPECT_THAT(Page(Service::kExchange), HasSubstr("agreed=yes&amp;number=114000000004\""));
  EXPECT_EQ(InputValue(Page(Service::kExchange, "&number=114000000004"), "permit_number"),
            "114000000004");
}

TEST_F(OwnPermitsTest, OnlyOnesOwnAreOffered) {
  AddPermit(stranger, "114000000003", "single", "2026-06-30");
  database.Run("UPDATE entry_permit SET status = 'revoked' WHERE number = '" +
               std::string(kSingle) + "'");
  const std::string page = Page(Service::kExchange, "&number=114000000003");
  EXPECT_EQ(InputValue(page, "permit_number"), "");
  EXPECT_THAT(page, AllOf(Not(HasSubstr("114000000003")), Not(HasSubstr(kSingle))));
}

TEST_F(OwnPermitsTest, TheNumberOfTheOtherKindLeadsToItsServices) {
  Page(Service::kExchange);
  const Response wrong = browser.Post(Apply(Service::kExchange) + "/permit",
                                      {{"agreed", "yes"}, {"permit_number", kMultiple}});
  EXPECT_EQ(wrong.status, 422);
  for (Service right : {Service::kExtension, Service::kDataChange}) {
    EXPECT_THAT(wrong.body, HasSubstr("<li><a class=\"govuk-link\" href=\"" + Apply(right) + "\""));
  }
  EXPECT_EQ(InputValue(wrong.body, "permit_number"), kMultiple);
}

}  // namespace
}  // namespace permit::test
