// Where the pages of paying are.
#pragma once

#include <string>
#include <string_view>

namespace permit::payment {

inline constexpr std::string_view kListPath = "/coa-frontend/china-student/individual/payment";
inline constexpr const char* kReceiptsPath =
    "/coa-frontend/china-student/individual/download/receipts";
inline constexpr const char* kNoticePath = "/coa-frontend/payment/notice";

// Where the gateway sends the payer's browser back to, by POST and without our cookies.
inline std::string ReturnPath(std::string_view reference) {
  return "/coa-frontend/payment/" + std::string(reference) + "/return";
}

inline std::string PaymentPath(std::string_view reference, std::string_view page = {}) {
  std::string path(kListPath);
  path += '/';
  path += reference;
  if (!page.empty()) {
    path += '/';
    path += page;
  }
  return path;
}

}  // namespace permit::payment
