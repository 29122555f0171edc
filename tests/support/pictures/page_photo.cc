#include "tests/support/pictures/page_photo.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <memory>
#include <numbers>

#include <pango/pangocairo.h>

namespace permit::test {
namespace {

constexpr const char* kChineseFonts[] = {"TW-Kai", "LXGW WenKai", "HanaMinA", "Noto Sans CJK TC"};
constexpr const char* kLatinFonts[] = {"DejaVu Sans", "DejaVu Serif", "Gentium Plus"};

constexpr const char* kTraditional[] = {
    "茲證明下列學生現於本校就讀，學籍資料經查核無誤，特此證明。",
    "持證人應於許可停留期間屆滿前離境，逾期者依規定處罰。",
    "檢查項目：身高、體重、血壓、視力、胸部X光肺結核檢查、梅毒血清檢查。",
    "檢查結果：合格。醫師簽章。本證明書自檢查日起三個月內有效。",
    "學生就讀期間應遵守校規，並於每學期開始時完成註冊手續。",
    "本文件之影本與正本相符，如有虛偽願負法律責任。",
    "發證日期：中華民國一百一十五年三月十二日。有效期限至同年九月。",
    "住址：臺中市西屯區文華路一百號學生宿舍第三棟五樓。",
    "聯絡電話請填寫日間可聯繫之號碼，以便通知補正事項。",
};
constexpr const char* kSimplified[] = {
    "兹证明该学生为我校全日制本科在校学生，学制四年，现读二年级。",
    "本通行证由公安机关出入境管理局签发，持证人应妥善保管。",
    "根据学校安排，该生将于本学期赴台湾地区进行交换学习。",
    "家庭住址：浙江省杭州市西湖区文三路十八号三单元二零一室。",
    "以上情况属实，特此证明。教务处盖章，二零二六年二月二十日。",
    "体检结论：未发现传染性疾病，身体健康，可以正常学习和生活。",
};
constexpr const char* kEnglish[] = {
    "This is to certify that the above named student is enrolled in the second year of study.",
    "The holder shall leave the territory before the period of permitted stay has expired.",
    "No sign of active pulmonary tuberculosis was found on the chest radiograph.",
    "Any alteration of this document makes it void. Please keep it together with your passport.",
    "Registration for the spring term was completed and all fees have been paid in full.",
    "For questions about this certificate write to the office of international affairs.",
};
constexpr const char* kTitles[] = {"在學證明書", "健康檢查合格證明",         "入出境許可證",
                                   "学籍证明",   "Certificate of Enrolment", "往來臺灣通行證"};

struct Unref {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};

class Sheet {
 public:
  Sheet(double red, double green, double blue)
      : surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, kPageWidth, kPageHeight)),
        cairo_(cairo_create(surface_.get())),
        layout_(pango_cairo_create_layout(cairo_.get())) {
    cairo_set_source_rgb(cairo_.get(), red, green, blue);
    cairo_paint(cairo_.get());
    cairo_set_source_rgb(cairo_.get(), 0.1, 0.1, 0.12);
  }
  cairo_t* cairo() const { return cairo_.get(); }

