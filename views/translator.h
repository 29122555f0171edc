// A renderer bound to one language, for the texts that C++ code shows.
//
// Messages are whole English sentences with named places, `say("{COUNT} files", {{"COUNT", "3"}})`.
// Name the variable `tr`: the catalog's extraction looks for say("…"), say.In("context", "…"),
// say.Count("one", "many", n) and, in tables, Msgid("…") of handlers/rules/language.h.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "handlers/rules/calendar.h"
#include "handlers/rules/language.h"

namespace permit::views {

class Renderer;

class Translator {
 public:
  using Places = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  Translator(const Renderer& renderer, Language language)
      : renderer_(renderer), language_(language) {}

  Language language() const { return language_; }

  std::string operator()(std::string_view message, Places places = {}) const;
  // For one English word that needs two translations.
  std::string In(std::string_view context, std::string_view message, Places places = {}) const;
  // The place {N} is the number itself.
  std::string Count(std::string_view singular, std::string_view plural, int n,
                    Places places = {}) const;

  std::string Money(std::int64_t amount) const;  // NT$1,000
  std::string LongDate(Date date) const;         // 2026年1月2日, 2 January 2026

 private:
  const Renderer& renderer_;
  Language language_;
};

}  // namespace permit::views
