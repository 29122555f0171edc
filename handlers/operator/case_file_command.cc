#include <algorithm>

#include "handlers/form/given_file.h"
#include "handlers/operator/acting_for.h"
#include "handlers/operator/case_commands.h"
#include "sql/case_store.h"
#include "sql/scan_store.h"
#include "sql/upload_store.h"

namespace permit::ctl {
namespace {

std::string Why(Withheld withheld) {
  switch (withheld) {
    case Withheld::kWaitsForScan:
      return "waits for the scan for viruses";
    case Withheld::kQuarantined:
      return "is quarantined, a virus was found in it; --original --quarantined prints it";
    case Withheld::kNotRebuilt:
      return "is a PDF that cannot be rebuilt; --original prints it as it was handed in";
  }
  return "";
}

// The file as the options want it.
tl::expected<std::string, Withheld> Asked(sql::Database& database, const Arguments& arguments,
                                          sql::UploadContent upload) {
  if (!arguments.Has("original")) return BytesToGive(std::move(upload));
  if (upload.scan == ScanState::kWaiting) return tl::unexpected(Withheld::kWaitsForScan);
  if (upload.scan != ScanState::kQuarantined) return std::move(upload.bytes);
  if (!arguments.Has("quarantined")) return tl::unexpected(Withheld::kQuarantined);
  auto bytes = sql::ScannedContent(database, arguments.words.at(1), ScanState::kQuarantined);
  if (!bytes) return tl::unexpected(Withheld::kWaitsForScan);  // it has left the quarantine
  return *std::move(bytes);
}

// What the audit calls it.
std::string ReadingOf(const Arguments& arguments) {
  if (!arguments.Has("original")) return "case-file";
  return arguments.Has("quarantined") ? "case-file-quarantined" : "case-file-original";
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
  const auto file = std::find_if(files.begin(), files.end(), same);
  if (file != files.end() && file->removed_at) {
    return Outcome::Refused("file " + id + " of case " + number + " was removed at " +
                            FormatTime(*file->removed_at) + ", as its time was over");
  }
  auto upload = file != files.end() ? sql::FindUploadOfApplicant(database, found->applicant_id, id)
                                    : std::nullopt;
  if (!upload) return Outcome::Refused("case " + number + " has no file " + id);
  const auto bytes = Asked(database, arguments, *std::move(upload));
  if (!bytes) return Outcome::Refused("file " + id + " " + Why(bytes.error()));
  AuditReading(surroundings, ReadingOf(arguments), "case:" + number, "file " + id);
  surroundings.out() << *bytes;
  return Outcome::Done();
}

}  // namespace permit::ctl
