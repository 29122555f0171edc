// Requests through the program curl, as a browser's would come: one connection each.
#pragma once

#include <string>
#include <vector>

namespace permit::test {

struct HttpReply {
  int status = 0;    // 0 when there was none
  std::string head;  // each line ends with CR LF, the first begins with one
  std::string body;
};

HttpReply Curl(const std::string& url, const std::vector<std::string>& options = {});

// Names are compared without regard to case.
std::string HeaderOf(const HttpReply& answer, const std::string& name);  // empty without one
bool Says(const HttpReply& answer, const std::string& header);           // "Name: value"

int AnyPort();  // somebody else's perhaps
std::string ReadWhole(const std::string& file);

}  // namespace permit::test
