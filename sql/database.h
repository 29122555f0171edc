// The one way to the database: statements with bound values, rows, transactions that run again.
//
// A Database belongs to one thread of one process. It connects when it is first used (so after any
// fork) and again whenever the link is found broken. What can go wrong, and what the caller sees:
//   Unavailable     the server cannot be reached; nothing was done. The next call tries afresh.
//   OutcomeUnknown  the link died while a change was under way; it may have landed or not.
//   DuplicateKey    a unique key refused the row.
//   StatementError  anything else the server said: the world is broken.
#pragma once

#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "handlers/rules/calendar.h"

namespace permit {
struct Settings;
}

namespace permit::sql {

// A named statement of sql/queries; "sql/queries.h" holds them all. Each connection keeps it
// prepared under its name, so a name stands for one text and lives as long as the program.
struct Statement {
  std::string_view name;
  std::string_view text;
};

// Bytes that are sent as they lie; the view must hold until the call returns.
struct Blob {
  std::string_view bytes;
};

class Value {
 public:
  using Variant = std::variant<std::nullptr_t, std::int64_t, std::uint64_t, std::string, Blob>;

  Value(std::nullptr_t) {}
  Value(std::nullopt_t) {}
  template <std::integral T>
  Value(T number) {
    if constexpr (std::is_signed_v<T> || std::is_same_v<T, bool>) {
      value_ = static_cast<std::int64_t>(number);
    } else {
      value_ = static_cast<std::uint64_t>(number);
    }
  }
  Value(std::string text) : value_(std::move(text)) {}
  Value(std::string_view text) : value_(std::string(text)) {}
  Value(const char* text) : value_(std::string(text)) {}
  Value(Blob blob) : value_(blob) {}
  Value(Instant instant);  // DATETIME(3), UTC
  Value(Date date);        // DATE
  template <class T>
  Value(const std::optional<T>& value) {
    if (value) *this = Value(*value);
  }

  const Variant& variant() const { return value_; }

 private:
  Variant value_ = nullptr;
};

// One row of an answer. A column is asked for by its name; a name that is not in the answer, NULL
// where a value is asked for, or a text that is no such value throws std::logic_error.
class Row {
 public:
  using Columns = std::vector<std::string>;

  Row(std::shared_ptr<const Columns> columns, std::vector<std::optional<std::string>> cells)
      : columns_(std::move(columns)), cells_(std::move(cells)) {}

  bool IsNull(std::string_view column) const;
  const std::string& Text(std::string_view column) const;  // also bytes
  std::optional<std::string> OptionalText(std::string_view column) const;
  std::int64_t Int(std::string_view column) const;
  std::optional<std::int64_t> OptionalInt(std::string_view column) const;
  std::uint64_t Uint(std::string_view column) const;
  std::optional<std::uint64_t> OptionalUint(std::string_view column) const;
  bool Flag(std::string_view column) const { return Int(column) != 0; }
  Instant Time(std::string_view column) const;
  std::optional<Instant> OptionalTime(std::string_view column) const;
  Date Day(std::string_view column) const;
  std::optional<Date> OptionalDay(std::string_view column) const;

  const Columns& columns() const { return *columns_; }

 private:
  const std::optional<std::string>& Cell(std::string_view column) const;

  std::shared_ptr<const Columns> columns_;
  std::vector<std::optional<std::string>> cells_;
};

class Unavailable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class OutcomeUnknown : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class StatementError : public std::runtime_error {
 public:
  StatementError(int code, const std::string& what) : std::runtime_error(what), code_(code) {}
  int code() const { return code_; }

 private:
  int code_;
};

class DuplicateKey : public StatementError {
 public:
  DuplicateKey(std::string key, const std::string& what)
      : StatementError(1062, what), key_(std::move(key)) {}
  const std::string& key() const { return key_; }  // name of the unique key, "PRIMARY" included

 private:
  std::string key_;
};

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

struct DatabaseOptions {
  std::string socket;  // empty: host and port
  std::string host;
  int port = 3306;
  std::string name;  // schema; empty: none
  std::string user;
  std::string password;
  int connect_timeout_seconds = 2;
  int read_timeout_seconds = 15;
};
DatabaseOptions OptionsFromSettings(const Settings& settings);

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
