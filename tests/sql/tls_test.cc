// The way to a database over TCP, encrypted and not.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "sql/database.h"
#include "tests/support/private_server.h"
#include "tests/support/server_certificate.h"

namespace permit::sql {
namespace {

int FreePort() {
  const int listener = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  bind(listener, reinterpret_cast<sockaddr*>(&address), size);
  getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
  close(listener);
  return ntohs(address.sin_port);
}

class Folder {
 public:
  Folder() {
    std::string pattern = std::filesystem::temp_directory_path() / "permit-tls-XXXXXX";
    path_ = mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// Reached at 127.0.0.1, with the certificate if there is one.
class TcpServer {
 public:
  explicit TcpServer(const test::ServerCertificate& certificate = {})
      : port_(FreePort()), server_("", {}, Options(certificate, port_)) {}

  DatabaseOptions At(TlsPolicy tls, const std::string& ca_file = "") const {
    DatabaseOptions options;
    options.host = "127.0.0.1";
    options.port = port_;
    options.user = "root";
    options.tls = tls;
    options.ca_file = ca_file;
    return options;
  }

 private:
  static std::vector<std::string> Options(const test::ServerCertificate& certificate, int port) {
    std::vector<std::string> options = {"--skip-networking=0", "--bind-address=127.0.0.1",
                                        "--port=" + std::to_string(port)};
    if (certificate.file.empty()) {
      options.push_back(test::PrivateServer::IsMySql() ? "--tls-version=" : "--skip-ssl");
    } else {
      options.push_back("--ssl-cert=" + certificate.file);
      options.push_back("--ssl-key=" + certificate.key_file);
    }
    return options;
  }

  int port_;
  test::PrivateServer server_;
};

bool IsEncrypted(const DatabaseOptions& options) {
  Database database(options);
  return !database.Run("SHOW SESSION STATUS LIKE 'Ssl_cipher'").at(0).Text("Value").empty();
}

TEST(DatabaseTls, AServerWithACertificate) {
  const Folder folder;
  const auto certificate = test::MakeServerCertificate(folder.path());
  const auto other = test::MakeServerCertificate(folder.path(), "other");
  const TcpServer server(certificate);
  EXPECT_TRUE(IsEncrypted(server.At(TlsPolicy::kRequired, certificate.file)));
  EXPECT_TRUE(IsEncrypted(server.At(TlsPolicy::kTry, certificate.file)));
  EXPECT_FALSE(IsEncrypted(server.At(TlsPolicy::kNone)));
  EXPECT_THROW(IsEncrypted(server.At(TlsPolicy::kRequired, other.file)), Unavailable);
  EXPECT_THROW(IsEncrypted(server.At(TlsPolicy::kRequired)), Unavailable) << "the machine's";
}

TEST(DatabaseTls, ACertificateForAnotherName) {
  const Folder folder;
  const auto other = test::MakeServerCertificate(folder.path(), "db.example");
  const TcpServer server(other);
  EXPECT_THROW(IsEncrypted(server.At(TlsPolicy::kRequired, other.file)), Unavailable);
}

TEST(DatabaseTls, AServerWithoutOne) {
  const TcpServer server;
  EXPECT_THROW(IsEncrypted(server.At(TlsPolicy::kRequired)), Unavailable);
  EXPECT_FALSE(IsEncrypted(server.At(TlsPolicy::kTry)));
  EXPECT_FALSE(IsEncrypted(server.At(TlsPolicy::kNone)));
}

}  // namespace
}  // namespace permit::sql
