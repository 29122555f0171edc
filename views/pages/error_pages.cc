#include "views/pages/error_pages.h"

#include "views/renderer.h"

namespace permit::views {
namespace {

struct Words {
  std::string_view title;
  std::string_view advice;
};

Words WordsFor(int status) {
  switch (status) {
    case 400:
      return {Msgid("The request could not be read"),
              Msgid("Please go back, check what you entered and send it again.")};
    case 403:
      return {Msgid("This form is no longer valid"),
              Msgid("Please go back, reload the page and send it again.")};
    case 404:
      return {Msgid("There is no such page"),
              Msgid("Please check the address, or start again from the to-do list.")};
    case 405:
      return {Msgid("This page cannot be used that way"),
              Msgid("Please start again from the to-do list.")};
    case 409:
      return {Msgid("This was already sent with other contents"),
              Msgid("Please look at the to-do list for what was received before.")};
    case 410:
      return {Msgid("A virus was found in this file"),
              Msgid("Nobody can open it. Please upload a clean file in its place.")};
    case 413:
      return {Msgid("What you sent is too big"), Msgid("Please go back and choose smaller files.")};
    case 415:
      return {Msgid("This kind of content is not accepted"),
              Msgid("Please go back and use the form of the page.")};
    case 423:
      return {Msgid("This file is still being checked for viruses"),
              Msgid("Please try again in a few minutes. You can go on with your application "
                    "meanwhile.")};
    case 429:
      return {Msgid("Too many requests"), Msgid("Please wait a moment and try again.")};
    case 503:
      return {Msgid("The service is not available at the moment"),
              Msgid("Nothing was lost. Please try again in a few minutes.")};
    default:
      return {Msgid("Something went wrong on our side"),
              Msgid("Please try again later. If it happens again, call the helpdesk and tell the "
                    "number below.")};
  }
}

const char* FaultWords(int status) {
  switch (status) {
    case 403:
      return Msgid(
          "Another window of this site was opened at the same time, so nothing was done yet. "
          "Please check what you entered and send it once more.");
    case 413:
      return Msgid(
          "What you sent was too big, so nothing of it was taken. Please send less or choose "
          "smaller files.");
    default:
      return Msgid(
          "What you sent could not be read as a form, so nothing of it was taken. Please send it "
          "with the button of this page.");
  }
}

}  // namespace

Notice FormFaultNotice(const Renderer& renderer, Language language, int status) {
  const Translator tr(renderer, language);
  return {NoticeKind::kWarning, tr(FaultWords(status))};
}

std::string RenderError(const Renderer& renderer, const PageFrame& frame, const ErrorPage& data) {
  Page page(renderer, frame, "pages/error.tpl");
  const Translator& tr = page.tr();
  Words words = WordsFor(data.status);
  page.Title(tr(words.title));
  page.content()
      .Text("TITLE", tr(words.title))
      .Text("ADVICE", tr(words.advice))
      .Text("REQUEST_ID", data.request_id)
      .Number("STATUS", data.status);
  return page.Html();
}

}  // namespace permit::views
