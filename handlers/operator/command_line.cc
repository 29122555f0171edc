#include "handlers/operator/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>
#include <sstream>

namespace permit::ctl {
namespace {

constexpr int kHelpColumn = 40;  // where the meaning of a command or option begins
constexpr const char* kFooter =
    "`permitctl help NOUN VERB` tells the options of a command. Exit codes: 0 done, 1 refused, 2\n"
    "wrong command line, 3 the database, a setting or a file is not in order.";

constexpr struct {
  const char* option;
  Format format;
  const char* meaning;
} kFormats[] = {{"--json", Format::kJson, "print lists as JSON"},
                {"--tsv", Format::kTsv, "print lists with tabs between the fields"},
                {"--csv", Format::kCsv, "print lists as CSV"}};

// The subcommand that was added for each row of the table.
using Rows = std::map<const CLI::App*, const Command*>;

std::string Syntax(const Command& command) {
  std::string text(command.noun);
  if (!command.verb.empty()) text += " " + std::string(command.verb);
  if (!command.words.empty()) text += " " + std::string(command.words);
  return text;
}

// CLI11's help, but with every command on a line of its own.
class HelpFormatter final : public CLI::Formatter {
 public:
  explicit HelpFormatter(const Rows& rows) : rows_(rows) { column_width(kHelpColumn); }

  std::string make_usage(const CLI::App* app, std::string name) const override {
    const auto row = rows_.find(app);
    if (row != rows_.end()) return "usage: permitctl " + Syntax(*row->second) + " [OPTIONS]\n";
    return "usage: " + name + (app->get_parent() == nullptr ? " NOUN" : "") + " VERB [OPTIONS]\n";
  }

  // None: the usage names the words.
  std::string make_positionals(const CLI::App*) const override { return {}; }

  // A noun has no line of its own, only those of its verbs.
  std::string make_subcommand(const CLI::App* app) const override {
    std::ostringstream lines;
    if (const auto row = rows_.find(app); row != rows_.end()) {
      CLI::detail::format_help(lines, Syntax(*row->second), app->get_description(), kHelpColumn);
    }
    for (const CLI::App* verb : app->get_subcommands({})) lines << make_subcommand(verb);
    return lines.str();
  }

 private:
  const Rows& rows_;
};

// A CLI11 parser of nouns with verbs as their subcommands; reads one command line.
class Parser {
 public:
  explicit Parser(std::span<const Command> commands) {
    app_.formatter(std::make_shared<HelpFormatter>(rows_));
    app_.set_help_flag("-h,--help", "print this help");
    app_.fallthrough()->require_subcommand(0, 1);  // as inherited by the subcommands
    app_.add_option("--config", line_.config, "the settings (TOML)")
        ->type_name("FILE")
        ->envname("PERMIT_CONFIG")
        ->take_last();
    for (const auto& row : kFormats) app_.add_flag(row.option, row.meaning);
    std::map<std::string_view, CLI::App*> nouns;
    for (const Command& command : commands) {
      CLI::App*& noun = nouns[command.noun];
      if (noun == nullptr) noun = app_.add_subcommand(std::string(command.noun));
      Add(*noun, command);
    }
    app_.footer(kFooter);
  }

  CommandLine Read(std::vector<std::string> words) {
    if (words.empty()) words = {"--help"};
    if (words.front() == "help") words.front() = "--help";
    std::string wrong;
    try {
      std::reverse(words.begin(), words.end());  // as CLI11 wants them
      app_.parse(std::move(words));
    } catch (const CLI::CallForHelp&) {
      line_.help = app_.help();
      return std::move(line_);
    } catch (const CLI::ParseError& error) {
      wrong = error.what();
    }
    Finish(std::move(wrong));
    return std::move(line_);
  }

