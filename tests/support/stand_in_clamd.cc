#include "tests/support/stand_in_clamd.h"

#include <signal.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "tests/support/places.h"

namespace permit::test {
namespace {

namespace fs = std::filesystem;

fs::path NewFolder() {
  std::string pattern = fs::temp_directory_path() / "permit-clamd-XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
  return pattern;
}

}  // namespace

// In two parts, so that no scanner takes this source for the test file itself.
std::string Eicar() {
  return std::string(R"(X5O!P%@AP[4\PZX54(P^)7CC)7}$)") +
         "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
}

StandInClamd::StandInClamd() : folder_(NewFolder()) { Start(); }

StandInClamd::~StandInClamd() {
  program_.reset();
  fs::remove_all(folder_);
}

void StandInClamd::Behave(const std::string& mode) {
  std::ofstream(folder_ / "mode.new") << mode << '\n';
  fs::rename(folder_ / "mode.new", folder_ / "mode");
}

void StandInClamd::Start() {
  program_ = std::make_unique<ChildProcess>(
      std::vector<std::string>{"/usr/bin/python3", "-B",
                               InSource("/tests/support/stand_in_clamd.py"), "--socket", socket(),
                               "--mode", folder_ / "mode"},
      folder_ / "log");
  while (!fs::exists(socket())) {
    if (!program_->Runs()) throw std::runtime_error("the stand-in clamd does not start");
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

void StandInClamd::Stop() {
  program_->Send(SIGTERM);
  program_->Wait();
}

}  // namespace permit::test
