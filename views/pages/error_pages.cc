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
      return {Msgid("We could not read your request"),
              Msgid("Go back, check what you entered and send it again.")};
    case 403:
      return {Msgid("This form is no longer valid"),
              Msgid("Go back, reload the page and send it again.")};
    case 404:
      return {Msgid("Page not found"),
              Msgid("Check the address, or start again from the to-do list.")};
    case 405:
      return {Msgid("You cannot use this page in that way"),
              Msgid("Start again from the to-do list.")};
    case 409:
      return {Msgid("This was already sent with different answers"),
              Msgid("Check the to-do list to see what we received.")};
    case 410:
      return {
          Msgid("A virus was found in this file"),
          Msgid("We have locked the file, so nobody can open it. Upload a clean file instead.")};
    case 413:
      return {Msgid("What you sent is too large"), Msgid("Go back and choose smaller files.")};
    case 415:
      return {Msgid("We cannot accept this type of content"),
              Msgid("Go back and use the form on the page.")};
    case 423:
      return {Msgid("This file is still being checked for viruses"),
              Msgid("Try again in a few minutes. You can continue with your application in the "
                    "meantime.")};
    case 429:
      return {Msgid("Too many requests"), Msgid("Wait a moment and try again.")};
    case 503:
      return {Msgid("Sorry, the service is unavailable"),
              Msgid("Nothing was lost. Try again in a few minutes.")};
    default:
      return {Msgid("Sorry, there is a problem with the service"),
              Msgid("Try again later. If this happens again, call the helpdesk and give them the "
                    "number below.")};
  }
}

const char* FaultWords(int status) {
  switch (status) {
    case 403:
      return Msgid(
          "This service was open in another window at the same time, so nothing has been done yet. "
          "Check what you entered and send it again.");
    case 413:
      return Msgid(
          "What you sent was too large, so none of it was saved. Send less or choose smaller "
          "files.");
    default:
      return Msgid(
          "We could not read what you sent as a form, so none of it was saved. Use the button on "
          "this page to send it.");
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
