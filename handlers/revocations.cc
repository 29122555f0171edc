#include "handlers/revocations.h"

#include <cstdio>
#include <ctime>

#include "fcgi/base/key_store.h"
#include "fcgi/base/log.h"
#include "fcgi/http/entity_tag.h"
#include "handlers/rules/revocation_list.h"
#include "sql/case_store.h"
#include "sql/database.h"
#include "sql/register_store.h"
#include "sql/reviewer_store.h"
#include "sql/seal_store.h"

namespace permit {
namespace {

// "Tue, 03 Mar 2026 02:00:00 GMT", whatever the locale.
std::string HttpDate(Instant instant) {
  constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t time =
      std::chrono::system_clock::to_time_t(std::chrono::floor<std::chrono::seconds>(instant));
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[48];
  std::snprintf(text, sizeof text, "%s, %02d %s %d %02d:%02d:%02d GMT", kDays[parts.tm_wday],
                parts.tm_mday, kMonths[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour,
                parts.tm_min, parts.tm_sec);
  return text;
}

}  // namespace

std::size_t PublishRevocations(sql::Transaction& transaction, const Settings& settings,
                               Instant now) {
  const auto made = std::chrono::floor<std::chrono::seconds>(now);
  const KeyStore keys = KeyStore::Open(settings.signing_key_dir);
  const ActiveSigner active = keys.OpenActive(KeyUse::kSeal, made);
  RevocationList list{.signer = active.signer.reference,
                      .made = made,
                      .next = made + kRevocationListHolds,
                      .entries = {}};
  sql::LockRevocationList(transaction);
  for (sql::RevokedPermit& permit : sql::RevokedPermits(transaction, TaipeiDate(now))) {
    list.entries.push_back({std::move(permit.number), TaipeiDate(permit.since)});
  }
  std::string content = WriteRevocationList(list).value();
  content += SignRaw(*active.key, content);
  std::string digest = HexEncode(Sha256(content));
  sql::StoreRevocationList(transaction, {.made_at = made,
                                         .entries = list.entries.size(),
                                         .sha256 = std::move(digest),
                                         .content = std::move(content)});
  return list.entries.size();
}

Revoked RevokePermit(sql::Transaction& transaction, const Settings& settings,
                     const std::string& number, const std::string& actor, const std::string& reason,
                     Instant now) {
  const auto permit = sql::FindPermitByNumber(transaction, number);
  if (!permit) return {.refusal = RevokeRefusal::kUnknownPermit};
  if (!sql::RevokePermit(transaction, permit->id, actor, reason, now)) {
    return {.refusal = RevokeRefusal::kNotValid};
  }
  sql::WriteAudit(transaction, now, actor, "permit-revoke", "permit:" + number, reason);
  try {
    PublishRevocations(transaction, settings, now);
  } catch (const KeyStoreError& error) {
    Log(Severity::kError, "revocations.no-key", {{"permit", number}, {"reason", error.what()}});
  }
  return {.open_case = sql::FindOpenCaseOn(transaction, permit->id)};
}

Response ShowRevocations(Context& context) {
  auto file = sql::FindRevocationList(context.services.database);
  if (!file) throw HttpError(404, "no revocation list was made yet");
  const std::string tag = '"' + file->sha256 + '"';
  Response response;
  if (MatchesTag(context.request.if_none_match, tag)) {
    response.status = 304;
  } else {
    response = Response::File(std::move(file->content), "application/octet-stream",
                              "revocations.prl", false);
  }
  response.Header("Last-Modified", HttpDate(file->made_at));
  response.Header("ETag", tag);
  response.Header("Cache-Control", "public, max-age=300");
  return response;
}

}  // namespace permit
