#include "handlers/operator/config_commands.h"

#include "fcgi/base/tls_policy.h"
#include "handlers/jobs/clamd.h"
#include "handlers/jobs/number_volume.h"
#include "handlers/papers/key_store.h"
#include "handlers/payment/gateways.h"
#include "handlers/routes.h"
#include "sql/grants.h"
#include "sql/migrations.h"
#include "views/renderer.h"

namespace permit::ctl {
namespace {

// Those that permit-web does not start without; throws when one cannot be read.
void ReadSecrets(const Settings& settings) {
  ReadSiteSecret(settings);
  if (!settings.database_password_file.empty()) {
    ReadSecret(settings.database_password_file, "database.password_file");
  }
  payment::Gateways{settings};
}

std::string_view Name(Method method) {
  switch (method) {
    case Method::kGet:
      return "GET";
    case Method::kPost:
      return "POST";
  }
  return "";
}

std::string_view Name(Access access) {
  switch (access) {
    case Access::kPublic:
      return "public";
    case Access::kOpen:
      return "open";
    case Access::kStudent:
      return "student";
    case Access::kStudentRenewing:
      return "student who must change the password";
    case Access::kGateway:
      return "payment gateway";
  }
  return "";
}

// Which of a settlement file's header is compared with nothing, for want of a setting.
std::string SettlementComparisons(const Settings& settings) {
  std::string missing;
  const auto note = [&](bool unset, std::string_view name) {
    if (unset) missing += (missing.empty() ? "" : ", ") + std::string(name);
  };
  note(settings.settlement_company.empty(), "payment.settlement_company");
  note(settings.settlement_collectors.empty(), "payment.settlement_collectors");
  note(settings.settlement_category.empty(), "payment.settlement_category");
  return missing.empty() ? "ok" : "not compared, as not set: " + missing;
}

// Whether clamd answers the user who asks.
std::string ScannerState(const Settings& settings) {
  if (settings.scan_socket.empty()) return "not set: files are opened without one";
  const ScanReply reply = AskClamd(settings.scan_socket, "", std::chrono::seconds(5));
  return reply.verdict == ScanVerdict::kClean ? "ok" : "warning: no answer: " + reply.words;
}

void AddVolumes(Listing& listing, Surroundings& surroundings) {
  for (const YearVolume& one :
       CheckNumberVolume(surroundings.database(), surroundings.settings(), surroundings.today())) {
    listing.Add({one.counter + " numbers of " + std::to_string(one.roc_year),
                 std::string(NearlyExhausted(one.volume) ? "warning: add a unit; " : "ok: ") +
                     std::to_string(one.volume.used) + " of " + std::to_string(one.volume.carried) +
                     " used"});
  }
}

std::string Joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::string Words(const sql::RightsVerdict& rights) {
  if (!rights.role.empty()) return "not compared: they come by the role " + rights.role;
  if (rights.owns) {
    return "warning: may change and drop every table, so that the database keeps nothing from the "
           "site; see schema grants";
  }
  std::string text;
  if (!rights.missing.empty()) text = "missing: " + Joined(rights.missing);
  if (!rights.excess.empty()) {
    text +=
        std::string(text.empty() ? "warning, too many: " : "; too many: ") + Joined(rights.excess);
  }
  return text.empty() ? "ok" : text;
}

}  // namespace

Outcome ShowConfig(Surroundings& surroundings, const Arguments& arguments) {
  bool defaults = arguments.Has("defaults");
  Listing listing(defaults ? std::vector<std::string>{"setting", "default", "meaning"}
                           : std::vector<std::string>{"setting", "value"});
  const Settings fresh;
  const Settings& settings = defaults ? fresh : surroundings.settings();
  for (const Setting& setting : SettingsTable()) {
    std::vector<std::string> row = {std::string(setting.name), FormatSetting(settings, setting)};
    if (defaults) row.emplace_back(setting.meaning);
    listing.Add(std::move(row));
  }
  surroundings.Print(listing);
  return Outcome::Done();
}

Outcome CheckConfig(Surroundings& surroundings, const Arguments&) {
  Listing listing({"checked", "result"});
  const Settings& settings = surroundings.settings();
  for (const std::string& name : UnencryptedUrls(settings)) {
    return Outcome::Refused(name + " must begin with https://, as it is not on this machine");
  }
  listing.Add({"settings", "ok"});
  ReadSecrets(settings);
  listing.Add({"secrets", "ok"});
  listing.Add({"settlement files", SettlementComparisons(settings)});
  const KeyStore keys = KeyStore::Open(settings.signing_key_dir);
  for (KeyUse use : {KeyUse::kSeal, KeyUse::kDocument}) {
    keys.OpenActive(use, std::chrono::floor<std::chrono::seconds>(surroundings.now()));
  }
  listing.Add({"keys", "ok"});
  surroundings.renderer();
  listing.Add({"templates and catalogs", "ok"});
  listing.Add({"scan for viruses", ScannerState(settings)});
  std::size_t missing = 0;
  for (const sql::MigrationStatus& status : sql::SchemaStatus(surroundings.database())) {
    missing += !status.applied;
  }
  listing.Add({"database schema", missing == 0 ? "ok" : "to be upgraded"});
  if (missing > 0) {
    surroundings.Print(listing);
    return Outcome::Refused("the schema is to be upgraded");
  }
  const sql::RightsVerdict rights = sql::CompareRights(surroundings.database());
  listing.Add({"rights of " + rights.user, Words(rights)});
  AddVolumes(listing, surroundings);
  surroundings.Print(listing);
  if (rights.missing.empty()) return Outcome::Done();
  return Outcome::Refused("the user of the database lacks rights: schema grants prints them");
}

Outcome ListRoutes(Surroundings& surroundings, const Arguments&) {
  Listing listing({"method", "path", "access", "body limit"});
  for (const Route& route : Routes()) {
    listing.Add({std::string(Name(route.method)), std::string(route.path),
                 std::string(Name(route.access)), std::to_string(route.body_limit)});
  }
  surroundings.Print(listing);
  return Outcome::Done();
}

}  // namespace permit::ctl
