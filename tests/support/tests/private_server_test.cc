#include "tests/support/private_server.h"

#include <gtest/gtest.h>

namespace permit::test {
namespace {

TEST(PrivateServer, KeepsItsDataThroughAKill) {
  PrivateServer server;
  server.Sql("CREATE DATABASE d; CREATE TABLE d.t (a INT PRIMARY KEY); INSERT INTO d.t VALUES (7)");
  server.Kill();
  EXPECT_THROW(server.Sql("SELECT 1"), std::runtime_error);
  server.Start();
  EXPECT_EQ("7\n", server.Sql("SELECT a FROM t", "d"));
}

TEST(PrivateServer, StartsFromATemplateThatIsMadeOnce) {
  auto prepare = [](const std::string& socket) {
    RunProgram({"mariadb", "--no-defaults", "--socket=" + socket, "--user=root",
                "--execute=CREATE DATABASE IF NOT EXISTS stencil"});
  };
  PrivateServer first("private-server-test", prepare);
  PrivateServer second("private-server-test", [](const std::string&) { FAIL(); });
  first.Sql("DROP DATABASE stencil");
  EXPECT_EQ("stencil\n", second.Sql("SHOW DATABASES LIKE 'stencil'"));
}

TEST(RunProgram, GivesOutputAndExitCode) {
  Finished finished = RunProgram({"sh", "-c", "echo said; exit 3"});
  EXPECT_EQ(3, finished.exit_code);
  EXPECT_EQ("said\n", finished.output);
  EXPECT_EQ(127, RunProgram({"/no/such/program"}).exit_code);
}

}  // namespace
}  // namespace permit::test
