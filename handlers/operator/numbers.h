// Numbers on a command line.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "handlers/operator/command.h"

namespace permit::ctl {

inline std::optional<std::uint64_t> ReadNumber(const std::string& text) {
  std::uint64_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

inline constexpr int kDefaultLimit = 50;
inline constexpr std::string_view kLimitWords = "--limit wants a number from 1 to 100000";

// --limit N; nullopt when it is no number from 1 to 100000.
inline std::optional<int> ReadLimit(const Arguments& arguments) {
  std::optional<std::string> text = arguments.Option("limit");
  if (!text) return kDefaultLimit;
  std::optional<std::uint64_t> number = ReadNumber(*text);
  if (!number || *number < 1 || *number > 100'000) return std::nullopt;
  return static_cast<int>(*number);
}

}  // namespace permit::ctl
