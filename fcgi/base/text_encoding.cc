#include "fcgi/base/text_encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>

namespace permit {
namespace {

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Whether every byte has a meaning in it.
bool IsWhole(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Close> converter(ucnv_open(encoding, &status));
  if (U_FAILURE(status)) return false;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::u16string room(bytes.size() + 1, u'\0');
  ucnv_toUChars(converter.get(), room.data(), static_cast<int32_t>(room.size()), bytes.data(),
                static_cast<int32_t>(bytes.size()), &status);
  return U_SUCCESS(status);
}

// Most byte pairs are characters in both encodings. The second byte of a pair is below 0x80 in
// every third of Big5's, and in GB18030 only in those of rare characters.
bool LooksLikeBig5(std::string_view bytes) {
  std::size_t pairs = 0;
  std::size_t low = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) continue;
    ++i;
    ++pairs;
    low += static_cast<unsigned char>(bytes[i]) < 0x80;
  }
  return low * 8 > pairs;
}

}  // namespace

std::string OtherEncoding(std::string_view bytes) {
  const bool marked = bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");
  if (marked || bytes.find('\0') != std::string_view::npos) return "UTF-16";
  if (IsWhole(bytes, "UTF-8")) return {};
  const bool big5 = IsWhole(bytes, "Big5");
  const bool gb18030 = IsWhole(bytes, "GB18030");
  if (big5 && (!gb18030 || LooksLikeBig5(bytes))) return "Big5";
  if (gb18030) return "GB18030";
  return "an unknown encoding";
}

std::string DecodeBig5(std::string_view bytes) {
  constexpr std::string_view kReplacement = "\xef\xbf\xbd";
  std::string text;
  std::string wide;
  if (std::all_of(bytes.begin(), bytes.end(),
                  [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    wide = bytes;
  } else {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, Close> converter(ucnv_open("Big5", &status));
    std::u16string room(bytes.size() * 2 + 1, u'\0');
    const int32_t length =
        U_FAILURE(status)
            ? 0
            : ucnv_toUChars(converter.get(), room.data(), static_cast<int32_t>(room.size()),
                            bytes.data(), static_cast<int32_t>(bytes.size()), &status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU does not read Big5");
    icu::UnicodeString(room.data(), length).toUTF8String(wide);
  }
  for (const char c : wide) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) {
      text += kReplacement;
    } else {
      text += c;
    }
  }
  return text;
}

}  // namespace permit
