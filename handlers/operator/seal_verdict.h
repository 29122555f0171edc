// Whether a seal is good; needs the certificates of signers alone, no database.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/papers/certificate.h"
#include "handlers/rules/revocation_list.h"
#include "handlers/rules/visible_seal.h"

namespace permit::ctl {

struct KnownSigner {
  std::string reference;
  Certificate certificate;
};

enum class Verdict {
  kGood,
  kAltered,
  kUnknownSigner,
  kExpired,
  kRevoked,
  kOldList,  // good but for a list that is too old to say so
};
std::string_view Code(Verdict verdict);

struct SealVerdict {
  Verdict verdict = Verdict::kAltered;
  std::optional<SealContent> content;  // none when the form is broken
  std::optional<std::string> number;   // of the permit; none when the signer is not known
  std::optional<Date> revoked_since;
  std::string detail;  // what is wrong
};

// `list`, already verified, may be null. Of several faults the first of this order is told:
// altered, unknown signer (also one whose certificate did not hold when it signed), revoked,
// expired, old list.
SealVerdict JudgeSeal(std::string_view bytes, std::span<const KnownSigner> signers,
                      const RevocationList* list, Instant at);

// The list, when its form and signature are good and the signer's certificate held when it was
// made; `detail` says what is wrong.
std::optional<RevocationList> OpenRevocationList(std::string_view bytes,
                                                 std::span<const KnownSigner> signers,
                                                 std::string& detail);

}  // namespace permit::ctl
