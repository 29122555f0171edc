// The list of permits that no longer hold, small enough to carry.
//
//   "PRL1" | signer, 7 | made, 8 | next, 8 | count, 4 | count times: number 5, day 2 | signature,
//   64
//
// Numbers are big-endian: a permit's twelve digits as one number, times in seconds since 1970, days
// since 2000-01-01. Entries are in the order of their numbers, each once. The signature is that of
// a seal's key over all before it; a seal begins with another byte, so that neither passes for the
// other.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/calendar.h"

namespace permit {

struct RevocationEntry {
  std::string number;  // 12 digits
  Date since;
  friend auto operator<=>(const RevocationEntry&, const RevocationEntry&) = default;
};

struct RevocationList {
  std::string signer;  // the reference of its key
  std::chrono::sys_seconds made;
  std::chrono::sys_seconds next;  // by then there is another one
  std::vector<RevocationEntry> entries;
};

// To be signed; nullopt when the entries are not in order or something does not fit.
std::optional<std::string> WriteRevocationList(const RevocationList& list);

struct RevocationReading {
  RevocationList list;
  std::string_view signed_part;  // of the bytes that were read
  std::string_view signature;
};
// nullopt for everything that writing and signing does not give.
std::optional<RevocationReading> ReadRevocationList(std::string_view bytes);

const RevocationEntry* FindRevoked(const RevocationList& list, std::string_view number);

}  // namespace permit
