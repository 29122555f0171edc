#include "handlers/jobs/deliver_mail.h"

#include <gtest/gtest.h>
#include <signal.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <thread>

#include "sql/outbox_store.h"
#include "tests/support/child_process.h"
#include "tests/support/places.h"
#include "tests/support/private_database.h"

namespace permit {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;

constexpr Instant kNow{std::chrono::sys_days{std::chrono::year{2026} / 3 / 5}};

fs::path NewFolder() {
  std::string pattern = fs::temp_directory_path() / "permit-mail-XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
  return pattern;
}

// A real mail server that delivers into a folder; refuses on demand.
class Sink {
 public:
  Sink() : folder_(NewFolder()) { Start(); }
  ~Sink() {
    server_.reset();
    fs::remove_all(folder_);
  }

  void Start() {
    fs::remove(folder_ / "port");
    server_ = std::make_unique<test::ChildProcess>(
        std::vector<std::string>{
            "/usr/bin/python3", "-B", test::InSource("/tests/support/mail_sink.py"), "--mail",
            folder_ / "mail", "--faults", folder_ / "faults", "--port-file", folder_ / "port"},
        folder_ / "log");
    while (!fs::exists(folder_ / "port")) {
      if (!server_->Runs()) throw std::runtime_error("the mail sink does not start");
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    std::ifstream(folder_ / "port") >> port_;
  }
  // Comes back at the same port.
  void Stop() {
    fs::copy_file(folder_ / "port", folder_ / "port.last", fs::copy_options::overwrite_existing);
    server_->Send(SIGTERM);
    server_->Wait();
  }
  void Refuse(const std::string& pattern, int code) {
    std::ofstream(folder_ / "faults") << pattern << ' ' << code << '\n';
  }
  void RefuseNothing() { fs::remove(folder_ / "faults"); }

  std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }

  // What Python's own reader of mails makes of them, a line each: to|from|subject|text|html.
  std::string Mails() {
    static constexpr const char* kScript =
        "import sys, email, email.policy, pathlib\n"
        "for file in sorted(pathlib.Path(sys.argv[1]).glob('*.eml')):\n"
        "    m = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)\n"
        "    parts = [p.get_content().strip() for p in m.iter_parts()]\n"
        "    print('|'.join([m['X-Envelope-To'], m['From'], m['Subject'], m['Message-ID'],\n"
        "                    m.get_content_type(), *parts]), flush=True)\n"
        "    assert not m.defects, m.defects\n";
    test::Finished read =
        test::RunProgram({"/usr/bin/env", "PYTHONIOENCODING=utf-8", "/usr/bin/python3", "-B", "-c",
                          kScript, folder_ / "mail"});
    EXPECT_EQ(read.exit_code, 0) << read.output;
    return read.output;
  }
  std::size_t Count() {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(folder_ / "mail")) {
      count += entry.path().extension() == ".eml" && entry.path().filename().string()[0] != '.';
    }
    return count;
  }
  const fs::path& folder() const { return folder_; }

 private:
  fs::path folder_;
  std::unique_ptr<test::ChildProcess> server_;
  int port_ = 0;
};

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
                       {.cause_key = "cause:" + std::to_string(++written),
                        .recipient = recipient,
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

  Sink sink;
  ManualClock clock{kNow};
  SystemRandom random;
  std::unique_ptr<MailTransport> transport;
  MailJob job;
  int written = 0;
};

TEST_F(DeliverMailTest, AMailArrivesWholeWithBothItsBodies) {
  Write("student@example.org", "核准通知 " + std::string(60, 'x') + " 結束");
  EXPECT_EQ(DeliverMail(job).sent, 1U);
  std::string id = std::to_string(Only().id);
  EXPECT_EQ(sink.Mails(),
            "student@example.org|學生線上申辦系統 <no-reply@permit.example>|核准通知 " +
                std::string(60, 'x') + " 結束|<outbox-" + id +
                "@permit.example>|multipart/alternative|內文𠮷|<p>內文𡘙</p>\n");
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
  MailRun run = DeliverMail(job);
  EXPECT_EQ(run.given_up, 1U);
  EXPECT_EQ(run.sent, 1U);
  std::vector<sql::MailLine> failed = sql::ListMails(database, "failed", 10);
  ASSERT_EQ(failed.size(), 1U);
  EXPECT_NE(failed[0].last_error.find("550"), std::string::npos) << failed[0].last_error;
  sink.RefuseNothing();
  TheOperatorRetries(failed[0].id);
  EXPECT_EQ(DeliverMail(job).sent, 1U);
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
  std::istringstream lines(sink.Mails());
  std::string line;
  while (std::getline(lines, line)) ++ids[line.substr(line.find("<outbox-"), 40)];
  EXPECT_EQ(ids.size(), 40U);
}

}  // namespace
}  // namespace permit
