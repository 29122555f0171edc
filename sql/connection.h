// One link to the server with its prepared statements; the only code that speaks to the connector.
//
// commit(), rollback() and setAutoCommit() of the connector swallow errors, so transactions are
// plain statements. A link that reports one of the codes of a broken one must be thrown away: its
// prepared statements are gone and its answers may be out of step.
#pragma once

#include <cstdint>
#include <exception>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sql/errors.h"
#include "sql/options.h"
#include "sql/statement.h"

namespace sql {
class Connection;
class PreparedStatement;
class ResultSet;
class SQLException;
}  // namespace sql

namespace permit::sql {

// Why a statement should be tried again.
class Interrupted : public std::exception {
 public:
  enum class Reason {
    kConflict,      // deadlock, lost certification: rolled back, the link is sound
    kLockHeld,      // a lock did not come free in time; not tried again, the link is sound
    kNotSent,       // the link was broken before the server had the statement
    kLost,          // the link broke while the answer was awaited
    kNotReady,      // the server refuses work for now (no quorum, read only); the link must go
    kCommitFailed,  // 1180: what became of the commit is not known
  };

  Interrupted(Reason reason, std::string what) : reason_(reason), what_(std::move(what)) {}
  Reason reason() const { return reason_; }
  bool LinkIsSound() const { return reason_ == Reason::kConflict || reason_ == Reason::kLockHeld; }
  const char* what() const noexcept override { return what_.c_str(); }

 private:
  Reason reason_;
  std::string what_;
};

class Connection {
 public:
  // Throws Unavailable.
  Connection(const DatabaseOptions& options, std::uint64_t& statements_sent);
  ~Connection();

  // These throw Interrupted, DuplicateKey or StatementError.
  std::vector<Row> Query(const Statement& statement, const std::vector<Value>& values);
  std::uint64_t Execute(const Statement& statement, const std::vector<Value>& values);
  std::vector<Row> Run(std::string_view text);

 private:
  struct Prepared;

  Prepared& Prepare(const Statement& statement);

  std::unique_ptr<::sql::Connection> link_;
  std::map<std::string_view, std::unique_ptr<Prepared>> prepared_;  // by statement name
  std::uint64_t& statements_sent_;
};

}  // namespace permit::sql
