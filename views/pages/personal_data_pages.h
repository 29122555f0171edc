// Taking out what is stored about oneself: the page, and what explains the archive.
#pragma once

#include <string>

#include "handlers/rules/calendar.h"
#include "views/page.h"

namespace permit::views {

struct MyDataPage {
  int copies_a_day = 0;
  bool used_up = false;  // today's
};
std::string RenderMyData(const Renderer& renderer, const PageFrame& frame, const MyDataPage& data);

// README.txt of the archive, in all languages one after the other: CRLF, UTF-8 with a byte order
// mark, so that Windows opens it in its editor as it is.
std::string MyDataReadme(const Renderer& renderer, Instant made_at);

}  // namespace permit::views
