#include "handlers/web/address_limit.h"

#include <arpa/inet.h>

#include "sql/login_guard_store.h"

namespace permit {
namespace {

constexpr std::chrono::minutes kWindow{10};

Instant WindowStart(Instant now) {
  return Instant(now.time_since_epoch() - now.time_since_epoch() % kWindow);
}

std::string Bucket(const Context& context, const AddressLimit& limit) {
  std::string source = context.request.remote_address;
  in6_addr address;
  if (inet_pton(AF_INET6, source.c_str(), &address) == 1) {
    source = HexEncode({reinterpret_cast<const char*>(address.s6_addr), 8});
  }
  return std::string(limit.what) + ":" + source.substr(0, 60);
}

}  // namespace

bool HasFlooded(Context& context, const AddressLimit& limit) {
  return sql::ReadHits(context.services.database, Bucket(context, limit),
                       WindowStart(context.now())) >= limit.allowed;
}

void RefuseFlood(Context& context, const AddressLimit& limit) {
  if (HasFlooded(context, limit)) throw HttpError(429, "the address asks too often");
}

void CountAgainst(Context& context, const AddressLimit& limit) {
  sql::CountHit(context.services.database, Bucket(context, limit), WindowStart(context.now()));
}

}  // namespace permit
