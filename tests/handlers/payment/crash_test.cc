// The real programs, killed at each marked step: one charge counts, nothing is lost, the student
// sees the truth and the log names the payment.
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include "fcgi/base/crypto.h"
#include "handlers/payment/crash_point.h"
#include "handlers/web/csrf.h"
#include "handlers/web/paths.h"
#include "handlers/web/session.h"
#include "sql/session_store.h"
#include "tests/handlers/payment/payment_site.h"
#include "tests/handlers/payment/store_file.h"
#include "tests/support/child_process.h"
#include "tests/support/fcgi_client.h"
#include "tests/support/places.h"
#include "tests/support/signing_keys.h"

namespace permit::test {
namespace {

namespace fs = std::filesystem;

enum class Life { kCardNotice, kCardAsked, kPlatform, kSlip, kRevoked };

// In which life a step is reached.
Life LifeOf(CrashPoint step) {
  switch (step) {
    case CrashPoint::kStartInHand:
    case CrashPoint::kStartDone:
    case CrashPoint::kNoticeRead:
    case CrashPoint::kNoticeInHand:
    case CrashPoint::kNoticeDone:
    case CrashPoint::kPapersInHand:
    case CrashPoint::kPapersDone:
      return Life::kCardNotice;
    case CrashPoint::kAskAnnounced:
    case CrashPoint::kQueryReplied:
    case CrashPoint::kAskInHand:
    case CrashPoint::kAskDone:
      return Life::kCardAsked;
    case CrashPoint::kSessionOpened:
    case CrashPoint::kSessionKept:
      return Life::kPlatform;
    case CrashPoint::kSlipNumbered:
    case CrashPoint::kSettlementRead:
    case CrashPoint::kSettlementInHand:
    case CrashPoint::kSettlementDone:
      return Life::kSlip;
    case CrashPoint::kRevokeInHand:
      return Life::kRevoked;
  }
  return {};
}

class CrashTest : public PaymentSiteTest, public ::testing::WithParamInterface<NamedCrashPoint> {
 protected:
  CrashTest() {
    clock.Set(SystemClock().Now());
    std::string pattern = (fs::temp_directory_path() / "crash-XXXXXX").string();
    folder = mkdtemp(pattern.data());
    fs::create_directory(folder / "marks");
    fs::create_directory(folder / "settlement");
    for (const auto& [name, secret] :
         {std::pair{"site", "0123456789abcdef0123456789abcdef"},
          std::pair{"key", "pwFHCqoQZGmho4w6"}, std::pair{"iv", "EkRm7iFT261dpevs"},
          std::pair{"egov", "a key for the stand-in platform alone"}}) {
      std::ofstream(folder / name) << secret;
      fs::permissions(folder / name, fs::perms::owner_read);
    }
    WriteConfig("now", std::chrono::seconds(0));
    setenv("PERMIT_CRASH_AT", (folder / "marks").c_str(), 1);
    pool = std::make_unique<ChildProcess>(
        std::vector<std::string>{Program("permit-web"), "--config", (folder / "now.toml").string()},
        (folder / "web.log").string());
    unsetenv("PERMIT_CRASH_AT");
    while (pool->Runs() && !Send("GET", "/coa-frontend/healthz", "").complete) {
      std::this_thread::yield();
    }
    token = random.Token();
    sql::InsertSession(database, SessionHash(token), account, clock.Now(),
                       clock.Now() + std::chrono::hours(48));
    cookies[CookieName(kSessionCookie, false)] = token;
  }
  ~CrashTest() override {
    if (pool->Runs()) {
      pool->Send(SIGTERM);
      pool->Wait();
    }
    fs::remove_all(folder);
  }

  static std::string Program(const std::string& name) { return InBuild("/fcgi/" + name); }
  void WriteConfig(const std::string& name, std::chrono::seconds later) {
    const sql::DatabaseOptions options = PrivateDatabase::Shared().options();
    const std::string binary = InBuild(""), at = folder.string();
    std::ofstream(folder / (name + ".toml"))
        << "[site]\nbase_url = \"http://127.0.0.1:9\"\nsecret_file = \"" << at
        << "/site\"\nclock_offset_seconds = " << later.count() << "\n[database]\nsocket = \""
        << options.socket << "\"\nname = \"" << options.name << "\"\nuser = \"" << options.user
        << "\"\n[web]\nworkers = 2\nsocket = \"" << at << "/web.sock\"\nstatic_dir = \"" << binary
        << "/static\"\nlocale_dir = \"" << binary << "/locale\"\ntemplate_dir = \""
        << InSource("/views") << "\"\n[signing]\nkey_dir = \"" << SigningKeys()
        << "\"\n[payment]\ngateway_url = \"" << Bank().url() << "\"\ngateway_key_file = \"" << at
        << "/key\"\ngateway_iv_file = \"" << at << "/iv\"\negov_url = \"" << Bank().url()
        << "/e-government\"\negov_service = \"SVC001\"\n"
        << "egov_key_file = \"" << at << "/egov\"\nsettlement_folder = \"" << at
        << "/settlement\"\nsettlement_quiet_seconds = 0\n";
  }

