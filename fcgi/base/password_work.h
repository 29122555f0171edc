// How much work went into passwords so far, which tests compare instead of times.
#pragma once

#include <cstdint>

namespace permit {

// Passwords hashed or verified since the start; each costs the same.
std::uint64_t PasswordsWorkedOn();

}  // namespace permit
