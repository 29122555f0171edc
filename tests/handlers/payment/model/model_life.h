// One life: what a student, the bank, the collectors, the cashier, the clock and crashes do to one
// student's payments, in an order that the seed decides, until nothing is left to happen.
#pragma once

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "tests/handlers/payment/model/model_books.h"
#include "tests/handlers/payment/model/model_site.h"

namespace permit::test {

class ModelLife {
 public:
  ModelLife(ModelSite& site, unsigned seed);

  // What was found wrong; the first finding ends the life. `closely`: look after every action, not
  // only at the end.
  std::vector<std::string> Live(bool closely);

  const std::string& story() const { return story_; }  // the actions, a line each

 private:
  struct Started {
    std::string reference;
    std::int64_t amount;
    std::string slip_number;  // empty: by way of the bank
    Instant expires_at;
  };
  struct Line {
    std::string number;
    std::int64_t amount;
    bool good;
    std::string cause = {};  // of a credit; a store's line is named by its file
  };
  struct File {
    std::string bytes;
    std::vector<Line> lines;
    bool taken = false;
  };

  int Roll(int sides) { return static_cast<int>(dice_() % static_cast<unsigned>(sides)); }
  bool Chance(int sides) { return Roll(sides) == 0; }
  void Tell(const std::string& act) { story_ += act + '\n'; }
  void Fault(const std::string& what) { faults_.push_back(what); }

  void LiveOn(bool closely);
  void Action();
  void Risky(const std::function<void()>& act);  // a worker may die in the middle of it

  void Choose();
  void SendAct();
  void GoToBank();
  void PayAtBank();
  void RefuseAtBank();
  void Notice();
  void DeliverNotice(const std::string& reference, const std::string& kind);
  void Ask();
  void CollectSlips();
  void CreditAccounts();
  void TakeFile(File& file);
  void BreakFile();
  void PassTime();
  void Reconcile();
  void WithdrawCase();
  void CloseException();
  void LoseLink();
  void End();

  const Started* AnySlip();
  std::string AnyOrder();  // its reference; empty without one
  std::map<std::string, ModelMoney> Money() const;

  ModelSite& site_;
  std::mt19937 dice_;
  ModelScenario scenario_;
  std::string story_;
  std::vector<std::string> faults_;
  std::vector<Started> started_;
  std::vector<File> files_;
  Fields act_;  // the form sent last
};

}  // namespace permit::test
