#include "views/pdf/canvas.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <numbers>
#include <optional>

#include "views/pdf/glyph_runs.h"
#include "views/pdf/pdf_compaction.h"
#include "views/pdf/pdf_file.h"
#include "views/pdf/typeface.h"

namespace permit::views {
namespace {

constexpr double kPointsPerMillimetre = 72 / 25.4;
constexpr double kAscent = 0.86;  // of the size: where the baseline stands in TW-Kai's em box
constexpr double kStep = 0.25;    // points

constexpr const char* kAuthor = "內政部移民署 National Immigration Agency";

double Millimetres(int pango_units) {
  return static_cast<double>(pango_units) / PANGO_SCALE / kPointsPerMillimetre;
}

std::string Iso8601(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(instant - day)};
  char text[48];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text;
}

cairo_status_t Append(void* bytes, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void Check(cairo_status_t status) {
  if (status != CAIRO_STATUS_SUCCESS) {
    throw std::runtime_error(std::string("cairo: ") + cairo_status_to_string(status));
  }
}

double LineHeight(double size, const TextStyle& style) {
  return size * style.line_height / kPointsPerMillimetre;
}

// The file as cairo leaves it, made small, and with what cairo cannot say about it.
std::string Completed(std::string bytes, const std::string& language, const Structure& structure) {
  const PdfFile file(std::move(bytes));
  std::map<int, int> page_of;  // by the number of its content
  for (int number : file.Pages()) {
    page_of.emplace(Reference(file.Dictionary(number), "/Contents"),
                    static_cast<int>(page_of.size()) + 1);
  }
  std::map<int, std::string> bodies = CompactPdf(file, [&](int number, std::string content) {
    const auto page = page_of.find(number);
    return page == page_of.end() ? content : structure.Marked(content, page->second);
  });
  std::string entries =
      "   /Lang (" + language + ")\n   /ViewerPreferences << /DisplayDocTitle true >>";
  if (!structure.empty()) {
    structure.WriteInto(file, bodies);
    entries += "\n   /MarkInfo << /Marked true >>";
  }
  bodies[file.catalog()] = WithEntries(file.Dictionary(file.catalog()), entries);
  return file.Rewritten(bodies);
}

// Where a line of the width begins.
double LeftOf(const Box& area, Align align, double width) {
  switch (align) {
    case Align::kLeft:
      return area.x;
    case Align::kCentre:
      return area.x + (area.width - width) / 2;
    case Align::kRight:
      return area.right() - width;
  }
  return area.x;
}

void RoundedPath(cairo_t* context, const Box& box, double radius) {
  using std::numbers::pi;
  cairo_new_sub_path(context);
  cairo_arc(context, box.right() - radius, box.y + radius, radius, -pi / 2, 0);
  cairo_arc(context, box.right() - radius, box.bottom() - radius, radius, 0, pi / 2);
  cairo_arc(context, box.x + radius, box.bottom() - radius, radius, pi / 2, pi);
  cairo_arc(context, box.x + radius, box.y + radius, radius, pi, 3 * pi / 2);
  cairo_close_path(context);
}

}  // namespace

struct Canvas::Fitted {
  Layout layout;
  double size = 0;
  double width = 0;   // of the widest line
  double height = 0;  // of all lines

  bool Within(const Box& area) const {
    constexpr double kRounding = 0.01;
    return width <= area.width + kRounding && height <= area.height + kRounding;
  }
};

Canvas::Canvas(const PaperInfo& info)
    : language_(info.language),
      structure_(info.language),
      surface_(cairo_pdf_surface_create_for_stream(Append, &paper_.bytes,
                                                   kA4Width * kPointsPerMillimetre,
                                                   kA4Height * kPointsPerMillimetre)) {
  cairo_surface_t* surface = surface_.get();
  Check(cairo_surface_status(surface));
  cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
  const std::string made_at = Iso8601(info.made_at);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, info.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, info.subject.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, kAuthor);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR,
                                 "Students Online Application System");
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, made_at.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, made_at.c_str());
  context_.reset(cairo_create(surface));
  cairo_scale(context_.get(), kPointsPerMillimetre, kPointsPerMillimetre);
}

// A paper that was given up half way is finished into bytes that nobody takes.
Canvas::~Canvas() = default;

