#include "tests/handlers/application/form_reader.h"

#include <cstdlib>

#include "tests/support/site/site_fixture.h"

namespace permit::test {
namespace {

constexpr std::size_t kNone = std::string::npos;

std::string Between(const std::string& text, const std::string& before, const std::string& after,
                    std::size_t from = 0) {
  const std::size_t start = text.find(before, from);
  if (start == kNone) return {};
  const std::size_t first = start + before.size();
  const std::size_t end = text.find(after, first);
  return end == kNone ? std::string() : text.substr(first, end - first);
}

// The element that begins with `start`, up to where its end begins.
std::string Element(const std::string& page, const std::string& start, const std::string& tag) {
  const std::size_t at = page.find(start);
  if (at == kNone) return {};
  return page.substr(at, page.find("</" + tag + ">", at) + 1 - at);
}

void ReadLabel(const std::string& label, ShownField& field) {
  const std::string text = Between(label, ">", "<");
  field.label = text.substr(0, text.find("&nbsp;"));
  while (field.label.ends_with(' ')) field.label.pop_back();
  field.required = label.find("class=\"required\"") != kNone;
  field.optional = label.find("class=\"optional\"") != kNone;
}

// The code of the choice that carries `mark`.
std::string Chosen(const std::string& choices, const std::string& mark) {
  const std::size_t at = choices.find("\" " + mark);
  if (at == kNone) return {};
  const std::size_t start = choices.rfind('"', at - 1) + 1;
  return choices.substr(start, at - start);
}

}  // namespace

ShownField ReadField(const std::string& page, const std::string& name) {
  ShownField field;
  field.place = page.find("id=\"" + name + "\"");
  if (field.place == kNone) return field;
  const std::string tag = page.substr(page.rfind('<', field.place) + 1, 6);
  if (tag.starts_with("div")) {
    const std::string group = page.substr(field.place, page.find("\n</div>", field.place));
    const bool several = group.find("<fieldset") < group.find("fixed-value");
    const bool ticks = page.find("type=\"checkbox\" id=\"" + name + "-1\"") != kNone;
    field.kind = !several ? Shown::kFixed : ticks ? Shown::kTicks : Shown::kRadios;
    ReadLabel(several ? Element(group, "<legend", "legend")
                      : Element(group, "<p class=\"govuk-label", "p"),
              field);
    field.value = several ? Chosen(Element(group, "<fieldset", "fieldset"), "checked")
                          : Between(group, "class=\"fixed-value\">", "<");
    return field;
  }
  ReadLabel(Element(page, "<label class=\"govuk-label\" for=\"" + name + "\"", "label"), field);
  const std::string control = page.substr(page.rfind('<', field.place));
  if (tag.starts_with("select")) {
    field.kind = Shown::kChoice;
    field.value = Chosen(Element(control, "<select", "select"), "selected");
    return field;
  }
  const std::string input = control.substr(0, control.find('>'));
  field.kind = input.find("type=\"file\"") == kNone ? Shown::kText : Shown::kFiles;
  field.value = Between(input, " value=\"", "\"");
  field.max_length = std::atoi(Between(input, "maxlength=\"", "\"").c_str());
  return field;
}

}  // namespace permit::test
