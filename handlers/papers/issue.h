// What became of issuing a paper: its number, or why there is none.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace permit {

struct IssueRefusal {
  enum class Reason {
    kNotDue,       // the case is neither paid nor approved free of fee; the payment is not paid
    kVoid,         // the permit that the case starts from was revoked or replaced meanwhile;
                   // of an exchange to be approved, another one was approved before
    kOver,         // the new permit would be over on the day of its issue
    kUnprintable,  // `detail` names the text and the character
    kNoKey,        // `detail` says what is wrong with the folder of keys
  };

  Reason reason;
  std::string detail = {};
};

// The number of the permit or the receipt.
using Issue = tl::expected<std::string, IssueRefusal>;

// Logged refusals: the paper cannot be drawn, or no key may sign it. `paper` is "permit" or
// "receipt", `number` what it would bear or pay for.
tl::unexpected<IssueRefusal> RefuseUnprintable(std::string_view paper, const std::string& number,
                                               const std::string& why);
tl::unexpected<IssueRefusal> RefuseWithoutKey(std::string_view paper, const std::string& number,
                                              const std::string& why);

}  // namespace permit
