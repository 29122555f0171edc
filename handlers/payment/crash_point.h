// The marked steps on money's way: where a test kills the program, to see that nothing is lost.
//
// Only builds for tests (those with sanitizers) can die here: when the folder that PERMIT_CRASH_AT
// names holds a file of the step's name, the file is removed and the process killed by SIGKILL, so
// that it dies there once. In every other build a mark does nothing.
#pragma once

#include <string_view>

namespace permit {

enum class Step {
  kSlipNumbered,      // a slip's number is taken, its payment not yet begun
  kStartInHand,       // the payment is written, not committed
  kStartDone,         // committed, the payer not yet answered
  kSessionOpened,     // the platform has given its key, which is not kept yet
  kSessionKept,       // kept, the payer not yet answered
  kNoticeRead,        // the notice is proved
  kNoticeInHand,      // taken over, not committed
  kNoticeDone,        // committed, before the papers and the answer
  kAskAnnounced,      // about to ask
  kAskAnswered,       // the answer is in hand
  kAskInHand,         // taken over, not committed
  kAskDone,           // committed, before the papers
  kRevokeInHand,      // a success is taken back, not committed
  kPapersInHand,      // receipt and permits are drawn, not committed
  kPapersDone,        // committed
  kSettlementRead,    // the file is read
  kSettlementInHand,  // its money is taken, not committed
  kSettlementDone,    // committed, the file not yet moved out of the watched folder
};

struct MarkedStep {
  Step step;
  std::string_view name;
};
inline constexpr MarkedStep kMarkedSteps[] = {
    {Step::kSlipNumbered, "slip-numbered"},
    {Step::kStartInHand, "start-in-hand"},
    {Step::kStartDone, "start-done"},
    {Step::kSessionOpened, "session-opened"},
    {Step::kSessionKept, "session-kept"},
    {Step::kNoticeRead, "notice-read"},
    {Step::kNoticeInHand, "notice-in-hand"},
    {Step::kNoticeDone, "notice-done"},
    {Step::kAskAnnounced, "ask-announced"},
    {Step::kAskAnswered, "ask-answered"},
    {Step::kAskInHand, "ask-in-hand"},
    {Step::kAskDone, "ask-done"},
    {Step::kRevokeInHand, "revoke-in-hand"},
    {Step::kPapersInHand, "papers-in-hand"},
    {Step::kPapersDone, "papers-done"},
    {Step::kSettlementRead, "settlement-read"},
    {Step::kSettlementInHand, "settlement-in-hand"},
    {Step::kSettlementDone, "settlement-done"},
};

void Reach(Step step);

}  // namespace permit
