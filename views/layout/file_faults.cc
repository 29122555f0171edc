#include "views/layout/file_faults.h"

#include "views/dictionary.h"
#include "views/page.h"
#include "views/words/fault_messages.h"

namespace permit::views {
namespace {

bool IsTold(const AnsweredFile& file) { return !file.faults.empty() && !file.removed; }

void AddMessages(Dictionary& place, const Translator& tr, const AnsweredFile& file) {
  for (const FoundFault& found : file.faults) {
    place.Add("FAULT").Text("TEXT", FaultMessage(tr, found));
  }
}

}  // namespace

void FillFaults(Dictionary& row, const Translator& tr, const AnsweredFile& file) {
  if (!IsTold(file)) return;
  Dictionary box = row.Add("FAULTS");
  AddMessages(box, tr, file);
}

void AddFaultWarnings(Page& page, const Answers& answers) {
  const Translator& tr = page.tr();
  for (const AnsweredFile& file : answers.files) {
    if (!IsTold(file)) continue;
    Dictionary box = page.content().Add("FAULTY");
    box.Text("SLOT", SlotLabel(tr, answers.service, file.slot))
        .Text("NAME", file.name)
        .Text("LINK", answers.change_link(file.slot));
    AddMessages(box, tr, file);
  }
}

}  // namespace permit::views
