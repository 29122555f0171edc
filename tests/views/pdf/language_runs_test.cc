#include "views/pdf/language_runs.h"

#include <gtest/gtest.h>

#include <string>

namespace permit::views {
namespace {

// The runs as "[zh 年]".
std::string Cut(std::string_view text) {
  std::string cut;
  for (const LanguageRun& run : LanguageRuns(text)) {
    cut += "[" + std::string(run.language.substr(0, 2)) + "|" +
           std::string(text.substr(run.begin, run.end - run.begin)) + "]";
  }
  return cut;
}

TEST(LanguageRuns, ATextOfOneLanguageIsOneRun) {
  EXPECT_EQ(Cut("許可停留期限屆滿前，應出境或申請延期。"),
            "[zh|許可停留期限屆滿前，應出境或申請延期。]");
  EXPECT_EQ(Cut("1. If anything is wrong: (apply) at once."),
            "[en|1. If anything is wrong: (apply) at once.]");
  EXPECT_EQ(Cut("2026/09/18"), "[|2026/09/18]");
  EXPECT_EQ(Cut(""), "");
}

TEST(LanguageRuns, WhatStandsBesideTheLettersGoesWithThem) {
  EXPECT_EQ(Cut("許可證號  Permit No.  115695200123"),
            "[zh|許可證號  ][en|Permit No.  115695200123]");
  EXPECT_EQ(Cut("18 Sep 2026 (2026年09月18日)"), "[en|18 Sep 2026 ][zh|(2026年09月18日)]");
  EXPECT_EQ(Cut("學校名稱 School：國立臺北科技大學"),
            "[zh|學校名稱 ][en|School：][zh|國立臺北科技大學]");
  EXPECT_EQ(Cut("萊爾富或 OK 超商，自行付 8 元"), "[zh|萊爾富或 ][en|OK ][zh|超商，自行付 8 元]");
  EXPECT_EQ(Cut("網路收單ATM繳費"), "[zh|網路收單][en|ATM][zh|繳費]");
  EXPECT_EQ(Cut("女 Female"), "[zh|女 ][en|Female]");
  EXPECT_EQ(Cut("𠮷 LÜ"), "[zh|𠮷 ][en|LÜ]");
}

}  // namespace
}  // namespace permit::views
