// The list of permits that no longer hold, unsigned and signed.
#include "handlers/rules/revocation_list.h"

#include <algorithm>

#include "handlers/operator/seal_verdict.h"
#include "handlers/rules/case_number.h"
#include "tests/fuzz/property.h"
#include "tests/fuzz/seal_keys.h"

namespace permit::fuzz {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view kSigner = "TWNI001";
constexpr std::size_t kSignerAt = 4;
constexpr std::size_t kSignature = 64;

bool Opens(std::string_view bytes) {
  static const std::vector<ctl::KnownSigner> signers = [] {
    std::vector<ctl::KnownSigner> known;
    known.push_back({std::string(kSigner), SameCertificate(*Keys().Find(kSigner)->certificate)});
    return known;
  }();
  std::string detail;
  const bool opens = ctl::OpenRevocationList(bytes, signers, detail).has_value();
  Require(opens == detail.empty(), "what is wrong is told");
  return opens;
}

void RequireFound(const RevocationList& list) {
  for (const RevocationEntry& entry : list.entries) {
    Require(IsReceiptNumber(entry.number), "an entry is a permit's number");
    Require(FindRevoked(list, entry.number) == &entry, "and is found");
    std::string other = entry.number;
    other.back() = other.back() == '0' ? '1' : '0';
    const auto same = std::find_if(list.entries.begin(), list.entries.end(),
                                   [&](const auto& one) { return one.number == other; });
    Require((FindRevoked(list, other) != nullptr) == (same != list.entries.end()),
            "another is found when it is there");
  }
}

// The century in which the certificate holds; a day at its ends is the verdict's business.
void RequireSignatureCounts(std::string bytes, std::chrono::sys_seconds made) {
  bytes.replace(kSignerAt, kSigner.size(), kSigner);
  bytes.resize(bytes.size() - kSignature);
  bytes += Sign(bytes);
  const bool holds =
      made >= std::chrono::sys_days{2020y / 1 / 3} && made <= std::chrono::sys_days{2039y / 12 / 1};
  const bool not_at_all =
      made < std::chrono::sys_days{2019y / 12 / 30} || made > std::chrono::sys_days{2040y / 1 / 3};
  if (holds) Require(Opens(bytes), "a list that was signed in time opens");
  if (not_at_all) Require(!Opens(bytes), "one that was not does not");
  for (std::size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / 8) {
    std::string other = bytes;
    other[at] = static_cast<char>(other[at] ^ 1);
    Require(!Opens(other), "a bit that was turned is found");
  }
}

}  // namespace

void Try(std::string_view input) {
  const auto reading = ReadRevocationList(input);
  if (!reading) {
    Require(!Opens(input), "what cannot be read does not open");
    return;
  }
  Require(reading->signed_part.size() + kSignature == input.size() &&
              reading->signature.size() == kSignature,
          "a list is its signed part and its signature");
  Require(WriteRevocationList(reading->list) == reading->signed_part, "and what writing gives");
  Require(!Opens(input), "nobody signs without the key");
  RequireFound(reading->list);
  RequireSignatureCounts(std::string(input), reading->list.made);
}

}  // namespace permit::fuzz