  // Returns how high it is.
  double Text(const std::string& text, const std::string& font, double points, double x, double y,
              double width) const {
    PangoFontDescription* face = pango_font_description_from_string(font.c_str());
    pango_font_description_set_absolute_size(face, points * 150 / 72 * PANGO_SCALE);
    pango_layout_set_font_description(layout_.get(), face);
    pango_font_description_free(face);
    pango_layout_set_width(layout_.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(layout_.get(), text.c_str(), -1);
    cairo_move_to(cairo(), x, y);
    pango_cairo_show_layout(cairo(), layout_.get());
    int wide = 0, high = 0;
    pango_layout_get_pixel_size(layout_.get(), &wide, &high);
    return high;
  }

  Picture Give() const {
    cairo_surface_flush(surface_.get());
    Picture picture{kPageWidth, kPageHeight, {}};
    picture.pixels.reserve(std::size_t{kPageWidth} * kPageHeight * 3);
    const unsigned char* row = cairo_image_surface_get_data(surface_.get());
    for (unsigned y = 0; y < kPageHeight; ++y) {
      for (unsigned x = 0; x < kPageWidth; ++x) {
        const unsigned char* at = row + std::size_t{x} * 4;  // blue, green, red
        picture.pixels.insert(picture.pixels.end(), {at[2], at[1], at[0]});
      }
      row += cairo_image_surface_get_stride(surface_.get());
    }
    return picture;
  }

 private:
  std::unique_ptr<cairo_surface_t, Unref> surface_;
  std::unique_ptr<cairo_t, Unref> cairo_;
  std::unique_ptr<PangoLayout, Unref> layout_;
};

template <std::size_t N>
const char* OneOf(const char* const (&list)[N], Chance& chance) {
  return list[chance.Below(static_cast<int>(N))];
}

std::string Sentence(int language, Chance& chance) {
  if (language == 0) return OneOf(kTraditional, chance);
  if (language == 1) return OneOf(kSimplified, chance);
  return OneOf(kEnglish, chance);
}

std::string FontFor(int language, Chance& chance) {
  return language == 2 ? OneOf(kLatinFonts, chance) : OneOf(kChineseFonts, chance);
}

void DrawStamp(const Sheet& sheet, double x, double y, double side) {
  cairo_set_source_rgba(sheet.cairo(), 0.75, 0.1, 0.1, 0.8);
  cairo_set_line_width(sheet.cairo(), 5);
  cairo_rectangle(sheet.cairo(), x, y, side, side);
  cairo_stroke(sheet.cairo());
  sheet.Text("教務處印", "TW-Kai", 20, x + 14, y + 10, side - 20);
  cairo_set_source_rgb(sheet.cairo(), 0.1, 0.1, 0.12);
}

// Rows of label and answer between lines.
double DrawTable(const Sheet& sheet, int language, double size, double left, double top,
                 Chance& chance) {
  const double right = kPageWidth - left, row = size * 4.4;
  const int rows = 4 + chance.Below(6);
  cairo_set_line_width(sheet.cairo(), 2);
  for (int i = 0; i <= rows; ++i) {
    cairo_move_to(sheet.cairo(), left, top + i * row);
    cairo_line_to(sheet.cairo(), right, top + i * row);
  }
  for (const double x : {left, left + (right - left) * 0.3, right}) {
    cairo_move_to(sheet.cairo(), x, top);
    cairo_line_to(sheet.cairo(), x, top + rows * row);
  }
  cairo_stroke(sheet.cairo());
  const std::string font = FontFor(language, chance);
  const auto begins = [&](std::size_t characters) {
    const std::string sentence = Sentence(language, chance);
    return sentence.substr(0, language == 2 ? characters * 2 : characters * 3);
  };
  for (int i = 0; i < rows; ++i) {
    const double y = top + i * row + size * 0.9;
    sheet.Text(begins(5), font, size, left + 14, y, 300);
    sheet.Text(begins(12), font, size, left + (right - left) * 0.3 + 14, y, right);
  }
  return top + rows * row + 30;
}

// A card that fills the page, as a travel permit photographed from near by.
void DrawCard(const Sheet& sheet, int language, Chance& chance) {
  cairo_set_source_rgb(sheet.cairo(), 0.35, 0.55, 0.75);
  cairo_rectangle(sheet.cairo(), 0, 0, kPageWidth, 150);
  cairo_fill(sheet.cairo());
  cairo_set_source_rgb(sheet.cairo(), 0.6, 0.62, 0.66);
  cairo_rectangle(sheet.cairo(), 80, 260, 360, 460);
  cairo_fill(sheet.cairo());
  cairo_set_source_rgb(sheet.cairo(), 0.1, 0.1, 0.12);
  sheet.Text(OneOf(kTitles, chance), FontFor(0, chance), 30, 90, 30, 1100);
  double y = 260;
  for (int i = 0; i < 6; ++i) {
    y += 14 + sheet.Text(Sentence(language, chance), FontFor(language, chance), 17, 500, y, 660);
  }
  sheet.Text(Sentence(0, chance), "TW-Kai", 18, 80, std::max(y, 760.0) + 40, 1080);
}

}  // namespace

Picture DrawLines(std::string_view text, const std::string& font, double size, double margin) {
  const Sheet sheet(1, 1, 1);
  sheet.Text(std::string(text), font, size, margin, margin, kPageWidth - 2 * margin);
  return sheet.Give();
}

Picture DrawDocument(Chance& chance) {
  const double white = chance.Between(0.93, 1);
  const Sheet sheet(white, white, white - chance.Between(0, 0.04));
  const int kind = chance.Below(4), language = chance.Below(3);
  if (kind == 3) {
    DrawCard(sheet, language, chance);
    return sheet.Give();
  }
  const double left = chance.Between(100, 170), size = chance.Between(10, 14.5);
  double y = chance.Between(110, 200);
  y += 50 + sheet.Text(OneOf(kTitles, chance), FontFor(0, chance), chance.Between(20, 30),
                       left + chance.Between(0, 250), y, 900);
  if (kind == 1) y = DrawTable(sheet, language, size, left, y, chance);
  const int paragraphs = 3 + chance.Below(kind == 2 ? 12 : 6);
  const std::string font = FontFor(language, chance);
  for (int i = 0; i < paragraphs && y < kPageHeight - 360; ++i) {
    std::string text = Sentence(language, chance);
    for (int more = chance.Below(3); more > 0; --more) text += Sentence(language, chance);
    y += size + sheet.Text(text, font, size, left, y, kPageWidth - 2 * left);
  }
  if (chance.Below(2) == 0) DrawStamp(sheet, chance.Between(600, 900), y + 20, 150);
  return sheet.Give();
}

