// A database server of a test program's own: its data in a folder of its own, one Unix socket, no
// TCP, gone with the program. It is MariaDB's, or the program of MySQL that PERMIT_MYSQL names
// (support/mysql_tree makes one).
//
// The data folder starts as a copy of a template kept in the build folder, so that a server is up
// within a fraction of a second. A template is made once by the first program that asks for it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/child_process.h"

namespace permit::test {

class PrivateServer {
 public:
  // `prepare` fills a template with that name (tables, for instance) through the socket it is
  // given; the name must change with what it writes. Empty name: a server without any database.
  // `options`: the server's, beside and after its own. Throws std::runtime_error with the end of
  // the server's log when it does not come up.
  explicit PrivateServer(const std::string& template_name = "",
                         const std::function<void(const std::string& socket)>& prepare = {},
                         std::vector<std::string> options = {});
  ~PrivateServer();

  // Whether the tests run against MySQL.
  static bool IsMySql();

  const std::string& socket() const { return socket_; }

  // Throws std::runtime_error with the server's words when it refuses.
  std::string Sql(const std::string& statements, const std::string& database = "");

  void Kill();   // SIGKILL: an outage
  void Stop();   // in good order
  void Start();  // again, on the same data

 private:
  std::string folder_;
  std::string socket_;
  std::vector<std::string> options_;
  std::unique_ptr<ChildProcess> server_;
};

}  // namespace permit::test
