#include "handlers/jobs/metrics.h"

#include <algorithm>

#include "handlers/jobs/invariants.h"
#include "handlers/jobs/number_volume.h"
#include "handlers/jobs/reconcile_payments.h"

namespace permit {
namespace {

void AddHead(std::string& text, std::string_view name, std::string_view help) {
  text.append("# HELP ").append(name).append(" ").append(help).append("\n");
  text.append("# TYPE ").append(name).append(" gauge\n");
}

// Labels are codes of this program: nothing in them wants an escape.
void AddSample(std::string& text, std::string_view name, std::string_view label,
               std::string_view value, std::uint64_t number) {
  text.append(name).append("{").append(label).append("=\"").append(value).append("\"} ");
  text.append(std::to_string(number)).append("\n");
}

void AddInvariants(std::string& text, const std::vector<BrokenInvariant>& broken) {
  constexpr std::string_view kName = "permit_invariants_broken";
  AddHead(text, kName, "Things that stand and should not, as permitctl check names them.");
  for (const Invariant invariant : kInvariants) {
    const auto count = std::count_if(broken.begin(), broken.end(), [&](const BrokenInvariant& one) {
      return one.invariant == invariant;
    });
    AddSample(text, kName, "invariant", Code(invariant), static_cast<std::uint64_t>(count));
  }
}

void AddNumbers(std::string& text, const std::vector<YearVolume>& volumes) {
  constexpr std::string_view kUsed = "permit_numbers_used";
  constexpr std::string_view kCarried = "permit_numbers_carried";
  AddHead(text, kUsed, "Numbers of this year that were handed out.");
  for (const YearVolume& one : volumes) {
    AddSample(text, kUsed, "counter", one.counter, one.volume.used);
  }
  AddHead(text, kCarried, "Numbers that the configured units carry in a year.");
  for (const YearVolume& one : volumes) {
    AddSample(text, kCarried, "counter", one.counter, one.volume.carried);
  }
}

}  // namespace

std::string FormatMetrics(sql::Executor& executor, const Settings& settings, Instant now) {
  std::string text;
  AddInvariants(text, CheckInvariants(executor, now, now - kReconcileLookBack));
  AddNumbers(text, CheckNumberVolume(executor, settings, TaipeiDate(now)));
  return text;
}

}  // namespace permit
