// Sends one mail to a mail server.
#pragma once

#include <memory>
#include <string>

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

// SMTP through libcurl, over one connection kept from mail to mail. `url` is smtp:// (STARTTLS
// where the server offers it) or smtps://; `host_name` is what it says in EHLO.
std::unique_ptr<MailTransport> MakeSmtpTransport(const std::string& url,
                                                 const std::string& host_name);

}  // namespace permit
