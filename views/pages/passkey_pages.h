// The pages of an account's passkeys.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/calendar.h"
#include "handlers/rules/field_error.h"
#include "views/page.h"

namespace permit::views {

struct PasskeyLine {
  std::uint64_t id = 0;
  std::string name;
  Instant created_at;
  std::optional<Instant> last_used_at;
};

enum class PasskeyNotice { kNone, kAdded, kRemoved };

struct PasskeysPage {
  std::vector<PasskeyLine> passkeys;
  bool is_full = false;  // another cannot be added
  PasskeyNotice notice = PasskeyNotice::kNone;
  bool is_refused = false;  // what the browser brought was no passkey for this site
  FieldErrors errors;       // of the name of one that was not added
};
std::string RenderPasskeys(const Renderer& renderer, const PageFrame& frame,
                           const PasskeysPage& data);

// Asks for name and password.
struct NewPasskeyPage {
  std::string name;  // as typed
  FieldErrors errors;
};
std::string RenderNewPasskey(const Renderer& renderer, const PageFrame& frame,
                             const NewPasskeyPage& data);

// Has its script ask the browser for the passkey. Bytes are base64url.
struct CreatePasskeyPage {
  std::string idempotency_key;
  std::string name;
  std::string challenge;
  std::string user_handle;
  std::string login_name;  // as the browser lists the passkey
  std::string display_name;
  std::vector<std::string> known;  // ids of the credentials that the account has
};
std::string RenderCreatePasskey(const Renderer& renderer, const PageFrame& frame,
                                const CreatePasskeyPage& data);

struct RemovePasskeyPage {
  std::string idempotency_key;
  PasskeyLine passkey;
};
std::string RenderRemovePasskey(const Renderer& renderer, const PageFrame& frame,
                                const RemovePasskeyPage& data);

}  // namespace permit::views
