#include "fcgi/http/response_head.h"

#include <stdexcept>
#include <string_view>

#include "fcgi/http/text.h"

namespace permit {
namespace {

// RFC 9110, section 15; 423 is of RFC 4918. nginx copies the phrase into its status line; clients
// exist that refuse a status line without one.
std::string_view ReasonPhrase(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 204:
      return "No Content";
    case 301:
      return "Moved Permanently";
    case 302:
      return "Found";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 410:
      return "Gone";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 422:
      return "Unprocessable Content";
    case 423:
      return "Locked";
    case 429:
      return "Too Many Requests";
    case 500:
      return "Internal Server Error";
    case 502:
      return "Bad Gateway";
    case 503:
      return "Service Unavailable";
    case 504:
      return "Gateway Timeout";
    default:
      break;
  }
  constexpr std::string_view kClasses[] = {"Informational", "Success", "Redirection",
                                           "Client Error", "Server Error"};
  return status >= 100 && status < 600 ? kClasses[status / 100 - 1] : "Unknown";
}

}  // namespace

std::string SerializeHead(const Response& response) {
  std::string head = "Status: " + std::to_string(response.status) + " ";
  head.append(ReasonPhrase(response.status)).append("\r\n");
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
