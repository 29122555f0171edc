// A header value of the shape `main; name=value; name="value"`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace permit {

struct HeaderParams {
  std::string main;                                         // lower case
  std::vector<std::pair<std::string, std::string>> params;  // names in lower case

  const std::string* Find(std::string_view name) const;
};

// Throws HttpError 400 when the value is malformed or names a parameter twice. Inside quotes only
// `\"` loses its backslash: browsers put file names with plain backslashes there.
HeaderParams ParseHeaderParams(std::string_view value);

}  // namespace permit
