#include "handlers/papers/signing.h"

#include "handlers/papers/cms_signature.h"
#include "handlers/papers/key_store.h"
#include "views/pdf/pdf_signature.h"

namespace permit {
namespace {

constexpr std::string_view kAgency = "內政部移民署 National Immigration Agency";

}  // namespace

std::string SignedPaper(const std::string& key_folder, std::string drawn, std::string_view reason,
                        Instant now) {
  const KeyStore keys = KeyStore::Open(key_folder);
  const ActiveSigner active =
      keys.OpenActive(KeyUse::kDocument, std::chrono::floor<std::chrono::seconds>(now));
  CmsSigner signer{.key = active.key.get(), .certificate = active.signer.certificate.get()};
  for (const Certificate& between : active.signer.chain) signer.chain.push_back(between.get());
  return views::SignPaper(
      std::move(drawn),
      {.name = std::string(kAgency), .reason = std::string(reason), .signed_at = now},
      {.most_bytes = LargestSignature(signer),
       .sign = [&](auto parts) { return SignDetached(signer, parts, now); }});
}

}  // namespace permit
