// Sends one mail to a mail server.
#pragma once

#include <memory>
#include <string>

#include "fcgi/base/tls_policy.h"

namespace permit {

enum class Delivery {
  kAccepted,  // the server has taken it on
  kPutOff,    // try again later: 4xx, a connection that broke
  kRefused,   // permanently: 5xx to the recipient or the mail, or an address that is not valid
  kNoServer,  // like kPutOff, for every mail: no connection, or a server that refuses the client in
              // its greeting, at the login or as sender
};

struct DeliveryResult {
  Delivery delivery = Delivery::kPutOff;
  std::string reason;  // one line for operators
};

class MailTransport {
 public:
  virtual ~MailTransport() = default;
  virtual DeliveryResult Send(const std::string& from, const std::string& recipient,
                              const std::string& message) = 0;
};

struct SmtpTls {
  TlsPolicy policy = TlsPolicy::kTry;
  std::string ca_file;  // PEM; empty: the machine's
};

// SMTP through libcurl, over one connection kept from mail to mail. `url` is smtps://, or smtp://
// with STARTTLS as `tls` says: where it is required and not to be had, the server gets no mail and
// no login (kNoServer). The certificate is checked wherever there is one. `host_name` is what it
// says in EHLO.
std::unique_ptr<MailTransport> MakeSmtpTransport(const std::string& url,
                                                 const std::string& host_name,
                                                 const SmtpTls& tls = {});
// To the relay that the settings name.
std::unique_ptr<MailTransport> MakeSmtpTransport(const Settings& settings,
                                                 const std::string& host_name);

}  // namespace permit
