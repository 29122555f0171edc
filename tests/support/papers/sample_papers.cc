#include "tests/support/papers/sample_papers.h"

#include <algorithm>
#include <cmath>

#include "handlers/rules/visible_seal.h"
#include "tests/support/sample_files.h"

namespace permit::test {
namespace {

using namespace std::chrono_literals;

struct Shade {
  double red, green, blue;
};

Shade Mix(const Shade& a, const Shade& b, double share) {
  return {a.red + (b.red - a.red) * share, a.green + (b.green - a.green) * share,
          a.blue + (b.blue - a.blue) * share};
}

// Below 1 inside of the ellipse.
double Ellipse(double x, double y, double centre_x, double centre_y, double width, double height) {
  return std::hypot((x - centre_x) / width, (y - centre_y) / height);
}

// Of a point of the portrait, both from 0 to 1.
Shade PortraitAt(double x, double y) {
  constexpr Shade kGround{236, 240, 243};
  constexpr Shade kSkin{231, 196, 170};
  constexpr Shade kHair{44, 38, 38};
  constexpr Shade kCoat{38, 66, 92};
  constexpr Shade kShirt{245, 246, 248};
  constexpr Shade kFeature{120, 74, 62};
  const double face = Ellipse(x, y, 0.5, 0.40, 0.185, 0.205);
  const double hair = Ellipse(x, y, 0.5, 0.355, 0.225, 0.225);
  const double body = Ellipse(x, y, 0.5, 1.06, 0.43, 0.40);
  Shade shade = Mix(kGround, {214, 222, 228}, std::clamp(y - 0.2, 0.0, 1.0));
  if (body < 1) shade = Mix(kCoat, {24, 44, 64}, std::clamp(body * body, 0.0, 1.0));
  if (body < 1 && std::abs(x - 0.5) < (0.86 - y) * 0.55) shade = kShirt;
  if (std::abs(x - 0.5) < 0.075 && y > 0.52 && y < 0.70) {
    shade = Mix(kSkin, kFeature, 0.22);
  }
  if (hair < 1) shade = kHair;
  if (face < 1 && y > 0.30 + 0.10 * (x - 0.40)) {
    shade = Mix(kSkin, kFeature, 0.18 * face * face);
    const double eye = std::min(Ellipse(x, y, 0.425, 0.395, 0.022, 0.012),
                                Ellipse(x, y, 0.575, 0.395, 0.022, 0.012));
    if (eye < 1) shade = kHair;
    if (Ellipse(x, y, 0.5, 0.51, 0.05, 0.012) < 1) shade = {186, 96, 92};
    if (Ellipse(x, y, 0.5, 0.455, 0.02, 0.011) < 1) shade = Mix(kSkin, kFeature, 0.35);
  }
  return shade;
}

}  // namespace

views::Photo SamplePhoto() {
  constexpr int kWidth = 413;
  constexpr int kHeight = 531;
  static const std::string jpeg =
      PaintJpeg(kWidth, kHeight, [](unsigned x, unsigned y) -> std::array<unsigned char, 3> {
        const Shade shade = PortraitAt((x + 0.5) / kWidth, (y + 0.5) / kHeight);
        return {static_cast<unsigned char>(shade.red), static_cast<unsigned char>(shade.green),
                static_cast<unsigned char>(shade.blue)};
      });
  return {jpeg, kWidth, kHeight};
}

views::PermitPaper SamplePermit() {
  views::PermitPaper permit;
  permit.number = "115695200123";
  permit.issued_on = 2026y / 9 / 18;
  permit.expires_on = 2028y / 9 / 18;
  permit.stay_until = 2028y / 9 / 18;
  permit.entered_on = 2026y / 9 / 6;
  permit.chinese_name = "鄭𠮷𡘙";
  permit.english_name = "ZHENG, JIYAN";
  permit.travel_permit_number = "T12345678";
  permit.identity_number = "440524200301010023";
  permit.birth_date = 2003y / 1 / 1;
  permit.male = false;
  permit.birth_place = "廣東省 Guangdong";
  permit.address = "243 新北市泰山區工專路84號 學生第二宿舍512室";
  permit.school = "國立臺北科技大學";
  permit.unified_number = "UA12345672";
  permit.photo = SamplePhoto();
  permit.seal = WithSignature(*WriteSeal({.signer = "TWNI001",
                                          .issued_on = permit.issued_on,
                                          .signed_on = permit.issued_on,
                                          .zone = {.name = *VisaName(permit.english_name),
                                                   .number = "11500123",
                                                   .nationality = "CHN",
                                                   .birth_date = permit.birth_date,
                                                   .expires_on = permit.expires_on},
                                          .stay = StayBetween(permit.issued_on, permit.stay_until),
                                          .travel_document = permit.travel_permit_number}),
                              "The signature of no key, as long as that of a key, for a picture");
  permit.check_address = "https://coa.immigration.gov.tw/coa-frontend/verify?number=115695200123";
  return permit;
}

views::PermitPaper LongestPermit() {
  views::PermitPaper permit = SamplePermit();
  permit.chinese_name = LongChinese(50);
  permit.english_name = LongEnglish(100);
  permit.travel_permit_number = "T1234567890123456789";
  permit.birth_place = LongChinese(30);
  permit.address = LongChinese(200);
  permit.school = LongChinese(100);
  return permit;
}

views::SlipPaper SampleSlip() {
  views::SlipPaper slip;
  slip.number = "1385086952001009";
  slip.collection_category = "138508";
  slip.payer = "鄭𠮷𡘙";
  slip.printed_at = StartOfDay(2026y / 9 / 15) + 10h;
  slip.deadline = 2026y / 9 / 20;
  slip.amount = 1000;
  slip.barcodes = MakeSlipBarcodes(slip.deadline, "6II", slip.number, "0920", 1000).value();
  return slip;
}

views::ReceiptPaper SampleReceipt() {
  views::ReceiptPaper receipt;
  receipt.number = "115-0000012";
  receipt.payer = "鄭𠮷𡘙";
  receipt.items = {{"115695200123", Service::kExchange, 1000}};
  receipt.paid_at = StartOfDay(2026y / 9 / 18) + 13h + 1min + 16s;
  receipt.issued_at = receipt.paid_at + 2s;
  receipt.method = PaymentMethod::kCreditCard;
  receipt.reference = "P26091800012";
  return receipt;
}

views::ApplicationCopy SampleApplication() {
  views::ApplicationCopy copy;
  copy.title = "陸生換發多次證申請";
  copy.subtitle = "送出之申請內容，請自行留存";
  copy.head = {{"收件號", "115695200123"},
               {"團號/批次號", "156970012"},
               {"申請人", "鄭𠮷𡘙"},
               {"送件日期", "2026-09-11 10:11:12"}};
  copy.photo = SamplePhoto();
  copy.photo_word = "申請人照片";
  copy.page_word = "頁";
  copy.sent_at = StartOfDay(2026y / 9 / 11) + 10h;
  copy.parts = {{"申請人資料",
                 {{"中文姓名", "鄭𠮷𡘙"},
                  {"英文姓名", "ZHENG, JIYAN"},
                  {"出生日期", "2003/01/01"},
                  {"原名", ""},
                  {"大陸身分證號", "440524200301010023"},
                  {"就讀學校", "國立臺北科技大學"},
                  {"在臺居住地址", "243 新北市泰山區工專路84號 學生第二宿舍512室"}}},
                {"申報事項", {{"申報事項", LongChinese(200)}}},
                {"應檢附文件", {{"原單次入出境許可證", "permit-scan.pdf"}}}};
  for (int row = 0; row < 40; ++row) {
    copy.parts.back().answers.push_back({"其他相關證明文件(無則免)", LongEnglish(60)});
  }
  return copy;
}

views::ApplicationCopy LongestApplication() {
  views::ApplicationCopy copy = SampleApplication();
  copy.title = LongEnglish(60);
  copy.subtitle = LongEnglish(70);
  copy.photo_word = "Photo of the applicant";
  copy.page_word = "Page";
  copy.language = "en";
  for (views::CopiedAnswer& line : copy.head) line = {LongEnglish(30), LongChinese(50)};
  copy.parts = {{LongEnglish(60),
                 {{LongEnglish(90), LongChinese(600)},
                  {LongChinese(40), std::string(300, 'W')},
                  {LongChinese(12), LongEnglish(1000)},
                  {LongEnglish(20), "one\ntwo\nthree"}}}};
  return copy;
}

std::string LongChinese(int count) {
  constexpr const char* kCharacters[] = {"國", "立", "臺", "灣", "師",
                                         "範", "大", "學", "𠮷", "龘"};
  std::string text;
  for (int i = 0; i < count; ++i) text += kCharacters[i % 10];
  return text;
}

std::string LongEnglish(int count) {
  constexpr std::string_view kWords = "ABDURAHMAN MUHEMMETIMIN ";
  std::string text;
  for (int i = 0; i < count; ++i) text += kWords[static_cast<std::size_t>(i) % kWords.size()];
  if (text.back() == ' ') text.back() = 'X';
  return text;
}

}  // namespace permit::test
