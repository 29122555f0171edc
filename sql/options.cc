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
  options.tls = DatabaseTls(settings);
  options.ca_file = settings.database_ca_file;
  return options;
}

DatabaseOptions AdminOptionsFromSettings(const Settings& settings) {
  if (settings.database_admin_user.empty()) return OptionsFromSettings(settings);
  Settings as_admin = settings;
  as_admin.database_user = settings.database_admin_user;
  as_admin.database_password_file = settings.database_admin_password_file;
  return OptionsFromSettings(as_admin);
}

}  // namespace permit::sql
