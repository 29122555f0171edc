#include "handlers/rules/c40.h"

namespace permit {
namespace {

constexpr unsigned kFiller = 3;
constexpr unsigned kDigits = 4;
constexpr unsigned kLetters = 14;
constexpr unsigned kValues = 40;
constexpr unsigned char kAsciiNext = 0xFE;

std::optional<unsigned> ValueOf(char c) {
  if (c == '<' || c == ' ') return kFiller;
  if (c >= '0' && c <= '9') return kDigits + static_cast<unsigned>(c - '0');
  if (c >= 'A' && c <= 'Z') return kLetters + static_cast<unsigned>(c - 'A');
  return std::nullopt;
}

std::optional<char> CharacterOf(unsigned value) {
  if (value < kFiller || value >= kValues) return std::nullopt;
  if (value == kFiller) return '<';
  if (value < kLetters) return static_cast<char>('0' + value - kDigits);
  return static_cast<char>('A' + value - kLetters);
}

void Append(std::string& bytes, unsigned number) {
  bytes += static_cast<char>(number >> 8);
  bytes += static_cast<char>(number & 0xFF);
}

}  // namespace

std::optional<std::string> EncodeC40(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); at += 3) {
    const std::string_view part = text.substr(at, 3);
    unsigned values[3] = {};
    for (std::size_t i = 0; i < part.size(); ++i) {
      const auto value = ValueOf(part[i]);
      if (!value) return std::nullopt;
      values[i] = *value;
    }
    if (part.size() == 1) {
      Append(bytes,
             kAsciiNext * 256U + static_cast<unsigned char>(part[0] == ' ' ? '<' : part[0]) + 1);
    } else {
      Append(bytes, kValues * kValues * values[0] + kValues * values[1] + values[2] + 1);
    }
  }
  return bytes;
}

std::optional<std::string> DecodeC40(std::string_view bytes) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    const bool last = at + 2 == bytes.size();
    const auto high = static_cast<unsigned char>(bytes[at]);
    const auto low = static_cast<unsigned char>(bytes[at + 1]);
    if (high == kAsciiNext) {
      const char single = static_cast<char>(low - 1);
      if (!last || low == 0 || single == ' ' || !ValueOf(single)) return std::nullopt;
      text += single;
      continue;
    }
    const unsigned number = high * 256U + low;
    if (number == 0 || number > kValues * kValues * kValues) return std::nullopt;
    const unsigned values[3] = {(number - 1) / (kValues * kValues),
                                (number - 1) / kValues % kValues, (number - 1) % kValues};
    for (int i = 0; i < 3; ++i) {
      if (i == 2 && last && values[i] == 0) continue;
      const auto character = CharacterOf(values[i]);
      if (!character) return std::nullopt;
      text += *character;
    }
  }
  return text;
}

}  // namespace permit
