// Reads one field of the application form off its page, as a student sees it.
#pragma once

#include <string>

namespace permit::test {

enum class Shown { kNowhere, kText, kChoice, kRadios, kTicks, kFiles, kFixed };

struct ShownField {
  Shown kind = Shown::kNowhere;
  std::string label;
  std::string value;      // the chosen code, of radio buttons and lists
  bool required = false;  // marked by a star
  bool optional = false;  // said to be
  int max_length = 0;     // 0: none
  std::size_t place = 0;  // on the page; grows downwards
};

// kNowhere when the page has no field of that name.
ShownField ReadField(const std::string& page, const std::string& name);

}  // namespace permit::test
