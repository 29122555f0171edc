#include "handlers/payment/egov_message.h"

#include <gtest/gtest.h>

#include "fcgi/base/crypto.h"

namespace permit::payment {
namespace {

constexpr std::string_view kKey = "a key of the test";
const Trade kTrade{"P260302ABC", "0a1b2c"};

Fields Confirmation(std::string_view code) {
  return {{"code", std::string(code)},
          {"order_no", kTrade.reference},
          {"session_key", kTrade.session},
          {"trade_no", "G000000000001"},
          {"amount", "1000"},
          {"paid_at", "20260302101112"}};
}

std::string Body(Fields fields, std::string_view key = kKey) {
  fields.emplace_back("mac", EgovSeal(fields, key));
  std::string body;
  for (const auto& [name, value] : fields) {
    body += (body.empty() ? "" : "&") + name + "=" + PercentEncode(value);
  }
  return body;
}

Fields With(Fields fields, std::string_view name, const std::string& value) {
  for (auto& field : fields) {
    if (field.first == name) field.second = value;
  }
  return fields;
}

// HMAC-SHA256 of "a=1\nb=two words\n", by `openssl dgst -sha256 -hmac`.
TEST(EgovMessageTest, TheSealIsTakenOverTheSortedFields) {
  const std::string expected = "d63b950e3440635167cb6cd03dd8d1a5b8059c623fd806ede8dcf4212f128dca";
  EXPECT_EQ(EgovSeal({{"b", "two words"}, {"a", "1"}}, kKey), expected);
  EXPECT_EQ(EgovSeal({{"a", "1"}, {"mac", "old"}, {"b", "two words"}}, kKey), expected);
}

TEST(EgovMessageTest, AConfirmationOfASuccessNamesItsMoney) {
  auto read = ReadEgovConfirmation(Body(Confirmation("0000")), kKey, kTrade);
  ASSERT_TRUE(read.has_value());
  const auto& report = read.value();
  EXPECT_EQ(report.state, TradeState::kPaid);
  EXPECT_EQ(report.amount, 1000);
  EXPECT_EQ(report.trade_number, "G000000000001");
  EXPECT_EQ(FormatTime(report.paid_at), "2026-03-02 10:11:12");
}

TEST(EgovMessageTest, EveryKnownCodeHasItsStateAndAnyOtherIsNone) {
  for (auto [code, state] :
       {std::pair{"1001", TradeState::kNotPaid}, std::pair{"2001", TradeState::kFailed},
        std::pair{"3001", TradeState::kRevoked}, std::pair{"4004", TradeState::kUnknown}}) {
    auto read = ReadEgovConfirmation(Body(Confirmation(code)), kKey, kTrade);
    ASSERT_TRUE(read.has_value()) << code;
    EXPECT_EQ(read.value().state, state) << code;
  }
  for (const char* code : {"", "0", "00000", "9001", "good"}) {
    EXPECT_EQ(ReadEgovConfirmation(Body(Confirmation(code)), kKey, kTrade),
              tl::unexpected(Refusal::kMalformed))
        << code;
  }
}

TEST(EgovMessageTest, ATradeNumberThatFitsNoBookIsNone) {
  for (const std::string& number :
       {std::string(41, '7'), std::string("G 1"), std::string("G\xff"), std::string("G:1")}) {
    for (const char* code : {"0000", "3001"}) {
      EXPECT_EQ(
          ReadEgovConfirmation(Body(With(Confirmation(code), "trade_no", number)), kKey, kTrade),
          tl::unexpected(Refusal::kMalformed))
          << number;
    }
  }
  EXPECT_TRUE(ReadEgovConfirmation(
                  Body(With(Confirmation("0000"), "trade_no", std::string(40, '7'))), kKey, kTrade)
                  .has_value());
}

TEST(EgovMessageTest, AnswersThatAreForgedOrOfAnotherOrderOrRubbishAreNone) {
  const Fields good = Confirmation("0000");
  auto refusal = [](const std::string& body) {
    const auto read = ReadEgovConfirmation(body, kKey, kTrade);
    return read ? std::nullopt : std::optional(read.error());
  };
  EXPECT_EQ(refusal(Body(good, "another key")), Refusal::kForged);
  EXPECT_EQ(refusal(Body(good) + "&amount=1"), Refusal::kForged);
  EXPECT_EQ(refusal(Body(good) + "&mac=" + std::string(64, 'a')), Refusal::kForged);
  EXPECT_EQ(refusal("<html>maintenance &&&=="), Refusal::kMalformed);
  EXPECT_EQ(refusal(""), Refusal::kForged);
  EXPECT_EQ(refusal("%zz=1"), Refusal::kMalformed);
  for (auto [name, value] :
       {std::pair{"order_no", "P260302XYZ"}, std::pair{"session_key", "ffff"},
        std::pair{"amount", "-1"}, std::pair{"amount", "1e3"}, std::pair{"amount", ""},
        std::pair{"paid_at", "20260230101112"}, std::pair{"paid_at", "20260302251112"},
        std::pair{"paid_at", "2026-03-02"}, std::pair{"trade_no", ""}}) {
    EXPECT_EQ(refusal(Body(With(good, name, value))), Refusal::kMalformed) << name << "=" << value;
  }
}

TEST(EgovMessageTest, ASessionIsOfThatOrderAndHasAKey) {
  Fields good = {{"code", "0000"}, {"order_no", "P1"}, {"session_key", "0a1b2c"}};
  auto read = [](const Fields& fields) { return ReadEgovSession(Body(fields), kKey, "P1"); };
  EXPECT_EQ(read(good), "0a1b2c");
  EXPECT_EQ(read(With(good, "code", "9001")), tl::unexpected(Refusal::kMalformed));
  EXPECT_EQ(read(With(good, "order_no", "P2")), tl::unexpected(Refusal::kMalformed));
  EXPECT_EQ(read(With(good, "session_key", "")), tl::unexpected(Refusal::kMalformed));
  EXPECT_EQ(read(With(good, "session_key", std::string(201, 'a'))),
            tl::unexpected(Refusal::kMalformed));
}

}  // namespace
}  // namespace permit::payment
