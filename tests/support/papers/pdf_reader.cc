#include "tests/support/papers/pdf_reader.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <stdexcept>

#include "tests/support/child_process.h"

namespace permit::test {
namespace {

std::string Run(const std::vector<std::string>& arguments) {
  const Finished finished = RunProgram(arguments);
  if (finished.exit_code != 0) {
    throw std::runtime_error(arguments.front() + ": " + finished.output);
  }
  return finished.output;
}

std::string ReadFile(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string Unescape(std::string text) {
  for (const auto& [entity, character] :
       {std::pair{"&lt;", "<"}, std::pair{"&gt;", ">"}, std::pair{"&amp;", "&"}}) {
    for (std::size_t at; (at = text.find(entity)) != text.npos;) {
      text.replace(at, std::string_view(entity).size(), character);
    }
  }
  return text;
}

}  // namespace

PdfReader::PdfReader(const std::string& bytes) {
  std::string pattern = std::filesystem::temp_directory_path() / "pdf-reader-XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("mkdtemp");
  folder_ = pattern;
  file_ = folder_ + "/paper.pdf";
  std::ofstream(file_, std::ios::binary) << bytes;
}

PdfReader::~PdfReader() {
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string PdfReader::Text() const { return WithoutSpace(Run({"pdftotext", file_, "-"})); }

std::string PdfReader::Lines() const { return Run({"pdftotext", file_, "-"}); }

std::string PdfReader::MutoolLines() const {
  return Run({"mutool", "draw", "-q", "-F", "txt", file_});
}

std::vector<std::string> PdfReader::StructureTexts() const {
  std::istringstream lines(Run({"pdfinfo", "-struct-text", file_}));
  std::vector<std::string> texts;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == line.npos || line[begin] != '"' || line.size() < begin + 2) continue;
    texts.push_back(line.substr(begin + 1, line.size() - begin - 2));
  }
  return texts;
}

std::vector<PdfReader::Font> PdfReader::Fonts() const {
  std::istringstream lines(Run({"pdffonts", file_}));
  std::vector<Font> fonts;
  static const std::regex kLine(R"(^(\S+)\s.*\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$)");
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (!std::regex_match(line, match, kLine)) continue;
    fonts.push_back({match[1], match[2] == "yes", match[3] == "yes", match[4] == "yes"});
  }
  return fonts;
}

std::string PdfReader::Info() const { return Run({"pdfinfo", file_}); }

std::string PdfReader::Links() const { return Run({"pdfinfo", "-url", file_}); }

std::string PdfReader::Language() const {
  const std::string json = Run({"qpdf", "--json", "--json-key=qpdf", file_});
  // Elements of the structure name languages as well; the catalog's stands before its type.
  const std::string before = json.substr(0, json.find(R"("/Type": "/Catalog")"));
  const std::size_t last = before.rfind(R"("/Lang": )");
  static const std::regex kLanguage(R"re("/Lang": "(?:u:)?([^"]*)")re");
  std::smatch match;
  return last != before.npos && std::regex_search(before.begin() + static_cast<long>(last),
                                                  before.end(), match, kLanguage)
             ? match[1].str()
             : "";
}

std::string PdfReader::Check() const {
  const Finished finished = RunProgram({"qpdf", "--check", file_});
  const bool clean =
      finished.exit_code == 0 &&
      finished.output.find("No syntax or stream encoding errors") != std::string::npos;
  return clean ? "" : finished.output;
}

std::vector<PdfReader::Word> PdfReader::Words() const {
  constexpr double kMillimetres = 25.4 / 72;
  std::istringstream lines(Run({"pdftotext", "-bbox", file_, "-"}));
  static const std::regex kWord(
      R"re(<word xMin="([0-9.-]+)" yMin="([0-9.-]+)" xMax="([0-9.-]+)" yMax="([0-9.-]+)">(.*)</word>)re");
  std::vector<Word> words;
  int page = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.find("<page ") != line.npos) ++page;
    std::smatch match;
    if (!std::regex_search(line, match, kWord)) continue;
    words.push_back({page, Unescape(match[5]), std::stod(match[1]) * kMillimetres,
                     std::stod(match[2]) * kMillimetres, std::stod(match[3]) * kMillimetres,
                     std::stod(match[4]) * kMillimetres});
  }
  return words;
}

std::string PdfReader::Picture(int dpi) const {
  const std::string name = folder_ + "/page" + std::to_string(dpi);
  Run({"pdftoppm", "-r", std::to_string(dpi), "-f", "1", "-l", "1", "-singlefile", "-png", file_,
       name});
  return name + ".png";
}

std::vector<std::string> PdfReader::Zbar(int dpi) const {
  // It talks about its desktop on standard error, so that its findings go through a file.
  const std::string found = folder_ + "/found";
  Run({"sh", "-c", "exec zbarimg -q --raw \"$1\" >\"$2\" 2>/dev/null", "sh", Picture(dpi), found});
  std::istringstream lines(ReadFile(found));
  std::vector<std::string> texts;
  for (std::string line; std::getline(lines, line);) texts.push_back(line);
  std::sort(texts.begin(), texts.end());
  return texts;
}

std::vector<std::string> PdfReader::Zxing(int dpi) const {
  std::istringstream lines(Run({"ZXingReader", Picture(dpi)}));
  static const std::regex kText(R"re(^Text:\s+"(.*)"$)re");
  std::vector<std::string> texts;
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (std::regex_match(line, match, kText)) texts.push_back(match[1]);
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

std::string PdfReader::Page(int dpi) const {
  Run({"pdftoppm", "-r", std::to_string(dpi), "-singlefile", file_, folder_ + "/page"});
  return ReadFile(folder_ + "/page.ppm");
}

std::string PdfReader::PartPicture(int dpi, const views::Box& part) const {
  const auto dots = [dpi](double millimetres) {
    return std::to_string(static_cast<int>(millimetres / 25.4 * dpi));
  };
  const std::string name = folder_ + "/part" + std::to_string(dpi);
  Run({"pdftoppm", "-r", std::to_string(dpi), "-f", "1", "-l", "1", "-singlefile", "-png", "-x",
       dots(part.x), "-y", dots(part.y), "-W", dots(part.width), "-H", dots(part.height), file_,
       name});
  return name + ".png";
}

std::string PdfReader::ZbarBytes(int dpi, const views::Box& part) const {
  const std::string found = folder_ + "/found";
  Run({"sh", "-c", "exec zbarimg -q --raw --oneshot -Sbinary \"$1\" >\"$2\" 2>/dev/null", "sh",
       PartPicture(dpi, part), found});
  return ReadFile(found);
}

std::string PdfReader::ZxingBytes(int dpi, const views::Box& part) const {
  return Run({"ZXingReader", "-bytes", PartPicture(dpi, part)});
}

std::string PdfReader::FirstPicture() const {
  Run({"pdfimages", "-all", "-f", "1", "-l", "1", file_, folder_ + "/picture"});
  return ReadFile(folder_ + "/picture-000.jpg");
}

std::string WithoutSpace(std::string_view text) {
  std::string kept;
  for (char c : text) {
    if (c != ' ' && c != '\n' && c != '\f' && c != '\r' && c != '\t') kept += c;
  }
  return kept;
}

}  // namespace permit::test
