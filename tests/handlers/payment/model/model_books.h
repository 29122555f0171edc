// What must hold of a student's payments and of the books, whatever happened: told as the list of
// what does not, a sentence each.
//
// Everything is read from the rows themselves and held against what happened outside the site; of
// the code under test only the table of edges and the report are used.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/handlers/payment/model/model_site.h"

namespace permit::test {

// What a bank or a collector has really taken in, by the name under which the site books it.
struct ModelMoney {
  std::int64_t amount;
  bool told;  // the site has been told of it and has said that it knows
};

struct ModelScenario {
  ModelStudent student;
  std::uint64_t first_exception = 0;  // ids above are of this life
  std::uint64_t first_file = 0;
  std::map<std::string, ModelMoney> money;
};

std::vector<std::string> FaultsInBooks(ModelSite& site, const ModelScenario& scenario);

// What must hold besides when nothing is left to happen: nothing is open, nothing is unknown, and
// every payment of a name that can be printed has its receipt.
std::vector<std::string> FaultsAtTheEnd(ModelSite& site, const ModelScenario& scenario);

// Over everybody in the town at once.
std::vector<std::string> FaultsInTown(ModelSite& site);

}  // namespace permit::test
