// Clients that send and read as slowly as they are let, in front of a pool of two workers.
#include <gtest/gtest.h>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <list>
#include <stdexcept>

#include "tests/fcgi/pool/test_pool.h"
#include "tests/nginx/private_nginx.h"

namespace permit::test {
namespace {

// A connection that sent `start` and does nothing more.
class SlowClient {
 public:
  SlowClient(int port, const std::string& start) : fd_(socket(AF_INET, SOCK_STREAM, 0)) {
    // Little room, so that the web server has to keep what is not read.
    const int room = 4096;
    setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<in_port_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(fd_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
        write(fd_, start.data(), start.size()) != static_cast<ssize_t>(start.size())) {
      throw std::runtime_error("no connection to the web server");
    }
  }
  ~SlowClient() { close(fd_); }
  SlowClient(const SlowClient&) = delete;
  SlowClient& operator=(const SlowClient&) = delete;

 private:
  int fd_;
};

class SlowClients : public ::testing::Test {
 protected:
  void Start(bool limits) {
    pool = std::make_unique<TestPool>(folder, TestSite{});
    nginx = std::make_unique<PrivateNginx>(folder, PrivateNginx::Sockets{folder.File("web.sock")},
                                           limits);
    Await([this] { return pool->Status("workers_ready") == 2; });
  }
  void Come(int count, const std::string& start) {
    for (int i = 0; i < count; ++i) clients.emplace_back(nginx->port(), start);
  }
  std::size_t Answered(const std::string& what) const {
    const std::string log = nginx->AccessLog();
    std::size_t count = 0;
    for (std::size_t at = log.find(what); at != log.npos; at = log.find(what, at + 1)) ++count;
    return count;
  }

  TestFolder folder;
  std::unique_ptr<TestPool> pool;
  std::unique_ptr<PrivateNginx> nginx;
  std::list<SlowClient> clients;
};

const std::string kHost = "Host: localhost\r\n";
const std::string kBody = "POST /body HTTP/1.1\r\n" + kHost + "Content-Length: 10\r\n";

TEST_F(SlowClients, PinNoWorker) {
  Start(false);
  Come(20, "GET /generation HTTP/1.1\r\n" + kHost + "X-Slow: ");
  Come(20, kBody + "\r\n12345");
  // More than the system keeps for a connection.
  std::string much;
  for (int i = 0; i < 10; ++i) much += "GET /bytes HTTP/1.1\r\n" + kHost + "\r\n";
  Come(20, much);
  // The answers for those who do not read are taken whole all the same.
  Await(
      [this] { return pool->Status("requests_total") >= 20 && pool->Status("workers_busy") == 0; });
  for (int i = 0; i < 10; ++i) EXPECT_EQ(nginx->Get("/generation").body, "one");
  EXPECT_LT(Answered("\"GET /bytes\""), 200u) << "they wait with what they do not read";
}

// The rates are by request; what is held open is counted too.
TEST_F(SlowClients, OfOneNetworkAreCountedTogether) {
  Start(true);
  for (int i = 1; i <= 100; ++i) {
    Come(1, kBody + "X-Test-Address: 2001:db8:0:7::" + std::to_string(i) + "\r\n\r\n12345");
  }
  const auto status_of = [&](const std::string& address) {
    return nginx->Get("/generation", {"-H", "X-Test-Address: " + address}).status;
  };
  Await([&] { return status_of("2001:db8:0:7:ffff::1") == 429; });
  EXPECT_EQ(status_of("2001:db8:0:8::1"), 200);
  clients.clear();
  Await([&] { return status_of("2001:db8:0:7:ffff::1") == 200; });
}

}  // namespace
}  // namespace permit::test
