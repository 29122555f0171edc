#include "fcgi/base/tls_policy.h"

#include <utility>

#include "fcgi/base/settings.h"

namespace permit {
namespace {

TlsPolicy PolicyOf(const std::string& setting, TlsPolicy when_empty) {
  if (setting == "none") return TlsPolicy::kNone;
  if (setting == "try") return TlsPolicy::kTry;
  if (setting == "required") return TlsPolicy::kRequired;
  return when_empty;
}

}  // namespace

TlsPolicy DatabaseTls(const Settings& settings) {
  const bool here = !settings.database_socket.empty() || IsLoopback(settings.database_host);
  return PolicyOf(settings.database_tls, here ? TlsPolicy::kNone : TlsPolicy::kRequired);
}

TlsPolicy MailTls(const Settings& settings) {
  const bool here = IsLoopback(UrlHost(settings.smtp_url));
  return PolicyOf(settings.mail_tls, here ? TlsPolicy::kTry : TlsPolicy::kRequired);
}

bool IsLoopback(std::string_view host) {
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  if (host == "localhost" || host == "::1") return true;
  // Digits alone: 127.example.org is somebody's name.
  return host.starts_with("127.") &&
         host.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::string UrlHost(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const std::size_t at = url.rfind('@'); at != std::string_view::npos)
    url.remove_prefix(at + 1);
  if (url.starts_with('[')) return std::string(url.substr(1, url.find(']') - 1));
  return std::string(url.substr(0, url.find(':')));
}

std::vector<std::string> UnencryptedUrls(const Settings& settings) {
  std::vector<std::string> names;
  for (const auto& [name, url] : {std::pair{"site.base_url", &settings.base_url},
                                  std::pair{"payment.gateway_url", &settings.gateway_url},
                                  std::pair{"payment.egov_url", &settings.egov_url}}) {
    if (url->empty() || url->starts_with("https://") || IsLoopback(UrlHost(*url))) continue;
    names.emplace_back(name);
  }
  return names;
}

}  // namespace permit
