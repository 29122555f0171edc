// A student's application and what the agency decides about it, at the shell or by the review
// itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handlers/review/decision.h"
#include "sql/register_store.h"
#include "tests/handlers/application/apply_fixture.h"
#include "tests/handlers/operator/shell.h"

namespace permit::test {

bool Says(const std::string& text, const std::string& words);

// None: it was decided.
std::optional<DecisionRefusal> RefusalOf(const DecisionResult& result);

class ReviewTest : public AtShell<ApplyTest> {
 protected:
  ReviewTest();

  // Sends an application with these answers; its receipt number.
  std::string SendWith(Service service, const std::string& permit, const Fields& claims);

  DecisionResult DecideOn(const std::string& receipt, const Decision& decision);
  DecisionResult Approve(const std::string& receipt, std::vector<std::string> accepted);
  // With an opinion.
  DecisionResult Return(const std::string& receipt, CaseEvent how);

  // The case's permit, without the fee and its payment.
  void Issue(const std::string& receipt);
  std::string PaperText(const std::string& number);
  std::string StateOf(const std::string& receipt);
  sql::Applicant Registered();

  std::string check;  // the page of answers that SendWith saw
};

}  // namespace permit::test
