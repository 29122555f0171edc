#include "handlers/operator/csv.h"

#include <gtest/gtest.h>

namespace permit::ctl {
namespace {

using Fields = std::vector<std::string>;

TEST(Csv, QuotesHoldCommasQuotesAndLines) {
  CsvReading reading = ReadCsv(
      "\xEF\xBB\xBF"
      "a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\r\n\nlast,\n");
  ASSERT_EQ(reading.error, "");
  ASSERT_EQ(reading.records.size(), 3U);
  EXPECT_EQ(reading.records[0].fields, (Fields{"a", "b"}));
  EXPECT_EQ(reading.records[1].fields, (Fields{"x, \"y\"", "two\nlines"}));
  EXPECT_EQ(reading.records[1].line, 2U);
  EXPECT_EQ(reading.records[2].fields, (Fields{"last", ""}));
  EXPECT_EQ(reading.records[2].line, 5U);
}

TEST(Csv, TheLastLineNeedsNoEnd) {
  EXPECT_EQ(ReadCsv("a,b").records.at(0).fields, (Fields{"a", "b"}));
  EXPECT_TRUE(ReadCsv("").records.empty());
}

TEST(Csv, WhatIsNoCsvIsRefusedWithItsLine) {
  EXPECT_EQ(ReadCsv("a\n\"open").error, "line 2: a quoted field is not closed");
  EXPECT_EQ(ReadCsv("a\nb\"c\"\n").error, "line 2: a quote stands inside a bare field");
  EXPECT_EQ(ReadCsv("\"a\"b\n").error,
            "line 1: a quoted field is followed by something else than a comma");
}

}  // namespace
}  // namespace permit::ctl
