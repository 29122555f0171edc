#include "handlers/operator/register_file.h"

#include <algorithm>
#include <map>

#include "fcgi/base/name_key.h"
#include "fcgi/base/text_encoding.h"
#include "handlers/operator/csv.h"
#include "handlers/rules/choices.h"
#include "handlers/rules/person_id.h"
#include "handlers/rules/registration.h"
#include "handlers/rules/text.h"
#include "views/pdf/printable.h"

namespace permit::ctl {
namespace {

const std::vector<std::string> kApplicantColumns = {
    "mainland_id", "category",   "chinese_name", "surname",       "given_name",
    "birth_date",  "birthplace", "sex",          "travel_permit", "unified_number",
    "school",      "department", "study_level",  "grade"};
const std::vector<std::string> kPermitColumns = {"number",     "kind",       "mainland_id",
                                                 "issued_on",  "expires_on", "stay_until",
                                                 "entered_on", "status"};
const std::vector<std::string> kNoColumns;
const std::vector<std::string> kOptionalPermitColumns = {"taiwan_address"};
const std::vector<std::string> kAnnouncementColumns = {
    "reference", "important", "published_on", "withdrawn_on", "unit_zh",
    "unit_en",   "title_zh",  "title_en",     "body_zh",      "body_en"};
const std::vector<std::string_view> kCategories = {"mainland", "foreign", "hk-macau-overseas",
                                                   "no-household"};

// One record, read by column; each read adds what is wrong to `errors`.
class Line {
 public:
  Line(const std::map<std::string, std::size_t>& columns, const CsvRecord& record,
       std::string where, std::vector<std::string>& errors)
      : columns_(columns), record_(record), where_(std::move(where)), errors_(errors) {}

  const std::string& where() const { return where_; }
  bool good() const { return good_; }

  void Fail(const std::string& column, const std::string& why) {
    good_ = false;
    errors_.push_back(where_ + ": " + column + " " + why);
  }

  // Empty when the file leaves the column out.
  std::string Raw(const std::string& column) const {
    const auto at = columns_.find(column);
    return at == columns_.end() ? std::string() : record_.fields[at->second];
  }

  std::string Text(const std::string& column, std::size_t max, bool required = true) {
    std::string text = TidyLine(Raw(column));
    if (required && text.empty()) Fail(column, "is empty");
    if (CheckText(text, max)) Fail(column, "is too long or holds characters that are not text");
    return text;
  }

  // That goes onto the permit.
  std::string Printed(const std::string& column, std::size_t max, bool required = true) {
    std::string text = Text(column, max, required);
    RequirePrintable(column, text);
    return text;
  }

  void RequirePrintable(const std::string& column, const std::string& text) {
    const auto character = views::FirstUnprintable(text);
    if (!character) return;
    Fail(column, "cannot be printed: " + text + " (" + views::CodeOf(*character) + ")");
  }

  // As the forms check it.
  void Require(const std::string& column, std::optional<Problem> problem, const std::string& text,
               std::size_t max, const std::string& form) {
    if (!problem) return;
    switch (*problem) {
      case Problem::kMissing:
        return Fail(column, "is empty");
      case Problem::kTooLong:
        return Fail(column, "has more than " + std::to_string(max) + " characters");
      default:
        return Fail(column, "is not " + form + ": " + text);
    }
  }

  std::string Code(const std::string& column, std::size_t max, bool required = true) {
    std::string code = TidyCode(Text(column, max, required));
    return code;
  }

  std::string Chosen(const std::string& column, std::span<const Choice> choices) {
    std::string code = Text(column, 40);
    if (!code.empty() && FindChoice(choices, code) == nullptr) {
      Fail(column, "is not one of its codes: " + code);
    }
    return code;
  }

  std::optional<Date> OptionalDay(const std::string& column) {
    std::string text = TidyLine(Raw(column));
    if (text.empty()) return std::nullopt;
    std::optional<Date> date = ParseDate(TidyDate(text));
    if (!date) Fail(column, "is not a date: " + text);
    return date;
  }

  Date Day(const std::string& column) {
    std::optional<Date> date = OptionalDay(column);
    if (!date && TidyLine(Raw(column)).empty()) Fail(column, "is empty");
    return date.value_or(Date{});
  }

