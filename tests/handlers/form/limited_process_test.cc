#include "handlers/form/limited_process.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>

namespace permit::test {
namespace {

TEST(LimitedProcess, GivesWhatTheWorkGave) {
  FileBudget budget;
  EXPECT_EQ(RunLimited(budget, [] { return std::string(); }), "");
  const std::string large(3'000'000, 'x');
  EXPECT_EQ(RunLimited(budget, [&] { return large; }), large) << "more than a pipe holds";
}

TEST(LimitedProcess, WhatGoesWrongIsNothing) {
  FileBudget budget;
  EXPECT_EQ(RunLimited(budget, []() -> std::string { throw std::runtime_error("no"); }),
            std::nullopt);
  EXPECT_EQ(RunLimited(budget,
                       []() -> std::string {
                         raise(SIGKILL);
                         return "";
                       }),
            std::nullopt);
}

TEST(LimitedProcess, EndsWhatTakesItsTimeAndTakesThatOffTheBudget) {
  FileBudget budget;
  budget.cpu = std::chrono::milliseconds(900);
  EXPECT_EQ(RunLimited(budget,
                       []() -> std::string {
                         for (volatile bool on = true; on;) {
                         }
                         return "";
                       }),
            std::nullopt);
  EXPECT_LE(budget.cpu.count(), 0);
}

TEST(LimitedProcess, LetsEverybodyElseGoFirst) {
  FileBudget budget;
  EXPECT_EQ(RunLimited(budget, [] { return std::to_string(getpriority(PRIO_PROCESS, 0)); }), "19");
}

TEST(LimitedProcess, HasNoFileOfTheWorkers) {
  FileBudget budget;
  const int fd = open("/dev/null", O_RDONLY);
  ASSERT_GT(fd, 2);
  EXPECT_EQ(RunLimited(budget,
                       []() -> std::string {
                         int open_files = 0;
                         for (int number = 4; number < 1024; ++number) {
                           if (fcntl(number, F_GETFD) != -1) ++open_files;
                         }
                         return std::to_string(open_files);
                       }),
            "0");
  close(fd);
}

#ifndef __SANITIZE_ADDRESS__  // under which the process has to open pipes
TEST(LimitedProcess, OpensNeitherFileNorSocket) {
  FileBudget budget;
  EXPECT_EQ(RunLimited(budget,
                       []() -> std::string {
                         const bool opens = open("/dev/null", O_RDONLY) >= 0 ||
                                            socket(AF_UNIX, SOCK_STREAM, 0) >= 0;
                         return opens ? "opens" : "does not";
                       }),
            "does not");
}
#endif

}  // namespace
}  // namespace permit::test
