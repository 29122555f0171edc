// The register as files: applicants, permits and announcements in CSV, known by their head lines.
//
//   applicants     mainland_id,category,chinese_name,surname,given_name,birth_date,birthplace,sex,
//                  travel_permit,unified_number,school,department,study_level,grade
//   permits        number,kind,mainland_id,issued_on,expires_on,stay_until,entered_on,status, and
//                  where it is known taiwan_address
//   announcements  reference,important,published_on,withdrawn_on,unit_zh,unit_en,title_zh,title_en,
//                  body_zh,body_en
// Columns may stand in any order; dates are YYYY/MM/DD or YYYY-MM-DD. Every line is checked; every
// error is reported with its file and line, and nothing is loaded when there is one.
#pragma once

#include <string>
#include <vector>

#include "sql/announcement_store.h"
#include "sql/register_store.h"

namespace permit::ctl {

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
  std::vector<sql::Applicant> applicants;
  std::vector<PermitLine> permits;
  std::vector<AnnouncementLine> announcements;
  std::vector<std::string> errors;
};

// Adds the records and errors of the file.
void ReadRegisterFile(const std::string& name, std::string_view text, RegisterFiles& into);

struct RegisterLoad {
  std::size_t applicants = 0;
  std::size_t permits = 0;
  std::size_t announcements = 0;
  // Permits of unknown applicants, and permits issued by this system that differ from their paper;
  // nothing was loaded then.
  std::vector<std::string> errors;
};

// In one transaction, whole or not at all; records that exist already are updated.
RegisterLoad LoadRegister(sql::Database& database, const RegisterFiles& files, Instant now);

}  // namespace permit::ctl
