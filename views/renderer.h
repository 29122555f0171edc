// Every template in every language, parsed when the program starts; after that it only reads.
//
// Template names are paths below the template folder ("pages/login.tpl"). Loading throws LoadError,
// which names the file and the reason: no AUTOESCAPE line, a missing include, a marker in a
// translation that its message has not, a style or script that was not built, a missing catalog.
// Rendering an unknown template throws std::logic_error. One Renderer serves all requests of a
// process and may be shared across a fork.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "handlers/rules/calendar.h"
#include "handlers/rules/language.h"

namespace permit::views {

class Dictionary;

struct RendererPaths {
  std::string templates;  // folder with pages/, layout/ and mail/
  std::string locale;     // folder with <language>/LC_MESSAGES/permit.mo
  std::string statics;    // folder with the built files and their `manifest`
};

class LoadError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Renderer {
 public:
  explicit Renderer(const RendererPaths& paths);
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  std::string Expand(Language language, std::string_view template_name,
                     const Dictionary& root) const;

  // The catalog's words for a message; the message itself where the catalog has none. Pages
  // use Translator.
  std::string Translate(Language language, std::string_view message) const;
  std::string Translate(Language language, std::string_view context,
                        std::string_view message) const;
  std::string Translate(Language language, std::string_view singular, std::string_view plural,
                        int count) const;

  std::string LongDate(Language language, Date date) const;  // 2026年1月2日, 2 January 2026

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace permit::views
