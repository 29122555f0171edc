// Files of a request on their way into a draft.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "handlers/context.h"
#include "handlers/rules/field_error.h"
#include "sql/draft_store.h"

namespace permit {

struct PreparedUpload {
  std::string id;
  std::string slot;
  std::string name;
  std::string mime;
  std::string sha256;
  std::string_view content;  // lies in the request, or in `made`
  std::string made;          // a photo that was turned or made smaller
};

struct PreparedUploads {
  std::vector<PreparedUpload> files;
  FieldErrors errors;     // files that are refused, each by its name and reason
  std::string last_slot;  // where the page goes on
};

// Looks at every file by its content; nothing is stored yet. A slot that the service does not have
// is HttpError 400.
PreparedUploads PrepareUploads(const Context& context, Service service);

// Stores what was prepared in a draft that is locked and holds `files`. The same file twice in a
// slot counts once, a photo replaces the draft's one before; files above a slot's number are
// refused into `errors`.
void StoreUploads(sql::Transaction& transaction, std::uint64_t account_id,
                  const std::string& draft_id, std::vector<sql::DraftFile> files,
                  const PreparedUploads& uploads, FieldErrors& errors, Instant now);

}  // namespace permit
