#include <filesystem>
#include <fstream>
#include <sstream>

#include "handlers/operator/command_line.h"
#include "handlers/payment/paths.h"
#include "tests/handlers/payment/payment_site.h"
#include "tests/handlers/payment/store_file.h"

namespace permit::test {
namespace {

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
