// Every form gets what no student sends on purpose, and answers with its errors and an unchanged
// database. The forms are those of the route table: one without a sample fails here.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "handlers/routes.h"
#include "tests/handlers/forms/form_samples.h"

namespace permit::test {
namespace {

constexpr char kUrlEncoded[] = "application/x-www-form-urlencoded";
const std::string kMultipart = "multipart/form-data; boundary=" + std::string(kBoundary);

const std::string kTooLong(5000, 'a');
const std::string kHugeNumber(40, '9');
const std::vector<std::string> kNumbers = {"-1", kHugeNumber, "1e309"};
const std::vector<std::string> kDates = {"2026/02/30", "1900/02/29", "2026/13/01", "0000/00/00"};
const std::vector<std::string> kControls = {"\x01",     std::string(1, '\0'), "\x7f",
                                            "\xc2\x85", "\xef\xbf\xb9",       "\xef\xbf\xbe"};
// A lone byte, an overlong slash, a surrogate, one that ends too early, one past the last plane.
const std::vector<std::string> kNoUtf8 = {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xe6\xbc",
                                          "\xf4\x90\x80\x80"};

std::vector<std::string> FormRoutes() {
  std::vector<std::string> paths;
  for (const Route& route : Routes()) {
    if (route.method == Method::kPost) paths.emplace_back(route.path);
  }
  return paths;
}

const Route& RouteOf(const std::string& path) {
  return *std::find_if(Routes().begin(), Routes().end(), [&](const Route& route) {
    return route.method == Method::kPost && route.path == path;
  });
}

Fields With(Fields fields, const std::string& name, const std::string& value) {
  for (auto& field : fields) {
    if (field.first == name) field.second = value;
  }
  return fields;
}

class BadInputTest : public FormScenario, public ::testing::WithParamInterface<std::string> {
 protected:
  void Open() {
    sample = (this->*Makers().at(GetParam()))();
    shape = RouteOf(GetParam()).fields ? RouteOf(GetParam()).fields() : FormShape{};
    gateway = RouteOf(GetParam()).access == Access::kGateway;
    if (gateway) browser.ForgetCookies();
    if (!sample.page.empty()) {
      EXPECT_EQ(browser.Get(sample.page).status, 200);
      token = InputValue(browser.page(), "csrf");
    }
    watch = std::make_unique<RowWatch>(database);
  }

  Fields Tokens(Fields fields) {
    if (gateway) return fields;
    fields.emplace_back("csrf", token);
    const bool has_act = std::any_of(fields.begin(), fields.end(),
                                     [](const auto& field) { return field.first == "act"; });
    if (!has_act) fields.emplace_back("act", random.Uuid());
    AddPresentRevision(fields);
    return fields;
  }

  // Of a form that several windows may save: as a page sends it that was opened just now.
  void AddPresentRevision(Fields& fields) {
    const auto has = [&](const auto& all, auto name_of) {
      return std::any_of(all.begin(), all.end(),
                         [&](const auto& one) { return name_of(one) == "revision"; });
    };
    if (!has(shape.entries, [](const FormEntry& entry) { return entry.name; }) ||
        has(fields, [](const auto& field) { return field.first; })) {
      return;
    }
    const std::string page = browser.Get(sample.page).body;
    for (const char* name : {"revision", "page"}) fields.emplace_back(name, InputValue(page, name));
  }

  bool IsPersons(const std::string& name) const {
    return std::any_of(shape.entries.begin(), shape.entries.end(), [&](const FormEntry& entry) {
      return entry.name == name && entry.writer == Writer::kPerson;
    });
  }

  bool IsRefusal(const Response& answer) const {
    if (sample.takes_anything || sample.leads_elsewhere) {
      if (answer.status == 303) return true;
    }
    for (int status : {400, 403, 404, 413, 415, 422}) {
      if (answer.status == status) return true;
    }
    return false;
  }

