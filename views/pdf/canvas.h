// Pages of a PDF to draw on, in millimetres: cairo and pango wrapped once.
//
// Text is fitted into a box: first it shrinks on one line, then it wraps and shrinks further, and
// when it does not fit at the smallest legible size it is refused. The canvas remembers every text
// with its boxes, so that a test can compare them.
#pragma once

#include <cairo.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/calendar.h"
#include "views/pdf/language_runs.h"
#include "views/pdf/paper.h"
#include "views/pdf/stored_streams.h"
#include "views/pdf/structure.h"

namespace permit::views {

struct Colour {
  double red = 0;
  double green = 0;
  double blue = 0;
};
inline constexpr Colour kInk{0.10, 0.14, 0.18};
inline constexpr Colour kTeal{0.043, 0.361, 0.420};
inline constexpr Colour kGrey{0.33, 0.39, 0.43};
inline constexpr Colour kPale{0.93, 0.96, 0.965};
inline constexpr Colour kRed{0.70, 0.15, 0.12};
inline constexpr Colour kBlack{0, 0, 0};
inline constexpr Colour kWhite{1, 1, 1};

enum class Align { kLeft, kCentre, kRight };
enum class VerticalAlign { kTop, kMiddle, kBottom };

struct TextStyle {
  double size = 10;  // points
  Colour colour = kInk;
  Align align = Align::kLeft;
  VerticalAlign vertical = VerticalAlign::kTop;
  double line_height = 1.3;    // of the size
  double tracking = 0;         // points added after each character
  double smallest_line = 0.8;  // of the size: below it, wrap rather than shrink
  double smallest = 4.5;       // points: below it, refuse
};

struct PaperInfo {
  std::string title;
  std::string subject;
  Instant made_at;                      // the only time in the file
  std::string language = "zh-Hant-TW";  // in which most of it is written, as BCP 47 has it
};

class Canvas {
 public:
  static constexpr double kA4Width = 210;
  static constexpr double kA4Height = 297;

  explicit Canvas(const PaperInfo& info);
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  void NextPage();
  int page() const { return page_; }
  Paper Finish();  // nothing may be drawn after it

  // Draws the text within the area and returns the box that it uses.
  Box Text(const Box& area, std::string_view text, const TextStyle& style);
  // Text in lines of the width at the style's size, as high as it needs; `Measure` draws nothing
  // and returns the same height.
  Box Paragraph(double x, double y, double width, std::string_view text, const TextStyle& style);
  Box Measure(double x, double y, double width, std::string_view text, const TextStyle& style);

  void Fill(const Box& box, Colour colour);
  void Stroke(const Box& box, double line_width, Colour colour);
  void RoundedFill(const Box& box, double radius, Colour colour);
  void RoundedStroke(const Box& box, double radius, double line_width, Colour colour);
  void Line(double x1, double y1, double x2, double y2, double line_width, Colour colour);
  void DashedLine(double x1, double y1, double x2, double y2, double line_width, Colour colour);

  // A picture scaled to fill the box and cut at its edges; the JPEG's bytes go into the file as
  // they are. Width and height are the picture's pixels.
  void Jpeg(const Box& box, const std::string& jpeg, int width, int height);

  // Makes what `draw` draws an element of the paper's structure: text in it is read in the order in
  // which it is drawn, in the language of its letters, and what is no text is an ornament. Text in
  // an element that only holds others, as a table or the document, becomes a paragraph of its own.
  void Tagged(const char* type, const std::function<void()>& draw);
  void Tagged(const Tag& tag, const std::function<void()>& draw);
  // A picture or a code, and the words for it; all that `draw` draws is part of it.
  void Figure(const Box& box, std::string_view alternative, const std::function<void()>& draw);
  // What stands on each page again, as its foot, and is not read.
  void Repeated(const std::function<void()>& draw);
  // Makes the box a link to the address, which is plain ASCII; what `draw` draws are its words.
  void Linked(const Box& box, std::string_view address, const std::function<void()>& draw);

  // For ornaments and codes: in millimetres. Asked for anew after each text.
  cairo_t* context();
  void SetColour(Colour colour);

 private:
  struct SurfaceDestroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  };
  struct ContextDestroy {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
  };
  struct Fitted;
  static Fitted LayOut(std::string_view text, const TextStyle& style, double size, double width);
  static Fitted Fit(const Box& area, std::string_view text, const TextStyle& style);
  Box Draw(const Box& area, std::string_view text, const TextStyle& style, const Fitted& fitted);
  void ShowLines(const Box& box, std::string_view text, const TextStyle& style,
                 const Fitted& fitted);
  int ElementOfText(const std::vector<LanguageRun>& languages, bool in_paragraphs);
  void BeginPiece(int element);  // of content; the same element's goes on
  void EndPiece();

  const StoredStreams storing_;  // before the surface, which writes until its end
  Paper paper_;
  std::string language_;
  // Content of no element.
  static constexpr int kOrnament = Structure::kRoot - 1;
  static constexpr int kPagination = Structure::kRoot - 2;
  static constexpr int kNoPiece = Structure::kRoot - 3;

  Structure structure_;
  int element_ = Structure::kRoot;  // in which is drawn
  bool repeated_ = false;
  int piece_ = kNoPiece;  // whose content is drawn
  int page_ = 1;
  std::unique_ptr<cairo_surface_t, SurfaceDestroy> surface_;
  std::unique_ptr<cairo_t, ContextDestroy> context_;
};

}  // namespace permit::views