 private:
  void Add(CLI::App& noun, const Command& command) {
    const std::string help(command.help);
    CLI::App* app = command.verb.empty() ? noun.description(help)
                                         : noun.add_subcommand(std::string(command.verb), help);
    std::istringstream words{std::string(command.words)};
    for (std::string word; words >> word;) {
      const bool many = word.ends_with("...");
      CLI::Option* option = app->add_option(word.substr(0, word.find('.')));
      option->required()->take_all();
      if (many) option->expected(1, -1)->allow_extra_args();
    }
    for (const OptionRow& row : command.options) {
      const std::string name = "--" + std::string(row.name);
      const std::string meaning(row.meaning);
      if (row.value.empty()) {
        app->add_flag(name, meaning)->disable_flag_override();
      } else {
        app->add_option(name, meaning)->type_name(std::string(row.value))->take_all();
      }
    }
    rows_[app] = &command;
  }

  // After parsing, with what CLI11 found wrong: the command, or the error.
  void Finish(std::string wrong) {
    const CLI::App* app = &app_;
    std::vector<std::string> said;
    while (!app->get_subcommands().empty()) {
      app = app->get_subcommands().front();
      said.push_back(app->get_name());
    }
    const std::vector<std::string> rest = app_.remaining();
    const auto row = rows_.find(app);
    if (row == rows_.end()) {
      said.insert(said.end(), rest.begin(), rest.end());
      line_.error = rest.empty() && !wrong.empty()
                        ? wrong
                        : "there is no command '" + CLI::detail::join(said, " ") +
                              "'; permitctl --help lists them";
      return;
    }
    if (!rest.empty()) wrong = "not expected: " + CLI::detail::join(rest, " ");
    if (!wrong.empty()) {
      line_.error = wrong + "; usage: permitctl " + Syntax(*row->second);
    } else {
      Take(*app, *row->second);
    }
  }

  void Take(const CLI::App& app, const Command& command) {
    line_.command = &command;
    // In the order of the command line: the last format counts.
    for (const CLI::Option* given : app_.parse_order()) {
      for (const auto& row : kFormats) {
        if (given == app_.get_option(row.option)) line_.format = row.format;
      }
    }
    // Taken as they were given: CLI11's conversions give braces a meaning.
    for (const CLI::Option* option :
         app.get_options([](const CLI::Option* one) { return one->get_positional(); })) {
      for (const std::string& word : option->results()) line_.arguments.words.push_back(word);
    }
    for (const OptionRow& row : command.options) {
      const std::string name(row.name);
      for (const std::string& value : app.get_option("--" + name)->results()) {
        line_.arguments.options.emplace_back(name, row.value.empty() ? "" : value);
      }
    }
  }

  CLI::App app_{"What operators and timers do, from a shell.", "permitctl"};
  Rows rows_;
  CommandLine line_;
};

}  // namespace

std::optional<std::string> Arguments::Option(std::string_view name) const {
  std::optional<std::string> value;
  for (const auto& [given, text] : options) {
    if (given == name) value = text;
  }
  return value;
}

std::vector<std::string> Arguments::Options(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [given, text] : options) {
    if (given == name) values.push_back(text);
  }
  return values;
}

CommandLine ReadCommandLine(const std::vector<std::string>& words,
                            std::span<const Command> commands) {
  return Parser(commands).Read(words);
}

int RunCommand(const CommandLine& line, Surroundings& surroundings, std::ostream& err) {
  auto fail = [&](int code, std::string why) {
    std::replace(why.begin(), why.end(), '\n', ' ');
    err << "permitctl: " << why << '\n';
    return code;
  };
  if (!line.help.empty()) {
    surroundings.out() << line.help;
    return kExitDone;
  }
  if (!line.error.empty()) return fail(kExitUsage, line.error);
  try {
    Outcome outcome = line.command->run(surroundings, line.arguments);
    surroundings.out().flush();
    if (outcome.exit_code == kExitDone && outcome.message.empty()) return kExitDone;
    return fail(outcome.exit_code, outcome.message);
  } catch (const sql::OutcomeUnknown& error) {
    return fail(
        kExitSurroundings,
        std::string("the database went away; whether it was done is not known: ") + error.what());
  } catch (const std::exception& error) {
    return fail(kExitSurroundings, error.what());
  }
}

}  // namespace permit::ctl
