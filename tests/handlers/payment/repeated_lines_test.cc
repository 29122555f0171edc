// Settlement files that overlap: the same money told of twice.
#include "handlers/payment/settlement.h"
#include "tests/handlers/payment/payment_site.h"
#include "tests/handlers/payment/store_file.h"

namespace permit::test {
namespace {

using payment::KnownLines;
using payment::Settlement;

class RepeatedLinesTest : public PaymentSiteTest {
 protected:
  std::string Slip(const char* method, const PayableCase& one) {
    return sql::FindPayment(database, Choose(method, {one.group_number}))->slip_number;
  }
  auto Take(const std::string& bytes, KnownLines known = KnownLines::kRefuse) {
    return payment::SettleFile(services, "file", bytes, known);
  }
  std::vector<std::string> Outcomes(const std::string& bytes,
                                    KnownLines known = KnownLines::kRefuse) {
    auto settled = Take(bytes, known);
    std::vector<std::string> outcomes;
    if (const auto* settlement = settled ? std::get_if<Settlement>(&*settled) : nullptr) {
      for (const auto& line : settlement->lines) outcomes.push_back(line.outcome);
    }
    return outcomes;
  }
  static std::string Credits(const std::vector<std::string>& lines) {
    std::string file = "account,amount,paid_on,trade_number\n";
    for (const std::string& line : lines) file += line + "\n";
    return file;
  }
  Date today() const { return TaipeiDate(clock.Now()); }
};

using Words = std::vector<std::string>;

TEST_F(RepeatedLinesTest, ACreditThatTwoListsBringIsBookedOnce) {
  const std::string first = Slip("virtual-account", exchange) + ",1000,2026-03-02,BOT1";
  const std::string nobodys = "1385086952001009,500,2026-03-02,BOT2";
  const std::string later = Slip("virtual-account", extension) + ",300,2026-03-02,BOT3";
  EXPECT_EQ(Outcomes(Credits({first, nobodys})), (Words{"settled", "unknown-number"}));
  EXPECT_EQ(Outcomes(Credits({nobodys, later, first})), (Words{"known", "settled", "known"}));
  EXPECT_EQ(Count("payment_exception"), 1);
  EXPECT_EQ(Sum("collector"), 1000 + 500 + 300);
  ExpectBalance();
}

TEST_F(RepeatedLinesTest, ATradeNumberThatComesAgainForOtherMoneyIsOtherMoney) {
  const std::string account_number = Slip("virtual-account", exchange);
  EXPECT_EQ(Outcomes(Credits({account_number + ",1000,2026-03-02,BOT1"})), Words{"settled"});
  EXPECT_EQ(Outcomes(Credits({account_number + ",1000,2026-03-03,BOT1"})), Words{"second-payment"});
  EXPECT_EQ(Sum("collector"), 2000);
  ExpectBalance();
}

TEST_F(RepeatedLinesTest,
       AStoresLineThatAnotherFileBroughtRefusesTheFileUntilSomebodySaysWhatItIs) {
  const std::string slip = Slip("convenience-store", exchange);
  const std::string other = Slip("convenience-store", extension);
  const StoreLine paid{slip, 1000, today()};
  EXPECT_EQ(Outcomes(StoreFile({{other, 300, today(), "01"}, paid}, today())),
            (Words{"not-good", "settled"}));
  const std::string longer = StoreFile({{other, 300, today()}, paid}, today());
  RowWatch rows(database);
  const auto refused = Take(longer);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().line, 3u);
  EXPECT_EQ(Code(refused.error().fault), "repeated-line");
  EXPECT_EQ(rows.Changes(), "");
  EXPECT_EQ(Outcomes(longer, KnownLines::kSkip), (Words{"settled", "known"}))
      << "the line that was not good is no money yet";
  EXPECT_EQ(Sum("collector"), 1300);
  EXPECT_EQ(Count("payment_exception"), 0);

  EXPECT_EQ(Outcomes(StoreFile({paid}, AddDays(today(), 1)), KnownLines::kCount),
            Words{"second-payment"});
  EXPECT_EQ(Sum("collector"), 2300);
  ExpectBalance();
}

}  // namespace
}  // namespace permit::test
