#include "handlers/jobs/old_drafts.h"

#include <algorithm>

#include "handlers/jobs/steps.h"
#include "handlers/mail/enqueue.h"
#include "handlers/rules/draft_end.h"
#include "handlers/web/paths.h"
#include "sql/draft_store.h"
#include "views/mail/application_mails.h"

namespace permit {
namespace {

struct Round {
  sql::Database& database;
  const views::Renderer& renderer;
  std::string base_url;
  DraftLife life;
  Instant now;
};

void Tell(sql::Transaction& transaction, const Round& round, const sql::LapsingDraft& draft) {
  const Instant end =
      std::max(draft.updated_at + round.life.kept, round.now + round.life.notice_before);
  const views::DraftEndsMail words = {
      draft.service,       draft.applicant_name,
      draft.permit_number, static_cast<int>(round.life.kept.count()),
      LastDraftDay(end),   round.base_url + DraftPath(draft.id)};
  EnqueueMail(transaction, {draft.account_id, draft.email},
              draft.id + ":" + FormatTime(draft.updated_at),
              views::WriteDraftEndsMail(round.renderer, draft.language, words), round.now);
}

std::uint64_t NoticeDrafts(const Round& round) {
  const Instant saved_before = round.now - round.life.kept + round.life.notice_before;
  std::uint64_t noticed = 0;
  for (std::vector<std::string> ids;
       !(ids = sql::DraftsToNotice(round.database, saved_before)).empty();) {
    for (const std::string& id : ids) {
      noticed += round.database.Transact([&](sql::Transaction& transaction) -> std::uint64_t {
        auto draft = sql::NoticeDraft(transaction, id, saved_before, round.now);
        if (draft && !draft->account_closed) Tell(transaction, round, *draft);
        return draft ? 1 : 0;
      });
    }
  }
  return noticed;
}

std::uint64_t ThrowAwayDrafts(const Round& round) {
  const Instant saved_before = round.now - round.life.kept;
  const Instant noticed_before = round.now - round.life.notice_before;
  std::uint64_t gone = 0;
  for (std::vector<std::string> ids;
       !(ids = sql::DraftsToThrowAway(round.database, saved_before, noticed_before)).empty();) {
    for (const std::string& id : ids) {
      gone += round.database.Transact([&](sql::Transaction& transaction) -> std::uint64_t {
        return sql::ThrowAwayDraft(transaction, id, saved_before, noticed_before) ? 1 : 0;
      });
    }
  }
  return gone;
}

}  // namespace

OldDrafts LookAfterDrafts(sql::Database& database, const Settings& settings,
                          const views::Renderer& renderer, Instant now) {
  const Round round = {
      database,
      renderer,
      settings.base_url,
      {std::chrono::days(settings.draft_days), std::chrono::days(settings.draft_notice_days)},
      now};
  OldDrafts done;
  JobSteps steps;
  steps.Run("drafts that end", [&] { done.thrown_away = ThrowAwayDrafts(round); });
  steps.Run("draft notices", [&] { done.noticed = NoticeDrafts(round); });
  steps.Finish();
  return done;
}

}  // namespace permit
