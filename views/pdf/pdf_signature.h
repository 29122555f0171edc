// A paper's signature: an incremental update that adds a field without looks to the first page and
// a detached CMS over every byte but its own (ISO 32000-1, 12.8.1: adbe.pkcs7.detached).
//
// A reader says "valid" and "total document signed", and neither after any change.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "handlers/rules/calendar.h"

namespace permit::views {

// What a reader shows beside the signature. The same input gives the same bytes but for the CMS.
struct SignatureWords {
  std::string name;
  std::string reason;
  Instant signed_at;
};

// Whoever holds the key: the most bytes that `sign` gives, and the DER of a detached CMS over the
// parts as if they were one text.
struct DetachedSigner {
  std::size_t most_bytes = 0;
  std::function<std::string(std::span<const std::string_view> parts)> sign;
};

// The bytes are a paper as it was drawn; what `PdfFile` refuses is refused. A signature over
// `most_bytes` is std::length_error: it is not cut, and nothing is given.
std::string SignPaper(std::string bytes, const SignatureWords& words, const DetachedSigner& signer);

}  // namespace permit::views
