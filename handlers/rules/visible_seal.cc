#include "handlers/rules/visible_seal.h"

#include <algorithm>

#include "handlers/rules/c40.h"
#include "handlers/rules/case_number.h"

namespace permit {
namespace {

constexpr unsigned char kMagic = 0xDC;
constexpr unsigned char kVersion = 0x03;
constexpr std::string_view kCountry = "TWN";
constexpr std::string_view kProfile = "\x5D\x01";
constexpr std::size_t kSignerLetters = 4;
constexpr std::size_t kLengthDigits = 2;
constexpr std::size_t kReferenceDigits = 3;
constexpr std::size_t kSignerField = kSignerLetters + kLengthDigits + kReferenceDigits;

enum Tag : unsigned char { kZone = 2, kEntries = 3, kStay = 4, kTravelDocument = 5, kEnd = 0xFF };

std::string DateBytes(Date date) {
  const unsigned number = static_cast<unsigned>(date.month()) * 1000000 +
                          static_cast<unsigned>(date.day()) * 10000 +
                          static_cast<unsigned>(static_cast<int>(date.year()));
  return {static_cast<char>(number >> 16), static_cast<char>(number >> 8 & 0xFF),
          static_cast<char>(number & 0xFF)};
}

std::optional<Date> DateOf(std::string_view bytes) {
  unsigned number = 0;
  for (unsigned char byte : bytes) number = number << 8 | byte;
  const Date date{std::chrono::year{static_cast<int>(number % 10000)},
                  std::chrono::month{number / 1000000}, std::chrono::day{number / 10000 % 100}};
  return date.ok() && number / 1000000 <= 12 ? std::optional(date) : std::nullopt;
}

std::string Message(Tag tag, std::string_view value) {
  return std::string{static_cast<char>(tag), static_cast<char>(value.size())} + std::string(value);
}

bool IsDocumentText(std::string_view text) {
  return !text.empty() && text.size() <= 30 && std::ranges::all_of(text, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  });
}

// "TWNI" "03" "001": the length of the reference is written as two hexadecimal digits.
std::optional<std::string> SignerField(std::string_view signer) {
  if (signer.size() != kSignerLetters + kReferenceDigits) return std::nullopt;
  return EncodeC40(std::string(signer.substr(0, kSignerLetters)) + "03" +
                   std::string(signer.substr(kSignerLetters)));
}

bool FitsByte(int number) { return number >= 0 && number <= 255; }

// Takes what it reads from the front; a fault once is the fault for good.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes), whole_(bytes) {}

  tl::expected<SealReading, SealFault> Read() {
    ReadHead();
    ReadMessages();
    ReadSignature();
    if (fault_) return tl::unexpected(*fault_);
    return reading_;
  }

