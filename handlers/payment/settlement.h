// Taking in a collector's settlement file, or the bank's list of credits to virtual accounts: whole
// or not at all, and once.
//
// A credit is named by its account, amount, day and trade number: one that another list brought
// before is known and counts for nothing. A store's line has no number of its own, and two payments
// of one slip at one shop on one day are alike, so somebody must say what a line is that another
// file brought before.
//
// Every line ends as settled or as a named exception, and its money is in the books; a line that
// the collector itself calls not good carries no money. The papers are left to IssueWaitingPapers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

#include "handlers/rules/payment_verdict.h"
#include "handlers/rules/settlement_file.h"
#include "handlers/web/context.h"

namespace permit::payment {

struct SettledLine {
  std::size_t line = 0;
  std::string slip_number;
  std::int64_t amount = 0;
  std::string outcome;  // "settled", "not-good", "known", or the exception's code
};

struct Settlement {
  std::string collector;
  Date sent_on;
  std::int64_t total = 0;  // of every line, as the file says
  std::vector<SettledLine> lines;
};

struct TakenBefore {
  Instant at;
};

enum class KnownLines {
  kRefuse,  // the file, as kRepeated with the first such line
  kSkip,    // they are the same money told of again
  kCount,   // they are money of their own
};

// The name of a file as it is stored and shown: one that is no UTF-8 is read as Big5, as the
// collectors' systems write it.
std::string ShownFileName(const std::string& name);

// A file that is refused has changed nothing. Texts and name may be Big5. Compared with the
// company, the collectors and the category of the settings, where they are set.
tl::expected<std::variant<Settlement, TakenBefore>, SettlementRefusal> SettleFile(
    Services& services, const std::string& name, std::string_view bytes,
    KnownLines known = KnownLines::kRefuse);

}  // namespace permit::payment