void Canvas::NextPage() {
  EndPiece();
  cairo_show_page(context_.get());
  ++page_;
}

Paper Canvas::Finish() {
  EndPiece();
  cairo_show_page(context_.get());
  Check(cairo_status(context_.get()));
  context_.reset();
  cairo_surface_finish(surface_.get());
  Check(cairo_surface_status(surface_.get()));
  surface_.reset();
  paper_.bytes = Completed(std::move(paper_.bytes), language_, structure_);
  return std::move(paper_);
}

Box Canvas::Text(const Box& area, std::string_view text, const TextStyle& style) {
  if (text.empty()) return {area.x, area.y, 0, 0};
  return Draw(area, text, style, Fit(area, text, style));
}

Box Canvas::Measure(double x, double y, double width, std::string_view text,
                    const TextStyle& style) {
  if (text.empty()) return {x, y, 0, 0};
  return {x, y, width, LayOut(text, style, style.size, width).height};
}

Box Canvas::Paragraph(double x, double y, double width, std::string_view text,
                      const TextStyle& style) {
  if (text.empty()) return {x, y, 0, 0};
  const Fitted fitted = LayOut(text, style, style.size, width);
  return Draw({x, y, width, fitted.height}, text, style, fitted);
}

void Canvas::Fill(const Box& box, Colour colour) {
  cairo_t* context = this->context();
  SetColour(colour);
  cairo_rectangle(context, box.x, box.y, box.width, box.height);
  cairo_fill(context);
}

void Canvas::Stroke(const Box& box, double line_width, Colour colour) {
  cairo_t* context = this->context();
  SetColour(colour);
  cairo_set_line_width(context, line_width);
  cairo_rectangle(context, box.x, box.y, box.width, box.height);
  cairo_stroke(context);
}

void Canvas::RoundedFill(const Box& box, double radius, Colour colour) {
  cairo_t* context = this->context();
  SetColour(colour);
  RoundedPath(context, box, radius);
  cairo_fill(context);
}

void Canvas::RoundedStroke(const Box& box, double radius, double line_width, Colour colour) {
  cairo_t* context = this->context();
  SetColour(colour);
  cairo_set_line_width(context, line_width);
  RoundedPath(context, box, radius);
  cairo_stroke(context);
}

void Canvas::Line(double x1, double y1, double x2, double y2, double line_width, Colour colour) {
  cairo_t* context = this->context();
  SetColour(colour);
  cairo_set_line_width(context, line_width);
  cairo_move_to(context, x1, y1);
  cairo_line_to(context, x2, y2);
  cairo_stroke(context);
}

void Canvas::DashedLine(double x1, double y1, double x2, double y2, double line_width,
                        Colour colour) {
  constexpr double kDashes[] = {2, 1.4};
  cairo_set_dash(context_.get(), kDashes, 2, 0);
  Line(x1, y1, x2, y2, line_width, colour);
  cairo_set_dash(context_.get(), nullptr, 0, 0);
}

