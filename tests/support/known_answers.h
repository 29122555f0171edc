// Answers of tests/support/known_answers.py, which calculates what the site calculates by another
// hand; and the seed of a test that tries what comes.
#pragma once

#include <string>
#include <vector>

namespace permit::test {

// PERMIT_SEED, or one that no run before had. Goes into the words of every failure.
unsigned AnySeed();

// The cells of each row; throws std::runtime_error when the program fails. `file` is for what
// writes one.
std::vector<std::vector<std::string>> KnownAnswers(const std::string& what, unsigned seed,
                                                   int count, const std::string& file = {});

}  // namespace permit::test
