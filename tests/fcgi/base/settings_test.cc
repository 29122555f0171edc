#include "fcgi/base/settings.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <set>

namespace permit {
namespace {

class SettingsFile : public ::testing::Test {
 protected:
  ~SettingsFile() override { unlink(path.c_str()); }

  Settings Read(const std::string& text) {
    std::ofstream(path) << text;
    return ReadSettings(path);
  }
  std::string Refusal(const std::string& text) {
    try {
      Read(text);
    } catch (const SettingsError& error) {
      return error.what();
    }
    return {};
  }

  std::string path = ::testing::TempDir() + "settings-" + std::to_string(getpid()) + ".toml";
};

TEST_F(SettingsFile, ReadsValuesAndKeepsDefaults) {
  Settings settings = Read(
      "[site]\nbase_url = \"https://a.example\"\n[web]\nworkers = 7\n"
      "[registration]\nrefused_mail_domains = [\"a.example\", \"b.example\"]\n");
  EXPECT_EQ(settings.base_url, "https://a.example");
  EXPECT_EQ(settings.web_workers, 7);
  EXPECT_EQ(settings.refused_mail_domains, (std::vector<std::string>{"a.example", "b.example"}));
  EXPECT_EQ(settings.mail_from, Settings().mail_from);
}

TEST_F(SettingsFile, NamesTheLineOfWhatIsWrong) {
  EXPECT_EQ(Refusal("[web]\n\nworker = 7\n"), path + ":3: there is no setting 'web.worker'");
  EXPECT_EQ(Refusal("[web]\nworkers = \"7\"\n"), path + ":2: 'web.workers' has the wrong type");
  EXPECT_EQ(Refusal("[web]\nworkers = 7.0\n"), path + ":2: 'web.workers' has the wrong type");
  EXPECT_EQ(Refusal("workers = 7\n"), path + ":1: 'workers' stands outside of a section");
  EXPECT_TRUE(Refusal("[web\n").starts_with(path + ":1: "));
  EXPECT_NE(Refusal("[registration]\nrefused_mail_domains = [1]\n"), "");
  EXPECT_THROW(ReadSettings("/no/such/file.toml"), SettingsError);
}

TEST_F(SettingsFile, RefusesWhatIsOutOfBounds) {
  EXPECT_EQ(Refusal("[session]\nidle_minutes = 0\n"),
            path + ":2: 'session.idle_minutes' is less than 1");
  EXPECT_EQ(Refusal("[database]\nport = 65536\n"), path + ":2: 'database.port' is more than 65535");
  for (const char* text :
       {"[payment]\nslip_days = -1", "[session]\nlogin_failures_allowed = 0",
        "[registration]\ntravel_permit_pattern = \"[TL\"", "[payment]\nslip_due_period = \"DDMM\"",
        "[site]\nreceiving_units = [\"6952\", \"69\"]", "[mail]\nfrom = \"nobody\"",
        "[mail]\nfrom = \"Office <a@b> x\"", "[mail]\nfrom = \"\""}) {
    EXPECT_TRUE(Refusal(text).starts_with(path + ":2: ")) << text << ": " << Refusal(text);
  }
  for (const char* text :
       {"[mail]\nfrom = \"移民署 <no-reply@example.org>\"", "[mail]\nfrom = \"a@b\"",
        "[site]\nclock_offset_seconds = -60", "[payment]\nslip_days = 0"}) {
    EXPECT_EQ(Refusal(text), "") << text;
  }
}

TEST_F(SettingsFile, ASiteSecretIsLongAndClosedToOthers) {
  Settings settings;
  EXPECT_THROW(ReadSiteSecret(settings), SettingsError) << "none";
  settings.secret_file = path;
  const auto read = [&](const std::string& secret, mode_t mode) {
    std::ofstream(path) << secret << "\n";
    chmod(path.c_str(), mode);
    return ReadSiteSecret(settings);
  };
  EXPECT_EQ(read(std::string(32, 's'), 0640), std::string(32, 's'));
  EXPECT_THROW(read(std::string(31, 's'), 0640), SettingsError);
  EXPECT_THROW(read("", 0640), SettingsError);
  EXPECT_THROW(read(std::string(32, 's'), 0644), SettingsError);
}

TEST_F(SettingsFile, ReadsBackWhatItPrints) {
  std::string text;
  std::string section;
  for (const Setting& setting : SettingsTable()) {
    std::string name(setting.name);
    std::string group = name.substr(0, name.find('.'));
    if (group != section) text += "[" + group + "]\n";
    section = group;
    text += name.substr(name.find('.') + 1) + " = " + FormatSetting(Settings(), setting) + "\n";
  }
  Settings read = Read(text);
  for (const Setting& setting : SettingsTable()) {
    EXPECT_EQ(FormatSetting(read, setting), FormatSetting(Settings(), setting)) << setting.name;
  }
}

TEST_F(SettingsFile, DescribesEachSettingOnce) {
  std::set<std::string_view> names;
  for (const Setting& setting : SettingsTable()) {
    EXPECT_TRUE(names.insert(setting.name).second) << setting.name;
    EXPECT_FALSE(setting.meaning.empty()) << setting.name;
  }
}

TEST_F(SettingsFile, ReadsSecretsWithoutTheirLastLineEnd) {
  std::ofstream(path) << "secret\r\n\n";
  EXPECT_EQ(ReadSecret(path, "site.secret_file"), "secret");
  EXPECT_THROW(ReadSecret("/no/such/file", "site.secret_file"), SettingsError);
}

}  // namespace
}  // namespace permit
