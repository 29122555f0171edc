#include "tests/support/server_certificate.h"

#include <stdexcept>

#include "tests/support/child_process.h"

namespace permit::test {

ServerCertificate MakeServerCertificate(const std::string& folder, const std::string& name) {
  const ServerCertificate made{folder + "/" + name + ".pem", folder + "/" + name + ".key"};
  const std::string names =
      "subjectAltName=DNS:" + name + (name == "127.0.0.1" ? ",IP:127.0.0.1" : "");
  const Finished finished =
      RunProgram({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                  "-nodes", "-days", "2", "-subj", "/CN=" + name, "-addext", names, "-keyout",
                  made.key_file, "-out", made.file});
  if (finished.exit_code != 0) throw std::runtime_error(finished.output);
  return made;
}

}  // namespace permit::test
