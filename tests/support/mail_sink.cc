#include "tests/support/mail_sink.h"

#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <utility>

#include "tests/support/places.h"

namespace permit::test {
namespace {

namespace fs = std::filesystem;

fs::path NewFolder() {
  std::string pattern = fs::temp_directory_path() / "permit-mail-XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
  return pattern;
}

// Fields end with US, mails with RS.
constexpr const char* kReader =
    "import sys, email, email.policy, pathlib\n"
    "for file in sorted(pathlib.Path(sys.argv[1]).glob('[!.]*.eml')):\n"
    "    m = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)\n"
    "    assert not m.defects, m.defects\n"
    "    mixed = m.get_content_type() == 'multipart/mixed'\n"
    "    letter, *files = m.iter_parts() if mixed else [m]\n"
    "    assert letter.get_content_type() == 'multipart/alternative', letter.get_content_type()\n"
    "    assert all(f.get_content_type() == 'text/calendar' for f in files), files\n"
    "    parts = [p.get_content().strip() for p in letter.iter_parts()]\n"
    "    heads = ['X-Envelope-To', 'From', 'To', 'Subject', 'Message-ID', 'Content-Language']\n"
    "    sys.stdout.write('\\x1f'.join([m[name] for name in heads] + parts) + '\\x1e')\n";

std::vector<std::string> Split(const std::string& text, char end) {
  std::istringstream in(text);
  std::vector<std::string> parts;
  for (std::string part; std::getline(in, part, end);) parts.push_back(part);
  return parts;
}

}  // namespace

MailSink::MailSink(ServerCertificate certificate)
    : folder_(NewFolder()), certificate_(std::move(certificate)) {
  Start();
}

MailSink::~MailSink() {
  server_.reset();
  fs::remove_all(folder_);
}

void MailSink::Start() {
  fs::remove(folder_ / "port");
  std::vector<std::string> arguments = {"/usr/bin/python3",
                                        "-B",
                                        InSource("/tests/support/mail_sink.py"),
                                        "--mail",
                                        folder_ / "mail",
                                        "--faults",
                                        folder_ / "faults",
                                        "--port-file",
                                        folder_ / "port"};
  if (!certificate_.file.empty()) {
    arguments.insert(arguments.end(),
                     {"--certificate", certificate_.file, "--key", certificate_.key_file});
  }
  server_ = std::make_unique<ChildProcess>(arguments, folder_ / "log");
  while (!fs::exists(folder_ / "port")) {
    if (!server_->Runs()) throw std::runtime_error("the mail sink does not start");
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  std::ifstream(folder_ / "port") >> port_;
}

void MailSink::Stop() {
  fs::copy_file(folder_ / "port", folder_ / "port.last", fs::copy_options::overwrite_existing);
  server_->Send(SIGTERM);
  server_->Wait();
}

void MailSink::Refuse(const std::string& pattern, int code) {
  std::ofstream(folder_ / "faults") << pattern << ' ' << code << '\n';
}

void MailSink::RefuseNothing() { fs::remove(folder_ / "faults"); }

std::vector<ArrivedMail> MailSink::Mails() const {
  const Finished read = RunProgram({"/usr/bin/env", "PYTHONIOENCODING=utf-8", "/usr/bin/python3",
                                    "-B", "-c", kReader, folder_ / "mail"});
  EXPECT_EQ(read.exit_code, 0) << read.output;
  std::vector<ArrivedMail> mails;
  for (const std::string& mail : Split(read.output, '\x1e')) {
    std::vector<std::string> parts = Split(mail, '\x1f');
    parts.resize(8);
    mails.push_back(
        {parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]});
  }
  return mails;
}

std::size_t MailSink::Count() const {
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(folder_ / "mail")) {
    count += entry.path().extension() == ".eml" && entry.path().filename().string()[0] != '.';
  }
  return count;
}

void MailSink::Empty() {
  for (const auto& entry : fs::directory_iterator(folder_ / "mail")) fs::remove(entry.path());
}

}  // namespace permit::test
