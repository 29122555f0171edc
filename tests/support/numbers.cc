#include "tests/support/numbers.h"

namespace permit::test {
namespace {

constexpr const char* kDigits =
    "(SELECT 0 AS n UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 "
    "UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL "
    "SELECT 9) ";

}  // namespace

std::string NumbersTo(unsigned count) {
  std::string sum = "1";
  std::string tables;
  unsigned power = 1;
  for (unsigned place = 0; power < count || place == 0; ++place, power *= 10) {
    const std::string name = "d" + std::to_string(place);
    sum += " + " + std::to_string(power) + " * " + name + ".n";
    tables += (place == 0 ? "" : " CROSS JOIN ") + (kDigits + name);
  }
  return "(SELECT seq FROM (SELECT " + sum + " AS seq FROM " + tables +
         ") counted WHERE seq <= " + std::to_string(count) + ") numbers";
}

}  // namespace permit::test
