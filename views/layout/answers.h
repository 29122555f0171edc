// What a student entered and handed in, as lists of question and answer: for checking before it is
// sent and for looking at afterwards.
//
// A template places it with `{{>ANSWERS}}`. All parts of the form stand in their order; a field
// that does not apply is left out, an empty one shows a dash.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/application_form.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/data_change.h"
#include "handlers/rules/file_fault.h"
#include "handlers/rules/scan_state.h"

namespace permit::views {

class Dictionary;
class Page;
class Translator;

// The address of a field or a slot by its name, in the form where it can be changed.
using FieldLink = std::function<std::string(std::string_view name)>;

struct AnsweredFile {
  std::string slot;  // of required_documents.h, the photo's included
  std::string name;
  std::string link;  // path that shows the file
  std::uint64_t bytes = 0;
  bool removed = false;  // by a correction that is not yet sent
  bool added = false;    // by such a correction
  std::optional<ScanState> scan = {};
  bool gone = false;  // its bytes were removed at the end of their time: no link
  FileFaults faults = {};
};

struct Answers {
  Service service = Service::kExchange;
  FormValues values;
  std::vector<AnsweredFile> files;
  // What held before: a row that differs shows it and is marked. Of a data change the record, in
  // the check of a correction the form as it was sent.
  std::optional<FormValues> on_record;
  std::optional<FormValues> sent_before;
  FieldLink change_link;  // each row links to its field; none: nothing can be changed
  // Path of the form whose sections stand in place of its groups, each with a link. Empty: groups.
  std::string sections;
  bool fields_fixed = false;  // of the rows, only those of files link there
};

void AddAnswers(Page& page, std::string_view marker, const Answers& answers);

// The fields to be marked: what differs from `sent_before`, without that from `on_record`.
std::vector<FieldChange> MarkedChanges(const Answers& answers);

// The field's label; of a parent's field with whose it is.
std::string FieldLabel(const Translator& tr, const FormField& field);
std::string SlotLabel(const Translator& tr, Service service, std::string_view slot);

// The value as people read it: a choice's label instead of its code.
std::string AnswerText(const Translator& tr, const FormField& field, std::string_view value);
// The highest education and its school are read as one line, 碩士 - 常州大學 (figure 54), where
// both are given and neither is marked as changed: the line of the first, and whether a field is
// the second, whose line falls away.
std::string LineText(const Translator& tr, const FormField& field, const FormValues& values,
                     const std::vector<FieldChange>& changes);
bool SharesLine(const FormField& field, const FormValues& values,
                const std::vector<FieldChange>& changes);

// Its name, which leads to the file when it may be opened, its size, and why it may not be:
// the markers NAME, SIZE and LINK, of which one of OPENS and SHUT shows the name, and those of
// layout/file_state.tpl.
void FillFile(Dictionary& row, const Translator& tr, const AnsweredFile& file);

std::string FileSize(const Translator& tr, std::uint64_t bytes);  // 312 KB

}  // namespace permit::views
