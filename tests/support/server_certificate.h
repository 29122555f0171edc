// A certificate for a server of a test, which is its own authority, made by openssl.
#pragma once

#include <string>

namespace permit::test {

struct ServerCertificate {
  std::string file;  // PEM; also what its clients trust. Empty: none
  std::string key_file;
};

// For the address 127.0.0.1, or for `name` when one is given; in files of `folder` that bear
// `name`.
ServerCertificate MakeServerCertificate(const std::string& folder,
                                        const std::string& name = "127.0.0.1");

}  // namespace permit::test
