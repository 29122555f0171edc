// A random life of one student's applications against the real database: what two windows of the
// student, the agency, the collectors, the register and the clock do, in any order.
#pragma once

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "sql/case_store.h"
#include "tests/handlers/review/review_fixture.h"

namespace permit::test {

class CaseLifeTest : public ReviewTest {
 protected:
  CaseLifeTest();

  // What was found wrong; empty: nothing. How the cases ended is added to `ends`.
  std::vector<std::string> Live(unsigned seed, int actions, std::map<std::string, int>& ends);
  const std::string& story() const { return story_; }

 private:
  struct OpenDraft {
    std::string id;
    Service service;
  };

  void Furnish();
  unsigned Roll(unsigned sides) { return static_cast<unsigned>(dice_() % sides); }
  template <class Some>
  const auto& Pick(const Some& some) {
    return some[Roll(static_cast<unsigned>(std::size(some)))];
  }
  Browser& Tab() { return tabs_[Roll(2)]; }
  void See(Browser& tab, const std::string& path);
  // Tells it, and that the site is at fault when the answer says so.
  void Answered(const std::string& what, const Response& answer);
  std::vector<OpenDraft> Drafts();
  std::vector<sql::Case> Cases(bool open);
  void LogInAgain();

  void Act();
  void Begin();
  void Fill(const OpenDraft& draft);
  void Save(const OpenDraft& draft);
  void Send(const OpenDraft& draft);
  void Discard(const OpenDraft& draft);
  void Decide(const sql::Case& one);
  void Correct(const sql::Case& one);
  void Answer(const sql::Case& one);
  void Withdraw(const sql::Case& one);
  void Pay(const sql::Case& one);
  void IssuePapers();
  void Import();
  void PassTime();

  void End(const sql::Case& one);
  void EndAll();
  void Look();       // after every action
  void LookAtEnd();  // when every case has ended

  std::mt19937 dice_;
  std::vector<Browser> tabs_;
  std::set<std::string> closed_paid_;  // the cashier's, who is told of them
  bool session_over_ = false;
  int payments_ = 0;
  std::string story_;
  std::vector<std::string> faults_;
  std::string jpeg_;
};

}  // namespace permit::test
