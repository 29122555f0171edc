#include "handlers/papers/issue.h"

#include "fcgi/base/log.h"

namespace permit {

Issue RefuseUnprintable(std::string_view what, const std::string& number, const std::string& why) {
  Log(Severity::kError, "paper.refused", {{"paper", what}, {"number", number}, {"reason", why}});
  return {.refusal = IssueRefusal::kUnprintable, .detail = why};
}

Issue RefuseWithoutKey(std::string_view what, const std::string& number, const std::string& why) {
  Log(Severity::kError, "paper.key-missed", {{"paper", what}, {"number", number}, {"reason", why}});
  return {.refusal = IssueRefusal::kNoKey, .detail = why};
}

}  // namespace permit
