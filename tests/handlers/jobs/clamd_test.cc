// The words with clamd, spoken with a stand-in, and with Debian's own where PERMIT_CLAMD names its
// socket.
#include "handlers/jobs/clamd.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>

#include "tests/support/sample_files.h"
#include "tests/support/stand_in_clamd.h"

namespace permit::test {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;

constexpr std::chrono::milliseconds kShort{200};
constexpr std::chrono::minutes kLong{5};

ScanReply Ask(const std::string& socket, std::string_view bytes,
              std::chrono::milliseconds patience = kLong) {
  return AskClamd(socket, bytes, patience);
}

std::string InfectedPdf() { return MakePdf(Eicar()); }

void ExpectScans(const std::string& socket) {
  for (const std::string& clean : {std::string(), MakePdf(), std::string(400'000, 'x')}) {
    const ScanReply reply = Ask(socket, clean);
    EXPECT_EQ(reply.verdict, ScanVerdict::kClean) << reply.words;
  }
  for (const std::string& infected : {Eicar(), InfectedPdf()}) {
    const ScanReply reply = Ask(socket, infected);
    EXPECT_EQ(reply.verdict, ScanVerdict::kFound) << reply.words;
    EXPECT_THAT(reply.words, AnyOf(HasSubstr("Eicar"), HasSubstr("EICAR")));
  }
}

class ClamdTest : public ::testing::Test {
 protected:
  StandInClamd clamd;
};

TEST_F(ClamdTest, WhatHoldsAVirusIsToldFromWhatDoesNot) {
  ExpectScans(clamd.socket());
  if (const char* real = std::getenv("PERMIT_CLAMD")) ExpectScans(real);
  EXPECT_EQ(Ask(clamd.socket(), Eicar()).words, "Eicar-Test-Signature");
  // The pieces that it is sent in are of 64 KiB.
  EXPECT_EQ(Ask(clamd.socket(), std::string(65'530, ' ') + Eicar()).verdict, ScanVerdict::kFound);
}

TEST_F(ClamdTest, AnErrorIsNoVerdict) {
  clamd.Behave("error");
  const ScanReply reply = Ask(clamd.socket(), MakePdf());
  EXPECT_EQ(reply.verdict, ScanVerdict::kRefused);
  EXPECT_EQ(reply.words, "stream: Can't allocate memory ERROR");
}

TEST_F(ClamdTest, AFileTooLargeForItIsRefusedAndNotFoundClean) {
  const ScanReply reply = Ask(clamd.socket(), std::string(std::size_t{3} << 20, 'x'));
  EXPECT_EQ(reply.verdict, ScanVerdict::kRefused) << reply.words;
  EXPECT_EQ(reply.words, "INSTREAM size limit exceeded. ERROR");
}

TEST_F(ClamdTest, OneThatBreaksOffIsSlowOrTalksNonsenseGivesNone) {
  clamd.Behave("closed");
  EXPECT_EQ(Ask(clamd.socket(), MakePdf()).verdict, ScanVerdict::kNoReply);
  clamd.Behave("garbled");
  EXPECT_EQ(Ask(clamd.socket(), MakePdf()).verdict, ScanVerdict::kNoReply);
  clamd.Behave("slow");
  const ScanReply late = Ask(clamd.socket(), MakePdf(), kShort);
  EXPECT_EQ(late.verdict, ScanVerdict::kNoReply);
  EXPECT_EQ(late.words, "it takes too long");
  clamd.Behave("scan");
  EXPECT_EQ(Ask(clamd.socket(), MakePdf()).verdict, ScanVerdict::kClean);
}

TEST_F(ClamdTest, OneThatIsNotThereIsAway) {
  clamd.Stop();
  EXPECT_EQ(Ask(clamd.socket(), MakePdf()).verdict, ScanVerdict::kAway);
  EXPECT_EQ(Ask("", MakePdf()).verdict, ScanVerdict::kAway);
  EXPECT_EQ(Ask("/" + std::string(200, 'x'), MakePdf()).verdict, ScanVerdict::kAway);
  const std::string file = clamd.socket() + ".file";
  std::ofstream(file) << "no socket";
  EXPECT_EQ(Ask(file, MakePdf()).verdict, ScanVerdict::kAway);
  clamd.Start();
  EXPECT_EQ(Ask(clamd.socket(), MakePdf()).verdict, ScanVerdict::kClean);
}

}  // namespace
}  // namespace permit::test
