#include "views/dictionary_tree.h"

#include <cstring>

namespace permit::views {
namespace {

std::string_view View(const ctemplate::TemplateString& text) { return {text.data(), text.size()}; }

}  // namespace

class DictionaryNode::RowIterator final : public Iterator {
 public:
  explicit RowIterator(const DictionaryNode* first) : next_(first) {}
  bool HasNext() const override { return next_ != nullptr; }
  const TemplateDictionaryInterface& Next() override { return *std::exchange(next_, next_->next_); }

 private:
  const DictionaryNode* next_;
};

void DictionaryNode::Set(std::string_view marker, std::string_view text) {
  const std::string_view copy = tree_.Copy(text);
  if (Value* value = FindValue(marker)) {
    value->text = copy;
  } else {
    values_ = tree_.New<Value>(tree_.Copy(marker), copy, values_);
  }
}

void DictionaryNode::ShowSection(std::string_view section) {
  Rows& rows = OwnRows(Kind::kSection, section);
  if (rows.first == nullptr) Append(rows, this, nullptr);
}

DictionaryNode* DictionaryNode::AddSection(std::string_view section) {
  return Append(OwnRows(Kind::kSection, section), this, nullptr);
}

DictionaryNode* DictionaryNode::AddInclude(std::string_view marker,
                                           std::string_view template_name) {
  return Append(OwnRows(Kind::kInclude, marker), nullptr, tree_.Copy(template_name).data());
}

DictionaryNode::Value* DictionaryNode::FindValue(std::string_view marker) const {
  Value* value = values_;
  while (value != nullptr && value->marker != marker) value = value->next;
  return value;
}

DictionaryNode::Rows* DictionaryNode::FindOwnRows(Kind kind, std::string_view name) const {
  Rows* rows = rows_;
  while (rows != nullptr && (rows->kind != kind || rows->name != name)) rows = rows->next;
  return rows;
}

const DictionaryNode::Rows* DictionaryNode::FindRows(Kind kind,
                                                     const ctemplate::TemplateString& name) const {
  for (const DictionaryNode* node = this; node != nullptr; node = node->outer_) {
    if (const Rows* rows = node->FindOwnRows(kind, View(name))) return rows;
  }
  return nullptr;
}

DictionaryNode::Rows& DictionaryNode::OwnRows(Kind kind, std::string_view name) {
  if (Rows* rows = FindOwnRows(kind, name)) return *rows;
  rows_ = tree_.New<Rows>(kind, tree_.Copy(name), nullptr, nullptr, rows_);
  return *rows_;
}

DictionaryNode* DictionaryNode::Append(Rows& rows, const DictionaryNode* outer,
                                       const char* template_name) {
  auto* node = tree_.New<DictionaryNode>(tree_, outer, template_name);
  (rows.last == nullptr ? rows.first : rows.last->next_) = node;
  rows.last = node;
  return node;
}

ctemplate::TemplateString DictionaryNode::GetValue(const ctemplate::TemplateString& marker) const {
  const Value* value = nullptr;
  for (const DictionaryNode* node = this; node != nullptr && value == nullptr;
       node = node->outer_) {
    value = node->FindValue(View(marker));
  }
  if (value == nullptr) value = tree_.everywhere().FindValue(View(marker));
  return value == nullptr ? ctemplate::TemplateString("", 0)
                          : ctemplate::TemplateString(value->text.data(), value->text.size());
}

bool DictionaryNode::IsHiddenSection(const ctemplate::TemplateString& name) const {
  return FindRows(Kind::kSection, name) == nullptr;
}

bool DictionaryNode::IsUnhiddenSection(const ctemplate::TemplateString& name) const {
  return !IsHiddenSection(name);
}

bool DictionaryNode::IsHiddenTemplate(const ctemplate::TemplateString& marker) const {
  return FindRows(Kind::kInclude, marker) == nullptr;
}

const char* DictionaryNode::GetIncludeTemplateName(const ctemplate::TemplateString& marker,
                                                   int number) const {
  const DictionaryNode* node = FindRows(Kind::kInclude, marker)->first;
  while (number-- > 0) node = node->next_;
  return node->template_name_;
}

DictionaryNode::Iterator* DictionaryNode::CreateTemplateIterator(
    const ctemplate::TemplateString& marker) const {
  return new RowIterator(FindRows(Kind::kInclude, marker)->first);
}

DictionaryNode::Iterator* DictionaryNode::CreateSectionIterator(
    const ctemplate::TemplateString& name) const {
  return new RowIterator(FindRows(Kind::kSection, name)->first);
}

// For people who debug: the markers and names of the node, a line each.
void DictionaryNode::DumpToString(std::string* out, int level) const {
  const std::string indent(static_cast<std::size_t>(level), ' ');
  for (const Value* value = values_; value != nullptr; value = value->next) {
    out->append(indent).append(value->marker).append(": ").append(value->text).append("\n");
  }
  for (const Rows* rows = rows_; rows != nullptr; rows = rows->next) {
    out->append(indent).append(rows->name).append("\n");
  }
}

std::string_view DictionaryTree::Copy(std::string_view text) {
  char* copy = static_cast<char*>(memory_.allocate(text.size() + 1, 1));
  std::memcpy(copy, text.data(), text.size());
  copy[text.size()] = '\0';
  return {copy, text.size()};
}

}  // namespace permit::views
