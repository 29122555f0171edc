// Passwords that somebody who guesses tries first: common ones, and those made of what is known of
// the account's owner. Passwords that a program has drawn at random need no such check.
//
// NIST SP 800-63B, 5.1.1.2: new passwords are compared with those of breaches, words of
// dictionaries, repeated or sequential characters, and words of the context.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/field_error.h"

namespace permit {

// What a password must not be made of; anything may be empty.
struct PasswordOwner {
  std::string login_name;
  std::string surname;  // in Latin letters
  std::string given_name;
  std::string birth_date;            // YYYY/MM/DD
  std::vector<std::string> numbers;  // of identity card, travel permit, telephone
};

// kPasswordCommon: the password, or what is left of it without the digits and signs at its ends, is
// on the list, also where digits and signs stand for letters; or it has fewer than five different
// characters, or is one run of a keyboard or the alphabet beside digits.
// kPasswordOfOwner: it holds the login name, the name or a part of it of four letters and more, the
// birth date, or six characters in a row of one of the numbers. Case and signs do not matter.
std::optional<Problem> CheckGuess(std::string_view password, const PasswordOwner& owner);

}  // namespace permit