Picture DrawEmptyPage(Chance& chance) {
  const Sheet sheet(0.97, 0.97, 0.96);
  if (chance.Below(2) == 0) {
    cairo_set_line_width(sheet.cairo(), 3);
    cairo_move_to(sheet.cairo(), 200, chance.Between(300, 1500));
    cairo_line_to(sheet.cairo(), 1000, chance.Between(300, 1500));
    cairo_stroke(sheet.cairo());
  }
  return sheet.Give();
}

Shot ShotOf(Chance& chance) {
  Shot shot;
  shot.tilt = chance.Between(-4, 4);
  shot.lean = chance.Between(-0.07, 0.07);
  shot.margin = chance.Between(0.05, 0.12);
  shot.table = chance.Between(25, 125);
  shot.warmth = chance.Between(-10, 50);
  shot.shadow = chance.Between(0, 0.28);
  return shot;
}

Picture Photograph(const Picture& page, const Shot& shot, Chance& chance) {
  Picture picture{kShotWidth, kShotHeight, {}};
  picture.pixels.reserve(std::size_t{kShotWidth} * kShotHeight * 3);
  const double fit = std::max(page.width / (kShotWidth * (1 - 2 * shot.margin)),
                              page.height / (kShotHeight * (1 - 2 * shot.margin)));
  const double angle = shot.tilt * std::numbers::pi / 180;
  const double middle_x = kShotWidth * (0.5 + shot.aside),
               middle_y = kShotHeight * (0.5 + shot.down);
  const double grain = chance.Between(0.02, 0.06);
  for (unsigned y = 0; y < kShotHeight; ++y) {
    for (unsigned x = 0; x < kShotWidth; ++x) {
      const double u = x - middle_x, v = y - middle_y;
      const double near = 1 + shot.lean * v / kShotHeight;
      const double page_x =
          page.width / 2.0 + fit * (u * std::cos(angle) + v * std::sin(angle)) * near;
      const double page_y =
          page.height / 2.0 + fit * (v * std::cos(angle) - u * std::sin(angle)) * near;
      const double light = 1 - shot.shadow * std::clamp(x * 1.4 / kShotWidth - 0.2, 0.0, 1.0);
      std::array<double, 3> colour;
      if (page_x < 0 || page_y < 0 || page_x >= page.width - 1 || page_y >= page.height - 1) {
        const double wood = shot.table + 9 * std::sin(x * grain + 2 * std::sin(y * 0.01));
        colour = {wood + shot.warmth / 2, wood, wood - shot.warmth / 2};
      } else {
        const auto left = static_cast<unsigned>(page_x), top = static_cast<unsigned>(page_y);
        const double right_part = page_x - left, lower_part = page_y - top;
        const unsigned char* above = page.Row(top) + std::size_t{left} * 3;
        const unsigned char* below = page.Row(top + 1) + std::size_t{left} * 3;
        for (std::size_t c = 0; c < 3; ++c) {
          const double upper = above[c] + (above[c + 3] - above[c]) * right_part;
          const double lower = below[c] + (below[c + 3] - below[c]) * right_part;
          colour[c] = (upper + (lower - upper) * lower_part) * 0.9;
        }
      }
      for (const double part : colour) {
        picture.pixels.push_back(static_cast<unsigned char>(std::clamp(part * light, 0.0, 255.0)));
      }
    }
  }
  return ThroughJpeg(Noise(Blur(picture, chance.Between(0.6, 0.95)), chance.Between(1, 5), chance));
}

Picture Scan(const Picture& page, Chance& chance) {
  Picture scan = Blur(page, 0.6);
  const unsigned strip = chance.Below(2) == 0 ? 0 : 20 + static_cast<unsigned>(chance.Below(40));
  const bool below = chance.Below(2) == 0;
  for (unsigned y = 0; y < scan.height; ++y) {
    for (unsigned x = 0; x < scan.width; ++x) {
      const bool dark = x + strip >= scan.width || (below && y + strip >= scan.height);
      if (!dark) continue;
      std::fill_n(
          scan.pixels.begin() + static_cast<std::ptrdiff_t>((std::size_t{y} * scan.width + x) * 3),
          3, static_cast<unsigned char>(60));
    }
  }
  return ThroughJpeg(Noise(scan, chance.Between(0.5, 2), chance));
}

}  // namespace permit::test
