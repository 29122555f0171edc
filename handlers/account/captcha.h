// The puzzle of the login page, and the proof of work that stands in for it.
//
// A captcha's id carries when it was made and how much work is due, and is signed, and its letters
// follow from it: nothing is stored until one is used, so showing the page writes nothing. An id
// works for five minutes and once, which the captcha table keeps.
#pragma once

#include <string>
#include <string_view>

#include "handlers/account/work_bits.h"
#include "handlers/web/context.h"

namespace permit {

inline constexpr std::chrono::minutes kCaptchaLife{5};

// Its id. `work_bits`, which the id carries, is how much work a proof has to hold.
std::string MintCaptcha(Context& context, int work_bits);

// One look only: true when the answer is right, or `proof` holds the work, and the id was made
// here, has not expired and was not tried before.
bool PassesCaptcha(Context& context, std::string_view id, std::string_view answer,
                   std::string_view proof);

// GET captcha/{id}: the picture.
Response ShowCaptcha(Context& context);

// The letters of an id that is known here and not expired; empty for any other. For tests as well.
std::string CaptchaSolution(std::string_view secret, std::string_view id, Instant now);

// The bits of an id that is known here.
int WorkBitsIn(std::string_view id);

// Whether SHA-256(id ":" proof) begins with that many zero bits.
bool HoldsWork(std::string_view id, std::string_view proof, int bits);

}  // namespace permit
