#include "views/pdf/slip.h"

#include <algorithm>
#include <span>
#include <vector>

#include "views/pdf/canvas.h"
#include "views/pdf/code39.h"
#include "views/pdf/paper_parts.h"

namespace permit::views {
namespace {

constexpr double kLeft = 15;
constexpr double kWidth = 180;
constexpr double kRight = kLeft + kWidth;
constexpr double kCut = 128;

constexpr const char* kCategory = "學生線上申辦 Student on-line application";
constexpr const char* kItem = "證照費 Permit fee";
constexpr const char* kBank = "臺灣銀行 Bank of Taiwan (004)";

struct Cell {
  Bilingual label;
  std::string value;
  double share;  // of the row
  double size = 11;
};

// Rows of labelled fields under each other in a frame; returns where it ends.
double DrawGrid(Canvas& canvas, double y, double row_height,
                const std::vector<std::vector<Cell>>& rows) {
  const double top = y;
  std::size_t most = 0;
  for (const auto& row : rows) most = std::max(most, row.size());
  canvas.Tagged("Table", [&] {
    for (const auto& row : rows) {
      double x = kLeft;
      canvas.Tagged("TR", [&] {
        for (const Cell& cell : row) {
          const Box box{x, y, kWidth * cell.share, row_height};
          DrawField(canvas, box, cell.label, cell.value, cell.size, ValueColumns(row.size(), most));
          if (x > kLeft) canvas.Line(x, y, x, y + row_height, 0.15, kTeal);
          x = box.right();
        }
      });
      if (y > top) canvas.Line(kLeft, y, kRight, y, 0.15, kTeal);
      y += row_height;
    }
  });
  canvas.Stroke({kLeft, top, kWidth, y - top}, 0.35, kTeal);
  return y;
}

void DrawStubHead(Canvas& canvas, double y, const SlipPaper& slip, Bilingual stub) {
  DrawLetterhead(canvas, kLeft, y);
  canvas.Text({kRight - 68, y, 68, 5}, std::string(stub.chinese) + "  " + std::string(stub.english),
              {.size = 8.5, .colour = kTeal, .align = Align::kRight});
  canvas.Text({kRight - 68, y + 5.6, 68, 5},
              "列印日期 Print Date：" + FormatDate(TaipeiDate(slip.printed_at)),
              {.size = 8.5, .align = Align::kRight});
  canvas.Tagged("H1", [&] {
    canvas.Text(
        {kLeft, y + 12.5, kWidth, 8}, "內政部移民署繳費單",
        {.size = 18, .align = Align::kCentre, .vertical = VerticalAlign::kMiddle, .tracking = 3});
    canvas.Text({kLeft, y + 20.2, kWidth, 5}, "National Immigration Agency Demand Notes",
                {.size = 9.5,
                 .colour = kGrey,
                 .align = Align::kCentre,
                 .vertical = VerticalAlign::kMiddle});
  });
}

constexpr Bilingual kStoreAdvice[] = {
    {"請持本單於繳費期限內至統一、全家、萊爾富或 OK 超商繳費，需自行付 8 元手續費。",
     "Pay this slip at a 7-ELEVEN, FamilyMart, Hi-Life or OK store by the date above; the store "
     "adds "
     "a charge of NT$8."},
    {"入帳約需 2 至 3 個工作日，之後可於線上申辦系統下載許可證及收據。",
     "Permit and receipt can be downloaded when the payment is booked, in 2 to 3 working days."}};

constexpr Bilingual kAccountAdvice[] = {
    {"請於繳費期限內轉帳至上列帳號，或至臺灣銀行臨櫃繳費；臨櫃手續費 10 元，跨行手續費另計。",
     "Transfer the amount to the account above, or pay at a counter of the Bank of Taiwan (NT$10). "
     "Other banks add a charge."},
    {"本帳號僅供本次繳費使用，金額須完全相符；入帳約需 2 "
     "日，之後可於線上申辦系統下載許可證及收據。",
     "The account is for this payment alone and takes this amount only. Permit and receipt can be "
     "downloaded when the payment is booked, in about 2 days."}};

void DrawAdvice(Canvas& canvas, double y, std::span<const Bilingual> sentences) {
  for (const Bilingual& sentence : sentences) {
    y = canvas.Paragraph(kLeft, y, kWidth, sentence.chinese, {.size = 9.5}).bottom();
    y = canvas
            .Paragraph(kLeft, y, kWidth, sentence.english,
                       {.size = 8.2, .colour = kGrey, .line_height = 1.25})
            .bottom() +
        1.2;
  }
}

constexpr const char* kStoreNote =
    "超商繳費務請記得索取繳費證明單並核對金額\n"
    "Please ask for the confirmation of payment and check the amount";
constexpr const char* kAccountNote =
    "繳費後請保留繳費證明並核對金額\n"
    "Please keep the proof of payment and check the amount";

std::string InFours(const std::string& digits) {
  std::string grouped;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i % 4 == 0) grouped += ' ';
    grouped += digits[i];
  }
  return grouped;
}

