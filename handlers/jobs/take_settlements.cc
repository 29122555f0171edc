#include "handlers/jobs/take_settlements.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string_view>
#include <system_error>
#include <variant>

#include "fcgi/base/crypto.h"
#include "fcgi/base/log.h"
#include "handlers/payment/settlement.h"
#include "sql/errors.h"

namespace permit {
namespace {

namespace fs = std::filesystem;

// Bytes; a busy day's file has a hundredth of it.
constexpr std::size_t kLargest = std::size_t{64} * 1024 * 1024;

[[noreturn]] void Fail(const std::string& what) {
  throw std::system_error(errno, std::generic_category(), what);
}

class File {
 public:
  File(const fs::path& path, int flags) : fd_(open(path.c_str(), flags | O_CLOEXEC, 0640)) {}
  ~File() {
    if (fd_ >= 0) close(fd_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int fd() const { return fd_; }

 private:
  int fd_;
};

// What changes while a file is still being written.
struct Look {
  ino_t inode;
  off_t size;
  timespec changed;
  bool operator==(const Look& other) const {
    return inode == other.inode && size == other.size && changed.tv_sec == other.changed.tv_sec &&
           changed.tv_nsec == other.changed.tv_nsec;
  }
};

std::optional<Look> LookAt(const fs::path& path) {
  struct stat status {};
  if (lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  return Look{status.st_ino, status.st_size, status.st_mtim};
}

bool IsFinalName(const std::string& name) {
  return !name.starts_with('.') && !name.ends_with(".part") && !name.ends_with(".tmp");
}

// By name, so that files are taken in the order of their dates when they are named after them.
std::map<std::string, Look> LookAround(const fs::path& folder) {
  std::map<std::string, Look> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    std::string name = entry.path().filename();
    auto look = LookAt(entry.path());
    if (look && IsFinalName(name)) files.emplace(std::move(name), *look);
  }
  return files;
}

// nullopt: it went away, changed, or may not be read; the next round looks again.
std::optional<std::string> ReadWhole(const fs::path& path, const Look& look) {
  File file(path, O_RDONLY | O_NOFOLLOW);
  if (file.fd() < 0) {
    Log(Severity::kError, "settlement.read-failed",
        {{"file", payment::ShownFileName(path.filename())},
         {"reason", std::generic_category().message(errno)}});
    return std::nullopt;
  }
  std::string bytes(static_cast<std::size_t>(look.size), '\0');
  std::size_t have = 0;
  while (have < bytes.size()) {
    ssize_t got = read(file.fd(), bytes.data() + have, bytes.size() - have);
    if (got <= 0) return std::nullopt;
    have += static_cast<std::size_t>(got);
  }
  if (LookAt(path) != look) return std::nullopt;
  return bytes;
}

bool IsThere(const fs::path& path) { return fs::exists(fs::symlink_status(path)); }

// A name that leaves room for what is put behind it; a longer one is cut and told apart by its
// digest.
std::string WithRoom(const std::string& name) {
  constexpr std::size_t kLongest = NAME_MAX - std::string_view(".999999.reason.tmp").size();
  constexpr std::size_t kDigest = 8;
  if (name.size() <= kLongest) return name;
  return name.substr(0, kLongest - kDigest - 1) + "~" + HexEncode(Sha256(name)).substr(0, kDigest);
}

// Under its own name, or with a number behind it when that is taken, by a file or by a reason.
fs::path FreeName(const fs::path& folder, const std::string& own_name) {
  const std::string name = WithRoom(own_name);
  fs::path target = folder / name;
  for (int number = 2; IsThere(target) || IsThere(target.string() + ".reason"); ++number) {
    target = folder / (name + "." + std::to_string(number));
  }
  return target;
}

void Move(const fs::path& from, const fs::path& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0) {
    Fail("moving " + from.filename().string());
  }
}

void WriteReason(const fs::path& target, const std::string& reason) {
  const fs::path unfinished = target.string() + ".reason.tmp";
  std::ofstream out(unfinished, std::ios::binary | std::ios::trunc);
  out << reason;
  out.close();
  if (!out) Fail("writing " + unfinished.filename().string());
  fs::rename(unfinished, target.string() + ".reason");
}

// The reason first: a crash in between leaves the file where the next round finds it.
void Refuse(const fs::path& from, const fs::path& folder, const std::string& reason) {
  const std::string name = from.filename();
  const std::string shown = payment::ShownFileName(name);
  const fs::path target = FreeName(folder, name);
  WriteReason(target, shown + ": " + reason +
                          "\nNothing of this file was taken in. Have it mended and put it into the "
                          "folder again.\n");
  Move(from, target);
  Log(Severity::kWarning, "settlement.refused", {{"file", shown}, {"reason", reason}});
}

std::string Reason(const SettlementRefusal& refusal) {
  return (refusal.line == 0 ? "" : "line " + std::to_string(refusal.line) + ": ") +
         std::string(Code(refusal.fault));
}

using Settled = std::variant<payment::Settlement, payment::TakenBefore>;

// Or the reason for which the file is refused, an error that it causes included: the next file does
// not wait for it. Without the database every file waits.
tl::expected<Settled, std::string> SettleOrTell(Services& services, const std::string& name,
                                                const std::string& bytes) {
  try {
    return payment::SettleFile(services, name, bytes).map_error(Reason);
  } catch (const sql::Unavailable&) {
    throw;
  } catch (const sql::OutcomeUnknown&) {
    throw;
  } catch (const std::exception& error) {
    return tl::unexpected("the program cannot take it: " + std::string(error.what()));
  }
}

void TakeOne(Services& services, const fs::path& path, const Look& look, SettlementRound& round) {
  const fs::path folder = path.parent_path();
  const std::string name = path.filename();
  if (static_cast<std::size_t>(look.size) > kLargest) {
    ++round.refused;
    return Refuse(path, folder / "refused", "larger than any settlement file");
  }
  auto bytes = ReadWhole(path, look);
  if (!bytes) {
    ++round.waiting;
    return;
  }
  auto settled = SettleOrTell(services, name, *bytes);
  if (!settled) {
    ++round.refused;
    return Refuse(path, folder / "refused", settled.error());
  }
  if (const auto* before = std::get_if<payment::TakenBefore>(&*settled)) {
    ++round.known;
    Log(Severity::kNotice, "settlement.repeated",
        {{"file", payment::ShownFileName(name)}, {"at", FormatTime(before->at)}});
  } else {
    ++round.taken;
  }
  Move(path, FreeName(folder / "done", name));
}

}  // namespace

SettlementRound TakeSettlements(Services& services, const std::function<void()>& wait) {
  SettlementRound round;
  const fs::path folder = services.settings.settlement_folder;
  if (folder.empty()) return round;
  File lock(folder / ".lock", O_RDWR | O_CREAT);
  if (lock.fd() < 0) Fail("opening " + (folder / ".lock").string());
  if (flock(lock.fd(), LOCK_EX | LOCK_NB) != 0) return round;
  for (const char* part : {"done", "refused"}) fs::create_directories(folder / part);

  const std::map<std::string, Look> first = LookAround(folder);
  if (first.empty()) return round;
  wait();
  for (const auto& [name, look] : first) {
    try {
      if (LookAt(folder / name) == look) {
        TakeOne(services, folder / name, look, round);
      } else {
        ++round.waiting;
      }
    } catch (const std::system_error& error) {  // it cannot be moved, or its reason not written
      ++round.waiting;
      Log(Severity::kError, "settlement.move-failed",
          {{"file", payment::ShownFileName(name)}, {"reason", error.what()}});
    }
  }
  return round;
}

}  // namespace permit
