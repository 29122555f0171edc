#include <filesystem>
#include <fstream>
#include <sstream>

#include "handlers/operator/command_line.h"
#include "handlers/payment/ask.h"
#include "handlers/web/paths.h"
#include "tests/handlers/payment/payment_site.h"
#include "tests/handlers/payment/store_file.h"

namespace permit::test {
namespace {

// The gateways' keys in files of the test's own, named by the settings.
class KeyFiles {
 public:
  explicit KeyFiles(Settings& settings) {
    std::string pattern = (std::filesystem::temp_directory_path() / "keys-XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
    settings.gateway_key_file = Write("key", "pwFHCqoQZGmho4w6");
    settings.gateway_iv_file = Write("iv", "EkRm7iFT261dpevs");
    settings.egov_key_file = Write("egov", "a key for the stand-in platform alone");
    settings.egov_url = settings.gateway_url + "/e-government";
    settings.egov_service = "SVC001";
  }
  ~KeyFiles() { std::filesystem::remove_all(folder_); }
  KeyFiles(const KeyFiles&) = delete;
  KeyFiles& operator=(const KeyFiles&) = delete;

 private:
  std::string Write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name) << text;
    std::filesystem::permissions(folder_ / name, std::filesystem::perms::owner_read);
    return folder_ / name;
  }
  std::filesystem::path folder_;
};

class PaymentCommandsTest : public PaymentSiteTest, public ctl::Surroundings {
 protected:
  // permitctl's surroundings are those of the test.
  const Settings& settings() override { return PaymentSiteTest::settings; }
  sql::Database& database() override { return PaymentSiteTest::database; }
  const views::Renderer& renderer() override { return SharedRenderer(); }
  const Clock& clock() override { return PaymentSiteTest::clock; }
  Random& random() override { return PaymentSiteTest::random; }
  std::ostream& out() override { return out_; }
  std::string actor() override { return "operator:lin"; }
  ctl::Format format() override { return ctl::Format::kTsv; }

  int Run(std::vector<std::string> words) {
    out_.str("");
    errors_.str("");
    return ctl::RunCommand(ctl::ReadCommandLine(std::move(words), ctl::Commands()), *this, errors_);
  }
  std::string Output() const { return out_.str(); }
  std::string Errors() const { return errors_.str(); }

  std::string Written(const std::string& bytes) {
    auto file = std::filesystem::temp_directory_path() /
                ("settlement-" + std::to_string(getpid()) + ".txt");
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
  }
  Date Today() { return TaipeiDate(clock().Now()); }

