#include "handlers/account/work_bits.h"

#include <algorithm>

#include "handlers/rules/text.h"
#include "handlers/web/address_limit.h"
#include "sql/database.h"
#include "sql/login_guard_store.h"

namespace permit {
namespace {

constexpr char kSiteBucket[] = "login-site";

// From how many failures on a bit is added, and another each time they double. An address may be a
// whole dormitory's.
constexpr std::int64_t kOfAccount = 2;
constexpr std::int64_t kOfAddress = 5;
constexpr std::int64_t kOfSite = 100;

// By the digest of the name, which may be anything that was typed.
std::string AccountBucket(std::string_view login_name) {
  return "login-of:" + HexEncode(Sha256(LowerAscii(login_name))).substr(0, 32);
}

int Doublings(std::int64_t failures, std::int64_t first) {
  int doublings = 0;
  for (; failures >= first && doublings < kMaxWorkBits; first *= 2) ++doublings;
  return doublings;
}

}  // namespace

int DueWorkBits(Context& context, std::string_view login_name) {
  try {
    const auto hits =
        sql::ReadRecentHits(context.services.database,
                            {AccountBucket(login_name), AddressBucket(context, kLoginFailures),
                             std::string(kSiteBucket)},
                            GuessWindowStart(context.now()) - kGuessWindow);
    return std::min(kMaxWorkBits, kWorkBits + Doublings(hits[0], kOfAccount) +
                                      Doublings(hits[1], kOfAddress) + Doublings(hits[2], kOfSite));
  } catch (const sql::Unavailable&) {
    return kWorkBits;
  }
}

void CountLoginFailure(Context& context, std::string_view login_name) {
  CountAgainst(context, kLoginFailures);
  for (const std::string& bucket : {AccountBucket(login_name), std::string(kSiteBucket)}) {
    sql::CountHit(context.services.database, bucket, GuessWindowStart(context.now()));
  }
}

}  // namespace permit