// All that the payer needs, since the other stub may be cut off: the account too, where it is paid
// into one.
void DrawPayersStub(Canvas& canvas, const SlipPaper& slip) {
  constexpr double kTop = 13;
  DrawStubHead(canvas, kTop, slip, {"第一聯：繳款人收執聯", "Payer's stub"});
  canvas.Text({kLeft, kTop + 20.2, 56, 5}, "No: " + slip.number,
              {.size = 10.5, .vertical = VerticalAlign::kMiddle});
  const bool at_store = slip.barcodes.has_value();
  std::vector<std::vector<Cell>> rows = {
      {{{"繳款人姓名", "Payer's Name"}, slip.payer, 0.5},
       {{"繳費類別", "Type of payment"}, kCategory, 0.5}},
      {{{"繳費期限", "Please pay this amount by"}, FormatDate(slip.deadline), 0.5, 13},
       {{"合計", "Total Amount"}, "NT$" + Grouped(slip.amount), 0.5, 15}},
      {{{"收入科目", "Item"}, kItem, 0.25},
       {{"金額", "Amount"}, Grouped(slip.amount), 0.25},
       {{"備註", "Notes"}, at_store ? kStoreNote : kAccountNote, 0.5, 9}}};
  if (!at_store) {
    rows.insert(rows.begin() + 2,
                {{{"收款銀行", "Bank"}, kBank, 0.5},
                 {{"虛擬帳號", "Virtual account"}, InFours(slip.number), 0.5, 13}});
  }
  const double y = DrawGrid(canvas, kTop + 28, 14, rows);
  DrawAdvice(canvas, y + 3, slip.barcodes ? kStoreAdvice : kAccountAdvice);
}

void DrawCutLine(Canvas& canvas) {
  constexpr double kLabelWidth = 52;
  const double middle = Canvas::kA4Width / 2;
  canvas.DashedLine(6, kCut, middle - kLabelWidth / 2, kCut, 0.2, kGrey);
  canvas.DashedLine(middle + kLabelWidth / 2, kCut, Canvas::kA4Width - 6, kCut, 0.2, kGrey);
  canvas.Text(
      {middle - kLabelWidth / 2, kCut - 2.5, kLabelWidth, 5}, "請沿虛線剪下  Cut here",
      {.size = 8.5, .colour = kGrey, .align = Align::kCentre, .vertical = VerticalAlign::kMiddle});
}

