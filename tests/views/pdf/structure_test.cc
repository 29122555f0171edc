#include "views/pdf/structure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/support/papers/pdf_reader.h"
#include "tests/support/papers/sample_papers.h"
#include "tests/support/papers/structure_reader.h"
#include "views/pdf/canvas.h"

namespace permit::views {
namespace {

using test::PdfReader;
using test::ReadStructure;
using test::StructureElement;
using test::StructureFindings;

struct NamedPaper {
  std::string name;
  Paper paper;
};

std::vector<NamedPaper> Papers() {
  SlipPaper account = test::SampleSlip();
  account.barcodes.reset();
  ReceiptPaper receipt = test::SampleReceipt();
  receipt.items.resize(30, receipt.items.front());
  return {{"permit", DrawPermit(test::SamplePermit())},
          {"longest permit", DrawPermit(test::LongestPermit())},
          {"slip", DrawSlip(test::SampleSlip())},
          {"account slip", DrawSlip(account)},
          {"receipt", DrawReceipt(test::SampleReceipt())},
          {"longest receipt", DrawReceipt(receipt)},
          {"application", DrawApplicationCopy(test::SampleApplication())},
          {"longest application", DrawApplicationCopy(test::LongestApplication())}};
}

// All elements of a type, in the order of the structure.
std::vector<StructureElement> All(const StructureElement& from, std::string_view type) {
  std::vector<StructureElement> found;
  for (const StructureElement& kid : from.kids) {
    if (kid.type == type) found.push_back(kid);
    const auto below = All(kid, type);
    found.insert(found.end(), below.begin(), below.end());
  }
  return found;
}

std::string Joined(const std::vector<std::string>& texts) {
  std::string joined;
  for (const std::string& text : texts) joined += text + "\n";
  return joined;
}

TEST(PaperStructure, EveryPieceOfContentIsOfOneElementOrAnArtifact) {
  for (const NamedPaper& paper : Papers()) {
    const StructureFindings findings = ReadStructure(paper.paper.bytes);
    EXPECT_EQ(Joined(findings.faults), "") << paper.name;
    EXPECT_GT(findings.artifacts, 0) << paper.name;
    ASSERT_EQ(findings.root.kids.size(), 1u) << paper.name;
    EXPECT_EQ(findings.root.kids.front().type, "Document") << paper.name;
  }
}

TEST(PaperStructure, AllTextIsReadInTheOrderInWhichItIsPlaced) {
  for (const NamedPaper& paper : Papers()) {
    std::string placed;
    for (const PlacedText& text : paper.paper.texts) {
      if (!text.repeated) placed += test::WithoutSpace(text.text);
    }
    std::string read;
    for (const std::string& text : PdfReader(paper.paper.bytes).StructureTexts()) {
      read += test::WithoutSpace(text);
    }
    EXPECT_EQ(read, placed) << paper.name;
  }
}

TEST(PaperStructure, OnlyThePageFootAndTheHeadOfALaterPageAreLeftOut) {
  for (const NamedPaper& paper : Papers()) {
    for (const PlacedText& text : paper.paper.texts) {
      if (!text.repeated) continue;
      const bool foot = text.area.y > 280;
      const bool again = std::any_of(
          paper.paper.texts.begin(), paper.paper.texts.end(), [&](const PlacedText& other) {
            return other.page == 1 && !other.repeated && other.text == text.text;
          });
      EXPECT_TRUE(foot || again) << paper.name << ": " << text.text;
    }
  }
}

TEST(PaperStructure, WordsOfAWrappedSentenceStayApart) {
  const std::string read =
      Joined(PdfReader(DrawPermit(test::SamplePermit()).bytes).StructureTexts());
  EXPECT_NE(read.find("2. Leave Taiwan, or apply for an extension, before the permitted stay ends. "
                      "Those who overstay may be deported and refused later entry."),
            read.npos)
      << read;
}

TEST(PaperStructure, LinesOfAnAnswerAreParagraphs) {
  const std::string read =
      Joined(PdfReader(DrawApplicationCopy(test::LongestApplication()).bytes).StructureTexts());
  EXPECT_NE(read.find("\none\ntwo\nthree\n"), read.npos) << read;
}

// The columns of a row, those that a cell spans counted.
int Columns(const StructureElement& row) {
  int columns = 0;
  for (const StructureElement& cell : row.kids) columns += cell.columns;
  return columns;
}

TEST(PaperStructure, TablesHaveRowsOfOneLengthAndHeaderCellsWithAScope) {
  for (const NamedPaper& paper : Papers()) {
    const StructureFindings findings = ReadStructure(paper.paper.bytes);
    const auto tables = All(findings.root, "Table");
    EXPECT_GE(tables.size(), 2u) << paper.name;
    for (const StructureElement& table : tables) {
      ASSERT_FALSE(table.kids.empty()) << paper.name;
      for (const StructureElement& row : table.kids) {
        EXPECT_EQ(row.type, "TR") << paper.name;
        EXPECT_EQ(Columns(row), Columns(table.kids.front())) << paper.name;
        for (const StructureElement& cell : row.kids) {
          EXPECT_TRUE(cell.type == "TH" || cell.type == "TD") << cell.type;
          EXPECT_EQ(cell.type == "TH", cell.scope == "Row" || cell.scope == "Column");
        }
      }
      EXPECT_FALSE(All(table, "TH").empty()) << paper.name;
    }
  }
}

TEST(PaperStructure, APaperHasATitleAndNoHeadingSkipsALevel) {
  for (const NamedPaper& paper : Papers()) {
    const StructureFindings findings = ReadStructure(paper.paper.bytes);
    EXPECT_GE(All(findings.root, "H1").size(), 1u) << paper.name;
    EXPECT_TRUE(All(findings.root, "H3").empty()) << paper.name;
  }
  EXPECT_EQ(All(ReadStructure(DrawPermit(test::SamplePermit()).bytes).root, "H2").size(), 2u);
}

TEST(PaperStructure, FiguresHaveWords) {
  const auto figures = [](const Paper& paper) {
    std::vector<std::string> words;
    for (const StructureElement& figure : All(ReadStructure(paper.bytes).root, "Figure")) {
      EXPECT_GT(figure.pieces, 0) << figure.alternative;
      words.push_back(figure.alternative);
    }
    return words;
  };
  EXPECT_EQ(figures(DrawPermit(test::SamplePermit())),
            (std::vector<std::string>{"線上查驗條碼 Code of the online check",
                                      "持證人照片 Photo of the holder",
                                      "離線查驗條碼 Code of the digital seal"}));
  EXPECT_EQ(figures(DrawSlip(test::SampleSlip())),
            (std::vector<std::string>{"條碼 1 Barcode 1", "條碼 2 Barcode 2", "條碼 3 Barcode 3"}));
  EXPECT_EQ(figures(DrawApplicationCopy(test::SampleApplication())),
            std::vector<std::string>{"申請人照片"});
}

TEST(PaperStructure, TheLinkIsPartOfTheStructure) {
  const auto links = All(ReadStructure(DrawPermit(test::SamplePermit()).bytes).root, "Link");
  ASSERT_EQ(links.size(), 1u);
  EXPECT_EQ(links.front().links, 1);
}

// Of each type of element, the languages that are named.
TEST(PaperStructure, EnglishAmongChineseAndChineseAmongEnglishAreNamed) {
  const auto languages = [](const Paper& paper) {
    std::set<std::string> named;
    for (const char* type : {"Span", "P"}) {
      for (const StructureElement& one : All(ReadStructure(paper.bytes).root, type)) {
        if (!one.language.empty()) named.insert(one.language);
      }
    }
    return named;
  };
  for (const NamedPaper& paper : Papers()) {
    EXPECT_EQ(languages(paper.paper),
              std::set<std::string>{paper.name == "longest application" ? "zh-Hant-TW" : "en"})
        << paper.name;
  }
}

TEST(PaperStructure, TextThatLooksLikeAMarkIsText) {
  PermitPaper permit = test::SamplePermit();
  permit.address = "/Span << /MCID 0 >> BDC EMC (\\";
  const Paper paper = DrawPermit(permit);
  EXPECT_EQ(Joined(ReadStructure(paper.bytes).faults), "");
  const std::string read = Joined(PdfReader(paper.bytes).StructureTexts());
  EXPECT_NE(read.find(permit.address), read.npos) << read;
}

TEST(PaperStructure, ContentThatNobodyNotedIsRefused) {
  Structure structure("en");
  EXPECT_EQ(structure.Marked("0 0 m (/Span << /MCID 0 >> BDC\n) Tj", 1),
            "0 0 m (/Span << /MCID 0 >> BDC\n) Tj");
  EXPECT_THROW(structure.Marked("/Span << /MCID 0 >> BDC\nEMC", 1), PdfFormatError);
  structure.BeginContent(1, structure.Add(Structure::kRoot, {.type = "P"}));
  structure.BeginArtifact(1, false);
  EXPECT_EQ(structure.Marked("/Span << /MCID 0 >> BDC\nEMC\n/Span << /MCID 1 >> BDC\nEMC", 1),
            "/P << /MCID 0 >> BDC\nEMC\n/Artifact BMC\nEMC");
  EXPECT_THROW(structure.Marked("/Span << /MCID 0 >> BDC\nEMC", 1), PdfFormatError);
  EXPECT_THROW(structure.Marked("(an open string", 1), PdfFormatError);
}

}  // namespace
}  // namespace permit::views
