// Dates and instants as the law counts them.
//
// An Instant is UTC to the millisecond; a Date is a calendar day in Asia/Taipei, which has kept
// UTC+8 without summer time since 1980. All functions are pure; text that does not parse gives
// nullopt.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace permit {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Date = std::chrono::year_month_day;

// The day in Taipei on which the instant falls.
Date TaipeiDate(Instant instant);

// The instant at which the day begins in Taipei.
Instant StartOfDay(Date date);

// "YYYY/MM/DD"; a date that does not exist (2026/02/30) gives nullopt. Also takes "YYYY-MM-DD".
std::optional<Date> ParseDate(std::string_view text);
std::string FormatDate(Date date);  // "YYYY/MM/DD"

// "YYYY-MM-DD HH:MM:SS" in Taipei.
std::string FormatTime(Instant instant);

// Calendar months; the day is clamped to the month's last (2026-05-31 less 3 is 2026-02-28).
Date AddMonths(Date date, int months);
Date AddDays(Date date, int days);

// Gregorian year less 1911.
int RocYear(Date date);

}  // namespace permit
