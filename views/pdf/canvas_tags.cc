// What a canvas notes of the structure of what it draws.

#include "views/pdf/canvas.h"

namespace permit::views {

void Canvas::Tagged(const char* type, const std::function<void()>& draw) {
  Tagged(Tag{.type = type}, draw);
}

void Canvas::Tagged(const Tag& tag, const std::function<void()>& draw) {
  if (repeated_) return draw();
  const int outer = element_;
  element_ = structure_.Add(outer, tag);
  draw();
  element_ = outer;
}

void Canvas::Figure(const Box& box, std::string_view alternative,
                    const std::function<void()>& draw) {
  Tagged(Tag{.type = "Figure", .alternative = std::string(alternative), .box = box}, draw);
}

void Canvas::Repeated(const std::function<void()>& draw) {
  repeated_ = true;
  draw();
  repeated_ = false;
}

void Canvas::Linked(const Box& box, std::string_view address, const std::function<void()>& draw) {
  Tagged("Link", [&] {
    draw();
    if (!repeated_) structure_.AddLink(page_, element_, box, address);
  });
}

cairo_t* Canvas::context() {
  BeginPiece(repeated_ ? kPagination : structure_.IsFigure(element_) ? element_ : kOrnament);
  return context_.get();
}

// An element for a text, or for one paragraph of it: that in which is drawn, if it may hold text
// itself.
int Canvas::ElementOfText(const std::vector<LanguageRun>& languages, bool in_paragraphs) {
  if (!structure_.IsGroup(element_) && !in_paragraphs) return element_;
  Tag paragraph{.type = "P"};
  const std::string_view language = languages.front().language;
  if (languages.size() == 1 && language != structure_.LanguageOf(element_)) {
    paragraph.language = language;
  }
  return structure_.Add(element_, paragraph);
}

void Canvas::BeginPiece(int element) {
  if (piece_ == element) return;
  EndPiece();
  cairo_tag_begin(context_.get(), Structure::kPlaceholder, nullptr);
  if (element > Structure::kRoot) {
    structure_.BeginContent(page_, element);
  } else {
    structure_.BeginArtifact(page_, element == kPagination);
  }
  piece_ = element;
}

void Canvas::EndPiece() {
  if (piece_ != kNoPiece) cairo_tag_end(context_.get(), Structure::kPlaceholder);
  piece_ = kNoPiece;
}

}  // namespace permit::views
