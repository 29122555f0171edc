#include "handlers/form/pdf_active.h"

#include <algorithm>

namespace permit {
namespace {

// A path of another machine, which a viewer would tell who is reading.
bool LeadsAway(const std::string& target) {
  const auto begins = [&](const char* start) { return target.rfind(start, 0) == 0; };
  return begins("\\\\") || begins("//") || begins("file:");
}

}  // namespace

bool NamesOne(QPDFObjectHandle value, std::initializer_list<const char*> names) {
  if (!value.isName()) return false;
  return std::find(names.begin(), names.end(), value.getName()) != names.end();
}

bool IsActiveEntry(const std::string& key, QPDFObjectHandle value) {
  if (key == "/JS") return value.isString() || value.isStream();
  if (key == "/S") {
    return NamesOne(value,
                    {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToR", "/GoToE",
                     "/Rendition", "/Movie", "/Sound", "/GoTo3DView", "/RichMediaExecute"});
  }
  if (key == "/XFA") return value.isArray() || value.isStream();
  if (key == "/EF") return value.isDictionary();
  if (key == "/Type") return NamesOne(value, {"/EmbeddedFile"});
  if (key == "/Subtype") {
    return NamesOne(value, {"/RichMedia", "/Movie", "/Sound", "/3D", "/Screen", "/FileAttachment"});
  }
  if (key == "/F" || key == "/UF" || key == "/URI") {
    return value.isString() && LeadsAway(value.getUTF8Value());
  }
  return false;
}

}  // namespace permit
