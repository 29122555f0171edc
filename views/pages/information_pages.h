// The pages that the foot of every page leads to: texts without a form, the same for everybody.
#pragma once

#include <string>

#include "views/page.h"

namespace permit::views {

enum class Information {
  kContact,
  kQuestions,      // that are often asked
  kPrivacy,        // what 個人資料保護法 §8 has an agency tell before it collects data
  kAccessibility,  // 無障礙聲明
  kSiteMap,
};

std::string RenderInformation(const Renderer& renderer, const PageFrame& frame,
                              Information information);

}  // namespace permit::views
