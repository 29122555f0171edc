#include "views/pdf/pdf_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/child_process.h"
#include "tests/support/papers/pdf_reader.h"
#include "tests/support/papers/sample_papers.h"

namespace permit::views {
namespace {

// The paper as qpdf writes it anew.
std::string Rewritten(const std::string& bytes, const std::vector<std::string>& options) {
  const std::string folder = ::testing::TempDir() + "pdf-file-test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder + "/in.pdf", std::ios::binary) << bytes;
  std::vector<std::string> arguments = {"qpdf"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  arguments.insert(arguments.end(), {folder + "/in.pdf", folder + "/out.pdf"});
  EXPECT_EQ(test::RunProgram(arguments).exit_code, 0);
  std::ifstream in(folder + "/out.pdf", std::ios::binary);
  std::string written{std::istreambuf_iterator<char>(in), {}};
  std::filesystem::remove_all(folder);
  return written;
}

class PdfFiles : public ::testing::Test {
 protected:
  const std::string paper_ = DrawReceipt(test::SampleReceipt()).bytes;
};

TEST_F(PdfFiles, FindsCatalogAndFirstPage) {
  const PdfFile file(paper_);
  EXPECT_NE(file.Dictionary(file.catalog()).find("/Lang (zh-Hant-TW)"), std::string::npos);
  EXPECT_NE(file.Dictionary(file.FirstPage()).find("/MediaBox"), std::string::npos);
}

TEST_F(PdfFiles, ASectionReplacesAndAdds) {
  const PdfFile file(paper_);
  const std::string made = file.WithSection(
      {{file.size() + 1, "(two)"},
       {file.catalog(), WithEntries(file.Dictionary(file.catalog()), "/PageMode /FullScreen")},
       {file.size(), "(one)"}});
  EXPECT_TRUE(made.starts_with(paper_));
  const test::PdfReader reader(made);
  EXPECT_EQ(reader.Check(), "");
  EXPECT_EQ(reader.Text(), test::PdfReader(paper_).Text());
  EXPECT_THROW(PdfFile{made}, PdfFormatError) << "a second section";
}

TEST_F(PdfFiles, IsRewrittenWithNewObjectsAndWithoutOldOnes) {
  const PdfFile file(paper_);
  const int added = file.size();
  std::map<int, std::string> bodies = {{added, "(one)"}, {added + 1, "(two)"}};
  const PdfFile more(file.Rewritten(bodies));
  EXPECT_EQ(more.size(), added + 2);
  EXPECT_EQ(more.Body(added), "(one)");
  EXPECT_EQ(more.Body(added + 1), "(two)");
  EXPECT_EQ(test::PdfReader(more.bytes()).Check(), "");

  const PdfFile less(more.Rewritten({{added, ""}}));
  EXPECT_FALSE(less.Has(added));
  EXPECT_EQ(less.Body(added + 1), "(two)");
  EXPECT_EQ(test::PdfReader(less.bytes()).Check(), "");
  EXPECT_THROW(file.Rewritten({{added + 1, "(two)"}}), std::logic_error) << "a number is left out";
}

TEST_F(PdfFiles, PagesFollowEachOther) {
  ReceiptPaper receipt = test::SampleReceipt();
  receipt.items.resize(30, receipt.items.front());
  const PdfFile file(DrawReceipt(receipt).bytes);
  EXPECT_EQ(file.Pages().size(), 4u);
  EXPECT_EQ(file.Pages().front(), file.FirstPage());
  EXPECT_EQ(PdfFile(paper_).Pages().size(), 1u);
}

TEST_F(PdfFiles, WhatCairoDoesNotWriteIsRefused) {
  EXPECT_THROW(PdfFile{Rewritten(paper_, {"--object-streams=generate"})}, PdfFormatError);
  EXPECT_THROW(PdfFile{Rewritten(paper_, {"--linearize"})}, PdfFormatError);
  EXPECT_THROW((PdfFile{Rewritten(paper_, {"--encrypt", "", "owner", "256", "--"})}),
               PdfFormatError);
  EXPECT_THROW(PdfFile{""}, PdfFormatError);
  EXPECT_THROW(PdfFile{"startxref\n9999\n%%EOF\n"}, PdfFormatError);
  EXPECT_THROW(PdfFile{paper_ + "\n"}, PdfFormatError);
  EXPECT_THROW(PdfFile{"\n" + paper_}, PdfFormatError) << "every offset is wrong by one";
  for (std::size_t cut : {1, 30, 200, 5000}) {
    EXPECT_THROW(PdfFile{paper_.substr(0, paper_.size() - cut)}, PdfFormatError) << cut;
  }
}

TEST_F(PdfFiles, TextIsWrittenAsUtf16) {
  EXPECT_EQ(PdfText(""), "<FEFF>");
  EXPECT_EQ(PdfText("A移é"), "<FEFF004179FB00E9>");
  EXPECT_EQ(PdfText("𠮷"), "<FEFFD842DFB7>");
}

}  // namespace
}  // namespace permit::views
