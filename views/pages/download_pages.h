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
  int only_latest = 0;  // lines listed of more than these; 0: all of them
};

struct PaperCase {
  std::string group_number;
  std::string receipt_number;
  Service service = Service::kExchange;
};

// `paper` is the paper's number; empty: still being made.
struct PermitLine {
  PaperCase of_case;
  std::string applicant_name;
  std::optional<Date> paid_on;  // none: free of fee
  std::optional<Date> expires_on;
  std::string paper;
  bool replaced = false;  // no longer holds
};

struct ReceiptLine {
  PaperCase of_case;
  Date paid_on;
  long amount = 0;
  std::string paper;
  std::string revoked_payment;  // its reference, when the bank took the money back
};

std::string RenderPermitDownloads(const Renderer& renderer, const PageFrame& frame,
                                  const DownloadSearch& search,
                                  const std::vector<PermitLine>& lines);
std::string RenderReceiptDownloads(const Renderer& renderer, const PageFrame& frame,
                                   const DownloadSearch& search,
                                   const std::vector<ReceiptLine>& lines);

}  // namespace permit::views
