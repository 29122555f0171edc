// The portal and the introduction to the services for students from mainland China.
#pragma once

#include <string>

#include "views/page.h"

namespace permit::views {

// Addresses of the sites for the other categories.
struct PortalPage {
  std::string foreign_site;
  std::string hk_macau_site;
  std::string no_household_site;
};
std::string RenderPortal(const Renderer& renderer, const PageFrame& frame, const PortalPage& data);

std::string RenderIntroduction(const Renderer& renderer, const PageFrame& frame);

}  // namespace permit::views
