// What goes to the database and what comes back: named statements, bound values, rows.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "handlers/rules/calendar.h"

namespace permit::sql {

// A named statement of sql/queries; "sql/queries.h" holds them all. Each connection keeps it
// prepared under its name, so a name stands for one text and lives as long as the program.
struct Statement {
  std::string_view name;
  std::string_view text;
};

// Bytes that are sent as they lie; the view must hold until the call returns.
struct Blob {
  std::string_view bytes;
};

class Value {
 public:
  using Variant = std::variant<std::nullptr_t, std::int64_t, std::uint64_t, std::string, Blob>;

  Value(std::nullptr_t) {}
  Value(std::nullopt_t) {}
  template <std::integral T>
  Value(T number) {
    if constexpr (std::is_signed_v<T> || std::is_same_v<T, bool>) {
      value_ = static_cast<std::int64_t>(number);
    } else {
      value_ = static_cast<std::uint64_t>(number);
    }
  }
  Value(std::string text) : value_(std::move(text)) {}
  Value(std::string_view text) : value_(std::string(text)) {}
  Value(const char* text) : value_(std::string(text)) {}
  Value(Blob blob) : value_(blob) {}
  Value(Instant instant);  // DATETIME(3), UTC
  Value(Date date);        // DATE
  template <class T>
  Value(const std::optional<T>& value) {
    if (value) *this = Value(*value);
  }

  const Variant& variant() const { return value_; }

 private:
  Variant value_ = nullptr;
};

// One row of a result. A column is asked for by its name; a name that is not in the result, NULL
// where a value is asked for, or a text that is no such value throws std::logic_error.
class Row {
 public:
  using Columns = std::vector<std::string>;

  Row(std::shared_ptr<const Columns> columns, std::vector<std::optional<std::string>> cells)
      : columns_(std::move(columns)), cells_(std::move(cells)) {}

  bool IsNull(std::string_view column) const;
  const std::string& Text(std::string_view column) const;  // also bytes
  std::optional<std::string> OptionalText(std::string_view column) const;
  std::int64_t Int(std::string_view column) const;
  std::optional<std::int64_t> OptionalInt(std::string_view column) const;
  std::uint64_t Uint(std::string_view column) const;
  std::optional<std::uint64_t> OptionalUint(std::string_view column) const;
  bool Flag(std::string_view column) const { return Int(column) != 0; }
  Instant Time(std::string_view column) const;
  std::optional<Instant> OptionalTime(std::string_view column) const;
  Date Day(std::string_view column) const;
  std::optional<Date> OptionalDay(std::string_view column) const;

  const Columns& columns() const { return *columns_; }

 private:
  const std::optional<std::string>& Cell(std::string_view column) const;

  std::shared_ptr<const Columns> columns_;
  std::vector<std::optional<std::string>> cells_;
};

}  // namespace permit::sql