  // permitctl job run NAME, so much later than now.
  Finished Job(const std::string& name, std::chrono::seconds later) {
    WriteConfig("later", later);
    setenv("PERMIT_CRASH_AT", (folder / "marks").c_str(), 1);
    Finished run = RunProgram(
        {Program("permitctl"), "--config", (folder / "later.toml").string(), "job", "run", name});
    unsetenv("PERMIT_CRASH_AT");
    log += run.output;
    return run;
  }
  void Reconcile(std::chrono::seconds later) {
    EXPECT_EQ(Job("reconcile-payments", later).exit_code, 0) << log;
  }

  // The mark of the step; the program that gets there takes it away and dies.
  void Set() { std::ofstream(folder / "marks" / GetParam().name); }
  bool Died() const { return !fs::exists(folder / "marks" / GetParam().name); }

  FcgiReply Send(const std::string& method, const std::string& uri, const std::string& body) {
    std::string sent;
    for (const auto& [name, value] : cookies)
      sent += (sent.empty() ? "" : "; ") + name + "=" + value;
    FcgiReply answer = FcgiAsk((folder / "web.sock").string(),
                               {{"REQUEST_METHOD", method},
                                {"REQUEST_URI", uri},
                                {"REMOTE_ADDR", "192.0.2.1"},
                                {"HTTP_COOKIE", sent},
                                {"CONTENT_TYPE", "application/x-www-form-urlencoded"},
                                {"CONTENT_LENGTH", std::to_string(body.size())}},
                               body);
    const std::string lead = "Set-Cookie: ";
    for (std::size_t at = answer.head.find(lead); at != std::string::npos;
         at = answer.head.find(lead, at + 1)) {
      std::string cookie =
          answer.head.substr(at + lead.size(), answer.head.find(';', at) - at - lead.size());
      cookies[cookie.substr(0, cookie.find('='))] = cookie.substr(cookie.find('=') + 1);
    }
    if (answer.body.find("<html") != std::string::npos) page = answer.body;
    return answer;
  }
  FcgiReply Get(const std::string& uri) { return Send("GET", uri, ""); }
  FcgiReply Post(const std::string& uri, const Fields& fields) {
    std::string body;
    for (const auto& [name, value] : fields) {
      body += (body.empty() ? "" : "&") + name + "=" + PercentEncode(value);
    }
    return Send("POST", uri, body);
  }
  static std::string LocationOf(const FcgiReply& answer) {
    const std::string lead = "Location: ";
    std::size_t at = answer.head.find(lead);
    if (at == std::string::npos) return {};
    at += lead.size();
    return answer.head.substr(at, answer.head.find('\r', at) - at);
  }

  // Chooses the method, and sends the form again when no answer comes. Gives the reference.
  std::string ChooseAtPool(const std::string& method) {
    const std::string path = std::string(kPaymentListPath) + "/method";
    EXPECT_EQ(Get(path + "?group=" + exchange.group_number).status, 200);
    Fields fields = {{"csrf", InputValue(page, "csrf")},
                     {"act", InputValue(page, "act")},
                     {"method", method},
                     {"group", exchange.group_number}};
    FcgiReply answer = Post(path, fields);
    for (int again = 0; !answer.complete && again < 3; ++again) answer = Post(path, fields);
    EXPECT_EQ(answer.status, 303) << answer.body;
    std::string location = LocationOf(answer).substr(kPaymentListPath.size() + 1);
    return location.substr(0, location.find('/'));
  }
  void GoFromPool(const std::string& reference) {
    Get(PaymentPath(reference, "bank"));
    if (PostToBank(page)) return;
    Post(PaymentPath(reference, "bank"), {{"csrf", InputValue(page, "csrf")}});
    Get(PaymentPath(reference, "bank"));
    EXPECT_TRUE(PostToBank(page)) << page;
  }

