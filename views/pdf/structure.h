// The structure of a paper for readers that speak or reflow it: a tree of elements, and for each
// piece of a page's content the element it belongs to (ISO 32000-1, 14.6 to 14.8).
//
// cairo 1.16 knows neither artifacts nor the attributes of elements, and marks no text of an
// element that holds others. So the canvas has cairo mark each piece with a tag that says nothing,
// in the order in which the pieces are drawn, and this class puts the true marks and its own tree
// into the finished file.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "views/pdf/paper.h"
#include "views/pdf/pdf_file.h"

namespace permit::views {

struct Tag {
  std::string type;                // "P", "TH", "Figure" … of the standard structure types
  std::string_view language = {};  // of what is in it; empty: as around it
  std::string alternative = {};    // the words for what a figure shows
  const char* scope = nullptr;     // of a header cell: "Row" or "Column"
  int columns = 1;                 // that a cell spans
  Box box = {};                    // of a figure
};

class Structure {
 public:
  static constexpr int kRoot = -1;  // the parent of the outermost element

  // The language is that of the document.
  explicit Structure(std::string language) : language_(std::move(language)) {}

  int Add(int parent, Tag tag);  // the new element, behind the others of its parent

  // Whether it only holds other elements, so that text in it needs one of its own.
  bool IsGroup(int element) const;
  bool IsFigure(int element) const;
  std::string_view LanguageOf(int element) const;

  // Notes the next piece of content of the page (from 1): of an element, or an artifact, which is
  // ornament or, as pagination, what comes again on each page.
  void BeginContent(int page, int element);
  void BeginArtifact(int page, bool pagination);

  // Makes the box a link to the address, which is plain ASCII; the element is of the type Link.
  void AddLink(int page, int element, const Box& box, std::string_view address);

  bool empty() const { return elements_.empty(); }

  // The page's content with cairo's marks replaced by those that were noted.
  std::string Marked(std::string_view content, int page) const;

  // Puts the tree into the bodies in place of cairo's, with what pages and catalog say of it.
  void WriteInto(const PdfFile& file, std::map<int, std::string>& bodies) const;

  // cairo's tag for a piece; what it means is noted here.
  static constexpr const char* kPlaceholder = "Span";

 private:
  struct Piece {
    int page = 1;
    int number = 0;  // among the page's pieces that are no artifacts: its MCID
  };
  struct Link {
    int page = 1;
    int element = 0;
    Box box;
    std::string address;
  };
  struct Kid {
    enum class Kind { kElement, kPiece, kLink } kind;
    int index;  // of an element or a link
    Piece piece;
  };
  struct Element {
    Tag tag;
    int parent = kRoot;
    std::vector<Kid> kids;
  };
  struct PageContent {
    std::vector<std::string> marks;  // the operators that begin the pieces
    std::vector<int> owners;         // by MCID
  };
  struct Numbers;

  PageContent& Page(int page);
  std::string ElementBody(const Element& element, const Numbers& numbers) const;
  std::string LinkBody(int link, const Numbers& numbers) const;
  std::string ParentTree(const Numbers& numbers) const;
  void ChangePages(const PdfFile& file, const Numbers& numbers,
                   std::map<int, std::string>& bodies) const;

  std::string language_;
  std::vector<Element> elements_;
  std::vector<Link> links_;
  std::vector<PageContent> pages_;
};

}  // namespace permit::views
