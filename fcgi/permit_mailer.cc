// permit-mailer: sends what the outbox holds until it is told to stop.
#include <signal.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "fcgi/base/log.h"
#include "fcgi/base/settings.h"
#include "handlers/mail/deliver.h"

namespace permit {
namespace {

// How long a mail that has just been written waits at most for the mailer to look.
constexpr timespec kPause{1, 0};

// SIGTERM and SIGINT are blocked and looked at between mails, so that none is cut in the middle;
// SIGHUP ends the pause.
class Signals {
 public:
  Signals() {
    sigemptyset(&set_);
    for (int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&set_, signal);
    sigprocmask(SIG_BLOCK, &set_, nullptr);
  }

  bool StopAfter(const timespec& pause) {
    int signal = sigtimedwait(&set_, nullptr, &pause);
    return signal == SIGTERM || signal == SIGINT;
  }

 private:
  sigset_t set_;
};

void Serve(const std::string& config) {
  Signals signals;
  Settings settings = ReadSettings(config);
  SystemClock clock{std::chrono::seconds(settings.clock_offset_seconds)};
  SystemRandom random;
  sql::Database database(sql::OptionsFromSettings(settings));
  std::string host = HostOfUrl(settings.base_url);
  auto transport = MakeSmtpTransport(settings, host);
  MailJob job{database, clock, random, *transport, settings.mail_from, host};
  Log(Severity::kNotice, "mailer.started");
  bool database_away = false;
  bool more = false;
  while (!signals.StopAfter(more ? timespec{0, 0} : kPause)) {
    more = false;
    try {
      more = DeliverMail(job).more;
      if (database_away) Log(Severity::kNotice, "database.reconnected");
      database_away = false;
    } catch (const std::exception& error) {
      // Said once; the mailer has nothing better to do than to look again.
      if (!database_away) Log(Severity::kError, "mailer.failed", {{"why", error.what()}});
      database_away = true;
    }
  }
  Log(Severity::kNotice, "mailer.stopped");
}

}  // namespace
}  // namespace permit

int main(int argc, char** argv) {
  CLI::App app("Sends the mails that the Students Online Application System has written.");
  std::string config;
  app.add_option("--config", config, "the settings (TOML)")->required()->check(CLI::ExistingFile);
  CLI11_PARSE(app, argc, argv);
  try {
    permit::Serve(config);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "permit-mailer: " << error.what() << '\n';
    return 1;
  }
}
