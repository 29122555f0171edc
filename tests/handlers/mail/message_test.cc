#include "handlers/mail/message.h"

#include <gtest/gtest.h>

#include <sstream>

namespace permit {
namespace {

MailMessage Sample() {
  MailMessage message;
  message.from = "學生線上申辦系統 <no-reply@example.tw>";
  message.recipient = "student@example.org";
  message.message_id = "outbox-7@example.tw";
  message.date = StartOfDay(std::chrono::year{2026} / 3 / 5) + std::chrono::hours(7);
  message.subject = "Plain subject";
  message.text = "text";
  message.html = "<p>html</p>";
  return message;
}

std::string Head(const std::string& message) { return message.substr(0, message.find("\r\n\r\n")); }

TEST(MailMessage, DateIsOfTaipei) {
  EXPECT_NE(WriteMessage(Sample()).find("Date: Thu, 05 Mar 2026 07:00:00 +0800\r\n"),
            std::string::npos);
}

TEST(MailMessage, ASubjectCannotBringAHeaderAlong) {
  MailMessage message = Sample();
  message.subject = "x\r\nBcc: all@example.org\r\n\r\nbody";
  std::string head = Head(WriteMessage(message));
  EXPECT_EQ(head.find("\r\nBcc:"), std::string::npos);
  EXPECT_NE(head.find("Subject: x  Bcc: all@example.org    body\r\n"), std::string::npos);
}

TEST(MailMessage, ANameGoesInWordsThatMeanNothingToAServer) {
  MailMessage message = Sample();
  message.recipient_name = "王𠮷\r\nBcc: all@example.org <x@example.org>";
  const std::string head = Head(WriteMessage(message));
  EXPECT_EQ(head.find("all@example.org"), std::string::npos) << head;
  EXPECT_NE(head.find("To: =?UTF-8?B?"), std::string::npos) << head;
  EXPECT_NE(head.find("\r\n <student@example.org>\r\n"), std::string::npos) << head;
}

TEST(MailMessage, WithoutANameTheAddressStandsAlone) {
  EXPECT_NE(Head(WriteMessage(Sample())).find("\r\nTo: <student@example.org>\r\n"),
            std::string::npos);
}

TEST(MailMessage, LongChineseSubjectsAreFoldedBetweenCharacters) {
  MailMessage message = Sample();
  message.subject.clear();
  for (int i = 0; i < 40; ++i) message.subject += "𠮷申";
  std::istringstream lines(WriteMessage(message));
  std::string line;
  while (std::getline(lines, line)) EXPECT_LE(line.size(), 79U);
}

TEST(MailMessage, TheSameMailIsTheSameToTheByte) {
  EXPECT_EQ(WriteMessage(Sample()), WriteMessage(Sample()));
}

TEST(MailMessage, AFileForACalendarIsAttachedBesideTheWords) {
  MailMessage message = Sample();
  EXPECT_EQ(WriteMessage(message).find("multipart/mixed"), std::string::npos);
  message.calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
  const std::string written = WriteMessage(message);
  const auto at = [&](const std::string& what) { return written.find(what); };
  ASSERT_NE(at("multipart/mixed"), std::string::npos);
  EXPECT_LT(at("multipart/mixed"), at("multipart/alternative"));
  EXPECT_LT(at("Content-Type: text/html"), at("Content-Type: text/calendar"));
  EXPECT_NE(at("Content-Disposition: attachment; filename=\"deadline.ics\"\r\n"),
            std::string::npos);
  EXPECT_NE(at("QkVHSU46VkNBTEVOREFSDQpFTkQ6VkNBTEVOREFSDQo="), std::string::npos);
}

TEST(MailMessage, MailboxesThatCouldSmuggleCommandsAreRefused) {
  EXPECT_EQ(MailboxOf("a@b.tw"), "a@b.tw");
  EXPECT_EQ(MailboxOf("Some Body <a@b.tw>"), "a@b.tw");
  for (const char* bad :
       {"", "a", "@b.tw", "a@", "a@b@c.tw", "a@b.tw\r\nRCPT TO:<x@y.tw>", "a b@c.tw", "a@b.tw>",
        "<a@b.tw", "a<b>@c.tw", "a@b.tw, c@d.tw", "\"a\"@b.tw", "a\x7f@b.tw"}) {
    EXPECT_EQ(MailboxOf(bad), std::nullopt) << bad;
  }
}

}  // namespace
}  // namespace permit
