// The register as files: applicants, permits and announcements in CSV, known by their head lines.
//
//   applicants     mainland_id,category,chinese_name,surname,given_name,birth_date,birthplace,sex,
//                  travel_permit,unified_number,school,department,study_level,grade
//   permits        number,kind,mainland_id,issued_on,expires_on,stay_until,entered_on,status
//   announcements  reference,important,published_on,withdrawn_on,unit_zh,unit_en,title_zh,title_en,
//                  body_zh,body_en
// Columns may stand in any order; dates are YYYY/MM/DD or YYYY-MM-DD. Every line is checked, and
// all that is wrong is told, each with its file and line; then nothing is loaded.
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

// Adds what the file holds.
void ReadRegisterFile(const std::string& name, std::string_view text, RegisterFiles& into);

struct RegisterLoad {
  std::size_t applicants = 0;
  std::size_t permits = 0;
  std::size_t announcements = 0;
  // A permit of an unknown applicant, or of this system's that says otherwise than its paper;
  // nothing was loaded then.
  std::vector<std::string> errors;
};

// Whole or not at all; what is there already is renewed.
RegisterLoad LoadRegister(sql::Database& database, const RegisterFiles& files, Instant now);

}  // namespace permit::ctl
