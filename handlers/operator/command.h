// What a command of permitctl is given, and what it answers.
//
// Exit codes: 0 done; 1 refused, nothing was changed; 2 the command line is wrong; 3 a setting, the
// database or a file is not in order. Every failure is one line on standard error.
#pragma once

#include <initializer_list>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fcgi/base/clock.h"
#include "fcgi/base/crypto.h"
#include "fcgi/base/settings.h"
#include "handlers/operator/listing.h"
#include "sql/database.h"

namespace permit {
namespace views {
class Renderer;
}

namespace ctl {

inline constexpr int kExitDone = 0;
inline constexpr int kExitRefused = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitSurroundings = 3;

struct Outcome {
  int exit_code = kExitDone;
  std::string message;  // of a failure, one line

  static Outcome Done() { return {}; }
  static Outcome Refused(std::string why) { return {kExitRefused, std::move(why)}; }
  static Outcome Usage(std::string why) { return {kExitUsage, std::move(why)}; }
};

// What the command line has after noun and verb, already checked against the command's row.
class Arguments {
 public:
  std::vector<std::string> words;
  std::vector<std::pair<std::string, std::string>> options;  // name without hyphens, value

  std::optional<std::string> Option(std::string_view name) const;  // the last one given
  std::vector<std::string> Options(std::string_view name) const;
  bool Has(std::string_view name) const { return Option(name).has_value(); }
};

// What a command runs with. Each part is made when it is first asked for, so that a command that
// needs no database runs without one.
class Surroundings {
 public:
  virtual ~Surroundings() = default;
  virtual const Settings& settings() = 0;
  virtual sql::Database& database() = 0;
  // As the user who may change the schema and issued papers.
  virtual sql::Database& admin_database() { return database(); }
  virtual const views::Renderer& renderer() = 0;
  virtual const Clock& clock() = 0;
  virtual Random& random() = 0;
  virtual std::ostream& out() = 0;
  virtual std::string actor() = 0;  // "operator:" and the name of who runs it on this system
  virtual Format format() = 0;

  Instant now() { return clock().Now(); }
  Date today() { return TaipeiDate(now()); }
  void Print(const Listing& listing) { listing.Print(out(), format()); }
};

struct OptionRow {
  std::string_view name;     // without hyphens
  std::string_view value;    // what it takes, in capitals; empty: a switch
  std::string_view meaning;  // one line
};

struct Command {
  std::string_view noun;
  std::string_view verb;   // empty: the noun alone is the command, and has no other
  std::string_view words;  // that it takes: "NUMBER FILE"; "FILE..." takes one or more
  std::string_view help;   // one line
  Outcome (*run)(Surroundings&, const Arguments&);
  std::initializer_list<OptionRow> options = {};
};

// Every command: the one table, in handlers/operator/commands.cc, that parser and help are built
// from.
std::span<const Command> Commands();

}  // namespace ctl
}  // namespace permit
