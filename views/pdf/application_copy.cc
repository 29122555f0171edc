#include "views/pdf/application_copy.h"

#include <algorithm>

#include "views/pdf/canvas.h"
#include "views/pdf/paper_parts.h"

namespace permit::views {
namespace {

constexpr double kLeft = 18;
constexpr double kWidth = 174;
constexpr double kRight = kLeft + kWidth;
constexpr double kTop = 16;
constexpr double kBottom = 280;
constexpr double kLabelWidth = 56;
constexpr double kPadding = 1.3;
constexpr double kLabelDrop = 0.5;  // onto the baseline of the larger value
constexpr Colour kRule{0.82, 0.86, 0.88};

const TextStyle kLabelStyle{.size = 9, .colour = kGrey};
const TextStyle kValueStyle{.size = 10.5};

// Rows under each other, on a new page when one does not fit any more.
class Flow {
 public:
  Flow(Canvas& canvas, const ApplicationCopy& application, double y)
      : canvas_(canvas), application_(application), y_(y) {
    DrawFoot();
  }

  void Heading(const std::string& text) {
    constexpr double kHeight = 7;
    constexpr double kAtLeastOneRow = 8;
    y_ += 4;
    Need(kHeight + kAtLeastOneRow);
    canvas_.Tagged("H2", [&] {
      canvas_.Text({kLeft, y_, kWidth, kHeight}, text,
                   {.size = 12.5, .colour = kTeal, .vertical = VerticalAlign::kMiddle});
    });
    y_ += kHeight;
    canvas_.Line(kLeft, y_, kRight, y_, 0.4, kTeal);
  }

  void Answers(const std::vector<CopiedAnswer>& answers) {
    if (answers.empty()) return;
    canvas_.Tagged("Table", [&] {
      for (const CopiedAnswer& answer : answers) Answer(answer);
    });
  }

 private:
  void Answer(const CopiedAnswer& answer) {
    const std::string value = answer.value.empty() ? "—" : answer.value;
    const double value_x = kLeft + kLabelWidth;
    const double value_width = kWidth - kLabelWidth;
    const double height =
        std::max(canvas_.Measure(kLeft, 0, kLabelWidth - 3, answer.label, kLabelStyle).height,
                 canvas_.Measure(value_x, 0, value_width, value, kValueStyle).height) +
        2 * kPadding;
    Need(height);
    canvas_.Tagged("TR", [&] {
      canvas_.Tagged({.type = "TH", .scope = "Row"}, [&] {
        canvas_.Paragraph(kLeft, y_ + kPadding + kLabelDrop, kLabelWidth - 3, answer.label,
                          kLabelStyle);
      });
      canvas_.Tagged("TD", [&] {
        canvas_.Paragraph(value_x, y_ + kPadding, value_width, value, kValueStyle);
      });
    });
    y_ += height;
    canvas_.Line(kLeft, y_, kRight, y_, 0.15, kRule);
  }

  void Need(double height) {
    if (y_ + height <= kBottom) return;
    canvas_.NextPage();
    y_ = kTop;
    DrawFoot();
  }

  void DrawFoot() {
    const std::string number = application_.head.empty() ? "" : application_.head.front().value;
    canvas_.Repeated([&] {
      canvas_.Text({kLeft, 284, kWidth, 4},
                   number + "  ·  " + application_.page_word + " " + std::to_string(canvas_.page()),
                   {.size = 8, .colour = kGrey, .align = Align::kCentre});
    });
  }

  Canvas& canvas_;
  const ApplicationCopy& application_;
  double y_;
};

// Title, photo and what names the application; returns where the parts may begin.
double DrawHead(Canvas& canvas, const ApplicationCopy& application) {
  constexpr double kPhotoWidth = 28;
  constexpr double kPhotoHeight = 36;
  DrawLetterhead(canvas, kLeft, kTop);
  canvas.Tagged("H1", [&] {
    canvas.Text({kLeft, 33, kWidth - kPhotoWidth - 6, 11}, application.title,
                {.size = 19, .vertical = VerticalAlign::kMiddle, .smallest_line = 0.6});
  });
  canvas.Text({kLeft, 44, kWidth - kPhotoWidth - 6, 6}, application.subtitle,
              {.size = 10.5, .colour = kGrey, .vertical = VerticalAlign::kMiddle});
  const Box photo{kRight - kPhotoWidth, 33, kPhotoWidth, kPhotoHeight};
  if (application.photo) {
    canvas.Figure(photo, application.photo_word, [&] {
      canvas.Jpeg(photo, application.photo->jpeg, application.photo->width,
                  application.photo->height);
    });
    canvas.Stroke(photo, 0.15, kGrey);
  }
  double y = 52;
  constexpr double kRow = 6.4;
  const auto row = [&](const CopiedAnswer& answer) {
    canvas.Tagged({.type = "TH", .scope = "Row"}, [&] {
      canvas.Text({kLeft, y, 34, kRow}, answer.label,
                  {.size = 9, .colour = kGrey, .vertical = VerticalAlign::kMiddle});
    });
    canvas.Tagged("TD", [&] {
      canvas.Text({kLeft + 35, y, kWidth - kPhotoWidth - 41, kRow}, answer.value,
                  {.size = 11, .vertical = VerticalAlign::kMiddle});
    });
    y += kRow;
  };
  canvas.Tagged("Table", [&] {
    for (const CopiedAnswer& answer : application.head) {
      canvas.Tagged("TR", [&] { row(answer); });
    }
  });
  return std::max(y, photo.bottom());
}

}  // namespace

Paper DrawApplicationCopy(const ApplicationCopy& application) {
  Canvas canvas({.title = application.title,
                 .subject = application.subtitle,
                 .made_at = application.sent_at,
                 .language = application.language});
  canvas.Tagged("Document", [&] {
    Flow flow(canvas, application, DrawHead(canvas, application));
    for (const CopiedPart& part : application.parts) {
      flow.Heading(part.heading);
      flow.Answers(part.answers);
    }
  });
  return canvas.Finish();
}

}  // namespace permit::views
