#include "fcgi/http/fcgi_connection.h"

#include <fcgiapp.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <stdexcept>

#include "fcgi/base/log.h"
#include "fcgi/http/request_head.h"
#include "fcgi/http/response_head.h"

namespace permit {
namespace {

// nginx holds the whole body before it connects and takes the whole answer, so a peer that stands
// still for this long is gone.
constexpr timeval kPeerPatience{30, 0};

class FcgiBody final : public BodySource {
 public:
  explicit FcgiBody(const FCGX_Request& request) : request_(request) {}

  std::string_view content_type() const override { return Param("CONTENT_TYPE"); }

  std::string Read(std::size_t limit) override {
    std::string body(ReadContentLength(Param("CONTENT_LENGTH"), limit), '\0');
    std::size_t have = 0;
    while (have < body.size()) {
      int got = FCGX_GetStr(body.data() + have, static_cast<int>(body.size() - have), request_.in);
      if (got <= 0) throw HttpError(400, "the body is shorter than announced");
      have += static_cast<std::size_t>(got);
    }
    return body;
  }

 private:
  std::string_view Param(const char* name) const {
    const char* value = FCGX_GetParam(name, request_.envp);
    return value == nullptr ? std::string_view{} : std::string_view(value);
  }

  const FCGX_Request& request_;
};

struct Answer {
  std::string head;
  std::string body;
};

Answer Ask(Application& application, Request request, BodySource& body) {
  const std::string request_id = request.request_id;
  try {
    Response response = application.Handle(std::move(request), body);
    return {SerializeHead(response), std::move(response.body)};
  } catch (const std::exception& error) {
    Log(Severity::kError, "request.failed", {{"request", request_id}, {"reason", error.what()}});
  }
  return {SerializeHead({.status = 500}), {}};
}

bool Write(FCGX_Stream* out, std::string_view bytes) {
  return FCGX_PutStr(bytes.data(), static_cast<int>(bytes.size()), out) ==
         static_cast<int>(bytes.size());
}

}  // namespace

FcgiConnection::FcgiConnection(int listen_fd) : request_(std::make_unique<FCGX_Request>()) {
  if (FCGX_Init() != 0 ||
      FCGX_InitRequest(request_.get(), listen_fd, FCGI_FAIL_ACCEPT_ON_INTR) != 0) {
    throw std::runtime_error("libfcgi cannot start");
  }
}

FcgiConnection::~FcgiConnection() { FCGX_Free(request_.get(), 1); }

bool FcgiConnection::Accept() { return FCGX_Accept_r(request_.get()) == 0; }

void FcgiConnection::Serve(Application& application) {
  setsockopt(request_->ipcFd, SOL_SOCKET, SO_RCVTIMEO, &kPeerPatience, sizeof kPeerPatience);
  setsockopt(request_->ipcFd, SOL_SOCKET, SO_SNDTIMEO, &kPeerPatience, sizeof kPeerPatience);
  ParamLookup param = [this](const char* name) { return FCGX_GetParam(name, request_->envp); };
  Request head = ReadHead(param);
  const std::string request_id = head.request_id;
  FcgiBody body(*request_);
  Answer answer = Ask(application, std::move(head), body);
  bool sent = Write(request_->out, answer.head) &&
              (IsHead(param) || Write(request_->out, answer.body)) &&
              FCGX_FFlush(request_->out) == 0;
  if (!sent) Log(Severity::kInfo, "client.disconnected", {{"request", request_id}});
  FCGX_Finish_r(request_.get());
}

}  // namespace permit
