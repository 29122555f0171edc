// Files of a request, looked at before they go into a form.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/form/photo.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/field_error.h"
#include "handlers/web/context.h"

namespace permit {

struct PreparedUpload {
  std::string id;
  std::string slot;
  std::string name;
  std::string mime;
  std::string sha256;
  std::string_view content;    // lies in the request, in `reduced` or in `photo`
  std::string reduced = {};    // of a document that was made smaller
  bool awaits_scan = false;    // before it is opened
  std::optional<Photo> photo;  // when it is one
  FileFaults faults;           // what the student is told of it
};

struct PreparedUploads {
  std::vector<PreparedUpload> files;
  FieldErrors errors;     // files that are refused, each by its name and reason
  std::string last_slot;  // where the page goes on
};

// Looks at every file by its content; nothing is stored yet. What a slot could not hold even if it
// were empty is refused unseen, as looking takes long. A slot that the service does not have is
// HttpError 400.
PreparedUploads PrepareUploads(const Context& context, Service service);

// The refusal of a file that its slot has no room for.
FieldError OneTooMany(std::string_view slot, std::string name);

// Whether the web server sent the visitor back because the request's body was beyond every limit.
bool WasTooLarge(const Context& context);

// Which part of the photo the request asks for; nullopt: it does not say. What is no crop is
// HttpError 400.
std::optional<PhotoCrop> AskedCrop(const Request& request);

// The path's last part under which a draft's original is shown.
inline constexpr std::string_view kPhotoOriginal = "photo-original";
// Of a draft of that account; HttpError 404 when it has none.
Response PhotoOriginalResponse(Context& context, std::uint64_t account_id,
                               const std::string& draft_id);

}  // namespace permit
