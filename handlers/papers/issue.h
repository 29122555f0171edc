// What became of issuing a paper: its number, or why there is none.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace permit {

enum class IssueRefusal {
  kNotDue,       // the case is neither paid nor approved free of fee; the payment is not paid
  kVoid,         // the permit that the case starts from was revoked or replaced meanwhile
  kOver,         // the new permit would be over on the day of its issue
  kUnprintable,  // `detail` names the text and the character
  kNoKey,        // `detail` says what is wrong with the folder of keys
};

struct Issue {
  std::string number;  // of the permit or the receipt
  std::optional<IssueRefusal> refusal;
  std::string detail;
};

// Logged refusals: the paper cannot be drawn, or no key may sign it. `paper` is "permit" or
// "receipt", `number` what it would bear or pay for.
Issue RefuseUnprintable(std::string_view paper, const std::string& number, const std::string& why);
Issue RefuseWithoutKey(std::string_view paper, const std::string& number, const std::string& why);

}  // namespace permit