  std::string LiveByCard(const std::string& fault) {
    std::string reference = ChooseAtPool("credit-card");
    GoFromPool(reference);
    Bank().Pay(reference, fault);
    return reference;
  }
  std::string LiveAtPlatform() {
    std::string reference = ChooseAtPool("egov-account");
    GoFromPool(reference);
    Bank().AtPlatform(reference, "pay");
    return reference;
  }
  std::string LiveBySlip() {
    std::string reference = ChooseAtPool("convenience-store");
    Date today = TaipeiDate(clock.Now());
    std::ofstream(folder / "settlement/day.txt", std::ios::binary)
        << StoreFile({{sql::FindPayment(database, reference)->slip_number, 1000, today}}, today);
    for (int round = 0; round < 2; ++round) Job("settlement", std::chrono::seconds(0));
    EXPECT_TRUE(fs::exists(folder / "settlement/done/day.txt"));
    EXPECT_FALSE(fs::exists(folder / "settlement/day.txt"));
    return reference;
  }

  std::string Log() {
    std::ifstream in(folder / "web.log");
    return log + std::string{std::istreambuf_iterator<char>(in), {}};
  }
  void ExpectPaidOnce(const std::string& reference) {
    EXPECT_EQ(StateOf(reference), PaymentState::kPaid);
    EXPECT_EQ(CaseStateOf(exchange), "paid");
    EXPECT_EQ(Count("payment"), 1);
    EXPECT_EQ(Count("receipt"), 1);
    EXPECT_EQ(Count("outbox WHERE cause_key LIKE 'payment-received:%'"), 1);
    EXPECT_EQ(Count("ledger_entry"), 2);
    EXPECT_EQ(Count("payment_exception"), 0);
    EXPECT_EQ(Count("payment_history WHERE to_state = 'paid'"), 1);
    EXPECT_EQ(Sum("collector"), 1000);
    ExpectBalance();
  }

  fs::path folder;
  std::unique_ptr<ChildProcess> pool;
  std::string token;
  std::map<std::string, std::string> cookies;
  std::string page;  // seen last
  std::string log;   // of the jobs
};

constexpr std::chrono::minutes kDue{16};

TEST_P(CrashTest, LosesNothingChargesOnceAndTellsTheTruth) {
  std::string reference;
  const Life life = LifeOf(GetParam().step);
  switch (life) {
    case Life::kCardNotice:
      Set();
      reference = LiveByCard("");
      Post(kNoticePath, LastNotice(reference));
      break;
    case Life::kCardAsked:
      reference = LiveByCard("lost");
      Get(PaymentPath(reference));
      Set();
      EXPECT_FALSE(
          Post(PaymentPath(reference, "ask"), {{"csrf", InputValue(page, "csrf")}}).complete);
      break;
    case Life::kPlatform:
      Set();
      reference = LiveAtPlatform();
      break;
    case Life::kSlip:
      Set();
      reference = LiveBySlip();
      break;
    case Life::kRevoked:
      reference = LiveByCard("");
      Post(kNoticePath, LastNotice(reference));
      Bank().Revoke(reference);
      Set();
      EXPECT_EQ(Job("reconcile-payments", std::chrono::hours(25)).exit_code, 128 + SIGKILL);
      EXPECT_EQ(StateOf(reference), PaymentState::kPaid) << "nothing half done";
      break;
  }
  EXPECT_TRUE(Died()) << "the step was never reached";
  Reconcile(life == Life::kRevoked ? std::chrono::hours(26) : kDue);
  EXPECT_TRUE(Get(PaymentPath(reference)).complete);
  EXPECT_NE(Log().find("payment=" + reference), std::string::npos) << Log();
  if (life == Life::kRevoked) {
    EXPECT_EQ(StateOf(reference), PaymentState::kRevoked);
    EXPECT_EQ(Count("payment_exception WHERE kind = 'revoked'"), 1);
    EXPECT_EQ(Sum("collector"), 0);
    EXPECT_NE(page.find("銀行已撤回這筆款項"), std::string::npos);
    return ExpectBalance();
  }
  ExpectPaidOnce(reference);
  EXPECT_NE(page.find("交易成功"), std::string::npos);
  // The bank had no answer and says it again.
  if (life == Life::kCardNotice) {
    EXPECT_EQ(Post(kNoticePath, LastNotice(reference)).body, "1|OK");
    ExpectPaidOnce(reference);
  }
}

INSTANTIATE_TEST_SUITE_P(AtEachStep, CrashTest, ::testing::ValuesIn(kCrashPoints),
                         [](const ::testing::TestParamInfo<NamedCrashPoint>& at) {
                           std::string name(at.param.name);
                           std::erase(name, '-');
                           return name;
                         });

}  // namespace
}  // namespace permit::test
