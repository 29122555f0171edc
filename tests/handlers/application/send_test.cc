// Sending: one case, one receipt number, one mail, whatever happens.
#include <thread>

#include "handlers/routes.h"
#include "tests/handlers/application/apply_fixture.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

bool Says(const Response& response, const std::string& words) {
  return response.body.find(words) != std::string::npos;
}

std::string IdOf(const std::string& draft) { return draft.substr(draft.rfind('/') + 1); }

TEST_F(ApplyTest, EachServiceGoesThroughTheSameFourSteps) {
  struct Walk {
    Service service;
    const char* permit;
    const char* fee;
  };
  for (const Walk& walk :
       {Walk{Service::kExchange, kSingle, "1000"}, Walk{Service::kExtension, kMultiple, "300"},
        Walk{Service::kDataChange, "114000000009", "0"}}) {
    if (walk.service == Service::kDataChange) {
      AddPermit(account, walk.permit, "multiple", "2027-01-01");
    }
    std::string draft = Complete(walk.service, walk.permit);
    Response sent = browser.Post(draft + "/send");
    Response done = browser.Follow(sent);
    EXPECT_EQ(200, done.status);
    std::string where =
        " FROM application_case WHERE service = '" + std::string(Code(walk.service)) + "'";
    EXPECT_TRUE(Says(done, "送件成功，收件號:" + Column("SELECT receipt_number" + where)));
    EXPECT_EQ("submitted", Column("SELECT state" + where));
    EXPECT_EQ(walk.fee, Column("SELECT fee" + where));
  }
  EXPECT_EQ("3", Column("SELECT count(*) FROM outbox"));
}

TEST_F(ApplyTest, SendingMovesEverythingInOneAct) {
  std::string draft = Complete(Service::kExchange, kSingle);
  std::string files = Column("SELECT count(*) FROM upload");
  RowWatch watch(database);
  Response sent = browser.Post(draft + "/send");
  EXPECT_EQ(303, sent.status);
  EXPECT_EQ(
      "application_case +1\ncase_group +1\ncase_history +1\ncounter +2\ndraft -1\ndraft_change "
      "-11\nidempotency_key "
      "+1\noutbox +1\nphoto_original -1\nupload ~3 (case_id, draft_id)",
      watch.Changes());
  EXPECT_EQ("115695200001", Column("SELECT receipt_number FROM application_case"));
  EXPECT_EQ("156970001", Column("SELECT number FROM case_group"));
  EXPECT_EQ(files,
            Column("SELECT count(*) FROM upload u JOIN application_case c ON c.id = u.case_id"));
  EXPECT_NE(std::string::npos, Column("SELECT form FROM application_case").find("李𠮷"));
  EXPECT_NE(std::string::npos, Column("SELECT text_body FROM outbox").find("115695200001"));
}

TEST_F(ApplyTest, SendingAgainLeadsToTheSameCase) {
  std::string draft = Complete(Service::kExchange, kSingle);
  std::string check = browser.page();
  Fields tokens = {{"csrf", InputValue(check, "csrf")}, {"act", InputValue(check, "act")}};
  std::string first = HeaderOf(browser.Post(draft + "/send", tokens), "Location");
  RowWatch watch(database);
  EXPECT_EQ(first, HeaderOf(browser.Post(draft + "/send", tokens), "Location"));
  EXPECT_EQ(first, HeaderOf(browser.Get(draft), "Location"));
  EXPECT_EQ(first, HeaderOf(browser.Get(draft + "/check"), "Location"));
  EXPECT_EQ(first,
            HeaderOf(browser.PostFiles(draft, {{"csrf", tokens[0].second}, {"do", "save"}}, {}),
                     "Location"));
  EXPECT_EQ("", watch.Changes());
}

TEST_F(ApplyTest, FiftySendingsAtOnceGiveOneCase) {
  std::string draft = Complete(Service::kExchange, kSingle);
  std::string csrf = InputValue(browser.page(), "csrf");
  std::vector<std::string> locations(50);
  std::vector<std::thread> senders;
  for (std::size_t i = 0; i < locations.size(); ++i) {
    senders.emplace_back([&, i] {
      // As every worker of the pool has its own.
      sql::Database own(PrivateDatabase::Shared().options());
      SystemRandom own_random;
      Services own_services{settings,          clock,           own_random, own,
                            services.renderer, services.secret, {}};
      Dispatcher own_dispatcher(own_services, Routes());
      Browser same = browser.OnAnother(own_dispatcher);
      Response sent = same.Post(draft + "/send", {{"csrf", csrf}, {"act", IdOf(draft)}});
      locations[i] = std::to_string(sent.status) + " " + HeaderOf(sent, "Location");
    });
  }
  for (std::thread& sender : senders) sender.join();
  for (const std::string& location : locations) EXPECT_EQ(locations[0], location);
  EXPECT_EQ("303 ", locations[0].substr(0, 4));
  EXPECT_EQ("1", Column("SELECT count(*) FROM application_case"));
  EXPECT_EQ("1", Column("SELECT count(*) FROM outbox"));
  EXPECT_EQ("0", Column("SELECT count(*) FROM draft"));
}

