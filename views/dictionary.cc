#include "views/dictionary.h"

#include <cstring>

#include <ctemplate/template_dictionary.h>

namespace permit::views {
namespace {

ctemplate::TemplateString Name(std::string_view text) {
  return ctemplate::TemplateString(text.data(), text.size());
}

}  // namespace

Dictionary::Dictionary()
    : root_(std::make_unique<ctemplate::TemplateDictionary>("page")), place_(root_.get()) {}
Dictionary::Dictionary(ctemplate::TemplateDictionary* place) : place_(place) {}
Dictionary::~Dictionary() = default;
Dictionary::Dictionary(Dictionary&& other) noexcept = default;

Dictionary& Dictionary::Text(std::string_view marker, std::string_view value) {
  place_->SetValue(Name(marker), Name(value));
  return *this;
}

Dictionary& Dictionary::Number(std::string_view marker, std::int64_t value) {
  place_->SetIntValue(Name(marker), static_cast<long>(value));
  return *this;
}

Dictionary& Dictionary::TextEverywhere(std::string_view marker, std::string_view value) {
  place_->SetTemplateGlobalValue(Name(marker), Name(value));
  return *this;
}

Dictionary& Dictionary::Show(std::string_view section) {
  place_->ShowSection(Name(section));
  return *this;
}

Dictionary& Dictionary::ShowIf(bool shown, std::string_view section) {
  return shown ? Show(section) : *this;
}

Dictionary& Dictionary::Choose(bool first, std::string_view if_true, std::string_view if_false) {
  return Show(first ? if_true : if_false);
}

Dictionary& Dictionary::ShowText(std::string_view section, std::string_view value) {
  if (!value.empty()) Add(section).Text("VALUE", value);
  return *this;
}

Dictionary Dictionary::Add(std::string_view section) {
  return Dictionary(place_->AddSectionDictionary(Name(section)));
}

Dictionary Dictionary::Include(std::string_view marker, std::string_view template_name) {
  ctemplate::TemplateDictionary* place = place_->AddIncludeDictionary(Name(marker));
  place->SetFilename(Name(template_name));
  return Dictionary(place);
}

}  // namespace permit::views
