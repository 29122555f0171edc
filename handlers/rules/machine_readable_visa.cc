#include "handlers/rules/machine_readable_visa.h"

#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

namespace permit {
namespace {

constexpr std::string_view kHead = "V<TWN";
constexpr char kFiller = '<';
constexpr std::size_t kBetween = 2;  // fillers between family and given names

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return c >= 'A' && c <= 'Z'; }
bool IsZoneText(std::string_view text) {
  return std::ranges::all_of(text,
                             [](char c) { return IsDigit(c) || IsLetter(c) || c == kFiller; });
}

// Doc 9303-3, 6.A.
struct Transliteration {
  std::string_view letters;
  std::string_view as;
};
constexpr Transliteration kTransliterations[] = {
    {"ÀÁÂÃĀĂĄàáâãāăą", "A"},
    {"ÄÆäæ", "AE"},
    {"Åå", "AA"},
    {"ÇĆĈĊČçćĉċč", "C"},
    {"ÐĎĐðďđ", "D"},
    {"ÈÉÊËĒĔĖĘĚèéêëēĕėęě", "E"},
    {"ĜĞĠĢĝğġģ", "G"},
    {"ĤĦĥħ", "H"},
    {"ÌÍÎÏĨĪĬĮİìíîïĩīĭįı", "I"},
    {"Ĵĵ", "J"},
    {"Ķķ", "K"},
    {"ĹĻĽĿŁĺļľŀł", "L"},
    {"ÑŃŅŇñńņň", "N"},
    {"ÒÓÔÕŌŎŐòóôõōŏő", "O"},
    {"ÖØŒöøœ", "OE"},
    {"ŔŖŘŕŗř", "R"},
    {"ŚŜŞŠśŝşš", "S"},
    {"ßẞ", "SS"},
    {"ŢŤŦţťŧ", "T"},
    {"Þþ", "TH"},
    {"ÙÚÛŨŪŬŮŰŲǓǔǙǚùúûũūŭůűų", "U"},
    {"Üü", "UE"},
    {"Ŵŵ", "W"},
    {"ÝŶŸýŷÿ", "Y"},
    {"ŹŻŽźżž", "Z"},
    {" -‐‑", "<"},
    {"'’.·", ""},
};

// The UTF-8 character that the text begins with.
std::string_view FirstCharacter(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
  return text.substr(0, size);
}

std::optional<std::string> Transliterated(std::string_view character) {
  const char c = character.front();
  if (c >= 'a' && c <= 'z') return std::string(1, static_cast<char>(c - 'a' + 'A'));
  if (IsLetter(c)) return std::string(1, c);
  for (const Transliteration& row : kTransliterations) {
    for (std::string_view rest = row.letters; !rest.empty();
         rest.remove_prefix(FirstCharacter(rest).size())) {
      if (FirstCharacter(rest) == character) return std::string(row.as);
    }
  }
  return std::nullopt;
}

// One part of a name, its words apart by single fillers.
std::optional<std::string> NamePart(std::string_view text) {
  std::string part;
  while (!text.empty()) {
    const std::string_view character = FirstCharacter(text);
    text.remove_prefix(character.size());
    const auto letters = character == "," ? "<" : Transliterated(character);
    if (!letters) return std::nullopt;
    if (*letters == "<" && (part.empty() || part.back() == kFiller)) continue;
    part += *letters;
  }
  while (!part.empty() && part.back() == kFiller) part.pop_back();
  return part;
}

// Cut to `room` so that it ends in a letter: where a word would end there, the one before it gives
// up its last letter for the next one's first. A word of one letter is left out instead, for two
// fillers in a row would part the family name from the given names.
std::string Cut(std::string part, std::size_t room) {
  while (part.size() > room && room >= 2 && part[room - 1] == kFiller) {
    const bool single = room == 2 || part[room - 3] == kFiller;
    part.erase(room - 2, single ? 2 : 1);
  }
  if (part.size() <= room) return part;
  part.resize(room);
  while (!part.empty() && part.back() == kFiller) part.pop_back();
  return part;
}

std::string ZoneDate(Date date) {
  char text[8];
  std::snprintf(text, sizeof text, "%02d%02u%02u", static_cast<int>(date.year()) % 100,
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

// The date of that year of a century, in the first century from `century` on.
std::optional<Date> ReadZoneDate(std::string_view text, int century) {
  if (!std::ranges::all_of(text, IsDigit)) return std::nullopt;
  const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  const Date date{std::chrono::year{century + two(0)},
                  std::chrono::month{static_cast<unsigned>(two(2))},
                  std::chrono::day{static_cast<unsigned>(two(4))}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<Date> ReadBirth(std::string_view text, Date reference) {
  const int century = static_cast<int>(reference.year()) / 100 * 100;
  const auto date = ReadZoneDate(text, century);
  if (date && *date <= reference) return date;
  return ReadZoneDate(text, century - 100);
}

std::optional<Date> ReadExpiry(std::string_view text, Date reference) {
  const int century = static_cast<int>(reference.year()) / 100 * 100;
  const auto date = ReadZoneDate(text, century);
  if (date && *date >= reference) return date;
  return ReadZoneDate(text, century + 100);
}

std::string Filled(std::string text, std::size_t size) {
  text.resize(size, kFiller);
  return text;
}

std::string WithoutFillers(std::string_view text) {
  const std::size_t last = text.find_last_not_of(kFiller);
  return std::string(text.substr(0, last == std::string_view::npos ? 0 : last + 1));
}

}  // namespace

char CheckDigit(std::string_view text) {
  constexpr int kWeights[] = {7, 3, 1};
  int sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const int value = IsDigit(c) ? c - '0' : IsLetter(c) ? c - 'A' + 10 : 0;
    sum += value * kWeights[i % 3];
  }
  return static_cast<char>('0' + sum % 10);
}

std::optional<std::string> VisaName(std::string_view name) {
  const std::size_t comma = name.find(',');
  const auto family = NamePart(name.substr(0, comma));
  const auto given = NamePart(comma == std::string_view::npos ? "" : name.substr(comma + 1));
  if (!family || !given || (family->empty() && given->empty())) return std::nullopt;
  if (family->empty() || given->empty()) return Cut(family->empty() ? *given : *family, kVisaName);
  const std::string first = Cut(*family, kVisaName - kBetween - 1);
  return first + std::string(kBetween, kFiller) + Cut(*given, kVisaName - kBetween - first.size());
}

std::string TravelDocumentSpelling(std::string_view name) {
  constexpr std::string_view kNeverU = "JQXYjqxy";  // which no U follows that is not Ü
  std::string spelt;
  while (!name.empty()) {
    const std::string_view character = FirstCharacter(name);
    name.remove_prefix(character.size());
    if (character != "Ü" && character != "ü") {
      spelt += character;
      continue;
    }
    const bool before_e = !name.empty() && (name.front() == 'E' || name.front() == 'e');
    const bool after = !spelt.empty() && kNeverU.find(spelt.back()) != std::string_view::npos;
    spelt += before_e || after ? "U" : "YU";
  }
  return spelt;
}

std::optional<std::string> WriteVisaZone(const VisaZone& zone) {
  if (zone.name.empty() || zone.name.size() > kVisaName || zone.number.size() > kVisaNumber ||
      zone.number.empty() || zone.nationality.size() != 3 || !zone.birth_date.ok() ||
      !zone.expires_on.ok()) {
    return std::nullopt;
  }
  const std::string number = Filled(zone.number, kVisaNumber);
  const std::string birth = ZoneDate(zone.birth_date);
  const std::string expiry = ZoneDate(zone.expires_on);
  std::string text = std::string(kHead) + Filled(zone.name, kVisaName) + number +
                     CheckDigit(number) + zone.nationality + birth + CheckDigit(birth) +
                     (zone.male ? 'M' : 'F') + expiry + CheckDigit(expiry);
  return IsZoneText(text) ? std::optional(text) : std::nullopt;
}

std::optional<VisaZone> ReadVisaZone(std::string_view text, Date reference) {
  if (text.size() != kVisaZone || !text.starts_with(kHead) || !IsZoneText(text)) {
    return std::nullopt;
  }
  const std::string_view line = text.substr(36);
  const std::string_view number = line.substr(0, kVisaNumber);
  const std::string_view birth = line.substr(13, 6);
  const std::string_view expiry = line.substr(21, 6);
  const bool checked = CheckDigit(number) == line[9] && CheckDigit(birth) == line[19] &&
                       CheckDigit(expiry) == line[27];
  if (!checked || (line[20] != 'M' && line[20] != 'F')) return std::nullopt;
  const auto born = ReadBirth(birth, reference);
  const auto expires = ReadExpiry(expiry, reference);
  if (!born || !expires) return std::nullopt;
  VisaZone zone{.name = WithoutFillers(text.substr(kHead.size(), kVisaName)),
                .number = WithoutFillers(number),
                .nationality = std::string(line.substr(10, 3)),
                .birth_date = *born,
                .male = line[20] == 'M',
                .expires_on = *expires};
  return WriteVisaZone(zone) == text ? std::optional(std::move(zone)) : std::nullopt;
}

}  // namespace permit
