// Slips of the keyboard in the domain of a mailbox, which are asked about and not refused.
#pragma once

#include <string>
#include <string_view>

namespace permit {

// The mailbox that was probably meant ("a@gmail.com" for "a@gmial.com" and "a@gmail.con"); empty
// when the domain is a common provider's or like none of them. `email` is tidied.
std::string MeantMailbox(std::string_view email);

}  // namespace permit
