// Whether the way to another server is encrypted, and which addresses are this machine's own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace permit {

struct Settings;

enum class TlsPolicy {
  kNone,
  kTry,       // where the server offers it; whoever is in between can prevent it
  kRequired,  // with a certificate that is valid for the server's name
};

// database.tls and mail.tls. Where they are empty: required off loopback; on it, none for the
// database, also by its socket, and try for the relay.
TlsPolicy DatabaseTls(const Settings& settings);
TlsPolicy MailTls(const Settings& settings);

// "localhost", 127.0.0.0/8 or ::1, also in brackets.
bool IsLoopback(std::string_view host);
// "https://user@[::1]:8443/path" has the host "::1". Empty when there is none.
std::string UrlHost(std::string_view url);

// The settings whose address is reached in the clear off loopback: site.base_url,
// payment.gateway_url and payment.egov_url must begin with https:// there.
std::vector<std::string> UnencryptedUrls(const Settings& settings);

}  // namespace permit
