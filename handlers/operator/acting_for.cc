#include "handlers/operator/acting_for.h"

#include <regex>

#include "fcgi/base/log.h"
#include "sql/audit_store.h"
#include "sql/reviewer_store.h"

namespace permit::ctl {

std::optional<std::string> ActingFor(Surroundings& surroundings, const Arguments& arguments) {
  std::optional<std::string> name = arguments.Option("as");
  if (!name) return surroundings.actor();
  std::optional<sql::Reviewer> reviewer = sql::FindReviewer(surroundings.database(), *name);
  if (!reviewer || !reviewer->active) return std::nullopt;
  return "reviewer:" + reviewer->login_name;
}

void AuditActingFor(Surroundings& surroundings, const Arguments& arguments,
                    sql::Transaction& transaction, const std::string& what,
                    const std::string& object) {
  const std::optional<std::string> name = arguments.Option("as");
  if (!name) return;
  sql::WriteAudit(transaction,
                  {surroundings.actor(), "act-as", object, what + " as reviewer:" + *name},
                  surroundings.now());
}

void AuditReading(Surroundings& surroundings, const std::string& action, const std::string& object,
                  const std::string& detail) {
  sql::WriteAudit(surroundings.database(), {surroundings.actor(), action, object, detail},
                  surroundings.now());
}

void AuditList(Surroundings& surroundings, const Arguments& arguments, const std::string& action,
               const std::string& what, std::size_t lines) {
  std::string detail;
  for (const char* name : {"state", "after", "since", "limit"}) {
    const std::optional<std::string> value = arguments.Option(name);
    if (value) detail += "--" + std::string(name) + " " + *value + " ";
  }
  AuditReading(surroundings, action, what, detail + "lines: " + std::to_string(lines));
}

void AuditDone(Surroundings& surroundings, const std::string& action, const std::string& object,
               const std::string& detail) {
  try {
    AuditReading(surroundings, action, object, detail);
  } catch (const std::exception& error) {
    Log(Severity::kWarning, "audit.not-written",
        {{"actor", surroundings.actor()},
         {"action", action},
         {"object", object},
         {"detail", detail},
         {"why", error.what()}});
  }
}

std::string SystemUser(const char* sudo_user, const char* login_name) {
  static const std::regex kLoginName("[A-Za-z0-9_][A-Za-z0-9_.-]{0,31}");
  if (sudo_user != nullptr && std::regex_match(sudo_user, kLoginName)) return sudo_user;
  return login_name != nullptr ? login_name : "unknown";
}

}  // namespace permit::ctl
