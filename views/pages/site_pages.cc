#include "views/pages/site_pages.h"

#include "handlers/rules/case_state.h"
#include "handlers/rules/eligibility.h"
#include "handlers/rules/fee.h"
#include "handlers/rules/permit_days.h"
#include "views/words/case_words.h"

namespace permit::views {
namespace {

std::string_view ReviewSection(Service service) {
  switch (service) {
    case Service::kExchange:
      return "EXCHANGE_REVIEW";
    case Service::kExtension:
      return "EXTENSION_REVIEW";
    case Service::kDataChange:
      return "DATA_CHANGE_REVIEW";
  }
  return {};
}

}  // namespace

std::string RenderPortal(const Renderer& renderer, const PageFrame& frame, const PortalPage& data) {
  Page page(renderer, frame, "pages/portal.tpl");
  page.Title(page.tr()("Choose your category of student"));
  page.Wide();
  page.content()
      .Text("FOREIGN_SITE", data.foreign_site)
      .Text("HK_MACAU_SITE", data.hk_macau_site)
      .Text("NO_HOUSEHOLD_SITE", data.no_household_site);
  return page.Html();
}

std::string RenderIntroduction(const Renderer& renderer, const PageFrame& frame,
                               const IntroductionPage& data) {
  Page page(renderer, frame, "pages/introduction.tpl");
  const Translator& tr = page.tr();
  page.Title(tr("Services for students from mainland China"));
  page.Wide();
  page.content()
      .Text("EXCHANGE_FEE", tr.Money(FeeOf(Service::kExchange)))
      .Text("EXTENSION_FEE", tr.Money(FeeOf(Service::kExtension)))
      .Number("MONTHS", kExtensionWindowMonths)
      .Number("EXCHANGE_MONTHS", kExchangeMonths)
      .Number("ANSWER_DAYS", data.answer_days)
      .Number("PAY_DAYS", data.pay_days);
  for (const auto& [service, usual] : data.reviews) {
    page.content().ShowText(ReviewSection(service), ReviewTimeText(tr, usual));
  }
  return page.Html();
}

}  // namespace permit::views
