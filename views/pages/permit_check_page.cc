#include "views/pages/permit_check_page.h"

#include "views/fields/form_fields.h"
#include "views/words/field_messages.h"

namespace permit::views {
namespace {

struct VerdictWords {
  std::string word;
  std::string meaning;
  const char* tone;
};

VerdictWords WordsFor(const Translator& tr, PermitVerdict verdict) {
  switch (verdict) {
    case PermitVerdict::kValid:
      return {tr.In("permit", "Valid"),
              tr("This permit was issued by the agency and is valid today."), "tag-good"};
    case PermitVerdict::kReplaced:
      return {tr.In("permit", "Replaced"),
              tr("The agency has issued a newer permit to replace this one. This permit is no "
                 "longer valid."),
              "tag-ended"};
    case PermitVerdict::kExpired:
      return {tr.In("permit", "Expired"),
              tr("This permit was issued by the agency but has expired."), "tag-ended"};
    case PermitVerdict::kRevoked:
      return {tr.In("permit", "Revoked"),
              tr("The agency has revoked this permit. It is no longer valid."), "tag-bad"};
    case PermitVerdict::kUnknown:
      return {tr.In("permit", "Not found"),
              tr("No permit matches this number and date of birth. Check both against the permit."),
              "tag-bad"};
  }
  return {"", "", ""};
}

void AddVerdict(Page& page, const PermitCheckPage& data) {
  const VerdictWords words = WordsFor(page.tr(), *data.verdict);
  page.content()
      .Add("VERDICT")
      .Text("NUMBER", data.number)
      .Text("WORD", words.word)
      .Text("TONE", words.tone)
      .Text("MEANING", words.meaning)
      .Text("CHECKED_AT", FormatTime(data.checked_at));
}

}  // namespace

std::string RenderPermitCheck(const Renderer& renderer, const PageFrame& frame,
                              const PermitCheckPage& data) {
  Page page(renderer, frame, "pages/permit_check.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Check if a permit is genuine"));
  if (data.verdict) AddVerdict(page, data);
  page.content().ShowIf(data.address_rests, "ADDRESS_RESTS");
  page.content().ShowIf(data.number_rests, "NUMBER_RESTS");

  const std::string number_label = tr("Permit number");
  TextField number;
  number.head = {.name = "number",
                 .label = number_label,
                 .hint = tr("At the top right of the permit."),
                 .error = FieldMessage(tr, number_label, data.errors, "number"),
                 .required = true};
  number.value = data.number;
  number.input_mode = "numeric";
  number.max_length = 40;
  number.width = 20;
  number.ltr_code = true;
  AddField(page, "NUMBER_FIELD", number);

  const std::string birth_label = tr("Holder's date of birth");
  DateField birth_date;
  birth_date.head = {.name = "birth_date",
                     .label = birth_label,
                     .hint = tr("As shown on the permit, for example 2003/01/31."),
                     .error = FieldMessage(tr, birth_label, data.errors, "birth_date"),
                     .required = true};
  birth_date.value = data.birth_date;
  AddField(page, "BIRTH_DATE_FIELD", birth_date);
  return page.Html();
}

}  // namespace permit::views
