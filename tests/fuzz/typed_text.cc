// What somebody types into a form.
#include <chrono>

#include "handlers/rules/application_form.h"
#include "handlers/rules/person_id.h"
#include "handlers/rules/registration.h"
#include "handlers/rules/text.h"
#include "tests/fuzz/property.h"

namespace permit::fuzz {
namespace {

void TryTidying(const std::string& text) {
  for (auto tidy : {TidyLine, TidyLines, TidyCode, HalfWidth, TidyDate}) {
    const std::string once = tidy(text);
    if (!IsWellFormedUtf8(text)) {
      Require(CheckText(text, text.size()) == Problem::kBadCharacters, "broken text is refused");
      continue;
    }
    Require(IsWellFormedUtf8(once), "tidied text is text");
    Require(tidy(once) == once, "text is tidied once");
  }
}

}  // namespace

void Try(std::string_view input) {
  const std::string text(input);
  TryTidying(text);
  const FormValues typed = {{"chinese_name", text}, {"sex", text},   {"birth_date", text},
                            {"mainland_id", text},  {"email", text}, {"taiwan_phone", text}};
  const FormValues tidied = TidyForm(Service::kExchange, typed, {});
  CheckForm(Service::kExchange, tidied, {}, std::chrono::year{2026} / 3 / 15);
  const MainlandIdReading reading = ReadMainlandId(TidyMainlandId(text));
  Require(reading.problem || reading.birth_date.ok(), "a number that is good tells a day of birth");
  CheckUnifiedNumber(TidyCode(text));
  CheckChineseName(TidyLine(text));
  CheckLatinName(TidyLine(text));
}

}  // namespace permit::fuzz
