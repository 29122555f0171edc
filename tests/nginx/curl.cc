#include "tests/nginx/curl.h"

#include <strings.h>

#include <fstream>
#include <iterator>
#include <random>
#include <sstream>

#include "tests/support/child_process.h"

namespace permit::test {

HttpReply Curl(const std::string& url, const std::vector<std::string>& options) {
  std::vector<std::string> command = {"curl", "-s", "-i", "--path-as-is", "--noproxy", "*"};
  command.insert(command.end(), options.begin(), options.end());
  command.push_back(url);
  const std::string text = RunProgram(command).output;
  HttpReply answer;
  std::size_t end = text.find("\r\n\r\n");
  if (end == std::string::npos) return answer;
  answer.head = text.substr(0, end + 2);
  answer.body = text.substr(end + 4);
  answer.status = std::stoi(answer.head.substr(answer.head.find(' ')));
  return answer;
}

std::string HeaderOf(const HttpReply& answer, const std::string& name) {
  std::istringstream lines(answer.head);
  const std::string start = name + ": ";
  for (std::string line; std::getline(lines, line);) {
    if (strncasecmp(line.c_str(), start.c_str(), start.size()) != 0) continue;
    return line.substr(start.size(), line.find('\r') - start.size());
  }
  return {};
}

bool Says(const HttpReply& answer, const std::string& header) {
  std::size_t colon = header.find(": ");
  return HeaderOf(answer, header.substr(0, colon)) == header.substr(colon + 2);
}

int AnyPort() { return 20000 + static_cast<int>(std::random_device()() % 20000); }

std::string ReadWhole(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace permit::test
