#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <random>

#include "tests/fcgi/pool/test_pool.h"

namespace permit::test {
namespace {

class Connection : public ::testing::Test {
 protected:
  Connection() {
    Await([this] { return pool.Status("workers_ready") == 1; });
  }
  ~Connection() override { EXPECT_EQ(pool.Status("worker_deaths_total"), 0); }

  FcgiReply Post(std::map<std::string, std::string> params, const std::string& body) {
    params["REQUEST_METHOD"] = "POST";
    params["REQUEST_URI"] = "/body";
    return FcgiAsk(pool.socket(), params, body);
  }

  TestFolder folder;
  TestPool pool{folder, {.workers = 1}};
};

TEST_F(Connection, ReadsExactlyTheBody) {
  EXPECT_EQ(Post({}, "hello").body, "hello");
  EXPECT_EQ(Post({}, "").body, "");
  EXPECT_EQ(Post({{"CONTENT_LENGTH", ""}}, "").body, "");
  EXPECT_EQ(Post({}, std::string(1000, 'x')).body.size(), 1000u);
  EXPECT_EQ(Post({{"CONTENT_LENGTH", "3"}}, "hello").body, "hel");
}

TEST_F(Connection, RefusesLengthsThatLie) {
  EXPECT_EQ(Post({}, std::string(1001, 'x')).status, 413);
  EXPECT_EQ(Post({{"CONTENT_LENGTH", "99999999999999999999"}}, "hello").status, 413);
  EXPECT_EQ(Post({{"CONTENT_LENGTH", "6"}}, "hello").status, 400);
  EXPECT_EQ(Post({{"CONTENT_LENGTH", "-1"}}, "hello").status, 400);
  EXPECT_EQ(Post({{"CONTENT_LENGTH", "five"}}, "hello").status, 400);
}

TEST_F(Connection, DropsTheBodyForHead) {
  FcgiReply get = FcgiAsk(pool.socket(), {{"REQUEST_URI", "/generation"}});
  FcgiReply head =
      FcgiAsk(pool.socket(), {{"REQUEST_URI", "/generation"}, {"REQUEST_METHOD", "HEAD"}});
  EXPECT_EQ(get.body, "one");
  EXPECT_EQ(head.body, "");
  EXPECT_EQ(head.head, get.head);
  EXPECT_TRUE(head.complete);
}

TEST_F(Connection, SurvivesClientsThatLeave) {
  for (int i = 0; i < 20; ++i) close(FcgiSend(pool.socket(), {{"REQUEST_URI", "/bytes"}}));
  EXPECT_EQ(pool.Ask("/generation").body, "one");
}

TEST_F(Connection, SurvivesGarbage) {
  std::mt19937 random{7};
  for (int i = 0; i < 200; ++i) {
    std::string bytes;
    for (unsigned length = random() % 64; length > 0; --length) {
      bytes += static_cast<char>(random());
    }
    if (i % 2 == 0) bytes.insert(0, std::string("\1\1\0\1\0\x08\0\0\0\1\0\0\0\0\0\0", 16));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, pool.socket().c_str(), sizeof address.sun_path - 1);
    int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
    ASSERT_EQ(connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    close(fd);
  }
  EXPECT_EQ(pool.Ask("/generation").body, "one");
}

}  // namespace
}  // namespace permit::test
