// The seal of a permit: what it says of the paper, signed with the seal key that is active.
//
// Signing the same paper twice gives two seals, both good: a permit's is made once, at its issue,
// and drawn and stored as these bytes.
#pragma once

#include <string>

#include "handlers/rules/calendar.h"
#include "sql/seal_store.h"
#include "views/pdf/permit.h"

namespace permit {

class KeyStore;

// `otherwise` is the holder's name in Latin letters, for a paper whose name has none. Throws
// KeyStoreError when no key may sign now or the key's certificate does not name the number's unit,
// and views::PaperError when the paper says what a seal cannot.
sql::PermitSeal MakeSeal(const KeyStore& keys, const views::PermitPaper& paper,
                         const std::string& otherwise, Instant now);

}  // namespace permit
