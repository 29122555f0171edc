#include "views/pages/information_pages.h"

namespace permit::views {
namespace {

std::string_view TemplateOf(Information information) {
  switch (information) {
    case Information::kContact:
      return "pages/contact.tpl";
    case Information::kQuestions:
      return "pages/faq.tpl";
    case Information::kPrivacy:
      return "pages/privacy.tpl";
    case Information::kAccessibility:
      return "pages/accessibility.tpl";
    case Information::kSiteMap:
      return "pages/site_map.tpl";
  }
  return {};
}

std::string TitleOf(const Translator& tr, Information information) {
  switch (information) {
    case Information::kContact:
      return tr("Contact us");
    case Information::kQuestions:
      return tr("Frequently asked questions");
    case Information::kPrivacy:
      return tr("Privacy notice");
    case Information::kAccessibility:
      return tr("Accessibility statement");
    case Information::kSiteMap:
      return tr("Site map");
  }
  return {};
}

}  // namespace

std::string RenderInformation(const Renderer& renderer, const PageFrame& frame,
                              Information information) {
  Page page(renderer, frame, TemplateOf(information));
  page.Title(TitleOf(page.tr(), information));
  return page.Html();
}

}  // namespace permit::views
