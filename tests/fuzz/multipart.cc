// A body with its type: the first line is the Content-Type, the rest the body.
#include "fcgi/http/multipart.h"

#include <algorithm>
#include <optional>

#include "fcgi/base/crypto.h"
#include "fcgi/http/request.h"
#include "tests/fuzz/property.h"

namespace permit::fuzz {
namespace {

class Body final : public BodySource {
 public:
  Body(std::string_view type, std::string_view bytes) : type_(type), bytes_(bytes) {}
  std::string_view content_type() const override { return type_; }
  std::string Read(std::size_t) override { return std::string(bytes_); }

 private:
  std::string_view type_;
  std::string_view bytes_;
};

std::optional<Request> Read(std::string_view type, std::string_view bytes) {
  Request request;
  Body body(type, bytes);
  try {
    ParseBody(request, body, bytes.size());
  } catch (const HttpError& error) {
    Require(error.status() == 400 || error.status() == 413 || error.status() == 415,
            "a body is refused as malformed");
    return std::nullopt;
  }
  return request;
}

void RequireFile(const FilePart& file, const std::string& body) {
  for (const std::string& name : {file.field, file.file_name}) {
    Require(!HasControl(name) && IsWellFormedUtf8(name), "the names of a file are text");
  }
  Require(!file.field.empty(), "a file has a field");
  Require(file.file_name.find_first_of("/\\") == std::string::npos, "a file's name is no path");
  const auto begin = static_cast<std::size_t>(file.content.data() - body.data());
  Require(begin <= body.size() && file.content.size() <= body.size() - begin,
          "a file lies in the body");
  Require(file.digest == Sha256(file.content), "a file has its digest");
}

// As browsers write it; nullopt when the format has no way to write that name, or its head would be
// too long.
std::optional<std::string> Head(const std::string& name, const std::string* file_name) {
  const auto quoted = [](const std::string& text) {
    std::string escaped;
    for (char c : text) escaped += c == '"' ? std::string("%22") : std::string(1, c);
    return '"' + escaped + '"';
  };
  std::string head = "Content-Disposition: form-data; name=" + quoted(name);
  if (file_name != nullptr) head += "; filename=" + quoted(*file_name);
  const bool ends_in_escape =
      name.ends_with('\\') || (file_name != nullptr && file_name->ends_with('\\'));
  if (ends_in_escape || head.size() + 4 > limits::kPartHeaderBytes) return std::nullopt;
  return head + "\r\n\r\n";
}

std::optional<std::string> Written(const Request& request, const std::string& boundary) {
  std::string body;
  const auto add = [&](const std::string& name, const std::string* file_name,
                       std::string_view content) {
    const auto head = Head(name, file_name);
    if (head) body.append("--" + boundary + "\r\n").append(*head).append(content).append("\r\n");
    return head.has_value();
  };
  for (const auto& [name, value] : request.form.entries()) {
    if (!add(name, nullptr, value)) return std::nullopt;
  }
  for (const FilePart& file : request.files) {
    // An empty file without a name stands for none.
    const std::string name = file.file_name.empty() && file.content.empty() ? "/" : file.file_name;
    if (!add(file.field, &name, file.content)) return std::nullopt;
  }
  return body + "--" + boundary + "--";
}

bool Holds(const Request& request, const std::string& text) {
  for (const auto& [name, value] : request.form.entries()) {
    if (value.find(text) != std::string::npos) return true;
  }
  return std::any_of(request.files.begin(), request.files.end(), [&](const FilePart& file) {
    return file.content.find(text) != std::string_view::npos;
  });
}

void RequireReadsBack(const Request& request) {
  std::string boundary = "b";
  while (Holds(request, boundary)) boundary += "0";
  if (boundary.size() > 70) return;
  const auto body = Written(request, boundary);
  if (!body || request.form.entries().size() + request.files.size() > limits::kFields) return;
  const auto again = Read("multipart/form-data; boundary=" + boundary, *body);
  Require(again.has_value(), "a body that was written is read");
  Require(again->form.entries() == request.form.entries(), "with the same fields");
  const auto same = [](const FilePart& a, const FilePart& b) {
    return a.field == b.field && a.file_name == b.file_name && a.content == b.content;
  };
  Require(std::equal(again->files.begin(), again->files.end(), request.files.begin(),
                     request.files.end(), same),
          "and the same files");
  Require(again->body_digest == request.body_digest, "and the same digest");
}

void TryBoundary(std::string_view type) {
  try {
    const std::string boundary = MultipartBoundary(type);
    Require(!boundary.empty() && boundary.size() <= 70 && !HasControl(boundary) &&
                boundary.back() != ' ',
            "a boundary is one of RFC 2046");
  } catch (const HttpError& error) {
    Require(error.status() == 400, "a boundary is refused as malformed");
  }
}

}  // namespace

void Try(std::string_view input) {
  const std::string_view type = input.substr(0, input.find('\n'));
  TryBoundary(type);
  const auto request = Read(type, input.substr(std::min(input.size(), type.size() + 1)));
  if (!request) return;
  RequireText(request->form);
  for (const FilePart& file : request->files) RequireFile(file, *request->body);
  RequireReadsBack(*request);
}

}  // namespace permit::fuzz
