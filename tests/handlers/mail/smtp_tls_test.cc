// The way to the mail relay, encrypted and not.
#include <gtest/gtest.h>

#include "handlers/mail/transport.h"
#include "tests/support/mail_sink.h"
#include "tests/support/signing_keys.h"

namespace permit {
namespace {

Delivery SendTo(const test::MailSink& sink, const SmtpTls& tls) {
  const std::string message =
      "From: a@permit.example\r\nTo: b@example.org\r\nSubject: s\r\n\r\nwords\r\n";
  return MakeSmtpTransport(sink.url(), "permit.example", tls)
      ->Send("a@permit.example", "b@example.org", message)
      .delivery;
}

// This one takes mails after STARTTLS alone.
TEST(SmtpTlsTest, ARelayWithACertificate) {
  const test::KeyFolder folder;
  const auto certificate = test::MakeServerCertificate(folder.path());
  const auto other = test::MakeServerCertificate(folder.path(), "other");
  const test::MailSink sink(certificate);
  EXPECT_EQ(SendTo(sink, {TlsPolicy::kRequired, certificate.file}), Delivery::kAccepted);
  EXPECT_EQ(SendTo(sink, {TlsPolicy::kTry, certificate.file}), Delivery::kAccepted);
  EXPECT_EQ(sink.Count(), 2U);
  EXPECT_EQ(SendTo(sink, {TlsPolicy::kNone, ""}), Delivery::kNoServer);
  EXPECT_EQ(SendTo(sink, {TlsPolicy::kRequired, other.file}), Delivery::kNoServer);
  EXPECT_EQ(SendTo(sink, {TlsPolicy::kRequired, ""}), Delivery::kNoServer);
  EXPECT_EQ(sink.Count(), 2U);
}

TEST(SmtpTlsTest, ACertificateForAnotherName) {
  const test::KeyFolder folder;
  const auto other = test::MakeServerCertificate(folder.path(), "relay.example");
  const test::MailSink sink(other);
  EXPECT_EQ(SendTo(sink, {TlsPolicy::kRequired, other.file}), Delivery::kNoServer);
  EXPECT_EQ(sink.Count(), 0U);
}

TEST(SmtpTlsTest, ARelayWithoutOneGetsNoMailWhereEncryptionIsRequired) {
  const test::MailSink sink;
  EXPECT_EQ(SendTo(sink, {TlsPolicy::kRequired, ""}), Delivery::kNoServer);
  EXPECT_EQ(sink.Count(), 0U);
  EXPECT_EQ(SendTo(sink, {TlsPolicy::kTry, ""}), Delivery::kAccepted);
  EXPECT_EQ(SendTo(sink, {TlsPolicy::kNone, ""}), Delivery::kAccepted);
  EXPECT_EQ(sink.Count(), 2U);
}

}  // namespace
}  // namespace permit
