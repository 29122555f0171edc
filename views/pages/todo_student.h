// What the to-do page begins with: the student's permit, and what is to be done next.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/entry_permit.h"

namespace permit::views {

class Dictionary;
class Translator;

struct TodoPermit {
  PermitKind kind = PermitKind::kSingleEntry;
  std::string number;
  Date expires_on;
  Date stay_until;
  std::optional<Date> exchange_by;
  std::optional<Date> extend_from;
  bool is_over = false;          // the permit or its stay has ended
  std::string paper = {};        // path of its paper; empty: it was made elsewhere
  std::string calendar_of_stay;  // paths of the files of its days
  std::string calendar_of_exchange;
  std::string calendar_of_extension;
};

enum class TodoStepKind {
  kAnswer,         // a returned case
  kMoneyArrived,   // the fee's money is with the cashier
  kPay,            // an approved case
  kContinueDraft,  // a draft, kept until `day`
  kApply,          // for the exchange or extension of the permit, by `day`
  kDownload,       // the permit
  kPermitMade,     // the fee is paid, the permit is being made
  kReviewed,       // a case is with the agency
};

struct TodoStep {
  TodoStepKind kind = TodoStepKind::kReviewed;
  Service service = Service::kExchange;
  std::string number;            // receipt number of a case, else number of the permit
  std::optional<Date> day = {};  // the last on which it should be done
  bool is_late = false;          // that day has passed, and it may still be done
  long fee = 0;                  // of kPay
  std::string link;              // path of the page where it is done
  std::string calendar = {};     // path of the file of that day, or empty
};

struct TodoStudent {
  std::optional<TodoPermit> permit;
  std::vector<TodoStep> steps;  // the most urgent first
  // With no step: what may be applied for, and the path where.
  Service service = Service::kExchange;
  std::string apply;
};

// Fills pages/todo_student.tpl.
void AddStudent(Dictionary& content, const Translator& tr, const TodoStudent& student);

}  // namespace permit::views
