#include "handlers/papers/sealing.h"

#include "handlers/papers/key_store.h"
#include "handlers/rules/visible_seal.h"

namespace permit {
namespace {

constexpr const char* kNationality = "CHN";

// A travel document's number without what people put between its characters.
std::string Tidied(const std::string& number) {
  std::string tidy;
  for (char c : number) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) tidy += c;
  }
  return tidy;
}

}  // namespace

sql::PermitSeal MakeSeal(const KeyStore& keys, const views::PermitPaper& paper,
                         const std::string& otherwise, Instant now) {
  const ActiveSigner active =
      keys.OpenActive(KeyUse::kSeal, std::chrono::floor<std::chrono::seconds>(now));
  const auto number = SealNumber(paper.number, SubjectUnits(*active.signer.certificate));
  if (!number) {
    throw KeyStoreError("the certificate of " + active.signer.reference +
                        " does not name the receiving unit of " + paper.number);
  }
  auto name = VisaName(TravelDocumentSpelling(paper.english_name));
  if (!name) name = VisaName(TravelDocumentSpelling(otherwise));
  if (!name) throw views::PaperError("the holder has no name in Latin letters");
  const auto unsigned_seal = WriteSeal({.signer = active.signer.reference,
                                        .issued_on = paper.issued_on,
                                        .signed_on = TaipeiDate(now),
                                        .zone = {.name = *name,
                                                 .number = *number,
                                                 .nationality = kNationality,
                                                 .birth_date = paper.birth_date,
                                                 .male = paper.male,
                                                 .expires_on = paper.expires_on},
                                        .entries = kUnlimitedEntries,
                                        .stay = StayBetween(paper.issued_on, paper.stay_until),
                                        .travel_document = Tidied(paper.travel_permit_number)});
  if (!unsigned_seal) {
    throw views::PaperError("the travel document “" + paper.travel_permit_number +
                            "” or a date cannot be sealed");
  }
  return {active.signer.reference,
          WithSignature(*unsigned_seal, SignRaw(*active.key, *unsigned_seal))};
}

}  // namespace permit
