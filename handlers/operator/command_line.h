// permitctl's command line: noun, verb, words and options, read by a parser of CLI11 that is built
// from the table of commands.
//
//   permitctl [--config FILE] [--json | --tsv | --csv] NOUN VERB [words] [--option value]…
//   permitctl --help, permitctl NOUN --help, permitctl NOUN VERB --help
//   permitctl help [NOUN [VERB]]
#pragma once

#include <ostream>
#include <span>
#include <string>
#include <vector>

#include "handlers/operator/command.h"

namespace permit::ctl {

struct CommandLine {
  std::string config;  // of --config, else of the variable PERMIT_CONFIG; empty: not given
  Format format = Format::kTable;
  const Command* command = nullptr;  // nullptr: help is all that was asked for
  Arguments arguments;
  std::string help;   // to print instead of running
  std::string error;  // what is wrong; exit code 2
};

CommandLine ReadCommandLine(const std::vector<std::string>& words,
                            std::span<const Command> commands);

// Runs the command, or prints the help; every failure becomes a line on `err` and an exit code.
int RunCommand(const CommandLine& line, Surroundings& surroundings, std::ostream& err);

}  // namespace permit::ctl
