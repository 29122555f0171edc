// What drawing a paper gives, and why it may be refused.
//
// Measures are millimetres from the top left corner of the page, type sizes are points. The same
// input drawn with the same fonts and libraries gives the same bytes. A paper is either drawn whole
// or refused: nothing is printed with a missing character or with text outside of its box.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace permit::views {

struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;

  double right() const { return x + width; }
  double bottom() const { return y + height; }
  Box Inset(double by) const { return {x + by, y + by, width - 2 * by, height - 2 * by}; }
};

// A text as it was placed: the box it was given and the box that it uses.
struct PlacedText {
  int page = 1;
  std::string text;
  Box area;
  Box used;
  bool repeated = false;  // on each page, and so no part of what is read aloud
};

struct Paper {
  std::string bytes;  // a PDF file
  std::vector<PlacedText> texts;
};

// The paper cannot be drawn from this input; the message says what is wrong with which text.
class PaperError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// None of the listed faces holds the character, or it is a control character.
class UnknownCharacter : public PaperError {
 public:
  UnknownCharacter(std::string character, std::string_view text);
  const std::string& character() const { return character_; }  // UTF-8

 private:
  std::string character_;
};

// The text does not fit into its box even at the smallest legible size.
class TextTooLong : public PaperError {
 public:
  using PaperError::PaperError;
};

}  // namespace permit::views
