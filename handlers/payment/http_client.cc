#include "handlers/payment/http_client.h"

#include <curl/curl.h>

#include <memory>
#include <stdexcept>

#include "fcgi/base/log.h"

namespace permit::payment {
namespace {

constexpr std::size_t kLongestReply = 64 * 1024;

std::size_t Append(char* data, std::size_t size, std::size_t count, void* target) {
  auto& body = *static_cast<std::string*>(target);
  if (body.size() + size * count > kLongestReply) return 0;
  body.append(data, size * count);
  return size * count;
}

}  // namespace

tl::expected<HttpReply, HttpFailure> PostForm(const std::string& url, const std::string& body,
                                              std::chrono::milliseconds patience) {
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
  if (!curl) throw std::runtime_error("curl_easy_init failed");
  HttpReply reply;
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(patience.count()));
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, static_cast<long>(patience.count()));
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, Append);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &reply.body);
  CURLcode outcome = curl_easy_perform(curl.get());
  if (outcome != CURLE_OK) {
    Log(Severity::kWarning, "gateway.call-failed", {{"reason", curl_easy_strerror(outcome)}});
    return tl::unexpected(outcome == CURLE_OPERATION_TIMEDOUT ? HttpFailure::kTooSlow
                                                              : HttpFailure::kBroken);
  }
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &reply.status);
  return reply;
}

}  // namespace permit::payment
