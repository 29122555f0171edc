#include "sql/connection.h"

#include <cppconn/connection.h>
#include <cppconn/datatype.h>
#include <cppconn/driver.h>
#include <cppconn/exception.h>
#include <cppconn/prepared_statement.h>
#include <cppconn/resultset.h>
#include <cppconn/resultset_metadata.h>
#include <cppconn/statement.h>

#include <istream>
#include <streambuf>

namespace permit::sql {
namespace {

// A lock that somebody holds keeps a worker for three seconds at most, and once; READ COMMITTED
// keeps gaps unlocked, so that students who send at the same moment do not wait for each other.
constexpr const char* kSessionSettings =
    "SET NAMES utf8mb4 COLLATE utf8mb4_bin, time_zone='+00:00', "
    "sql_mode='STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', innodb_lock_wait_timeout=3";
constexpr const char* kIsolation = "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";

// Reads a view in place, so that an upload is not copied on its way to the server.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view bytes) {
    char* begin = const_cast<char*>(bytes.data());
    setg(begin, begin, begin + bytes.size());
  }
};

class ViewStream : private ViewBuffer, public std::istream {
 public:
  explicit ViewStream(std::string_view bytes) : ViewBuffer(bytes), std::istream(this) {}
};

// "Duplicate entry 'x' for key 'act.PRIMARY'"; MariaDB leaves out the table.
std::string DuplicatedKey(std::string_view message) {
  std::size_t end = message.rfind('\'');
  if (end == std::string_view::npos || end == 0) return "";
  std::size_t begin = message.rfind('\'', end - 1);
  if (begin == std::string_view::npos) return "";
  std::string_view key = message.substr(begin + 1, end - begin - 1);
  return std::string(key.substr(key.rfind('.') == std::string_view::npos ? 0 : key.rfind('.') + 1));
}

[[noreturn]] void Rethrow(const ::sql::SQLException& error, std::string_view statement) {
  using Reason = Interrupted::Reason;
  std::string what = std::string(statement) + ": " + error.what() + " (" +
                     std::to_string(error.getErrorCode()) + ")";
  switch (error.getErrorCode()) {
    case 1205:  // lock wait timeout
      throw Interrupted(Reason::kLockHeld, what);
    case 1213:  // deadlock, or lost certification
      throw Interrupted(Reason::kConflict, what);
    case 1180:  // error during commit
      throw Interrupted(Reason::kCommitFailed, what);
    case 1047:  // the node has no quorum
    case 1290:  // read only
    case 1836:  // read only
      throw Interrupted(Reason::kNotReady, what);
    case 2006:  // gone before the statement was sent
    case 1615:  // a prepared statement that the server has dropped; nothing of it has run
    case 2030:  // statement of an earlier link
      throw Interrupted(Reason::kNotSent, what);
    case 1053:  // shutdown
    case 1927:  // killed
    case 2013:  // lost in the middle
    case 2014:  // out of step
    case 2055:  // lost in the middle
    case 2057:  // the table changed under the statement
      throw Interrupted(Reason::kLost, what);
    case 1062:
      throw DuplicateKey(DuplicatedKey(error.what()), what);
    default:
      throw StatementError(error.getErrorCode(), what);
  }
}

std::shared_ptr<const Row::Columns> ReadColumns(::sql::ResultSet& result) {
  auto columns = std::make_shared<Row::Columns>();
  ::sql::ResultSetMetaData* meta = result.getMetaData();
  for (unsigned i = 1; i <= meta->getColumnCount(); ++i) {
    columns->push_back(meta->getColumnLabel(i).asStdString());
  }
  return columns;
}

std::vector<Row> ReadRows(::sql::ResultSet& result,
                          const std::shared_ptr<const Row::Columns>& columns) {
  std::vector<Row> rows;
  rows.reserve(result.rowsCount());
  const auto width = static_cast<unsigned>(columns->size());
  while (result.next()) {
    std::vector<std::optional<std::string>> cells(width);
    for (unsigned i = 1; i <= width; ++i) {
      if (!result.isNull(i)) cells[i - 1] = result.getString(i).asStdString();
    }
    rows.emplace_back(columns, std::move(cells));
  }
  return rows;
}

class Binder {
 public:
  explicit Binder(::sql::PreparedStatement& statement) : statement_(statement) {}

  void Bind(const std::vector<Value>& values) {
    statement_.clearParameters();
    for (const Value& value : values) {
      ++index_;
      std::visit(*this, value.variant());
    }
  }

  void operator()(std::nullptr_t) { statement_.setNull(index_, ::sql::DataType::SQLNULL); }
  void operator()(std::int64_t number) { statement_.setInt64(index_, number); }
  void operator()(std::uint64_t number) { statement_.setUInt64(index_, number); }
  void operator()(const std::string& text) { statement_.setString(index_, text); }
  void operator()(const Blob& blob) {
    if (blob.bytes.empty()) return statement_.setString(index_, "");
    streams_.push_back(std::make_unique<ViewStream>(blob.bytes));
    statement_.setBlob(index_, streams_.back().get());
  }

