#include "handlers/web/form.h"

#include <algorithm>
#include <string>

#include "handlers/web/idempotency.h"

namespace permit {
namespace {

constexpr std::size_t kLongestWord = 200;
constexpr std::size_t kLongestBytes = 4096;  // as base64url

// Of every form; checked by CheckFormToken and RunOnce.
constexpr FormEntry kEveryForms[] = {{"csrf", Writer::kPage}, {kIdempotencyField, Writer::kPage}};

const FormEntry* FindEntry(const FormShape& shape, std::string_view name) {
  auto named = [&](const FormEntry& entry) { return entry.name == name; };
  auto every = std::find_if(std::begin(kEveryForms), std::end(kEveryForms), named);
  if (every != std::end(kEveryForms)) return every;
  auto own = std::find_if(shape.entries.begin(), shape.entries.end(), named);
  return own == shape.entries.end() ? nullptr : &*own;
}

bool IsPageWord(std::string_view value) {
  return value.size() <= kLongestWord &&
         std::all_of(value.begin(), value.end(), [](char c) { return c > ' ' && c <= '~'; });
}

bool IsScriptBytes(std::string_view value) {
  return value.size() <= kLongestBytes && std::all_of(value.begin(), value.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '-' || c == '_';
         });
}

bool CouldHaveWritten(Writer writer, std::string_view value) {
  switch (writer) {
    case Writer::kPerson:
      return true;
    case Writer::kPage:
      return IsPageWord(value);
    case Writer::kScript:
      return IsScriptBytes(value);
  }
  return false;
}

}  // namespace

void CheckFormShape(const Request& request, const FormShape& shape) {
  if (!shape.files && !request.files.empty()) throw HttpError(400, "the form takes no files");
  for (const auto& [name, value] : request.form.entries()) {
    const FormEntry* entry = FindEntry(shape, name);
    if (entry == nullptr) throw HttpError(400, "the form has no field " + name);
    if (!entry->many && request.form.Count(name) > 1) {
      throw HttpError(400, "the form's field came twice: " + name);
    }
    if (!CouldHaveWritten(entry->writer, value)) {
      throw HttpError(400, "no page writes this into the field " + name);
    }
  }
}

}  // namespace permit
