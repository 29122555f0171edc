#include "tests/support/papers/signature_reader.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <vector>

#include "tests/support/child_process.h"

namespace permit::test {
namespace {

void Certutil(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "certutil");
  const Finished finished = RunProgram(arguments);
  if (finished.exit_code != 0) throw std::runtime_error("certutil: " + finished.output);
}

}  // namespace

SignatureReader::SignatureReader(const std::string& trusted_certificate_file) {
  std::string pattern = std::filesystem::temp_directory_path() / "signature-reader-XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
  folder_ = pattern;
  Certutil({"-N", "-d", folder_, "--empty-password"});
  Certutil(
      {"-A", "-d", folder_, "-n", "authority", "-t", "CT,C,C", "-i", trusted_certificate_file});
}

SignatureReader::~SignatureReader() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

SignatureReader::Verdict SignatureReader::Read(const std::string& pdf) const {
  const std::string file = folder_ + "/paper.pdf";
  std::ofstream(file, std::ios::binary) << pdf;
  Verdict verdict;
  verdict.report = RunProgram({"pdfsig", "-nssdir", folder_, file}).output;
  const auto says = [&](const char* words) {
    return verdict.report.find(words) != verdict.report.npos;
  };
  verdict.valid = says("Signature Validation: Signature is Valid.");
  verdict.trusted = says("Certificate Validation: Certificate is Trusted.");
  verdict.whole = says("Total document signed");
  return verdict;
}

}  // namespace permit::test
