#include "fcgi/http/header_params.h"

#include "fcgi/http/request.h"
#include "fcgi/http/text.h"

namespace permit {
namespace {

std::string LowerCase(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// `rest` starts behind the opening quote and is left behind the closing one.
std::string TakeQuoted(std::string_view& rest) {
  std::string value;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (rest[i] == '\\' && i + 1 < rest.size() && rest[i + 1] == '"') {
      value += rest[++i];
    } else if (rest[i] == '"') {
      rest.remove_prefix(i + 1);
      return value;
    } else {
      value += rest[i];
    }
  }
  throw HttpError(400, "a quoted header parameter does not end");
}

}  // namespace

const std::string* HeaderParams::Find(std::string_view name) const {
  for (const auto& [param_name, value] : params) {
    if (param_name == name) return &value;
  }
  return nullptr;
}

HeaderParams ParseHeaderParams(std::string_view value) {
  HeaderParams header;
  std::size_t end = value.find(';');
  header.main = LowerCase(TrimBlanks(value.substr(0, end)));
  std::string_view rest = end == std::string_view::npos ? "" : value.substr(end);
  while (!(rest = TrimBlanks(rest)).empty()) {
    if (rest.front() != ';') throw HttpError(400, "a header parameter is malformed");
    rest = TrimBlanks(rest.substr(1));
    if (rest.empty()) break;
    std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos) throw HttpError(400, "a header parameter has no value");
    std::string name = LowerCase(TrimBlanks(rest.substr(0, equals)));
    if (!IsToken(name)) throw HttpError(400, "a header parameter has a malformed name");
    if (header.Find(name) != nullptr) throw HttpError(400, "a header parameter comes twice");
    rest = TrimBlanks(rest.substr(equals + 1));
    std::string text;
    if (!rest.empty() && rest.front() == '"') {
      rest.remove_prefix(1);
      text = TakeQuoted(rest);
    } else {
      std::string_view plain = rest.substr(0, rest.find(';'));
      rest.remove_prefix(plain.size());
      text = TrimBlanks(plain);
    }
    header.params.emplace_back(std::move(name), std::move(text));
  }
  return header;
}

}  // namespace permit
