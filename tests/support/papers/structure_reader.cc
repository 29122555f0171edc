#include "tests/support/papers/structure_reader.h"

#include <map>
#include <optional>
#include <set>
#include <utility>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFNumberTreeObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace permit::test {
namespace {

using Handle = QPDFObjectHandle;
using Piece = std::pair<int, int>;  // page from 1, MCID

std::string Text(Handle dictionary, const char* key) {
  Handle value = dictionary.getKey(key);
  if (value.isString()) return value.getUTF8Value();
  return value.isName() ? value.getName().substr(1) : "";
}

// Follows the marks of a page's content.
class Marks : public Handle::ParserCallbacks {
 public:
  Marks(int page, StructureFindings& findings, std::set<Piece>& pieces)
      : page_(page), findings_(findings), pieces_(pieces) {}

  void handleObject(Handle object, std::size_t, std::size_t) override {
    if (!object.isOperator()) {
      operands_.push_back(object);
      return;
    }
    const std::string name = object.getOperatorValue();
    if (name == "BDC" || name == "BMC") {
      Begin();
    } else if (name == "EMC") {
      if (!open_) Fault("ends what was not begun");
      open_ = false;
    } else if (Paints(name) && !open_) {
      Fault(name + " in no piece");
    }
    operands_.clear();
  }
  void handleEOF() override {
    if (open_) Fault("a piece without an end");
  }

 private:
  static bool Paints(const std::string& name) {
    static const std::set<std::string> kPainting = {"f",  "F",  "f*", "S",  "s",  "B", "B*", "b",
                                                    "b*", "Do", "sh", "Tj", "TJ", "'", "\"", "EI"};
    return kPainting.count(name) != 0;
  }
  void Begin() {
    if (open_) Fault("a piece in another");
    open_ = true;
    const std::string tag = operands_.at(0).getName();
    if (tag == "/Artifact") {
      ++findings_.artifacts;
      return;
    }
    if (operands_.size() < 2 || !operands_[1].isDictionary() ||
        !operands_[1].getKey("/MCID").isInteger()) {
      return Fault(tag + " without a number");
    }
    const Piece piece{page_, operands_[1].getKey("/MCID").getIntValueAsInt()};
    if (!pieces_.insert(piece).second) Fault("a number twice");
  }
  void Fault(const std::string& what) {
    findings_.faults.push_back("page " + std::to_string(page_) + ": " + what);
  }

  int page_;
  StructureFindings& findings_;
  std::set<Piece>& pieces_;
  std::vector<Handle> operands_;
  bool open_ = false;
};

class Walk {
 public:
  explicit Walk(const std::string& pdf) {
    file_.processMemoryFile("paper", pdf.data(), pdf.size());
    int number = 0;
    for (QPDFPageObjectHelper page : QPDFPageDocumentHelper(file_).getAllPages()) {
      pages_.emplace(page.getObjectHandle().getObjGen(), ++number);
      Marks marks(number, findings_, pieces_);
      page.parseContents(&marks);
    }
  }

  StructureFindings Findings() {
    Handle root = file_.getRoot().getKey("/StructTreeRoot");
    parents_.emplace(root.getKey("/ParentTree"), file_);
    if (!file_.getRoot().getKey("/MarkInfo").getKey("/Marked").isBool()) Fault("is not marked");
    for (Handle kid : Kids(root)) findings_.root.kids.push_back(Element(kid, root));
    for (const Piece& piece : pieces_) {
      if (claimed_.count(piece) == 0) Fault("a piece of no element on page", piece.first);
    }
    return std::move(findings_);
  }

 private:
  static std::vector<Handle> Kids(Handle element) {
    Handle kids = element.getKey("/K");
    if (kids.isNull()) return {};
    return kids.isArray() ? kids.getArrayAsVector() : std::vector<Handle>{kids};
  }

  StructureElement Element(Handle from, Handle parent) {
    StructureElement element{.type = Text(from, "/S"),
                             .language = Text(from, "/Lang"),
                             .alternative = Text(from, "/Alt")};
    if (from.getKey("/P").getObjGen() != parent.getObjGen()) Fault("another parent");
    Handle attributes = from.getKey("/A");
    if (attributes.isDictionary()) {
      element.scope = Text(attributes, "/Scope");
      Handle span = attributes.getKey("/ColSpan");
      if (span.isInteger()) element.columns = span.getIntValueAsInt();
    }
    for (Handle kid : Kids(from)) {
      if (kid.isInteger()) {
        Claim(from, from.getKey("/Pg"), kid);
        ++element.pieces;
      } else if (Text(kid, "/Type") == "MCR") {
        Claim(from, kid.getKey("/Pg"), kid.getKey("/MCID"));
        ++element.pieces;
      } else if (Text(kid, "/Type") == "OBJR") {
        ClaimLink(from, kid.getKey("/Obj"));
        ++element.links;
      } else {
        element.kids.push_back(Element(kid, from));
      }
    }
    return element;
  }

  void Claim(Handle element, Handle page, Handle number) {
    const auto found = pages_.find(page.getObjGen());
    if (found == pages_.end()) return Fault("a piece on no page");
    const Piece piece{found->second, number.getIntValueAsInt()};
    if (pieces_.count(piece) == 0) Fault("an element's piece that is not there, page", piece.first);
    if (!claimed_.insert(piece).second) Fault("a piece of two elements, page", piece.first);
    Handle owners;
    parents_->findObject(page.getKey("/StructParents").getIntValue(), owners);
    if (!owners.isArray() || owners.getArrayNItems() <= piece.second ||
        owners.getArrayItem(piece.second).getObjGen() != element.getObjGen()) {
      Fault("the parent tree names another element, page", piece.first);
    }
  }

  void ClaimLink(Handle element, Handle annotation) {
    Handle owner;
    parents_->findObject(annotation.getKey("/StructParent").getIntValue(), owner);
    if (!owner.isDictionary() || owner.getObjGen() != element.getObjGen()) {
      Fault("the parent tree names another element for a link");
    }
    if (Text(annotation, "/Contents").empty()) Fault("a link without words");
  }

  void Fault(const std::string& what) { findings_.faults.push_back(what); }
  void Fault(const std::string& what, int page) { Fault(what + " " + std::to_string(page)); }

  QPDF file_;
  StructureFindings findings_;
  std::map<QPDFObjGen, int> pages_;
  std::set<Piece> pieces_;   // that the pages have
  std::set<Piece> claimed_;  // that elements have
  std::optional<QPDFNumberTreeObjectHelper> parents_;
};

}  // namespace

StructureFindings ReadStructure(const std::string& pdf) { return Walk(pdf).Findings(); }

}  // namespace permit::test
