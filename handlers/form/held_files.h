// The files of a held form: new ones are stored, others removed, restored or cut anew.
//
// Each function writes the rows and changes `held` alike; the order of its files is no longer that
// of the database. The transaction holds the form's lock, and the form has a draft.
#pragma once

#include <optional>
#include <string>

#include "handlers/form/held_form.h"
#include "handlers/form/uploads.h"

namespace permit {

// Stores what was prepared. The same file twice in a slot counts once, a photo replaces the present
// one, and files above a slot's number are refused into `errors`.
void StoreUploads(sql::Transaction& transaction, HeldForm& held, const PreparedUploads& uploads,
                  FieldErrors& errors, Instant now);

// Takes a file away: one of the case is marked, any other is deleted. Unknown ids are left alone.
void RemoveFile(sql::Transaction& transaction, HeldForm& held, const std::string& id);
// A file of the case that was marked stays after all; a photo takes the place of the new one.
void RestoreFile(sql::Transaction& transaction, HeldForm& held, const std::string& id);

// The id of the photo that belongs to the draft; empty: it has none of its own. Each cut gives
// another.
std::string NewPhotoIn(const std::vector<sql::DraftFile>& files);
// The address of what that photo was cut from, at `path`: each photo has another one, as a browser
// shows again what it holds.
std::string PhotoOriginalOf(const std::string& path, const std::vector<sql::DraftFile>& files);

// Cuts the form's photo anew into a file of that id, unless it shows that part already or came with
// this very request.
void CropPhoto(sql::Transaction& transaction, HeldForm& held, const PreparedUploads& uploads,
               const std::optional<PhotoCrop>& crop, const std::string& fresh_id, Instant now);

}  // namespace permit
