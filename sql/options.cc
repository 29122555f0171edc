#include "sql/options.h"

#include "fcgi/base/settings.h"

namespace permit::sql {

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

}  // namespace permit::sql
