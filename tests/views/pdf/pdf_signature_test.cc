#include "views/pdf/pdf_signature.h"

#include <gtest/gtest.h>

#include <random>
#include <stdexcept>

#include "tests/support/papers/pdf_reader.h"
#include "tests/support/papers/sample_papers.h"
#include "tests/support/papers/signature_reader.h"
#include "tests/support/papers/test_authority.h"

namespace permit::views {
namespace {

using namespace std::chrono_literals;
using test::KeyKind;
using test::SignatureReader;
using test::TestAuthority;

const SignatureWords kWords{.name = "內政部移民署",
                            .reason = "陸生多次入出境許可證 𠮷",
                            .signed_at = std::chrono::sys_days{2026y / 9 / 18} + 5h};

DetachedSigner SignerOf(const TestAuthority& authority) {
  return {.most_bytes = LargestSignature(authority.signer()),
          .sign = [&authority](std::span<const std::string_view> parts) {
            return SignDetached(authority.signer(), parts, kWords.signed_at);
          }};
}

// Where the hole for the signature is: its brackets, one behind its end.
std::pair<std::size_t, std::size_t> HoleOf(const std::string& pdf) {
  const std::size_t begin = pdf.rfind("/Contents <") + 10;
  return {begin, pdf.find('>', begin) + 1};
}

class PdfSignature : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    authority_ = new TestAuthority(KeyKind::kEllipticCurve);
    reader_ = new SignatureReader(authority_->certificate_file());
  }
  static void TearDownTestSuite() {
    delete reader_;
    delete authority_;
  }
  static std::string Signed(const Paper& paper) {
    return SignPaper(paper.bytes, kWords, SignerOf(*authority_));
  }

  static inline TestAuthority* authority_ = nullptr;
  static inline SignatureReader* reader_ = nullptr;
};

TEST_F(PdfSignature, ReadersFindThePermitAndTheReceiptValidAndWhole) {
  for (const std::string& pdf :
       {Signed(DrawPermit(test::SamplePermit())), Signed(DrawReceipt(test::SampleReceipt()))}) {
    const auto verdict = reader_->Read(pdf);
    EXPECT_TRUE(verdict.good()) << verdict.report;
    EXPECT_NE(verdict.report.find("Signer Certificate Common Name: Signer"), std::string::npos);
    EXPECT_NE(verdict.report.find("Signing Time: Sep 18 2026"), std::string::npos)
        << verdict.report;
    EXPECT_EQ(test::PdfReader(pdf).Check(), "");
  }
}

TEST_F(PdfSignature, AnRsaKeySignsAsWell) {
  const TestAuthority rsa(KeyKind::kRsa);
  const std::string pdf =
      SignPaper(DrawReceipt(test::SampleReceipt()).bytes, kWords, SignerOf(rsa));
  const auto verdict = SignatureReader(rsa.certificate_file()).Read(pdf);
  EXPECT_TRUE(verdict.good()) << verdict.report;
}

TEST_F(PdfSignature, AnotherAuthoritysSignerIsNotTrusted) {
  const TestAuthority stranger(KeyKind::kEllipticCurve);
  const auto verdict = reader_->Read(
      SignPaper(DrawReceipt(test::SampleReceipt()).bytes, kWords, SignerOf(stranger)));
  EXPECT_TRUE(verdict.valid) << verdict.report;
  EXPECT_FALSE(verdict.trusted) << verdict.report;
}

TEST_F(PdfSignature, AnyChangedByteIsFound) {
  const std::string pdf = Signed(DrawPermit(test::SamplePermit()));
  const auto [hole, hole_end] = HoleOf(pdf);
  const unsigned seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  std::uniform_int_distribution<std::size_t> place(0, pdf.size() - (hole_end - hole) - 1);
  std::uniform_int_distribution<int> difference(1, 255);
  for (int round = 0; round < 200; ++round) {
    std::size_t at = place(random);
    if (at >= hole) at += hole_end - hole;
    std::string changed = pdf;
    changed[at] = static_cast<char>(changed[at] ^ difference(random));
    const auto verdict = reader_->Read(changed);
    EXPECT_FALSE(verdict.valid && verdict.whole) << "byte " << at << "\n" << verdict.report;
  }
}

TEST_F(PdfSignature, WhatIsAddedAfterItIsFound) {
  const auto verdict = reader_->Read(Signed(DrawReceipt(test::SampleReceipt())) + "\n");
  EXPECT_FALSE(verdict.whole) << verdict.report;
}

TEST_F(PdfSignature, ThePaperKeepsItsBytesTextAndLinks) {
  const std::string drawn = DrawPermit(test::SamplePermit()).bytes;
  const std::string pdf = SignPaper(drawn, kWords, SignerOf(*authority_));
  EXPECT_TRUE(pdf.starts_with(drawn));
  EXPECT_EQ(test::PdfReader(pdf).Text(), test::PdfReader(drawn).Text());
  EXPECT_NE(test::PdfReader(pdf).Links().find(test::SamplePermit().check_address),
            std::string::npos);
}

TEST_F(PdfSignature, TheSameWordsGiveTheSameBytesButForTheSignature) {
  const std::string drawn = DrawReceipt(test::SampleReceipt()).bytes;
  std::string pdfs[2];
  for (std::string& pdf : pdfs) {
    pdf = SignPaper(drawn, kWords, SignerOf(*authority_));
    const auto [hole, hole_end] = HoleOf(pdf);
    pdf.erase(hole, hole_end - hole);
  }
  EXPECT_EQ(pdfs[0], pdfs[1]);
}

TEST_F(PdfSignature, TheRoomIsEnoughAndNotWasted) {
  for (const KeyKind kind : {KeyKind::kEllipticCurve, KeyKind::kRsa}) {
    const TestAuthority one(kind);
    const std::string_view content[] = {"content"};
    const std::size_t size = SignDetached(one.signer(), content, kWords.signed_at).size();
    EXPECT_LE(size, LargestSignature(one.signer()));
    EXPECT_LT(LargestSignature(one.signer()), size + 2048);
  }
}

TEST_F(PdfSignature, ASignatureOverItsRoomIsRefused) {
  const std::string drawn = DrawReceipt(test::SampleReceipt()).bytes;
  const DetachedSigner large{.most_bytes = 100, .sign = [](std::span<const std::string_view>) {
                               return std::string(101, 'x');
                             }};
  EXPECT_THROW(SignPaper(drawn, kWords, large), std::length_error);
}

}  // namespace
}  // namespace permit::views
