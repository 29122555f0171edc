#include "handlers/jobs/number_volume.h"

#include "fcgi/base/log.h"
#include "sql/counter_store.h"

namespace permit {

std::vector<YearVolume> CheckNumberVolume(sql::Executor& executor, const Settings& settings,
                                          Date today) {
  const int year = RocYear(today);
  std::vector<YearVolume> volumes = {
      {"receipt", year, {0, settings.receiving_units.size() * kReceiptSerials}},
      {"group", year, {0, settings.group_units.size() * kGroupSerials}}};
  for (YearVolume& one : volumes) {
    one.volume.used = sql::LastNumber(executor, one.counter, year);
    if (!NearlyExhausted(one.volume)) continue;
    Log(Severity::kWarning, "numbers.nearly-exhausted",
        {{"counter", one.counter},
         {"year", static_cast<long long>(year)},
         {"used", static_cast<long long>(one.volume.used)},
         {"carried", static_cast<long long>(one.volume.carried)}});
  }
  return volumes;
}

}  // namespace permit
