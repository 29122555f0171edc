#include "handlers/operator/sample_register.h"

#include <array>
#include <cstdio>

#include "handlers/operator/sample_people.h"
#include "handlers/rules/case_number.h"
#include "handlers/rules/fee.h"
#include "sql/account_store.h"
#include "sql/case_store.h"
#include "sql/counter_store.h"
#include "sql/reviewer_store.h"

namespace permit::ctl {
namespace {

constexpr const char* kStudentPassword = "Mountain-7-river";
constexpr const char* kReviewerPassword = "Harbour-9-lantern";
constexpr std::pair<const char*, const char*> kReviewers[] = {{"first.reviewer", "初審審核員"},
                                                              {"second.reviewer", "複審審核員"}};

std::string Digits(std::uint64_t number, int width) {
  char text[32];
  std::snprintf(text, sizeof text, "%0*llu", width, static_cast<unsigned long long>(number));
  return text;
}

Date BirthDate(const SampleStudent& student) {
  return Date{std::chrono::year{student.birth_year},
              std::chrono::month{static_cast<unsigned>(student.birth_month)},
              std::chrono::day{static_cast<unsigned>(student.birth_day)}};
}

// GB 11643: weights and check characters of ISO 7064 MOD 11-2; the sequence is odd for men.
std::string MainlandId(const SampleStudent& student, std::size_t index) {
  static constexpr std::array kWeights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  std::string birth = FormatDate(BirthDate(student));
  std::string id = std::string(student.region) + birth.substr(0, 4) + birth.substr(5, 2) +
                   birth.substr(8, 2) + Digits(100 + 2 * index + (student.male ? 1 : 0), 3);
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) sum += (id[i] - '0') * kWeights[i];
  return id + "10X98765432"[sum % 11];
}

std::string TravelPermit(std::size_t index) { return "T" + Digits(30'000'100 + 7 * index, 8); }

// Numbers of last year, so that none can be that of a case of this year.
std::string PermitNumber(Date today, std::size_t serial) {
  return Digits(static_cast<std::uint64_t>(RocYear(today) - 1), 3) + "6952" + Digits(serial, 5);
}

std::string SingleNumber(Date today, std::size_t index) {
  return PermitNumber(today, 90'001 + index);
}
std::string MultipleNumber(Date today, std::size_t index) {
  return PermitNumber(today, 95'001 + index);
}

bool HoldsMultiple(Situation situation) {
  switch (situation) {
    case Situation::kEntered:
    case Situation::kNotEntered:
    case Situation::kExpired:
    case Situation::kRevoked:
    case Situation::kCasePending:
      return false;
    case Situation::kExchanged:
    case Situation::kFourMonthsLeft:
    case Situation::kTwoMonthsLeft:
    case Situation::kEndsTomorrow:
    case Situation::kEndedYesterday:
      return true;
  }
  return false;
}

std::string_view Describe(Situation situation) {
  switch (situation) {
    case Situation::kEntered:
      return "single-entry, entered: may exchange";
    case Situation::kNotEntered:
      return "single-entry, not entered yet";
    case Situation::kExpired:
      return "single-entry, expired";
    case Situation::kExchanged:
      return "multiple-entry, a year left";
    case Situation::kRevoked:
      return "single-entry, revoked";
    case Situation::kCasePending:
      return "single-entry, an exchange is under way";
    case Situation::kFourMonthsLeft:
      return "multiple-entry, stay ends in four months: too early to extend";
    case Situation::kTwoMonthsLeft:
      return "multiple-entry, stay ends in two months: may extend";
    case Situation::kEndsTomorrow:
      return "multiple-entry, stay ends tomorrow: may extend";
    case Situation::kEndedYesterday:
      return "multiple-entry, stay ended yesterday";
  }
  return "";
}

PermitLine Single(const SampleStudent& student, std::size_t index, Date today) {
  PermitLine line;
  sql::EntryPermit& permit = line.permit;
  permit.number = SingleNumber(today, index);
  permit.kind = PermitKind::kSingleEntry;
  permit.issued_on = AddMonths(today, -3);
  permit.expires_on = AddMonths(today, 3);
  permit.entered_on = AddMonths(today, -2);
  if (student.situation == Situation::kNotEntered) permit.entered_on = std::nullopt;
  if (student.situation == Situation::kExpired) {
    permit.issued_on = AddMonths(today, -8);
    permit.entered_on = AddMonths(today, -7);
    permit.expires_on = AddDays(today, -20);
  }
  if (student.situation == Situation::kRevoked) permit.status = PermitStatus::kRevoked;
  if (HoldsMultiple(student.situation)) permit.status = PermitStatus::kReplaced;
  permit.stay_until = permit.expires_on;
  return line;
}

Date StayUntil(Situation situation, Date today) {
  switch (situation) {
    case Situation::kFourMonthsLeft:
      return AddMonths(today, 4);
    case Situation::kTwoMonthsLeft:
      return AddMonths(today, 2);
    case Situation::kEndsTomorrow:
      return AddDays(today, 1);
    case Situation::kEndedYesterday:
      return AddDays(today, -1);
    case Situation::kEntered:
    case Situation::kNotEntered:
    case Situation::kExpired:
    case Situation::kExchanged:
    case Situation::kRevoked:
    case Situation::kCasePending:
      return AddMonths(today, 12);
  }
  return today;
}

PermitLine Multiple(const SampleStudent& student, std::size_t index, Date today) {
  PermitLine line;
  sql::EntryPermit& permit = line.permit;
  permit.number = MultipleNumber(today, index);
  permit.kind = PermitKind::kMultipleEntry;
  permit.stay_until = StayUntil(student.situation, today);
  permit.expires_on = permit.stay_until;
  permit.issued_on = AddMonths(permit.stay_until, -24);
  permit.entered_on = permit.issued_on;
  permit.taiwan_address = "臺北市文山區指南路二段" + std::to_string(index + 1) + "號";
  return line;
}

sql::Applicant ApplicantOf(const SampleStudent& student, std::size_t index) {
  sql::Applicant applicant;
  applicant.category = student.category;
  applicant.mainland_id = MainlandId(student, index);
  applicant.chinese_name = student.chinese_name;
  applicant.surname = student.surname;
  applicant.given_name = student.given_name;
  applicant.birth_date = BirthDate(student);
  applicant.birthplace = student.birthplace;
  applicant.sex = student.male ? "male" : "female";
  applicant.travel_permit = TravelPermit(index);
  applicant.school = student.school;
  applicant.department = student.department;
  applicant.study_level = student.study_level;
  applicant.grade = student.grade;
  return applicant;
}

AnnouncementLine NoticeOf(const SampleNotice& notice, Date today) {
  AnnouncementLine line;
  line.reference = notice.reference;
  line.announcement.important = notice.important;
  line.announcement.published_on = AddDays(today, -notice.days_ago);
  line.announcement.chinese = {std::string(notice.unit_zh), std::string(notice.title_zh),
                               std::string(notice.body_zh)};
  line.announcement.english = {std::string(notice.unit_en), std::string(notice.title_en),
                               std::string(notice.body_en)};
  return line;
}

sql::NewAccount AccountOf(const SampleStudent& student, std::uint64_t applicant_id,
                          const std::string& password_hash) {
  return {.applicant_id = applicant_id,
          .category = std::string(student.category),
          .login_name = std::string(student.login_name),
          .password_hash = password_hash,
          .email = std::string(student.login_name) + "@student.example.org",
          .phone = "0912345678",
          .extension = "",
          .language = LanguageFromTag(student.language).value()};
}

// An exchange that the student has sent, so that the permit has an open case.
void AddPendingCase(sql::Database& database, const Settings& settings,
                    const sql::Applicant& applicant, std::uint64_t account_id,
                    const std::string& permit_number, Instant now) {
  std::optional<sql::EntryPermit> permit = sql::FindPermitByNumber(database, permit_number);
  if (permit.value().has_open_case || permit->status != PermitStatus::kValid) return;
  int year = RocYear(TaipeiDate(now));
  std::optional<std::string> receipt =
      ReceiptNumber(year, settings.receiving_units, sql::NextNumber(database, "receipt", year));
  std::optional<std::string> group =
      GroupNumber(year, settings.group_units, sql::NextNumber(database, "group", year));
  FormValues form = {{"chinese_name", applicant.chinese_name},
                     {"english_name", applicant.surname + ", " + applicant.given_name},
                     {"birth_date", FormatDate(applicant.birth_date)},
                     {"sex", applicant.sex},
                     {"mainland_id", applicant.mainland_id},
                     {"birthplace", applicant.birthplace},
                     {"school", applicant.school},
                     {"department", applicant.department},
                     {"study_level", applicant.study_level},
                     {"grade", applicant.grade},
                     {"travel_permit", applicant.travel_permit},
                     {"taiwan_address", "臺北市中正區廣州街15號"}};
  database.Transact([&](sql::Transaction& transaction) {
    std::uint64_t group_id = sql::InsertGroup(transaction, group.value(), account_id, 1, now);
    sql::NewCase fresh{.receipt_number = receipt.value(),
                       .group_id = group_id,
                       .account_id = account_id,
                       .applicant_id = applicant.id,
                       .service = Service::kExchange,
                       .permit_id = permit->id,
                       .fee = FeeOf(Service::kExchange),
                       .form = form};
    if (!sql::InsertCase(transaction, fresh, "student:wu.junjie", now)) transaction.Abandon();
  });
}

void AddAccount(sql::Database& database, Random& random, const Settings& settings,
                const SampleStudent& student, std::size_t index, std::string& password_hash,
                Instant now) {
  std::string login(student.login_name);
  if (login.empty() || sql::FindAccountByLogin(database, login)) return;
  sql::Applicant applicant =
      sql::FindApplicantByMainlandId(database, MainlandId(student, index)).value();
  if (sql::HasActiveAccount(database, applicant.id)) return;
  if (password_hash.empty()) password_hash = HashPassword(kStudentPassword, random);
  std::uint64_t account_id = database.Transact([&](sql::Transaction& transaction) {
    std::optional<std::uint64_t> id =
        sql::InsertAccount(transaction, AccountOf(student, applicant.id, password_hash), now);
    sql::ActivateAccount(transaction, id.value(), now);
    return *id;
  });
  if (student.situation == Situation::kCasePending) {
    AddPendingCase(database, settings, applicant, account_id, SingleNumber(TaipeiDate(now), index),
                   now);
  }
}

void AddReviewers(sql::Database& database, Random& random, Instant now) {
  for (const auto& [login, name] : kReviewers) {
    if (sql::FindReviewer(database, login)) continue;
    sql::UpsertReviewer(database,
                        {.login_name = login,
                         .display_name = name,
                         .password_hash = HashPassword(kReviewerPassword, random)},
                        now);
  }
}

SamplePerson PersonOf(const SampleStudent& student, std::size_t index, Date today) {
  bool multiple = HoldsMultiple(student.situation);
  SamplePerson person;
  person.role = "student";
  person.chinese_name = student.chinese_name;
  person.english_name = std::string(student.surname) + ", " + std::string(student.given_name);
  person.login_name = student.login_name;
  if (!person.login_name.empty()) person.password = kStudentPassword;
  person.mainland_id = MainlandId(student, index);
  person.birth_date = FormatDate(BirthDate(student));
  person.sex = student.male ? "male" : "female";
  person.birthplace = student.birthplace;
  person.travel_permit = TravelPermit(index);
  person.permit_number = multiple ? MultipleNumber(today, index) : SingleNumber(today, index);
  person.situation = Describe(student.situation);
  if (student.category != "mainland") person.situation = "of another category: refused at login";
  return person;
}

}  // namespace

RegisterFiles SampleRegister(Date today) {
  RegisterFiles files;
  std::span<const SampleStudent> students = SampleStudents();
  for (std::size_t i = 0; i < students.size(); ++i) {
    const SampleStudent& student = students[i];
    files.applicants.push_back({ApplicantOf(student, i), "the sample"});
    files.permits.push_back(Single(student, i, today));
    files.permits.back().mainland_id = files.applicants.back().applicant.mainland_id;
    if (!HoldsMultiple(student.situation)) continue;
    files.permits.push_back(Multiple(student, i, today));
    files.permits.back().mainland_id = files.applicants.back().applicant.mainland_id;
  }
  for (const SampleNotice& notice : SampleNotices()) {
    files.announcements.push_back(NoticeOf(notice, today));
  }
  return files;
}

std::vector<SamplePerson> LoadSample(sql::Database& database, Random& random,
                                     const Settings& settings, Instant now) {
  Date today = TaipeiDate(now);
  LoadRegister(database, SampleRegister(today), {.receiving_units = {}, .force = true}, now);
  std::vector<SamplePerson> people;
  std::string password_hash;
  std::span<const SampleStudent> students = SampleStudents();
  for (std::size_t i = 0; i < students.size(); ++i) {
    AddAccount(database, random, settings, students[i], i, password_hash, now);
    people.push_back(PersonOf(students[i], i, today));
  }
  AddReviewers(database, random, now);
  for (const auto& [login, name] : kReviewers) {
    SamplePerson reviewer;
    reviewer.role = "reviewer";
    reviewer.chinese_name = name;
    reviewer.login_name = login;
    reviewer.password = kReviewerPassword;
    people.push_back(std::move(reviewer));
  }
  return people;
}

}  // namespace permit::ctl
