#include "tests/support/fcgi_client.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

namespace permit::test {
namespace {

// Record types and sizes of the FastCGI specification, version 1.
constexpr char kBeginRequest = 1;
constexpr char kEndRequest = 3;
constexpr char kParams = 4;
constexpr char kStdin = 5;
constexpr char kStdout = 6;
constexpr std::size_t kHeaderSize = 8;
constexpr std::size_t kLongestContent = 65535;

std::string Record(char type, std::string_view content) {
  std::string record{1, type, 0, 1};
  record += static_cast<char>(content.size() >> 8);
  record += static_cast<char>(content.size() & 255);
  record.append(2, '\0');
  return record.append(content);
}

std::string Stream(char type, std::string_view content) {
  std::string records;
  while (!content.empty()) {
    std::string_view piece = content.substr(0, kLongestContent);
    records += Record(type, piece);
    content.remove_prefix(piece.size());
  }
  return records + Record(type, {});
}

void AppendLength(std::string& text, std::size_t length) {
  if (length >= 128) {
    text += static_cast<char>(0x80 | (length >> 24));
    text += static_cast<char>(length >> 16);
    text += static_cast<char>(length >> 8);
  }
  text += static_cast<char>(length);
}

bool SendAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t sent = send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool ReceiveAll(int fd, std::string& bytes) {
  std::size_t have = 0;
  while (have < bytes.size()) {
    ssize_t got = recv(fd, bytes.data() + have, bytes.size() - have, 0);
    if (got <= 0) return false;
    have += static_cast<std::size_t>(got);
  }
  return true;
}

}  // namespace

int FcgiSend(const std::string& socket_path, std::map<std::string, std::string> params,
             const std::string& body) {
  params.try_emplace("REQUEST_METHOD", "GET");
  params.try_emplace("CONTENT_LENGTH", std::to_string(body.size()));
  std::string pairs;
  for (const auto& [name, value] : params) {
    AppendLength(pairs, name.size());
    AppendLength(pairs, value.size());
    pairs += name + value;
  }
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strncpy(address.sun_path, socket_path.c_str(), sizeof address.sun_path - 1);
  int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    close(fd);
    return -1;
  }
  // Role 1 is the responder; without the flag to keep the connection the worker closes it.
  std::string begin{0, 1, 0, 0, 0, 0, 0, 0};
  // A worker may answer before it has read everything, so a broken pipe is no failure yet.
  SendAll(fd, Record(kBeginRequest, begin) + Stream(kParams, pairs) + Stream(kStdin, body));
  return fd;
}

FcgiReply FcgiReceive(int connection) {
  FcgiReply answer;
  if (connection < 0) return answer;
  std::string output;
  std::string header(kHeaderSize, '\0');
  while (!answer.complete && ReceiveAll(connection, header)) {
    auto byte = [&header](std::size_t at) { return static_cast<unsigned char>(header[at]); };
    std::string content(static_cast<std::size_t>(byte(4) * 256 + byte(5) + byte(6)), '\0');
    if (!ReceiveAll(connection, content)) break;
    if (header[1] == kStdout) output.append(content, 0, content.size() - byte(6));
    if (header[1] == kEndRequest) answer.complete = true;
  }
  close(connection);
  std::size_t end = output.find("\r\n\r\n");
  if (end == std::string::npos) {
    answer.complete = false;
    return answer;
  }
  answer.head = output.substr(0, end + 2);
  answer.body = output.substr(end + 4);
  if (answer.head.starts_with("Status: ")) answer.status = std::stoi(answer.head.substr(8));
  return answer;
}

FcgiReply FcgiAsk(const std::string& socket_path, std::map<std::string, std::string> params,
                  const std::string& body) {
  return FcgiReceive(FcgiSend(socket_path, std::move(params), body));
}

}  // namespace permit::test
