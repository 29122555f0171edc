#include "tests/support/known_answers.h"

#include <cstdlib>
#include <random>
#include <sstream>
#include <stdexcept>

#include "tests/support/child_process.h"
#include "tests/support/places.h"

namespace permit::test {
namespace {

std::vector<std::string> Cells(const std::string& line) {
  std::vector<std::string> cells(1);
  for (char c : line) {
    if (c == '\t') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

}  // namespace

unsigned AnySeed() {
  const char* given = std::getenv("PERMIT_SEED");
  return given != nullptr ? static_cast<unsigned>(std::strtoul(given, nullptr, 10))
                          : std::random_device()();
}

std::vector<std::vector<std::string>> KnownAnswers(const std::string& what, unsigned seed,
                                                   int count, const std::string& file) {
  std::vector<std::string> command = {"/usr/bin/python3",
                                      "-B",
                                      InSource("/tests/support/known_answers.py"),
                                      what,
                                      std::to_string(seed),
                                      std::to_string(count)};
  if (!file.empty()) command.push_back(file);
  const Finished finished = RunProgram(command);
  if (finished.exit_code != 0) throw std::runtime_error(finished.output);
  std::istringstream lines(finished.output);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(lines, line);) rows.push_back(Cells(line));
  if (rows.size() != static_cast<std::size_t>(count)) throw std::runtime_error(finished.output);
  return rows;
}

}  // namespace permit::test
