// Clients that ask a pool without pause until they are told to stop.
#pragma once

#include <atomic>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/fcgi_client.h"

namespace permit::test {

class Load {
 public:
  Load(std::string socket, std::string path, int clients) {
    for (int i = 0; i < clients; ++i) {
      clients_.emplace_back([this, socket, path] {
        while (!stop_) {
          FcgiReply answer = FcgiAsk(socket, {{"REQUEST_URI", path}});
          ++(answer.complete && answer.status == 200 ? good_ : failed_);
        }
      });
    }
  }
  ~Load() { Stop(); }
  Load(const Load&) = delete;
  Load& operator=(const Load&) = delete;

  void Stop() {
    stop_ = true;
    for (std::thread& client : clients_) {
      if (client.joinable()) client.join();
    }
  }
  long good() const { return good_; }
  long failed() const { return failed_; }

 private:
  std::atomic<bool> stop_{false};
  std::atomic<long> good_{0};
  std::atomic<long> failed_{0};
  std::vector<std::thread> clients_;
};

}  // namespace permit::test
