// The portal and the introduction to the services for students from mainland China.
#pragma once

#include <chrono>
#include <map>
#include <string>

#include "handlers/rules/case_state.h"
#include "views/page.h"

namespace permit::views {

// Addresses of the sites for the other categories.
struct PortalPage {
  std::string foreign_site;
  std::string hk_macau_site;
  std::string no_household_site;
};
std::string RenderPortal(const Renderer& renderer, const PageFrame& frame, const PortalPage& data);

struct IntroductionPage {
  std::map<Service, std::chrono::seconds> reviews;  // how long they usually take, where it is known
  int answer_days = 0;                              // for what the reviewer asks
  int pay_days = 0;                                 // for the fee
};
std::string RenderIntroduction(const Renderer& renderer, const PageFrame& frame,
                               const IntroductionPage& data);

}  // namespace permit::views
