// How far the scan for viruses has come with an uploaded file.
#pragma once

#include <optional>
#include <string_view>

namespace permit {

enum class ScanState {
  kWaiting,      // nobody opens it before the scanner has seen it
  kClean,        // nothing was found
  kQuarantined,  // a virus was found: it is never given out
};
inline constexpr ScanState kScanStates[] = {ScanState::kWaiting, ScanState::kClean,
                                            ScanState::kQuarantined};

// As stored: "waiting".
constexpr std::string_view Code(ScanState state) {
  switch (state) {
    case ScanState::kWaiting:
      return "waiting";
    case ScanState::kClean:
      return "clean";
    case ScanState::kQuarantined:
      return "quarantined";
  }
  return {};
}

constexpr std::optional<ScanState> ScanStateFromCode(std::string_view code) {
  for (ScanState state : kScanStates) {
    if (Code(state) == code) return state;
  }
  return std::nullopt;
}

// Without a state no scanner was set when the file was handed in.
constexpr bool MayBeOpened(std::optional<ScanState> state) {
  return !state || state == ScanState::kClean;
}

}  // namespace permit
