// Declaration and permit number.
#include "tests/handlers/application/apply_fixture.h"

namespace permit::test {
namespace {

bool Says(const Response& response, const std::string& words) {
  return response.body.find(words) != std::string::npos;
}

TEST_F(ApplyTest, OneMustAgreeBeforeTheFirstStep) {
  for (Service service : kServices) {
    EXPECT_EQ(200, browser.Get(Apply(service)).status);
    Response refused = browser.Post(Apply(service));
    EXPECT_EQ(422, refused.status);
    EXPECT_TRUE(Says(refused, "agreed-error"));

    Response unasked = browser.Get(Apply(service) + "/permit");
    EXPECT_EQ(303, unasked.status);
    EXPECT_EQ(Apply(service), HeaderOf(unasked, "Location"));
    Response forged = browser.Post(Apply(service) + "/permit", {{"permit_number", kSingle}});
    EXPECT_EQ(Apply(service), HeaderOf(forged, "Location"));
  }
  EXPECT_EQ(404, browser.Get(std::string(kStudent) + "/apply/emigration").status);
}

class PermitNumberTest : public ApplyTest {
 protected:
  Response Try(Service service, const std::string& number) {
    browser.Get(Apply(service) + "/permit?agreed=yes");
    return browser.Post(Apply(service) + "/permit", {{"agreed", "yes"}, {"permit_number", number}});
  }
  void ExpectRefused(Service service, const std::string& number, const std::string& words) {
    RowWatch watch(database);
    Response response = Try(service, number);
    EXPECT_EQ(422, response.status) << words;
    EXPECT_TRUE(Says(response, words)) << words;
    EXPECT_EQ("", watch.Changes());
  }
};

TEST_F(PermitNumberTest, RefusalsSpeakToTheLetter) {
  AddPermit(stranger, "114000000003", "single", "2026-06-30");
  ExpectRefused(Service::kExchange, "999999999999", "查無此證號資料");
  ExpectRefused(Service::kExchange, kMultiple, "查無此證號資料");
  ExpectRefused(Service::kExtension, kSingle, "查無此證號資料");
  ExpectRefused(Service::kExchange, "114000000003", "帳號基資與案件資料不符");
}

TEST_F(PermitNumberTest, ANumberOfOnesOwnOfTheOtherKindNamesItsService) {
  AddPermit(stranger, "114000000003", "multiple", "2026-06-30");
  ExpectRefused(Service::kExchange, kMultiple, "請至「陸生多次證延期申請」或「陸生資料異動申請」");
  ExpectRefused(Service::kDataChange, kSingle, "請至「陸生換發多次證申請」");
  EXPECT_FALSE(Says(Try(Service::kExchange, "114000000003"), "多次證證號"));
}

TEST_F(PermitNumberTest, ASecondExchangeBesideAMultipleEntryPermitIsRefused) {
  AddPermit(account, "114000000004", "single", "2026-06-30");
  database.Run("UPDATE entry_permit SET issued_on = '2026-02-02' WHERE number = '" +
               std::string(kMultiple) + "'");
  ExpectRefused(Service::kExchange, "114000000004", "您已持有有效之多次證");
  database.Run("UPDATE entry_permit SET status = 'revoked' WHERE number = '" +
               std::string(kMultiple) + "'");
  EXPECT_EQ(303, Try(Service::kExchange, "114000000004").status);
}

TEST_F(PermitNumberTest, AfterTheStayNothingIsAppliedFor) {
  AddPermit(account, "114000000004", "single", "2026-03-01");
  AddPermit(account, "114000000005", "multiple", "2026-03-01");
  database.Run("UPDATE entry_permit SET expires_on = '2026-12-31' WHERE stay_until = '2026-03-01'");
  ExpectRefused(Service::kExchange, "114000000004", "停留期限已屆滿，無法以此證申辦");
  ExpectRefused(Service::kDataChange, "114000000005", "停留期限已屆滿，無法以此證申辦");
}

TEST_F(PermitNumberTest, ReasonsAreNamed) {
  AddPermit(account, "114000000004", "single", "2026-06-30", "NULL");
  AddPermit(account, "114000000005", "single", "2026-03-01");
  AddPermit(account, "114000000006", "multiple", "2026-06-02");
  AddPermit(account, "114000000007", "multiple", "2026-06-03");
  AddPermit(account, "114000000008", "multiple", "2026-03-01");
  EXPECT_EQ(422, Try(Service::kExchange, "114000000004").status);
  EXPECT_EQ(422, Try(Service::kExchange, "114000000005").status);
  EXPECT_EQ(303, Try(Service::kExtension, "114000000006").status);
  ExpectRefused(Service::kExtension, "114000000007", "2026/03/03");
  EXPECT_EQ(422, Try(Service::kExtension, "114000000008").status);
  EXPECT_EQ(422, Try(Service::kDataChange, "114000000008").status);
}

struct Refused {
  Service service;
  const char* kind;
  const char* stay_until;
  const char* entered_on;
  const char* status;
  const char* chinese;
  const char* english;
};

// Whatever is wrong with a permit of one's own is named in the student's language.
TEST_F(PermitNumberTest, EachReasonSpeaksBothLanguages) {
  constexpr const char* kEntered = "'2026-02-01'";
  const Refused refusals[] = {
      {Service::kExchange, "single", "2026-06-30", kEntered, "revoked", "此許可證已廢止",
       "This permit has been revoked"},
      {Service::kExchange, "single", "2026-06-30", kEntered, "replaced",
       "此單次證已換發多次證，不得重複申請",
       "has already been exchanged for a multiple-entry permit"},
      {Service::kExchange, "single", "2026-06-30", "NULL", "valid", "您尚未持此許可證入境",
       "You have not entered Taiwan on this permit yet"},
      {Service::kExchange, "single", "2026-03-01", kEntered, "valid", "此許可證已逾效期",
       "This permit has expired"},
      {Service::kExtension, "multiple", "2026-05-01", kEntered, "replaced",
       "此許可證已由新證取代，請使用新證號碼", "This permit has been replaced by a newer one"},
      {Service::kExtension, "multiple", "2026-03-01", kEntered, "valid", "停留期限已屆滿",
       "Your permitted stay has ended"},
      {Service::kExtension, "multiple", "2026-07-15", kEntered, "valid",
       "限於停留期限屆滿前3個月內申請延期，您自 2026/04/15 起可提出申請",
       "in the 3 months before your permitted stay ends. You can apply from 2026/04/15"},
      {Service::kDataChange, "multiple", "2026-03-01", kEntered, "valid", "此許可證已逾效期",
       "This permit has expired"},
      {Service::kDataChange, "multiple", "2026-05-01", kEntered, "replaced", "此許可證已由新證取代",
       "This permit has been replaced by a newer one"},
  };
  int number = 10;
  for (const Refused& refused : refusals) {
    SCOPED_TRACE(refused.english);
    const std::string permit = "1140000000" + std::to_string(number++);
    AddPermit(account, permit, refused.kind, refused.stay_until, refused.entered_on);
    database.Run("UPDATE entry_permit SET status = '" + std::string(refused.status) +
                 "' WHERE number = '" + permit + "'");
    browser.Get(std::string(kStudent) + "/todo?lang=zh-TW");
    ExpectRefused(refused.service, permit, refused.chinese);
    browser.Get(std::string(kStudent) + "/todo?lang=en");
    ExpectRefused(refused.service, permit, refused.english);
  }
  browser.Get(std::string(kStudent) + "/todo?lang=zh-TW");
}

TEST_F(PermitNumberTest, APermitWithAnOpenCaseIsNamed) {
  const std::string draft = Complete(Service::kExtension, kMultiple);
  EXPECT_EQ(303, browser.Post(draft + "/send").status);
  ExpectRefused(Service::kExtension, kMultiple, "此許可證尚有申請中的案件");
  ExpectRefused(Service::kDataChange, kMultiple, "此許可證尚有申請中的案件");
}

TEST_F(PermitNumberTest, BadInputIsRefusedAtTheField) {
  ExpectRefused(Service::kExchange, "", "permit_number-error");
  ExpectRefused(Service::kExchange, std::string(500, '1'), "permit_number-error");
  ExpectRefused(Service::kExchange, "<script>", "permit_number-error");
}

TEST_F(PermitNumberTest, AGoodNumberBeginsOneDraft) {
  RowWatch watch(database);
  Response first = Try(Service::kExchange, " １１４０００００ 0001 ");
  EXPECT_EQ(303, first.status);
  EXPECT_EQ("draft +1\nidempotency_key +1", watch.Changes());
  Response second = Try(Service::kExchange, kSingle);
  EXPECT_EQ(HeaderOf(first, "Location"), HeaderOf(second, "Location"));
  EXPECT_EQ("idempotency_key +1", watch.Changes());
  EXPECT_EQ(303, Try(Service::kDataChange, kMultiple).status);
  EXPECT_EQ(303, Try(Service::kExtension, kMultiple).status);
  EXPECT_EQ("draft +2\nidempotency_key +2", watch.Changes());
}

TEST_F(ApplyTest, TheFormIsFilledInFromRegisterAndAccount) {
  std::string draft = Begin(Service::kExchange, kSingle);
  browser.Get(draft + "?all=yes");
  const std::string& page = browser.page();
  EXPECT_EQ("陳小明", InputValue(page, "chinese_name"));
  EXPECT_EQ("CHEN, XIAOMING", InputValue(page, "english_name"));
  EXPECT_EQ("1991/01/01", InputValue(page, "birth_date"));
  EXPECT_EQ("360426199101010071", InputValue(page, "mainland_id"));
  EXPECT_TRUE(Says(browser.Get(draft + "?all=yes"), ">國立臺灣大學</p>"))
      << "shown, and not asked for";
  EXPECT_EQ("student1@example.org", InputValue(page, "email"));
  EXPECT_EQ("國立臺灣大學", InputValue(page, "guarantor_organisation"));
  EXPECT_EQ("", InputValue(page, "mainland_address"));
}

TEST_F(ApplyTest, AnotherStudentsDraftIsNotFound) {
  std::string draft = Begin(Service::kExchange, kSingle);
  browser.PostFiles(draft, {{"do", "save"}},
                    {{"photo", "me.jpg", Documents(Service::kExchange)[0].content}});
  std::string file = Column("SELECT id FROM upload");
  Browser other(dispatcher);
  LogIn(other, stranger);
  other.Get(std::string(kStudent) + "/apply/exchange");
  EXPECT_EQ(200, browser.Get(draft + "/files/" + file).status);
  RowWatch watch(database);
  EXPECT_EQ(404, other.Get(draft).status);
  EXPECT_EQ(404, other.Get(draft + "/check").status);
  EXPECT_EQ(404, other.Get(draft + "/files/" + file).status);
  other.Get(std::string(kStudent) + "/apply/exchange");
  EXPECT_EQ(404, other.PostFiles(draft, {{"do", "save"}, {"chinese_name", "x"}}, {}).status);
  other.Get(std::string(kStudent) + "/apply/exchange");
  EXPECT_EQ(404, other.Post(draft + "/send", {{"act", draft.substr(draft.rfind('/') + 1)}}).status);
  EXPECT_EQ("", watch.Changes());
}

}  // namespace
}  // namespace permit::test
