// One page of the site: the frame around it and the content inside.
//
// The frame is what every page shows and handlers know (who is asking, where); Page puts the
// content's template into the layout. A page function reads:
//
//   std::string RenderX(const Renderer& renderer, const PageFrame& frame, const XPage& data) {
//     Page page(renderer, frame, "pages/x.tpl");
//     const Translator& tr = page.tr();
//     page.Title(tr("Log in"));
//     page.content().Text("NAME", data.name);
//     return page.Html();
//   }
//
// {{CSRF}} is known in every template of the page.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "handlers/rules/language.h"
#include "views/dictionary.h"
#include "views/translator.h"

namespace permit::views {

class Renderer;

// The entries of the menu, in its order; kNone marks nothing.
enum class MenuPlace {
  kNone,
  kTodo,
  kExchange,
  kExtension,
  kDataChange,
  kCorrections,
  kProgress,
  kWithdrawal,
  kPayment,
  kPassword,
  kBasicData,
  kPasskeys,
  kSessions,
  kPermitDownload,
  kReceiptDownload,
};

enum class NoticeKind { kSuccess, kInformation, kWarning };

// A message at the top of the page, already in the page's language.
struct Notice {
  NoticeKind kind = NoticeKind::kInformation;
  std::string text;
};

struct PageFrame {
  Language language = Language::kChinese;
  std::string path;   // of this page, for the language switch
  std::string query;  // without '?' and without lang=
  std::string csrf_token;
  std::string visitor_name;   // empty: nobody is logged in, so no menu and no logout
  std::string visitor_login;  // tells one account from another where names are the same
  MenuPlace place = MenuPlace::kNone;
  std::vector<Notice> notices;
  int idle_seconds = 0;  // after which the session ends; 0: no warning
  std::string request_id;
};

// One line of the error summary. An empty field makes it plain text instead of a link.
struct ErrorLine {
  std::string field;  // id of the element it leads to; on another page: its path, '#', the id
  std::string text;
};

class Page {
 public:
  Page(const Renderer& renderer, const PageFrame& frame, std::string_view template_name);

  const Translator& tr() const { return say_; }
  Dictionary& content() { return content_; }

  void Title(std::string_view title);  // of the window; the content's h1 says it again
  void Wide();                         // for tables: the content may use the whole width
  void AddError(ErrorLine error);      // in the order of the fields
  bool has_errors() const { return !errors_.empty(); }

  std::string Html();  // once

 private:
  const Renderer& renderer_;
  const PageFrame& frame_;
  Translator say_;
  Dictionary root_;
  Dictionary content_;
  std::string title_;
  bool wide_ = false;
  std::vector<ErrorLine> errors_;
};

}  // namespace permit::views