 private:
  ::sql::PreparedStatement& statement_;
  unsigned index_ = 0;
  std::vector<std::unique_ptr<ViewStream>> streams_;
};

constexpr const char* kMachinesCertificates = "/etc/ssl/certs/ca-certificates.crt";

// Naming certificates makes the client ask for TLS; it goes on without where the server has none,
// unless it is told to insist. Checking the certificate includes the server's name.
void AddTls(::sql::ConnectOptionsMap& map, const DatabaseOptions& options) {
  if (options.tls == TlsPolicy::kNone) return;
  map["sslCA"] =
      ::sql::SQLString(options.ca_file.empty() ? kMachinesCertificates : options.ca_file);
  if (options.tls != TlsPolicy::kRequired) return;
  map["sslVerify"] = true;
  map["sslEnforce"] = true;
}

::sql::ConnectOptionsMap LinkOptions(const DatabaseOptions& options) {
  ::sql::ConnectOptionsMap map;
  map["hostName"] = options.socket.empty() ? ::sql::SQLString(options.host)
                                           : ::sql::SQLString("unix://" + options.socket);
  if (options.socket.empty()) map["port"] = options.port;
  map["userName"] = ::sql::SQLString(options.user);
  map["password"] = ::sql::SQLString(options.password);
  if (!options.name.empty()) map["schema"] = ::sql::SQLString(options.name);
  AddTls(map, options);
  map["OPT_CONNECT_TIMEOUT"] = options.connect_timeout_seconds;
  map["OPT_READ_TIMEOUT"] = options.read_timeout_seconds;
  map["OPT_WRITE_TIMEOUT"] = options.read_timeout_seconds;
  map["CLIENT_FOUND_ROWS"] = true;
  map["postInit"] = ::sql::SQLString(kSessionSettings);
  return map;
}

}  // namespace

struct Connection::Prepared {
  std::unique_ptr<::sql::PreparedStatement> statement;
  std::shared_ptr<const Row::Columns> columns;
};

Connection::Connection(const DatabaseOptions& options, std::uint64_t& statements_sent)
    : statements_sent_(statements_sent) {
  try {
    ::sql::ConnectOptionsMap map = LinkOptions(options);
    link_.reset(get_driver_instance()->connect(map));
    std::unique_ptr<::sql::Statement> statement(link_->createStatement());
    statement->execute(kIsolation);
  } catch (const ::sql::SQLException& error) {
    throw Unavailable("cannot reach the database at " +
                      (options.socket.empty() ? options.host : options.socket) + ": " +
                      error.what() + " (" + std::to_string(error.getErrorCode()) + ")");
  }
}

Connection::~Connection() { prepared_.clear(); }

std::vector<Row> Connection::Query(const Statement& statement, const std::vector<Value>& values) {
  try {
    Prepared& prepared = Prepare(statement);
    Binder binder(*prepared.statement);
    binder.Bind(values);
    ++statements_sent_;
    std::unique_ptr<::sql::ResultSet> result(prepared.statement->executeQuery());
    if (!prepared.columns) prepared.columns = ReadColumns(*result);
    return ReadRows(*result, prepared.columns);
  } catch (const ::sql::SQLException& error) {
    Rethrow(error, statement.name);
  }
}

std::uint64_t Connection::Execute(const Statement& statement, const std::vector<Value>& values) {
  try {
    Prepared& prepared = Prepare(statement);
    Binder binder(*prepared.statement);
    binder.Bind(values);
    ++statements_sent_;
    return static_cast<std::uint64_t>(prepared.statement->executeUpdate());
  } catch (const ::sql::SQLException& error) {
    Rethrow(error, statement.name);
  }
}

std::vector<Row> Connection::Run(std::string_view text) {
  try {
    std::unique_ptr<::sql::Statement> statement(link_->createStatement());
    ++statements_sent_;
    if (!statement->execute(std::string(text))) return {};
    std::unique_ptr<::sql::ResultSet> result(statement->getResultSet());
    return ReadRows(*result, ReadColumns(*result));
  } catch (const ::sql::SQLException& error) {
    Rethrow(error, text.substr(0, 60));
  }
}

Connection::Prepared& Connection::Prepare(const Statement& statement) {
  std::unique_ptr<Prepared>& slot = prepared_[statement.name];
  if (!slot) {
    auto fresh = std::make_unique<Prepared>();
    fresh->statement.reset(link_->prepareStatement(std::string(statement.text)));
    slot = std::move(fresh);
  }
  return *slot;
}

}  // namespace permit::sql
