#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/support/child_process.h"
#include "tests/support/papers/pdf_reader.h"
#include "tests/support/papers/sample_papers.h"
#include "tests/support/places.h"
#include "views/pdf/canvas.h"
#include "views/pdf/qr_code.h"

namespace permit::views {
namespace {

using test::PdfReader;

struct NamedPaper {
  std::string name;
  Paper paper;
};

std::vector<NamedPaper> AllPapers() {
  std::vector<NamedPaper> papers;
  papers.push_back({"permit", DrawPermit(test::SamplePermit())});
  papers.push_back({"longest permit", DrawPermit(test::LongestPermit())});
  papers.push_back({"slip", DrawSlip(test::SampleSlip())});
  SlipPaper slip = test::SampleSlip();
  slip.payer = test::LongChinese(50);
  papers.push_back({"longest slip", DrawSlip(slip)});
  slip.barcodes.reset();
  papers.push_back({"account slip", DrawSlip(slip)});
  papers.push_back({"receipt", DrawReceipt(test::SampleReceipt())});
  ReceiptPaper receipt = test::SampleReceipt();
  receipt.payer = test::LongChinese(50);
  receipt.method = PaymentMethod::kEGovCreditCard;
  receipt.items.resize(30, receipt.items.front());
  papers.push_back({"longest receipt", DrawReceipt(receipt)});
  papers.push_back({"application", DrawApplicationCopy(test::SampleApplication())});
  papers.push_back({"longest application", DrawApplicationCopy(test::LongestApplication())});
  return papers;
}

bool Contains(const std::string& text, const std::string& part) {
  return text.find(test::WithoutSpace(part)) != text.npos;
}

// Text is found again in the order in which it was drawn; a wrapped one may have words of a
// neighbouring column between its lines, so that only short ones are looked for here.
TEST(Papers, TextThatWentInComesOut) {
  const PermitPaper permit = test::SamplePermit();
  const std::string text = PdfReader(DrawPermit(permit).bytes).Text();
  for (const std::string& part :
       {permit.number, permit.chinese_name, permit.english_name, permit.travel_permit_number,
        permit.identity_number, permit.birth_place, permit.address, permit.school,
        permit.unified_number, std::string("01 Jan 2003 (2003年01月01日)"),
        std::string("18 Sep 2026 (2026年09月18日)"), std::string("18 Sep 2028 (2028年09月18日)"),
        std::string("入境日期：2026/09/06"), std::string("女 Female"),
        std::string("大陸地區人民多次入出境證"), std::string("許可停留期限"),
        std::string("EXIT & ENTRY PERMIT TAIWAN REPUBLIC OF CHINA")}) {
    EXPECT_TRUE(Contains(text, part)) << part;
  }
}

TEST(Papers, ANameIsSpeltAsRegisteredAndAsInTheSeal) {
  PermitPaper permit = test::SamplePermit();
  permit.english_name = "LÜ, NÜE";
  EXPECT_TRUE(Contains(PdfReader(DrawPermit(permit).bytes).Text(), "LÜ, NÜE (LYU, NUE)"));
  EXPECT_FALSE(Contains(PdfReader(DrawPermit(test::SamplePermit()).bytes).Text(),
                        test::SamplePermit().english_name + " ("));
  permit.chinese_name = "";
  for (int i = 0; i < 20; ++i) permit.chinese_name += "龘";
  for (const std::size_t letters : {23u, 24u, 60u}) {
    permit.english_name = "WÜ, " + std::string(letters, 'W');
    EXPECT_NO_THROW(DrawPermit(permit)) << letters;
  }
}

TEST(Papers, RareCharactersAreOnThePaper) {
  PermitPaper permit = test::SamplePermit();
  permit.chinese_name = "𠮷𡘙龘彧㛃";
  EXPECT_TRUE(Contains(PdfReader(DrawPermit(permit).bytes).Text(), permit.chinese_name));
}

TEST(Papers, SlipAndReceiptSayTheirParts) {
  const SlipPaper slip = test::SampleSlip();
  const std::string slip_text = PdfReader(DrawSlip(slip).bytes).Text();
  for (const std::string& part :
       {slip.number, slip.payer, slip.branch, slip.collection_category, slip.barcodes->first,
        slip.barcodes->third, std::string("學生線上申辦"), std::string("證照費"),
        std::string("NT$1,000"), std::string("2026/09/20"), std::string("2026/09/15")}) {
    EXPECT_TRUE(Contains(slip_text, part)) << part;
  }
  const ReceiptPaper receipt = test::SampleReceipt();
  const std::string receipt_text = PdfReader(DrawReceipt(receipt).bytes).Text();
  for (const std::string& part :
       {receipt.number, receipt.payer, receipt.reference, std::string("新臺幣壹仟元整"),
        std::string("NT$1,000"), std::string("2026-09-18 13:01:16"),
        std::string("國際信用卡網路繳費"), std::string("115695200123")}) {
    EXPECT_TRUE(Contains(receipt_text, part)) << part;
  }
}

TEST(Papers, AReceiptOfASlipSaysTheDayAlone) {
  for (PaymentMethod method : {PaymentMethod::kConvenienceStore, PaymentMethod::kVirtualAccount}) {
    ReceiptPaper receipt = test::SampleReceipt();
    receipt.method = method;
    receipt.paid_at = StartOfDay(*ParseDate("2026/09/18"));
    const std::string text = PdfReader(DrawReceipt(receipt).bytes).Text();
    EXPECT_TRUE(Contains(text, "2026/09/18"));
    EXPECT_FALSE(Contains(text, "00:00:00"));
  }
}

TEST(Papers, ASlipForAVirtualAccountHasItsNumberAndNoBars) {
  SlipPaper slip = test::SampleSlip();
  slip.barcodes.reset();
  const PdfReader reader(DrawSlip(slip).bytes);
  EXPECT_TRUE(Contains(reader.Text(), "虛擬帳號"));
  EXPECT_TRUE(Contains(reader.Text(), "臺灣銀行"));
  EXPECT_FALSE(Contains(reader.Text(), "超商"));
  EXPECT_TRUE(reader.Zxing(150).empty());
}

// The words of the payer's stub, above the line to cut along.
std::string PayersStub(const Paper& slip) {
  constexpr double kCut = 128;
  std::string words;
  for (const PlacedText& text : slip.texts) {
    if (text.used.bottom() < kCut - 3) words += test::WithoutSpace(text.text) + "\n";
  }
  return words;
}

TEST(Papers, ThePayersStubSaysNumberNotesAndWherePaymentIsMade) {
  SlipPaper slip = test::SampleSlip();
  const std::string store = PayersStub(DrawSlip(slip));
  for (const std::string part : {"No:1385086952001009", "備註Notes", "金額Amount",
                                 "超商繳費務請記得索取繳費證明單並核對金額", "NT$1,000"}) {
    EXPECT_NE(store.find(part), store.npos) << part << "\n" << store;
  }
  EXPECT_EQ(store.find("虛擬帳號"), store.npos);
  slip.barcodes.reset();
  const std::string account = PayersStub(DrawSlip(slip));
  for (const std::string part : {"No:1385086952001009", "備註Notes", "臺灣銀行BankofTaiwan(004)",
                                 "虛擬帳號Virtualaccount\n1385086952001009"}) {
    EXPECT_NE(account.find(part), account.npos) << part << "\n" << account;
  }
  EXPECT_EQ(account.find("超商"), account.npos);
}

TEST(Papers, ThePermitSaysThatItIsStampedAtCounters) {
  EXPECT_TRUE(Contains(PdfReader(DrawPermit(test::SamplePermit()).bytes).Text(),
                       "加蓋入(出)境查驗章戳使用"));
}

TEST(Papers, EveryPlacedTextIsFoundWhole) {
  for (const NamedPaper& paper : AllPapers()) {
    std::string placed;
    for (const PlacedText& text : paper.paper.texts) placed += test::WithoutSpace(text.text);
    std::string found = PdfReader(paper.paper.bytes).Text();
    std::sort(placed.begin(), placed.end());
    std::sort(found.begin(), found.end());
    EXPECT_EQ(placed, found) << paper.name;
  }
}

TEST(Papers, EveryFontIsEmbeddedAndASubset) {
  for (const NamedPaper& paper : AllPapers()) {
    const auto fonts = PdfReader(paper.paper.bytes).Fonts();
    EXPECT_GE(fonts.size(), 2u) << paper.name;
    for (const PdfReader::Font& font : fonts) {
      EXPECT_TRUE(font.embedded && font.subset && font.unicode) << paper.name << " " << font.name;
      EXPECT_TRUE(font.name.find("TW-Kai") != font.name.npos ||
                  font.name.find("Gentium") != font.name.npos)
          << font.name;
    }
  }
}

TEST(Papers, FilesAreInOrderAndNamed) {
  for (const NamedPaper& paper : AllPapers()) {
    const PdfReader reader(paper.paper.bytes);
    EXPECT_EQ(reader.Check(), "") << paper.name;
    const std::string info = reader.Info();
    EXPECT_NE(info.find("Tagged:          yes"), info.npos) << info;
    EXPECT_NE(info.find("A4"), info.npos) << info;
    EXPECT_NE(info.find("Title:"), info.npos) << info;
    EXPECT_EQ(reader.Language(), paper.name == "longest application" ? "en" : "zh-Hant-TW");
  }
}

TEST(Papers, TheSameInputGivesTheSameBytes) {
  const auto first = AllPapers();
  const auto second = AllPapers();
  for (std::size_t i = 0; i < first.size(); ++i) {
    EXPECT_EQ(first[i].paper.bytes, second[i].paper.bytes) << first[i].name;
  }
}

TEST(Papers, AnotherProcessDrawsTheSameBytes) {
  const std::string folder = ::testing::TempDir() + "papers-of-another-process";
  std::filesystem::create_directories(folder);
  const auto drawn = test::RunProgram({test::InBuild("/tests/draw_papers"), folder, "permit"});
  ASSERT_EQ(drawn.exit_code, 0) << drawn.output;
  std::ifstream in(folder + "/permit.pdf", std::ios::binary);
  const std::string theirs{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(theirs, DrawPermit(test::SamplePermit()).bytes);
  std::filesystem::remove_all(folder);
}

TEST(Papers, BarcodesAreReadByBothReaders) {
  const SlipPaper slip = test::SampleSlip();
  const PdfReader reader(DrawSlip(slip).bytes);
  std::vector<std::string> expected = {slip.barcodes->first, slip.barcodes->second,
                                       slip.barcodes->third};
  std::sort(expected.begin(), expected.end());
  for (int dpi : {150, 200}) {
    EXPECT_EQ(reader.Zbar(dpi), expected) << dpi;
    EXPECT_EQ(reader.Zxing(dpi), expected) << dpi;
  }
}

TEST(Papers, TheCheckAddressIsReadByBothReaders) {
  constexpr Box kUpperRight{150, 22, 54, 30};
  const PermitPaper permit = test::SamplePermit();
  const PdfReader reader(DrawPermit(permit).bytes);
  for (int dpi : {150, 200}) {
    EXPECT_EQ(reader.ZbarBytes(dpi, kUpperRight), permit.check_address) << dpi;
    EXPECT_EQ(reader.ZxingBytes(dpi, kUpperRight), permit.check_address) << dpi;
  }
}

TEST(Papers, TheSealIsReadByteForByteByBothReaders) {
  constexpr Box kLowerLeft{10, 190, 50, 95};
  for (PermitPaper permit : {test::SamplePermit(), test::LongestPermit()}) {
    for (int i = 0; i < 6; ++i) {
      const PdfReader reader(DrawPermit(permit).bytes);
      for (int dpi : {150, 200}) {
        EXPECT_EQ(reader.ZbarBytes(dpi, kLowerLeft), permit.seal) << dpi;
        EXPECT_EQ(reader.ZxingBytes(dpi, kLowerLeft), permit.seal) << dpi;
      }
      // Other bytes make another pattern; all values are among them.
      for (std::size_t at = 82; at < permit.seal.size(); ++at) {
        permit.seal[at] = static_cast<char>(permit.seal[at] + 37 * static_cast<int>(at));
      }
    }
  }
}

TEST(Papers, TheModulesOfTheSealAreWideEnough) {
  Canvas canvas({.title = "a", .subject = "b", .made_at = {}});
  EXPECT_GE(DrawQrCode(canvas, {10, 10, 33, 33}, test::SamplePermit().seal), 0.34);
}

TEST(Papers, APermitWithoutASealIsNotDrawn) {
  PermitPaper permit = test::SamplePermit();
  permit.seal.clear();
  EXPECT_THROW(DrawPermit(permit), PaperError);
}

bool Overlap(const Box& a, const Box& b) {
  constexpr double kTouching = 0.02;
  return a.x < b.right() - kTouching && b.x < a.right() - kTouching &&
         a.y < b.bottom() - kTouching && b.y < a.bottom() - kTouching;
}

TEST(Papers, NoTextLeavesItsBoxOrMeetsAnother) {
  constexpr double kRounding = 0.02;
  for (const NamedPaper& paper : AllPapers()) {
    const auto& texts = paper.paper.texts;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const PlacedText& text = texts[i];
      EXPECT_GE(text.used.x, text.area.x - kRounding) << paper.name << ": " << text.text;
      EXPECT_GE(text.used.y, text.area.y - kRounding) << paper.name << ": " << text.text;
      EXPECT_LE(text.used.right(), text.area.right() + kRounding)
          << paper.name << ": " << text.text;
      EXPECT_LE(text.used.bottom(), text.area.bottom() + kRounding)
          << paper.name << ": " << text.text;
      for (std::size_t j = i + 1; j < texts.size(); ++j) {
        EXPECT_FALSE(text.page == texts[j].page && Overlap(text.used, texts[j].used))
            << paper.name << ": “" << text.text << "” meets “" << texts[j].text << "”";
      }
    }
  }
}

// Poppler's boxes are as high as the font's lines, so only their sides are compared.
TEST(Papers, WordsStandWithinTheirBoxesForAnotherProgramToo) {
  constexpr double kRounding = 0.3;
  for (const NamedPaper& paper : AllPapers()) {
    for (const PdfReader::Word& word : PdfReader(paper.paper.bytes).Words()) {
      const double middle = (word.top + word.bottom) / 2;
      const bool inside = std::any_of(
          paper.paper.texts.begin(), paper.paper.texts.end(), [&](const PlacedText& text) {
            return text.page == word.page && middle > text.area.y - 1 &&
                   middle < text.area.bottom() + 1 && word.left > text.area.x - kRounding &&
                   word.right < text.area.right() + 1 + kRounding;
          });
      EXPECT_TRUE(inside) << paper.name << ": " << word.text;
    }
  }
}

TEST(Papers, APhotoOfTheRightSizeIsPassedOnByteForByte) {
  const PermitPaper permit = test::SamplePermit();
  EXPECT_EQ(PdfReader(DrawPermit(permit).bytes).FirstPicture(), permit.photo.jpeg);
}

TEST(Papers, ACharacterWithoutAGlyphIsRefusedByName) {
  for (const std::string character : {"😀", "𞤀", "\x07", "한"}) {
    PermitPaper permit = test::SamplePermit();
    permit.chinese_name = "鄭" + character;
    try {
      DrawPermit(permit);
      ADD_FAILURE() << "drawn with " << character;
    } catch (const UnknownCharacter& unknown) {
      EXPECT_EQ(unknown.character(), character);
    }
  }
}

TEST(Papers, BrokenTextIsRefused) {
  PermitPaper permit = test::SamplePermit();
  permit.address = "新北市\xE5\x8F";
  EXPECT_THROW(DrawPermit(permit), UnknownCharacter);
}

TEST(Papers, TextThatNeverFitsIsRefused) {
  PermitPaper permit = test::SamplePermit();
  permit.address = test::LongChinese(3000);
  EXPECT_THROW(DrawPermit(permit), TextTooLong);
}

TEST(Papers, ABarcodeOfAnotherAlphabetIsRefused) {
  SlipPaper slip = test::SampleSlip();
  slip.barcodes->second = "1385086952*01009";
  EXPECT_THROW(DrawSlip(slip), UnknownCharacter);
}

}  // namespace
}  // namespace permit::views
