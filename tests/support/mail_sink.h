// A real mail server that delivers into a folder of its own; away or refusing on demand.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/child_process.h"
#include "tests/support/server_certificate.h"

namespace permit::test {

// As Python's own reader of mails makes them out; the test fails when it finds a defect.
struct ArrivedMail {
  std::string envelope_to;
  std::string from;
  std::string to;
  std::string subject;
  std::string message_id;
  std::string language;
  std::string text;
  std::string html;
};

class MailSink {
 public:
  MailSink() : MailSink(ServerCertificate{}) {}
  // Takes mails after STARTTLS alone.
  explicit MailSink(ServerCertificate certificate);
  ~MailSink();

  // Comes back at the same port.
  void Stop();
  void Start();
  void Refuse(const std::string& pattern, int code);
  void RefuseNothing();

  std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
  const std::filesystem::path& folder() const { return folder_; }

  std::vector<ArrivedMail> Mails() const;  // in the order of their arrival
  std::size_t Count() const;
  void Empty();

 private:
  std::filesystem::path folder_;
  ServerCertificate certificate_;
  std::unique_ptr<ChildProcess> server_;
  int port_ = 0;
};

}  // namespace permit::test
