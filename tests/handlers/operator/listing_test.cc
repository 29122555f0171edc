#include "handlers/operator/listing.h"

#include <gtest/gtest.h>

#include <sstream>

namespace permit::ctl {
namespace {

std::string Printed(const Listing& listing, Format format) {
  std::ostringstream out;
  listing.Print(out, format);
  return out.str();
}

Listing Sample() {
  Listing listing({"name", "age"});
  listing.Add({"王𠮷", "1"});
  listing.Add({"tab\there \"x\"", "22"});
  return listing;
}

TEST(Listing, TablesAlignByDisplayWidth) {
  EXPECT_EQ(Printed(Sample(), Format::kTable),
            "name          age\n"
            "王𠮷          1\n"
            "tab here \"x\"  22\n");
}

TEST(Listing, TsvKeepsOneLineARow) {
  EXPECT_EQ(Printed(Sample(), Format::kTsv), "name\tage\n王𠮷\t1\ntab here \"x\"\t22\n");
}

TEST(Listing, CsvIsQuotedWhereItMustBeAndHoldsNoFormula) {
  Listing listing({"text", "number"});
  listing.Add({"one, \"two\"", "-300"});
  listing.Add({"=1+1", "0"});
  listing.Add({"-x", ""});
  listing.Add({"line\nbreak", "+5"});
  EXPECT_EQ(Printed(listing, Format::kCsv),
            "text,number\r\n\"one, \"\"two\"\"\",-300\r\n'=1+1,0\r\n'-x,\r\nline break,'+5\r\n");
}

TEST(Listing, JsonKeepsTheTextAsItIs) {
  EXPECT_EQ(Printed(Sample(), Format::kJson),
            "[\n  {\n    \"name\": \"王𠮷\",\n    \"age\": \"1\"\n  },\n  {\n"
            "    \"name\": \"tab\\there \\\"x\\\"\",\n    \"age\": \"22\"\n  }\n]\n");
  EXPECT_EQ(Printed(Listing({"a"}), Format::kJson), "[]\n");
}

}  // namespace
}  // namespace permit::ctl
