#include "views/pdf/structure.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <set>

namespace permit::views {
namespace {

constexpr double kPageHeight = 297;
constexpr double kPointsPerMillimetre = 72 / 25.4;

std::size_t At(int index) { return static_cast<std::size_t>(index); }
std::string To(int number) { return std::to_string(number) + " 0 R"; }

// A box of the page from its top left corner as the file has it, from the lower left one.
std::string Rectangle(const Box& box) {
  char text[96];
  std::snprintf(text, sizeof text, "[%.2f %.2f %.2f %.2f]", box.x * kPointsPerMillimetre,
                (kPageHeight - box.bottom()) * kPointsPerMillimetre,
                box.right() * kPointsPerMillimetre, (kPageHeight - box.y) * kPointsPerMillimetre);
  return text;
}

// Plain ASCII as a literal string.
std::string Literal(std::string_view ascii) {
  std::string text = "(";
  for (char c : ascii) {
    if (c == '(' || c == ')' || c == '\\') text += '\\';
    text += c;
  }
  return text + ")";
}

std::string Attributes(const Tag& tag) {
  if (tag.scope != nullptr || tag.columns > 1) {
    std::string table = " /A << /O /Table";
    if (tag.scope != nullptr) table.append(" /Scope /").append(tag.scope);
    if (tag.columns > 1) table += " /ColSpan " + std::to_string(tag.columns);
    return table + " >>";
  }
  if (tag.box.width > 0) return " /A << /O /Layout /BBox " + Rectangle(tag.box) + " >>";
  return "";
}

// The end of a literal string that begins at `at`.
std::size_t EndOfString(std::string_view content, std::size_t at) {
  int depth = 0;
  for (; at < content.size(); ++at) {
    if (content[at] == '\\') {
      ++at;
    } else if (content[at] == '(') {
      ++depth;
    } else if (content[at] == ')' && --depth == 0) {
      return at + 1;
    }
  }
  throw PdfFormatError("a string without an end in a page");
}

// All that hangs below cairo's own root, whose numbers are free for the new tree.
std::vector<int> ReplacedObjects(const PdfFile& file, int parent_tree) {
  constexpr std::string_view kElement = "<< /Type /StructElem";
  std::vector<int> numbers;
  for (int number = 1; number < file.size(); ++number) {
    if (file.Has(number) && file.Body(number).starts_with(kElement)) numbers.push_back(number);
  }
  // "/Nums [ 0 22 0 R 1 40 0 R ]": the arrays of the pages.
  const std::string_view tree = file.Dictionary(parent_tree);
  for (std::size_t at = tree.find(" 0 R"); at != tree.npos; at = tree.find(" 0 R", at + 1)) {
    const std::size_t begin = tree.find_last_of(" \n", at - 1) + 1;
    int number = 0;
    std::from_chars(tree.data() + begin, tree.data() + at, number);
    if (!file.Has(number) || !file.Body(number).starts_with("[")) {
      throw PdfFormatError("a parent tree of another kind");
    }
    numbers.push_back(number);
  }
  return numbers;
}

}  // namespace

// The objects that elements, links and pages become.
struct Structure::Numbers {
  int root = 0;
  int parent_tree = 0;
  std::vector<int> pages;
  std::vector<int> elements;
  std::vector<int> links;
};

int Structure::Add(int parent, Tag tag) {
  const int added = static_cast<int>(elements_.size());
  if (parent != kRoot) {
    elements_[At(parent)].kids.push_back({Kid::Kind::kElement, added, {}});
  }
  elements_.push_back({std::move(tag), parent, {}});
  return added;
}

bool Structure::IsGroup(int element) const {
  constexpr std::array<std::string_view, 8> kGroups = {"Document", "Sect", "Div", "Table",
                                                       "TR",       "L",    "LI",  "LBody"};
  return element == kRoot || std::find(kGroups.begin(), kGroups.end(),
                                       elements_[At(element)].tag.type) != kGroups.end();
}

bool Structure::IsFigure(int element) const {
  return element != kRoot && elements_[At(element)].tag.type == "Figure";
}

std::string_view Structure::LanguageOf(int element) const {
  for (; element != kRoot; element = elements_[At(element)].parent) {
    const std::string_view language = elements_[At(element)].tag.language;
    if (!language.empty()) return language;
  }
  return language_;
}

Structure::PageContent& Structure::Page(int page) {
  if (pages_.size() < At(page)) pages_.resize(At(page));
  return pages_[At(page) - 1];
}

void Structure::BeginContent(int page, int element) {
  PageContent& content = Page(page);
  const int number = static_cast<int>(content.owners.size());
  Element& owner = elements_[At(element)];
  content.marks.push_back("/" + owner.tag.type + " << /MCID " + std::to_string(number) +
                          " >> BDC\n");
  content.owners.push_back(element);
  owner.kids.push_back({Kid::Kind::kPiece, 0, {page, number}});
}

void Structure::BeginArtifact(int page, bool pagination) {
  Page(page).marks.emplace_back(pagination ? "/Artifact << /Type /Pagination >> BDC\n"
                                           : "/Artifact BMC\n");
}

void Structure::AddLink(int page, int element, const Box& box, std::string_view address) {
  elements_[At(element)].kids.push_back({Kid::Kind::kLink, static_cast<int>(links_.size()), {}});
  links_.push_back({page, element, box, std::string(address)});
}

std::string Structure::Marked(std::string_view content, int page) const {
  static const std::string kBegin = std::string("/") + kPlaceholder + " << /MCID ";
  constexpr std::string_view kEnd = " >> BDC\n";
  const std::size_t count = pages_.size() < At(page) ? 0 : pages_[At(page) - 1].marks.size();
  std::string marked;
  marked.reserve(content.size() + 16 * count);
  std::size_t next = 0;  // of the marks
  std::size_t copied = 0;
  for (std::size_t at = content.find_first_of("(/"); at != content.npos;
       at = content.find_first_of("(/", at)) {
    if (content[at] == '(') {
      at = EndOfString(content, at);
      continue;
    }
    if (!content.substr(at).starts_with(kBegin)) {
      ++at;
      continue;
    }
    const std::size_t end = content.find(kEnd, at);
    const std::string number = std::to_string(next);
    if (next == count || content.substr(at + kBegin.size(), end - at - kBegin.size()) != number) {
      throw PdfFormatError("a piece of content that nobody noted");
    }
    marked.append(content.substr(copied, at - copied)).append(pages_[At(page) - 1].marks[next]);
    ++next;
    at = copied = end + kEnd.size();
  }
  if (next != count) throw PdfFormatError("a piece of content that is missing");
  return marked.append(content.substr(copied));
}

std::string Structure::ElementBody(const Element& element, const Numbers& numbers) const {
  const int parent = element.parent == kRoot ? numbers.root : numbers.elements[At(element.parent)];
  int page = 0;  // that of its first piece
  std::string kids;
  for (const Kid& kid : element.kids) {
    if (!kids.empty()) kids += ' ';
    switch (kid.kind) {
      case Kid::Kind::kElement:
        kids += To(numbers.elements[At(kid.index)]);
        break;
      case Kid::Kind::kPiece:
        if (page == 0) page = kid.piece.page;
        kids += kid.piece.page == page
                    ? std::to_string(kid.piece.number)
                    : "<< /Type /MCR /Pg " + To(numbers.pages[At(kid.piece.page) - 1]) + " /MCID " +
                          std::to_string(kid.piece.number) + " >>";
        break;
      case Kid::Kind::kLink:
        kids += "<< /Type /OBJR /Pg " + To(numbers.pages[At(links_[At(kid.index)].page) - 1]) +
                " /Obj " + To(numbers.links[At(kid.index)]) + " >>";
        break;
    }
  }
  std::string body = "<< /S /" + element.tag.type + " /P " + To(parent);
  if (page != 0) body += " /Pg " + To(numbers.pages[At(page) - 1]);
  if (!element.tag.language.empty()) body.append(" /Lang ").append(Literal(element.tag.language));
  if (!element.tag.alternative.empty()) body += " /Alt " + PdfText(element.tag.alternative);
  body += Attributes(element.tag);
  if (!kids.empty()) body += " /K [" + kids + "]";
  return body + " >>";
}

std::string Structure::LinkBody(int link, const Numbers& numbers) const {
  const Link& one = links_[At(link)];
  constexpr const char* kPrinted = "4";
  return "<< /Type /Annot /Subtype /Link /Rect " + Rectangle(one.box) + " /Border [0 0 0] /F " +
         kPrinted + " /P " + To(numbers.pages[At(one.page) - 1]) + " /StructParent " +
         std::to_string(numbers.pages.size() + At(link)) + "\n/Contents " + Literal(one.address) +
         "\n/A << /S /URI /URI " + Literal(one.address) + " >> >>";
}

// By number: the pages in their order, then the links.
std::string Structure::ParentTree(const Numbers& numbers) const {
  std::string tree = "<< /Nums [";
  for (std::size_t page = 0; page < pages_.size(); ++page) {
    if (pages_[page].owners.empty()) continue;
    tree += "\n" + std::to_string(page) + " [";
    for (int owner : pages_[page].owners) tree += " " + To(numbers.elements[At(owner)]);
    tree += " ]";
  }
  for (std::size_t link = 0; link < links_.size(); ++link) {
    tree += "\n" + std::to_string(numbers.pages.size() + link) + " " +
            To(numbers.elements[At(links_[link].element)]);
  }
  return tree + " ] >>";
}

void Structure::ChangePages(const PdfFile& file, const Numbers& numbers,
                            std::map<int, std::string>& bodies) const {
  constexpr std::string_view kKey = "   /StructParents ";
  for (std::size_t page = 0; page < numbers.pages.size(); ++page) {
    const int number = numbers.pages[page];
    std::string body(file.Dictionary(number));
    if (const std::size_t key = body.find(kKey); key != body.npos) {
      body.erase(key, body.find('\n', key) + 1 - key);
    }
    std::string entries = "   /StructParents " + std::to_string(page) + "\n   /Tabs /S";
    std::string annotations;
    for (std::size_t link = 0; link < links_.size(); ++link) {
      if (At(links_[link].page) == page + 1) annotations += " " + To(numbers.links[link]);
    }
    if (!annotations.empty()) entries += "\n   /Annots [" + annotations + " ]";
    bodies[number] = WithEntries(body, entries);
  }
}

void Structure::WriteInto(const PdfFile& file, std::map<int, std::string>& bodies) const {
  Numbers numbers;
  numbers.root = Reference(file.Dictionary(file.catalog()), "/StructTreeRoot");
  numbers.parent_tree = Reference(file.Dictionary(numbers.root), "/ParentTree");
  numbers.pages = file.Pages();
  if (pages_.size() > numbers.pages.size()) throw PdfFormatError("a page is missing");

  const std::vector<int> replaced = ReplacedObjects(file, numbers.parent_tree);
  std::size_t reused = 0;
  int added = file.size();
  const auto next = [&] { return reused < replaced.size() ? replaced[reused++] : added++; };
  for (std::size_t i = 0; i < elements_.size(); ++i) numbers.elements.push_back(next());
  for (std::size_t i = 0; i < links_.size(); ++i) numbers.links.push_back(next());
  for (; reused < replaced.size(); ++reused) bodies[replaced[reused]] = "";

  std::string outermost;
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    if (elements_[i].parent == kRoot) outermost += " " + To(numbers.elements[i]);
    bodies[numbers.elements[i]] = ElementBody(elements_[i], numbers);
  }
  for (std::size_t i = 0; i < links_.size(); ++i) {
    bodies[numbers.links[i]] = LinkBody(static_cast<int>(i), numbers);
  }
  bodies[numbers.parent_tree] = ParentTree(numbers);
  bodies[numbers.root] = "<< /Type /StructTreeRoot /K [" + outermost + " ] /ParentTree " +
                         To(numbers.parent_tree) + " /ParentTreeNextKey " +
                         std::to_string(numbers.pages.size() + links_.size()) + " >>";
  ChangePages(file, numbers, bodies);
}

}  // namespace permit::views
