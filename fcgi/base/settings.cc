#include "fcgi/base/settings.h"

#include <sys/stat.h>
#include <toml++/toml.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

namespace permit {
namespace {

// An address, or "Name <address>".
constexpr std::string_view kSender = "[^\\s<>@]+@[^\\s<>@]+|[^<>@\\r\\n]+<[^\\s<>@]+@[^\\s<>@]+>";

// Empty: by where the server is.
constexpr std::string_view kTlsPolicy = "(none|try|required)?";

const Setting kTable[] = {
    {"site.base_url", &Settings::base_url, "where students reach the site, without a final slash"},
    {"site.receiving_units",
     &Settings::receiving_units,
     "four digits inside every receipt number; each next one when 99,999 are used up",
     {.form = "[0-9]{4}"}},
    {"site.group_units",
     &Settings::group_units,
     "three digits inside every group number; each next one when 9,999 are used up",
     {.form = "[0-9]{3}"}},
    {"site.foreign_site_url", &Settings::foreign_site_url, "the site for foreign students"},
    {"site.hk_macau_site_url", &Settings::hk_macau_site_url,
     "the site for students from Hong Kong, Macau and overseas"},
    {"site.no_household_site_url", &Settings::no_household_site_url,
     "the site for nationals without household registration"},
    {"site.secret_file", &Settings::secret_file,
     "file with the secret that signs form tokens; the same on every machine"},
    {"site.clock_offset_seconds",
     &Settings::clock_offset_seconds,
     "moves the clock of a rehearsal; 0 in production",
     {.least = std::numeric_limits<std::int64_t>::min()}},
    {"database.socket", &Settings::database_socket, "unix socket of the server; empty: use host"},
    {"database.host", &Settings::database_host, "server to reach by TCP when there is no socket"},
    {"database.port",
     &Settings::database_port,
     "TCP port of the server",
     {.least = 1, .most = 65535}},
    {"database.name", &Settings::database_name, "schema of this system"},
    {"database.user", &Settings::database_user, "user of this system"},
    {"database.password_file", &Settings::database_password_file,
     "file with the user's password; empty: none"},
    {"database.admin_user", &Settings::database_admin_user,
     "user who changes the schema and draws issued papers anew; empty: database.user"},
    {"database.admin_password_file", &Settings::database_admin_password_file,
     "file with that user's password, for root alone; empty: none"},
    {"database.tls",
     &Settings::database_tls,
     "encryption on the way to the server: none, try or required (its certificate and name are "
     "checked); empty: required for a host off loopback, else none",
     {.form = kTlsPolicy}},
    {"database.ca_file", &Settings::database_ca_file,
     "certificates (PEM) that the server's is checked against; empty: those of the machine"},
    {"web.socket", &Settings::web_socket,
     "unix socket that nginx passes requests for pages to; those of the other pools lie beside it"},
    {"web.workers",
     &Settings::web_workers,
     "worker processes for pages",
     {.least = 1, .most = 1000}},
    {"web.heavy_workers",
     &Settings::web_heavy_workers,
     "worker processes for files, papers and other services that are asked",
     {.least = 1, .most = 100}},
    {"web.password_workers",
     &Settings::web_password_workers,
     "worker processes for what hashes passwords; at most one a core is started",
     {.least = 1, .most = 100}},
    {"web.requests_per_worker",
     &Settings::web_requests_per_worker,
     "requests after which a worker is replaced; 1 at least",
     {.least = 1}},
    {"web.worker_memory_mib",
     &Settings::web_worker_memory_mib,
     "memory of its own, in MiB, at which a worker is replaced",
     {.least = 1}},
    {"web.static_dir", &Settings::static_dir, "folder of the compiled styles and scripts"},
    {"web.locale_dir", &Settings::locale_dir, "folder of the compiled catalogs"},
    {"web.template_dir", &Settings::template_dir, "folder of the page templates"},
    {"session.idle_minutes",
     &Settings::session_idle_minutes,
     "minutes without a request after which a session ends",
     {.least = 1, .most = 1440}},
    {"session.longest_hours",
     &Settings::session_longest_hours,
     "hours after the login at which a session ends however much it is used",
     {.least = 1, .most = 168}},
    {"session.kept_hours", &Settings::session_kept_hours,
     "hours after that in which what is still sent from its pages is kept for the next login"},
    {"session.login_failures_allowed",
     &Settings::login_failures_allowed,
     "failed logins after which an account rests",
     {.least = 1, .most = 1000}},
    {"session.login_rest_minutes",
     &Settings::login_rest_minutes,
     "minutes that an account rests; the law asks for 15 at least",
     {.least = 1, .most = 1440}},
    {"registration.refused_mail_domains", &Settings::refused_mail_domains,
     "mail domains refused beside every .cn domain"},
    {"registration.travel_permit_pattern", &Settings::travel_permit_pattern,
     "regular expression of a travel permit number"},
    {"mail.smtp_url", &Settings::smtp_url, "smtp:// or smtps:// address of the mail relay"},
    {"mail.tls",
     &Settings::mail_tls,
     "encryption on the way to the relay of an smtp:// address: none, try (STARTTLS where it is "
     "offered) or required; empty: required off loopback, else try",
     {.form = kTlsPolicy}},
    {"mail.ca_file", &Settings::mail_ca_file,
     "certificates (PEM) that the relay's is checked against; empty: those of the machine"},
    {"mail.from", &Settings::mail_from, "sender of every mail", {.form = kSender}},
    {"mail.kept_days", &Settings::mail_kept_days,
     "days for which a mail that was sent or given up can be read; the law asks for 180 at least"},
    {"audit.heads_to", &Settings::audit_heads_to,
     "mail address that gets each day's head of the audit's chain; empty: it goes to the log "
     "alone"},
    {"retention.account_days",
     &Settings::retention_account_days,
     "days after its last login at which an account without cases is removed",
     {.least = 180, .most = 36500}},
    {"retention.upload_days",
     &Settings::retention_upload_days,
     "days after the end of a case at which the files of its answers are removed",
     {.least = 180, .most = 36500}},
    {"scan.socket", &Settings::scan_socket,
     "socket of clamd that every file is shown to before it is opened; empty: no file is"},
    {"draft.days", &Settings::draft_days,
     "days after it was last saved at which a draft is thrown away"},
    {"draft.notice_days", &Settings::draft_notice_days,
     "days before that end at which its student is told by mail; fewer than draft.days"},
    {"case.answer_days",
     &Settings::case_answer_days,
     "days that a returned case waits for the student's answer before it lapses",
     {.least = 8, .most = 3650}},
    {"case.pay_days",
     &Settings::case_pay_days,
     "days that an approved case waits for its fee before it lapses",
     {.least = 8, .most = 3650}},
    {"permit.months",
     &Settings::permit_months,
     "months that a multiple-entry permit and its stay hold from the day of the exchange",
     {.least = 1, .most = 120}},
    {"permit.extension_months",
     &Settings::extension_months,
     "months that an extension adds to the stay",
     {.least = 1, .most = 120}},
    {"signing.key_dir", &Settings::signing_key_dir,
     "folder of the keys that papers are signed with; without it no paper is issued"},
    {"signing.signer",
     &Settings::signing_signer,
     "who signs: two letters of the country and two of the agency, as its certificates say",
     {.form = "[A-Z]{4}"}},
    {"payment.gateway_url", &Settings::gateway_url, "root of the payment gateway"},
    {"payment.gateway_merchant", &Settings::gateway_merchant, "merchant number at the gateway"},
    {"payment.gateway_key_file", &Settings::gateway_key_file, "file with the gateway's HashKey"},
    {"payment.gateway_iv_file", &Settings::gateway_iv_file, "file with the gateway's HashIV"},
    {"payment.egov_url", &Settings::egov_url,
     "root of the e-Government payment platform; empty: its methods are not offered"},
    {"payment.egov_service", &Settings::egov_service, "number of this service at the platform"},
    {"payment.egov_key_file", &Settings::egov_key_file,
     "file with the key that seals messages to and from the platform"},
    {"payment.collection_category",
     &Settings::collection_category,
     "six digits of the agency's collection contract with the Bank of Taiwan",
     {.form = "[0-9]{6}"}},
    {"payment.collection_item",
     &Settings::collection_item,
     "three characters of the convenience-store collection item",
     {.form = "[A-Z0-9]{3}"}},
    {"payment.slip_due_period",
     &Settings::slip_due_period,
     "first part of the third barcode: MMDD, or YYMM with the ROC year",
     {.form = "MMDD|YYMM"}},
    {"payment.slip_days",
     &Settings::slip_days,
     "days from a slip's print to its deadline",
     {.most = 365}},
    {"payment.slip_grace_days",
     &Settings::slip_grace_days,
     "days after the deadline that a slip waits for the collector's file before it expires",
     {.most = 365}},
    {"payment.gateway_patience_seconds",
     &Settings::gateway_patience_seconds,
     "seconds that a question to a gateway may take",
     {.least = 1, .most = 300}},
    {"payment.payer_patience_seconds",
     &Settings::payer_patience_seconds,
     "the same while a payer waits for the answer, and a worker with them",
     {.least = 1, .most = 60}},
    {"payment.ask_after_minutes",
     &Settings::ask_after_minutes,
     "age at which the gateway is asked about an open payment; then once a day",
     {.least = 1, .most = 1440}},
    {"payment.checkout_hours",
     &Settings::checkout_hours,
     "hours after which a payment at the gateway expires, once the gateway was asked",
     {.least = 1, .most = 8760}},
    {"payment.recheck_days",
     &Settings::recheck_days,
     "days for which the gateway is asked again, once a day, whether a success still stands",
     {.most = 365}},
    {"payment.settlement_folder", &Settings::settlement_folder,
     "folder whose settlement files are taken in; empty: none"},
    {"payment.settlement_quiet_seconds",
     &Settings::settlement_quiet_seconds,
     "seconds for which a file in that folder must not have changed to count as complete",
     {.most = 3600}},
    {"payment.settlement_company", &Settings::settlement_company,
     "company number that a collector's file must bear; empty: not compared"},
    {"payment.settlement_collectors", &Settings::settlement_collectors,
     "collectors whose files are taken, as their headers name them; none: not compared"},
    {"payment.settlement_category", &Settings::settlement_category,
     "collection category that a collector's file must bear; empty: not compared"},
};

std::string Where(const std::string& file, const toml::source_region& source) {
  return file + ":" + std::to_string(source.begin.line) + ": ";
}

const Setting* FindSetting(std::string_view name) {
  for (const Setting& setting : kTable) {
    if (setting.name == name) return &setting;
  }
  return nullptr;
}

struct Assign {
  Settings& settings;
  const toml::node& node;

