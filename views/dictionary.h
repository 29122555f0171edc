// What a template is filled with: texts by marker, sections shown once or as rows, includes.
//
// A Dictionary is one place in a tree; the object made with the default constructor is the root and
// owns the tree, the ones handed out by Add and Include point into it. Texts are copied in.
// Escaping is the template's business: give plain text. A marker that is never set prints nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace permit::views {

class DictionaryNode;
class DictionaryTree;

class Dictionary {
 public:
  Dictionary();
  ~Dictionary();
  Dictionary(Dictionary&& other) noexcept;
  Dictionary& operator=(Dictionary&&) = delete;

  Dictionary& Text(std::string_view marker, std::string_view value);
  Dictionary& Number(std::string_view marker, std::int64_t value);

  // Seen by every include below as well; of the root only.
  Dictionary& TextEverywhere(std::string_view marker, std::string_view value);

  // Shows a section once with this dictionary's own values.
  Dictionary& Show(std::string_view section);
  Dictionary& ShowIf(bool shown, std::string_view section);
  // Templates have no "else": shows one of two sections.
  Dictionary& Choose(bool first, std::string_view if_true, std::string_view if_false);
  // Shows the section with the text as its marker VALUE, unless the text is empty.
  Dictionary& ShowText(std::string_view section, std::string_view value);

  // One more row of a section. Values not set in the row are taken from outside.
  Dictionary Add(std::string_view section);
  // One more copy of a template at `{{>MARKER}}`; it sees nothing of what is outside.
  Dictionary Include(std::string_view marker, std::string_view template_name);

 private:
  friend class Renderer;
  explicit Dictionary(DictionaryNode* place);

  std::unique_ptr<DictionaryTree> root_;
  DictionaryNode* place_;
};

}  // namespace permit::views
