// The fields of a form as a page shows them, and the functions that put them into a template.
//
// A template places a field with `{{>LOGIN_NAME}}`; the page's .cc fills it:
//   AddField(page, "LOGIN_NAME", TextField{.name = "login_name", .label = say("Login account"),
//   …});
// Several fields put at the same marker stand one after the other. All texts are in the page's
// language. A field with an error enters the page's error summary by itself, so add the fields in
// their order on the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace permit::views {

class Dictionary;
class Page;

// What every kind of field has.
struct FieldHead {
  std::string name;  // form name; also its id
  std::string label;
  std::string hint;   // one short sentence, or empty
  std::string error;  // whole sentence, or empty
  bool required = false;
  bool asked = true;      // false: only shown, so neither required nor optional
  std::string condition;  // whole sentence: on which other answer the field depends, or empty
};

struct TextField {
  FieldHead head;
  std::string value;
  std::string type = "text";  // text, email, tel, password, search
  std::string autocomplete;   // a token of the HTML standard: "name", "email", "new-password" …
  std::string input_mode;     // "numeric", "email" …
  int max_length = 0;         // 0: none
  int width = 0;              // in characters: 2 3 4 5 10 20 30; 0 fills the column
  bool read_only = false;     // shown as text that cannot be changed, still sent
  bool ltr_code = false;      // numbers and codes: no spell check, no capitals, tabular figures
  // What phones do to the letters, as HTML's autocapitalize says: "characters", "none"; set, no
  // spell check either. Empty: as they like, for a code "none".
  std::string capitals = {};
};

// An answer that is shown whole and not sent.
struct FixedField {
  FieldHead head;
  std::string value;
};

// A date, asked for as YYYY/MM/DD and read in every form that TidyDate knows.
struct DateField {
  FieldHead head;
  std::string value;  // as typed
  bool birthday = false;
  int max_length = 20;  // of "2003 年 05 月 14 日" with blanks around it
};

struct AreaField {
  FieldHead head;
  std::string value;
  int rows = 4;
  int max_length = 0;
};

struct Option {
  std::string value;
  std::string label;
  std::string hint;
};

// Shown as radio buttons or as a drop-down list (with "請選擇" before the first choice).
struct ChoiceField {
  FieldHead head;
  std::string value;
  std::vector<Option> choices;
  bool inline_choices = false;  // radio buttons side by side; for two or three short ones
};

// Shown as boxes to tick, of which several may be.
struct TicksField {
  FieldHead head;
  std::vector<std::string> values;  // those ticked
  std::vector<Option> choices;
};

struct TickField {
  FieldHead head;  // the label stands beside the box
  bool ticked = false;
};

// Choosing a file; what is already uploaded is the page's own affair.
struct FileField {
  FieldHead head;
  std::string accept;  // "image/jpeg,image/png"
  bool several = false;
};

void AddField(Page& page, std::string_view marker, const TextField& field);
void AddField(Page& page, std::string_view marker, const DateField& field);
void AddField(Page& page, std::string_view marker, const AreaField& field);
void AddRadios(Page& page, std::string_view marker, const ChoiceField& field);
void AddSelect(Page& page, std::string_view marker, const ChoiceField& field);
void AddField(Page& page, std::string_view marker, const TickField& field);
void AddField(Page& page, std::string_view marker, const FileField& field);
void AddField(Page& page, std::string_view marker, const FixedField& field);

// The same below a place other than the content's root (a row, a section).
void AddField(Page& page, Dictionary& place, std::string_view marker, const TextField& field);
void AddField(Page& page, Dictionary& place, std::string_view marker, const DateField& field);
void AddField(Page& page, Dictionary& place, std::string_view marker, const AreaField& field);
void AddRadios(Page& page, Dictionary& place, std::string_view marker, const ChoiceField& field);
void AddSelect(Page& page, Dictionary& place, std::string_view marker, const ChoiceField& field);
void AddField(Page& page, Dictionary& place, std::string_view marker, const TickField& field);
void AddField(Page& page, Dictionary& place, std::string_view marker, const TicksField& field);
void AddField(Page& page, Dictionary& place, std::string_view marker, const FileField& field);
void AddField(Page& page, Dictionary& place, std::string_view marker, const FixedField& field);

}  // namespace permit::views
