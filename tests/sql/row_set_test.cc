#include "sql/row_set.h"

#include "tests/support/private_database.h"

namespace permit::sql {
namespace {

constexpr Statement kEcho{
    "Echo",
    "SELECT given.number, given.text FROM JSON_TABLE(?, '$[*]' COLUMNS "
    "(number BIGINT UNSIGNED PATH '$[0]', text MEDIUMTEXT PATH '$[1]')) given"};

class RowSetTest : public test::DatabaseTest {};

TEST_F(RowSetTest, CellsArriveAsTheyWereGiven) {
  const std::string odd = "quote \" backslash \\ line\nend\ttab\x01 \u9673\U0002070E $[0] ' ?";
  RowSet rows;
  rows.Add({std::uint64_t{18446744073709551615u}, odd});
  rows.Add({nullptr, ""});
  auto read = QueryEach(database, kEcho, rows);
  ASSERT_EQ(read.size(), 2u);
  EXPECT_EQ(read[0].Uint("number"), 18446744073709551615u);
  EXPECT_EQ(read[0].Text("text"), odd);
  EXPECT_TRUE(read[1].IsNull("number"));
  EXPECT_EQ(read[1].Text("text"), "");
}

TEST_F(RowSetTest, ManyRowsGoInSeveralPiecesAndInTheirOrder) {
  constexpr std::uint64_t kRows = 3000;
  RowSet rows;
  for (std::uint64_t number = 0; number < kRows; ++number) {
    rows.Add({number, std::string(1000, 'x')});
  }
  EXPECT_GT(rows.pieces().size(), 1u);
  EXPECT_EQ(rows.size(), kRows);
  auto read = QueryEach(database, kEcho, rows);
  ASSERT_EQ(read.size(), kRows);
  for (std::uint64_t number = 0; number < kRows; ++number) {
    ASSERT_EQ(read[number].Uint("number"), number);
  }
}

TEST_F(RowSetTest, NoRowsAskNothing) {
  auto before = database.statements_sent();
  EXPECT_TRUE(QueryEach(database, kEcho, RowSet{}).empty());
  EXPECT_EQ(database.statements_sent(), before);
}

}  // namespace
}  // namespace permit::sql
