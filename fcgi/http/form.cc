#include "fcgi/http/form.h"

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

}  // namespace

void ParseUrlEncoded(std::string_view text, Params& into) {
  while (!text.empty()) {
    std::string_view pair = text.substr(0, text.find('&'));
    text.remove_prefix(pair.size() < text.size() ? pair.size() + 1 : pair.size());
    if (pair.empty()) continue;
    std::size_t equals = pair.find('=');
    std::string_view value;
    if (equals != std::string_view::npos) value = pair.substr(equals + 1);
    AddField(Decode(pair.substr(0, equals)), Decode(value), into);
  }
}

void AddField(std::string name, std::string value, Params& into) {
  if (into.entries().size() >= limits::kFields) throw HttpError(413, "too many fields");
  if (name.empty()) throw HttpError(400, "a field without a name");
  if (name.size() > limits::kNameBytes) throw HttpError(413, "the name of a field is too long");
  if (value.size() > limits::kValueBytes) throw HttpError(413, "the value of a field is too long");
  if (HasControl(name)) throw HttpError(400, "control character in the name of a field");
  if (!IsWellFormedUtf8(name) || !IsWellFormedUtf8(value))
    throw HttpError(400, "a field is not UTF-8");
  if (value.find('\0') != std::string::npos) throw HttpError(400, "NUL in the value of a field");
  into.Add(std::move(name), std::move(value));
}

}  // namespace permit
