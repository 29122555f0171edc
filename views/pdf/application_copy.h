// The application as it was sent, for the student to keep: every answer, the list of files with
// their digests, over as many pages as it takes.
//
// Its words come with it, in the language in which the student reads the site.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/calendar.h"
#include "views/pdf/paper.h"
#include "views/pdf/photo.h"

namespace permit::views {

struct CopiedAnswer {
  std::string label;
  std::string value;  // empty: a dash is shown
};

struct CopiedPart {
  std::string heading;
  std::vector<CopiedAnswer> answers;
};

struct ApplicationCopy {
  std::string title;               // "Exchange for a multiple-entry permit"
  std::string subtitle;            // below it
  std::vector<CopiedAnswer> head;  // beside the photo: receipt number, applicant, time …
  std::vector<CopiedPart> parts;
  std::optional<Photo> photo;
  std::string photo_word;               // for those who do not see it: "Photo of the applicant"
  std::string page_word;                // "Page"
  std::string language = "zh-Hant-TW";  // of its words, as BCP 47 has it
  Instant sent_at;
};

// Any character of an answer that no face holds is refused as on every other paper.
Paper DrawApplicationCopy(const ApplicationCopy& application);

}  // namespace permit::views
