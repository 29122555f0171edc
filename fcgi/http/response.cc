#include "fcgi/http/response.h"

#include <stdexcept>

#include "fcgi/base/crypto.h"
#include "fcgi/http/text.h"

namespace permit {
namespace {

Response Typed(std::string_view content_type, std::string body, int status) {
  Response response;
  response.status = status;
  response.Header("Content-Type", std::string(content_type));
  response.body = std::move(body);
  return response;
}

// For agents that do not know `filename*`: what is not plain ASCII becomes '_'.
std::string AsciiName(std::string_view file_name) {
  std::string name;
  for (unsigned char c : file_name) {
    if ((c & 0xc0) == 0x80) continue;
    bool plain = c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '/' && c != '%';
    name += plain ? static_cast<char>(c) : '_';
  }
  return name;
}

// A location is a header as well as an address: bytes beyond visible ASCII are percent-encoded.
std::string EncodeLocation(std::string_view location) {
  std::string encoded;
  for (char c : location) {
    if (static_cast<unsigned char>(c) <= 0x20 || static_cast<unsigned char>(c) >= 0x7f) {
      encoded += PercentEncode(std::string_view(&c, 1));
    } else {
      encoded += c;
    }
  }
  return encoded;
}

Response Redirect(int status, std::string_view location) {
  if (!location.starts_with('/') || location.starts_with("//") || HasControl(location) ||
      location.find('\\') != std::string_view::npos) {
    throw std::invalid_argument("a redirect that would leave the site");
  }
  Response response;
  response.status = status;
  response.Header("Location", EncodeLocation(location));
  return response;
}

}  // namespace

Response Response::Html(std::string body, int status) {
  return Typed("text/html; charset=utf-8", std::move(body), status);
}

Response Response::Text(std::string body, int status) {
  return Typed("text/plain; charset=utf-8", std::move(body), status);
}

Response Response::SeeOther(std::string_view location) { return Redirect(303, location); }

Response Response::MovedPermanently(std::string_view location) { return Redirect(301, location); }

Response Response::File(std::string body, std::string_view content_type, std::string_view file_name,
                        bool inline_view) {
  Response response = Typed(content_type, std::move(body), 200);
  std::string disposition = inline_view ? "inline" : "attachment";
  disposition += "; filename=\"" + AsciiName(file_name) + "\"";
  disposition += "; filename*=UTF-8''" + PercentEncode(file_name);
  response.Header("Content-Disposition", std::move(disposition));
  return response;
}

Response& Response::Header(std::string name, std::string value) {
  if (!IsToken(name) || HasControl(value)) {
    throw std::invalid_argument("a header's name or value holds a character it may not");
  }
  headers.emplace_back(std::move(name), std::move(value));
  return *this;
}

}  // namespace permit
