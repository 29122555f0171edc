#include "views/renderer.h"

#include <algorithm>
#include <array>
#include <boost/locale.hpp>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>

#include "views/dictionary.h"
#include "views/dictionary_tree.h"
#include "views/template_source.h"

namespace permit::views {
namespace {

namespace fs = std::filesystem;

constexpr char kDomain[] = "permit";
constexpr char kStaticRoot[] = "/coa-frontend/static/";

// Blank lines mean something in a plain text.
bool IsPlain(std::string_view name) { return name.ends_with(".txt.tpl"); }
ctemplate::Strip StripOf(std::string_view name) {
  return IsPlain(name) ? ctemplate::DO_NOT_STRIP : ctemplate::STRIP_BLANK_LINES;
}

std::size_t Index(Language language) { return static_cast<std::size_t>(language); }

const char* LocaleName(Language language) {
  switch (language) {
    case Language::kChinese:
      return "zh_TW.UTF-8";
    case Language::kEnglish:
      return "en_GB.UTF-8";
  }
  return "";
}

const char* CatalogFolder(Language language) {
  switch (language) {
    case Language::kChinese:
      return "zh_TW";
    case Language::kEnglish:
      return "en";
  }
  return "";
}

std::string ReadWhole(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw LoadError(file.string() + ": cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

std::map<std::string, std::string, std::less<>> ReadManifest(const fs::path& file) {
  std::map<std::string, std::string, std::less<>> names;
  std::istringstream lines(ReadWhole(file));
  for (std::string name, built; lines >> name >> built;) names[name] = kStaticRoot + built;
  return names;
}

std::vector<std::string> TemplateNames(const fs::path& root) {
  std::error_code error;
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(root, error)) {
    if (entry.path().extension() == ".tpl") {
      names.push_back(fs::relative(entry.path(), root).string());
    }
  }
  if (names.empty()) throw LoadError(root.string() + ": there are no templates");
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

struct Renderer::Parts {
  std::array<std::locale, std::size(kLanguages)> locales;
  std::array<ctemplate::TemplateCache, std::size(kLanguages)> caches;
};

Renderer::Renderer(const RendererPaths& paths) : parts_(std::make_unique<Parts>()) {
  boost::locale::generator generator;
  generator.add_messages_path(paths.locale);
  generator.add_messages_domain(kDomain);
  const auto statics = ReadManifest(fs::path(paths.statics) / "manifest");
  const fs::path root = paths.templates;
  const std::vector<std::string> names = TemplateNames(root);

  for (Language language : kLanguages) {
    ReadWhole(fs::path(paths.locale) / CatalogFolder(language) / "LC_MESSAGES" / "permit.mo");
    parts_->locales[Index(language)] = generator(LocaleName(language));
    const SourceHelpers helpers{
        .read = [&](std::string_view name) { return ReadWhole(root / name); },
        .message = [&](std::string_view context,
                       std::string_view message) { return Translate(language, context, message); },
        .statics =
            [&](std::string_view name) {
              auto found = statics.find(name);
              if (found == statics.end()) {
                throw std::invalid_argument("no built file '" + std::string(name) + "'");
              }
              return found->second;
            }};
    ctemplate::TemplateCache& cache = parts_->caches[Index(language)];
    for (const std::string& name : names) {
      const std::string file = (root / name).string();
      std::string text;
      try {
        const std::string source = ReadWhole(root / name);
        if (source.starts_with(kPlainTextLine) != IsPlain(name)) {
          throw std::invalid_argument("plain text is what is named .txt.tpl, and nothing else");
        }
        text = PrepareTemplate(source, helpers);
      } catch (const std::invalid_argument& error) {
        throw LoadError(file + ": " + error.what());
      }
      if (!cache.StringToTemplateCache(name, text, StripOf(name))) {
        throw LoadError(file + ": not a template in " + std::string(LanguageTag(language)) +
                        ", the reason stands on standard error");
      }
    }
    cache.Freeze();
  }
}

Renderer::~Renderer() = default;

std::string Renderer::Expand(Language language, std::string_view template_name,
                             const Dictionary& root) const {
  std::string text;
  const ctemplate::TemplateString name(template_name.data(), template_name.size());
  if (!parts_->caches[Index(language)].ExpandNoLoad(name, StripOf(template_name), root.place_,
                                                    nullptr, &text)) {
    throw std::logic_error("a template is missing in " + std::string(template_name));
  }
  return text;
}

std::string Renderer::Translate(Language language, std::string_view message) const {
  return boost::locale::translate(std::string(message)).str(parts_->locales[Index(language)]);
}

std::string Renderer::Translate(Language language, std::string_view context,
                                std::string_view message) const {
  if (context.empty()) return Translate(language, message);
  return boost::locale::translate(std::string(context), std::string(message))
      .str(parts_->locales[Index(language)]);
}

std::string Renderer::Translate(Language language, std::string_view singular,
                                std::string_view plural, int count) const {
  return boost::locale::translate(std::string(singular), std::string(plural), count)
      .str(parts_->locales[Index(language)]);
}

std::string Renderer::LongDate(Language language, Date date) const {
  std::ostringstream out;
  out.imbue(parts_->locales[Index(language)]);
  const auto noon = std::chrono::sys_days(date) + std::chrono::hours(12);
  out << boost::locale::as::gmt << boost::locale::as::date << boost::locale::as::date_long
      << std::chrono::system_clock::to_time_t(noon);
  return out.str();
}

}  // namespace permit::views
