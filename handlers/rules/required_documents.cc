#include "handlers/rules/required_documents.h"

#include <algorithm>

#include "handlers/rules/language.h"

namespace permit {
namespace {

constexpr DocumentSlot kTravelDocument = {
    "travel-document", Msgid("Mainland travel document (Mainland Travel Permit)"),
    DocumentNeed::kRequired};
constexpr DocumentSlot kOther = {"other", Msgid("Other supporting documents (if any)"),
                                 DocumentNeed::kOptional};

constexpr DocumentSlot kExchangeSlots[] = {
    {"single-permit", Msgid("Original single-entry permit (stamped on entry)"),
     DocumentNeed::kRequired},
    {"health-certificate",
     Msgid("Health certificate issued by a hospital in Taiwan that the Ministry of Health and "
           "Welfare has designated for the health examination of foreign nationals (not needed if "
           "you are returning to study and provided one during your earlier studies)"),
     DocumentNeed::kAdvisedUnlessResuming},
    kTravelDocument,
    kOther,
};

constexpr DocumentSlot kExtensionSlots[] = {
    {"multiple-permit", Msgid("Original multiple-entry permit"), DocumentNeed::kRequired},
    {"enrolment", Msgid("Proof of enrolment"), DocumentNeed::kRequired},
    kTravelDocument,
    kOther,
};

constexpr DocumentSlot kDataChangeSlots[] = {
    {"change-proof", Msgid("Documents that prove the change of data"), DocumentNeed::kRequired},
};

std::size_t FilesIn(std::span<const SlotCount> counts, std::string_view slot) {
  auto found = std::find_if(counts.begin(), counts.end(),
                            [&](const SlotCount& count) { return count.slot == slot; });
  return found == counts.end() ? 0 : found->files;
}

}  // namespace

std::span<const DocumentSlot> DocumentSlots(Service service) {
  switch (service) {
    case Service::kExchange:
      return kExchangeSlots;
    case Service::kExtension:
      return kExtensionSlots;
    case Service::kDataChange:
      return kDataChangeSlots;
  }
  return {};
}

const DocumentSlot* FindDocumentSlot(Service service, std::string_view code) {
  for (const DocumentSlot& slot : DocumentSlots(service)) {
    if (slot.code == code) return &slot;
  }
  return nullptr;
}

bool IsUploadSlot(Service service, std::string_view code) {
  return code == kPhotoSlot || FindDocumentSlot(service, code) != nullptr;
}

DocumentsReading CheckDocuments(Service service, std::span<const SlotCount> counts,
                                bool resumes_study) {
  DocumentsReading reading;
  const std::size_t photos = FilesIn(counts, kPhotoSlot);
  if (photos == 0) reading.errors.push_back({std::string(kPhotoSlot), Problem::kFileMissing});
  if (photos > 1) reading.errors.push_back({std::string(kPhotoSlot), Problem::kTooManyFiles, 1});
  for (const DocumentSlot& slot : DocumentSlots(service)) {
    std::size_t files = FilesIn(counts, slot.code);
    if (files > kMaxFilesPerSlot) {
      reading.errors.push_back(
          {std::string(slot.code), Problem::kTooManyFiles, static_cast<long>(kMaxFilesPerSlot)});
    }
    if (files > 0) continue;
    switch (slot.need) {
      case DocumentNeed::kRequired:
        reading.errors.push_back({std::string(slot.code), Problem::kFileMissing});
        break;
      case DocumentNeed::kAdvisedUnlessResuming:
        if (!resumes_study) {
          reading.warnings.push_back({std::string(slot.code), Problem::kFileAdvised});
        }
        break;
      case DocumentNeed::kOptional:
        break;
    }
  }
  return reading;
}

}  // namespace permit
