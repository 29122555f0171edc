// The parts of the application form, for the pages that let a student fill it in: applying and
// answering a return. Their templates place it with {{%PART "fields/application_fields.tpl"}}.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/application_form.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/data_change.h"
#include "handlers/rules/field_error.h"
#include "handlers/rules/photo_crop.h"
#include "views/layout/answers.h"
#include "views/page.h"

namespace permit::views {

// The sliders by which a student chooses the part of the picture.
struct CropChoice {
  PhotoCrop crop;
  int least_size = 0;
  std::string picture;  // path of what is cut from
  std::string photo;    // id of what they have cut
};

// What is wrong with a form as a whole.
enum class FormError {
  kNothingChanged,      // a data change that changes no data
  kTooLargeAltogether,  // nothing of what was sent arrived
  kInfectedFile,        // a virus was found in a file of it
};

struct FormContent {
  Service service = Service::kExchange;
  std::optional<std::set<std::string, std::less<>>> shown;  // fields and slots; nullopt: all
  bool titled = true;                                       // the groups have their titles
  FormValues values;
  std::vector<AnsweredFile> files;
  std::vector<FormError> form_errors;
  FieldErrors errors;                                       // by field or slot
  std::map<std::string, std::string, std::less<>> remarks;  // of the reviewer, by field or upload
  bool checked = false;                 // shows all that is wrong with the form, and goes on to
  std::optional<CropChoice> crop;       // none: no photo to cut anew
  std::vector<FieldChange> claims;      // what differs from the register, said at its field
  std::optional<FormValues> on_record;  // shown beside the fields
  bool fields_fixed = false;            // shown, but only files may change
  std::string asked_mailbox;            // that this page asks about, or empty
  std::string revision;                 // of the form, that the page shows; sent with it
  std::string page;                     // the page's own name, sent with it
  // Fields that others have saved otherwise since: what is saved. `values` holds the other answer.
  std::map<std::string, std::string> conflicts = {};
};

bool Shows(const FormContent& data, std::string_view name);

void AddFormParts(Page& page, const FormContent& data);

// What is wrong with a form as a whole, in the page's error summary.
void AddFormErrors(Page& page, const std::vector<FormError>& errors);

// Two answers to a field of which the student picks one; nothing without a conflict. `typed`: as it
// stands in the field below. The place has the markers CONFLICT and OPEN.
void AddConflict(Page& page, Dictionary& place, const FormContent& data, const std::string& name,
                 const std::string& label,
                 const std::function<std::string(const std::string&)>& shown,
                 const std::string& typed);

}  // namespace permit::views
