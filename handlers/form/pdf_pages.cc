#include "handlers/form/pdf_pages.h"

#include <set>
#include <string>
#include <vector>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "handlers/form/pdf_active.h"

namespace permit {
namespace {

using Keys = std::set<std::string>;

// ISO 32000-1, tables 28, 30, 33; the viewer needs the layers to know which of them are shown.
const Keys kOfCatalog = {"/Type", "/Pages", "/OCProperties"};
const Keys kOfPage = {"/Type",     "/Parent",  "/Resources", "/Contents", "/MediaBox", "/CropBox",
                      "/BleedBox", "/TrimBox", "/ArtBox",    "/Rotate",   "/Group",    "/UserUnit"};
const Keys kOfResources = {"/ExtGState", "/ColorSpace", "/Pattern", "/Shading",
                           "/XObject",   "/Font",       "/ProcSet", "/Properties"};
// qpdf itself leaves out the encryption.
const Keys kOfTrailer = {"/Root", "/Size", "/Encrypt"};

void KeepOnly(QPDFObjectHandle dictionary, const Keys& kept) {
  for (const std::string& key : dictionary.getKeys()) {
    if (kept.count(key) == 0) dictionary.removeKey(key);
  }
}

// What forms and remarks show is drawn onto the pages. Where the document leaves it to the viewer
// to draw its fields, those are drawn that have no picture yet.
void DrawAnnotations(QPDF& pdf) {
  QPDFAcroFormDocumentHelper forms(pdf);
  QPDFPageDocumentHelper pages(pdf);
  if (forms.getNeedAppearances()) {
    for (QPDFPageObjectHelper& page : pages.getAllPages()) {
      for (QPDFAnnotationObjectHelper& widget : forms.getWidgetAnnotationsForPage(page)) {
        QPDFFormFieldObjectHelper field = forms.getFieldForAnnotation(widget);
        const bool drawn = widget.getAppearanceDictionary().isDictionary();
        if (!drawn && field.getObjectHandle().isDictionary()) field.generateAppearance(widget);
      }
    }
    forms.setNeedAppearances(false);
  }
  pages.flattenAnnotations();
}

void DropAllButPages(QPDF& pdf) {
  QPDFPageDocumentHelper(pdf).pushInheritedAttributesToPage();
  QPDFObjectHandle tree = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
  QPDFObjectHandle kids = QPDFObjectHandle::newArray();
  const std::vector<QPDFObjectHandle> pages = pdf.getAllPages();
  for (QPDFObjectHandle page : pages) {
    KeepOnly(page, kOfPage);
    page.replaceKey("/Parent", tree);
    QPDFObjectHandle resources = page.getKey("/Resources");
    if (resources.isDictionary()) KeepOnly(resources, kOfResources);
    kids.appendItem(page);
  }
  tree.replaceKey("/Type", QPDFObjectHandle::newName("/Pages"));
  tree.replaceKey("/Kids", kids);
  tree.replaceKey("/Count", QPDFObjectHandle::newInteger(static_cast<long long>(pages.size())));
  QPDFObjectHandle catalog = pdf.getRoot();
  KeepOnly(catalog, kOfCatalog);
  catalog.replaceKey("/Pages", tree);
  pdf.updateAllPagesCache();
  KeepOnly(pdf.getTrailer(), kOfTrailer);
}

bool IsAction(QPDFObjectHandle dictionary) {
  return NamesOne(dictionary.getKey("/S"), {"/GoTo", "/Thread", "/URI", "/Hide", "/Named",
                                            "/ResetForm", "/SetOCGState", "/Trans"});
}

// Nothing of an action or an attached file stays; of a stream its dictionary and its bytes.
void Empty(QPDFObjectHandle object, const QPDFObjectHandle& dictionary) {
  if (object.isStream()) {
    object.replaceStreamData(std::string(), QPDFObjectHandle::newNull(),
                             QPDFObjectHandle::newNull());
  }
  KeepOnly(dictionary, {});
}

// Takes away what acts in what is left, an object with what lies directly in it; objects of their
// own are looked at in turn.
void Disarm(QPDFObjectHandle object) {
  if (object.isArray()) {
    for (const QPDFObjectHandle& item : object.getArrayAsVector()) {
      QPDFObjectHandle one = item;
      if (!one.isIndirect()) Disarm(one);
    }
    return;
  }
  QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
  if (!dictionary.isDictionary()) return;
  if (IsAction(dictionary)) return Empty(object, dictionary);
  // A stream may leave its bytes, an image its place, to another file.
  if (object.isStream()) {
    for (const char* key : {"/F", "/FFilter", "/FDecodeParms", "/OPI", "/Ref"}) {
      dictionary.removeKey(key);
    }
  }
  for (const std::string& key : dictionary.getKeys()) {
    QPDFObjectHandle value = dictionary.getKey(key);
    if (!IsActiveEntry(key, value)) {
      if (!value.isIndirect()) Disarm(value);
    } else if (value.isName()) {  // says what the whole of it is
      return Empty(object, dictionary);
    } else {
      dictionary.removeKey(key);
    }
  }
}

}  // namespace

void KeepPagesAlone(QPDF& pdf) {
  DrawAnnotations(pdf);
  DropAllButPages(pdf);
  for (const QPDFObjectHandle& object : pdf.getAllObjects()) Disarm(object);
}

}  // namespace permit
