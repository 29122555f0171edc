#include "views/dictionary_tree.h"

#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace permit::views {
namespace {

// ctemplate's own dictionary is the witness: whatever is set in both in the same order prints
// alike, whichever template asks for it.
class Pair {
 public:
  Pair(DictionaryNode& ours, ctemplate::TemplateDictionary& theirs, std::mt19937& dice)
      : ours_(ours), theirs_(theirs), dice_(dice) {}

  void Fill(int depth) {
    for (unsigned acts = Below(6); acts > 0; --acts) {
      switch (Below(depth > 0 ? 5 : 3)) {
        case 0:
        case 1:
          SetText();
          break;
        case 2:
          Show(Section());
          break;
        case 3:
          AddSection(Section(), depth);
          break;
        case 4:
          AddInclude(depth);
          break;
      }
    }
  }

 private:
  unsigned Below(unsigned end) { return dice_() % end; }
  // Short-lived, as a caller's may be.
  std::string Marker() { return "MARKER_" + std::string(1, static_cast<char>('A' + Below(4))); }
  std::string Section() { return "SECTION_" + std::string(1, static_cast<char>('A' + Below(3))); }

  void SetText() {
    const std::string marker = Marker();
    const std::string text = "<" + std::to_string(Below(1000)) + ">";
    ours_.Set(marker, text);
    theirs_.SetValue(marker, text);
  }
  void Show(const std::string& section) {
    ours_.ShowSection(section);
    theirs_.ShowSection(section);
  }
  void AddSection(const std::string& section, int depth) {
    Pair(*ours_.AddSection(section), *theirs_.AddSectionDictionary(section), dice_).Fill(depth - 1);
  }
  void AddInclude(int depth) {
    const std::string name = Below(2) == 0 ? "include_a" : "include_b";
    ctemplate::TemplateDictionary* theirs = theirs_.AddIncludeDictionary("INCLUDED");
    theirs->SetFilename(name);
    Pair(*ours_.AddInclude("INCLUDED", name), *theirs, dice_).Fill(depth - 1);
  }

  DictionaryNode& ours_;
  ctemplate::TemplateDictionary& theirs_;
  std::mt19937& dice_;
};

constexpr const char* kTexts = "[{{MARKER_A}}{{MARKER_B:html_escape}}{{MARKER_C}}{{EVERYWHERE}}]";

std::string InEach(const std::string& inside) {
  std::string text;
  for (const char* name : {"SECTION_A", "SECTION_B", "SECTION_C"}) {
    const std::string section = name;
    text += "{{#" + section + "}}(" + inside + "{{#" + section + "_separator}}, {{/" + section +
            "_separator}}){{/" + section + "}}";
  }
  return text;
}

class DictionaryTreeTest : public ::testing::Test {
 protected:
  DictionaryTreeTest() {
    const std::string texts = kTexts;
    Put("page", texts + InEach(texts + InEach(texts + "{{>INCLUDED}}") + "{{>INCLUDED}}") +
                    "{{>INCLUDED}}");
    Put("include_a", "a" + texts + InEach(texts) + "{{>INCLUDED}}");
    Put("include_b", "b" + InEach(texts + InEach(texts)));
    cache_.Freeze();
  }

  std::string Print(const ctemplate::TemplateDictionaryInterface& dictionary) {
    std::string out;
    EXPECT_TRUE(cache_.ExpandNoLoad("page", ctemplate::DO_NOT_STRIP, &dictionary, nullptr, &out));
    return out;
  }

 private:
  void Put(const char* name, const std::string& text) {
    ASSERT_TRUE(cache_.StringToTemplateCache(name, text, ctemplate::DO_NOT_STRIP));
  }

  ctemplate::TemplateCache cache_;
};

TEST_F(DictionaryTreeTest, PrintsAsCtemplatesOwnDictionaryDoes) {
  std::size_t printed = 0;
  for (unsigned seed = 0; seed < 2000; ++seed) {
    std::mt19937 dice(seed);
    DictionaryTree ours;
    ctemplate::TemplateDictionary theirs("page");
    ours.everywhere().Set("EVERYWHERE", "*");
    theirs.SetTemplateGlobalValue("EVERYWHERE", "*");
    Pair(ours.root(), theirs, dice).Fill(4);
    const std::string expected = Print(theirs);
    ASSERT_EQ(Print(ours.root()), expected) << "seed " << seed;
    printed += expected.size();
  }
  EXPECT_GT(printed, 100000U);  // the templates did ask for what was set
}

TEST_F(DictionaryTreeTest, TheLastTextCounts) {
  DictionaryTree tree;
  tree.root().Set("MARKER_A", "first");
  tree.root().Set("MARKER_A", "");
  tree.root().Set("MARKER_B", "<last>");
  EXPECT_EQ(Print(tree.root()), "[&lt;last&gt;]");
}

}  // namespace
}  // namespace permit::views