// The symbols under each other with their texts, left of a remark for the clerk.
void DrawBarcodes(Canvas& canvas, double y, const SlipBarcodes& barcodes) {
  constexpr double kHeight = 15.5;
  constexpr double kStep = 24.5;
  canvas.Text({kLeft, y, 26, 6}, "超商專用", {.size = 12, .colour = kTeal, .tracking = 1});
  canvas.Text({kLeft, y + 6, 30, 4}, "For the store", {.size = 8.2, .colour = kGrey});
  const double x = kLeft + 34 + kCode39QuietZone;
  int number = 0;
  for (const std::string* text : {&barcodes.first, &barcodes.second, &barcodes.third}) {
    Box bars{x, y, Code39Width(text->size()), kHeight};
    const std::string which = std::to_string(++number);
    canvas.Figure(bars, "條碼 " + which + " Barcode " + which,
                  [&] { bars = DrawCode39(canvas, x, y, kHeight, *text); });
    canvas.Text({bars.x, bars.bottom() + 0.6, bars.width, 5}, *text,
                {.size = 10.5,
                 .align = Align::kCentre,
                 .vertical = VerticalAlign::kMiddle,
                 .tracking = 1.6});
    y += kStep;
  }
}

void DrawAccount(Canvas& canvas, double y, const SlipPaper& slip) {
  const Box block{kLeft, y, kWidth, 36};
  canvas.Fill(block, kPale);
  canvas.Stroke(block, 0.35, kTeal);
  const auto row = [&](const Box& cell, Bilingual label, std::string_view value, double size) {
    canvas.Tagged("TR", [&] { DrawField(canvas, cell, label, value, size); });
  };
  canvas.Tagged("Table", [&] {
    row({block.x + 3, block.y + 2, 56, 18}, {"收款銀行", "Bank"}, "臺灣銀行 Bank of Taiwan", 12);
    row({block.x + 3, block.y + 20, 56, 14}, {"銀行代碼", "Bank code"}, "004", 14);
    row({block.x + 62, block.y + 2, kWidth - 65, 30}, {"虛擬帳號", "Virtual account"},
        InFours(slip.number), 24);
  });
}

void DrawCollectorsStub(Canvas& canvas, const SlipPaper& slip) {
  DrawStubHead(canvas, kCut + 7, slip, {"第二聯：代收單位留存聯", "Collector's stub"});
  const std::string amount = "NT$" + Grouped(slip.amount);
  const double y = DrawGrid(canvas, kCut + 34, 12.5,
                            {{{{"繳款人姓名", "Payer's Name"}, slip.payer, 0.5},
                              {{"繳費類別", "Type of payment"}, kCategory, 0.5}},
                             {{{"分行字號", "Branch No."}, slip.branch, 0.25},
                              {{"代收類別", "Collection category"}, slip.collection_category, 0.25},
                              {{"領收號碼", "Receipt No."}, slip.number, 0.5}},
                             {{{"收入科目", "Item"}, kItem, 0.25},
                              {{"繳費期限", "Payment Deadline"}, FormatDate(slip.deadline), 0.25},
                              {{"繳費金額", "Amount"}, amount, 0.5, 14}}});
  if (slip.barcodes) {
    canvas.Text({kLeft, y + 1.6, kWidth, 4.6},
                "統一、全家、萊爾富及 OK 超商代收手續費 8 元，由繳款人負擔。  "
                "The payer bears the store's charge of NT$8.",
                {.size = 8.6});
    DrawBarcodes(canvas, y + 9.5, *slip.barcodes);
  } else {
    DrawAccount(canvas, y + 8, slip);
  }
}

}  // namespace

Paper DrawSlip(const SlipPaper& slip) {
  Canvas canvas({.title = "內政部移民署繳費單 Payment slip " + slip.number,
                 .subject = slip.barcodes ? "四大超商繳費 Payment at a convenience store"
                                          : "虛擬帳戶繳費 Payment into a virtual account",
                 .made_at = slip.printed_at});
  canvas.Tagged("Document", [&] {
    canvas.Tagged("Sect", [&] { DrawPayersStub(canvas, slip); });
    DrawCutLine(canvas);
    canvas.Tagged("Sect", [&] { DrawCollectorsStub(canvas, slip); });
  });
  return canvas.Finish();
}

}  // namespace permit::views
