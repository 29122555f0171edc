// Every setting of the system, once: its name in the file, its default and its meaning.
//
// Settings are read from one TOML file (`[section]` `key = value`); a name that is not in the table
// or a value of the wrong type or out of bounds is an error that names the line. Secrets are paths
// of files that only the service can read, never values.
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace permit {

struct Settings {
  // site
  std::string base_url = "http://localhost:8080";
  std::vector<std::string> receiving_units = {"6952", "6953"};
  std::vector<std::string> group_units = {"697", "698", "699", "700", "701", "702", "703", "704",
                                          "705", "706", "707", "708", "709", "710", "711", "712"};
  std::string foreign_site_url = "https://coa.immigration.gov.tw/coa-frontend/foreign-student";
  std::string hk_macau_site_url = "https://coa.immigration.gov.tw/coa-frontend/hk-macau-student";
  std::string no_household_site_url =
      "https://coa.immigration.gov.tw/coa-frontend/no-household-student";
  std::string secret_file;
  std::int64_t clock_offset_seconds = 0;

  // database
  std::string database_socket = "/run/mysqld/mysqld.sock";
  std::string database_host;
  std::int64_t database_port = 3306;
  std::string database_name = "permit";
  std::string database_user = "permit";
  std::string database_password_file;
  std::string database_admin_user;
  std::string database_admin_password_file;
  std::string database_tls;
  std::string database_ca_file;

  // web
  std::string web_socket = "/run/permit/web.sock";
  std::int64_t web_workers = 4;
  std::int64_t web_heavy_workers = 2;
  std::int64_t web_password_workers = 2;
  std::int64_t web_requests_per_worker = 10000;
  std::int64_t web_worker_memory_mib = 200;
  std::string static_dir;
  std::string locale_dir;
  std::string template_dir;

  // session
  std::int64_t session_idle_minutes = 30;
  std::int64_t session_longest_hours = 12;
  std::int64_t session_kept_hours = 72;
  std::int64_t login_failures_allowed = 5;
  std::int64_t login_rest_minutes = 15;

  // registration
  std::vector<std::string> refused_mail_domains = {
      "qq.com",  "foxmail.com", "163.com",  "126.com", "yeah.net", "139.com",   "188.com",
      "263.net", "sina.com",    "sohu.com", "tom.com", "21cn.com", "china.com", "aliyun.com"};
  std::string travel_permit_pattern = "[TL][0-9]{8}";

  // mail
  std::string smtp_url = "smtp://localhost:25";
  std::string mail_tls;
  std::string mail_ca_file;
  std::string mail_from = "no-reply@localhost";
  std::int64_t mail_kept_days = 400;

  // audit
  std::string audit_heads_to;

  // retention
  std::int64_t retention_account_days = 1095;
  std::int64_t retention_upload_days = 1825;

  // scan
  std::string scan_socket;

  // draft
  std::int64_t draft_days = 90;
  std::int64_t draft_notice_days = 7;

  // case
  std::int64_t case_answer_days = 30;
  std::int64_t case_pay_days = 60;

  // permit
  std::int64_t permit_months = 24;
  std::int64_t extension_months = 12;

  // signing
  std::string signing_key_dir;
  std::string signing_signer = "TWNI";

  // payment
  std::string gateway_url;
  std::string gateway_merchant = "3002607";
  std::string gateway_key_file;
  std::string gateway_iv_file;
  std::string egov_url;
  std::string egov_service;
  std::string egov_key_file;
  std::string collection_category = "138508";
  std::string collection_item = "6II";
  std::string slip_due_period = "MMDD";
  std::int64_t slip_days = 5;
  std::int64_t slip_grace_days = 7;
  std::int64_t gateway_patience_seconds = 10;
  std::int64_t payer_patience_seconds = 3;
  std::int64_t ask_after_minutes = 15;
  std::int64_t checkout_hours = 72;
  std::int64_t recheck_days = 3;
  std::string settlement_folder;
  std::int64_t settlement_quiet_seconds = 10;
  std::string settlement_company;
  std::vector<std::string> settlement_collectors;
  std::string settlement_category;
};

// What a number must lie between, and the regular expression that a text or each text of a list
// must match; none: any.
struct Bounds {
  std::int64_t least = 0;
  std::int64_t most = std::numeric_limits<std::int64_t>::max();
  std::string_view form = {};
};

struct Setting {
  using Member = std::variant<std::string Settings::*, std::int64_t Settings::*,
                              std::vector<std::string> Settings::*>;
  std::string_view name;  // "section.key"
  Member member;
  std::string_view meaning;
  Bounds bounds = {};
};

std::span<const Setting> SettingsTable();

// Names the file, the line and the reason.
class SettingsError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

Settings ReadSettings(const std::string& file);
std::string FormatSetting(const Settings& settings, const Setting& setting);  // as in the file

// The bytes of a file without a final newline; throws SettingsError that names the setting.
std::string ReadSecret(const std::string& file, std::string_view setting_name);
// The same of a key that moves money: throws also when everybody on the machine may read the file.
std::string ReadPaymentKey(const std::string& file, std::string_view setting_name);
// The same of the secret under which forms and captchas are signed: throws also when it is shorter
// than 32 bytes.
std::string ReadSiteSecret(const Settings& settings);

}  // namespace permit