TEST_F(ApplyTest, TwoServicesOnOnePermitAtOnceGiveOneOpenCase) {
  std::string drafts[2] = {Complete(Service::kExtension, kMultiple),
                           Complete(Service::kDataChange, kMultiple)};
  std::string csrf = InputValue(browser.page(), "csrf");
  std::string locations[2];
  std::vector<std::thread> senders;
  for (int i = 0; i < 2; ++i) {
    senders.emplace_back([&, i] {
      sql::Database own(PrivateDatabase::Shared().options());
      SystemRandom own_random;
      Services own_services{settings,          clock,           own_random, own,
                            services.renderer, services.secret, {}};
      Dispatcher own_dispatcher(own_services, Routes());
      Browser same = browser.OnAnother(own_dispatcher);
      locations[i] = HeaderOf(
          same.Post(drafts[i] + "/send", {{"csrf", csrf}, {"act", IdOf(drafts[i])}}), "Location");
    });
  }
  for (std::thread& sender : senders) sender.join();
  EXPECT_EQ("1", Column("SELECT count(*) FROM application_case"));
  EXPECT_EQ("1", Column("SELECT count(*) FROM draft"));
  EXPECT_EQ("1", Column("SELECT count(*) FROM outbox"));
  int loser = locations[0].find("/sent/") != std::string::npos ? 1 : 0;
  EXPECT_EQ(drafts[loser] + "?check=yes", locations[loser]);
  EXPECT_NE(std::string::npos, locations[1 - loser].find("/sent/"));
  Response told = browser.Get(locations[loser]);
  EXPECT_TRUE(Says(told, "govuk-error-summary"));
}

TEST_F(ApplyTest, ADraftThatIsNoLongerGoodIsNotSent) {
  std::string draft = Complete(Service::kExchange, kSingle);
  database.Run("DELETE FROM upload WHERE slot = 'photo'");
  Response refused = browser.Post(draft + "/send");
  EXPECT_EQ(draft + "?check=yes", HeaderOf(refused, "Location"));
  EXPECT_TRUE(Says(browser.Get(draft + "?check=yes"),
                   "href=\"" + draft + "/sections/photo?check=yes#photo\""));
  EXPECT_TRUE(Says(browser.Get(draft + "/sections/photo?check=yes"), "href=\"#photo\""));

  browser.PostFiles(draft, {{"do", "upload"}}, {{"photo", "me.jpg", MakeJpeg()}});
  browser.Get(draft + "/check");
  database.Run("UPDATE entry_permit SET expires_on = '2026-03-01' WHERE number = '" +
               std::string(kSingle) + "'");
  EXPECT_EQ(draft + "?check=yes", HeaderOf(browser.Post(draft + "/send"), "Location"));
  EXPECT_EQ("0", Column("SELECT count(*) FROM application_case"));
  EXPECT_EQ("0", Column("SELECT count(*) FROM outbox"));
}

TEST_F(ApplyTest, TheKeyOfSendingIsTheDrafts) {
  std::string draft = Complete(Service::kExchange, kSingle);
  EXPECT_EQ(400, browser.Post(draft + "/send", {{"act", random.Uuid()}}).status);
  browser.Get(draft + "/check");
  EXPECT_EQ(403, browser.Post(draft + "/send", {{"csrf", "forged"}}).status);
  EXPECT_EQ("0", Column("SELECT count(*) FROM application_case"));
}

TEST_F(ApplyTest, TheResultIsForItsOwner) {
  std::string draft = Complete(Service::kExchange, kSingle);
  std::string result = HeaderOf(browser.Post(draft + "/send"), "Location");
  Browser other(dispatcher);
  LogIn(other, stranger);
  EXPECT_EQ(404, other.Get(result).status);
  EXPECT_EQ(404, other.Get(draft).status);
  Response english = browser.Get(result + "?lang=en");
  EXPECT_TRUE(Says(english, "Receipt number: 115695200001"));
}

TEST_F(ApplyTest, AMissingHealthCertificateIsWarnedOfAndMayBeSent) {
  const std::string draft = Complete(Service::kExchange, kSingle);
  const Response warned = browser.Get(draft + "/check");
  EXPECT_TRUE(Says(warned, "健康檢查合格證明"));
  EXPECT_TRUE(Says(warned, "尚未上傳檔案"));
  EXPECT_TRUE(Says(warned, "<a class=\"govuk-link\" href=\"" + draft +
                               "/sections/documents?from=check#health-certificate\">"));

  browser.Get(draft);
  browser.Post(draft, {{"do", "save"}, {"resumes_study", "yes"}});
  EXPECT_FALSE(Says(browser.Get(draft + "/check"), "尚未上傳檔案")) << "was handed in before";
  browser.Get(draft);
  browser.Post(draft, {{"do", "save"}, {"resumes_study", "no"}});
  browser.Get(draft + "/check");
  const Response sent = browser.Post(draft + "/send");
  EXPECT_NE(std::string::npos, HeaderOf(sent, "Location").find("/sent/"));
}

TEST_F(ApplyTest, NumbersThatAreUsedUpAreRefusedClearly) {
  settings.group_units = {};
  std::string draft = Complete(Service::kExchange, kSingle);
  EXPECT_EQ(503, browser.Post(draft + "/send").status);
  EXPECT_EQ("1", Column("SELECT count(*) FROM draft"));
}

}  // namespace
}  // namespace permit::test