void Canvas::Jpeg(const Box& box, const std::string& jpeg, int width, int height) {
  // cairo wants an image surface of the picture's size, but reads only the bytes attached to it.
  const std::unique_ptr<cairo_surface_t, SurfaceDestroy> image(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  Check(cairo_surface_status(image.get()));
  auto* copy = new std::string(jpeg);
  Check(cairo_surface_set_mime_data(
      image.get(), CAIRO_MIME_TYPE_JPEG, reinterpret_cast<const unsigned char*>(copy->data()),
      copy->size(), [](void* bytes) { delete static_cast<std::string*>(bytes); }, copy));
  cairo_t* context = this->context();
  const double scale = std::max(box.width / width, box.height / height);
  cairo_save(context);
  cairo_rectangle(context, box.x, box.y, box.width, box.height);
  cairo_clip(context);
  cairo_translate(context, box.x + (box.width - width * scale) / 2,
                  box.y + (box.height - height * scale) / 2);
  cairo_scale(context, scale, scale);
  cairo_set_source_surface(context, image.get(), 0, 0);
  cairo_paint(context);
  cairo_restore(context);
}

void Canvas::SetColour(Colour colour) {
  cairo_set_source_rgb(context_.get(), colour.red, colour.green, colour.blue);
}

Canvas::Fitted Canvas::LayOut(std::string_view text, const TextStyle& style, double size,
                              double width) {
  const double scale = size / kLayoutSize;
  const double layout_width = width == kOneLine ? kOneLine : width * kPointsPerMillimetre / scale;
  Fitted fitted;
  fitted.layout = NewLayout(text, style.tracking * kLayoutSize / style.size, layout_width);
  PangoRectangle logical;
  pango_layout_get_extents(fitted.layout.get(), nullptr, &logical);
  fitted.size = size;
  fitted.width = Millimetres(logical.width) * scale;
  fitted.height = pango_layout_get_line_count(fitted.layout.get()) * LineHeight(size, style);
  return fitted;
}

Canvas::Fitted Canvas::Fit(const Box& area, std::string_view text, const TextStyle& style) {
  Fitted fitted = LayOut(text, style, style.size, kOneLine);
  if (fitted.Within(area)) return fitted;
  const double one_line =
      style.size * std::min(area.width / fitted.width, area.height / fitted.height);
  if (one_line >= std::max(style.smallest, style.size * style.smallest_line)) {
    return LayOut(text, style, one_line, kOneLine);
  }
  // As if every line were full, which no size can beat.
  const double bound =
      style.size * std::sqrt(area.width * area.height / (fitted.width * fitted.height));
  for (double size = std::min(style.size, bound); size > style.smallest - kStep; size -= kStep) {
    fitted = LayOut(text, style, std::max(size, style.smallest), area.width);
    if (fitted.Within(area)) return fitted;
  }
  throw TextTooLong("no room for “" + std::string(text) + "”");
}

Box Canvas::Draw(const Box& area, std::string_view text, const TextStyle& style,
                 const Fitted& fitted) {
  double top = area.y;
  switch (style.vertical) {
    case VerticalAlign::kTop:
      break;
    case VerticalAlign::kMiddle:
      top += (area.height - fitted.height) / 2;
      break;
    case VerticalAlign::kBottom:
      top += area.height - fitted.height;
      break;
  }
  ShowLines({area.x, top, area.width, fitted.height}, text, style, fitted);
  const Box used{LeftOf(area, style.align, fitted.width), top, fitted.width, fitted.height};
  paper_.texts.push_back({page_, std::string(text), area, used, repeated_});
  return used;
}

void Canvas::ShowLines(const Box& box, std::string_view text, const TextStyle& style,
                       const Fitted& fitted) {
  const std::vector<LanguageRun> languages = LanguageRuns(text);
  const bool in_paragraphs = text.find('\n') != text.npos;
  std::optional<int> element;  // of the paragraph, when something of it is shown
  std::vector<int> spans;      // by language run, of those that are not in the element's language
  const auto begin = [&](std::size_t run) {
    if (repeated_) return BeginPiece(kPagination);
    if (!element) element = ElementOfText(languages, in_paragraphs);
    const std::string_view language = languages[run].language;
    if (language.empty() || language == structure_.LanguageOf(*element)) {
      return BeginPiece(*element);
    }
    if (spans[run] == Structure::kRoot) {
      spans[run] = structure_.Add(*element, {.type = "Span", .language = language});
    }
    BeginPiece(spans[run]);
  };

  const double line_height = LineHeight(fitted.size, style);
  const double scale = fitted.size / kLayoutSize;
  const double em = fitted.size / kPointsPerMillimetre;
  double y = box.y + (line_height - em) / 2 + kAscent * em;
  EndPiece();
  SetColour(style.colour);
  const int lines = pango_layout_get_line_count(fitted.layout.get());
  for (int i = 0; i < lines; ++i, y += line_height) {
    PangoLayoutLine* line = pango_layout_get_line_readonly(fitted.layout.get(), i);
    if (line->is_paragraph_start != 0) {
      element.reset();
      spans.assign(languages.size(), Structure::kRoot);
    }
    PangoRectangle logical;
    pango_layout_line_get_extents(line, nullptr, &logical);
    cairo_save(context_.get());
    cairo_translate(context_.get(), LeftOf(box, style.align, Millimetres(logical.width) * scale),
                    y);
    cairo_scale(context_.get(), scale / kPointsPerMillimetre, scale / kPointsPerMillimetre);
    ShowLine(context_.get(), fitted.layout.get(), line, style.tracking * kLayoutSize / style.size,
             languages, begin);
    cairo_restore(context_.get());
  }
}

}  // namespace permit::views