 private:
  const std::map<std::string, std::size_t>& columns_;
  const CsvRecord& record_;
  std::string where_;
  std::vector<std::string>& errors_;
  bool good_ = true;
};

// What the forms ask of a student's own names and numbers.
void RequireWhatFormsTake(Line& line, const sql::Applicant& applicant,
                          const std::string& travel_permit_pattern) {
  constexpr char kLatin[] =
      "a name in the Latin letters of a travel permit (A to Z, Ü, space, hyphen, apostrophe)";
  line.Require("chinese_name", CheckChineseName(applicant.chinese_name), applicant.chinese_name,
               kMaxNameLength, "a name in Chinese characters");
  line.RequirePrintable("chinese_name", applicant.chinese_name);
  if (!applicant.surname.empty()) {
    line.Require("surname", CheckLatinName(applicant.surname), applicant.surname, kMaxNameLength,
                 kLatin);
  }
  line.Require("given_name", CheckLatinName(applicant.given_name), applicant.given_name,
               kMaxNameLength, kLatin);
  if (applicant.birth_date.ok() && applicant.birth_date.year() < std::chrono::year{1900}) {
    line.Fail("birth_date", "lies before 1900");
  }
  if (!applicant.travel_permit.empty() &&
      CheckTravelPermit(applicant.travel_permit, travel_permit_pattern)) {
    line.Fail("travel_permit",
              "is not in the form of a travel permit number: " + applicant.travel_permit);
  }
}

void ReadApplicant(Line& line, const std::string& travel_permit_pattern, RegisterFiles& into) {
  sql::Applicant applicant;
  applicant.mainland_id = TidyMainlandId(line.Text("mainland_id", 30));
  applicant.category = line.Text("category", 20);
  if (std::find(kCategories.begin(), kCategories.end(), applicant.category) == kCategories.end()) {
    line.Fail("category", "is not one of its codes: " + applicant.category);
  }
  const bool mainland = applicant.category == "mainland";
  applicant.chinese_name = TidyLine(line.Raw("chinese_name"));
  applicant.surname = TidyLatinName(line.Raw("surname"));
  applicant.given_name = TidyLatinName(line.Raw("given_name"));
  applicant.birth_date = line.Day("birth_date");
  applicant.birthplace = line.Chosen("birthplace", ProvinceChoices());
  applicant.sex = line.Chosen("sex", SexChoices());
  applicant.travel_permit = line.Code("travel_permit", 20);
  applicant.unified_number = line.Code("unified_number", 12, false);
  applicant.school = line.Printed("school", 120);
  applicant.department = line.Text("department", 120);
  applicant.study_level = line.Chosen("study_level", StudyLevelChoices());
  applicant.grade = line.Chosen("grade", GradeChoices());
  if (mainland) {
    RequireWhatFormsTake(line, applicant, travel_permit_pattern);
  } else {
    line.Text("chinese_name", 100);
    line.Text("surname", 100, false);
    line.Text("given_name", 100);
  }
  if (line.good() && mainland &&
      CheckMainlandId(applicant.mainland_id, applicant.birth_date, SexFromCode(applicant.sex))) {
    line.Fail("mainland_id", "is wrong, or not of that birth date and sex");
  }
  if (!applicant.unified_number.empty() && CheckUnifiedNumber(applicant.unified_number)) {
    line.Fail("unified_number", "is wrong");
  }
  into.applicants.push_back({std::move(applicant), line.where()});
}

void ReadPermit(Line& line, const std::string&, RegisterFiles& into) {
  PermitLine read;
  read.where = line.where();
  read.mainland_id = TidyMainlandId(line.Text("mainland_id", 30));
  sql::EntryPermit& permit = read.permit;
  permit.number = line.Code("number", 20);
  std::optional<PermitKind> kind = PermitKindFromCode(line.Text("kind", 10));
  if (!kind) line.Fail("kind", "is single or multiple");
  permit.kind = kind.value_or(PermitKind::kSingleEntry);
  permit.issued_on = line.Day("issued_on");
  permit.expires_on = line.Day("expires_on");
  permit.stay_until = line.OptionalDay("stay_until").value_or(permit.expires_on);
  permit.entered_on = line.OptionalDay("entered_on");
  permit.taiwan_address = line.Printed("taiwan_address", 200, false);
  std::optional<PermitStatus> status = PermitStatusFromCode(line.Text("status", 10));
  if (!status) line.Fail("status", "is valid, replaced or revoked");
  permit.status = status.value_or(PermitStatus::kValid);
  if (line.good() && permit.expires_on < permit.issued_on) {
    line.Fail("expires_on", "lies before issued_on");
  }
  into.permits.push_back(std::move(read));
}

void ReadAnnouncement(Line& line, const std::string&, RegisterFiles& into) {
  AnnouncementLine read;
  read.reference = line.Text("reference", 40);
  std::string important = line.Text("important", 3);
  if (important != "yes" && important != "no") line.Fail("important", "is yes or no");
  read.announcement.important = important == "yes";
  read.announcement.published_on = line.Day("published_on");
  read.withdrawn_on = line.OptionalDay("withdrawn_on");
  for (auto [words, tail] : {std::pair{&read.announcement.chinese, "_zh"},
                             std::pair{&read.announcement.english, "_en"}}) {
    words->unit = line.Text(std::string("unit") + tail, 100);
    words->title = line.Text(std::string("title") + tail, 200);
    words->body = TidyLines(line.Raw(std::string("body") + tail));
    if (words->body.empty() || CheckText(words->body, 10'000, true)) {
      line.Fail(std::string("body") + tail, "is empty, too long or not text");
    }
  }
  into.announcements.push_back(std::move(read));
}

struct Kind {
  const std::vector<std::string>& columns;
  void (*read)(Line&, const std::string& travel_permit_pattern, RegisterFiles&);
  const std::vector<std::string>& optional = kNoColumns;
};

const Kind* KindOf(const std::vector<std::string>& head) {
  static const Kind kKinds[] = {{kApplicantColumns, ReadApplicant},
                                {kPermitColumns, ReadPermit, kOptionalPermitColumns},
                                {kAnnouncementColumns, ReadAnnouncement}};
  for (const Kind& kind : kKinds) {
    std::vector<std::string> wanted = head;
    for (const std::string& column : kind.optional) {
      const auto found = std::find(wanted.begin(), wanted.end(), column);
      if (found != wanted.end()) wanted.erase(found);
    }
    if (std::is_permutation(kind.columns.begin(), kind.columns.end(), wanted.begin(),
                            wanted.end())) {
      return &kind;
    }
  }
  return nullptr;
}

}  // namespace

void ReadRegisterFile(const std::string& name, std::string_view text,
                      const std::string& travel_permit_pattern, RegisterFiles& into) {
  const std::string encoding = OtherEncoding(text);
  if (!encoding.empty()) {
    into.errors.push_back(name + ": is in " + encoding + "; save it as UTF-8");
    return;
  }
  CsvReading csv = ReadCsv(text);
  if (!csv.error.empty()) {
    into.errors.push_back(name + ": " + csv.error);
    return;
  }
  const Kind* kind = csv.records.empty() ? nullptr : KindOf(csv.records.front().fields);
  if (kind == nullptr) {
    into.errors.push_back(name + ": line 1 names the columns of no register file");
    return;
  }
  std::map<std::string, std::size_t> columns;
  const std::vector<std::string>& head = csv.records.front().fields;
  for (std::size_t i = 0; i < head.size(); ++i) columns[head[i]] = i;
  for (std::size_t i = 1; i < csv.records.size(); ++i) {
    const CsvRecord& record = csv.records[i];
    std::string where = name + ": line " + std::to_string(record.line);
    if (record.fields.size() != head.size()) {
      into.errors.push_back(where + ": has " + std::to_string(record.fields.size()) +
                            " fields instead of " + std::to_string(head.size()));
      continue;
    }
    Line line(columns, record, where, into.errors);
    kind->read(line, travel_permit_pattern, into);
  }
}

void CheckNamesOfOnePerson(RegisterFiles& files) {
  std::map<std::string, const ApplicantLine*> first;
  for (const ApplicantLine& line : files.applicants) {
    const sql::Applicant& applicant = line.applicant;
    const auto [found, is_first] = first.emplace(applicant.mainland_id, &line);
    if (is_first || applicant.mainland_id.empty()) continue;
    const sql::Applicant& before = found->second->applicant;
    const bool same =
        ChineseNameKey(applicant.chinese_name) == ChineseNameKey(before.chinese_name) &&
        LatinNameKey(applicant.surname) == LatinNameKey(before.surname) &&
        LatinNameKey(applicant.given_name) == LatinNameKey(before.given_name);
    if (same) continue;
    files.errors.push_back(line.where + ": mainland_id " + applicant.mainland_id +
                           " has another name in " + found->second->where);
  }
}

}  // namespace permit::ctl
