#include "handlers/web/address_limit.h"

#include <arpa/inet.h>

#include "sql/login_guard_store.h"

namespace permit {

Instant GuessWindowStart(Instant now) {
  return Instant(now.time_since_epoch() - now.time_since_epoch() % kGuessWindow);
}

std::string AddressBucket(const Context& context, const AddressLimit& limit) {
  std::string source = context.request.remote_address;
  in6_addr address;
  if (inet_pton(AF_INET6, source.c_str(), &address) == 1) {
    source = HexEncode({reinterpret_cast<const char*>(address.s6_addr), 8});
  }
  return std::string(limit.what) + ":" + source.substr(0, 60);
}

bool HasFlooded(Context& context, const AddressLimit& limit) {
  return sql::ReadHits(context.services.database, AddressBucket(context, limit),
                       GuessWindowStart(context.now())) >= limit.allowed;
}

void RefuseFlood(Context& context, const AddressLimit& limit) {
  if (HasFlooded(context, limit)) throw HttpError(429, "the address asks too often");
}

void CountAgainst(Context& context, const AddressLimit& limit) {
  sql::CountHit(context.services.database, AddressBucket(context, limit),
                GuessWindowStart(context.now()));
}

}  // namespace permit
