#include "views/mail/mail.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/real_renderer.h"

namespace permit::views {
namespace {

using testing::HasSubstr;

const MailContent kLetter = {.subject = "Sub\r\nBcc: x@example.com",
                             .name = "A & B",
                             .paragraphs = {"<first>", "second"},
                             .facts = {{"Receipt number", "115695200001"}},
                             .button = "Activate",
                             .link = "https://example.org/a?b=1&c=2",
                             .closing = {"Bye"}};

TEST(Mail, IsReadableAsPlainText) {
  const Mail mail = WriteMail(RealRenderer(), Language::kEnglish, kLetter);
  EXPECT_THAT(mail.text, testing::StartsWith("Dear A & B,\n\n<first>\n\nsecond\n\n"
                                             "  Receipt number: 115695200001\n\n"
                                             "Activate:\nhttps://example.org/a?b=1&c=2\n\nBye\n"));
}

TEST(Mail, EscapesItsHtml) {
  const Mail mail = WriteMail(RealRenderer(), Language::kChinese, kLetter);
  EXPECT_THAT(mail.html, HasSubstr("A &amp; B 您好："));
  EXPECT_THAT(mail.html, HasSubstr("&lt;first&gt;"));
  EXPECT_THAT(mail.html, HasSubstr("href=\"https://example.org/a?b=1&amp;c=2\""));
}

TEST(Mail, HasOneLineAsSubject) {
  const Mail mail = WriteMail(RealRenderer(), Language::kEnglish, kLetter);
  EXPECT_EQ(mail.subject, "Sub  Bcc: x@example.com");
}

}  // namespace
}  // namespace permit::views
