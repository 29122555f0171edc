// The signature of a paper, made once, when it is issued.
//
// The document key that may sign now is asked for (handlers/papers/key_store); without one
// KeyStoreError is thrown, and the paper is not to be issued. What is made here is stored and
// served ever after: signing the same paper again gives other bytes.
#pragma once

#include <string>
#include <string_view>

#include "handlers/rules/calendar.h"

namespace permit {

// `reason` is what a reader shows beside the signature; `now` is the time that it claims.
std::string SignedPaper(const std::string& key_folder, std::string drawn, std::string_view reason,
                        Instant now);

}  // namespace permit
