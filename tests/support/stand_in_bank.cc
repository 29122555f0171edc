#include "tests/support/stand_in_bank.h"

#include <curl/curl.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

#include "tests/support/places.h"

namespace permit::test {
namespace {

struct Answer {
  long status = 0;
  std::string body;
};

std::size_t Append(char* data, std::size_t size, std::size_t count, void* target) {
  static_cast<std::string*>(target)->append(data, size * count);
  return size * count;
}

std::string Encoded(CURL* curl, const std::string& text) {
  char* escaped = curl_easy_escape(curl, text.data(), static_cast<int>(text.size()));
  std::string encoded(escaped);
  curl_free(escaped);
  return encoded;
}

// A GET without fields, else a POST. Redirects are not followed.
Answer Ask(const std::string& url, const StandInBank::Fields* fields = nullptr) {
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), curl_easy_cleanup);
  Answer answer;
  std::string body;
  if (fields != nullptr) {
    for (const auto& [name, value] : *fields) {
      body +=
          (body.empty() ? "" : "&") + Encoded(curl.get(), name) + "=" + Encoded(curl.get(), value);
    }
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.c_str());
  }
  curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, Append);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer.body);
  if (curl_easy_perform(curl.get()) == CURLE_OK)
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer.status);
  return answer;
}

}  // namespace

StandInBank::StandInBank() {
  std::string pattern = (std::filesystem::temp_directory_path() / "bank-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for the bank");
  folder_ = pattern;
  Start();
}

StandInBank::~StandInBank() {
  Kill();
  std::filesystem::remove_all(folder_);
}

void StandInBank::Start() {
  const std::string port_file = folder_ + "/port";
  program_ = std::make_unique<ChildProcess>(
      std::vector<std::string>{"/usr/bin/python3", "-B", InSource("/tests/support/stand_in_bank"),
                               "--data", folder_ + "/data", "--port-file", port_file},
      folder_ + "/log");
  while (program_->Runs()) {
    std::string port;
    std::ifstream(port_file) >> port;
    url_ = "http://127.0.0.1:" + port;
    if (!port.empty() && Ask(url_ + "/healthz").status == 200) return;
    std::this_thread::yield();
  }
  throw std::runtime_error("the stand-in bank does not start");
}

void StandInBank::Kill() {
  if (!program_ || !program_->Runs()) return;
  program_->Send(SIGKILL);
  program_->Wait();
}

std::string StandInBank::Post(const std::string& path, const Fields& fields, long wanted_status) {
  Answer answer = Ask(url_ + path, &fields);
  if (answer.status != wanted_status)
    throw std::runtime_error("the bank answers " + std::to_string(answer.status) + " to " + path);
  return answer.body;
}

bool StandInBank::Checkout(const std::string& action, const Fields& fields) {
  long status = Ask(action, &fields).status;
  return status == 303 || status == 200;
}

void StandInBank::Pay(const std::string& reference, const std::string& fault) {
  Fields fields = {{"trade", reference}};
  if (!fault.empty()) fields.emplace_back("fault", fault);
  Post("/control/pay", fields, 200);
}

void StandInBank::Revoke(const std::string& reference) {
  Post("/control/revoke", {{"trade", reference}}, 200);
}

void StandInBank::AtPlatform(const std::string& reference, const std::string& action) {
  Post("/control/e-government", {{"order_no", reference}, {"action", action}}, 200);
}

std::string StandInBank::PlatformOrders() { return Ask(url_ + "/control/e-government").body; }

void StandInBank::Spoil(const std::string& fault, int times) {
  Post("/control/faults", {{"name", fault}, {"times", std::to_string(times)}}, 200);
}

void StandInBank::Heal() { Post("/control/faults", {{"name", "none"}}, 200); }

std::vector<StandInBank::Fields> StandInBank::Notices(const std::string& reference) {
  std::vector<Fields> notices;
  for (const auto& notice : nlohmann::json::parse(Ask(url_ + "/control/notices").body)) {
    if (notice.at("trade") != reference) continue;
    Fields fields;
    for (const auto& [name, value] : notice.at("fields").items()) {
      fields.emplace_back(name, value.get<std::string>());
    }
    notices.push_back(std::move(fields));
  }
  return notices;
}

}  // namespace permit::test
