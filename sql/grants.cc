#include "sql/grants.h"

#include <stdexcept>
#include <utility>

#include "sql/grants_file.h"

namespace permit::sql {

std::string Grants(const std::string& schema, const std::string& user, const std::string& host) {
  std::string text(kGrants);
  for (const auto& [mark, name] : {std::pair<std::string, std::string>{"{schema}", schema},
                                   {"{user}", user},
                                   {"{host}", host}}) {
    for (char c : name) {
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         (c >= '0' && c <= '9') ||
                         std::string_view("_-.%").find(c) != std::string_view::npos;
      if (!plain) throw std::invalid_argument(name + " cannot be granted anything");
    }
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += name.size()) {
      text.replace(at, mark.size(), name);
    }
  }
  return text;
}

}  // namespace permit::sql
