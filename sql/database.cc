#include "sql/database.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <random>
#include <thread>

#include "fcgi/base/log.h"
#include "fcgi/base/settings.h"
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

template <class Number>
Number ParseNumber(const std::string& text, std::string_view column) {
  Number number{};
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw std::logic_error("column " + std::string(column) + " is no such number");
  }
  return number;
}

int TwoDigits(const std::string& text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

// "YYYY-MM-DD HH:MM:SS", then up to six digits of a second.
Instant ParseInstant(const std::string& text, std::string_view column) {
  std::optional<Date> date;
  if (text.size() >= 19) date = ParseDate(std::string_view(text).substr(0, 10));
  if (!date) throw std::logic_error("column " + std::string(column) + " is no time");
  int milliseconds = 0;
  int weight = 100;
  for (std::size_t i = 20; i < std::min<std::size_t>(text.size(), 23); ++i, weight /= 10) {
    milliseconds += (text[i] - '0') * weight;
  }
  return std::chrono::sys_days{*date} + std::chrono::hours(TwoDigits(text, 11)) +
         std::chrono::minutes(TwoDigits(text, 14)) + std::chrono::seconds(TwoDigits(text, 17)) +
         std::chrono::milliseconds(milliseconds);
}

}  // namespace

Value::Value(Instant instant) {
  auto days = std::chrono::floor<std::chrono::days>(instant);
  Date date{days};
  auto rest = static_cast<int>((instant - days).count());
  char text[48];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:%02d:%02d.%03d",
                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), rest / 3600000, rest / 60000 % 60,
                rest / 1000 % 60, rest % 1000);
  value_ = std::string(text);
}

Value::Value(Date date) {
  std::string text = FormatDate(date);
  std::replace(text.begin(), text.end(), '/', '-');
  value_ = std::move(text);
}

const std::optional<std::string>& Row::Cell(std::string_view column) const {
  for (std::size_t i = 0; i < columns_->size(); ++i) {
    if ((*columns_)[i] == column) return cells_[i];
  }
  throw std::logic_error("the answer has no column " + std::string(column));
}

bool Row::IsNull(std::string_view column) const { return !Cell(column).has_value(); }

const std::string& Row::Text(std::string_view column) const {
  const std::optional<std::string>& cell = Cell(column);
  if (!cell) throw std::logic_error("column " + std::string(column) + " is null");
  return *cell;
}

std::optional<std::string> Row::OptionalText(std::string_view column) const { return Cell(column); }

std::int64_t Row::Int(std::string_view column) const {
  return ParseNumber<std::int64_t>(Text(column), column);
}

std::optional<std::int64_t> Row::OptionalInt(std::string_view column) const {
  if (IsNull(column)) return std::nullopt;
  return Int(column);
}

std::uint64_t Row::Uint(std::string_view column) const {
  return ParseNumber<std::uint64_t>(Text(column), column);
}

std::optional<std::uint64_t> Row::OptionalUint(std::string_view column) const {
  if (IsNull(column)) return std::nullopt;
  return Uint(column);
}

Instant Row::Time(std::string_view column) const { return ParseInstant(Text(column), column); }

std::optional<Instant> Row::OptionalTime(std::string_view column) const {
  if (IsNull(column)) return std::nullopt;
  return Time(column);
}

Date Row::Day(std::string_view column) const {
  std::optional<Date> date = ParseDate(std::string_view(Text(column)).substr(0, 10));
  if (!date) throw std::logic_error("column " + std::string(column) + " is no date");
  return *date;
}

std::optional<Date> Row::OptionalDay(std::string_view column) const {
  if (IsNull(column)) return std::nullopt;
  return Day(column);
}

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

DatabaseOptions OptionsFromSettings(const Settings& settings) {
  DatabaseOptions options;
  options.socket = settings.database_socket;
  options.host = settings.database_host;
  options.port = static_cast<int>(settings.database_port);
  options.name = settings.database_name;
  options.user = settings.database_user;
  if (!settings.database_password_file.empty()) {
    options.password = ReadSecret(settings.database_password_file, "database.password_file");
  }
  return options;
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
      if (attempt == kAttempts) throw Unavailable(interrupted.what());
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
        case Interrupted::Reason::kNotSent:
        case Interrupted::Reason::kNotReady:
          break;
      }
      if (attempt == kAttempts) throw Unavailable(interrupted.what());
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
      if (attempt == kAttempts) throw Unavailable(interrupted.what());
      Log(Severity::kInfo, "transaction-again",
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
