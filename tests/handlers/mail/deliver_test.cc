#include "handlers/mail/deliver.h"

#include <gtest/gtest.h>
#include <signal.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <thread>

#include "sql/outbox_store.h"
#include "tests/support/child_process.h"
#include "tests/support/mail_sink.h"
#include "tests/support/places.h"
#include "tests/support/private_database.h"

namespace permit {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;

constexpr Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 3 / 5}};

class DeliverMailTest : public test::DatabaseTest {
 protected:
  DeliverMailTest()
      : transport(MakeSmtpTransport(sink.url(), "permit.example")),
        job{database,
            clock,
            random,
            *transport,
            "學生線上申辦系統 <no-reply@permit.example>",
            "permit.example"} {}

  void Write(const std::string& recipient, const std::string& subject = "主旨") {
    database.Transact([&](sql::Transaction& transaction) {
      sql::EnqueueMail(transaction,
                       {.cause = std::to_string(++written),
                        .recipient = recipient,
                        .recipient_name = "王𠮷",
                        .subject = subject,
                        .text = "內文𠮷",
                        .html = "<p>內文𡘙</p>"},
                       clock.Now());
    });
  }
  sql::MailLine Only() { return sql::ListMails(database, std::nullopt, 2).at(0); }
  void TheOperatorRetries(std::uint64_t id) {
    EXPECT_TRUE(sql::RetryMail(database, id, clock.Now()));
  }

  test::MailSink sink;
  ManualClock clock{kNow};
  SystemRandom random;
  std::unique_ptr<MailTransport> transport;
  MailJob job;
  int written = 0;
};

TEST_F(DeliverMailTest, AMailArrivesWholeWithBothItsBodies) {
  Write("student@example.org", "核准通知 " + std::string(60, 'x') + " 結束");
  EXPECT_EQ(DeliverMail(job).sent, 1U);
  ASSERT_EQ(sink.Mails().size(), 1U);
  const test::ArrivedMail mail = sink.Mails().front();
  EXPECT_EQ(mail.envelope_to, "student@example.org");
  EXPECT_EQ(mail.from, "學生線上申辦系統 <no-reply@permit.example>");
  EXPECT_EQ(mail.to, "王𠮷 <student@example.org>");
  EXPECT_EQ(mail.subject, "核准通知 " + std::string(60, 'x') + " 結束");
  EXPECT_EQ(mail.message_id, "<outbox-" + std::to_string(Only().id) + "@permit.example>");
  EXPECT_EQ(mail.text, "內文𠮷");
  EXPECT_EQ(mail.html, "<p>內文𡘙</p>");
  EXPECT_EQ(Only().state, "sent");
  EXPECT_EQ(
      database.Run("SELECT CONCAT(text_body, html_body) AS words FROM outbox").at(0).Text("words"),
      "");
  EXPECT_EQ(DeliverMail(job).sent, 0U);
  EXPECT_EQ(sink.Count(), 1U);
}

TEST_F(DeliverMailTest, WhatIsPutOffIsTriedAgainAfterGrowingPauses) {
  EXPECT_EQ(PauseAfter(1), seconds(30));
  EXPECT_EQ(PauseAfter(2), seconds(60));
  EXPECT_EQ(PauseAfter(50), seconds(3600));
  sink.Refuse("*", 451);
  Write("student@example.org");
  EXPECT_EQ(DeliverMail(job).put_off, 1U);
  EXPECT_NE(Only().last_error.find("451"), std::string::npos) << Only().last_error;
  sink.RefuseNothing();
  clock.Advance(seconds(29));
  EXPECT_EQ(DeliverMail(job).sent, 0U);
  clock.Advance(seconds(1));
  EXPECT_EQ(DeliverMail(job).sent, 1U);
}

TEST_F(DeliverMailTest, ARefusalForGoodIsGivenUpAndSeenByTheOperator) {
  sink.Refuse("full@*", 550);
  Write("full@example.org");
  Write("student@example.org");
  testing::internal::CaptureStderr();
  MailRun run = DeliverMail(job);
  const std::string log = testing::internal::GetCapturedStderr();
  EXPECT_NE(log.find("mail.abandoned"), std::string::npos) << log;
  EXPECT_EQ(log.find("@example.org"), std::string::npos) << "personal data in the log: " << log;
  EXPECT_EQ(run.given_up, 1U);
  EXPECT_EQ(run.sent, 1U);
  std::vector<sql::MailLine> failed = sql::ListMails(database, "failed", 10);
  ASSERT_EQ(failed.size(), 1U);
  EXPECT_NE(failed[0].last_error.find("550"), std::string::npos) << failed[0].last_error;
  sink.RefuseNothing();
  TheOperatorRetries(failed[0].id);
  EXPECT_EQ(DeliverMail(job).sent, 1U);
}

