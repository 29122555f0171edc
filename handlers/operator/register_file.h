// The register as files: applicants, permits and announcements in CSV, known by their head lines.
//
//   applicants     mainland_id,category,chinese_name,surname,given_name,birth_date,birthplace,sex,
//                  travel_permit,unified_number,school,department,study_level,grade
//   permits        number,kind,mainland_id,issued_on,expires_on,stay_until,entered_on,status, and
//                  where it is known taiwan_address
//   announcements  reference,important,published_on,withdrawn_on,unit_zh,unit_en,title_zh,title_en,
//                  body_zh,body_en
// Columns may stand in any order; files are UTF-8; dates are read as the forms read them
// (2003/5/14, 2003-05-14, 20030514, 2003年5月14日). Every line is checked, and all that is wrong is
// told, each with its file and line; then nothing is loaded. Of a mainland applicant names and
// travel permit must be what the forms take and the papers print, so that whoever is in the
// register can register, apply and get a permit; the surname may be empty.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sql/announcement_store.h"
#include "sql/register_store.h"

namespace permit::ctl {

struct ApplicantLine {
  sql::Applicant applicant;
  std::string where;  // file and line
};

struct PermitLine {
  sql::EntryPermit permit;  // without ids
  std::string mainland_id;  // of its holder
  std::string where;        // file and line
};

struct AnnouncementLine {
  std::string reference;
  sql::Announcement announcement;
  std::optional<Date> withdrawn_on;
};

struct RegisterFiles {
  std::vector<ApplicantLine> applicants;
  std::vector<PermitLine> permits;
  std::vector<AnnouncementLine> announcements;
  std::vector<std::string> errors;
};

// Adds what the file holds. `travel_permit_pattern`: a regular expression, as in the settings.
void ReadRegisterFile(const std::string& name, std::string_view text,
                      const std::string& travel_permit_pattern, RegisterFiles& into);

// Adds an error for each line of an applicant whom an earlier line gives another name.
void CheckNamesOfOnePerson(RegisterFiles& files);

struct RegisterLoad {
  std::size_t applicants = 0;
  std::size_t permits = 0;
  std::size_t announcements = 0;
  // Permits of unknown applicants, permits issued by this system that differ from their paper, and
  // what LoadRules stands against; nothing was loaded then.
  std::vector<std::string> errors;
};

struct LoadRules {
  // Of this site: a permit may not have a number that was handed out to a case, or that may still
  // be handed out. Empty: not asked.
  std::vector<std::string> receiving_units;
  // Also load what moves a permit with an open case to another holder, or blanks an entry date.
  bool force = false;
};

// In one transaction, whole or not at all; records that exist already are updated.
RegisterLoad LoadRegister(sql::Database& database, const RegisterFiles& files,
                          const LoadRules& rules, Instant now);

}  // namespace permit::ctl
