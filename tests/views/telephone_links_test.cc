#include "views/telephone_links.h"

#include <gtest/gtest.h>

namespace permit::views {
namespace {

TEST(TelephoneLinks, ANumberInATextCanBeDialled) {
  EXPECT_EQ(LinkTelephones("<p>Call 02-27967162, or 886-800-024-111.</p>"),
            "<p>Call <a class=\"govuk-link\" href=\"tel:+886-2-27967162\">02-27967162</a>, or "
            "<a class=\"govuk-link\" href=\"tel:+886-800-024-111\">886-800-024-111</a>.</p>");
}

TEST(TelephoneLinks, WithinATagOrALinkItStays) {
  for (const char* html : {"<p title=\"02-27967162\">x</p>", "<a href=\"/\">02-27967162</a>",
                           "<p>{{NAME}}</p>", "a < b"}) {
    EXPECT_EQ(LinkTelephones(html), html);
  }
}

}  // namespace
}  // namespace permit::views
