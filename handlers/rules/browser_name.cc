#include "handlers/rules/browser_name.h"

#include <span>

namespace permit {
namespace {

struct Mark {
  std::string_view text;  // within the header
  std::string_view name;
};

// The first that the header holds counts: most browsers also name those whose engine they share.
constexpr Mark kBrowsers[] = {
    {"MicroMessenger/", "WeChat"},
    {"Line/", "LINE"},
    {"QQBrowser/", "QQ Browser"},
    {"UCBrowser/", "UC Browser"},
    {"HuaweiBrowser/", "Huawei Browser"},
    {"MiuiBrowser/", "Mi Browser"},
    {"SamsungBrowser/", "Samsung Internet"},
    {"EdgA/", "Edge"},
    {"EdgiOS/", "Edge"},
    {"Edg/", "Edge"},
    {"OPR/", "Opera"},
    {"OPT/", "Opera"},
    {"FxiOS/", "Firefox"},
    {"Firefox/", "Firefox"},
    {"CriOS/", "Chrome"},
    {"Chrome/", "Chrome"},
    {"Safari/", "Safari"},
};

constexpr Mark kPlatforms[] = {
    {"iPhone", "iPhone"},         {"iPad", "iPad"},
    {"HarmonyOS", "HarmonyOS"},   {"Android", "Android"},
    {"OpenHarmony", "HarmonyOS"}, {"CrOS", "ChromeOS"},
    {"Windows", "Windows"},       {"Macintosh", "macOS"},
    {"Linux", "Linux"},
};

std::string_view FirstOf(std::span<const Mark> marks, std::string_view text) {
  for (const Mark& mark : marks) {
    if (text.find(mark.text) != std::string_view::npos) return mark.name;
  }
  return {};
}

}  // namespace

BrowserName ReadBrowserName(std::string_view user_agent) {
  return {FirstOf(kBrowsers, user_agent), FirstOf(kPlatforms, user_agent)};
}

}  // namespace permit
