#include "handlers/web/kept_form.h"

#include "handlers/web/account_audit.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/kept_files.h"
#include "handlers/web/paths.h"
#include "sql/kept_form_store.h"

namespace permit {
namespace {

Instant KeptSince(const Context& context) {
  return context.now() - std::chrono::hours(context.services.settings.session_kept_hours);
}

// What is of that one request: its token, its key, which button was pressed, and the password that
// allowed it.
bool IsOfTheRequest(std::string_view name) {
  return name == "csrf" || name == kIdempotencyField || name == "do" ||
         name.find("password") != std::string_view::npos;
}

sql::FieldPairs Stored(const Params& form) {
  sql::FieldPairs fields;
  for (const auto& [name, value] : form.entries()) {
    if (!IsOfTheRequest(name)) fields.emplace_back(name, value);
  }
  return fields;
}

}  // namespace

void KeepForm(Context& context, sql::Transaction& transaction, const std::string& page) {
  const std::uint64_t account = context.late_sender.value();
  sql::KeepForm(transaction, account, page, Stored(context.request.form), context.now());
  AuditAccount(context, transaction, account, "form-kept", false);
}

Response LoginAfterKeeping(const std::string& page) {
  return Response::SeeOther(std::string(kLoginPath) + "?done=kept&next=" + page);
}

Response LoginAfterEnd(const std::string& page) {
  std::string location = std::string(kLoginPath) + "?done=ended";
  if (!page.empty()) location += "&next=" + page;
  return Response::SeeOther(location);
}

std::string AfterLogin(Context& context, std::uint64_t account_id, const std::string& wanted) {
  StoreKeptFiles(context, account_id);
  const auto kept =
      sql::FindKeptPath(context.services.database, account_id, wanted, KeptSince(context));
  if (kept && (*kept == wanted || wanted == kTodoPath)) return *kept + "?kept=yes";
  return wanted;
}

std::optional<Params> KeptFields(Context& context, const std::string& page) {
  if (context.request.query.Get("kept") != "yes") return std::nullopt;
  const auto stored = sql::FindKeptForm(context.services.database, context.visitor->account_id,
                                        page, KeptSince(context));
  if (!stored) return std::nullopt;
  context.shows_kept_form = true;
  Params fields;
  for (const auto& [name, value] : *stored) fields.Add(name, value);
  return fields;
}

}  // namespace permit
