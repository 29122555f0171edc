#include "views/calendar/calendar_file.h"

#include <cstdio>
#include <string_view>

namespace permit::views {
namespace {

constexpr std::size_t kLineBytes = 75;  // RFC 5545, 3.1
constexpr int kAlarmHour = 9;

bool ContinuesCharacter(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

// A line that is too long goes on in lines that begin with a space.
void AddLine(std::string& file, std::string_view line) {
  std::size_t room = kLineBytes;
  while (line.size() > room) {
    std::size_t end = room;
    while (end > 1 && ContinuesCharacter(line[end])) --end;
    file.append(line.substr(0, end)).append("\r\n ");
    line.remove_prefix(end);
    room = kLineBytes - 1;
  }
  file.append(line).append("\r\n");
}

// RFC 5545, 3.3.11.
std::string EscapeText(std::string_view text) {
  std::string escaped;
  for (char c : text) {
    if (c == '\n') {
      escaped += "\\n";
    } else if (c == '\\' || c == ';' || c == ',') {
      escaped += '\\';
      escaped += c;
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) {
      escaped += c;
    }
  }
  return escaped;
}

std::string BasicDate(Date date) {
  char digits[16];
  std::snprintf(digits, sizeof digits, "%04d%02u%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return digits;
}

std::string UtcTime(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(instant - day));
  char digits[16];
  std::snprintf(digits, sizeof digits, "T%02d%02d%02dZ", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return BasicDate(Date(day)) + digits;
}

// From the midnight at which the day begins to its morning, or to that of so many days before it.
std::string Trigger(int days_before) {
  if (days_before == 0) return "PT" + std::to_string(kAlarmHour) + "H";
  const int hours = days_before * 24 - kAlarmHour;
  return "-P" + std::to_string(hours / 24) + "DT" + std::to_string(hours % 24) + "H";
}

}  // namespace

std::string WriteCalendarFile(const CalendarDay& day) {
  const std::string summary = EscapeText(day.summary);
  std::string file;
  for (std::string_view line : {"BEGIN:VCALENDAR", "VERSION:2.0",
                                "PRODID:-//permit//Students Online Application System//EN",
                                "CALSCALE:GREGORIAN", "BEGIN:VEVENT"}) {
    AddLine(file, line);
  }
  AddLine(file, "UID:" + EscapeText(day.uid));
  AddLine(file, "DTSTAMP:" + UtcTime(day.revised));
  AddLine(file, "DTSTART;VALUE=DATE:" + BasicDate(day.date));
  AddLine(file, "DTEND;VALUE=DATE:" + BasicDate(AddDays(day.date, 1)));
  AddLine(file, "SUMMARY:" + summary);
  AddLine(file, "DESCRIPTION:" + EscapeText(day.description));
  AddLine(file, "TRANSP:TRANSPARENT");
  for (int days_before : day.days_before) {
    AddLine(file, "BEGIN:VALARM");
    AddLine(file, "ACTION:DISPLAY");
    AddLine(file, "DESCRIPTION:" + summary);
    AddLine(file, "TRIGGER:" + Trigger(days_before));
    AddLine(file, "END:VALARM");
  }
  AddLine(file, "END:VEVENT");
  AddLine(file, "END:VCALENDAR");
  return file;
}

}  // namespace permit::views
