// What a student entered and handed in, as lists of question and answer: for checking before it is
// sent and for looking at afterwards.
//
// A template places it with `{{>ANSWERS}}`. All parts of the form stand in their order; a field
// that does not apply is left out, an empty one shows a dash.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/application_form.h"
#include "handlers/rules/case_state.h"

namespace permit::views {

class Page;
class Voice;

struct AnsweredFile {
  std::string slot;  // of required_documents.h, the photo's included
  std::string name;
  std::string link;  // path that shows the file
  std::uint64_t bytes = 0;
  bool removed = false;  // by an answer to a return that is not yet sent
};

struct Answers {
  Service service = Service::kExchange;
  FormValues values;
  std::vector<AnsweredFile> files;
  // Path of the form: each row links to its field there. Empty: nothing can be changed.
  std::string change_link;
};

void AddAnswers(Page& page, std::string_view marker, const Answers& answers);

// The value as people read it: a choice's label instead of its code.
std::string AnswerText(const Voice& say, const FormField& field, std::string_view value);

std::string FileSize(const Voice& say, std::uint64_t bytes);  // 312 KB

}  // namespace permit::views
