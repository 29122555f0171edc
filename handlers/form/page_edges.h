// Where the paper ends in a picture of a page, and what it lies on begins.
#pragma once

#include <vector>

#include "handlers/form/grey_picture.h"
#include "handlers/form/picture.h"

namespace permit {

class PageEdges {
 public:
  explicit PageEdges(const Picture& page);

  // The table is seen beside a part of the paper, and another part of it leaves the picture. Where
  // every edge runs along the picture's side, it is none of it: so lie a scan with a dark strip and
  // a coloured band of the page itself.
  bool IsCutOff() const { return is_cut_off_; }
  // Whether the middle of a box, in pixels of the page, lies on the paper.
  bool OnPaper(const Box& box) const;

 private:
  // Of the table along one side of the picture.
  struct Side {
    double table = 0;  // which part of the side shows it
    double tilt = 0;   // of its edge against the side
  };
  void Measure(const Picture& page);
  void FindTable(const std::vector<bool>& unlike_paper);
  Side SideAt(int length, int depth, bool far, bool upright) const;
  bool IsTable(int x, int y) const {
    return table_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                  static_cast<std::size_t>(x)];
  }

  int width_ = 0;  // of a small picture of the page, in which it looks
  int height_ = 0;
  double scale_ = 1;  // pixels of the page to one of it
  std::vector<bool> table_;
  bool is_cut_off_ = false;
};

}  // namespace permit
