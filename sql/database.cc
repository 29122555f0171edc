#include "sql/database.h"

#include <algorithm>
#include <random>
#include <thread>

#include "fcgi/base/log.h"
#include "sql/connection.h"

namespace permit::sql {
namespace {

constexpr int kAttempts = 8;

const Statement kLastInsertId{"LastInsertId", "SELECT LAST_INSERT_ID() AS id"};

// Those who met at the same rows come back at different times.
void Pause(int attempt) {
  thread_local std::minstd_rand engine{std::random_device{}()};
  int longest = 4 << std::min(attempt, 6);
  std::this_thread::sleep_for(
      std::chrono::milliseconds(std::uniform_int_distribution<int>(1, longest)(engine)));
}

// A lock that was waited for in vain would be waited for again.
bool IsLast(int attempt, const Interrupted& interrupted) {
  return attempt == kAttempts || interrupted.reason() == Interrupted::Reason::kLockHeld;
}

}  // namespace

std::optional<Row> Executor::QueryOne(const Statement& statement, std::vector<Value> values) {
  std::vector<Row> rows = Query(statement, std::move(values));
  if (rows.empty()) return std::nullopt;
  return std::move(rows.front());
}

std::vector<Row> Transaction::Query(const Statement& statement, std::vector<Value> values) {
  return connection_.Query(statement, values);
}

std::uint64_t Transaction::Execute(const Statement& statement, std::vector<Value> values) {
  return connection_.Execute(statement, values);
}

std::uint64_t Transaction::LastInsertId() {
  return connection_.Query(kLastInsertId, {}).front().Uint("id");
}

Database::Database(DatabaseOptions options) : options_(std::move(options)) {}

Database::~Database() = default;

void Database::Disconnect() { connection_.reset(); }

Connection& Database::Connected() {
  if (!connection_) connection_ = std::make_unique<Connection>(options_, statements_sent_);
  return *connection_;
}

// Reading may be repeated whatever happened to the first try.
std::vector<Row> Database::Query(const Statement& statement, std::vector<Value> values) {
  if (in_transaction_) throw std::logic_error("a transaction is open: ask it instead");
  for (int attempt = 1;; ++attempt) {
    try {
      return Connected().Query(statement, values);
    } catch (const Interrupted& interrupted) {
      if (!interrupted.LinkIsSound()) Disconnect();
      if (IsLast(attempt, interrupted)) throw Unavailable(interrupted.what());
      if (attempt > 1) Pause(attempt);
    }
  }
}

std::uint64_t Database::Execute(const Statement& statement, std::vector<Value> values) {
  if (in_transaction_) throw std::logic_error("a transaction is open: ask it instead");
  for (int attempt = 1;; ++attempt) {
    try {
      return Connected().Execute(statement, values);
    } catch (const Interrupted& interrupted) {
      if (!interrupted.LinkIsSound()) Disconnect();
      switch (interrupted.reason()) {
        case Interrupted::Reason::kLost:
        case Interrupted::Reason::kCommitFailed:
          throw OutcomeUnknown(interrupted.what());
        case Interrupted::Reason::kConflict:
        case Interrupted::Reason::kLockHeld:
        case Interrupted::Reason::kNotSent:
        case Interrupted::Reason::kNotReady:
          break;
      }
      if (IsLast(attempt, interrupted)) throw Unavailable(interrupted.what());
      Pause(attempt);
    }
  }
}

std::uint64_t Database::LastInsertId() {
  throw std::logic_error("only a transaction knows its last insert id");
}

std::vector<Row> Database::Run(std::string_view text) {
  if (in_transaction_) throw std::logic_error("a transaction is open: ask it instead");
  try {
    return Connected().Run(text);
  } catch (const Interrupted& interrupted) {
    if (!interrupted.LinkIsSound()) Disconnect();
    throw Unavailable(interrupted.what());
  }
}

void Database::RunTransaction(const std::function<void(Transaction&)>& work) {
  if (in_transaction_) throw std::logic_error("transactions do not nest");
  struct Mark {
    bool& flag;
    explicit Mark(bool& in) : flag(in) { flag = true; }
    ~Mark() { flag = false; }
  } mark(in_transaction_);

  for (int attempt = 1;; ++attempt) {
    Connection& connection = Connected();
    bool committing = false;
    try {
      Transaction transaction(connection);
      connection.Run("START TRANSACTION");
      work(transaction);
      committing = !transaction.abandoned_;
      connection.Run(transaction.abandoned_ ? "ROLLBACK" : "COMMIT");
      return;
    } catch (const Interrupted& interrupted) {
      if (interrupted.LinkIsSound()) {
        RollBackQuietly();
      } else {
        Disconnect();
      }
      bool unknown = interrupted.reason() == Interrupted::Reason::kLost ||
                     interrupted.reason() == Interrupted::Reason::kCommitFailed;
      if (committing && unknown) throw OutcomeUnknown(interrupted.what());
      if (IsLast(attempt, interrupted)) throw Unavailable(interrupted.what());
      Log(Severity::kInfo, "transaction.retried",
          {{"attempt", attempt}, {"why", interrupted.what()}});
      Pause(attempt);
    } catch (...) {
      RollBackQuietly();
      throw;
    }
  }
}

// A link that cannot even roll back is dropped, which rolls back as well.
void Database::RollBackQuietly() {
  try {
    if (connection_) connection_->Run("ROLLBACK");
  } catch (const std::exception&) {
    Disconnect();
  }
}

}  // namespace permit::sql
