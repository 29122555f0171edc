#include "fcgi/http/response_head.h"

#include <stdexcept>

#include "fcgi/http/text.h"

namespace permit {

std::string SerializeHead(const Response& response) {
  std::string head = "Status: " + std::to_string(response.status) + "\r\n";
  for (const auto& [name, value] : response.headers) {
    if (!IsToken(name) || HasControl(value)) {
      throw std::invalid_argument("a header's name or value holds a character it may not");
    }
    head += name + ": " + value + "\r\n";
  }
  if (response.status != 204 && response.status != 304) {
    head += "Content-Length: " + std::to_string(response.body.size()) + "\r\n";
  }
  return head += "\r\n";
}

}  // namespace permit
