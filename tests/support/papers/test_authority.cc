#include "tests/support/papers/test_authority.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <vector>

#include "tests/support/child_process.h"

namespace permit::test {
namespace {

void Openssl(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "openssl");
  const Finished finished = RunProgram(arguments);
  if (finished.exit_code != 0) throw std::runtime_error("openssl: " + finished.output);
}

std::FILE* Open(const std::string& file) {
  std::FILE* opened = std::fopen(file.c_str(), "r");
  if (opened == nullptr) throw std::runtime_error(file + " cannot be read");
  return opened;
}

}  // namespace

TestAuthority::TestAuthority(KeyKind kind) {
  std::string pattern = std::filesystem::temp_directory_path() / "authority-XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
  folder_ = pattern;
  certificate_file_ = folder_ + "/authority.pem";
  const std::string signer = folder_ + "/signer";
  const std::vector<std::string> key =
      kind == KeyKind::kRsa
          ? std::vector<std::string>{"-newkey", "rsa:3072"}
          : std::vector<std::string>{"-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"};
  const auto request = [&](std::vector<std::string> rest) {
    std::vector<std::string> arguments = {"req", "-nodes"};
    arguments.insert(arguments.end(), key.begin(), key.end());
    arguments.insert(arguments.end(), rest.begin(), rest.end());
    Openssl(arguments);
  };
  request({"-x509", "-days", "3650", "-subj", "/C=TW/O=Test/CN=Authority", "-keyout",
           folder_ + "/authority.key", "-out", certificate_file_});
  request({"-subj", "/C=TW/O=Test/CN=Signer", "-keyout", signer + ".key", "-out", signer + ".csr"});
  std::ofstream(folder_ + "/extensions") << "basicConstraints=CA:FALSE\n"
                                            "keyUsage=critical,digitalSignature,nonRepudiation\n";
  Openssl({"x509", "-req", "-in", signer + ".csr", "-CA", certificate_file_, "-CAkey",
           folder_ + "/authority.key", "-days", "365", "-extfile", folder_ + "/extensions", "-out",
           signer + ".pem"});

  std::FILE* file = Open(signer + ".key");
  signer_.key = PEM_read_PrivateKey(file, nullptr, nullptr, nullptr);
  std::fclose(file);
  file = Open(signer + ".pem");
  signer_.certificate = PEM_read_X509(file, nullptr, nullptr, nullptr);
  std::fclose(file);
}

TestAuthority::~TestAuthority() {
  EVP_PKEY_free(signer_.key);
  X509_free(signer_.certificate);
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

}  // namespace permit::test
