#include "views/layout/claims.h"

#include "handlers/rules/application_form.h"
#include "views/layout/answers.h"
#include "views/page.h"

namespace permit::views {
namespace {

std::string Shown(const Translator& tr, const FormField& field, const std::string& value) {
  return value.empty() ? "–" : AnswerText(tr, field, value);
}

}  // namespace

void AddClaims(Page& page, Service service, const FieldLink& link,
               const std::vector<FieldChange>& claims) {
  if (claims.empty()) return;
  const Translator& tr = page.tr();
  Dictionary box = page.content().Add("CLAIMS");
  for (const FieldChange& claim : claims) {
    const FormField* field = FindFormField(service, claim.field);
    if (field == nullptr) continue;
    box.Add("CLAIM")
        .Text("LINK", link(claim.field))
        .Text("TEXT", tr("{FIELD}: the register shows {REGISTERED}, but you entered {CLAIMED}.",
                         {{"FIELD", FieldLabel(tr, *field)},
                          {"REGISTERED", Shown(tr, *field, claim.before)},
                          {"CLAIMED", Shown(tr, *field, claim.after)}}));
  }
}

std::string ClaimText(const Translator& tr, Service service, const FieldChange& claim) {
  const FormField* field = FindFormField(service, claim.field);
  if (field == nullptr) return {};
  return tr(
      "The agency's register shows {VALUE}. Your permit will show this until a reviewer accepts "
      "your answer.",
      {{"VALUE", Shown(tr, *field, claim.before)}});
}

std::string RegisterChangedText(const Translator& tr, Service service,
                                const std::vector<std::string>& fields) {
  std::string labels;
  for (const std::string& name : fields) {
    const FormField* field = FindFormField(service, name);
    if (field == nullptr) continue;
    labels += (labels.empty() ? "" : tr.In("list", ", ")) + FieldLabel(tr, *field);
  }
  return tr(
      "The agency's register has changed since you started: {FIELDS}. The form now shows the new "
      "information.",
      {{"FIELDS", labels}});
}

}  // namespace permit::views
