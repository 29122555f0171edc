// train_page_orientation CATALOGS TABLE: makes handlers/form/page_orientation_table.h anew, from
// the sentences of the catalogs (the folder locale/zh_TW) in the fonts of the papers. The same
// sentences, fonts and libraries give the same table.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <string>
#include <vector>

#include "handlers/form/page_orientation.h"
#include "tests/support/pictures/camera.h"
#include "tests/support/pictures/page_photo.h"

namespace {

using namespace permit;
using namespace permit::test;

constexpr const char* kChinese[] = {"TW-Kai", "Noto Sans CJK TC", "Noto Serif CJK SC"};
constexpr const char* kLatin[] = {"DejaVu Sans", "DejaVu Serif", "Gentium Plus"};
constexpr int kPagesOfFont = 18;
constexpr int kRounds = 12;

// Of all messages: the English, or the Chinese.
std::vector<std::string> Sentences(const std::string& folder, const std::string& keyword) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".po") names.push_back(entry.path().string());
  }
  std::sort(names.begin(), names.end());
  std::vector<std::string> sentences;
  for (const std::string& name : names) {
    std::ifstream file(name);
    for (std::string line; std::getline(file, line);) {
      if (line.starts_with(keyword + " \"") && line.size() > keyword.size() + 12) {
        sentences.push_back(line.substr(keyword.size() + 2, line.size() - keyword.size() - 3));
      }
    }
  }
  return sentences;
}

struct Sample {
  MarkShape shape;
  std::size_t turn;
};

void TakeSamples(const Picture& page, std::vector<Sample>& samples) {
  for (int turn = 0; turn < static_cast<int>(kTurns); ++turn) {
    const GreyPicture grey = Grey(Turned(page, turn));
    const Ink ink = FindInk(grey, Means(grey), 0.18);
    for (const Mark& mark : FindMarks(ink)) {
      if (IsLetter(mark)) samples.push_back({ShapeOf(ink, mark), static_cast<std::size_t>(turn)});
    }
  }
}

template <std::size_t N>
void TakeFonts(const char* const (&fonts)[N], const std::vector<std::string>& sentences,
               Chance& chance, std::vector<Sample>& samples) {
  for (const char* font : fonts) {
    for (int i = 0; i < kPagesOfFont; ++i) {
      std::string text;
      for (int line = 0; line < 30; ++line) {
        text +=
            sentences[static_cast<std::size_t>(chance.Below(static_cast<int>(sentences.size())))];
        text += '\n';
      }
      Shot shot = ShotOf(chance);
      shot.margin = 0.01;
      TakeSamples(Photograph(DrawLines(text, font, chance.Between(9, 20), 90), shot, chance),
                  samples);
    }
  }
}

// Logistic regression by descent along each sample's own gradient.
OrientationTable Train(const std::vector<Sample>& samples, Chance& chance) {
  OrientationTable table{};
  std::vector<std::size_t> order(samples.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (int round = 0; round < kRounds; ++round) {
    for (std::size_t i = order.size(); i > 1; --i) {
      std::swap(order[i - 1], order[static_cast<std::size_t>(chance.Below(static_cast<int>(i)))]);
    }
    const float rate = 0.02F / (1.0F + static_cast<float>(round));
    for (const std::size_t at : order) {
      const Sample& sample = samples[at];
      std::array<float, kTurns> likely{};
      float sum = 0;
      for (std::size_t turn = 0; turn < kTurns; ++turn) {
        float logit = table[turn][0];
        for (std::size_t i = 0; i < sample.shape.size(); ++i) {
          logit += table[turn][i + 1] * sample.shape[i];
        }
        likely[turn] = std::exp(logit);
        sum += likely[turn];
      }
      for (std::size_t turn = 0; turn < kTurns; ++turn) {
        const float error = (turn == sample.turn ? 1.0F : 0.0F) - likely[turn] / sum;
        table[turn][0] += rate * error;
        for (std::size_t i = 0; i < sample.shape.size(); ++i) {
          table[turn][i + 1] += rate * (error * sample.shape[i] - 1e-4F * table[turn][i + 1]);
        }
      }
    }
  }
  return table;
}

void Write(const std::string& name, const OrientationTable& table) {
  std::ofstream out(name);
  out << "// Made by train_page_orientation (tests/pictures); see page_orientation.h.\n"
         "#pragma once\n\n"
         "#include \"handlers/form/page_orientation.h\"\n\n"
         "namespace permit {\n\n"
         "// clang-format off\n"
         "inline constexpr OrientationTable kOrientationTable = {{\n";
  for (const auto& row : table) {
    out << "{{";
    for (std::size_t i = 0; i < row.size(); ++i) {
      char number[16];
      std::snprintf(number, sizeof number, "%.2ff", static_cast<double>(row[i]));
      out << (i == 0 ? "" : i % 14 == 0 ? ",\n  " : ", ") << number;
    }
    out << "}},\n";
  }
  out << "}};\n// clang-format on\n\n}  // namespace permit\n";
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: train_page_orientation CATALOGS TABLE\n", stderr);
    return 2;
  }
  try {
    Chance chance(7);
    std::vector<Sample> samples;
    TakeFonts(kChinese, Sentences(arguments[1], "msgstr"), chance, samples);
    TakeFonts(kLatin, Sentences(arguments[1], "msgid"), chance, samples);
    std::printf("%zu shapes\n", samples.size());
    const OrientationTable table = Train(samples, chance);
    Write(arguments[2], table);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "train_page_orientation: %s\n", error.what());
    return 1;
  }
  return 0;
}
