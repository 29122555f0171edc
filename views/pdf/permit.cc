#include "views/pdf/permit.h"

#include <algorithm>
#include <array>
#include <vector>

#include "handlers/rules/machine_readable_visa.h"
#include "handlers/rules/text.h"
#include "views/pdf/canvas.h"
#include "views/pdf/guilloche.h"
#include "views/pdf/paper_parts.h"
#include "views/pdf/qr_code.h"

namespace permit::views {
namespace {

constexpr double kLeft = 14;
constexpr double kWidth = 182;
constexpr double kRight = kLeft + kWidth;
constexpr Box kFrame{6, 6, 198, 285};

constexpr Bilingual kNoticesHeading{"注意事項", "PLEASE TAKE NOTICE"};
// Each different character costs the file about 700 bytes, so that the sentences share theirs.
constexpr Bilingual kNotices[] = {
    {"1. 本證資料如有錯誤，請即申請更正。",
     "1. If anything in this permit is wrong, apply for correction at once."},
    {"2. 許可停留期限屆滿前，應出境或申請延期。逾期停留者，得強制出境，並影響日後入境之許可。",
     "2. Leave Taiwan, or apply for an extension, before the permitted stay ends. Those who "
     "overstay "
     "may be deported and refused later entry."},
    {"3. 左下條碼無網路亦可查本證真偽，右上條碼可線上查驗。",
     "3. The seal at the lower left proves this permit genuine without a network; the code at the "
     "upper right leads to the check online."},
};

constexpr Bilingual kNotesHeading{"附記", "Notes"};
constexpr Bilingual kConditions[] = {
    {"本證提供持證人於走人工查驗台出境或入境時，加蓋入(出)境查驗章戳使用。入出境查驗格不敷使用時，"
     "請於本證有效期限前，於內政部移民署學生線上申辦系統自行下載列印。",
     "This permit is stamped when its holder exits or enters through a staffed inspection counter. "
     "When the boxes are used up, download and print it again from the online application system "
     "while it is valid."},
    {"入境時應備有效之大陸地區旅行證件；由香港或澳門入境者，得出示當地身分證件。",
     "A valid travel document is required on entry; those who enter from Hong Kong or Macau may "
     "show "
     "the identity document issued there."},
    {"免出示回程機票，免填入國登記表。",
     "Neither a return ticket nor an arrival card is required."},
    {"請勿攜帶動物產品入境，違者重罰。",
     "Bringing animal products into Taiwan is prohibited and heavily fined."},
};

constexpr Bilingual kSeal{"離線查驗印章", "Digital seal, checked offline"};
constexpr Bilingual kOnlineCheck{"線上查驗", "Check online"};

constexpr Bilingual kExit{"出境查驗", "Exit Inspection"};
constexpr Bilingual kEntry{"入境查驗", "Entry Inspection"};

// Two columns of sentences, Chinese beside English; returns where the next part may start.
template <std::size_t N>
double DrawColumns(Canvas& canvas, double y, const Bilingual (&sentences)[N]) {
  constexpr double kGap = 6;
  constexpr double kColumn = (kWidth - kGap) / 2;
  const TextStyle chinese{.size = 9.2, .line_height = 1.34};
  const TextStyle english{.size = 8.3, .line_height = 1.28};
  const auto draw = [&](const Bilingual& sentence) {
    const Box left = canvas.Paragraph(kLeft, y, kColumn, sentence.chinese, chinese);
    const Box right =
        canvas.Paragraph(kLeft + kColumn + kGap, y + 0.15, kColumn, sentence.english, english);
    y = std::max(left.bottom(), right.bottom()) + 0.7;
  };
  canvas.Tagged("L", [&] {
    for (const Bilingual& sentence : sentences) {
      canvas.Tagged("LI", [&] { canvas.Tagged("LBody", [&] { draw(sentence); }); });
    }
  });
  return y;
}

double DrawPartHeading(Canvas& canvas, double y, Bilingual heading) {
  constexpr double kHeight = 5;
  canvas.Fill({kLeft, y + 0.9, 1, kHeight - 1.6}, kTeal);
  canvas.Tagged("H2", [&] {
    canvas.Text({kLeft + 2.6, y, kWidth - 2.6, kHeight},
                std::string(heading.chinese) + "  " + std::string(heading.english),
                {.size = 10, .colour = kTeal, .vertical = VerticalAlign::kMiddle});
  });
  return y + kHeight + 0.6;
}

constexpr double kBoxWidth = kWidth / 4;
constexpr double kBoxLabel = 7.4;

// Four boxes beside each other, numbered from `first`: a row of header cells over one of cells, in
// which is stamped. A note stands at the top of the first.
void DrawInspectionRow(Canvas& canvas, double y, double height, Bilingual label, int first,
                       const std::string& note = "") {
  canvas.Tagged("TR", [&] {
    for (int i = 0; i < 4; ++i) {
      const Box box{kLeft + i * kBoxWidth, y, kBoxWidth, height};
      canvas.Fill({box.x, box.y, box.width, kBoxLabel}, kPale);
      canvas.Stroke(box, 0.2, kTeal);
      canvas.Line(box.x, box.y + kBoxLabel, box.right(), box.y + kBoxLabel, 0.12, kTeal);
      canvas.Tagged({.type = "TH", .scope = "Column"}, [&] {
        DrawHeading(canvas, {box.x, box.y + 0.3, box.width, kBoxLabel - 0.6}, label, 8);
      });
    }
  });
  const auto cell = [&](int i) {
    if (i == 0) {
      canvas.Text({kLeft + 1, y + 8, kBoxWidth - 2, 5}, note,
                  {.size = 9, .align = Align::kCentre, .vertical = VerticalAlign::kMiddle});
    }
    canvas.Text(
        {kLeft + (i + 1) * kBoxWidth - 10, y + height - 6, 8.6, 5.4}, std::to_string(first + i),
        {.size = 10, .colour = kTeal, .align = Align::kRight, .vertical = VerticalAlign::kBottom});
  };
  canvas.Tagged("TR", [&] {
    for (int i = 0; i < 4; ++i) canvas.Tagged("TD", [&] { cell(i); });
  });
}

// A row of four exits over a row of four entries.
void DrawInspections(Canvas& canvas, double y, double height, int first,
                     const std::string& entry_note = "") {
  DrawInspectionRow(canvas, y, height, kExit, first);
  DrawInspectionRow(canvas, y + height, height, kEntry, first, entry_note);
}

void DrawPageFoot(Canvas& canvas, const PermitPaper& permit) {
  canvas.Repeated([&] {
    canvas.Text({kLeft, 281.2, kWidth, 4},
                permit.number + "  ·  " + std::to_string(canvas.page()) + " / 2",
                {.size = 7.5,
                 .colour = kGrey,
                 .align = Align::kCentre,
                 .vertical = VerticalAlign::kMiddle});
  });
}

void DrawHead(Canvas& canvas, const PermitPaper& permit) {
  DrawLetterhead(canvas, kLeft, 13.5);
  canvas.Text({kRight - 60, 13.5, 60, 4}, "許可證號  Permit No.",
              {.size = 8, .colour = kTeal, .align = Align::kRight});
  canvas.Text(
      {kRight - 60, 17.6, 60, 7}, permit.number,
      {.size = 15, .align = Align::kRight, .vertical = VerticalAlign::kMiddle, .tracking = 0.6});
  canvas.Tagged("H1", [&] {
    canvas.Text(
        {kLeft, 28.5, kWidth, 11}, "中華民國臺灣地區入出境許可證",
        {.size = 24, .align = Align::kCentre, .vertical = VerticalAlign::kMiddle, .tracking = 3});
    canvas.Text(
        {kLeft, 39.2, kWidth, 6}, "EXIT & ENTRY PERMIT TAIWAN REPUBLIC OF CHINA",
        {.size = 11, .align = Align::kCentre, .vertical = VerticalAlign::kMiddle, .tracking = 1.2});
  });
}

// The way to the online check, beside the title.
void DrawCheckCode(Canvas& canvas, const PermitPaper& permit) {
  constexpr double kCode = 18;
  const Box square{kRight - kCode, 26.2, kCode, kCode};
  canvas.Linked(square, permit.check_address, [&] {
    canvas.Figure(square, "線上查驗條碼 Code of the online check",
                  [&] { DrawQrCode(canvas, square, permit.check_address); });
    DrawHeading(canvas, {square.x, square.bottom() - 0.4, kCode, 5.4}, kOnlineCheck, 6.5);
  });
}

void DrawNotes(Canvas& canvas, double y, const PermitPaper& permit) {
  y = DrawPartHeading(canvas, y, kNotesHeading);
  const double half = kWidth / 2;
  const TextStyle style{.size = 9.4, .vertical = VerticalAlign::kMiddle};
  if (!permit.unified_number.empty()) {
    canvas.Text({kLeft, y, half - 24, 5}, "統一證號 UI No.：" + permit.unified_number, style);
    canvas.Text({kLeft + half - 22, y, half + 22, 5}, "學校名稱 School：" + permit.school, style);
  } else {
    canvas.Text({kLeft, y, kWidth, 5}, "學校名稱 School：" + permit.school, style);
  }
  DrawColumns(canvas, y + 5.8, kConditions);
}

// The holder's names as registered; the English one again as the seal and the holder's other
// documents spell it, where that differs (LÜ is LYU there), so that an inspector finds the same
// name in both. Not where the names fill the field already.
std::string Names(const PermitPaper& permit) {
  constexpr std::size_t kMost = 80;  // code points, of which even the widest fit
  const std::string names = permit.chinese_name + "  " + permit.english_name;
  const std::string spelt = TravelDocumentSpelling(permit.english_name);
  if (spelt == permit.english_name) return names;
  const std::string both = names + " (" + spelt + ")";
  return CountCodePoints(both) <= kMost ? both : names;
}

// The holder's data: photo and seal at the left, fields in a grid.
void DrawData(Canvas& canvas, double y, const PermitPaper& permit) {
  constexpr double kSide = 42;
  constexpr double kRow = 14.8;
  const double x = kLeft + kSide;
  const double width = kWidth - kSide;
  const Box block{kLeft, y, kWidth, 6 * kRow + 1.6};
  canvas.RoundedFill(block, 1.6, kWhite);

  const Box photo{kLeft + 3.5, y + 7, 35, 45};
  canvas.Text({kLeft, y + 1, kSide, 5.4}, "大陸地區人民",
              {.size = 10,
               .colour = kTeal,
               .align = Align::kCentre,
               .vertical = VerticalAlign::kMiddle,
               .tracking = 1});
  canvas.Figure(photo, "持證人照片 Photo of the holder", [&] {
    canvas.Jpeg(photo, permit.photo.jpeg, permit.photo.width, permit.photo.height);
  });
  canvas.Stroke(photo, 0.15, kGrey);
  constexpr double kSealSide = 32;
  const Box seal{kLeft + (kSide - kSealSide) / 2, photo.bottom() + 0.2, kSealSide, kSealSide};
  if (permit.seal.empty()) throw PaperError("the permit has no seal");
  canvas.Figure(seal, "離線查驗條碼 Code of the digital seal",
                [&] { DrawQrCode(canvas, seal, permit.seal); });
  DrawHeading(canvas, {kLeft, seal.bottom() - 1, kSide, 5.6}, kSeal, 7);

  struct Cell {
    Bilingual label;
    std::string value;
    double share;  // of the row
  };
  const std::array<std::vector<Cell>, 6> rows = {{
      {{{"許可證類別", "Permit Type"}, "大陸地區人民多次入出境證", 0.33},
       {{"發證日期", "Date of Issue"}, PaperDate(permit.issued_on), 0.335},
       {{"有效期限", "Date of Expiry"}, PaperDate(permit.expires_on), 0.335}},
      {{{"事由", "Purpose"}, "陸生就學", 0.24}, {{"姓名", "Name"}, Names(permit), 0.76}},
      {{{"護照號碼(大陸居民往來臺灣通行證)", "Passport No."}, permit.travel_permit_number, 0.5},
       {{"身分證號", "ID No."}, permit.identity_number, 0.5}},
      {{{"出生日期", "Date of Birth"}, PaperDate(permit.birth_date), 0.5},
       {{"性別", "Gender"}, permit.male ? "男 Male" : "女 Female", 0.5}},
      {{{"出生地", "Place of Birth"}, permit.birth_place, 0.5},
       {{"許可停留期限", "Duration of Stay"}, PaperDate(permit.stay_until), 0.5}},
      {{{"在臺地址", "Address in Taiwan"}, permit.address, 1.0}},
  }};
  canvas.Tagged("Table", [&] {
    constexpr std::size_t kMostFields = 3;
    double top = y;
    for (const auto& row : rows) {
      const bool last = &row == &rows.back();
      const double height = last ? block.bottom() - top : kRow;
      double left = x;
      canvas.Tagged("TR", [&] {
        for (const Cell& cell : row) {
          const Box box{left, top, width * cell.share, height};
          DrawField(canvas, box, cell.label, cell.value, row.size() > 2 ? 10 : 11.5,
                    ValueColumns(row.size(), kMostFields));
          canvas.Line(left, top, left, top + height, 0.15, kTeal);
          left = box.right();
        }
      });
      if (!last) canvas.Line(x, top + height, kRight, top + height, 0.15, kTeal);
      top += height;
    }
  });
  canvas.RoundedStroke(block, 1.6, 0.4, kTeal);
}

void DrawBackground(Canvas& canvas) {
  DrawWaves(canvas, kFrame.Inset(4.4));
  DrawRosette(canvas, Canvas::kA4Width / 2, 104, 60);
  DrawBorder(canvas, kFrame);
}

void DrawFront(Canvas& canvas, const PermitPaper& permit) {
  DrawBackground(canvas);
  DrawHead(canvas, permit);
  DrawCheckCode(canvas, permit);
  double y = DrawPartHeading(canvas, 47.5, kNoticesHeading);
  y = DrawColumns(canvas, y, kNotices);
  DrawNotes(canvas, y + 1.2, permit);
  constexpr double kBoxes = 122.6;
  constexpr double kBoxHeight = 31;
  canvas.Tagged("Table", [&] {
    DrawInspections(canvas, kBoxes, kBoxHeight, 1,
                    permit.entered_on ? "入境日期：" + FormatDate(*permit.entered_on) : "");
  });
  DrawData(canvas, kBoxes + 2 * kBoxHeight + 3.6, permit);
  DrawPageFoot(canvas, permit);
}

void DrawBack(Canvas& canvas, const PermitPaper& permit) {
  DrawBorder(canvas, kFrame);
  canvas.Text({kLeft, 13, kWidth / 2, 6}, "許可證號  Permit No.  " + permit.number,
              {.size = 11, .vertical = VerticalAlign::kMiddle});
  canvas.Text({kLeft + kWidth / 2, 13, kWidth / 2, 6}, Names(permit),
              {.size = 11, .align = Align::kRight, .vertical = VerticalAlign::kMiddle});
  constexpr double kBoxHeight = 31.5;
  canvas.Tagged("Table", [&] {
    for (int row = 0; row < 4; ++row) {
      DrawInspections(canvas, 21.5 + row * (2 * kBoxHeight + 1.6), kBoxHeight, 5 + 4 * row);
    }
  });
  DrawPageFoot(canvas, permit);
}

}  // namespace

Paper DrawPermit(const PermitPaper& permit) {
  Canvas canvas({.title = "中華民國臺灣地區入出境許可證 Exit & Entry Permit " + permit.number,
                 .subject = "陸生多次入出境許可證 Multiple-entry permit",
                 .made_at = StartOfDay(permit.issued_on)});
  canvas.Tagged("Document", [&] {
    DrawFront(canvas, permit);
    canvas.NextPage();
    DrawBack(canvas, permit);
  });
  return canvas.Finish();
}

}  // namespace permit::views
