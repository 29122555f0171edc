#include "views/dictionary.h"

#include <array>
#include <charconv>

#include "views/dictionary_tree.h"

namespace permit::views {

Dictionary::Dictionary() : root_(std::make_unique<DictionaryTree>()), place_(&root_->root()) {}
Dictionary::Dictionary(DictionaryNode* place) : place_(place) {}
Dictionary::~Dictionary() = default;
Dictionary::Dictionary(Dictionary&& other) noexcept = default;

Dictionary& Dictionary::Text(std::string_view marker, std::string_view value) {
  place_->Set(marker, value);
  return *this;
}

Dictionary& Dictionary::Number(std::string_view marker, std::int64_t value) {
  std::array<char, 20> digits{};  // of the smallest, with its sign
  const auto [end, error] = std::to_chars(digits.begin(), digits.end(), value);
  return Text(marker,
              std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

Dictionary& Dictionary::TextEverywhere(std::string_view marker, std::string_view value) {
  place_->tree().everywhere().Set(marker, value);
  return *this;
}

Dictionary& Dictionary::Show(std::string_view section) {
  place_->ShowSection(section);
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
  return Dictionary(place_->AddSection(section));
}

Dictionary Dictionary::Include(std::string_view marker, std::string_view template_name) {
  return Dictionary(place_->AddInclude(marker, template_name));
}

}  // namespace permit::views
