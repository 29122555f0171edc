#include "views/page.h"

#include "fcgi/base/crypto.h"
#include "views/renderer.h"

namespace permit::views {
namespace {

// What the layout's template calls the place, and the group of the menu that holds it.
struct PlaceMarks {
  std::string_view place;
  std::string_view group;
};

PlaceMarks Marks(MenuPlace place) {
  switch (place) {
    case MenuPlace::kNone:
      return {};
    case MenuPlace::kTodo:
      return {"AT_TODO", {}};
    case MenuPlace::kExchange:
      return {"AT_EXCHANGE", "IN_APPLY"};
    case MenuPlace::kExtension:
      return {"AT_EXTENSION", "IN_APPLY"};
    case MenuPlace::kDataChange:
      return {"AT_DATA_CHANGE", "IN_APPLY"};
    case MenuPlace::kCorrections:
      return {"AT_CORRECTIONS", "IN_PROGRESS"};
    case MenuPlace::kProgress:
      return {"AT_PROGRESS", "IN_PROGRESS"};
    case MenuPlace::kWithdrawal:
      return {"AT_WITHDRAWAL", "IN_PROGRESS"};
    case MenuPlace::kPayment:
      return {"AT_PAYMENT", {}};
    case MenuPlace::kPassword:
      return {"AT_PASSWORD", "IN_ACCOUNT"};
    case MenuPlace::kBasicData:
      return {"AT_BASIC_DATA", "IN_ACCOUNT"};
    case MenuPlace::kPasskeys:
      return {"AT_PASSKEYS", "IN_ACCOUNT"};
    case MenuPlace::kSessions:
      return {"AT_SESSIONS", "IN_ACCOUNT"};
    case MenuPlace::kPermitDownload:
      return {"AT_PERMITS", "IN_DOWNLOAD"};
    case MenuPlace::kReceiptDownload:
      return {"AT_RECEIPTS", "IN_DOWNLOAD"};
  }
  return {};
}

std::string_view SectionOf(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::kSuccess:
      return "SUCCESS";
    case NoticeKind::kInformation:
      return "INFORMATION";
    case NoticeKind::kWarning:
      return "WARNING";
  }
  return {};
}

// A path of this site: a second slash at its start would name another host.
std::string EncodePath(std::string_view path) {
  while (path.starts_with("//")) path.remove_prefix(1);
  return PercentEncode(path, "/-._~");
}

std::string HtmlLanguage(Language language) {
  switch (language) {
    case Language::kChinese:
      return "zh-Hant-TW";
    case Language::kEnglish:
      return "en";
  }
  return {};
}

void AddLanguageSwitch(const PageFrame& frame, Dictionary& root) {
  const std::string here =
      EncodePath(frame.path) + "?" + (frame.query.empty() ? "" : frame.query + "&") + "lang=";
  root.Text("HERE_IN_CHINESE", here + std::string(LanguageTag(Language::kChinese)));
  root.Text("HERE_IN_ENGLISH", here + std::string(LanguageTag(Language::kEnglish)));
  root.Choose(frame.language == Language::kChinese, "IS_CHINESE", "IS_ENGLISH");
}

}  // namespace

Page::Page(const Renderer& renderer, const PageFrame& frame, std::string_view template_name)
    : renderer_(renderer),
      frame_(frame),
      say_(renderer, frame.language),
      content_(root_.Include("CONTENT", template_name)) {
  root_.TextEverywhere("CSRF", frame.csrf_token);
}

void Page::Title(std::string_view title) { title_ = title; }
void Page::Wide() { wide_ = true; }
void Page::AddError(ErrorLine error) { errors_.push_back(std::move(error)); }

std::string Page::Html() {
  root_.Text("LANG", HtmlLanguage(frame_.language)).Text("TITLE", title_);
  root_.ShowIf(wide_, "WIDE").ShowIf(has_errors(), "HAS_ERRORS");
  AddLanguageSwitch(frame_, root_);

  root_.ShowIf(frame_.visitor_name.empty(), "STRANGER");
  if (!frame_.visitor_name.empty()) {
    root_.Show("VISITOR").Text("VISITOR_NAME", frame_.visitor_name);
    const PlaceMarks marks = Marks(frame_.place);
    root_.ShowIf(!marks.place.empty(), marks.place).ShowIf(!marks.group.empty(), marks.group);
    if (frame_.idle_seconds > 0) {
      root_.Add("IDLE").Number("SECONDS", frame_.idle_seconds).Text("LOGIN", frame_.visitor_login);
    }
  }
  for (const Notice& notice : frame_.notices) {
    root_.Add("NOTICE").Text("TEXT", notice.text).Show(SectionOf(notice.kind));
  }
  if (has_errors()) {
    Dictionary summary = root_.Add("ERROR_SUMMARY");
    for (const ErrorLine& error : errors_) {
      Dictionary line = summary.Add("ERROR_LINE");
      const std::size_t hash = error.field.find('#');
      if (hash != std::string::npos) line.Text("PAGE", error.field.substr(0, hash));
      line.Text("TEXT", error.text);
      line.Text("FIELD", error.field.substr(hash == std::string::npos ? 0 : hash + 1));
      line.Choose(error.field.empty(), "PLAIN", "LINKED");
    }
  }
  return renderer_.Expand(frame_.language, "layout/page.tpl", root_);
}

}  // namespace permit::views
