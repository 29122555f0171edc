// Where the database is and who asks it.
#pragma once

#include <string>

#include "fcgi/base/tls_policy.h"

namespace permit {
struct Settings;
}

namespace permit::sql {

struct DatabaseOptions {
  std::string socket;  // empty: host and port
  std::string host;
  int port = 3306;
  std::string name;  // schema; empty: none
  std::string user;
  std::string password;
  TlsPolicy tls = TlsPolicy::kNone;
  std::string ca_file;  // PEM; empty: the machine's
  int connect_timeout_seconds = 2;
  int read_timeout_seconds = 15;
};
DatabaseOptions OptionsFromSettings(const Settings& settings);
// The same as database.admin_user, who is database.user when that is empty.
DatabaseOptions AdminOptionsFromSettings(const Settings& settings);

}  // namespace permit::sql
