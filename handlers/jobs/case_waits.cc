#include "handlers/jobs/case_waits.h"

#include <algorithm>

#include "fcgi/base/log.h"
#include "handlers/mail/deliver.h"
#include "handlers/mail/enqueue.h"
#include "handlers/review/decision.h"
#include "handlers/web/case_waits.h"
#include "handlers/web/paths.h"
#include "sql/case_wait_store.h"
#include "views/mail/decision_mails.h"

namespace permit {
namespace {

constexpr int kPage = 100;

struct Round {
  sql::Database& database;
  const Settings& settings;
  const views::Renderer& renderer;
  Instant now;
  Date today = TaipeiDate(now);
};

// The case under its lock; nullopt: somebody has moved it since the page was read.
std::optional<sql::Case> LockWaiting(sql::Transaction& transaction, const sql::CasePlace& place,
                                     CaseState state) {
  sql::LockCase(transaction, place.id);
  auto found = sql::FindCase(transaction, place.id);
  if (!found || found->state != state || found->state_since != place.state_since) {
    return std::nullopt;
  }
  return found;
}

views::Mail ReminderOf(const Round& round, const sql::Mailbox& mailbox, const sql::Case& of,
                       Date last_day) {
  views::CaseNews news{.applicant_name = mailbox.name,
                       .receipt_number = of.receipt_number,
                       .service = of.service,
                       .opinion = {},
                       .link = {},
                       .last_day = last_day,
                       .site_host = HostOfUrl(round.settings.base_url),
                       .case_link = SiteUrl(round.settings, CasePath(of.receipt_number)),
                       .waits_since = of.state_since};
  if (of.state == CaseState::kAwaitingPayment) {
    news.link = SiteUrl(round.settings, kPaymentListPath);
    return views::PaymentDueMail(round.renderer, mailbox.language, news, of.fee);
  }
  news.link = SiteUrl(round.settings, CorrectionPath(of.receipt_number));
  return views::AnswerDueMail(round.renderer, mailbox.language, news, of.state);
}

bool Remind(const Round& round, sql::Transaction& transaction, const sql::CasePlace& place,
            CaseState state, int waiting_days, int days) {
  const auto found = LockWaiting(transaction, place, state);
  if (!found) return false;
  const Date last_day = std::max(AddDays(TaipeiDate(place.state_since), waiting_days),
                                 AddDays(round.today, kLastReminderDays));
  const auto mailbox = sql::Mailboxes(transaction, {found->account_id}).at(found->account_id);
  if (!sql::NoteReminder(transaction, place, days, round.now)) return false;
  EnqueueMail(
      transaction, {mailbox.account_id, mailbox.email},
      found->receipt_number + ":" + FormatTime(place.state_since) + ":" + std::to_string(days),
      ReminderOf(round, mailbox, *found, last_day), round.now);
  return true;
}

bool Lapse(const Round& round, sql::Transaction& transaction, const sql::CasePlace& place,
           CaseState state) {
  const auto found = LockWaiting(transaction, place, state);
  if (!found) return false;
  return Decide(transaction, round.settings, round.renderer, found->receipt_number,
                {.event = CaseEvent::kLapse, .actor = "system", .opinion = {}, .remarks = {}},
                round.now)
      .has_value();
}

// What is wrong with one case is no reason for the next to wait; a database that is away is.
template <class NextPage, class Work>
std::uint64_t ForEachCase(const Round& round, std::uint64_t& failed, const NextPage& next_page,
                          const Work& work) {
  std::uint64_t done = 0;
  sql::CasePlace after;
  for (std::vector<sql::CasePlace> page; !(page = next_page(after)).empty();) {
    after = page.back();
    for (const sql::CasePlace& place : page) {
      try {
        done += round.database.Transact([&](sql::Transaction& transaction) -> std::uint64_t {
          return work(transaction, place) ? 1 : 0;
        });
      } catch (const sql::Unavailable&) {
        throw;
      } catch (const std::exception& error) {
        ++failed;
        Log(Severity::kError, "case.wait-failed",
            {{"case", static_cast<long long>(place.id)}, {"reason", error.what()}});
      }
    }
  }
  return done;
}

void LapseState(const Round& round, CaseState state, int waiting_days, CaseWaitsDone& done) {
  // Whoever entered the state on that day or later may still act.
  const Instant entered_before = StartOfDay(AddDays(round.today, -waiting_days));
  const Instant reminded_before = StartOfDay(AddDays(round.today, -kLastReminderDays));
  done.lapsed += ForEachCase(
      round, done.failed,
      [&](const sql::CasePlace& after) {
        return sql::CasesToLapse(round.database, state, entered_before, kLastReminderDays,
                                 reminded_before, after, kPage);
      },
      [&](sql::Transaction& transaction, const sql::CasePlace& place) {
        return Lapse(round, transaction, place, state);
      });
}

void RemindState(const Round& round, CaseState state, int waiting_days, int days,
                 CaseWaitsDone& done) {
  const Instant entered_before = StartOfDay(AddDays(round.today, days - waiting_days + 1));
  done.reminded += ForEachCase(
      round, done.failed,
      [&](const sql::CasePlace& after) {
        return sql::CasesToRemind(round.database, state, entered_before, days, after, kPage);
      },
      [&](sql::Transaction& transaction, const sql::CasePlace& place) {
        return Remind(round, transaction, place, state, waiting_days, days);
      });
}

}  // namespace

CaseWaitsDone LookAfterWaitingCases(sql::Database& database, const Settings& settings,
                                    const views::Renderer& renderer, Instant now) {
  const Round round{database, settings, renderer, now};
  const CaseWaits waits = CaseWaitsOf(settings);
  CaseWaitsDone done;
  for (CaseState state : kCaseStates) {
    const std::optional<int> waiting_days = WaitingDays(state, waits);
    if (!waiting_days) continue;
    LapseState(round, state, *waiting_days, done);
    // The most urgent first: a case that is late for one gets no earlier one after it.
    for (auto days = std::rbegin(kReminderDays); days != std::rend(kReminderDays); ++days) {
      RemindState(round, state, *waiting_days, *days, done);
    }
  }
  return done;
}

}  // namespace permit
