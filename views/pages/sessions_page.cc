#include "views/pages/sessions_page.h"

#include "views/renderer.h"

namespace permit::views {
namespace {

std::string DeviceText(const Translator& tr, const SessionLine& session) {
  if (session.browser.empty() && session.platform.empty()) return tr("Unknown browser");
  if (session.platform.empty()) return session.browser;
  if (session.browser.empty()) return session.platform;
  return tr("{BROWSER} on {PLATFORM}",
            {{"BROWSER", session.browser}, {"PLATFORM", session.platform}});
}

}  // namespace

std::string RenderSessions(const Renderer& renderer, const PageFrame& frame,
                           const SessionsPage& data) {
  PageFrame shown = frame;
  const Translator tr(renderer, frame.language);
  if (data.ended) shown.notices.push_back({NoticeKind::kSuccess, tr("The device was logged out.")});
  Page page(renderer, shown, "pages/sessions.tpl");
  page.Title(tr.In("menu", "Where you are logged in"));
  page.Wide();
  Dictionary& content = page.content();
  for (const SessionLine& session : data.sessions) {
    Dictionary row = content.Add("ROW");
    row.Text("DEVICE", DeviceText(tr, session))
        .Text("ADDRESS", session.address.empty() ? "—" : session.address)
        .Text("SINCE", FormatTime(session.since))
        .Text("LAST_SEEN", FormatTime(session.last_seen));
    if (session.is_present) {
      row.Show("PRESENT");
    } else {
      row.Add("OTHER")
          .Number("ID", static_cast<std::int64_t>(session.id))
          .Text("KEY", session.idempotency_key);
    }
  }
  if (data.sessions.size() > 1) content.Add("OTHERS").Text("KEY", data.others_key);
  return page.Html();
}

}  // namespace permit::views
