#include "handlers/papers/issue.h"

#include "fcgi/base/log.h"

namespace permit {

tl::unexpected<IssueRefusal> RefuseUnprintable(std::string_view paper, const std::string& number,
                                               const std::string& why) {
  Log(Severity::kError, "paper.refused", {{"paper", paper}, {"number", number}, {"reason", why}});
  return tl::unexpected(IssueRefusal{IssueRefusal::Reason::kUnprintable, why});
}

tl::unexpected<IssueRefusal> RefuseWithoutKey(std::string_view paper, const std::string& number,
                                              const std::string& why) {
  Log(Severity::kError, "paper.key-missed",
      {{"paper", paper}, {"number", number}, {"reason", why}});
  return tl::unexpected(IssueRefusal{IssueRefusal::Reason::kNoKey, why});
}

}  // namespace permit