  // What of the changes is neither a failed try's nor kept work.
  std::string Unmeant(bool work) {
    std::istringstream lines(watch->Changes());
    std::string unmeant;
    for (std::string line; std::getline(lines, line);) {
      auto begins = [&](const std::string& start) { return line.starts_with(start); };
      auto meant = [&](const auto& starts) {
        return std::any_of(starts.begin(), starts.end(), begins);
      };
      if (!meant(sample.failure_writes) && !(work && meant(sample.work_kept))) {
        unmeant += line + "\n";
      }
    }
    database.Run("UPDATE account SET failures = 0, rests_until = NULL");
    database.Run("DELETE FROM rate_counter");
    watch->Changes();
    return unmeant;
  }

  void ExpectRefused(const Response& answer, const std::string& what, bool work = false) {
    const std::string unmeant = Unmeant(work);
    EXPECT_EQ(unmeant, "") << what;
    EXPECT_TRUE(IsRefusal(answer)) << what << ": " << answer.status;
    if (answer.status == 422) {
      const bool told = answer.body.find("error-summary") != std::string::npos ||
                        answer.body.find("warn-box") != std::string::npos;
      EXPECT_TRUE(told) << what << " without a word";
    }
  }

  void ExpectFieldRefused(const Fields& fields, const std::string& name, const std::string& what,
                          bool work = false) {
    const Response answer =
        browser.PostBody(sample.path, kUrlEncoded, UrlEncodedBody(Tokens(fields)));
    ExpectRefused(answer, name + " " + what, work);
    EXPECT_NE(answer.status, 403) << name << " " << what;
    if (answer.status != 422 || !IsPersons(name) || sample.told_together.contains(name)) return;
    EXPECT_NE(answer.body.find("id=\"" + name + "-error\""), std::string::npos)
        << name << " " << what << ": no message at the field";
  }

  void ExpectBodyRefused(const std::string& type, const std::string& body,
                         const std::string& what) {
    ExpectRefused(browser.PostBody(sample.path, type, body), what);
  }

  // Every field of a small form with every value; of a large one, with one value in turn.
  template <class Try>
  void EachField(const std::vector<std::string>& values, Try attempt) {
    const Fields good = sample.good();
    constexpr std::size_t kSmall = 12;
    for (std::size_t field = 0; field < good.size(); ++field) {
      for (std::size_t value = 0; value < values.size(); ++value) {
        if (good.size() > kSmall && value != field % values.size()) continue;
        attempt(good[field].first, good[field].second, values[value]);
      }
    }
  }

