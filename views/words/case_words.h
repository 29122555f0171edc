// What services, states and events of a case are called on pages and in mails.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"
#include "views/translator.h"

namespace permit::views {

class Dictionary;

std::string ServiceName(const Translator& tr, Service service);  // 陸生多次證延期申請
// 申辦項目, as the agency's lists have it: 陸生(含親屬)就學入臺申請 - 多次證 (延期).
std::string ServiceItem(const Translator& tr, Service service);
std::string StateName(const Translator& tr, CaseState state);  // 辦理階段
// A returned case also says which review returned it: 初審資料補正.
std::string StateName(const Translator& tr, CaseState state,
                      std::optional<ReviewStage> returned_by);
// Until when the student may send the correction or pay; empty in any other state.
std::string DeadlineText(const Translator& tr, CaseState state, Date last_day);
// How long a review usually takes, from the sending to the decision.
std::string ReviewTimeText(const Translator& tr, std::chrono::seconds usual);
std::string EventName(const Translator& tr, CaseEvent event);  // what was done, in a history

// The state as a tag: fills the markers STATE and STATE_TONE of
// <span class="tag {{STATE_TONE}}">{{STATE}}</span>.
void FillState(Dictionary& place, const Translator& tr, CaseState state);
void FillState(Dictionary& place, const Translator& tr, CaseState state,
               std::optional<ReviewStage> returned_by);

}  // namespace permit::views
