// The stand-in bank as a program of a test's own: a payer's browser at its pages, and its controls.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/child_process.h"

namespace permit::test {

class StandInBank {
 public:
  using Fields = std::vector<std::pair<std::string, std::string>>;

  StandInBank();
  ~StandInBank();

  const std::string& url() const { return url_; }

  // What the payer's browser does with the checkout form; false: the bank refused it.
  bool Checkout(const std::string& action, const Fields& fields);

  // The payer pays or refuses; `fault` is one of the bank's notice faults or empty.
  void Pay(const std::string& reference, const std::string& fault = {});
  // The next answers are spoilt: query-down, query-rubbish, query-slow.
  void Spoil(const std::string& fault, int times = 1);
  void Heal();

  // The notices of one order in the order in which the bank wrote them, sealed as it sends them.
  std::vector<Fields> Notices(const std::string& reference);

  void Kill();   // SIGKILL
  void Start();  // again at the same address, with what it knew

 private:
  std::string Post(const std::string& path, const Fields& fields, long wanted_status);

  std::string folder_;
  std::string url_;
  std::unique_ptr<ChildProcess> program_;
};

}  // namespace permit::test
