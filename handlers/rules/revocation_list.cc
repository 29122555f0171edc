#include "handlers/rules/revocation_list.h"

#include <algorithm>
#include <cstdint>

#include "handlers/rules/case_number.h"

namespace permit {
namespace {

constexpr std::string_view kMagic = "PRL1";
constexpr std::size_t kSigner = 7;
constexpr std::size_t kHead = 4 + kSigner + 8 + 8 + 4;
constexpr std::size_t kNumber = 5;
constexpr std::size_t kEntry = kNumber + 2;
constexpr std::size_t kSignature = 64;
constexpr std::chrono::sys_days kFirstDay = std::chrono::year{2000} / 1 / 1;

void Append(std::string& bytes, std::uint64_t number, std::size_t size) {
  for (std::size_t i = size; i-- > 0;) bytes += static_cast<char>(number >> (8 * i) & 0xFF);
}

std::uint64_t Number(std::string_view bytes) {
  std::uint64_t number = 0;
  for (unsigned char byte : bytes) number = number << 8 | byte;
  return number;
}

std::uint64_t Seconds(std::chrono::sys_seconds time) {
  return static_cast<std::uint64_t>(time.time_since_epoch().count());
}

std::chrono::sys_seconds TimeOf(std::string_view bytes) {
  return std::chrono::sys_seconds(
      std::chrono::seconds(static_cast<std::int64_t>(Number(bytes) & 0xFFFFFFFFFF)));
}

bool InOrder(const std::vector<RevocationEntry>& entries) {
  const auto wrong = std::ranges::adjacent_find(
      entries, [](const auto& one, const auto& next) { return one.number >= next.number; });
  return wrong == entries.end();
}

}  // namespace

std::optional<std::string> WriteRevocationList(const RevocationList& list) {
  if (list.signer.size() != kSigner || !InOrder(list.entries)) return std::nullopt;
  std::string bytes = std::string(kMagic) + list.signer;
  Append(bytes, Seconds(list.made), 8);
  Append(bytes, Seconds(list.next), 8);
  Append(bytes, list.entries.size(), 4);
  for (const RevocationEntry& entry : list.entries) {
    const auto days = (std::chrono::sys_days(entry.since) - kFirstDay).count();
    if (!IsReceiptNumber(entry.number) || days < 0 || days > 0xFFFF) return std::nullopt;
    Append(bytes, std::stoull(entry.number), kNumber);
    Append(bytes, static_cast<std::uint64_t>(days), 2);
  }
  return bytes;
}

std::optional<RevocationReading> ReadRevocationList(std::string_view bytes) {
  if (bytes.size() < kHead + kSignature || !bytes.starts_with(kMagic)) return std::nullopt;
  RevocationReading reading;
  reading.signed_part = bytes.substr(0, bytes.size() - kSignature);
  reading.signature = bytes.substr(bytes.size() - kSignature);
  RevocationList& list = reading.list;
  list.signer = bytes.substr(kMagic.size(), kSigner);
  list.made = TimeOf(bytes.substr(11, 8));
  list.next = TimeOf(bytes.substr(19, 8));
  const std::uint64_t count = Number(bytes.substr(27, 4));
  if (reading.signed_part.size() != kHead + count * kEntry) return std::nullopt;
  for (std::size_t at = kHead; at < reading.signed_part.size(); at += kEntry) {
    std::string number = std::to_string(Number(bytes.substr(at, kNumber)));
    if (number.size() > 12) return std::nullopt;
    number.insert(0, 12 - number.size(), '0');
    const auto days = static_cast<int>(Number(bytes.substr(at + kNumber, 2)));
    list.entries.push_back({std::move(number), Date(kFirstDay + std::chrono::days(days))});
  }
  if (WriteRevocationList(list) != reading.signed_part) return std::nullopt;
  return reading;
}

const RevocationEntry* FindRevoked(const RevocationList& list, std::string_view number) {
  const auto found = std::ranges::lower_bound(list.entries, number, {}, &RevocationEntry::number);
  return found == list.entries.end() || found->number != number ? nullptr : &*found;
}

}  // namespace permit
