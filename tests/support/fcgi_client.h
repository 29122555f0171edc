// A FastCGI client of one request a connection, as nginx is one without keep_conn.
#pragma once

#include <map>
#include <string>

namespace permit::test {

struct FcgiReply {
  bool complete = false;  // the worker ended the request in good order
  int status = 0;
  std::string head;
  std::string body;
};

// Beside `params` sends REQUEST_METHOD GET and CONTENT_LENGTH when they are not among them. Waits
// as long as it takes; a connection that is refused or breaks gives an answer that is not complete.
FcgiReply FcgiAsk(const std::string& socket_path, std::map<std::string, std::string> params,
                  const std::string& body = {});

// The open connection of a request that has been sent, for tests that close it before the answer.
// -1 when it is refused.
int FcgiSend(const std::string& socket_path, std::map<std::string, std::string> params,
             const std::string& body = {});
FcgiReply FcgiReceive(int connection);  // closes it

}  // namespace permit::test
