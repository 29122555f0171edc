// Signatures of PDF files as poppler's pdfsig sees them, with a certificate database of its own
// that trusts one authority.
#pragma once

#include <string>

namespace permit::test {

class SignatureReader {
 public:
  explicit SignatureReader(const std::string& trusted_certificate_file);
  ~SignatureReader();
  SignatureReader(const SignatureReader&) = delete;
  SignatureReader& operator=(const SignatureReader&) = delete;

  struct Verdict {
    bool valid = false;    // the signature over what it covers
    bool trusted = false;  // the certificate
    bool whole = false;    // it covers the whole file
    std::string report;    // as pdfsig wrote it

    bool good() const { return valid && trusted && whole; }
  };
  Verdict Read(const std::string& pdf) const;

 private:
  std::string folder_;
};

}  // namespace permit::test
