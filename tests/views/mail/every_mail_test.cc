// Every mail that the system writes, in both languages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

#include "tests/support/real_renderer.h"
#include "views/mail/account_mails.h"
#include "views/mail/application_mails.h"
#include "views/mail/audit_mails.h"
#include "views/mail/decision_mails.h"
#include "views/mail/payment_mails.h"
#include "views/mail/quarantine_mails.h"
#include "views/mail/withdrawal_mails.h"
#include "views/pages/basic_data_pages.h"

namespace permit::views {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr char kLink[] = "https://permit.example/coa-frontend/china-student/individual/here";
constexpr char kReceipt[] = "115695200001";
constexpr Instant kAt{std::chrono::sys_days{std::chrono::year{2026} / 3 / 5}};

struct Kind {
  const char* name;
  Mail (*write)(Language);
  std::vector<std::string> says;  // in both languages
};

CaseNews News(const std::string& opinion = {}) {
  return {"鄭𠮷", kReceipt, Service::kExtension, opinion, kLink};
}

PaymentNews Payment() {
  return {"鄭𠮷", "P260305ABCDEFGHJK", PaymentMethod::kCreditCard, 1300, kAt, {kReceipt}, kLink};
}

const Kind kKinds[] = {
    {"activation",
     [](Language l) { return ActivationMail(RealRenderer(), l, "鄭𠮷", "me", kLink, kAt); },
     {"鄭𠮷", "me", "2026-03-05 08:00:00"}},
    {"new password",
     [](Language l) { return NewPasswordMail(RealRenderer(), l, "鄭𠮷", "me", "pw7", kLink, kAt); },
     {"鄭𠮷", "pw7", "2026-03-05 08:00:00"}},
    {"login code",
     [](Language l) { return LoginCodeMail(RealRenderer(), l, "鄭𠮷", "12345678", kLink, kAt); },
     {"鄭𠮷", "12345678"}},
    {"login trouble",
     [](Language l) { return LoginTroubleMail(RealRenderer(), l, "鄭𠮷", "me", kLink, kAt); },
     {"鄭𠮷", "me", "2026-03-05 08:00:00"}},
    {"password changed",
     [](Language l) { return PasswordChangedMail(RealRenderer(), l, "鄭𠮷", "me", kLink, kAt); },
     {"鄭𠮷", "me", "2026-03-05 08:00:00"}},
    {"passkey added",
     [](Language l) {
       return PasskeyAddedMail(RealRenderer(), l, "鄭𠮷", "me", "手機𠮷", kLink, kAt);
     },
     {"鄭𠮷", "me", "手機𠮷", "2026-03-05 08:00:00"}},
    {"passkey removed",
     [](Language l) {
       return PasskeyRemovedMail(RealRenderer(), l, "鄭𠮷", "me", "手機𠮷", kLink, kAt);
     },
     {"鄭𠮷", "me", "手機𠮷", "2026-03-05 08:00:00"}},
    {"new mailbox",
     [](Language l) { return MailboxMail(RealRenderer(), l, "鄭𠮷", "me", kLink, kAt); },
     {"鄭𠮷", "me", "2026-03-05 08:00:00"}},
    {"mailbox asked for",
     [](Language l) {
       return MailboxAskedMail(RealRenderer(), l, "鄭𠮷", "me", kLink, kAt,
                               kAt + std::chrono::days(7));
     },
     {"鄭𠮷", "me", "2026-03-05 08:00:00", "2026-03-12 08:00:00"}},
    {"mailbox confirmed",
     [](Language l) { return MailboxConfirmedMail(RealRenderer(), l, "鄭𠮷", "me", kLink, kAt); },
     {"鄭𠮷", "me", "2026-03-05 08:00:00"}},
    {"mailbox changed",
     [](Language l) { return MailboxChangedMail(RealRenderer(), l, "鄭𠮷", "me", kLink, kAt); },
     {"鄭𠮷", "me", "2026-03-05 08:00:00"}},
    {"mailbox replaced",
     [](Language l) { return MailboxReplacedMail(RealRenderer(), l, "鄭𠮷", "me", kLink, kAt); },
     {"鄭𠮷", "me", "2026-03-05 08:00:00"}},
    {"mailbox assigned",
     [](Language l) { return MailboxAssignedMail(RealRenderer(), l, "鄭𠮷", "me", kLink, kAt); },
     {"鄭𠮷", "me", "2026-03-05 08:00:00"}},
    {"account ends",
     [](Language l) {
       return AccountEndsMail(RealRenderer(), l, "鄭𠮷", "me", kLink, TaipeiDate(kAt));
     },
     {"鄭𠮷", "me", "2026/03/05"}},
    {"application sent",
     [](Language l) {
       return WriteSentMail(RealRenderer(), l,
                            {Service::kExtension, "鄭𠮷", kReceipt, "156970001", kAt, 300, kLink});
     },
     {"鄭𠮷", kReceipt, "156970001"}},
    {"a draft ends",
     [](Language l) {
       return WriteDraftEndsMail(
           RealRenderer(), l,
           {Service::kExtension, "鄭𠮷", "114695200017", 120, TaipeiDate(kAt), kLink});
     },
     {"鄭𠮷", "114695200017", "120", "2026/03/05"}},
    {"a virus in a file",
     [](Language l) {
       return FileQuarantinedMail(RealRenderer(), l,
                                  {"鄭𠮷", Service::kExtension, "114695200017", kReceipt,
                                   "enrolment", "證明.pdf", false, kLink});
     },
     {"鄭𠮷", kReceipt, "證明.pdf"}},
    {"returned for correction",
     [](Language l) { return ReturnedForCorrectionMail(RealRenderer(), l, News("請更正地址")); },
     {kReceipt, "請更正地址"}},
    {"returned for documents",
     [](Language l) { return ReturnedForDocumentsMail(RealRenderer(), l, News("請補護照")); },
     {kReceipt, "請補護照"}},
    {"approved, to be paid",
     [](Language l) { return ApprovedAwaitingPaymentMail(RealRenderer(), l, News(), 300); },
     {kReceipt, "NT$300"}},
    {"approved, free",
     [](Language l) { return ApprovedFreeOfFeeMail(RealRenderer(), l, News()); },
     {kReceipt}},
    {"disapproved",
     [](Language l) { return DisapprovedMail(RealRenderer(), l, News("資格不符")); },
     {kReceipt, "資格不符"}},
    {"not accepted",
     [](Language l) { return NotAcceptedMail(RealRenderer(), l, News("非受理對象")); },
     {kReceipt, "非受理對象"}},
    {"a return to be answered",
     [](Language l) {
       CaseNews news = News();
       news.last_day = TaipeiDate(kAt);
       return AnswerDueMail(RealRenderer(), l, news, CaseState::kReturnedForDocuments);
     },
     {kReceipt, "2026/03/05"}},
    {"a fee to be paid",
     [](Language l) {
       CaseNews news = News();
       news.last_day = TaipeiDate(kAt);
       return PaymentDueMail(RealRenderer(), l, news, 1300);
     },
     {kReceipt, "2026/03/05", "NT$1,300"}},
    {"lapsed",
     [](Language l) { return LapsedMail(RealRenderer(), l, News(), CaseState::kAwaitingPayment); },
     {kReceipt}},
    {"withdrawn",
     [](Language l) {
       return CaseWithdrawnMail(RealRenderer(), l,
                                {"鄭𠮷", kReceipt, Service::kExtension, kAt, kLink});
     },
     {kReceipt}},
    {"payment received",
     [](Language l) { return PaymentReceivedMail(RealRenderer(), l, Payment()); },
     {kReceipt, "NT$1,300"}},
    {"payment revoked",
     [](Language l) { return PaymentRevokedMail(RealRenderer(), l, Payment()); },
     {kReceipt, "NT$1,300"}},
    {"payment unapplied",
     [](Language l) {
       return PaymentUnappliedMail(RealRenderer(), l, Payment(), MoneyException::kLate);
     },
     {kReceipt, "NT$1,300"}}};

bool HoldsHan(const std::string& text) {
  return text.find("\xe6") != std::string::npos || text.find("\xe5") != std::string::npos ||
         text.find("\xe8") != std::string::npos;
}

TEST(EveryMail, HasBothPartsItsFactsAndItsLinkInBothLanguages) {
  for (const Kind& kind : kKinds) {
    for (Language language : kLanguages) {
      SCOPED_TRACE(std::string(kind.name) + " " + std::string(LanguageTag(language)));
      const Mail mail = kind.write(language);
      EXPECT_FALSE(mail.subject.empty());
      EXPECT_EQ(HoldsHan(mail.subject), language == Language::kChinese) << mail.subject;
      EXPECT_THAT(mail.html, HasSubstr(language == Language::kChinese ? "lang=\"zh-Hant-TW\""
                                                                      : "lang=\"en\""));
      EXPECT_THAT(mail.html, HasSubstr("href=\"" + std::string(kLink) + "\""));
      EXPECT_THAT(mail.text, HasSubstr("\n" + std::string(kLink) + "\n"));
      for (const std::string& part : {mail.subject, mail.text, mail.html}) {
        for (const char* marker : {"{", "}", "[[", "]]", "&lt;", "&amp;amp;"}) {
          EXPECT_THAT(part, Not(HasSubstr(marker)));
        }
      }
      for (const std::string& fact : kind.says) {
        EXPECT_THAT(mail.text, HasSubstr(fact));
        EXPECT_THAT(mail.html, HasSubstr(fact));
      }
      for (const char* tag : {"<p", "<td", "</"}) EXPECT_THAT(mail.text, Not(HasSubstr(tag)));
    }
  }
}

TEST(EveryMail, AboutAVirusSaysWhetherTheFileCanBeReplacedAtOnce) {
  const auto text = [](bool can_be_replaced, const std::string& receipt) {
    return FileQuarantinedMail(RealRenderer(), Language::kEnglish,
                               {"鄭𠮷", Service::kExtension, "114695200017", receipt, "enrolment",
                                "證明.pdf", can_be_replaced, kLink})
        .text;
  };
  EXPECT_THAT(text(true, ""), HasSubstr("upload a clean file instead"));
  EXPECT_THAT(text(true, ""), HasSubstr("114695200017"));
  EXPECT_THAT(text(true, ""), HasSubstr("Proof of enrolment"));
  EXPECT_THAT(text(false, kReceipt), HasSubstr("We will return your application"));
}

TEST(EveryMail, IsHereForEachKind) {
  std::multiset<MailKind> here;
  for (const Kind& kind : kKinds) {
    for (Language language : kLanguages) {
      const Mail mail = kind.write(language);
      EXPECT_EQ(mail.language, language) << kind.name;
      EXPECT_EQ(mail.recipient_name, "鄭𠮷") << kind.name;
      if (language == Language::kChinese) here.insert(mail.kind);
    }
  }
  EXPECT_EQ(here, std::multiset<MailKind>(std::begin(kMailKinds), std::end(kMailKinds)));
}

// Leaves each as a file of HTML where tests/browser/mails_test.mjs looks at them.
TEST(EveryMail, CanBeLookedAt) {
  const char* folder = std::getenv("MAILS_FOLDER");
  if (folder == nullptr) return;
  for (const Kind& kind : kKinds) {
    for (Language language : kLanguages) {
      const std::string name = std::string(kind.name) + " " + std::string(LanguageTag(language));
      std::ofstream(std::filesystem::path(folder) / (name + ".html")) << kind.write(language).html;
    }
  }
}

TEST(EveryMail, HasASubjectOfItsOwn) {
  for (Language language : kLanguages) {
    std::map<std::string, const char*> subjects;
    for (const Kind& kind : kKinds) {
      const auto [other, fresh] = subjects.emplace(kind.write(language).subject, kind.name);
      EXPECT_TRUE(fresh) << kind.name << " and " << other->second << ": " << other->first;
    }
  }
}

// It greets no student and has no link, as nobody logs in with it.
TEST(AuditHeadMail, NamesTheHeadAndTheCommandThatChecksIt) {
  const std::string digest(64, 'a');
  for (Language language : kLanguages) {
    const Mail mail = AuditHeadMail(RealRenderer(), language, {TaipeiDate(kAt), 7, 12, digest});
    EXPECT_EQ(mail.kind, MailKind::kAuditHead);
    EXPECT_EQ(HoldsHan(mail.subject), language == Language::kChinese) << mail.subject;
    EXPECT_THAT(mail.subject, HasSubstr("2026/03/05"));
    for (const std::string& part : {mail.text, mail.html}) {
      for (const std::string& fact :
           {std::string("12"), digest, "permitctl audit verify --head 7:" + digest}) {
        EXPECT_THAT(part, HasSubstr(fact));
      }
      EXPECT_THAT(part, Not(HasSubstr("{")));
      EXPECT_THAT(part, Not(HasSubstr("href=\"https://permit")));
    }
  }
}

}  // namespace
}  // namespace permit::views
