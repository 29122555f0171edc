#include "fcgi/http/form.h"

#include "fcgi/base/crypto.h"
#include "fcgi/http/limits.h"
#include "fcgi/http/request.h"
#include "fcgi/http/text.h"

namespace permit {
namespace {

std::string Decode(std::string_view text) {
  auto decoded = PercentDecode(text, PlusSign::kIsSpace);
  if (!decoded) throw HttpError(400, "malformed percent-encoding in a field");
  return *std::move(decoded);
}

// Calls `take(name, value)`, both still encoded, for each pair that is not empty.
template <class Take>
void ForEachPair(std::string_view text, const Take& take) {
  while (!text.empty()) {
    std::string_view pair = text.substr(0, text.find('&'));
    text.remove_prefix(pair.size() < text.size() ? pair.size() + 1 : pair.size());
    if (pair.empty()) continue;
    std::size_t equals = pair.find('=');
    std::string_view value;
    if (equals != std::string_view::npos) value = pair.substr(equals + 1);
    take(pair.substr(0, equals), value);
  }
}

std::optional<HttpError> FieldFault(std::string_view name, std::string_view value) {
  if (name.empty()) return HttpError(400, "a field without a name");
  if (name.size() > limits::kNameBytes) return HttpError(413, "the name of a field is too long");
  if (value.size() > limits::kValueBytes) return HttpError(413, "the value of a field is too long");
  if (HasControl(name)) return HttpError(400, "control character in the name of a field");
  if (!IsWellFormedUtf8(name) || !IsWellFormedUtf8(value)) {
    return HttpError(400, "a field is not UTF-8");
  }
  if (value.find('\0') != std::string_view::npos) {
    return HttpError(400, "NUL in the value of a field");
  }
  return std::nullopt;
}

}  // namespace

void ParseUrlEncoded(std::string_view text, Params& into) {
  ForEachPair(text, [&](std::string_view name, std::string_view value) {
    AddField(Decode(name), Decode(value), into);
  });
}

void ParseQuery(std::string_view text, Params& into) {
  ForEachPair(text, [&](std::string_view raw_name, std::string_view raw_value) {
    std::string name = LenientPercentDecode(raw_name, PlusSign::kIsSpace);
    std::string value = LenientPercentDecode(raw_value, PlusSign::kIsSpace);
    const bool fits = into.entries().size() < limits::kFields && !FieldFault(name, value);
    if (fits) into.Add(std::move(name), std::move(value));
  });
}

std::string QueryText(const Params& query) {
  std::string text;
  for (const auto& [name, value] : query.entries()) {
    text += text.empty() ? '?' : '&';
    text += PercentEncode(name) + '=' + PercentEncode(value);
  }
  return text;
}

void AddField(std::string name, std::string value, Params& into) {
  if (into.entries().size() >= limits::kFields) throw HttpError(413, "too many fields");
  if (auto fault = FieldFault(name, value)) throw *std::move(fault);
  into.Add(std::move(name), std::move(value));
}

}  // namespace permit
