#include "handlers/account/sessions.h"

#include <charconv>

#include "handlers/web/account_audit.h"
#include "handlers/web/frame.h"
#include "handlers/web/idempotency.h"
#include "handlers/web/paths.h"
#include "sql/session_store.h"
#include "views/pages/sessions_page.h"

namespace permit {
namespace {

constexpr std::string_view kOthers = "others";

// Which is to end; nullopt: all others.
std::optional<std::uint64_t> Asked(const Params& form) {
  const std::string_view text = form.Get("session");
  if (text == kOthers) return std::nullopt;
  std::uint64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw HttpError(400, "no number of a session");
  }
  return id;
}

}  // namespace

Response ShowSessions(Context& context) {
  const Visitor& visitor = *context.visitor;
  Random& random = context.services.random;
  views::SessionsPage page;
  page.ended = context.request.query.Get("done") == "ended";
  page.others_key = random.Uuid();
  for (sql::OwnSession& session : sql::SessionsOf(context.services.database, visitor.account_id,
                                                  visitor.session_hash, context.now())) {
    page.sessions.push_back({.id = session.id,
                             .since = session.created_at,
                             .last_seen = session.last_seen_at,
                             .address = std::move(session.origin.address),
                             .browser = std::move(session.origin.browser),
                             .platform = std::move(session.origin.platform),
                             .is_present = session.is_present,
                             .idempotency_key = random.Uuid()});
  }
  views::PageFrame frame = Frame(context);
  frame.place = views::MenuPlace::kSessions;
  return Response::Html(views::RenderSessions(context.services.renderer, frame, page));
}

Response EndSessions(Context& context) {
  const std::optional<std::uint64_t> asked = Asked(context.request.form);
  return RunOnce(context, [&](sql::Transaction& transaction) {
    const Visitor& visitor = *context.visitor;
    const std::uint64_t ended =
        asked ? sql::EndOtherSession(transaction, visitor.account_id, visitor.session_hash, *asked)
              : sql::EndOtherSessions(transaction, visitor.account_id, visitor.session_hash);
    if (ended > 0) {
      AuditAccount(context, transaction, visitor.account_id,
                   asked ? "session-ended" : "other-sessions-ended", true);
    }
    return std::string(kSessionsPath) + "?done=ended";
  });
}

}  // namespace permit
