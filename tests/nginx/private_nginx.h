// A private nginx on the configuration of ./serve, before pools of the test's.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tests/fcgi/pool/test_pool.h"
#include "tests/nginx/curl.h"
#include "tests/support/child_process.h"

namespace permit::test {

class PrivateNginx {
 public:
  struct Sockets {
    std::string pages;
    std::string heavy = {};      // empty: that of the pages
    std::string passwords = {};  // likewise
  };

  // What it writes lies in `folder`/nginx. With `limits` it keeps the rates of production, and
  // takes the header X-Test-Address for where a request comes from.
  PrivateNginx(const TestFolder& folder, const Sockets& sockets, bool limits);
  ~PrivateNginx();

  HttpReply Get(const std::string& path, const std::vector<std::string>& options = {}) const;
  int port() const { return port_; }
  std::string AccessLog() const;
  std::string ErrorLog() const;

 private:
  const TestFolder& folder_;
  int port_ = 0;
  std::unique_ptr<ChildProcess> nginx_;
};

}  // namespace permit::test
