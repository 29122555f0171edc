#include "handlers/papers/waiting_papers.h"

#include <algorithm>

#include "fcgi/base/log.h"
#include "handlers/papers/permit.h"
#include "handlers/papers/receipt.h"
#include "sql/database.h"
#include "sql/paper_store.h"
#include "sql/register_store.h"

namespace permit {
namespace {

// Looked at every time, so that a clock that was wrong for a while leaves nothing out.
constexpr std::chrono::days kLookBack{21};
// A payment becomes paid at the time of its transaction, which may be committed later.
constexpr std::chrono::days kUnderWay{1};

// Somebody else may issue the same paper at the same time; whoever comes second has nothing to do.
// A number that another paper has is no such case: nothing would ever come of it by itself.
// What is wrong with one paper is no reason for the next to wait; a database that is away is.
template <typename Exists, typename Work>
std::optional<Issue> TryToIssue(sql::Database& database, std::string_view what, std::uint64_t id,
                                const Exists& exists, const Work& work) {
  try {
    return database.Transact([&](sql::Transaction& transaction) { return work(transaction, id); });
  } catch (const sql::Unavailable&) {
    throw;
  } catch (const sql::DuplicateKey& duplicate) {
    if (exists(id)) return tl::unexpected(IssueRefusal{IssueRefusal::Reason::kNotDue});
    Log(Severity::kError, "paper.number-taken",
        {{"paper", what}, {"id", static_cast<long long>(id)}, {"reason", duplicate.what()}});
    return std::nullopt;
  } catch (const std::exception& error) {
    Log(Severity::kError, "paper.failed",
        {{"paper", what}, {"id", static_cast<long long>(id)}, {"reason", error.what()}});
    return std::nullopt;
  }
}

// `next` gives the ids after one, in their order. Gives the number of papers made.
template <typename Next, typename Exists, typename Work>
std::size_t IssueEach(sql::Database& database, std::string_view what, std::size_t limit,
                      const Next& next, const Exists& exists, const Work& work,
                      IssuedPapers& papers) {
  std::size_t made = 0, without_key = 0;
  for (std::uint64_t after = 0; made < limit;) {
    const std::vector<std::uint64_t> ids = next(after, static_cast<int>(limit - made));
    if (ids.empty()) break;
    after = ids.back();
    for (std::uint64_t id : ids) {
      const std::optional<Issue> issue = TryToIssue(database, what, id, exists, work);
      bool no_key = false;
      if (!issue) {
        ++papers.broken;
      } else if (issue->has_value()) {
        ++made;
      } else {
        no_key = issue->error().reason == IssueRefusal::Reason::kNoKey;
        papers.refused += issue->error().reason != IssueRefusal::Reason::kNotDue;
      }
      without_key = no_key ? without_key + 1 : 0;
      if (without_key == limit) return made;  // nobody will get one
    }
  }
  return made;
}

}  // namespace

IssuedPapers IssueWaitingPapers(sql::Database& database, const Settings& settings, Instant now,
                                std::size_t limit, Instant paid_since) {
  IssuedPapers papers;
  papers.receipts = IssueEach(
      database, "receipt", limit,
      [&](std::uint64_t after, int rows) {
        return sql::PaymentsWithoutReceipt(database, after, rows, paid_since);
      },
      [&](std::uint64_t id) { return sql::FindReceiptNumber(database, id).has_value(); },
      [&](sql::Transaction& transaction, std::uint64_t id) {
        return IssueReceipt(transaction, settings, id, now);
      },
      papers);
  papers.permits = IssueEach(
      database, "permit", limit,
      [&](std::uint64_t after, int rows) { return sql::CasesWithoutPermit(database, after, rows); },
      [&](std::uint64_t id) { return sql::FindPermitOfCase(database, id).has_value(); },
      [&](sql::Transaction& transaction, std::uint64_t id) {
        return IssuePermit(transaction, settings, id, now);
      },
      papers);
  return papers;
}

IssuedPapers IssueAllWaitingPapers(sql::Database& database, const Settings& settings, Instant now,
                                   std::size_t limit) {
  const Instant since = std::min(sql::ReceiptsCheckedUntil(database), now - kLookBack);
  const IssuedPapers papers = IssueWaitingPapers(database, settings, now, limit, since);
  sql::SetReceiptsCheckedUntil(
      database,
      std::min(sql::LongestWithoutReceipt(database, since).value_or(now), now - kUnderWay));
  return papers;
}

}  // namespace permit
