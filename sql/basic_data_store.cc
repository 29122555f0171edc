#include "sql/basic_data_store.h"

#include "sql/queries.h"

namespace permit::sql {

std::optional<BasicData> FindBasicData(Executor& executor, std::uint64_t account_id) {
  auto row = executor.QueryOne(queries::kBasicDataOfAccount, {account_id});
  if (!row) return std::nullopt;
  return BasicData{.chinese_name = row->Text("chinese_name"),
                   .surname = row->Text("surname"),
                   .given_name = row->Text("given_name"),
                   .mainland_id = row->Text("mainland_id"),
                   .birthplace = row->Text("birthplace"),
                   .birth_date = FormatDate(row->Day("birth_date")),
                   .sex = row->Text("sex"),
                   .travel_permit = row->Text("travel_permit"),
                   .phone = row->Text("phone"),
                   .extension = row->Text("extension"),
                   .email = row->Text("email")};
}

void SetMailLanguage(Executor& executor, std::uint64_t account_id, Language language) {
  executor.Execute(queries::kAccountMailLanguage, {LanguageTag(language), account_id});
}

std::optional<std::string> FindWaitingMailbox(Executor& executor, std::uint64_t account_id,
                                              Instant now) {
  auto row = executor.QueryOne(queries::kWaitingMailbox, {account_id, now});
  if (!row) return std::nullopt;
  return row->Text("payload");
}

}  // namespace permit::sql
