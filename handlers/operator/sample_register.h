// Invented students, permits and announcements to try the site with, relative to the day.
//
// There is a student for each situation of the eligibility rules, named by `situation`. Loading the
// sample again renews the permits' dates and leaves accounts and cases as they are.
#pragma once

#include <string>
#include <vector>

#include "fcgi/base/crypto.h"
#include "fcgi/base/settings.h"
#include "handlers/operator/register_file.h"

namespace permit::ctl {

struct SamplePerson {
  std::string role;  // student, reviewer
  std::string chinese_name;
  std::string english_name;
  std::string login_name;  // empty: in the register only, may register
  std::string password;
  std::string mainland_id;
  std::string birth_date;
  std::string sex;
  std::string birthplace;
  std::string travel_permit;
  std::string permit_number;
  std::string situation;  // of the permit, in English
};

// The register part alone, for tests of the generator.
RegisterFiles SampleRegister(Date today);

// Loads all of it, with ready-made accounts and reviewers, and lists the people.
std::vector<SamplePerson> LoadSample(sql::Database& database, Random& random,
                                     const Settings& settings, Instant now);

}  // namespace permit::ctl
