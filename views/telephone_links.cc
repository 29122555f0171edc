#include "views/telephone_links.h"

namespace permit::views {
namespace {

struct Telephone {
  std::string_view shown;
  std::string_view address;
};

constexpr Telephone kTelephones[] = {
    {"02-27967162", "tel:+886-2-27967162"},
    {"0800-024-111", "tel:0800-024-111"},
    {"886-800-024-111", "tel:+886-800-024-111"},
};

const Telephone* TelephoneAt(std::string_view text) {
  for (const Telephone& telephone : kTelephones) {
    if (text.starts_with(telephone.shown)) return &telephone;
  }
  return nullptr;
}

std::string Link(const Telephone& telephone) {
  return "<a class=\"govuk-link\" href=\"" + std::string(telephone.address) + "\">" +
         std::string(telephone.shown) + "</a>";
}

}  // namespace

std::string LinkTelephones(std::string_view html) {
  std::string linked;
  bool in_link = false;
  while (!html.empty()) {
    std::size_t taken = 1;
    if (html.front() == '<') {
      taken = html.find('>') == std::string_view::npos ? html.size() : html.find('>') + 1;
      if (html.starts_with("<a ")) in_link = true;
      if (html.starts_with("</a>")) in_link = false;
    } else if (const Telephone* telephone = in_link ? nullptr : TelephoneAt(html)) {
      linked += Link(*telephone);
      html.remove_prefix(telephone->shown.size());
      continue;
    }
    linked += html.substr(0, taken);
    html.remove_prefix(taken);
  }
  return linked;
}

}  // namespace permit::views
