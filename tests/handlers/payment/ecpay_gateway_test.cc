#include "handlers/payment/ecpay_gateway.h"

#include <gtest/gtest.h>

#include "handlers/payment/check_mac_value.h"

namespace permit::payment {
namespace {

constexpr std::string_view kKey = "pwFHCqoQZGmho4w6";
constexpr std::string_view kIv = "EkRm7iFT261dpevs";

EcpayGateway Gateway() {
  return EcpayGateway({.root_url = "http://127.0.0.1:1/bank",
                       .merchant = "3002607",
                       .hash_key = std::string(kKey),
                       .hash_iv = std::string(kIv),
                       .patience = std::chrono::milliseconds(2000)});
}

Instant Noon() {
  return StartOfDay(*ParseDate("2026/03/05")) + std::chrono::hours(12) + std::chrono::seconds(7);
}

Fields PaidNotice() {
  return {{"MerchantID", "3002607"},
          {"MerchantTradeNo", "P260305ABCDEFGHJK"},
          {"RtnCode", "1"},
          {"RtnMsg", "交易成功"},
          {"TradeNo", "2603051200071"},
          {"TradeAmt", "1000"},
          {"PaymentDate", "2026/03/05 12:00:07"},
          {"PaymentType", "Credit_CreditCard"},
          {"SimulatePaid", "0"}};
}

Params Sealed(Fields fields) {
  Params form;
  fields.emplace_back("CheckMacValue", CheckMacValue(fields, kKey, kIv));
  for (auto& [name, value] : fields) form.Add(name, value);
  return form;
}

void Set(Fields& fields, std::string_view name, const std::string& value) {
  for (auto& field : fields) {
    if (field.first == name) field.second = value;
  }
}

std::string Joined(Fields fields) {
  fields.emplace_back("CheckMacValue", CheckMacValue(fields, kKey, kIv));
  std::string body;
  for (const auto& [name, value] : fields) body += (body.empty() ? "" : "&") + name + "=" + value;
  return body;
}

std::string Value(const Checkout& checkout, std::string_view name) {
  for (const auto& [field, value] : checkout.fields) {
    if (field == name) return value;
  }
  return "(none)";
}

TEST(EcpayGatewayTest, ATradeNumberThatFitsNoBookIsNone) {
  for (const std::string& number :
       {std::string(41, '7'), std::string("2 6"), std::string("\xff")}) {
    Fields notice = PaidNotice();
    Set(notice, "TradeNo", number);
    EXPECT_EQ(Gateway().ReadNotice(Sealed(notice)), tl::unexpected(Refusal::kMalformed)) << number;
  }
}

TEST(EcpayGatewayTest, TheCheckoutFormIsSealedAndComplete) {
  Checkout checkout = Gateway().StartCheckout({.reference = "P260305ABCDEFGHJK",
                                               .method = PaymentMethod::kWebAtm,
                                               .amount = 1300,
                                               .description = "permits",
                                               .item = "two permits",
                                               .language = Language::kEnglish,
                                               .now = Noon(),
                                               .notice_url = "https://here/notice",
                                               .return_url = "https://here/return"});
  EXPECT_EQ(checkout.action, "http://127.0.0.1:1/bank/Cashier/AioCheckOut/V5");
  EXPECT_EQ(Value(checkout, "MerchantTradeNo"), "P260305ABCDEFGHJK");
  EXPECT_EQ(Value(checkout, "MerchantTradeDate"), "2026/03/05 12:00:07");
  EXPECT_EQ(Value(checkout, "TotalAmount"), "1300");
  EXPECT_EQ(Value(checkout, "ChoosePayment"), "WebATM");
  EXPECT_EQ(Value(checkout, "ReturnURL"), "https://here/notice");
  EXPECT_EQ(Value(checkout, "OrderResultURL"), "https://here/return");
  EXPECT_EQ(Value(checkout, "CheckMacValue"), CheckMacValue(checkout.fields, kKey, kIv));
}

TEST(EcpayGatewayTest, OriginIsWithoutPath) { EXPECT_EQ(Gateway().Origin(), "http://127.0.0.1:1"); }

TEST(EcpayGatewayTest, ReadsAPaidNotice) {
  auto read = Gateway().ReadNotice(Sealed(PaidNotice()));
  ASSERT_TRUE(read.has_value());
  const auto& report = read.value();
  EXPECT_EQ(report.reference, "P260305ABCDEFGHJK");
  EXPECT_EQ(report.state, TradeState::kPaid);
  EXPECT_EQ(report.amount, 1000);
  EXPECT_EQ(report.trade_number, "2603051200071");
  EXPECT_EQ(report.paid_at, Noon());
  EXPECT_FALSE(report.simulated);
}

TEST(EcpayGatewayTest, AnIssuedNumberIsNotMoneyAndAnyOtherCodeIsARefusal) {
  for (auto [code, state] :
       {std::pair{"2", TradeState::kNotPaid}, std::pair{"10100073", TradeState::kNotPaid},
        std::pair{"10100058", TradeState::kFailed}}) {
    Fields fields = PaidNotice();
    Set(fields, "RtnCode", code);
    auto read = Gateway().ReadNotice(Sealed(fields));
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read.value().state, state) << code;
  }
}

TEST(EcpayGatewayTest, ACodeThatIsNoListedRefusalIsUndecided) {
  for (const char* code : {"10300066", "0", "3", "10100099", "99999999", "x"}) {
    Fields fields = PaidNotice();
    Set(fields, "RtnCode", code);
    auto read = Gateway().ReadNotice(Sealed(fields));
    ASSERT_TRUE(read.has_value()) << code;
    EXPECT_EQ(read.value().state, TradeState::kUndecided) << code;
  }
}

TEST(EcpayGatewayTest, ANoticeWithoutWhatANoticeHasIsNone) {
  for (const char* name : {"RtnCode", "TradeNo", "PaymentType"}) {
    Fields without = PaidNotice();
    std::erase_if(without, [&](const auto& field) { return field.first == name; });
    EXPECT_EQ(Gateway().ReadNotice(Sealed(without)), tl::unexpected(Refusal::kMalformed)) << name;
    Fields empty = PaidNotice();
    Set(empty, name, "");
    EXPECT_EQ(Gateway().ReadNotice(Sealed(empty)), tl::unexpected(Refusal::kMalformed)) << name;
  }
}

TEST(EcpayGatewayTest, OurOwnCheckoutFormSentBackIsNoNotice) {
  const Checkout checkout = Gateway().StartCheckout({.reference = "P260305ABCDEFGHJK",
                                                     .method = PaymentMethod::kCreditCard,
                                                     .amount = 1000,
                                                     .description = "permit",
                                                     .item = "permit",
                                                     .language = Language::kChinese,
                                                     .now = Noon(),
                                                     .notice_url = "https://here/notice",
                                                     .return_url = "https://here/return"});
  Params form;
  for (const auto& [name, value] : checkout.fields) form.Add(name, value);
  EXPECT_EQ(Gateway().ReadNotice(form), tl::unexpected(Refusal::kMalformed));
}

TEST(EcpayGatewayTest, ASimulatedNoticeSaysSo) {
  Fields fields = PaidNotice();
  Set(fields, "SimulatePaid", "1");
  auto read = Gateway().ReadNotice(Sealed(fields));
  ASSERT_TRUE(read.has_value());
  EXPECT_TRUE(read.value().simulated);
}

TEST(EcpayGatewayTest, RepliesToNoticesInItsOwnWords) {
  EXPECT_EQ(Gateway().NoticeAccepted(), "1|OK");
  EXPECT_EQ(Gateway().NoticeRefused(Refusal::kForged), "0|forged");
  Params notice;
  EXPECT_EQ(Gateway().NoticeReference(notice), "");
  notice.Add("MerchantTradeNo", "P1" + std::string(1000, 'X'));
  EXPECT_EQ(Gateway().NoticeReference(notice), "P1" + std::string(18, 'X'));
}

TEST(EcpayGatewayTest, RefusesForgedBrokenAndForeignNotices) {
  Params forged;
  for (auto& [name, value] : PaidNotice()) forged.Add(name, value);
  EXPECT_EQ(Gateway().ReadNotice(forged), tl::unexpected(Refusal::kForged));
  forged.Add("CheckMacValue", std::string(64, 'A'));
  EXPECT_EQ(Gateway().ReadNotice(forged), tl::unexpected(Refusal::kForged));

  Params twice = Sealed(PaidNotice());
  twice.Add("TradeAmt", "1");
  EXPECT_EQ(Gateway().ReadNotice(twice), tl::unexpected(Refusal::kForged));

  Fields foreign = PaidNotice();
  Set(foreign, "MerchantID", "2000132");
  EXPECT_EQ(Gateway().ReadNotice(Sealed(foreign)), tl::unexpected(Refusal::kOtherMerchant));

  for (auto [name, value] :
       {std::pair{"TradeAmt", "1e3"}, std::pair{"TradeAmt", "-1"}, std::pair{"TradeAmt", ""},
        std::pair{"PaymentDate", "2026/02/30 12:00:07"}, std::pair{"PaymentDate", "yesterday"},
        std::pair{"PaymentDate", "2026/03/05 25:00:07"}, std::pair{"MerchantTradeNo", ""},
        std::pair{"TradeNo", ""}}) {
    Fields broken = PaidNotice();
    Set(broken, name, value);
    EXPECT_EQ(Gateway().ReadNotice(Sealed(broken)), tl::unexpected(Refusal::kMalformed))
        << name << "=" << value;
  }
}

TEST(EcpayGatewayTest, ReadsAnswersThatAreNotEncoded) {
  Fields answer = {{"MerchantID", "3002607"},
                   {"MerchantTradeNo", "P1"},
                   {"TradeNo", "77"},
                   {"TradeAmt", "300"},
                   {"PaymentDate", "2026/03/05 12:00:07"},
                   {"TradeStatus", "1"},
                   {"ItemName", "陸生多次證 1+1"}};
  auto read = Gateway().ReadQueryReply(Joined(answer), "P1");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read.value().amount, 300);
  EXPECT_EQ(read.value().state, TradeState::kPaid);
  for (auto [status, state] :
       {std::pair{"0", TradeState::kNotPaid}, std::pair{"10200095", TradeState::kFailed},
        std::pair{"10200047", TradeState::kUnknown}}) {
    Set(answer, "TradeStatus", status);
    read = Gateway().ReadQueryReply(Joined(answer), "P1");
    ASSERT_TRUE(read.has_value()) << status;
    EXPECT_EQ(read.value().state, state);
  }
}

TEST(EcpayGatewayTest, AnAnswerAboutAnotherPaymentOrRubbishIsNone) {
  Fields answer = {{"MerchantID", "3002607"}, {"MerchantTradeNo", "P2"}, {"TradeStatus", "0"}};
  EXPECT_EQ(Gateway().ReadQueryReply(Joined(answer), "P1"), tl::unexpected(Refusal::kMalformed));
  Set(answer, "TradeStatus", "maybe");
  EXPECT_EQ(Gateway().ReadQueryReply(Joined(answer), "P2"), tl::unexpected(Refusal::kMalformed));
  EXPECT_EQ(Gateway().ReadQueryReply("<html>busy</html>", "P1"), tl::unexpected(Refusal::kForged));
  EXPECT_EQ(Gateway().ReadQueryReply("", "P1"), tl::unexpected(Refusal::kForged));
}

TEST(EcpayGatewayTest, ABankThatIsDownGivesNoAnswer) {
  EXPECT_EQ(Gateway().QueryTrade({"P1", ""}), tl::unexpected(Refusal::kNoReply));
}

}  // namespace
}  // namespace permit::payment
