#include <algorithm>

#include "handlers/form/given_file.h"
#include "handlers/operator/acting_for.h"
#include "handlers/operator/case_commands.h"
#include "sql/case_store.h"
#include "sql/upload_store.h"

namespace permit::ctl {
namespace {

std::string Why(Withheld withheld) {
  switch (withheld) {
    case Withheld::kNotRebuilt:
      return "is a PDF that cannot be rebuilt; --original prints it as it was handed in";
  }
  return "";
}

}  // namespace

Outcome PrintCaseFile(Surroundings& surroundings, const Arguments& arguments) {
  const std::string& number = arguments.words.at(0);
  const std::string& id = arguments.words.at(1);
  sql::Database& database = surroundings.database();
  std::optional<sql::Case> found = sql::FindCaseByReceipt(database, number);
  if (!found) return Outcome::Refused("there is no case " + number);
  const std::vector<sql::CaseFile> files = sql::CaseFiles(database, found->id);
  const auto same = [&](const sql::CaseFile& file) { return file.id == id; };
  const bool of_case = std::any_of(files.begin(), files.end(), same);
  auto upload =
      of_case ? sql::FindUploadOfApplicant(database, found->applicant_id, id) : std::nullopt;
  if (!upload) return Outcome::Refused("case " + number + " has no file " + id);
  const bool original = arguments.Has("original");
  const tl::expected<std::string, Withheld> bytes =
      original ? std::move(upload->bytes) : BytesToGive(*std::move(upload));
  if (!bytes) return Outcome::Refused("file " + id + " " + Why(bytes.error()));
  AuditReading(surroundings, original ? "case-file-original" : "case-file", "case:" + number,
               "file " + id);
  surroundings.out() << *bytes;
  return Outcome::Done();
}

}  // namespace permit::ctl
