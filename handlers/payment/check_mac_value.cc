#include "handlers/payment/check_mac_value.h"

#include <algorithm>

#include "fcgi/base/crypto.h"

namespace permit::payment {
namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
char Upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

std::string Map(std::string text, char (*change)(char)) {
  std::transform(text.begin(), text.end(), text.begin(), change);
  return text;
}

}  // namespace

std::string DotNetUrlEncode(std::string_view text) {
  std::string encoded = PercentEncode(text, " -_.!*()");
  for (std::size_t i = encoded.find('%'); i != std::string::npos; i = encoded.find('%', i + 3)) {
    encoded[i + 1] = Lower(encoded[i + 1]);
    encoded[i + 2] = Lower(encoded[i + 2]);
  }
  std::replace(encoded.begin(), encoded.end(), ' ', '+');
  return encoded;
}

std::string CheckMacValue(const Fields& fields, std::string_view hash_key,
                          std::string_view hash_iv) {
  std::vector<std::pair<std::string, const std::pair<std::string, std::string>*>> sorted;
  for (const auto& field : fields) {
    if (field.first != "CheckMacValue") sorted.emplace_back(Map(field.first, Lower), &field);
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string plain = "HashKey=" + std::string(hash_key);
  for (const auto& [key, field] : sorted) plain += '&' + field->first + '=' + field->second;
  plain += "&HashIV=" + std::string(hash_iv);
  return Map(HexEncode(Sha256(Map(DotNetUrlEncode(plain), Lower))), Upper);
}

}  // namespace permit::payment
