// The file of settings.
#include "fcgi/base/settings.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <string>

#include "tests/fuzz/property.h"

namespace permit::fuzz {
namespace {

// A file without a place on a disk.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : fd_(memfd_create("settings", MFD_CLOEXEC)) {
    Require(fd_ >= 0, "there is a file");
    while (!bytes.empty()) {
      const ssize_t written = write(fd_, bytes.data(), bytes.size());
      Require(written > 0 || errno == EINTR, "it can be written");
      if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  ~MemoryFile() { close(fd_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::string name() const { return "/proc/self/fd/" + std::to_string(fd_); }

 private:
  int fd_;
};

std::optional<Settings> Read(std::string_view text) {
  const MemoryFile file(text);
  try {
    return ReadSettings(file.name());
  } catch (const SettingsError& error) {
    Require(std::string_view(error.what()).starts_with(file.name() + ":"),
            "a refusal names the file and the line");
    return std::nullopt;
  }
}

// In these ranges toml++ 3.3 takes a character that stands outside of a text, where TOML allows
// none, for impossible instead of malformed (its issue 190).
bool MayStrandTheLibrary(std::string_view text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const auto next = static_cast<unsigned char>(text[at + 1]);
    if (lead >= 0xc2 && lead <= 0xd2) return true;  // U+0080 to U+04BF
    if (lead == 0xe2 && next >= 0xb0) return true;  // U+2C00 to U+2FFF
    if (lead == 0xe3 && next <= 0x81) return true;  // U+3000 to U+307F
    if (lead == 0xef && next >= 0xac) return true;  // U+FB00 to U+FFFF
  }
  return false;
}

}  // namespace

void Try(std::string_view input) {
  if (MayStrandTheLibrary(input)) return;
  const auto settings = Read(input);
  if (!settings) return;
  for (const Setting& setting : SettingsTable()) {
    if (FormatSetting(*settings, setting) == FormatSetting(Settings(), setting)) continue;
    const std::string_view section = setting.name.substr(0, setting.name.find('.'));
    const std::string text = "[" + std::string(section) + "]\n" +
                             std::string(setting.name.substr(section.size() + 1)) + " = " +
                             FormatSetting(*settings, setting) + "\n";
    const auto again = Read(text);
    Require(again.has_value(), "a setting that was printed is read");
    Require(FormatSetting(*again, setting) == FormatSetting(*settings, setting),
            "with the same value");
  }
}

}  // namespace permit::fuzz
