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

  // What the payer's browser does with the checkout form; false: it was refused.
  bool Checkout(const std::string& action, const Fields& fields);

  // The payer pays or refuses; `fault` is one of the bank's notice faults or empty.
  void Pay(const std::string& reference, const std::string& fault = {});
  // Takes back what was paid: a later question says refused.
  void Revoke(const std::string& reference);
  // The same at the e-Government platform: pay, refuse, or revoke in its batch check.
  void AtPlatform(const std::string& reference, const std::string& action);
  // What the platform has of its orders, as JSON.
  std::string PlatformOrders();
  // The next answers are spoilt: query-down, query-rubbish, query-slow; session-… of a session.
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
