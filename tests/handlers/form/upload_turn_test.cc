#include "handlers/form/upload_turn.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

namespace permit::test {
namespace {

using namespace std::chrono_literals;

class UploadTurnTest : public ::testing::Test {
 protected:
  UploadTurnTest() { settings.database_socket = "/nowhere/" + std::to_string(getpid()); }

  Settings settings;
};

TEST_F(UploadTurnTest, IsOnesAlone) {
  const UploadTurn turn(settings, 7, 0ms);
  EXPECT_TRUE(turn.is_held());
  EXPECT_FALSE(UploadTurn(settings, 7, 0ms).is_held());
  EXPECT_TRUE(UploadTurn(settings, 8, 0ms).is_held()) << "another account";
  Settings other = settings;
  other.database_name = "other";
  EXPECT_TRUE(UploadTurn(other, 7, 0ms).is_held()) << "another site";
}

TEST_F(UploadTurnTest, IsWaitedFor) {
  auto turn = std::make_unique<UploadTurn>(settings, 7, 0ms);
  std::thread waiting([&] { EXPECT_TRUE(UploadTurn(settings, 7, 60s).is_held()); });
  turn.reset();
  waiting.join();
}

TEST_F(UploadTurnTest, ComesFreeWhenItsProcessDies) {
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  if (child == 0) {
    const UploadTurn turn(settings, 7, 0ms);
    if (write(ready[1], "R", 1) != 1) _exit(1);
    pause();
  }
  char byte;
  ASSERT_EQ(read(ready[0], &byte, 1), 1);
  EXPECT_FALSE(UploadTurn(settings, 7, 0ms).is_held());
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  EXPECT_TRUE(UploadTurn(settings, 7, 0ms).is_held());
  close(ready[0]);
  close(ready[1]);
}

}  // namespace
}  // namespace permit::test
