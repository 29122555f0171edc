// Readers of what strangers send: files, settlement files, typed text. None may crash, and what
// they take must hold what they promise.
#include <gtest/gtest.h>

#include <random>

#include "fcgi/http/text.h"
#include "handlers/rules/application_form.h"
#include "handlers/rules/exif.h"
#include "handlers/rules/file_kind.h"
#include "handlers/rules/settlement_file.h"
#include "handlers/rules/text.h"
#include "handlers/rules/visible_seal.h"

namespace permit {
namespace {

using namespace std::string_literals;

class Mangler {
 public:
  std::string Mangle(std::string bytes) {
    for (std::size_t rounds = Below(6) + 1; rounds > 0; --rounds) {
      std::size_t at = Below(bytes.size() + 1);
      switch (Below(4)) {
        case 0:
          bytes.insert(at, 1, static_cast<char>(Below(256)));
          break;
        case 1:
          bytes.erase(at, Below(12));
          break;
        case 2:
          bytes.insert(at, bytes.substr(Below(bytes.size() + 1), Below(40)));
          break;
        default:
          if (at < bytes.size()) bytes[at] = static_cast<char>(Below(256));
      }
    }
    return bytes;
  }

 private:
  std::size_t Below(std::size_t bound) { return random_() % bound; }
  std::mt19937 random_{20190710};
};

template <class Check>
void Fuzz(const std::vector<std::string>& seeds, Check&& check) {
  Mangler mangler;
  for (std::size_t i = 0; i < 20000; ++i) check(mangler.Mangle(seeds[i % seeds.size()]));
}

const std::string kJpeg =
    "\xff\xd8\xff\xe1\0\x22"s +
    "Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"s +
    "\0\0\0\0\xff\xc0\0\x0b\x08\x03\x20\x02\x58\x01\x01\x11\0\xff\xda\0\x08\x01\x01\0\0\x3f\0\x12\xff\0"s +
    "\xff\xd0\x34\xff\xd9"s;
const std::string kBmp =
    "BM\x4e\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x02\0\0\0\x03\0\0\0\x01\0\x18\0"s +
    std::string(24, '\0') + std::string(24, 'p');
const std::string kPdf = "%PDF-1.4\ntrailer << /Encryp >>\nstartxref\n9\n%%EOF\n"s;

TEST(FuzzRules, KindsOfFiles) {
  ASSERT_EQ(6, ExifOrientation(kJpeg));
  Fuzz({kJpeg, kBmp, kPdf}, [](const std::string& bytes) {
    FileReading reading = ReadFileKind(bytes);
    if (!reading.problem && reading.kind != FileKind::kPdf) {
      EXPECT_GT(reading.width, 0u);
      EXPECT_GT(reading.height, 0u);
    }
    int orientation = ExifOrientation(bytes);
    EXPECT_TRUE(orientation >= 0 && orientation <= 8);
  });
}

TEST(FuzzRules, SettlementFiles) {
  std::string header = "16952    TFM     6II120260316"s + std::string(91, ' ');
  std::string detail =
      "26952    TFM     SHOP12  000000001234566II002026031720260315"
      "0807096II1385086952001009    070939000001000"s +
      std::string(16, ' ');
  std::string trailer =
      "36952    TFM     6II2026031600000000001000000000000001"s + std::string(66, ' ');
  std::string whole = header + "\r\n" + detail + "\r\n" + trailer + "\r\n";
  ASSERT_TRUE(ReadSettlementFile(whole).has_value());
  Fuzz({whole}, [](const std::string& bytes) {
    auto file = ReadSettlementFile(bytes);
    if (!file) return;
    long sum = 0;
    for (const SettlementLine& line : file->lines) sum += line.amount;
    EXPECT_EQ(file->total, sum);
  });
}

TEST(FuzzRules, Seals) {
  const SealContent content = {.signer = "TWNI001",
                               .issued_on = std::chrono::year{2026} / 3 / 2,
                               .signed_on = std::chrono::year{2026} / 3 / 2,
                               .zone = {.name = "ZHENG<<YA<WEN",
                                        .number = "11500123",
                                        .nationality = "CHN",
                                        .birth_date = std::chrono::year{2003} / 1 / 1,
                                        .expires_on = std::chrono::year{2028} / 3 / 2},
                               .stay = {.years = 2},
                               .travel_document = "T12345678"};
  const std::string seal = WithSignature(*WriteSeal(content), std::string(kSealSignature, 's'));
  ASSERT_TRUE(ReadSeal(seal).has_value());
  Fuzz({seal}, [](const std::string& bytes) {
    const auto reading = ReadSeal(bytes);
    if (!reading) return;
    EXPECT_EQ(bytes, WithSignature(reading->signed_part, reading->signature));
    EXPECT_EQ(reading->signed_part, WriteSeal(reading->content));
  });
}

TEST(FuzzRules, TypedTextIsTidiedOnce) {
  Fuzz({"　王　小明 ", "ｔ１２３ 45678", "1991年1月2日", "a\r\nb\t\n", "𠮷\xe2\x80\x8b"},
       [](const std::string& text) {
         for (auto tidy : {TidyLine, TidyLines, TidyCode, HalfWidth, TidyDate}) {
           std::string once = tidy(text);
           if (!IsWellFormedUtf8(text)) {
             EXPECT_EQ(Problem::kBadCharacters, CheckText(text, 1000));
             continue;
           }
           EXPECT_TRUE(IsWellFormedUtf8(once));
           EXPECT_EQ(once, tidy(once));
         }
         FormValues typed = {{"chinese_name", text}, {"sex", text},   {"birth_date", text},
                             {"mainland_id", text},  {"email", text}, {"taiwan_phone", text}};
         FormValues tidied = TidyForm(Service::kExchange, typed, {});
         CheckForm(Service::kExchange, tidied, {}, std::chrono::year{2026} / 3 / 15);
       });
}

}  // namespace
}  // namespace permit
