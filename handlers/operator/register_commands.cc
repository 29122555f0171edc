#include "handlers/operator/register_commands.h"

#include <fstream>
#include <iterator>

#include "handlers/mail/deliver.h"
#include "handlers/operator/register_file.h"
#include "handlers/operator/sample_register.h"
#include "sql/audit_store.h"

namespace permit::ctl {
namespace {

constexpr std::size_t kErrorsTold = 20;

std::string ReadFile(const std::string& name) {
  std::ifstream in(name, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + name);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool IsOnThisMachine(const std::string& base_url) {
  std::string host = HostOfUrl(base_url);
  return host == "localhost" || host == "127.0.0.1";
}

// Prints each error as a row of the listing, for scripts; the failure itself is one line.
Outcome TellErrors(Surroundings& surroundings, const std::vector<std::string>& errors) {
  Listing listing({"error"});
  for (std::size_t i = 0; i < errors.size() && i < kErrorsTold; ++i) listing.Add({errors[i]});
  surroundings.Print(listing);
  return Outcome::Refused(std::to_string(errors.size()) +
                          " errors, nothing was loaded; the first: " + errors.front());
}

}  // namespace

Outcome ImportRegister(Surroundings& surroundings, const Arguments& arguments) {
  RegisterFiles files;
  for (const std::string& name : arguments.words) {
    ReadRegisterFile(name, ReadFile(name), surroundings.settings().travel_permit_pattern, files);
  }
  CheckNamesOfOnePerson(files);
  if (!files.errors.empty()) return TellErrors(surroundings, files.errors);
  sql::Database& database = surroundings.database();
  RegisterLoad load = LoadRegister(
      database, files,
      {.receiving_units = surroundings.settings().receiving_units, .force = arguments.Has("force")},
      surroundings.now());
  if (!load.errors.empty()) return TellErrors(surroundings, load.errors);
  for (const std::string& name : arguments.words) {
    sql::WriteAudit(
        database,
        {surroundings.actor(), "register-import", "file:" + name.substr(name.find_last_of('/') + 1),
         arguments.Has("force") ? "forced" : ""},
        surroundings.now());
  }
  Listing listing({"loaded", "count", "remark"});
  listing.Add({"applicants", std::to_string(load.applicants), ""});
  listing.Add({"permits", std::to_string(load.permits), ""});
  listing.Add({"announcements", std::to_string(load.announcements), ""});
  surroundings.Print(listing);
  return Outcome::Done();
}

Outcome LoadSampleCommand(Surroundings& surroundings, const Arguments&) {
  if (!IsOnThisMachine(surroundings.settings().base_url)) {
    return Outcome::Refused(
        "everybody knows the sample's passwords: it is for a site at localhost");
  }
  Listing listing({"role", "login name", "password", "name", "identity number", "birth date", "sex",
                   "birthplace", "travel permit", "permit number", "situation"});
  for (const SamplePerson& person : LoadSample(surroundings.database(), surroundings.random(),
                                               surroundings.settings(), surroundings.now())) {
    listing.Add({person.role, person.login_name, person.password,
                 person.english_name.empty() ? person.chinese_name
                                             : person.chinese_name + " " + person.english_name,
                 person.mainland_id, person.birth_date, person.sex, person.birthplace,
                 person.travel_permit, person.permit_number, person.situation});
  }
  surroundings.Print(listing);
  return Outcome::Done();
}

}  // namespace permit::ctl
