// The downloads: permits and receipts, each a search above its list.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/calendar.h"
#include "handlers/rules/case_state.h"
#include "handlers/rules/field_error.h"
#include "views/page.h"

namespace permit::views {

// As typed. Field names of the form are the members' names.
struct DownloadSearch {
  std::string group;
  std::string receipt;
  std::string from;
  std::string to;
  FieldErrors errors;
};

struct PermitLine {
  std::string group_number;
  std::string receipt_number;
  Service service = Service::kExchange;
  std::string applicant_name;
  std::optional<Date> paid_on;  // none: free of fee
  std::optional<Date> expires_on;
  std::string permit_number;  // empty: still being made
  bool replaced = false;      // no longer holds
};

struct ReceiptLine {
  std::string group_number;
  std::string receipt_number;
  Service service = Service::kExchange;
  Date paid_on;
  long amount = 0;
  std::string number;  // of the receipt; empty: still being made
};

std::string RenderPermitDownloads(const Renderer& renderer, const PageFrame& frame,
                                  const DownloadSearch& search,
                                  const std::vector<PermitLine>& lines);
std::string RenderReceiptDownloads(const Renderer& renderer, const PageFrame& frame,
                                   const DownloadSearch& search,
                                   const std::vector<ReceiptLine>& lines);

}  // namespace permit::views