// A blocked sender or relay is the site's trouble, not the mails'.
TEST_F(DeliverMailTest, AServerThatRefusesUsFailsNoMail) {
  for (int i = 0; i < 3; ++i) Write("student@example.org");
  for (const char* stage : {"GREETING", "MAIL"}) {
    SCOPED_TRACE(stage);
    sink.Refuse(stage, 554);
    transport = MakeSmtpTransport(sink.url(), "permit.example");
    MailJob refused{database, clock, random, *transport, job.from, job.message_id_domain};
    const MailRun run = DeliverMail(refused);
    EXPECT_EQ(run.given_up, 0U);
    EXPECT_EQ(run.put_off, 1U) << "the next mail would fare no better";
    EXPECT_NE(sql::ListMails(database, "waiting", 10).at(0).last_error.find("554"),
              std::string::npos)
        << sql::ListMails(database, "waiting", 10).at(0).last_error;
    clock.Advance(PauseAfter(2) + seconds(1));
  }
  sink.RefuseNothing();
  transport = MakeSmtpTransport(sink.url(), "permit.example");
  MailJob sound{database, clock, random, *transport, job.from, job.message_id_domain};
  EXPECT_EQ(DeliverMail(sound).sent, 3U);
}

TEST_F(DeliverMailTest, AServerThatIsAwayLosesNothing) {
  sink.Stop();
  Write("one@example.org");
  Write("two@example.org");
  EXPECT_EQ(DeliverMail(job).sent, 0U);
  sink.Start();
  clock.Advance(seconds(31));
  EXPECT_EQ(DeliverMail(job).sent, 2U);
  EXPECT_EQ(sink.Count(), 2U);
}

TEST_F(DeliverMailTest, ARecipientThatIsNoMailboxNeverReachesTheServer) {
  Write("a@b.org>\r\nRCPT TO:<victim@example.org");
  EXPECT_EQ(DeliverMail(job).given_up, 1U);
  EXPECT_EQ(sink.Count(), 0U);
}

TEST_F(DeliverMailTest, AfterTwoDaysAMailIsGivenUp) {
  sink.Refuse("*", 451);
  Write("student@example.org");
  clock.Advance(std::chrono::hours(49));
  EXPECT_EQ(DeliverMail(job).given_up, 1U);
}

TEST_F(DeliverMailTest, TwoMailersSendEachMailOnce) {
  for (int i = 0; i < 30; ++i) Write("student" + std::to_string(i) + "@example.org");
  auto work = [&] {
    sql::Database mine(test::PrivateDatabase::Shared().options());
    SystemRandom mine_random;
    auto mine_transport = MakeSmtpTransport(sink.url(), "permit.example");
    MailJob mine_job{mine, clock, mine_random, *mine_transport, job.from, job.message_id_domain};
    while (DeliverMail(mine_job).sent > 0) {
    }
  };
  std::thread other(work);
  work();
  other.join();
  EXPECT_EQ(sink.Count(), 30U);
}

// The program itself: killed while it works, started again, told to stop.
TEST_F(DeliverMailTest, AKilledMailerLosesNothing) {
  fs::path config = sink.folder() / "permit.toml";
  std::ofstream(config) << "[site]\nbase_url = \"http://permit.example\"\n[database]\nsocket = \""
                        << test::PrivateDatabase::Shared().options().socket
                        << "\"\nuser = \"root\"\n[mail]\nsmtp_url = \"" << sink.url()
                        << "\"\nfrom = \"no-reply@permit.example\"\n";
  std::vector<std::string> command = {test::InBuild("/fcgi/permit-mailer"), "--config", config};
  for (int i = 0; i < 40; ++i) Write("student" + std::to_string(i) + "@example.org");
  {
    test::ChildProcess mailer(command, sink.folder() / "mailer.log");
    while (sink.Count() < 5) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    mailer.Send(SIGKILL);
    mailer.Wait();
  }
  // The claim of the dead runs out; the test does not wait for that.
  database.Run("UPDATE outbox SET claimed_until = '2000-01-01' WHERE state = 'waiting'");
  test::ChildProcess mailer(command, sink.folder() / "mailer.log");
  while (!sql::ListMails(database, "waiting", 1).empty()) {
    ASSERT_TRUE(mailer.Runs());
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  mailer.Send(SIGTERM);
  EXPECT_EQ(mailer.Wait(), 0);
  // At most the one that the server had just taken came twice, under the same Message-ID.
  EXPECT_GE(sink.Count(), 40U);
  EXPECT_LE(sink.Count(), 41U);
  std::map<std::string, int> ids;
  for (const test::ArrivedMail& mail : sink.Mails()) ++ids[mail.message_id];
  EXPECT_EQ(ids.size(), 40U);
}

}  // namespace
}  // namespace permit
