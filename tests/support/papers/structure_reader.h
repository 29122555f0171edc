// The structure of a PDF as qpdf reads it: its elements, and which of them each piece of a page's
// content belongs to.
#pragma once

#include <string>
#include <vector>

namespace permit::test {

struct StructureElement {
  std::string type;
  std::string language;     // its own
  std::string alternative;  // the words for a figure
  std::string scope;        // of a header cell
  int columns = 1;          // that a cell spans
  int pieces = 0;           // of content, its own
  int links = 0;            // annotations
  std::vector<StructureElement> kids;
};

struct StructureFindings {
  StructureElement root;  // its kids are the outermost elements
  // What is wrong with the marks: content that is in no piece or in two, a piece that no element or
  // more than one claims, an element's claim that the parent tree does not bear out.
  std::vector<std::string> faults;
  int artifacts = 0;
};

StructureFindings ReadStructure(const std::string& pdf);

}  // namespace permit::test
