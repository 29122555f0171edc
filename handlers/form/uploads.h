// Files of a request on their way into a draft.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/form/photo.h"
#include "handlers/rules/field_error.h"
#include "handlers/web/context.h"
#include "sql/draft_store.h"

namespace permit {

struct PreparedUpload {
  std::string id;
  std::string slot;
  std::string name;
  std::string mime;
  std::string sha256;
  std::string_view content;    // lies in the request, or in `photo`
  std::optional<Photo> photo;  // when it is one
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

// The same without the photo, unless those files have none: one that is there is not replaced.
PreparedUploads WithoutSecondPhoto(PreparedUploads uploads,
                                   const std::vector<sql::DraftFile>& files);

// A draft as its uploads see it; its row is held by the transaction.
struct UploadPlace {
  std::uint64_t account_id = 0;
  std::string draft_id;
  std::vector<sql::DraftFile> files;
  std::optional<sql::PhotoOriginal> photo;
};

// Stores what was prepared. The same file twice in a slot counts once, a photo replaces the draft's
// one before; files above a slot's number are refused into `errors`.
void StoreUploads(sql::Transaction& transaction, UploadPlace place, const PreparedUploads& uploads,
                  FieldErrors& errors, Instant now);

// Whether the web server sent the visitor back because the request's body was beyond every limit.
bool WasTooLarge(const Context& context);

// Which part of the photo the request asks for; nullopt: it does not say. What is no crop is
// HttpError 400.
std::optional<PhotoCrop> AskedCrop(const Request& request);

// Cuts the draft's photo anew, unless it shows that part already or came with this very request.
void CropPhoto(sql::Transaction& transaction, const UploadPlace& place,
               const PreparedUploads& uploads, const std::optional<PhotoCrop>& crop,
               const std::string& fresh_id, Instant now);

// The path's last part under which a draft's original is shown.
inline constexpr std::string_view kPhotoOriginal = "photo-original";
// HttpError 404 when the visitor's draft has none.
Response PhotoOriginalResponse(Context& context, const std::string& draft_id);

}  // namespace permit
