// What a student sends after the session has ended by idleness: it is kept, and shown again on its
// form after the account's next login. Nothing else comes of it; nothing is saved or sent, and no
// draft or correction changes before that login (files: kept_files.h).
//
// Who holds the cookie of the ended session can leave something here and can read nothing: only the
// account itself sees it, logged in. A session that was left by the logout keeps nothing.
#pragma once

#include <optional>
#include <string>

#include "handlers/web/context.h"

namespace permit {

// Keeps the fields of the request for the sender of context.late_sender, under the page of the
// form.
void KeepForm(Context& context, sql::Transaction& transaction, const std::string& page);

// The login page, which says that nothing is lost and leads back to the form.
Response LoginAfterKeeping(const std::string& page);
// The same where there is nothing to keep: it only says that nothing was done.
Response LoginAfterEnd(const std::string& page);

// Where a login leads that would go to `wanted`: to the form that waits for the account, if any.
// The files kept with forms are stored in them first.
std::string AfterLogin(Context& context, std::uint64_t account_id, const std::string& wanted);

// What was kept for the visitor under that page, when the address asks for it; the page then says
// so.
std::optional<Params> KeptFields(Context& context, const std::string& page);

}  // namespace permit
