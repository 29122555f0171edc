// One request as a handler sees it, independent of how it came in.
//
// The head is parsed before a route is looked up; the body only after, because its limit is the
// route's. All text is valid UTF-8 without NUL: anything else is a fault.
#pragma once

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "fcgi/http/params.h"

namespace permit {

enum class Method { kGet, kPost };  // HEAD is served as GET, its body dropped by the connection

// A request that cannot be served; dispatch answers with the page of that status.
class HttpError : public std::runtime_error {
 public:
  HttpError(int status, const std::string& log_reason)
      : std::runtime_error(log_reason), status_(status) {}
  int status() const { return status_; }

 private:
  int status_;
};

// A file part of a multipart body. The bytes are the client's and of any type.
struct FilePart {
  std::string field;
  std::string file_name;     // last path segment, as the client said; never used as a path
  std::string_view content;  // lies in Request::body
  std::string digest;        // SHA-256 of the content, 32 bytes
};

struct Request {
  Method method = Method::kGet;
  std::string path;  // percent-decoded, starts with '/'
  Params query;
  Params cookies;
  Params form;                              // of an urlencoded or multipart body
  std::vector<FilePart> files;              // of a multipart body
  std::shared_ptr<const std::string> body;  // keeps the bytes of `files` alive, null without one
  std::string body_digest;  // SHA-256 over names, values and files; empty without a body
  std::string remote_address;
  std::string accept_language;
  std::string user_agent;     // what the client calls itself
  std::string if_none_match;  // of a GET: the tags of what the client holds already
  std::string host;           // that was asked for, as the client wrote it
  std::string origin;         // of the page that sent a form: "https://host", "null" or empty
  std::string fetch_site;  // Fetch Metadata: who caused the request, "same-origin" for a page here
  std::string request_id;  // from nginx, or minted
  bool tls = false;
  // Set when the head could not be read (a method, an address or a cookie that is malformed): the
  // rest may be incomplete, and dispatch answers with the page of this error before anything else.
  std::optional<HttpError> fault;
};

// Where the body comes from. Read throws HttpError 413 when the announced length is over the limit
// and 400 when the body is shorter than announced.
class BodySource {
 public:
  virtual ~BodySource() = default;
  virtual std::string_view content_type() const = 0;
  virtual std::string Read(std::size_t limit) = 0;
};

// Reads the body and fills form, files and the digest; throws HttpError 400, 413 or 415.
void ParseBody(Request& request, BodySource& body, std::size_t limit);

}  // namespace permit