 private:
  std::ostringstream out_;
  std::ostringstream errors_;
};

TEST_F(PaymentCommandsTest, BarcodeGivesTheKnownAnswer) {
  EXPECT_EQ(Run({"payment", "barcode", "--serial", "695200100", "--amount", "1000", "--deadline",
                 "2019-07-09", "--category", "138508", "--item", "6II"}),
            ctl::kExitDone);
  EXPECT_EQ(Output(), "1385086952001009\n0807096II\n1385086952001009\n070939000001000\n");
  EXPECT_EQ(
      Run({"payment", "barcode", "--serial", "1", "--amount", "-1", "--deadline", "2019-07-09"}),
      ctl::kExitUsage);
  EXPECT_EQ(
      Run({"payment", "barcode", "--serial", "1", "--amount", "1", "--deadline", "2019-02-30"}),
      ctl::kExitUsage);
}

TEST_F(PaymentCommandsTest, SettleTakesAFileOnceAndIssuesTheReceipt) {
  std::string reference = Choose("convenience-store", {exchange.group_number});
  std::string number = sql::FindPayment(database(), reference)->slip_number;
  std::string file = Written(StoreFile({{number, 1000, Today()}}, Today()));
  ASSERT_EQ(Run({"payment", "settle", file}), ctl::kExitDone) << Errors();
  EXPECT_NE(Output().find(number + "\t1000\tsettled"), std::string::npos) << Output();
  EXPECT_EQ(Count("receipt"), 1);
  EXPECT_EQ(database()
                .Run("SELECT detail FROM audit WHERE action = 'payment-settle' AND object = "
                     "CONCAT('settlement:', SUBSTRING_INDEX('" +
                     file + "', '/', -1))")
                .size(),
            1U);
  RowWatch watch(database());
  EXPECT_EQ(Run({"payment", "settle", file}), ctl::kExitDone);
  EXPECT_NE(Output().find("taken in before"), std::string::npos);
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(PaymentCommandsTest, SettleNamesTheLineAndTheReasonOfARefusal) {
  std::string file = StoreFile({{"1385086952001009", 1000, Today()}}, Today());
  RowWatch watch(database());
  EXPECT_EQ(Run({"payment", "settle", Written(file.substr(0, 300))}), ctl::kExitRefused);
  EXPECT_NE(Errors().find(":3: "), std::string::npos) << Errors();
  EXPECT_EQ(Run({"payment", "settle", "/nowhere"}), ctl::kExitRefused);
  EXPECT_EQ(watch.Changes(), "");
}

TEST_F(PaymentCommandsTest, TheCashierClosesAnExceptionOnceAndTheBooksBalance) {
  Run({"payment", "settle", Written(StoreFile({{"1385086952001009", 1000, Today()}}, Today()))});
  ASSERT_EQ(Run({"payment", "exceptions"}), ctl::kExitDone);
  EXPECT_NE(Output().find("unknown-number\t1385086952001009\t1000"), std::string::npos);
  std::string id =
      std::to_string(database().Run("SELECT id FROM payment_exception").at(0).Uint("id"));
  EXPECT_EQ(Run({"payment", "resolve", id}), ctl::kExitUsage) << "without a note";
  RowWatch watch(database());
  EXPECT_EQ(Run({"payment", "resolve", id, "--note", "sent back"}), ctl::kExitDone);
  EXPECT_EQ(watch.Changes(),
            "ledger_entry +2\npayment_exception ~1 (note, resolved_at, resolved_by)");
  EXPECT_EQ(Run({"payment", "resolve", id, "--note", "again"}), ctl::kExitRefused);
  EXPECT_EQ(watch.Changes(), "");
  EXPECT_EQ(Sum("suspense"), 0);
  std::string day = FormatDate(Today());
  EXPECT_EQ(Run({"payment", "report", "--from", day, "--to", day}), ctl::kExitDone);
  EXPECT_NE(Output().find("sum\t\t\t\t\t0"), std::string::npos) << Output();
}

// permitctl opens the gateways by itself, from the settings and the files that they name.
TEST_F(PaymentCommandsTest, AskFindsALostNoticeAndSaysWhenTheBankIsSilent) {
  const KeyFiles keys(PaymentSiteTest::settings);
  std::string reference = Choose("credit-card", {exchange.group_number});
  ASSERT_TRUE(GoToBank(reference));
  Bank().Pay(reference, "lost");
  Bank().Spoil("query-down");
  EXPECT_EQ(Run({"payment", "ask", reference}), ctl::kExitRefused);
  EXPECT_EQ(Output(), "no-answer\n");
  EXPECT_EQ(Run({"payment", "ask", reference}), ctl::kExitDone) << Errors();
  EXPECT_EQ(Output(), "paid\n");
  EXPECT_EQ(StateOf(reference), PaymentState::kPaid);
  EXPECT_EQ(Run({"payment", "ask", reference}), ctl::kExitDone);
  EXPECT_EQ(Output(), "nothing-to-ask\n");
  EXPECT_EQ(Run({"payment", "ask", "P0"}), ctl::kExitRefused);
}

TEST_F(PaymentCommandsTest, KeysThatEverybodyMayReadAreRefused) {
  const KeyFiles keys(PaymentSiteTest::settings);
  const payment::Gateways opened(settings());
  EXPECT_NE(opened.For(SettledBy::kGateway), nullptr);
  EXPECT_NE(opened.For(SettledBy::kEGovernment), nullptr);
  for (const std::string& file : {settings().gateway_iv_file, settings().egov_key_file}) {
    std::filesystem::permissions(file, std::filesystem::perms::others_read,
                                 std::filesystem::perm_options::add);
    EXPECT_THROW(payment::Gateways{settings()}, SettingsError) << file;
    std::filesystem::permissions(file, std::filesystem::perms::others_read,
                                 std::filesystem::perm_options::remove);
  }
}

TEST_F(PaymentCommandsTest, ARevokedPaymentTellsTheCashierWhichPermitIsOut) {
  std::string reference = Choose("egov-account", {exchange.group_number});
  ASSERT_TRUE(GoToBank(reference));
  Bank().AtPlatform(reference, "pay");
  payment::AskAboutPayment(services, reference, "job");
  PaymentSiteTest::database.Run("UPDATE application_case SET state = 'issued' WHERE id = " +
                                std::to_string(exchange.id));
  Bank().AtPlatform(reference, "revoke");
  PaymentSiteTest::clock.Advance(std::chrono::hours(25));
  ASSERT_EQ(payment::AskAboutPayment(services, reference, "job"), payment::Asked::kRevoked);
  ASSERT_EQ(Run({"payment", "exceptions"}), ctl::kExitDone);
  EXPECT_NE(Output().find("revoked\t" + reference + "\t-1000"), std::string::npos) << Output();
  EXPECT_NE(Output().find("\t" + exchange.receipt_number + "\t"), std::string::npos);
  EXPECT_NE(Output().find("have the permits named here cancelled"), std::string::npos);
  std::string id =
      std::to_string(database().Run("SELECT id FROM payment_exception").at(0).Uint("id"));
  EXPECT_EQ(Run({"payment", "resolve", id, "--note", "paid at the counter"}), ctl::kExitDone);
  EXPECT_EQ(Sum("suspense"), 0);
  EXPECT_EQ(Sum("closed"), 1000);
  ExpectBalance();
}

TEST_F(PaymentCommandsTest, ARevokedPaymentIsRestoredWhetherOrNotItsExceptionWasClosedBefore) {
  std::string reference = Choose("egov-account", {exchange.group_number});
  ASSERT_TRUE(GoToBank(reference));
  EXPECT_EQ(Run({"payment", "restore", reference, "--note", "x"}), ctl::kExitRefused);
  Bank().AtPlatform(reference, "pay");
  payment::AskAboutPayment(services, reference, "job");
  Bank().AtPlatform(reference, "revoke");
  PaymentSiteTest::clock.Advance(std::chrono::hours(25));
  ASSERT_EQ(payment::AskAboutPayment(services, reference, "job"), payment::Asked::kRevoked);
  std::string id =
      std::to_string(database().Run("SELECT id FROM payment_exception").at(0).Uint("id"));
  ASSERT_EQ(Run({"payment", "resolve", id, "--note", "claimed"}), ctl::kExitDone);
  EXPECT_EQ(StateOf(reference), PaymentState::kRevoked) << "a closed exception pays nothing";
  EXPECT_EQ(Run({"payment", "restore", reference}), ctl::kExitUsage);
  EXPECT_EQ(Run({"payment", "restore", reference, "--note", "at the counter"}), ctl::kExitDone);
  EXPECT_EQ(StateOf(reference), PaymentState::kPaid);
  EXPECT_EQ(Count("payment_history WHERE event = 'make-good' AND detail = 'at the counter'"), 1);
  EXPECT_EQ(Sum("closed"), 1000);
  ExpectBalance();
}

TEST_F(PaymentCommandsTest, TheListBeginsWithTheLatestAndSaysWhenThereAreMore) {
  std::vector<std::string> references;
  for (const char* method : {"credit-card", "web-atm", "convenience-store"}) {
    references.push_back(Choose(method, {exchange.group_number}));
    PaymentSiteTest::clock.Advance(std::chrono::minutes(1));
  }
  EXPECT_EQ(Run({"payment", "list", "--limit", "2"}), ctl::kExitDone);
  const std::size_t latest = Output().find(references[2]), second = Output().find(references[1]);
  EXPECT_LT(latest, second);
  EXPECT_NE(second, std::string::npos);
  EXPECT_EQ(Output().find(references[0]), std::string::npos) << Output();
  EXPECT_NE(Errors().find("there are more"), std::string::npos);
  EXPECT_EQ(Run({"payment", "list", "--limit", "3"}), ctl::kExitDone);
  EXPECT_NE(Output().find(references[0]), std::string::npos);
  EXPECT_EQ(Errors(), "");
  EXPECT_EQ(Run({"payment", "list", "--limit", "0"}), ctl::kExitUsage);
  EXPECT_EQ(Run({"payment", "exceptions", "--limit", "x"}), ctl::kExitUsage);
}

TEST_F(PaymentCommandsTest, ALineThatAnotherFileBroughtIsSettledByAWordOfTheOperators) {
  const std::string slip =
      sql::FindPayment(database(), Choose("convenience-store", {exchange.group_number}))
          ->slip_number;
  const Date today = TaipeiDate(PaymentSiteTest::clock.Now());
  const StoreLine line{slip, 1000, today};
  ASSERT_EQ(Run({"payment", "settle", Written(StoreFile({line}, today))}), ctl::kExitDone);
  const std::string again = Written(StoreFile({line}, AddDays(today, 1)));
  EXPECT_EQ(Run({"payment", "settle", again}), ctl::kExitRefused);
  EXPECT_NE(Errors().find(":2: repeated-line"), std::string::npos) << Errors();
  EXPECT_EQ(Run({"payment", "settle", again, "--known", "what"}), ctl::kExitUsage);
  EXPECT_EQ(Run({"payment", "settle", again, "--known", "skip"}), ctl::kExitDone);
  EXPECT_NE(Output().find("\tknown"), std::string::npos) << Output();
  EXPECT_EQ(Sum("collector"), 1000);
}

TEST_F(PaymentCommandsTest, ShowTellsTheHistory) {
  std::string reference = Choose("credit-card", {exchange.group_number});
  EXPECT_EQ(Run({"payment", "list"}), ctl::kExitDone);
  EXPECT_NE(Output().find(reference), std::string::npos);
  EXPECT_EQ(Run({"payment", "show", reference}), ctl::kExitDone);
  EXPECT_NE(Output().find("send-to-bank\tat-bank"), std::string::npos) << Output();
  EXPECT_EQ(Run({"payment", "show", "P0"}), ctl::kExitRefused);
}

}  // namespace
}  // namespace permit::test
