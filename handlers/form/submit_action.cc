#include "handlers/form/submit_action.h"

#include <algorithm>

#include "handlers/form/form_place.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/page_fields.h"

namespace permit {
namespace {

bool Asks(std::string_view action, std::string_view word) {
  if (!word.ends_with(':')) return action == word;
  return action.starts_with(word) && action.size() > word.size();
}

bool BringsSomething(const Request& request) {
  const auto& entries = request.form.entries();
  constexpr std::string_view kOfThePage[] = {"csrf",     kIdempotencyField, kRevisionField,
                                             kPageField, kSectionField,     kFromField};
  return !request.files.empty() ||
         std::any_of(entries.begin(), entries.end(), [&](const auto& one) {
           return std::find(std::begin(kOfThePage), std::end(kOfThePage), one.first) ==
                  std::end(kOfThePage);
         });
}

}  // namespace

std::string ReadSubmitAction(const Request& request, std::span<const std::string_view> words) {
  const std::string_view action = request.form.Get("do");
  if (!request.form.Has("do")) {
    if (!BringsSomething(request)) throw HttpError(400, "the form is empty");
    return {};
  }
  const bool known = std::any_of(words.begin(), words.end(),
                                 [&](std::string_view word) { return Asks(action, word); });
  if (!known) throw HttpError(400, "no button of the form asks for that");
  return std::string(action);
}

}  // namespace permit
