// The correction of one return as it stands: the case, and what the student has changed of it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/form/held_form.h"
#include "handlers/rules/field_error.h"
#include "handlers/web/context.h"
#include "sql/case_store.h"
#include "views/fields/application_fields.h"

namespace permit {

bool IsReturned(CaseState state);

struct PendingCorrection {
  sql::Case of;
  HeldForm held;  // as saved, or of the case

  bool documents_only() const { return of.state == CaseState::kReturnedForDocuments; }
};
// `account_id`: whose draft it becomes when none is saved yet.
PendingCorrection ReadPendingCorrection(sql::Executor& executor, sql::Case of,
                                        std::uint64_t account_id);

// Those that stand and those that it takes away, as pages show them.
std::vector<views::AnsweredFile> AnsweredFiles(const PendingCorrection& correction);

// The case of the address, held until the transaction ends; nullopt when it is no longer returned.
std::optional<sql::Case> LockReturned(sql::Transaction& transaction, std::uint64_t applicant_id,
                                      const std::string& receipt);

// A form sent again after it was taken leads where it led; any other comes too late.
Response AfterCorrection(Context& context);

// Whether it would be sent as the case stands, but for a reply.
bool ChangesNothing(const PendingCorrection& correction);

// What is missing among its documents and may be sent all the same.
FieldErrors WarningsOf(const PendingCorrection& correction);

// What keeps it from being sent beside errors of fields: a data change that changes nothing, a file
// in which a virus was found.
std::vector<views::FormError> FormErrorsOf(const PendingCorrection& correction);

// In what those values of the case differ from the register.
std::vector<FieldChange> ClaimsOf(const Context& context, const sql::Case& of,
                                  const FormValues& values);

// The form's page: what was asked for, or all of it where the request says so; 422 when a POST
// shows errors. `conflicts`: by field, what is saved.
Response CorrectionFormResponse(Context& context, const PendingCorrection& correction,
                                const FieldErrors& errors,
                                std::vector<views::FormError> form_errors = {},
                                std::map<std::string, std::string> conflicts = {});

}  // namespace permit
