#include "handlers/jobs/old_drafts.h"

#include <algorithm>

#include "handlers/application/paths.h"
#include "handlers/letterbox.h"
#include "handlers/rules/draft_end.h"
#include "sql/draft_store.h"
#include "views/application_mails.h"

namespace permit {
namespace {

void Tell(sql::Transaction& transaction, const std::string& base_url,
          const views::Renderer& renderer, const sql::LapsingDraft& draft, Instant now) {
  const Instant end = std::max(draft.updated_at + kDraftKept, now + kDraftNoticeBefore);
  const views::DraftEndsMail words = {draft.service, draft.applicant_name, draft.permit_number,
                                      LastDraftDay(end), base_url + DraftPath(draft.id)};
  Post(transaction, {draft.account_id, draft.email}, draft.id + ":" + FormatTime(draft.updated_at),
       views::WriteDraftEndsMail(renderer, draft.language, words), now);
}

std::uint64_t NoticeDrafts(sql::Database& database, const std::string& base_url,
                           const views::Renderer& renderer, Instant now) {
  const Instant saved_before = now - kDraftKept + kDraftNoticeBefore;
  std::uint64_t noticed = 0;
  for (std::vector<std::string> ids;
       !(ids = sql::DraftsToNotice(database, saved_before)).empty();) {
    for (const std::string& id : ids) {
      noticed += database.Transact([&](sql::Transaction& transaction) -> std::uint64_t {
        auto draft = sql::NoticeDraft(transaction, id, saved_before, now);
        if (draft) Tell(transaction, base_url, renderer, *draft, now);
        return draft ? 1 : 0;
      });
    }
  }
  return noticed;
}

std::uint64_t ThrowAwayDrafts(sql::Database& database, Instant now) {
  const Instant saved_before = now - kDraftKept;
  const Instant noticed_before = now - kDraftNoticeBefore;
  std::uint64_t gone = 0;
  for (std::vector<std::string> ids;
       !(ids = sql::DraftsToThrowAway(database, saved_before, noticed_before)).empty();) {
    for (const std::string& id : ids) {
      gone += database.Transact([&](sql::Transaction& transaction) -> std::uint64_t {
        return sql::ThrowAwayDraft(transaction, id, saved_before, noticed_before) ? 1 : 0;
      });
    }
  }
  return gone;
}

}  // namespace

OldDrafts LookAfterDrafts(sql::Database& database, const std::string& base_url,
                          const views::Renderer& renderer, Instant now) {
  OldDrafts done;
  done.thrown_away = ThrowAwayDrafts(database, now);
  done.noticed = NoticeDrafts(database, base_url, renderer, now);
  return done;
}

}  // namespace permit
