#include "views/pdf/receipt.h"

#include <numbers>
#include <utility>

#include "handlers/rules/chinese_numerals.h"
#include "views/pdf/canvas.h"
#include "views/pdf/guilloche.h"
#include "views/pdf/paper_parts.h"
#include "views/words/payment_words.h"

namespace permit::views {
namespace {

constexpr double kLeft = 20;
constexpr double kWidth = 170;
constexpr double kRight = kLeft + kWidth;
constexpr Box kFrame{9, 9, 192, 279};
constexpr double kItemsTop = 86;
constexpr double kRow = 11;
constexpr std::size_t kItemsFirstPage = 6;
constexpr std::size_t kItemsNextPage = 9;

Bilingual Words(Service service) {
  switch (service) {
    case Service::kExchange:
      return {"陸生換發多次證", "Exchange of permit"};
    case Service::kExtension:
      return {"陸生多次證延期", "Extension of permit"};
    case Service::kDataChange:
      return {"陸生資料異動", "Change of data"};
  }
  return {};
}

Bilingual Words(PaymentMethod method) {
  switch (method) {
    case PaymentMethod::kCreditCard:
      return {"國際信用卡網路繳費", "International credit card"};
    case PaymentMethod::kWebAtm:
      return {"網路收單ATM繳費", "Web ATM"};
    case PaymentMethod::kVirtualAccount:
      return {"虛擬帳戶繳費", "Virtual account"};
    case PaymentMethod::kEGovAccount:
      return {"E政府繳費平台 金融帳戶轉帳支付", "e-Government, bank transfer"};
    case PaymentMethod::kEGovWebAtm:
      return {"E政府繳費平台 網路ATM", "e-Government, web ATM"};
    case PaymentMethod::kEGovCreditCard:
      return {"E政府繳費平台 信用卡網路支付", "e-Government, credit card"};
    case PaymentMethod::kConvenienceStore:
      return {"四大超商繳費", "Convenience store"};
  }
  return {};
}

std::string Both(Bilingual words) {
  return std::string(words.chinese) + "  " + std::string(words.english);
}

struct Column {
  Bilingual label;
  double x;
  double width;
  Align align;
};
constexpr Column kColumns[] = {
    {{"項次", "No."}, kLeft, 16, Align::kCentre},
    {{"收件號", "Receipt No. of the case"}, kLeft + 16, 46, Align::kCentre},
    {{"收入科目", "Item"}, kLeft + 62, 78, Align::kCentre},
    {{"金額", "Amount (NT$)"}, kLeft + 140, 30, Align::kRight},
};

void DrawCell(Canvas& canvas, const Column& column, double y, std::string_view text) {
  canvas.Tagged("TD", [&] {
    canvas.Text({column.x + 2, y, column.width - 4, kRow}, text,
                {.size = 10.5, .align = column.align, .vertical = VerticalAlign::kMiddle});
  });
}

void DrawColumnHeadings(Canvas& canvas, double y) {
  canvas.Fill({kLeft, y, kWidth, kRow}, kPale);
  canvas.Tagged("TR", [&] {
    for (const Column& column : kColumns) {
      canvas.Tagged({.type = "TH", .scope = "Column"}, [&] {
        DrawHeading(canvas, {column.x + 2, y + 0.6, column.width - 4, kRow - 1.2}, column.label,
                    8.5, column.align);
      });
    }
  });
}

// As many items as the page takes, from `first`; returns where the table ends.
double DrawItems(Canvas& canvas, double y, const std::vector<ReceiptItem>& items, std::size_t first,
                 std::size_t count) {
  const double top = y;
  if (first == 0) {
    DrawColumnHeadings(canvas, y);
  } else {
    canvas.Repeated([&] { DrawColumnHeadings(canvas, y); });
  }
  y += kRow;
  for (std::size_t i = first; i < items.size() && i < first + count; ++i, y += kRow) {
    canvas.Line(kLeft, y, kRight, y, 0.12, kTeal);
    canvas.Tagged("TR", [&] {
      DrawCell(canvas, kColumns[0], y, std::to_string(i + 1));
      DrawCell(canvas, kColumns[1], y, items[i].receipt_number);
      DrawCell(canvas, kColumns[2], y, "證照費  " + Both(Words(items[i].service)));
      DrawCell(canvas, kColumns[3], y, Grouped(items[i].amount));
    });
  }
  canvas.Stroke({kLeft, top, kWidth, y - top}, 0.3, kTeal);
  return y;
}

void DrawHead(Canvas& canvas, const ReceiptPaper& receipt) {
  DrawRosette(canvas, Canvas::kA4Width / 2, 205, 46);
  DrawBorder(canvas, kFrame);
  DrawLetterhead(canvas, kLeft, 20);
  canvas.Text({kRight - 62, 20, 62, 4}, "收據號碼  Receipt No.",
              {.size = 8, .colour = kTeal, .align = Align::kRight});
  canvas.Text(
      {kRight - 62, 24.2, 62, 6.6}, receipt.number,
      {.size = 14, .align = Align::kRight, .vertical = VerticalAlign::kMiddle, .tracking = 0.6});
  canvas.Tagged("H1", [&] {
    canvas.Text(
        {kLeft, 38, kWidth, 11}, "電子收據",
        {.size = 26, .align = Align::kCentre, .vertical = VerticalAlign::kMiddle, .tracking = 12});
    canvas.Text({kLeft, 49, kWidth, 6}, "OFFICIAL RECEIPT",
                {.size = 11,
                 .colour = kGrey,
                 .align = Align::kCentre,
                 .vertical = VerticalAlign::kMiddle,
                 .tracking = 2});
  });
}

void DrawPayment(Canvas& canvas, const ReceiptPaper& receipt) {
  constexpr double kTop = 60;
  constexpr double kHeight = 12;
  const double half = kWidth / 2;
  const Box block{kLeft, kTop, kWidth, 2 * kHeight};
  canvas.Tagged("Table", [&] {
    canvas.Tagged("TR", [&] {
      DrawField(canvas, {kLeft, kTop, half, kHeight}, {"繳款人", "Payer"}, receipt.payer, 11.5);
      DrawField(canvas, {kLeft + half, kTop, half, kHeight}, {"繳費日期", "Date of payment"},
                PaidMoment(receipt.method, receipt.paid_at), 11.5);
    });
    canvas.Tagged("TR", [&] {
      DrawField(canvas, {kLeft, kTop + kHeight, half, kHeight}, {"繳費方式", "Method of payment"},
                Both(Words(receipt.method)), 11.5);
      DrawField(canvas, {kLeft + half, kTop + kHeight, half, kHeight},
                {"交易編號", "Payment reference"}, receipt.reference, 11.5);
    });
  });
  canvas.Line(kLeft, kTop + kHeight, kRight, kTop + kHeight, 0.12, kTeal);
  canvas.Line(kLeft + half, kTop, kLeft + half, block.bottom(), 0.12, kTeal);
  canvas.Stroke(block, 0.3, kTeal);
}

void DrawTotal(Canvas& canvas, double y, const ReceiptPaper& receipt) {
  long total = 0;
  for (const ReceiptItem& item : receipt.items) total += item.amount;
  const Box block{kLeft, y + 4, kWidth, 20};
  canvas.Fill(block, kPale);
  canvas.Stroke(block, 0.3, kTeal);
  const double half = kWidth * 0.62;
  canvas.Tagged("Table", [&] {
    canvas.Tagged("TR", [&] {
      DrawField(canvas, {block.x, block.y, half, block.height},
                {"合計新臺幣（大寫）", "Total in words"}, "新臺幣" + CapitalNumerals(total), 16);
      DrawField(canvas, {block.x + half, block.y, kWidth - half, block.height},
                {"合計", "Total Amount"}, "NT$" + Grouped(total), 18);
    });
  });

  canvas.Text({kLeft, block.bottom() + 5, kWidth, 6},
              "開立日期 Date of issue：" + FormatTime(receipt.issued_at),
              {.size = 10, .align = Align::kRight});
}

// The round mark "paid", with the day on which the money came.
void DrawStamp(Canvas& canvas, double x, double y, Instant paid_at) {
  constexpr double kRadius = 19;
  cairo_t* context = canvas.context();
  canvas.SetColour(kRed);
  for (const auto& [radius, line_width] :
       {std::pair{kRadius, 0.7}, std::pair{kRadius - 1.4, 0.2}}) {
    cairo_new_sub_path(context);
    cairo_arc(context, x, y, radius, 0, 2 * std::numbers::pi);
    cairo_set_line_width(context, line_width);
    cairo_stroke(context);
  }
  const TextStyle style{
      .colour = kRed, .align = Align::kCentre, .vertical = VerticalAlign::kMiddle};
  const auto line = [&](double top, double height, std::string_view text, double size) {
    TextStyle sized = style;
    sized.size = size;
    canvas.Text({x - 15, y + top, 30, height}, text, sized);
  };
  line(-14, 6, "內政部移民署", 10);
  line(-7, 8, "規費收訖", 16);
  canvas.Line(x - 15.5, y + 2.2, x + 15.5, y + 2.2, 0.25, kRed);
  line(3, 5.4, FormatDate(TaipeiDate(paid_at)), 11);
  line(8.6, 5, "PAID", 9);
}

void DrawRemarks(Canvas& canvas) {
  constexpr Bilingual kRemarks[] = {
      {"本收據僅就規費開立，不含各繳費管道之手續費；規費繳納後不予退還。",
       "This receipt is for the fee alone, not for the charges of the payment channel. Fees are "
       "not "
       "refunded."},
      {"本收據由線上申辦系統產製，請自行留存。",
       "Made by the online application system. Please keep it."},
  };
  double y = 260;
  canvas.Line(kLeft, y - 3, kRight, y - 3, 0.15, kTeal);
  for (const Bilingual& remark : kRemarks) {
    y = canvas.Paragraph(kLeft, y, kWidth, remark.chinese, {.size = 9.5}).bottom();
    y = canvas.Paragraph(kLeft, y, kWidth, remark.english, {.size = 8.2, .colour = kGrey})
            .bottom() +
        1.2;
  }
}

}  // namespace

Paper DrawReceipt(const ReceiptPaper& receipt) {
  Canvas canvas({.title = "電子收據 Official receipt " + receipt.number,
                 .subject = "學生線上申辦規費 Fee of an application",
                 .made_at = receipt.issued_at});
  canvas.Tagged("Document", [&] {
    DrawHead(canvas, receipt);
    DrawPayment(canvas, receipt);
    double y = 0;
    canvas.Tagged("Table", [&] {
      y = DrawItems(canvas, kItemsTop + 4, receipt.items, 0, kItemsFirstPage);
      for (std::size_t first = kItemsFirstPage; first < receipt.items.size();
           first += kItemsNextPage) {
        canvas.NextPage();
        canvas.Repeated([&] { DrawHead(canvas, receipt); });
        y = DrawItems(canvas, 60, receipt.items, first, kItemsNextPage);
      }
    });
    DrawTotal(canvas, y, receipt);
    canvas.Tagged("Div", [&] { DrawStamp(canvas, kRight - 24, 230, receipt.paid_at); });
    DrawRemarks(canvas);
  });
  return canvas.Finish();
}

}  // namespace permit::views
