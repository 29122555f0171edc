#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <string_view>

#include "fcgi/base/settings.h"
#include "handlers/mail/message.h"
#include "handlers/mail/transport.h"

namespace permit {
namespace {

constexpr long kConnectMilliseconds = 5'000;
constexpr long kWholeMilliseconds = 20'000;

struct Upload {
  const std::string& bytes;
  std::size_t position = 0;

  static std::size_t Read(char* buffer, std::size_t size, std::size_t count, void* self) {
    auto* upload = static_cast<Upload*>(self);
    std::size_t take = std::min(size * count, upload->bytes.size() - upload->position);
    std::memcpy(buffer, upload->bytes.data() + upload->position, take);
    upload->position += take;
    return take;
  }
};

// The last reply that refused something; the reply to QUIT does not count.
std::size_t KeepRefusal(char* data, std::size_t size, std::size_t count, void* self) {
  if (size * count > 0 && (data[0] == '4' || data[0] == '5')) {
    static_cast<std::string*>(self)->assign(data, size * count);
  }
  return size * count;
}

// What was last said to the server. A refusal counts against this one mail only after RCPT or DATA;
// in its greeting, at the login and after MAIL the server refuses the client, whatever the mail.
struct Dialogue {
  std::string command;

  static int Keep(CURL*, curl_infotype type, char* data, std::size_t size, void* self) {
    const std::string_view line(data, size);
    const bool command = type == CURLINFO_HEADER_OUT && !line.starts_with("QUIT");
    if (command) static_cast<Dialogue*>(self)->command = line.substr(0, 4);
    return 0;
  }
  bool IsAboutThisMail() const { return command == "RCPT" || command == "DATA"; }
};

long UseSsl(TlsPolicy policy) {
  switch (policy) {
    case TlsPolicy::kNone:
      return CURLUSESSL_NONE;
    case TlsPolicy::kTry:
      return CURLUSESSL_TRY;
    case TlsPolicy::kRequired:
      return CURLUSESSL_ALL;
  }
  return CURLUSESSL_ALL;
}

class SmtpTransport final : public MailTransport {
 public:
  SmtpTransport(const std::string& url, const std::string& host_name, SmtpTls tls)
      : handle_(curl_easy_init(), curl_easy_cleanup),
        url_(url + "/" + host_name),
        tls_(std::move(tls)) {
    if (!handle_) throw std::runtime_error("libcurl cannot be used");
  }

  DeliveryResult Send(const std::string& from, const std::string& recipient,
                      const std::string& message) override {
    std::optional<std::string> sender = MailboxOf(from);
    std::optional<std::string> mailbox = MailboxOf(recipient);
    if (!sender) return {Delivery::kRefused, "the setting mail.from is not a mailbox"};
    if (!mailbox) return {Delivery::kRefused, "the recipient is not a mailbox"};

    Upload upload{message};
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients(
        curl_slist_append(nullptr, ("<" + *mailbox + ">").c_str()), curl_slist_free_all);
    std::string refusal;
    Dialogue dialogue;
    char error[CURL_ERROR_SIZE] = "";
    CURL* curl = handle_.get();
    curl_easy_reset(curl);  // the connection stays
    curl_easy_setopt(curl, CURLOPT_URL, url_.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_USE_SSL, UseSsl(tls_.policy));
    if (!tls_.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, tls_.ca_file.c_str());
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, kConnectMilliseconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, kWholeMilliseconds);
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, ("<" + *sender + ">").c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, &Upload::Read);
    curl_easy_setopt(curl, CURLOPT_READDATA, &upload);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &KeepRefusal);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &refusal);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);  // for the dialogue; nothing is printed
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, &Dialogue::Keep);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &dialogue);
    CURLcode code = curl_easy_perform(curl);
    if (code == CURLE_OK) return {Delivery::kAccepted, ""};

    long answer = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
    std::string reason = error[0] != '\0' ? error : curl_easy_strerror(code);
    while (!refusal.empty() && refusal.back() < ' ') refusal.pop_back();
    if (!refusal.empty()) reason += " (" + refusal + ")";
    for (char& c : reason) {
      if (static_cast<unsigned char>(c) < 32) c = ' ';
    }
    if (!dialogue.IsAboutThisMail()) return {Delivery::kNoServer, reason};
    if (answer >= 500) return {Delivery::kRefused, reason};
    if (answer >= 400) return {Delivery::kPutOff, reason};
    return {Delivery::kNoServer, reason};
  }

 private:
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle_;
  std::string url_;
  SmtpTls tls_;
};

}  // namespace

std::unique_ptr<MailTransport> MakeSmtpTransport(const std::string& url,
                                                 const std::string& host_name, const SmtpTls& tls) {
  return std::make_unique<SmtpTransport>(url, host_name, tls);
}

std::unique_ptr<MailTransport> MakeSmtpTransport(const Settings& settings,
                                                 const std::string& host_name) {
  return MakeSmtpTransport(settings.smtp_url, host_name,
                           {MailTls(settings), settings.mail_ca_file});
}

}  // namespace permit
