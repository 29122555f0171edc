// Many rows for one statement, which reads them out of a JSON_TABLE: its first marker takes a JSON
// array of arrays, one a row, their cells in the order of the paths.
//
// Such a statement names the rows `given`, joins the real tables to them with STRAIGHT_JOIN and
// FORCE INDEX, and so touches and locks the rows named and no other, in the order given. One that
// locks reads them through SELECT DISTINCT, since MySQL refuses FOR UPDATE on a JSON_TABLE itself
// (3569).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sql/database.h"

namespace permit::sql {

class RowSet {
 public:
  void Add(const std::vector<Value>& cells);
  bool empty() const { return rows_ == 0; }
  std::uint64_t size() const { return rows_; }

  // In pieces that fit the server's packets; none for no rows.
  const std::vector<std::string>& pieces() const { return pieces_; }

 private:
  std::vector<std::string> pieces_;
  std::uint64_t rows_ = 0;
};

// Once a piece, with the other markers' values after it; the sums of the answers.
std::vector<Row> QueryEach(Executor& executor, const Statement& statement, const RowSet& rows);
std::uint64_t ExecuteEach(Executor& executor, const Statement& statement, const RowSet& rows,
                          const std::vector<Value>& after = {});

}  // namespace permit::sql