 private:
  std::string_view Take(std::size_t size) {
    if (fault_) return {};
    if (rest_.size() < size) {
      fault_ = SealFault::kTruncated;
      return {};
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  void Require(bool holds, SealFault otherwise) {
    if (!holds && !fault_) fault_ = otherwise;
  }

  unsigned char TakeByte() {
    const std::string_view taken = Take(1);
    return fault_ ? 0 : static_cast<unsigned char>(taken.front());
  }

  Date TakeDate() {
    const auto date = DateOf(Take(3));
    Require(date.has_value(), SealFault::kDate);
    return date.value_or(Date{});
  }

  void ReadHead() {
    Require(!rest_.empty(), SealFault::kNoSeal);
    Require(TakeByte() == kMagic, SealFault::kNoSeal);
    Require(TakeByte() == kVersion, SealFault::kVersion);
    Require(DecodeC40(Take(C40Size(kCountry.size()))) == kCountry, SealFault::kCountry);
    ReadSigner();
    reading_.content.issued_on = TakeDate();
    reading_.content.signed_on = TakeDate();
    Require(Take(kProfile.size()) == kProfile, SealFault::kProfile);
  }

  void ReadSigner() {
    const auto field = DecodeC40(Take(C40Size(kSignerField)));
    const bool formed = field && field->size() == kSignerField &&
                        field->find('<') == std::string::npos &&
                        field->substr(kSignerLetters, kLengthDigits) == "03";
    Require(formed, SealFault::kSigner);
    if (fault_) return;
    reading_.content.signer =
        field->substr(0, kSignerLetters) + field->substr(kSignerLetters + kLengthDigits);
  }

  // The values are all shorter than 128 bytes, so that a length is one byte.
  std::string_view TakeMessage(Tag tag, std::size_t size) {
    Require(TakeByte() == tag, SealFault::kMessage);
    const std::size_t length = TakeByte();
    Require(length < 128 && (size == 0 || length == size), SealFault::kMessage);
    return Take(length);
  }

  void ReadMessages() {
    SealContent& content = reading_.content;
    const auto zone_text = DecodeC40(TakeMessage(kZone, C40Size(kVisaZone)));
    const std::string_view entries = TakeMessage(kEntries, 1);
    const std::string_view stay = TakeMessage(kStay, 3);
    const auto document = DecodeC40(TakeMessage(kTravelDocument, 0));
    if (fault_) return;
    const auto zone = ReadVisaZone(zone_text.value_or(""), content.issued_on);
    Require(zone.has_value(), SealFault::kZone);
    Require(document && IsDocumentText(*document), SealFault::kTravelDocument);
    if (fault_) return;
    content.zone = *zone;
    content.entries = static_cast<unsigned char>(entries[0]);
    content.stay = {static_cast<unsigned char>(stay[0]), static_cast<unsigned char>(stay[1]),
                    static_cast<unsigned char>(stay[2])};
    Require(content.stay.days < 31 && content.stay.months < 12, SealFault::kStay);
    content.travel_document = *document;
  }

  void ReadSignature() {
    reading_.signed_part = whole_.substr(0, whole_.size() - rest_.size());
    Require(TakeByte() == kEnd, SealFault::kMessage);
    Require(TakeByte() == kSealSignature, SealFault::kSignature);
    reading_.signature = Take(kSealSignature);
    Require(rest_.empty(), SealFault::kTrailing);
  }

  std::string_view rest_;
  const std::string_view whole_;
  SealReading reading_;
  std::optional<SealFault> fault_;
};

constexpr std::size_t kYear = 3;
constexpr std::size_t kUnit = 4;
constexpr std::string_view kUnitPlaces = "<123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

}  // namespace

StayLength StayBetween(Date from, Date until) {
  if (until <= from) return {};
  int months = (static_cast<int>(until.year()) - static_cast<int>(from.year())) * 12 +
               static_cast<int>(static_cast<unsigned>(until.month())) -
               static_cast<int>(static_cast<unsigned>(from.month()));
  if (AddMonths(from, months) > until) --months;
  const auto left = std::chrono::sys_days(until) - std::chrono::sys_days(AddMonths(from, months));
  return {static_cast<int>(left.count()), months % 12, months / 12};
}

Date StayEnd(Date from, const StayLength& stay) {
  return AddDays(AddMonths(from, stay.years * 12 + stay.months), stay.days);
}

std::optional<std::string> WriteSeal(const SealContent& content) {
  const auto signer = SignerField(content.signer);
  const auto zone_text = WriteVisaZone(content.zone);
  const StayLength& stay = content.stay;
  if (!signer || !zone_text || !IsDocumentText(content.travel_document) ||
      !content.issued_on.ok() || !content.signed_on.ok() || !FitsByte(content.entries) ||
      stay.days < 0 || stay.days >= 31 || stay.months < 0 || stay.months >= 12 ||
      !FitsByte(stay.years)) {
    return std::nullopt;
  }
  const std::string stay_bytes = {static_cast<char>(stay.days), static_cast<char>(stay.months),
                                  static_cast<char>(stay.years)};
  std::string seal = {static_cast<char>(kMagic), static_cast<char>(kVersion)};
  seal +=
      *EncodeC40(kCountry) + *signer + DateBytes(content.issued_on) + DateBytes(content.signed_on);
  seal += kProfile;
  seal += Message(kZone, *EncodeC40(*zone_text));
  seal += Message(kEntries, std::string(1, static_cast<char>(content.entries)));
  seal += Message(kStay, stay_bytes);
  seal += Message(kTravelDocument, *EncodeC40(content.travel_document));
  return seal;
}

std::string WithSignature(std::string_view unsigned_seal, std::string_view signature) {
  return std::string(unsigned_seal) + Message(kEnd, signature);
}

std::string_view Code(SealFault fault) {
  switch (fault) {
    case SealFault::kNoSeal:
      return "no-seal";
    case SealFault::kVersion:
      return "version";
    case SealFault::kCountry:
      return "country";
    case SealFault::kSigner:
      return "signer";
    case SealFault::kDate:
      return "date";
    case SealFault::kProfile:
      return "profile";
    case SealFault::kMessage:
      return "message";
    case SealFault::kZone:
      return "zone";
    case SealFault::kStay:
      return "stay";
    case SealFault::kTravelDocument:
      return "travel-document";
    case SealFault::kSignature:
      return "signature";
    case SealFault::kTruncated:
      return "truncated";
    case SealFault::kTrailing:
      return "trailing";
  }
  return "";
}

tl::expected<SealReading, SealFault> ReadSeal(std::string_view bytes) {
  return Reader(bytes).Read();
}

std::optional<std::string> SealNumber(std::string_view permit_number,
                                      std::span<const std::string> units) {
  if (!IsReceiptNumber(permit_number)) return std::nullopt;
  const auto unit = std::ranges::find(units, permit_number.substr(kYear, kUnit));
  const auto place = static_cast<std::size_t>(unit - units.begin());
  if (unit == units.end() || place >= kUnitPlaces.size()) return std::nullopt;
  std::string number(permit_number.substr(0, kYear));
  number += permit_number.substr(kYear + kUnit);
  if (place > 0) number += kUnitPlaces[place];
  return number;
}

std::optional<std::string> PermitNumber(std::string_view seal_number,
                                        std::span<const std::string> units) {
  constexpr std::size_t kSerial = 5;
  if (seal_number.size() < kYear + kSerial || seal_number.size() > kVisaNumber) return std::nullopt;
  const char unit = seal_number.size() == kVisaNumber ? seal_number.back() : kUnitPlaces.front();
  const std::size_t place = kUnitPlaces.find(unit);
  if (place >= units.size()) return std::nullopt;
  std::string number(seal_number.substr(0, kYear));
  number += units[place];
  number += seal_number.substr(kYear, kSerial);
  return IsReceiptNumber(number) ? std::optional(number) : std::nullopt;
}

}  // namespace permit
