#include "sql/grants.h"

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "sql/grants_file.h"

namespace permit::sql {
namespace {

using Right = std::pair<std::string, std::string>;  // "UPDATE", "account"

// What grants.sql gives the site's user, in lines like
//   GRANT SELECT, INSERT ON `{schema}`.audit TO '{user}'@'{host}';
std::set<Right> GivenToTheSite() {
  constexpr std::string_view kOn = " ON `{schema}`.";
  constexpr std::string_view kTo = " TO '{user}'@'{host}'";
  std::set<Right> rights;
  std::string_view text = kGrants;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t on = line.find(kOn);
    const std::size_t to = line.find(kTo);
    if (!line.starts_with("GRANT ") || to == std::string_view::npos) continue;
    const std::string table(line.substr(on + kOn.size(), to - on - kOn.size()));
    line = line.substr(6, on - 6);
    while (!line.empty()) {
      const std::size_t comma = std::min(line.find(", "), line.size());
      rights.emplace(line.substr(0, comma), table);
      line.remove_prefix(std::min(comma + 2, line.size()));
    }
  }
  return rights;
}

// permit@localhost as information_schema writes it, 'permit'@'localhost', in a literal.
std::string GranteeLiteral(const std::string& user) {
  const std::size_t at = user.rfind('@');
  return "'''" + user.substr(0, at) + "''@''" + user.substr(at + 1) + "'''";
}

class Comparison {
 public:
  explicit Comparison(Database& database) : database_(database) {
    const Row row = database_.Run("SELECT CURRENT_USER() AS user, CURRENT_ROLE() AS role").at(0);
    verdict_.user = row.Text("user");
    verdict_.role = row.OptionalText("role").value_or("");
    if (verdict_.role == "NONE") verdict_.role.clear();  // as MySQL says it
  }

  RightsVerdict Run() {
    if (!verdict_.role.empty()) return std::move(verdict_);
    ReadWide("user_privileges", "'*.*'", "1");
    ReadWide("schema_privileges", "CONCAT(table_schema, '.*')", "DATABASE() LIKE table_schema");
    static constexpr const char* kOfOwner[] = {"SELECT", "INSERT", "UPDATE", "DELETE",
                                               "CREATE", "ALTER",  "DROP"};
    verdict_.owns = std::all_of(std::begin(kOfOwner), std::end(kOfOwner),
                                [&](const char* right) { return everywhere_.contains(right); });
    if (verdict_.owns) {
      verdict_.excess.clear();
      return std::move(verdict_);
    }
    ReadTables();
    ReadWide("column_privileges", "CONCAT(table_name, '.', column_name)", "0");
    for (const auto& [right, table] : given_) {
      if (everywhere_.contains(right) || held_.contains({right, table})) continue;
      verdict_.missing.push_back(right + " on " + table);
    }
    return std::move(verdict_);
  }

 private:
  std::vector<Row> Ask(const std::string& view, const std::string& place, const std::string& here) {
    return database_.Run("SELECT " + place + " AS place, " + here +
                         " AS here, privilege_type AS privilege, is_grantable AS grantable"
                         " FROM information_schema." +
                         view + " WHERE grantee = " + GranteeLiteral(verdict_.user));
  }

  // grants.sql gives none of these. Those of the whole schema count for each of its tables.
  void ReadWide(const std::string& view, const std::string& place, const std::string& here) {
    for (const Row& row : Ask(view, place, here)) {
      NoteGrantOption(row);
      if (row.Text("privilege") == "USAGE") continue;
      verdict_.excess.push_back(row.Text("privilege") + " on " + row.Text("place"));
      if (row.Flag("here")) everywhere_.insert(row.Text("privilege"));
    }
  }

  void ReadTables() {
    const std::string here = "table_schema = DATABASE()";
    for (const Row& row :
         Ask("table_privileges",
             "IF(" + here + ", table_name, CONCAT(table_schema, '.', table_name))", here)) {
      NoteGrantOption(row);
      Right right{row.Text("privilege"), row.Text("place")};
      if (right.first == "USAGE") continue;
      if (!row.Flag("here") || !given_.contains(right)) {
        verdict_.excess.push_back(right.first + " on " + right.second);
      }
      if (row.Flag("here")) held_.insert(std::move(right));
    }
  }

  // Each row of a grant says so anew.
  void NoteGrantOption(const Row& row) {
    if (row.Text("grantable") != "YES") return;
    std::string option = "GRANT OPTION on " + row.Text("place");
    std::vector<std::string>& excess = verdict_.excess;
    if (std::find(excess.begin(), excess.end(), option) == excess.end()) {
      excess.push_back(std::move(option));
    }
  }

  Database& database_;
  const std::set<Right> given_ = GivenToTheSite();
  std::set<std::string> everywhere_;  // held for every table of the schema
  std::set<Right> held_;
  RightsVerdict verdict_;
};

}  // namespace

std::string Grants(const std::string& schema, const std::string& user, const std::string& host) {
  std::string text(kGrants);
  for (const auto& [mark, name] : {std::pair<std::string, std::string>{"{schema}", schema},
                                   {"{user}", user},
                                   {"{host}", host}}) {
    for (char c : name) {
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         (c >= '0' && c <= '9') ||
                         std::string_view("_-.%").find(c) != std::string_view::npos;
      if (!plain) throw std::invalid_argument(name + " cannot be granted anything");
    }
    for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos; at += name.size()) {
      text.replace(at, mark.size(), name);
    }
  }
  return text;
}

RightsVerdict CompareRights(Database& database) { return Comparison(database).Run(); }

}  // namespace permit::sql
