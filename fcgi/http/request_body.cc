#include <initializer_list>

#include "fcgi/base/crypto.h"
#include "fcgi/http/form.h"
#include "fcgi/http/header_params.h"
#include "fcgi/http/multipart.h"
#include "fcgi/http/request.h"
#include "fcgi/http/text.h"

namespace permit {
namespace {

// Each text with its length in front, so that no two lists give the same bytes.
void AppendFramed(std::string& bytes, std::initializer_list<std::string_view> texts) {
  for (std::string_view text : texts) {
    bytes += std::to_string(text.size());
    bytes += ':';
    bytes += text;
  }
}

// The boundary of a multipart body is another one each time the same form is sent, so the digest is
// over what the body says and not over its bytes.
std::string Digest(const Request& request) {
  std::string bytes;
  for (const auto& [name, value] : request.form.entries()) AppendFramed(bytes, {name, value});
  for (const FilePart& file : request.files) {
    AppendFramed(bytes, {file.field, file.file_name, file.digest});
  }
  return Sha256(bytes);
}

void RequireUtf8(const HeaderParams& type) {
  const std::string* charset = type.Find("charset");
  if (charset != nullptr && !EqualsIgnoringCase(*charset, "utf-8")) {
    throw HttpError(415, "a form in another character set");
  }
}

}  // namespace

void ParseBody(Request& request, BodySource& body, std::size_t limit) {
  auto bytes = std::make_shared<const std::string>(body.Read(limit));
  HeaderParams type = ParseHeaderParams(body.content_type());
  if (type.main == "application/x-www-form-urlencoded") {
    RequireUtf8(type);
    ParseUrlEncoded(*bytes, request.form);
  } else if (type.main == "multipart/form-data") {
    ParseMultipart(*bytes, MultipartBoundary(body.content_type()), request.form, request.files);
  } else if (!bytes->empty() || !type.main.empty()) {
    throw HttpError(415, "a body that is no form");
  }
  request.body_digest = Digest(request);
  request.body = std::move(bytes);
}

}  // namespace permit
