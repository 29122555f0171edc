#include "fcgi/pool/start_throttle.h"

#include <gtest/gtest.h>

namespace permit {
namespace {

using std::chrono_literals::operator""ms;

TEST(StartThrottle, DoublesItsPauseWhileWorkersDieYoung) {
  StartThrottle throttle({.young = 1000ms, .first_pause = 100ms, .longest_pause = 1500ms});
  EXPECT_EQ(throttle.pause(), 0ms);
  for (auto pause : {0ms, 100ms, 200ms, 400ms, 800ms, 1500ms, 1500ms}) {
    throttle.WorkerDied(999ms);
    EXPECT_EQ(throttle.pause(), pause);
  }
  for (int i = 0; i < 100; ++i) throttle.WorkerDied(0ms);
  EXPECT_EQ(throttle.pause(), 1500ms);
}

TEST(StartThrottle, ForgetsWhenAWorkerLivedOrLeft) {
  StartThrottle throttle({.young = 1000ms, .first_pause = 100ms, .longest_pause = 1500ms});
  for (int i = 0; i < 5; ++i) throttle.WorkerDied(0ms);
  throttle.WorkerDied(1000ms);
  EXPECT_EQ(throttle.pause(), 0ms);
  for (int i = 0; i < 5; ++i) throttle.WorkerDied(0ms);
  throttle.WorkerLeft();
  EXPECT_EQ(throttle.pause(), 0ms);
}

}  // namespace
}  // namespace permit
