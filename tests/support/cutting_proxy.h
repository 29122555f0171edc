// Stands between a client and the database server and cuts the link at one COMMIT, before or after
// the server has it. The client has sent it in either case and cannot tell which.
#pragma once

#include <atomic>
#include <string>
#include <thread>

namespace permit::test {

class CuttingProxy {
 public:
  enum class Cut { kBeforeTheServer, kAfterTheServer };

  // `server` is the path of the server's socket. `spared` COMMITs pass before the one that is cut.
  CuttingProxy(const std::string& server, Cut cut, int spared = 0);
  ~CuttingProxy();

  const std::string& path() const { return path_; }
  bool has_cut() const { return has_cut_; }

 private:
  void Serve();
  void Pump(int client, int server);

  std::string server_;
  Cut cut_;
  int spared_;
  std::string path_;
  int listener_ = -1;
  std::atomic<bool> has_cut_ = false;
  std::thread thread_;
};

}  // namespace permit::test
