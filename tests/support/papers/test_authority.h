// A certificate authority of a test's own with one signer, made by the openssl program.
#pragma once

#include <memory>
#include <string>

#include "handlers/papers/cms_signature.h"

namespace permit::test {

enum class KeyKind { kEllipticCurve, kRsa };

class TestAuthority {
 public:
  explicit TestAuthority(KeyKind kind);
  ~TestAuthority();
  TestAuthority(const TestAuthority&) = delete;
  TestAuthority& operator=(const TestAuthority&) = delete;

  const CmsSigner& signer() const { return signer_; }
  const std::string& certificate_file() const { return certificate_file_; }  // the authority's

 private:
  std::string folder_;
  std::string certificate_file_;
  CmsSigner signer_;
};

}  // namespace permit::test
