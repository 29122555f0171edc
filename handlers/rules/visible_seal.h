// The seal on a permit: an ICAO visible digital seal, version 4, of the visa profile (Doc 9303-13).
//
//   DC 03 | country (C40) | signer, length and certificate reference (C40) | day of issue | day of
//   signature | 5D 01 | messages: tag, DER length, value | FF 40, 64 bytes of signature
//
// Messages stand in the order of their tags, each once: 2 the visa's zone (C40), 3 the number of
// entries, 4 the stay, 5 the travel document (C40). The signature is over all that stands before
// FF. A permit's seal is 146 bytes. Only bytes that writing gives are read: every other form has a
// fault.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "handlers/rules/calendar.h"
#include "handlers/rules/machine_readable_visa.h"

namespace permit {

inline constexpr std::size_t kSealSignature = 64;  // r and s of 32 bytes each
inline constexpr int kUnlimitedEntries = 0;

// How long one may stay, in calendar units.
struct StayLength {
  int days = 0;
  int months = 0;
  int years = 0;
  friend bool operator==(const StayLength&, const StayLength&) = default;
};
// From the first day to the last one; none when the last one is before.
StayLength StayBetween(Date from, Date until);
Date StayEnd(Date from, const StayLength& stay);

struct SealContent {
  std::string signer;  // its reference, "TWNI001"
  Date issued_on;
  Date signed_on;
  VisaZone zone;
  int entries = kUnlimitedEntries;
  StayLength stay;              // from the day of issue
  std::string travel_document;  // A-Z, 0-9
};

// Header and messages, to be signed; nullopt when the content cannot be written so.
std::optional<std::string> WriteSeal(const SealContent& content);
std::string WithSignature(std::string_view unsigned_seal, std::string_view signature);

enum class SealFault {
  kNoSeal,   // not even its first byte
  kVersion,  // of another version
  kCountry,  // not sealed by TWN
  kSigner,   // the reference is malformed
  kDate,     // no date of the calendar
  kProfile,  // no visa
  kMessage,  // a message that is unknown, missing, twice, out of order or of a wrong length
  kZone,     // the visa's zone is malformed
  kStay,     // the stay is
  kTravelDocument,
  kSignature,  // missing or of another length
  kTruncated,  // ends too early
  kTrailing,   // goes on after its end
};
std::string_view Code(SealFault fault);

struct SealReading {
  SealContent content;
  std::string_view signed_part;  // of the bytes that were read
  std::string_view signature;
};

// Whether the signature is good is for whoever has the certificate.
tl::expected<SealReading, SealFault> ReadSeal(std::string_view bytes);

// A permit's number in the nine places of a visa: year and serial, eight digits, and which of the
// signer's units stood between them: nothing for the first, else 1, 2, … 9, A, … Z. The units are
// those that the signer's certificate names. nullopt when the number is none or its unit is
// missing.
std::optional<std::string> SealNumber(std::string_view permit_number,
                                      std::span<const std::string> units);
std::optional<std::string> PermitNumber(std::string_view seal_number,
                                        std::span<const std::string> units);

}  // namespace permit
