// permitctl: what operators and timers do, from a shell.
#include <pwd.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <optional>

#include "handlers/operator/acting_for.h"
#include "handlers/operator/command_line.h"
#include "views/renderer.h"

namespace permit {
namespace {

class Shell final : public ctl::Surroundings {
 public:
  Shell(std::string config, ctl::Format format) : config_(std::move(config)), format_(format) {}

  const Settings& settings() override {
    if (!settings_) {
      if (config_.empty()) throw SettingsError("name the settings with --config or PERMIT_CONFIG");
      settings_ = ReadSettings(config_);
    }
    return *settings_;
  }
  sql::Database& database() override {
    if (!database_) database_.emplace(sql::OptionsFromSettings(settings()));
    return *database_;
  }
  sql::Database& admin_database() override {
    if (!admin_database_) admin_database_.emplace(sql::AdminOptionsFromSettings(settings()));
    return *admin_database_;
  }
  const views::Renderer& renderer() override {
    const Settings& from = settings();
    if (!renderer_) renderer_.emplace(Paths(from));
    return *renderer_;
  }
  const Clock& clock() override {
    if (!clock_) clock_.emplace(std::chrono::seconds(settings().clock_offset_seconds));
    return *clock_;
  }
  Random& random() override { return random_; }
  std::ostream& out() override { return std::cout; }
  std::string actor() override {
    const passwd* user = getpwuid(getuid());
    return "operator:" +
           ctl::SystemUser(std::getenv("SUDO_USER"), user != nullptr ? user->pw_name : nullptr);
  }
  ctl::Format format() override { return format_; }

 private:
  static views::RendererPaths Paths(const Settings& from) {
    return {from.template_dir, from.locale_dir, from.static_dir};
  }

  std::string config_;
  ctl::Format format_;
  std::optional<Settings> settings_;
  std::optional<sql::Database> database_;
  std::optional<sql::Database> admin_database_;
  std::optional<views::Renderer> renderer_;
  std::optional<SystemClock> clock_;
  SystemRandom random_;
};

}  // namespace
}  // namespace permit

int main(int argc, char** argv) {
  using namespace permit;
  const ctl::CommandLine line =
      ctl::ReadCommandLine(std::vector<std::string>(argv + 1, argv + argc), ctl::Commands());
  Shell shell(line.config, line.format);
  return ctl::RunCommand(line, shell, std::cerr);
}
