#include "handlers/web/idempotency.h"

#include "fcgi/base/log.h"
#include "sql/database.h"
#include "sql/idempotency_store.h"

namespace permit {
namespace {

bool IsUuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    bool hex = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
    if (hyphen ? text[i] != '-' : !hex) return false;
  }
  return true;
}

void Append(std::string& material, std::string_view part) {
  material += std::to_string(part.size());
  material += ':';
  material += part;
}

std::string Actor(const Context& context) {
  return context.visitor ? "account:" + std::to_string(context.visitor->account_id) : "visitor";
}

// Over who acts, where, and what was sent; not over the form token, which changes with the session,
// nor over a multipart boundary, which changes with every sending. Keyed, since a password may be
// among the fields: who reads the database alone cannot try guesses on a digest without the key.
std::string RequestDigest(const Context& context) {
  std::string material;
  Append(material, Actor(context));
  Append(material, context.request.path);
  for (const auto& [name, value] : context.request.form.entries()) {
    if (name == "csrf") continue;
    Append(material, name);
    Append(material, value);
  }
  for (const FilePart& file : context.request.files) {
    Append(material, file.field);
    Append(material, file.file_name);
    Append(material, file.digest);
  }
  return HexEncode(HmacSha256(context.services.secret, "act:" + material));
}

std::string RecordedLocation(const sql::StoredRequest& stored, const std::string& digest) {
  if (stored.digest != digest) throw HttpError(409, "the key was used for another request");
  return stored.location;
}

}  // namespace

Response RunOnce(Context& context, const std::function<std::string(sql::Transaction&)>& work) {
  std::string key{context.request.form.Get(kIdempotencyField)};
  if (context.request.form.Count(kIdempotencyField) != 1 || !IsUuid(key)) {
    throw HttpError(400, "the form has no idempotency key");
  }
  std::string actor = Actor(context);
  std::string digest = RequestDigest(context);
  sql::Database& database = context.services.database;

  auto once = [&](sql::Transaction& transaction) {
    if (!sql::ClaimIdempotencyKey(transaction, key, actor, digest, context.now())) {
      return RecordedLocation(sql::FindIdempotencyKey(transaction, key).value(), digest);
    }
    std::string location = work(transaction);
    sql::CompleteIdempotencyKey(transaction, key, location);
    return location;
  };
  try {
    return Response::SeeOther(database.Transact(once));
  } catch (const sql::OutcomeUnknown&) {
    Log(Severity::kWarning, "commit.retried", {{"key", key}});
    // Either it was committed, and the key is found, or nothing of it was.
    return Response::SeeOther(database.Transact(once));
  }
}

}  // namespace permit
