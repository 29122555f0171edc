// A file of the register: applicants, permits or announcements.
#include "handlers/operator/register_file.h"

#include <algorithm>

#include "handlers/operator/csv.h"
#include "handlers/rules/person_id.h"
#include "handlers/rules/registration.h"
#include "tests/fuzz/property.h"

namespace permit::fuzz {
namespace {

constexpr char kTravelPermit[] = "[TL][0-9]{8}";

using Records = std::vector<std::vector<std::string>>;

Records FieldsOf(const ctl::CsvReading& csv) {
  Records records;
  records.reserve(csv.records.size());
  for (const ctl::CsvRecord& record : csv.records) records.push_back(record.fields);
  return records;
}

std::string Written(const Records& records) {
  std::string text;
  for (const auto& fields : records) {
    for (const std::string& field : fields) {
      if (&field != &fields.front()) text += ',';
      text += '"';
      for (char c : field) text += c == '"' ? std::string("\"\"") : std::string(1, c);
      text += '"';
    }
    text += "\r\n";
  }
  return text;
}

ctl::RegisterFiles Read(std::string_view text) {
  ctl::RegisterFiles files;
  ctl::ReadRegisterFile("file", text, kTravelPermit, files);
  for (const std::string& error : files.errors) {
    Require(error.starts_with("file: "), "an error names the file");
  }
  return files;
}

// What the site relies on of an applicant that it was given.
void RequireApplicant(const sql::Applicant& applicant) {
  Require(applicant.birth_date.ok(), "a birth date is one of the calendar");
  Require(IsWellFormedUtf8(applicant.chinese_name) && !HasControl(applicant.chinese_name),
          "a name is text");
  if (applicant.category != "mainland") return;
  Require(!CheckMainlandId(applicant.mainland_id, applicant.birth_date, SexFromCode(applicant.sex)),
          "a mainland number is good");
  Require(!CheckChineseName(applicant.chinese_name), "a Chinese name is one that forms take");
  Require(!CheckTravelPermit(applicant.travel_permit, kTravelPermit),
          "a travel permit is of the form");
}

void RequireLoadable(const ctl::RegisterFiles& files) {
  for (const ctl::ApplicantLine& line : files.applicants) RequireApplicant(line.applicant);
  for (const ctl::PermitLine& line : files.permits) {
    Require(line.permit.issued_on.ok() && line.permit.issued_on <= line.permit.expires_on,
            "a permit ends after its issue");
    Require(!line.permit.number.empty(), "a permit has a number");
  }
  for (const ctl::AnnouncementLine& line : files.announcements) {
    Require(line.announcement.published_on.ok(), "an announcement has its day");
  }
}

// Columns may stand in any order.
void RequireOrderDoesNotCount(const Records& records) {
  Records turned = records;
  for (auto& fields : turned) std::reverse(fields.begin(), fields.end());
  ctl::RegisterFiles one = Read(Written(records)), other = Read(Written(turned));
  Require(one.applicants.size() == other.applicants.size() &&
              one.permits.size() == other.permits.size() &&
              one.announcements.size() == other.announcements.size(),
          "the order of columns does not count");
  std::sort(one.errors.begin(), one.errors.end());
  std::sort(other.errors.begin(), other.errors.end());
  Require(one.errors == other.errors, "nor for what is wrong");
}

}  // namespace

void Try(std::string_view input) {
  ctl::RegisterFiles files = Read(input);
  if (files.errors.empty()) RequireLoadable(files);
  ctl::CheckNamesOfOnePerson(files);
  const ctl::CsvReading csv = ctl::ReadCsv(input);
  if (!csv.error.empty()) {
    Require(csv.records.empty(), "what is no CSV has no records");
    return;
  }
  const Records records = FieldsOf(csv);
  const ctl::CsvReading again = ctl::ReadCsv(Written(records));
  Require(again.error.empty() && FieldsOf(again) == records, "records that were written read back");
  RequireOrderDoesNotCount(records);
}

}  // namespace permit::fuzz
