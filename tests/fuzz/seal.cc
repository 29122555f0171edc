// The seal on a permit: its reading, its text, and the verdict on it, unsigned and signed.
#include "handlers/rules/visible_seal.h"

#include <fuzzer/FuzzedDataProvider.h>

#include <chrono>

#include "handlers/operator/seal_verdict.h"
#include "handlers/rules/c40.h"
#include "tests/fuzz/property.h"
#include "tests/fuzz/seal_keys.h"

namespace permit::fuzz {
namespace {

using namespace std::chrono_literals;
using ctl::Verdict;

const Instant kNow = std::chrono::sys_days{2026y / 3 / 2};
constexpr char kSigner[] = "TWNI001";

Verdict Judge(std::string_view seal) {
  static const std::vector<ctl::KnownSigner> signers = [] {
    std::vector<ctl::KnownSigner> known;
    known.push_back({kSigner, SameCertificate(*Keys().Find(kSigner)->certificate)});
    return known;
  }();
  const ctl::SealVerdict judged = ctl::JudgeSeal(seal, signers, nullptr, kNow);
  Require((judged.verdict == Verdict::kGood) == judged.detail.empty(), "what is wrong is told");
  return judged.verdict;
}

void TryText(std::string_view input) {
  if (const auto text = DecodeC40(input)) {
    Require(EncodeC40(*text) == input, "a text has one form in bytes");
  }
  if (const auto bytes = EncodeC40(input)) {
    std::string text(input);
    for (char& c : text) c = c == ' ' ? '<' : c;
    Require(DecodeC40(*bytes) == text, "a text that was encoded is decoded");
  }
}

// With a right signature, and with a bit of it turned.
void RequireSignatureCounts(const std::string& signed_part, std::size_t turned) {
  std::string seal = WithSignature(signed_part, Sign(signed_part));
  const Verdict verdict = Judge(seal);
  Require(verdict != Verdict::kAltered, "what was signed is not altered");
  char& byte = seal[turned / 8 % seal.size()];
  byte = static_cast<char>(byte ^ (1 << turned % 8));
  const Verdict other = Judge(seal);
  Require(other == Verdict::kAltered || other == Verdict::kUnknownSigner,
          "a bit that was turned is found");
}

void TryReading(std::string_view input) {
  const auto reading = ReadSeal(input);
  if (!reading) {
    Require(!Code(reading.error()).empty(), "a fault has a name");
    return;
  }
  Require(input == WithSignature(reading->signed_part, reading->signature),
          "a seal is its signed part and its signature");
  Require(reading->signed_part == WriteSeal(reading->content), "and what writing gives");
  const Verdict verdict = Judge(input);
  Require(verdict == Verdict::kAltered || verdict == Verdict::kUnknownSigner,
          "nobody signs without the key");
  RequireSignatureCounts(std::string(reading->signed_part), input.size() * 7);
}

std::string Letters(FuzzedDataProvider& from, std::string_view letters, std::size_t most) {
  std::string text(from.ConsumeIntegralInRange<std::size_t>(0, most), ' ');
  for (char& c : text) c = letters[from.ConsumeIntegralInRange<std::size_t>(0, letters.size() - 1)];
  return text;
}

Date Day(FuzzedDataProvider& from) {
  return AddDays(1970y / 1 / 1, from.ConsumeIntegralInRange(-40000, 80000));
}

SealContent Content(FuzzedDataProvider& from) {
  SealContent content{.signer = kSigner, .issued_on = Day(from), .signed_on = Day(from)};
  content.zone = {.name = Letters(from, "ABZ<", kVisaName + 1),
                  .number = Letters(from, "0123456789A<", kVisaNumber + 1),
                  .nationality = "CHN",
                  .birth_date = Day(from),
                  .male = from.ConsumeBool(),
                  .expires_on = Day(from)};
  content.entries = from.ConsumeIntegralInRange(-1, 256);
  content.stay = {from.ConsumeIntegralInRange(-1, 31), from.ConsumeIntegralInRange(-1, 12),
                  from.ConsumeIntegralInRange(-1, 256)};
  content.travel_document = Letters(from, "0123456789T", 31);
  return content;
}

// A century of years is what a seal can tell apart.
bool IsTold(const SealContent& content) {
  const Date issued = content.issued_on;
  const Date& birth = content.zone.birth_date;
  const Date& expiry = content.zone.expires_on;
  return birth <= issued && issued.year() - birth.year() < std::chrono::years(100) &&
         expiry >= issued && expiry.year() - issued.year() < std::chrono::years(100) &&
         !content.zone.name.ends_with('<') && !content.zone.number.ends_with('<');
}

void TryWriting(std::string_view input) {
  FuzzedDataProvider from(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
  const std::size_t turned = from.ConsumeIntegral<std::uint16_t>();
  const SealContent content = Content(from);
  const auto written = WriteSeal(content);
  if (!written || !IsTold(content)) return;
  const auto reading = ReadSeal(WithSignature(*written, std::string(kSealSignature, 's')));
  Require(reading.has_value(), "a seal that was written is read");
  const SealContent& read = reading->content;
  Require(read.signer == content.signer && read.issued_on == content.issued_on &&
              read.signed_on == content.signed_on && read.entries == content.entries &&
              read.stay == content.stay && read.travel_document == content.travel_document,
          "with the same content");
  Require(read.zone.name == content.zone.name && read.zone.number == content.zone.number &&
              read.zone.male == content.zone.male &&
              read.zone.birth_date == content.zone.birth_date &&
              read.zone.expires_on == content.zone.expires_on,
          "and the same zone");
  RequireSignatureCounts(*written, turned);
}

}  // namespace

void Try(std::string_view input) {
  TryText(input);
  TryReading(input);
  TryWriting(input);
}

}  // namespace permit::fuzz