  FormSample sample;
  FormShape shape;
  bool gateway = false;
  std::string token;
  std::unique_ptr<RowWatch> watch;
};

TEST(BadInput, EveryFormOfTheSiteHasASampleOfGoodInput) {
  struct World : FormScenario {
    void TestBody() override {}
    using FormScenario::Makers;
  };
  std::set<std::string> samples;
  for (const auto& [path, make] : World::Makers()) samples.insert(path);
  const std::vector<std::string> forms = FormRoutes();
  EXPECT_EQ(samples, std::set<std::string>(forms.begin(), forms.end()));
}

TEST_P(BadInputTest, NothingAtAll) {
  Open();
  ExpectBodyRefused("", "", "no body");
  ExpectBodyRefused(kUrlEncoded, "", "an empty form");
  const Fields good = sample.good();
  if (good.empty()) return;
  Fields empty;
  for (const auto& field : good) empty.emplace_back(field.first, "");
  ExpectBodyRefused(kUrlEncoded, UrlEncodedBody(Tokens(empty)), "empty fields");
  ExpectBodyRefused(kUrlEncoded, UrlEncodedBody(Tokens({})), "the tokens alone");
}

TEST_P(BadInputTest, EveryFieldTooLong) {
  Open();
  for (const auto& [name, value] : sample.good()) {
    ExpectFieldRefused(With(sample.good(), name, kTooLong), name, "too long");
  }
  Fields all = sample.good();
  for (auto& field : all) field.second = kTooLong;
  if (!all.empty()) ExpectBodyRefused(kUrlEncoded, UrlEncodedBody(Tokens(all)), "all too long");
  for (auto& field : all) field.second = std::string(70'000, 'a');
  if (!all.empty()) ExpectBodyRefused(kUrlEncoded, UrlEncodedBody(Tokens(all)), "over all limits");
}

// Derived from the shapes, so that a new field without a limit or without words of its own fails.
TEST_P(BadInputTest, EveryFieldOfAPersonHasALimitAndAMessageOfItsOwn) {
  Open();
  for (const FormEntry& entry : shape.entries) {
    const std::string name(entry.name);
    if (entry.writer != Writer::kPerson) continue;
    Fields fields = sample.good();
    std::erase_if(fields, [&](const auto& field) { return field.first == name; });
    const Fields along = sample.asked_with[name];
    fields.insert(fields.end(), along.begin(), along.end());
    fields.emplace_back(name, std::string(1500, 'a'));
    const Response answer =
        browser.PostBody(sample.path, kUrlEncoded, UrlEncodedBody(Tokens(fields)));
    ExpectRefused(answer, name);
    EXPECT_EQ(answer.status, 422) << name;
    const std::string place =
        sample.told_together.contains(name) ? "error-summary" : "id=\"" + name + "-error\"";
    EXPECT_NE(answer.body.find(place), std::string::npos) << name;
  }
}

TEST_P(BadInputTest, TheSameInParts) {
  Open();
  const Fields good = sample.good();
  for (std::size_t at = 0; at < good.size(); ++at) {
    const auto& [name, value] = good[at];
    const std::pair<const char*, std::string> spoilt[] = {
        {"too long", kTooLong}, {"a control", value + "\x01"}, {"no UTF-8", value + "\xff"}};
    for (const auto& [what, bad] : spoilt) {
      ExpectBodyRefused(kMultipart, MultipartBody(Tokens(With(good, name, bad)), {}),
                        name + " in parts: " + what);
    }
    Fields twice = good;
    twice.emplace_back(name, "other");
    const auto entry =
        std::find_if(shape.entries.begin(), shape.entries.end(),
                     [&, name = name](const FormEntry& one) { return one.name == name; });
    if (entry != shape.entries.end() && entry->many) continue;
    ExpectBodyRefused(kMultipart, MultipartBody(Tokens(twice), {}), name + " in parts, twice");
  }
}

TEST_P(BadInputTest, ControlCharacters) {
  Open();
  EachField(kControls, [&](const std::string& name, const std::string& value,
                           const std::string& control) {
    ExpectFieldRefused(With(sample.good(), name, value + control + value), name, "with a control");
  });
}

TEST_P(BadInputTest, BytesThatAreNoUtf8) {
  Open();
  EachField(kNoUtf8,
            [&](const std::string& name, const std::string& value, const std::string& bytes) {
              ExpectFieldRefused(With(sample.good(), name, value + bytes), name, "no UTF-8");
            });
  Fields fields = sample.good();
  fields.emplace_back("\xff", "x");
  if (!sample.takes_anything) {
    ExpectBodyRefused(kUrlEncoded, UrlEncodedBody(Tokens(fields)), "a name that is no UTF-8");
  }
}

TEST_P(BadInputTest, NumbersAndDatesThatCannotBe) {
  Open();
  for (const auto& list : {kNumbers, kDates}) {
    EachField(list, [&](const std::string& name, const std::string&, const std::string& bad) {
      if (sample.free_text.contains(name)) return;
      ExpectFieldRefused(With(sample.good(), name, bad), name, bad, true);
    });
  }
}

TEST_P(BadInputTest, FieldsTwiceAndFieldsOfAnotherForm) {
  Open();
  for (const auto& [name, value] : sample.good()) {
    const auto entry =
        std::find_if(shape.entries.begin(), shape.entries.end(),
                     [&, name = name](const FormEntry& one) { return one.name == name; });
    if (entry != shape.entries.end() && entry->many) continue;
    for (const std::string& second : {value, std::string("other")}) {
      Fields fields = sample.good();
      fields.emplace_back(name, second);
      ExpectBodyRefused(kUrlEncoded, UrlEncodedBody(Tokens(fields)), name + " twice");
    }
  }
  Fields twice = Tokens(sample.good());
  twice.insert(twice.end(), {{"csrf", token}});
  if (!gateway) ExpectBodyRefused(kUrlEncoded, UrlEncodedBody(twice), "the token twice");

  const Fields others[] = {{{"login_name", "student1"}, {"password", kPassword}},
                           {{"agreed", "yes"}},
                           {{"agree", "yes"}},
                           {{"method", "credit-card"}, {"group", "156970001"}},
                           {{"taiwan_address", "臺北市"}, {"do", "save"}},
                           {{"stranger", "x"}}};
  for (const Fields& other : others) {
    const bool own =
        std::any_of(shape.entries.begin(), shape.entries.end(),
                    [&](const auto& entry) { return entry.name == other.front().first; });
    if (own) continue;
    ExpectFieldRefused(other, other.front().first, "of another form");
    Fields both = sample.good();
    both.insert(both.end(), other.begin(), other.end());
    if (!gateway || !sample.takes_anything)
      ExpectBodyRefused(kUrlEncoded, UrlEncodedBody(Tokens(both)), "with another form's fields");
  }
}

TEST_P(BadInputTest, BodiesOfNoForm) {
  Open();
  const std::string body = UrlEncodedBody(Tokens(sample.good()));
  const std::string parts = MultipartBody(Tokens(sample.good()), sample.files);
  if (!sample.takes_anything) {
    ExpectBodyRefused("text/plain", body, "plain text");
    ExpectBodyRefused("application/json", "{}", "JSON");
    ExpectBodyRefused(std::string(kUrlEncoded) + "; charset=big5", body, "another character set");
  }
  ExpectBodyRefused(kUrlEncoded, body + "&x=%E", "cut within a character");
  ExpectBodyRefused("multipart/form-data", parts, "no boundary");
  ExpectBodyRefused("multipart/form-data; boundary=" + std::string(200, 'x'), parts,
                    "a boundary too long");
  ExpectBodyRefused("multipart/form-data; boundary=other", parts, "another boundary");
  ExpectBodyRefused(kMultipart, parts.substr(0, parts.size() / 2), "cut short");
  ExpectBodyRefused(kMultipart, parts.substr(0, parts.size() - 4), "its end cut off");
  ExpectBodyRefused(kMultipart, parts + "more", "more behind the end");
  std::string many;
  for (int field = 0; field < 10'000; ++field) many += "f" + std::to_string(field) + "=x&";
  ExpectBodyRefused(kUrlEncoded, many + body, "ten thousand fields");
  if (!sample.files.empty()) return;
  ExpectBodyRefused(kMultipart, MultipartBody(Tokens(sample.good()), {{"stray", "a.jpg", "x"}}),
                    "a file that the form does not have");
}

// What an address may say of a case, a file, a date or a page, and what no link of the site says.
class BadAddressTest : public FormScenario {
 protected:
  void Ask(const std::string& address) {
    EXPECT_LT(browser.Get(address).status, 500) << address.substr(0, 200);
    Browser nobody(dispatcher);
    EXPECT_LT(nobody.Get(address).status, 500) << "a stranger, " << address.substr(0, 200);
    EXPECT_EQ(watch.Changes(), "") << address.substr(0, 200);
  }

  static std::string Filled(std::string path, const std::string& value) {
    for (std::size_t open; (open = path.find('{')) != std::string::npos;) {
      path.replace(open, path.find('}') - open + 1, value);
    }
    return path;
  }

  RowWatch watch{database};
};

TEST_F(BadAddressTest, EveryPageBearsWhatItsAddressSays) {
  const std::vector<std::string> values = {
      "-1",           kHugeNumber, "1e309",     "2026%2F02%2F30",
      "%01",          "%ff",       "%E2%80%AE", "%F0%A0%AE%B7",
      "'%20OR%201=1", "..",        "a%5Cb",     kTooLong.substr(0, 1500)};
  constexpr const char* kNames[] = {"group", "receipt", "service", "stage",  "from",
                                    "to",    "page",    "list",    "lang",   "next",
                                    "done",  "way",     "all",     "saved",  "check",
                                    "asked", "tried",   "agree",   "agreed", "problem"};
  for (const Route& route : Routes()) {
    if (route.method != Method::kGet) continue;
    const std::string path(route.path);
    for (const std::string& value : values) {
      if (path.find('{') != std::string::npos) Ask(Filled(path, value));
      std::string query;
      for (const char* name : kNames) query += std::string(name) + "=" + value + "&";
      Ask(Filled(path, "exchange") + "?" + query + query);
    }
  }
}

TEST_F(BadAddressTest, EveryPageBearsWhatCookiesAndHeadersSay) {
  const std::string bad[] = {"", "\x01", "\xff\xfe", "\"", "a; b=c", "=", kHugeNumber, kTooLong};
  for (const Route& route : Routes()) {
    if (route.method != Method::kGet) continue;
    const std::string path = Filled(std::string(route.path), "exchange");
    for (const std::string& value : bad) {
      Browser unknown(dispatcher);
      for (const char* name : {"session", "visit", "lang"}) {
        unknown.SetCookie(name, value);
      }
      unknown.SetHeader("HTTP_ACCEPT_LANGUAGE", value);
      unknown.SetHeader("HTTP_IF_NONE_MATCH", value);
      unknown.SetHeader("CONTENT_TYPE", value);
      EXPECT_LT(unknown.Get(path).status, 500) << path << " with " << value.substr(0, 20);
      EXPECT_EQ(watch.Changes(), "") << path << " with " << value.substr(0, 20);
    }
  }
}

TEST_F(BadAddressTest, EverySearchNamesTheFieldThatCannotBe) {
  const std::pair<const char*, std::vector<const char*>> searches[] = {
      {"progress", {"group", "receipt", "from", "to"}},
      {"download/permits", {"group", "receipt", "from", "to"}},
      {"download/receipts", {"group", "receipt", "from", "to"}},
      {"withdrawal", {"group", "receipt"}}};
  for (const auto& [page, fields] : searches) {
    for (const char* field : fields) {
      for (const char* value :
           {"-1", "99999999999999999999", "2026%2F02%2F30", "%01", "%EF%BF%B9"}) {
        const Response answer =
            browser.Get(std::string(kStudent) + "/" + page + "?list=yes&" + field + "=" + value);
        EXPECT_EQ(answer.status, 422) << page << " " << field << " " << value;
        EXPECT_NE(answer.body.find("id=\"" + std::string(field) + "-error\""), std::string::npos)
            << page << " " << field << " " << value;
      }
    }
  }
}

// Last, that the refusals were due to what was spoilt.
TEST_P(BadInputTest, TheGoodOneIsTaken) {
  Open();
  const Response answer =
      sample.files.empty()
          ? browser.PostBody(sample.path, kUrlEncoded, UrlEncodedBody(Tokens(sample.good())))
          : browser.PostBody(sample.path, kMultipart,
                             MultipartBody(Tokens(sample.good()), sample.files));
  EXPECT_EQ(answer.status, sample.taken) << answer.body;
}

std::string NameOf(const ::testing::TestParamInfo<std::string>& route) {
  std::string name;
  for (char c : route.param.substr(std::string("/coa-frontend/").size())) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) name += c;
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Forms, BadInputTest, ::testing::ValuesIn(FormRoutes()), NameOf);

}  // namespace
}  // namespace permit::test
