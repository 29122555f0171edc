#include "handlers/operator/command_line.h"

#include <algorithm>

#include "views/renderer.h"

namespace permit::ctl {
namespace {

std::string Syntax(const Command& command) {
  std::string text = std::string(command.noun) + " " + std::string(command.verb);
  if (!command.words.empty()) text += " " + std::string(command.words);
  return text;
}

std::string Padded(std::string text, std::size_t width) {
  text.append(text.size() < width ? width - text.size() : 1, ' ');
  return text;
}

std::string HelpOf(const Command& command) {
  std::string text = "usage: permitctl " + Syntax(command);
  for (const OptionRow& option : command.options) {
    text += " [--" + std::string(option.name) +
            (option.value.empty() ? "" : " " + std::string(option.value)) + "]";
  }
  text += "\n\n" + std::string(command.help) + "\n";
  if (command.options.size() > 0) text += "\n";
  for (const OptionRow& option : command.options) {
    text += Padded("  --" + std::string(option.name) +
                       (option.value.empty() ? "" : " " + std::string(option.value)),
                   28) +
            std::string(option.meaning) + "\n";
  }
  return text;
}

std::string HelpOfAll(std::span<const Command> commands, std::string_view noun) {
  std::string text =
      "usage: permitctl [--config FILE] [--json | --tsv | --csv] NOUN VERB [words] [--option "
      "value]...\n\n";
  for (const Command& command : commands) {
    if (!noun.empty() && command.noun != noun) continue;
    text += Padded("  " + Syntax(command), 40) + std::string(command.help) + "\n";
  }
  text +=
      "\n`permitctl NOUN VERB --help` tells the options of a command. --config may be left out "
      "when\n"
      "the variable PERMIT_CONFIG names the file. Exit codes: 0 done, 1 refused, 2 wrong command\n"
      "line, 3 the database, a setting or a file is not in order.\n";
  return text;
}

const Command* FindCommand(std::span<const Command> commands, std::string_view noun,
                           std::string_view verb) {
  for (const Command& command : commands) {
    if (command.noun == noun && command.verb == verb) return &command;
  }
  return nullptr;
}

// "NUMBER" wants one word, "FILE..." one or more, "[NUMBER]" none or one.
bool WordCountFits(const Command& command, std::size_t count) {
  std::size_t least = 0;
  std::size_t most = 0;
  std::string_view rest = command.words;
  while (!rest.empty()) {
    std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    if (!word.starts_with('[')) ++least;
    most = word.ends_with("...") ? 10000 : most + 1;
  }
  return count >= least && count <= most;
}

std::optional<Format> FormatNamed(std::string_view name) {
  if (name == "json") return Format::kJson;
  if (name == "tsv") return Format::kTsv;
  if (name == "csv") return Format::kCsv;
  return std::nullopt;
}

class Reader {
 public:
  Reader(const std::vector<std::string>& words, std::span<const Command> commands)
      : rest_(words.begin(), words.end()), commands_(commands) {}

  CommandLine Read() {
    bool wants_help = false;
    std::vector<std::string> nouns;
    for (std::size_t i = 0; i < rest_.size() && line_.error.empty(); ++i) {
      const std::string& word = rest_[i];
      if (word == "--help" || word == "-h") {
        wants_help = true;
      } else if (word.starts_with("--") && word.size() > 2) {
        i = ReadOption(i);
      } else if (nouns.size() < 2) {
        nouns.push_back(word);
        if (nouns.size() == 2) line_.command = FindCommand(commands_, nouns[0], nouns[1]);
      } else {
        line_.arguments.words.push_back(word);
      }
    }
    Finish(nouns, wants_help || rest_.empty());
    return std::move(line_);
  }

 private:
  std::size_t ReadOption(std::size_t i) {
    std::string name = rest_[i].substr(2);
    std::optional<std::string> value;
    if (std::size_t equals = name.find('='); equals != std::string::npos) {
      value = name.substr(equals + 1);
      name.resize(equals);
    }
    if (auto format = FormatNamed(name)) {
      line_.format = *format;
      return i;
    }
    bool takes_value = name == "config";
    bool known = takes_value;
    if (line_.command != nullptr) {
      for (const OptionRow& option : line_.command->options) {
        if (option.name != name) continue;
        known = true;
        takes_value = !option.value.empty();
      }
    }
    if (!known) {
      line_.error = "there is no option --" + name;
    } else if (!takes_value && value) {
      line_.error = "--" + name + " takes no value";
    } else if (takes_value && !value) {
      if (++i >= rest_.size()) {
        line_.error = "--" + name + " wants a value";
        return i;
      }
      value = rest_[i];
    }
    if (name == "config") {
      line_.config = value.value_or("");
    } else {
      line_.arguments.options.emplace_back(name, value.value_or(""));
    }
    return i;
  }

  void Finish(const std::vector<std::string>& nouns, bool wants_help) {
    if (wants_help) {
      line_.error.clear();
      line_.help = line_.command != nullptr
                       ? HelpOf(*line_.command)
                       : HelpOfAll(commands_, nouns.empty() ? "" : nouns.front());
      return;
    }
    if (!line_.error.empty()) return;
    if (line_.command == nullptr) {
      std::string said;
      for (const std::string& noun : nouns) said += (said.empty() ? "" : " ") + noun;
      line_.error = "there is no command '" + said + "'; permitctl --help lists them";
    } else if (!WordCountFits(*line_.command, line_.arguments.words.size())) {
      line_.error = "usage: permitctl " + Syntax(*line_.command);
    }
  }

  std::vector<std::string> rest_;
  std::span<const Command> commands_;
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
  return Reader(words, commands).Read();
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
