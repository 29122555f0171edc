// Files among what a student sends after the session has ended by idleness: they are kept beside
// the form (kept_form.h) and go into its draft or correction with the account's next login, as far
// as their slots have room.
//
// A slot keeps as many as it can hold. Photos are not kept: one is cut and stored in two sizes, and
// is chosen again quickly.
#pragma once

#include <cstdint>
#include <vector>

#include "handlers/web/context.h"
#include "sql/kept_file_store.h"

namespace permit {

// Of one form of the sender of context.late_sender. Nothing of a draft or case changes.
void KeepFiles(Context& context, sql::Transaction& transaction,
               const std::vector<sql::NewKeptFile>& files);

// After a login: in a transaction of its own for each form. What a form cannot take any more (it
// was sent, or is gone) is deleted.
void StoreKeptFiles(Context& context, std::uint64_t account_id);

}  // namespace permit
