// The tree behind Dictionary, as ctemplate reads it. ctemplate's own TemplateDictionary keeps
// several maps for each row and hashes every marker; a page sets each marker once and reads it
// about once, for which short lists are enough.
//
// Where a name is looked for: in the node, then in those around it up to the root of its template,
// then, for a text alone, in what the root set everywhere. Names and texts are copied into the
// tree's memory, which goes with the tree.
#pragma once

#include <memory_resource>
#include <string>
#include <string_view>
#include <utility>

#include <ctemplate/template_dictionary_interface.h>

namespace permit::views {

class DictionaryTree;

class DictionaryNode final : public ctemplate::TemplateDictionaryInterface {
 public:
  // `outer`: null for the root of a template. `template_name`: of an included template, else null;
  // it lives as long as the tree.
  DictionaryNode(DictionaryTree& tree, const DictionaryNode* outer, const char* template_name)
      : tree_(tree), outer_(outer), template_name_(template_name) {}
  DictionaryNode(const DictionaryNode&) = delete;
  DictionaryNode& operator=(const DictionaryNode&) = delete;

  DictionaryTree& tree() const { return tree_; }

  // The last text that is set for a marker counts.
  void Set(std::string_view marker, std::string_view text);
  // One row, unless there is one.
  void ShowSection(std::string_view section);
  DictionaryNode* AddSection(std::string_view section);
  DictionaryNode* AddInclude(std::string_view marker, std::string_view template_name);

 private:
  enum class Kind { kSection, kInclude };
  struct Value {
    std::string_view marker;
    std::string_view text;
    Value* next;
  };
  struct Rows {
    Kind kind;
    std::string_view name;
    DictionaryNode* first;
    DictionaryNode* last;
    Rows* next;
  };
  class RowIterator;

  Value* FindValue(std::string_view marker) const;
  Rows* FindOwnRows(Kind kind, std::string_view name) const;
  const Rows* FindRows(Kind kind, const ctemplate::TemplateString& name) const;
  Rows& OwnRows(Kind kind, std::string_view name);
  DictionaryNode* Append(Rows& rows, const DictionaryNode* outer, const char* template_name);

  ctemplate::TemplateString GetValue(const ctemplate::TemplateString& marker) const override;
  bool IsHiddenSection(const ctemplate::TemplateString& name) const override;
  bool IsUnhiddenSection(const ctemplate::TemplateString& name) const override;
  bool IsHiddenTemplate(const ctemplate::TemplateString& marker) const override;
  // ctemplate asks for the rows of what is not hidden alone.
  const char* GetIncludeTemplateName(const ctemplate::TemplateString& marker,
                                     int number) const override;
  Iterator* CreateTemplateIterator(const ctemplate::TemplateString& marker) const override;
  Iterator* CreateSectionIterator(const ctemplate::TemplateString& name) const override;
  void DumpToString(std::string* out, int level) const override;

  DictionaryTree& tree_;
  const DictionaryNode* outer_;
  const char* template_name_;
  DictionaryNode* next_ = nullptr;  // of the same rows
  Value* values_ = nullptr;
  Rows* rows_ = nullptr;
};

class DictionaryTree {
 public:
  DictionaryNode& root() { return root_; }
  // What every template of the tree sees.
  DictionaryNode& everywhere() { return everywhere_; }

  // Followed by a zero byte.
  std::string_view Copy(std::string_view text);

  // Lives as long as the tree; its destructor is not called.
  template <class T, class... Parts>
  T* New(Parts&&... parts) {
    return new (memory_.allocate(sizeof(T), alignof(T))) T{std::forward<Parts>(parts)...};
  }

 private:
  static constexpr std::size_t kUsualBytes = 16384;  // of a page; more is taken when it is needed

  std::pmr::monotonic_buffer_resource memory_{kUsualBytes};
  DictionaryNode everywhere_{*this, nullptr, nullptr};
  DictionaryNode root_{*this, nullptr, nullptr};
};

}  // namespace permit::views
