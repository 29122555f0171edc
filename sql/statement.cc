#include "sql/statement.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <stdexcept>

namespace permit::sql {
namespace {

template <class Number>
Number ParseNumber(const std::string& text, std::string_view column) {
  Number number{};
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw std::logic_error("column " + std::string(column) + " is no such number");
  }
  return number;
}

int TwoDigits(const std::string& text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

// "YYYY-MM-DD HH:MM:SS", then up to six digits of a second.
Instant ParseInstant(const std::string& text, std::string_view column) {
  std::optional<Date> date;
  if (text.size() >= 19) date = ParseDate(std::string_view(text).substr(0, 10));
  if (!date) throw std::logic_error("column " + std::string(column) + " is no time");
  int milliseconds = 0;
  int weight = 100;
  for (std::size_t i = 20; i < std::min<std::size_t>(text.size(), 23); ++i, weight /= 10) {
    milliseconds += (text[i] - '0') * weight;
  }
  return std::chrono::sys_days{*date} + std::chrono::hours(TwoDigits(text, 11)) +
         std::chrono::minutes(TwoDigits(text, 14)) + std::chrono::seconds(TwoDigits(text, 17)) +
         std::chrono::milliseconds(milliseconds);
}

}  // namespace

Value::Value(Instant instant) {
  auto days = std::chrono::floor<std::chrono::days>(instant);
  Date date{days};
  auto rest = static_cast<int>((instant - days).count());
  char text[48];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:%02d:%02d.%03d",
                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), rest / 3600000, rest / 60000 % 60,
                rest / 1000 % 60, rest % 1000);
  value_ = std::string(text);
}

Value::Value(Date date) {
  std::string text = FormatDate(date);
  std::replace(text.begin(), text.end(), '/', '-');
  value_ = std::move(text);
}

const std::optional<std::string>& Row::Cell(std::string_view column) const {
  for (std::size_t i = 0; i < columns_->size(); ++i) {
    if ((*columns_)[i] == column) return cells_[i];
  }
  throw std::logic_error("the result has no column " + std::string(column));
}

bool Row::IsNull(std::string_view column) const { return !Cell(column).has_value(); }

const std::string& Row::Text(std::string_view column) const {
  const std::optional<std::string>& cell = Cell(column);
  if (!cell) throw std::logic_error("column " + std::string(column) + " is null");
  return *cell;
}

std::optional<std::string> Row::OptionalText(std::string_view column) const { return Cell(column); }

std::int64_t Row::Int(std::string_view column) const {
  return ParseNumber<std::int64_t>(Text(column), column);
}

std::optional<std::int64_t> Row::OptionalInt(std::string_view column) const {
  if (IsNull(column)) return std::nullopt;
  return Int(column);
}

std::uint64_t Row::Uint(std::string_view column) const {
  return ParseNumber<std::uint64_t>(Text(column), column);
}

std::optional<std::uint64_t> Row::OptionalUint(std::string_view column) const {
  if (IsNull(column)) return std::nullopt;
  return Uint(column);
}

Instant Row::Time(std::string_view column) const { return ParseInstant(Text(column), column); }

std::optional<Instant> Row::OptionalTime(std::string_view column) const {
  if (IsNull(column)) return std::nullopt;
  return Time(column);
}

Date Row::Day(std::string_view column) const {
  std::optional<Date> date = ParseDate(std::string_view(Text(column)).substr(0, 10));
  if (!date) throw std::logic_error("column " + std::string(column) + " is no date");
  return *date;
}

std::optional<Date> Row::OptionalDay(std::string_view column) const {
  if (IsNull(column)) return std::nullopt;
  return Day(column);
}

}  // namespace permit::sql
