#include "views/mail/payment_mails.h"

#include <gtest/gtest.h>

#include "tests/support/real_renderer.h"

namespace permit::views {
namespace {

Mail Received(Language language) {
  return PaymentReceivedMail(RealRenderer(), language,
                             {.reference = "P260305ABCDEFGHJK",
                              .method = PaymentMethod::kConvenienceStore,
                              .amount = 1300,
                              .paid_at = StartOfDay(*ParseDate("2026/03/05")),
                              .receipt_numbers = {"115695200001", "115695200002"},
                              .link = "https://here/download/receipts"});
}

TEST(PaymentMailsTest, SaysInBothLanguagesAndBothFormsWhatWasPaidAndWhereThePapersAre) {
  for (Language language : kLanguages) {
    Mail mail = Received(language);
    EXPECT_NE(mail.subject.find("P260305ABCDEFGHJK"), std::string::npos);
    for (const std::string& form : {mail.text, mail.html}) {
      for (const char* fact : {"115695200001, 115695200002", "NT$1,300", "2026/03/05",
                               "https://here/download/receipts"}) {
        EXPECT_NE(form.find(fact), std::string::npos) << fact << " in " << form;
      }
      EXPECT_EQ(form.find("00:00:00"), std::string::npos) << "the store tells the day alone";
    }
  }
  EXPECT_NE(Received(Language::kChinese).text.find("四大超商繳費"), std::string::npos);
  EXPECT_NE(Received(Language::kEnglish).text.find("Convenience Store Payment"), std::string::npos);
}

}  // namespace
}  // namespace permit::views
