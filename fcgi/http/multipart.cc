#include "fcgi/http/multipart.h"

#include <string.h>

#include <algorithm>
#include <optional>

#include "fcgi/base/crypto.h"
#include "fcgi/http/form.h"
#include "fcgi/http/header_params.h"
#include "fcgi/http/limits.h"
#include "fcgi/http/text.h"

namespace permit {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::size_t kLongestBoundary = 70;

struct PartHead {
  std::string name;
  std::optional<std::string> file_name;
};

// memmem is linear whatever the client repeats; string_view::find is not.
std::size_t Find(std::string_view text, std::string_view what) {
  const void* found = memmem(text.data(), text.size(), what.data(), what.size());
  if (found == nullptr) return std::string_view::npos;
  return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

bool TakePrefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// Browsers write a quotation mark inside a quoted name as %22.
std::string UnescapeName(const std::string& text) {
  std::string name;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 3, "%22") == 0) {
      name += '"';
      i += 2;
    } else {
      name += text[i];
    }
  }
  return name;
}

std::string LastSegment(const std::string& path) {
  std::size_t separator = path.find_last_of("/\\");
  return separator == std::string::npos ? path : path.substr(separator + 1);
}

PartHead ReadPartHead(std::string_view lines) {
  std::optional<PartHead> head;
  while (!lines.empty()) {
    std::string_view line = lines.substr(0, lines.find(kLineEnd));
    lines.remove_prefix(std::min(lines.size(), line.size() + kLineEnd.size()));
    std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !IsToken(line.substr(0, colon))) {
      throw HttpError(400, "a part has a malformed header");
    }
    if (!EqualsIgnoringCase(line.substr(0, colon), "content-disposition")) continue;
    HeaderParams disposition = ParseHeaderParams(line.substr(colon + 1));
    const std::string* name = disposition.Find("name");
    if (head || disposition.main != "form-data" || name == nullptr) {
      throw HttpError(400, "a part has no proper disposition");
    }
    head.emplace();
    head->name = UnescapeName(*name);
    if (const std::string* file_name = disposition.Find("filename")) {
      head->file_name = UnescapeName(*file_name);
    }
  }
  if (!head) throw HttpError(400, "a part has no disposition");
  return *std::move(head);
}

FilePart MakeFile(std::string name, std::string file_name, std::string_view content) {
  // Some systems allow it in names; it is no reason to refuse the form.
  std::replace(file_name.begin(), file_name.end(), '\t', ' ');
  if (name.size() > limits::kNameBytes || file_name.size() > limits::kFileNameBytes) {
    throw HttpError(413, "the name of a file is too long");
  }
  if (name.empty() || HasControl(name) || HasControl(file_name) || !IsWellFormedUtf8(name) ||
      !IsWellFormedUtf8(file_name)) {
    throw HttpError(400, "the name of a file is malformed");
  }
  return {std::move(name), LastSegment(file_name), content, Sha256(content)};
}

}  // namespace

std::string MultipartBoundary(std::string_view content_type) {
  const HeaderParams header = ParseHeaderParams(content_type);
  const std::string* boundary = header.Find("boundary");
  static constexpr std::string_view kMore = "'()+_,-./:=? ";
  bool good = boundary != nullptr && !boundary->empty() && boundary->size() <= kLongestBoundary &&
              boundary->back() != ' ';
  if (good) {
    for (char c : *boundary) {
      good = good && (IsToken(std::string_view(&c, 1)) || kMore.find(c) != std::string_view::npos);
    }
  }
  if (!good) throw HttpError(400, "a multipart body without a proper boundary");
  return *boundary;
}

void ParseMultipart(std::string_view body, std::string_view boundary, Params& fields,
                    std::vector<FilePart>& files) {
  const std::string delimiter = "\r\n--" + std::string(boundary);
  if (!TakePrefix(body, std::string_view(delimiter).substr(kLineEnd.size()))) {
    throw HttpError(400, "a multipart body does not start with its boundary");
  }
  std::size_t parts = 0;
  while (!TakePrefix(body, "--")) {
    if (!TakePrefix(body, kLineEnd)) throw HttpError(400, "a boundary does not end its line");
    if (++parts > limits::kFields) throw HttpError(413, "too many parts");
    std::size_t head_size = Find(body.substr(0, limits::kPartHeaderBytes), "\r\n\r\n");
    if (head_size == std::string_view::npos) {
      throw body.size() > limits::kPartHeaderBytes ? HttpError(413, "a part's head is too long")
                                                   : HttpError(400, "a part's head does not end");
    }
    PartHead head = ReadPartHead(body.substr(0, head_size));
    body.remove_prefix(head_size + 2 * kLineEnd.size());
    std::size_t size = Find(body, delimiter);
    if (size == std::string_view::npos) throw HttpError(400, "a part does not end");
    std::string_view content = body.substr(0, size);
    body.remove_prefix(size + delimiter.size());
    if (!head.file_name) {
      AddField(std::move(head.name), std::string(content), fields);
    } else if (!head.file_name->empty() || !content.empty()) {
      files.push_back(MakeFile(std::move(head.name), *head.file_name, content));
    }
  }
  if (!body.empty() && body != kLineEnd) throw HttpError(400, "bytes behind the last boundary");
}

}  // namespace permit
