// The machine readable zone of a visa: its text, and the names that stand in it.
#include <chrono>

#include "handlers/rules/machine_readable_visa.h"
#include "tests/fuzz/property.h"

namespace permit::fuzz {
namespace {

using namespace std::chrono_literals;

const Date kReference = 2026y / 3 / 2;

// Doc 9303-3, 4.9, by the place of a character in a table.
char OtherCheckDigit(std::string_view text) {
  constexpr std::string_view kValues = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  std::size_t sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t value = kValues.find(text[i]);
    const std::size_t weight = i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1;
    if (value != std::string_view::npos) sum += value * weight;
  }
  return static_cast<char>('0' + sum % 10);
}

void RequireSame(const VisaZone& a, const VisaZone& b) {
  Require(a.name == b.name && a.number == b.number && a.nationality == b.nationality &&
              a.birth_date == b.birth_date && a.male == b.male && a.expires_on == b.expires_on,
          "a zone that was written reads back");
}

void TryZone(std::string_view text) {
  const auto zone = ReadVisaZone(text, kReference);
  if (!zone) return;
  Require(WriteVisaZone(*zone) == text, "a zone has one form");
  Require(zone->birth_date <= kReference && zone->expires_on >= kReference,
          "a birth lies before, an end ahead");
}

// The input as a zone's text, with the right check digits.
void TryChecked(std::string_view input) {
  std::string text(input.substr(0, kVisaZone));
  text.resize(kVisaZone, '<');
  for (const auto& [at, size] : {std::pair{36, 9}, std::pair{49, 6}, std::pair{57, 6}}) {
    text[static_cast<std::size_t>(at + size)] = CheckDigit(std::string_view(text).substr(
        static_cast<std::size_t>(at), static_cast<std::size_t>(size)));
  }
  TryZone(text);
}

void TryName(std::string_view input) {
  const std::string spelt = TravelDocumentSpelling(input);
  Require(TravelDocumentSpelling(spelt) == spelt, "a name is spelt once");
  const auto name = VisaName(input);
  if (!name) return;
  Require(!name->empty() && name->size() <= kVisaName, "a name fits its place");
  Require(name->back() != '<' && name->front() != '<' && name->find("<<<") == std::string::npos,
          "a name has no fillers to spare");
  Require(name->find("<<", name->find("<<") + 2) == std::string::npos,
          "two fillers part the family name from the given names, once");
  const VisaZone zone = {.name = *name,
                         .number = "11500123",
                         .nationality = "CHN",
                         .birth_date = 2003y / 1 / 1,
                         .male = input.size() % 2 == 0,
                         .expires_on = 2028y / 3 / 2};
  const auto text = WriteVisaZone(zone);
  Require(text.has_value(), "a name can be written");
  const auto again = ReadVisaZone(*text, kReference);
  Require(again.has_value(), "and read");
  RequireSame(*again, zone);
}

}  // namespace

void Try(std::string_view input) {
  Require(CheckDigit(input) == OtherCheckDigit(input), "a check digit is that of the standard");
  TryZone(input);
  TryChecked(input);
  TryName(input);
}

}  // namespace permit::fuzz
