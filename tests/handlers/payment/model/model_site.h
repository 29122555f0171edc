// The site in which the lives of the model take place: one worker with a clock, a bank and numbers
// that repeat, and a town of students with unpaid cases.
//
// A life belongs to one student and to days of its own, so it can be repeated alone: no other life
// of the town has anything left to do in those days.
#pragma once

#include <array>
#include <random>
#include <string>
#include <vector>

#include "handlers/dispatch.h"
#include "handlers/payment/gateways.h"
#include "handlers/web/context.h"
#include "tests/handlers/payment/model/model_bank.h"
#include "tests/support/site/site_fixture.h"

namespace permit::test {

class SeededRandom final : public Random {
 public:
  void Seed(unsigned seed) { dice_.seed(seed); }
  std::string Bytes(std::size_t count) override;

 private:
  std::mt19937 dice_;
};

inline constexpr unsigned kTown = 100;  // students

// The first two groups have a case each, the third has two.
struct ModelStudent {
  unsigned number;  // from 1; the id of the account too
  std::string session;
  std::array<std::string, 3> groups;
  std::string cases;  // their ids, as a list of SQL
  bool printable;     // else no paper can be drawn of the name, and every receipt waits
  Instant born;       // when the life begins
};

struct ModelSite {
  ModelSite();

  // An empty database with kTown students.
  void Furnish();
  static ModelStudent Student(unsigned seed);
  static bool OpensTown(unsigned seed) { return seed % kTown == 1; }

  std::int64_t Number(const std::string& question);  // the one cell of the answer

  Settings settings;
  FusedClock clock;
  SeededRandom random;
  sql::Database database;
  sql::Database witness;  // the town's own look at the rows
  ModelBank bank;
  payment::Gateways gateways;
  Services services;
  Dispatcher dispatcher;
};

}  // namespace permit::test
