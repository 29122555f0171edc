// The application as it was sent, put into words for its copy on paper.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "handlers/rules/application_form.h"
#include "handlers/rules/calendar.h"
#include "views/layout/answers.h"
#include "views/pdf/application_copy.h"
#include "views/translator.h"

namespace permit::views {

struct SentAnswers {
  Service service = Service::kExchange;
  std::string receipt_number;
  std::string group_number;
  std::string applicant_name;
  Instant sent_at;
  FormValues values;
  std::optional<FormValues> on_record = std::nullopt;  // of a data change
  std::optional<Photo> photo;
  std::vector<AnsweredFile> files;  // without links
};

// A character that no face holds becomes its code, "[U+1F600]".
ApplicationCopy CopyOf(const Translator& tr, const SentAnswers& sent);

}  // namespace permit::views
