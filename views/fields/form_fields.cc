#include "views/fields/form_fields.h"

#include <algorithm>
#include <sstream>

#include "views/dictionary.h"
#include "views/page.h"

namespace permit::views {
namespace {

// A field of several files has a line for each that is refused.
void ShowError(Page& page, Dictionary& field, const std::string& error, std::string_view anchor) {
  if (error.empty()) return;
  Dictionary message = field.Add("ERROR");
  std::istringstream lines(error);
  for (std::string line; std::getline(lines, line);) {
    message.Add("LINE").Text("VALUE", line);
    page.AddError({std::string(anchor), line});
  }
}

// `anchor` is the element that the error summary leads to.
Dictionary Begin(Page& page, Dictionary& place, std::string_view marker,
                 std::string_view template_name, const FieldHead& head, std::string_view anchor) {
  Dictionary field = place.Include(marker, template_name);
  field.Text("NAME", head.name).Text("LABEL", head.label);
  const bool hinted = !head.hint.empty() || !head.condition.empty();
  if (hinted) field.Add("HINT").Text("VALUE", head.hint).ShowText("CONDITION", head.condition);
  ShowError(page, field, head.error, anchor);
  if (head.asked) field.Choose(head.required, "REQUIRED", "OPTIONAL");
  field.ShowIf(hinted || !head.error.empty(), "DESCRIBED");
  return field;
}

void ShowCapitals(Dictionary& field, const std::string& capitals) {
  if (!capitals.empty()) field.Add("AS_TYPED").Text("VALUE", capitals);
}

void ShowNumber(Dictionary& field, std::string_view section, int number) {
  if (number > 0) field.Add(section).Number("VALUE", number);
}

}  // namespace

void AddField(Page& page, Dictionary& place, std::string_view marker, const TextField& text) {
  Dictionary field = Begin(page, place, marker, "fields/field_text.tpl", text.head, text.head.name);
  field.Text("VALUE", text.value).Text("TYPE", text.type);
  field.ShowText("AUTOCOMPLETE", text.autocomplete).ShowText("INPUT_MODE", text.input_mode);
  ShowNumber(field, "MAX_LENGTH", text.max_length);
  ShowNumber(field, "WIDTH", text.width);
  field.ShowIf(text.read_only, "READ_ONLY").ShowIf(text.ltr_code, "CODE");
  ShowCapitals(field, text.capitals.empty() && text.ltr_code ? "none" : text.capitals);
}

void AddField(Page& page, Dictionary& place, std::string_view marker, const DateField& date) {
  Dictionary field = Begin(page, place, marker, "fields/field_text.tpl", date.head, date.head.name);
  field.Text("VALUE", date.value).Text("TYPE", "text").Show("CODE");
  ShowCapitals(field, "none");
  if (date.birthday) field.ShowText("AUTOCOMPLETE", "bday");
  ShowNumber(field, "MAX_LENGTH", date.max_length);
  ShowNumber(field, "WIDTH", 10);
}

void AddField(Page& page, Dictionary& place, std::string_view marker, const AreaField& area) {
  Dictionary field = Begin(page, place, marker, "fields/field_area.tpl", area.head, area.head.name);
  field.Text("VALUE", area.value).Number("ROWS", area.rows);
  ShowNumber(field, "MAX_LENGTH", area.max_length);
}

void AddRadios(Page& page, Dictionary& place, std::string_view marker, const ChoiceField& choices) {
  Dictionary field =
      Begin(page, place, marker, "fields/field_radios.tpl", choices.head, choices.head.name + "-1");
  field.ShowIf(choices.inline_choices, "INLINE");
  int number = 0;
  for (const Option& choice : choices.choices) {
    Dictionary row = field.Add("CHOICE");
    row.Number("NUMBER", ++number).Text("VALUE", choice.value).Text("CHOICE_LABEL", choice.label);
    row.ShowText("CHOICE_HINT", choice.hint).ShowIf(choice.value == choices.value, "CHOSEN");
  }
}

void AddSelect(Page& page, Dictionary& place, std::string_view marker, const ChoiceField& choices) {
  Dictionary field =
      Begin(page, place, marker, "fields/field_select.tpl", choices.head, choices.head.name);
  for (const Option& choice : choices.choices) {
    Dictionary row = field.Add("CHOICE");
    row.Text("VALUE", choice.value).Text("CHOICE_LABEL", choice.label);
    row.ShowIf(choice.value == choices.value, "CHOSEN");
  }
}

void AddField(Page& page, Dictionary& place, std::string_view marker, const TickField& tick) {
  Dictionary field = Begin(page, place, marker, "fields/field_tick.tpl", tick.head, tick.head.name);
  field.ShowIf(tick.ticked, "CHOSEN");
}

void AddField(Page& page, Dictionary& place, std::string_view marker, const TicksField& ticks) {
  Dictionary field =
      Begin(page, place, marker, "fields/field_ticks.tpl", ticks.head, ticks.head.name + "-1");
  int number = 0;
  for (const Option& choice : ticks.choices) {
    const bool ticked = std::count(ticks.values.begin(), ticks.values.end(), choice.value) > 0;
    Dictionary row = field.Add("CHOICE");
    row.Number("NUMBER", ++number).Text("VALUE", choice.value).Text("CHOICE_LABEL", choice.label);
    row.ShowText("CHOICE_HINT", choice.hint).ShowIf(ticked, "CHOSEN");
  }
}

void AddField(Page& page, Dictionary& place, std::string_view marker, const FileField& file) {
  Dictionary field = Begin(page, place, marker, "fields/field_file.tpl", file.head, file.head.name);
  field.ShowText("ACCEPT", file.accept).ShowIf(file.several, "SEVERAL");
}

void AddField(Page& page, Dictionary& place, std::string_view marker, const FixedField& fixed) {
  Dictionary field =
      Begin(page, place, marker, "fields/field_fixed.tpl", fixed.head, fixed.head.name);
  field.Text("VALUE", fixed.value).Choose(!fixed.value.empty(), "GIVEN", "NOT_GIVEN");
}

void AddField(Page& page, std::string_view marker, const TextField& field) {
  AddField(page, page.content(), marker, field);
}
void AddField(Page& page, std::string_view marker, const DateField& field) {
  AddField(page, page.content(), marker, field);
}
void AddField(Page& page, std::string_view marker, const AreaField& field) {
  AddField(page, page.content(), marker, field);
}
void AddRadios(Page& page, std::string_view marker, const ChoiceField& field) {
  AddRadios(page, page.content(), marker, field);
}
void AddSelect(Page& page, std::string_view marker, const ChoiceField& field) {
  AddSelect(page, page.content(), marker, field);
}
void AddField(Page& page, std::string_view marker, const TickField& field) {
  AddField(page, page.content(), marker, field);
}
void AddField(Page& page, std::string_view marker, const FileField& field) {
  AddField(page, page.content(), marker, field);
}
void AddField(Page& page, std::string_view marker, const FixedField& field) {
  AddField(page, page.content(), marker, field);
}

}  // namespace permit::views