  bool operator()(std::string Settings::*member) const {
    auto value = node.value_exact<std::string>();
    if (value) settings.*member = *value;
    return value.has_value();
  }
  bool operator()(std::int64_t Settings::*member) const {
    auto value = node.value_exact<std::int64_t>();
    if (value) settings.*member = *value;
    return value.has_value();
  }
  bool operator()(std::vector<std::string> Settings::*member) const {
    const toml::array* array = node.as_array();
    if (array == nullptr) return false;
    std::vector<std::string> values;
    for (const toml::node& element : *array) {
      auto value = element.value_exact<std::string>();
      if (!value) return false;
      values.push_back(*value);
    }
    settings.*member = std::move(values);
    return true;
  }
};

// Why a value is refused; empty: it is not.
struct Refusal {
  const Settings& settings;
  const Bounds& bounds;

  std::string operator()(std::string Settings::*member) const { return Form(settings.*member); }
  std::string operator()(std::int64_t Settings::*member) const {
    const std::int64_t value = settings.*member;
    if (value < bounds.least) return "is less than " + std::to_string(bounds.least);
    if (value > bounds.most) return "is more than " + std::to_string(bounds.most);
    return {};
  }
  std::string operator()(std::vector<std::string> Settings::*member) const {
    for (const std::string& value : settings.*member) {
      if (std::string why = Form(value); !why.empty()) return why;
    }
    return {};
  }
  std::string Form(const std::string& value) const {
    if (bounds.form.empty()) return {};
    const std::regex form(bounds.form.begin(), bounds.form.end());
    if (std::regex_match(value, form)) return {};
    return "is not of the form " + std::string(bounds.form);
  }
};

// The first student who registers would be the first to run it.
std::string RefusalOf(const Settings& settings, const Setting& setting) {
  if (setting.name == "registration.travel_permit_pattern") {
    try {
      std::regex(settings.travel_permit_pattern);
    } catch (const std::regex_error&) {
      return "is no regular expression";
    }
  }
  return std::visit(Refusal{settings, setting.bounds}, setting.member);
}

std::string Quoted(const std::string& text) {
  std::ostringstream out;
  out << toml::value<std::string>(text);
  return out.str();
}

struct Format {
  const Settings& settings;

