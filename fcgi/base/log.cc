#include "fcgi/base/log.h"

#include <unistd.h>

#include <cstdio>

namespace permit {
namespace {

void AppendValue(std::string& line, std::string_view value) {
  bool quote = value.empty() || value.find_first_of(" \"=\\") != std::string_view::npos;
  if (quote) line += '"';
  for (unsigned char c : value) {
    if (c < 0x20 || c == 0x7f) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\x%02x", c);
      line += escape;
    } else {
      if (c == '"' || c == '\\') line += '\\';
      line += static_cast<char>(c);
    }
  }
  if (quote) line += '"';
}

}  // namespace

void Log(Severity severity, std::string_view event, std::initializer_list<LogField> fields) {
  std::string line = "<" + std::to_string(static_cast<int>(severity)) + ">";
  line += event;
  for (const LogField& field : fields) {
    line += ' ';
    line += field.name;
    line += '=';
    AppendValue(line, field.value);
  }
  line += '\n';
  // One write, so that lines of several processes do not mix.
  [[maybe_unused]] ssize_t written = write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace permit
