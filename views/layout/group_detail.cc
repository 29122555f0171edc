#include "views/layout/group_detail.h"

#include "views/dictionary.h"
#include "views/translator.h"
#include "views/words/case_words.h"

namespace permit::views {

void FillGroupFacts(Dictionary& place, const Translator& tr, const GroupFacts& facts) {
  place.Text("GROUP", facts.group_number)
      .Text("APPLICANT", facts.applicant_name)
      .Text("SERVICE", ServiceItem(tr, facts.service))
      .Number("APPLICANTS", facts.applicants)
      .Text("SENT_ON", FormatDate(facts.submitted_on));
}

void FillMember(Dictionary& row, const Translator& tr, const GroupMember& member, int number) {
  row.Number("NUMBER", number)
      .Text("RECEIPT", member.receipt_number)
      .Text("CHINESE_NAME", member.chinese_name)
      .Text("ENGLISH_NAME", member.english_name)
      .Text("PASSPORT", member.passport_number);
  FillState(row, tr, member.state, member.returned_by);
}

}  // namespace permit::views
