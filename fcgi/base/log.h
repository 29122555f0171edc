// One line a happening on standard error, with the <N> priority prefix that journald reads.
//
// A line is `event key=value …`; values are quoted when they hold spaces, control characters become
// \xNN, so that input cannot forge a line. Personal data does not belong into the log: name rows by
// their numbers.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace permit {

enum class Severity { kError = 3, kWarning = 4, kNotice = 5, kInfo = 6, kDebug = 7 };

struct LogField {
  LogField(std::string_view field_name, std::string_view field_value)
      : name(field_name), value(field_value) {}
  LogField(std::string_view field_name, long long field_value)
      : name(field_name), value(std::to_string(field_value)) {}
  std::string_view name;
  std::string value;
};

void Log(Severity severity, std::string_view event, std::initializer_list<LogField> fields = {});

}  // namespace permit
