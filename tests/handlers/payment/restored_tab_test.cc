// Tabs that a browser restores, and browsers that the gateway sends back: what is older than the
// payment leads to what became of it.
#include <map>

#include "fcgi/http/request_head.h"
#include "handlers/web/paths.h"
#include "tests/handlers/payment/payment_site.h"

namespace permit::test {
namespace {

// A body that nobody may read.
class UnreadBody final : public BodySource {
 public:
  explicit UnreadBody(std::string type) : type_(std::move(type)) {}
  std::string_view content_type() const override { return type_; }
  std::string Read(std::size_t) override {
    read = true;
    throw HttpError(413, "the body is read");
  }
  bool read = false;

 private:
  std::string type_;
};

class RestoredTabTest : public PaymentSiteTest {
 protected:
  std::string LocationOf(const std::string& page) {
    return HeaderOf(browser.Get(page), "Location");
  }
  std::string Bank(const std::string& reference) { return PaymentPath(reference, "bank"); }
  // Of the form on the page seen last.
  std::string TradeNumber() {
    const std::string& page = browser.page();
    const std::string lead = "name=\"MerchantTradeNo\" value=\"";
    const std::size_t at = page.find(lead);
    if (at == std::string::npos) return {};
    return page.substr(at + lead.size(), page.find('"', at + lead.size()) - at - lead.size());
  }
  std::vector<std::string> PagesOf(const std::string& group) {
    return {std::string(kPaymentListPath) + "/details?group=" + group,
            std::string(kPaymentListPath) + "/method?group=" + group};
  }
};

TEST_F(RestoredTabTest, ATabAtTheBankPageAsksFirstAndGetsAnotherTradeNumber) {
  const std::string first = Choose("credit-card", {exchange.group_number});
  ASSERT_TRUE(GoToBank(first));
  EXPECT_EQ(TradeNumber(), first);
  const Response again = browser.Get(Bank(first));
  ASSERT_EQ(again.status, 303);
  EXPECT_EQ(StateOf(first), PaymentState::kVoided);
  EXPECT_EQ(browser.Follow(again).status, 200);
  const std::string second = TradeNumber();
  EXPECT_NE(second, first);
  EXPECT_EQ(StateOf(second), PaymentState::kAtBank);
  EXPECT_TRUE(PostToBank(browser.page())) << "the bank takes it";
  EXPECT_EQ(Count("payment WHERE state = 'at-bank'"), 1);
  PaymentSiteTest::Bank().Pay(second);
  Notify(LastNotice(second));
  EXPECT_EQ(CaseStateOf(exchange), "paid");
  EXPECT_EQ(LocationOf(Bank(first)), PaymentPath(first));
  EXPECT_EQ(LocationOf(Bank(second)), PaymentPath(second));
  EXPECT_EQ(Count("payment"), 2);
}

TEST_F(RestoredTabTest, ATabAtTheBankPageOfAPaidPaymentShowsThatItIsPaid) {
  const std::string reference = Choose("credit-card", {exchange.group_number});
  ASSERT_TRUE(GoToBank(reference));
  PaymentSiteTest::Bank().Pay(reference, "lost");
  EXPECT_EQ(LocationOf(Bank(reference)), PaymentPath(reference));
  EXPECT_EQ(StateOf(reference), PaymentState::kPaid);
  EXPECT_EQ(Count("payment"), 1);
}

TEST_F(RestoredTabTest, ATradeNumberThatTheBankHasNeverSeenIsStillGood) {
  const std::string reference = Choose("credit-card", {exchange.group_number});
  for (int times = 0; times < 3; ++times) {
    EXPECT_EQ(browser.Get(Bank(reference)).status, 200);
    EXPECT_EQ(TradeNumber(), reference);
  }
  EXPECT_TRUE(PostToBank(browser.page()));
  EXPECT_EQ(Count("payment"), 1);
}

TEST_F(RestoredTabTest, WhileTheBankGivesNoReplyNoSecondFormIsHandedOut) {
  const std::string reference = Choose("credit-card", {exchange.group_number});
  ASSERT_TRUE(GoToBank(reference));
  PaymentSiteTest::Bank().Spoil("query-down");
  EXPECT_EQ(LocationOf(Bank(reference)), PaymentPath(reference) + "?asked=no-answer");
  EXPECT_EQ(StateOf(reference), PaymentState::kAtBank);
  EXPECT_EQ(Count("payment"), 1);
}

TEST_F(RestoredTabTest, PagesOfAPaidGroupLeadToThePaymentAndItsReceipt) {
  const std::string older = browser.Get(PagesOf(exchange.group_number)[1]).body;
  const std::string reference = Choose("credit-card", {exchange.group_number});
  ASSERT_TRUE(GoToBank(reference));
  PaymentSiteTest::Bank().Pay(reference);
  Notify(LastNotice(reference));
  for (const std::string& page : PagesOf(exchange.group_number)) {
    EXPECT_EQ(LocationOf(page), PaymentPath(reference)) << page;
  }
  const Response result = browser.Get(PaymentPath(reference));
  EXPECT_NE(result.body.find(std::string(kReceiptsPath)), std::string::npos);
  const Response late =
      browser.Post(std::string(kPaymentListPath) + "/method", {{"csrf", InputValue(older, "csrf")},
                                                               {"act", InputValue(older, "act")},
                                                               {"group", exchange.group_number},
                                                               {"method", "credit-card"}});
  EXPECT_EQ(HeaderOf(late, "Location"), PaymentPath(reference));
  EXPECT_EQ(browser.Get(PagesOf(extension.group_number)[0]).status, 200) << "it is unpaid";
  Browser stranger(dispatcher);
  LogIn(stranger, AddAccount(database, 2));
  EXPECT_EQ(stranger.Get(PagesOf(exchange.group_number)[0]).status, 404);
}

TEST_F(RestoredTabTest, TheBrowsersReturnIsReadByNobody) {
  const std::string reference = Choose("credit-card", {exchange.group_number});
  const std::string path = GatewayReturnPath(reference);
  RowWatch watch(database);
  for (const char* method : {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "x"}) {
    for (const char* type :
         {"", "application/json", "text/plain", "multipart/form-data; boundary=x",
          "application/x-www-form-urlencoded; charset=big5", "application/x-www-form-urlencoded"}) {
      for (const char* query : {"", "?RtnMsg=%A5%E6%A9%F6", "?a=%zz&a=%00"}) {
        const std::map<std::string, std::string> head = {{"REQUEST_METHOD", method},
                                                         {"REQUEST_URI", path + query}};
        UnreadBody body(type);
        const Response back =
            dispatcher.Handle(ReadHead([&](const char* name) -> const char* {
                                const auto found = head.find(name);
                                return found == head.end() ? nullptr : found->second.c_str();
                              }),
                              body);
        EXPECT_EQ(back.status, 303) << method << " " << type << " " << query;
        EXPECT_EQ(HeaderOf(back, "Location"), PaymentPath(reference));
        EXPECT_FALSE(body.read);
      }
    }
  }
  EXPECT_EQ(watch.Changes(), "");
}

}  // namespace
}  // namespace permit::test
