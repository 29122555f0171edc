// The one way to the database: statements with bound values, rows, transactions that run again.
//
// A Database belongs to one thread of one process. It connects when it is first used (so after any
// fork) and again whenever the link is found broken. What can go wrong is in sql/errors.h.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "sql/errors.h"
#include "sql/options.h"
#include "sql/statement.h"

namespace permit::sql {

// Runs statements: a Transaction, or a Database for statements that stand alone.
class Executor {
 public:
  virtual ~Executor() = default;
  virtual std::vector<Row> Query(const Statement& statement, std::vector<Value> values = {}) = 0;
  // Rows inserted or deleted, and for UPDATE the rows that matched, changed or not.
  virtual std::uint64_t Execute(const Statement& statement, std::vector<Value> values = {}) = 0;
  // Of this executor's last INSERT into a table with AUTO_INCREMENT; costs a statement. Only a
  // Transaction can tell.
  virtual std::uint64_t LastInsertId() = 0;

  std::optional<Row> QueryOne(const Statement& statement, std::vector<Value> values = {});
};

class Connection;

class Transaction final : public Executor {
 public:
  std::vector<Row> Query(const Statement& statement, std::vector<Value> values = {}) override;
  std::uint64_t Execute(const Statement& statement, std::vector<Value> values = {}) override;
  std::uint64_t LastInsertId() override;

  // When the work returns, everything it wrote is rolled back instead of committed.
  void Abandon() { abandoned_ = true; }

 private:
  friend class Database;
  explicit Transaction(Connection& connection) : connection_(connection) {}

  Connection& connection_;
  bool abandoned_ = false;
};

class Database final : public Executor {
 public:
  explicit Database(DatabaseOptions options);
  ~Database() override;

  std::vector<Row> Query(const Statement& statement, std::vector<Value> values = {}) override;
  std::uint64_t Execute(const Statement& statement, std::vector<Value> values = {}) override;
  std::uint64_t LastInsertId() override;

  // Runs `work(Transaction&)` between START TRANSACTION and COMMIT and gives its result. Runs it
  // again after a deadlock, a lost certification, a lock wait that ran out, or a link that broke
  // before COMMIT; so `work` must have no effect beside its statements. An exception out of `work`
  // rolls back and passes through. Transactions do not nest: a second one inside `work` throws
  // std::logic_error.
  template <class Work>
  auto Transact(Work&& work) {
    using Result = std::invoke_result_t<Work&, Transaction&>;
    if constexpr (std::is_void_v<Result>) {
      RunTransaction([&](Transaction& transaction) { work(transaction); });
    } else {
      std::optional<Result> result;
      RunTransaction([&](Transaction& transaction) { result.emplace(work(transaction)); });
      return std::move(*result);
    }
  }

  // A statement as text, with its rows if it has any: schema changes, which cannot be prepared, and
  // what tests and tools ask. Not tried again.
  std::vector<Row> Run(std::string_view text);

  // Forgets the connection; the next call opens a new one.
  void Disconnect();

  const DatabaseOptions& options() const { return options_; }

  // Statements sent since the start, those that open and close transactions included.
  std::uint64_t statements_sent() const { return statements_sent_; }

 private:
  Connection& Connected();
  void RunTransaction(const std::function<void(Transaction&)>& work);
  void RollBackQuietly();

  DatabaseOptions options_;
  std::unique_ptr<Connection> connection_;
  bool in_transaction_ = false;
  std::uint64_t statements_sent_ = 0;
};

}  // namespace permit::sql
