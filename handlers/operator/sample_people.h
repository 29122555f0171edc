// The invented students and announcements, as a table.
#pragma once

#include <span>
#include <string_view>

namespace permit::ctl {

enum class Situation {
  kEntered,         // may exchange
  kNotEntered,      // single-entry permit, still abroad
  kExpired,         // single-entry permit, expired
  kExchanged,       // holds the multiple-entry permit already, with a year to go
  kRevoked,         // single-entry permit, revoked
  kCasePending,     // an exchange is under way
  kFourMonthsLeft,  // too early for an extension
  kTwoMonthsLeft,   // may extend
  kEndsTomorrow,
  kEndedYesterday,
};

struct SampleStudent {
  std::string_view chinese_name;
  std::string_view surname;
  std::string_view given_name;
  bool male;
  int birth_year, birth_month, birth_day;
  std::string_view region;  // first six digits of the identity number
  std::string_view birthplace;
  std::string_view school;
  std::string_view department;
  std::string_view study_level;
  std::string_view grade;
  Situation situation;
  std::string_view login_name = {};  // empty: no account yet
  std::string_view language = "zh-TW";
  std::string_view category = "mainland";
};

std::span<const SampleStudent> SampleStudents();

struct SampleNotice {
  std::string_view reference;
  bool important;
  int days_ago;
  std::string_view unit_zh, unit_en;
  std::string_view title_zh, title_en;
  std::string_view body_zh, body_en;
};

std::span<const SampleNotice> SampleNotices();

}  // namespace permit::ctl
