// The marked steps on money's way: where a test kills the program, to see that nothing is lost.
//
// Only builds for tests (those with sanitizers) can die here: when the folder that PERMIT_CRASH_AT
// names holds a file of the step's name, the file is removed and the process killed by SIGKILL, so
// that it dies there once. In every other build a mark does nothing.
#pragma once

#include <string_view>

namespace permit {

enum class CrashPoint {
  kSlipNumbered,      // a slip's number is taken, its payment not yet begun
  kStartInHand,       // the payment is written, not committed
  kStartDone,         // committed, the payer not yet replied to
  kSessionOpened,     // the platform has given its key, which is not kept yet
  kSessionKept,       // kept, the payer not yet replied to
  kNoticeRead,        // the notice is proved
  kNoticeInHand,      // taken over, not committed
  kNoticeDone,        // committed, before the papers and the reply
  kAskAnnounced,      // about to ask
  kQueryReplied,      // the reply is read
  kAskInHand,         // taken over, not committed
  kAskDone,           // committed, before the papers
  kRevokeInHand,      // a success is taken back, not committed
  kPapersInHand,      // receipt and permits are drawn, not committed
  kPapersDone,        // committed
  kSettlementRead,    // the file is read
  kSettlementInHand,  // its money is taken, not committed
  kSettlementDone,    // committed, the file not yet moved out of the watched folder
};

struct NamedCrashPoint {
  CrashPoint step;
  std::string_view name;
};
inline constexpr NamedCrashPoint kCrashPoints[] = {
    {CrashPoint::kSlipNumbered, "slip-numbered"},
    {CrashPoint::kStartInHand, "start-in-hand"},
    {CrashPoint::kStartDone, "start-done"},
    {CrashPoint::kSessionOpened, "session-opened"},
    {CrashPoint::kSessionKept, "session-kept"},
    {CrashPoint::kNoticeRead, "notice-read"},
    {CrashPoint::kNoticeInHand, "notice-in-hand"},
    {CrashPoint::kNoticeDone, "notice-done"},
    {CrashPoint::kAskAnnounced, "ask-announced"},
    {CrashPoint::kQueryReplied, "ask-answered"},
    {CrashPoint::kAskInHand, "ask-in-hand"},
    {CrashPoint::kAskDone, "ask-done"},
    {CrashPoint::kRevokeInHand, "revoke-in-hand"},
    {CrashPoint::kPapersInHand, "papers-in-hand"},
    {CrashPoint::kPapersDone, "papers-done"},
    {CrashPoint::kSettlementRead, "settlement-read"},
    {CrashPoint::kSettlementInHand, "settlement-in-hand"},
    {CrashPoint::kSettlementDone, "settlement-done"},
};

void PassCrashPoint(CrashPoint step);

}  // namespace permit
