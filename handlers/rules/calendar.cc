#include "handlers/rules/calendar.h"

#include <cstdio>

namespace permit {
namespace {

constexpr std::chrono::hours kTaipeiOffset{8};

std::optional<int> ParseDigits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

Date TaipeiDate(Instant instant) {
  return Date{std::chrono::floor<std::chrono::days>(instant + kTaipeiOffset)};
}

Instant StartOfDay(Date date) {
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::sys_days{date}) -
         kTaipeiOffset;
}

std::optional<Date> ParseDate(std::string_view text) {
  if (text.size() != 10 || text[4] != text[7] || (text[4] != '/' && text[4] != '-')) {
    return std::nullopt;
  }
  auto year = ParseDigits(text.substr(0, 4));
  auto month = ParseDigits(text.substr(5, 2));
  auto day = ParseDigits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
            std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

std::string FormatDate(Date date) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d/%02u/%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

std::string FormatTime(Instant instant) {
  auto local = instant + kTaipeiOffset;
  auto midnight = std::chrono::floor<std::chrono::days>(local);
  Date date{midnight};
  std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(local - midnight)};
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:%02d:%02d", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text;
}

Date AddMonths(Date date, int months) {
  Date moved = date + std::chrono::months{months};
  if (moved.ok()) return moved;
  return moved.year() / moved.month() / std::chrono::last;
}

Date AddDays(Date date, int days) {
  return Date{std::chrono::sys_days{date} + std::chrono::days{days}};
}

int RocYear(Date date) { return static_cast<int>(date.year()) - 1911; }

}  // namespace permit