  std::string operator()(std::string Settings::*member) const { return Quoted(settings.*member); }
  std::string operator()(std::int64_t Settings::*member) const {
    return std::to_string(settings.*member);
  }
  std::string operator()(std::vector<std::string> Settings::*member) const {
    std::string text = "[";
    for (const std::string& value : settings.*member) {
      if (text.size() > 1) text += ", ";
      text += Quoted(value);
    }
    return text + "]";
  }
};

}  // namespace

std::span<const Setting> SettingsTable() { return kTable; }

Settings ReadSettings(const std::string& file) {
  toml::table root;
  try {
    root = toml::parse_file(file);
  } catch (const toml::parse_error& error) {
    throw SettingsError(Where(file, error.source()) + std::string(error.description()));
  }
  Settings settings;
  for (const auto& [section_name, section] : root) {
    const toml::table* table = section.as_table();
    if (table == nullptr) {
      throw SettingsError(Where(file, section.source()) + "'" + std::string(section_name.str()) +
                          "' stands outside of a section");
    }
    for (const auto& [key, node] : *table) {
      std::string name = std::string(section_name.str()) + "." + std::string(key.str());
      const Setting* setting = FindSetting(name);
      if (setting == nullptr) {
        throw SettingsError(Where(file, node.source()) + "there is no setting '" + name + "'");
      }
      if (!std::visit(Assign{settings, node}, setting->member)) {
        throw SettingsError(Where(file, node.source()) + "'" + name + "' has the wrong type");
      }
      if (const std::string why = RefusalOf(settings, *setting); !why.empty()) {
        throw SettingsError(Where(file, node.source()) + "'" + name + "' " + why);
      }
    }
  }
  return settings;
}

std::string FormatSetting(const Settings& settings, const Setting& setting) {
  return std::visit(Format{settings}, setting.member);
}

std::string ReadSecret(const std::string& file, std::string_view setting_name) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    throw SettingsError("cannot read '" + file + "', named by " + std::string(setting_name));
  }
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  while (!bytes.empty() && (bytes.back() == '\n' || bytes.back() == '\r')) bytes.pop_back();
  return bytes;
}

std::string ReadPaymentKey(const std::string& file, std::string_view setting_name) {
  struct stat status {};
  if (stat(file.c_str(), &status) == 0 && (status.st_mode & S_IRWXO) != 0) {
    throw SettingsError("'" + file + "', named by " + std::string(setting_name) +
                        ", is open to everybody on this machine (chmod o= closes it)");
  }
  return ReadSecret(file, setting_name);
}

std::string ReadSiteSecret(const Settings& settings) {
  constexpr std::size_t kShortest = 32;
  std::string secret = ReadPaymentKey(settings.secret_file, "site.secret_file");
  if (secret.size() < kShortest) {
    throw SettingsError("'" + settings.secret_file +
                        "', named by site.secret_file, is shorter than " +
                        std::to_string(kShortest) + " bytes");
  }
  return secret;
}

}  // namespace permit
