#include "handlers/operator/seal_verdict.h"

#include <algorithm>

namespace permit::ctl {
namespace {

const KnownSigner* Find(std::span<const KnownSigner> signers, std::string_view reference) {
  const auto found = std::ranges::find(signers, reference, &KnownSigner::reference);
  return found == signers.end() ? nullptr : &*found;
}

// By day, since a seal names the day of its signature and no time.
bool HeldOn(const x509_st& certificate, Date day) {
  return TaipeiDate(ValidFrom(certificate)) <= day && day <= TaipeiDate(ValidTo(certificate));
}

// Of a seal whose signature and signer are good, whose permit number is known.
void JudgePermit(const RevocationList* list, Instant at, SealVerdict& judged) {
  const RevocationEntry* revoked = list == nullptr ? nullptr : FindRevoked(*list, *judged.number);
  const Date expires_on = judged.content->zone.expires_on;
  if (revoked != nullptr) {
    judged.verdict = Verdict::kRevoked;
    judged.revoked_since = revoked->since;
    judged.detail = "the permit no longer holds since " + FormatDate(revoked->since);
  } else if (expires_on < TaipeiDate(at)) {
    judged.verdict = Verdict::kExpired;
    judged.detail = "the permit expired on " + FormatDate(expires_on);
  } else if (list != nullptr && list->next < at) {
    judged.verdict = Verdict::kOldList;
    judged.detail =
        "the list is too old to tell: there is a newer one since " + FormatTime(list->next);
  } else {
    judged.verdict = Verdict::kGood;
  }
}

}  // namespace

std::string_view Code(Verdict verdict) {
  switch (verdict) {
    case Verdict::kGood:
      return "good";
    case Verdict::kAltered:
      return "altered";
    case Verdict::kUnknownSigner:
      return "unknown-signer";
    case Verdict::kExpired:
      return "expired";
    case Verdict::kRevoked:
      return "revoked";
    case Verdict::kOldList:
      return "old-list";
  }
  return "";
}

SealVerdict JudgeSeal(std::string_view bytes, std::span<const KnownSigner> signers,
                      const RevocationList* list, Instant at) {
  const auto reading = ReadSeal(bytes);
  if (!reading) {
    return {.detail = "the form of the seal is broken: " + std::string(Code(reading.error()))};
  }
  const SealContent& content = reading->content;
  SealVerdict judged{.verdict = Verdict::kUnknownSigner, .content = content};
  const KnownSigner* signer = Find(signers, content.signer);
  if (signer == nullptr) {
    judged.detail = "there is no certificate of " + content.signer;
    return judged;
  }
  judged.number = PermitNumber(content.zone.number, SubjectUnits(*signer->certificate));
  if (!VerifyRaw(*signer->certificate, reading->signed_part, reading->signature)) {
    judged.verdict = Verdict::kAltered;
    judged.detail = "the signature is not that of " + content.signer;
    return judged;
  }
  if (!judged.number || !HeldOn(*signer->certificate, content.signed_on)) {
    judged.detail = "the certificate of " + content.signer + " was not for this permit";
    return judged;
  }
  JudgePermit(list, at, judged);
  return judged;
}

std::optional<RevocationList> OpenRevocationList(std::string_view bytes,
                                                 std::span<const KnownSigner> signers,
                                                 std::string& detail) {
  const auto reading = ReadRevocationList(bytes);
  if (!reading) {
    detail = "its form is broken";
    return std::nullopt;
  }
  const KnownSigner* signer = Find(signers, reading->list.signer);
  if (signer == nullptr) {
    detail = "there is no certificate of " + reading->list.signer;
    return std::nullopt;
  }
  if (!VerifyRaw(*signer->certificate, reading->signed_part, reading->signature)) {
    detail = "its signature is not that of " + reading->list.signer;
    return std::nullopt;
  }
  if (!HeldOn(*signer->certificate, TaipeiDate(reading->list.made))) {
    detail = "the certificate of " + reading->list.signer + " did not hold when it was made";
    return std::nullopt;
  }
  return reading->list;
}

}  // namespace permit::ctl
