#include "handlers/form/merge.h"

#include <algorithm>
#include <charconv>

#include "fcgi/base/crypto.h"
#include "handlers/web/page_fields.h"

namespace permit {
namespace {

constexpr std::string_view kReply = "reply";
constexpr std::size_t kLongestPage = 36;

struct Revision {
  std::string edition;
  std::uint32_t number = 0;
};

// "7", or of a correction "1772416800000-7"; nullopt: no page writes that.
std::optional<Revision> ReadRevision(std::string_view text) {
  Revision revision;
  const std::size_t hyphen = text.find('-');
  if (hyphen != std::string_view::npos) {
    revision.edition = text.substr(0, hyphen);
    text.remove_prefix(hyphen + 1);
    if (revision.edition.empty() || !std::all_of(revision.edition.begin(), revision.edition.end(),
                                                 [](char c) { return c >= '0' && c <= '9'; })) {
      return std::nullopt;
    }
  }
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, revision.number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return revision;
}

std::string ValueIn(const HeldForm& held, const std::string& field) {
  if (field == kReply) return held.reply;
  const auto found = held.values.find(field);
  return found == held.values.end() ? std::string() : found->second;
}

void Set(TypedForm& typed, const std::string& field, const std::string& value) {
  if (field == kReply) {
    typed.reply = value;
  } else if (value.empty()) {
    typed.values.erase(field);
  } else {
    typed.values.insert_or_assign(field, value);
  }
  std::erase_if(typed.errors, [&](const FieldError& error) { return error.field == field; });
}

std::string TypedIn(const TypedForm& typed, const std::string& field) {
  if (field == kReply) return typed.reply;
  const auto found = typed.values.find(field);
  return found == typed.values.end() ? std::string() : found->second;
}

// Those that the page sends and that may change.
std::vector<std::string> SentFields(const Params& form, const HeldForm& held) {
  std::vector<std::string> fields;
  if (held.case_id && form.Has(kReply)) fields.emplace_back(kReply);
  if (held.fixed == Fixed::kEveryField) return fields;
  for (const FormField& field : FormFields(held.service)) {
    if (field.kind != FieldKind::kReadOnly && form.Has(field.name)) fields.emplace_back(field.name);
  }
  return fields;
}

enum class Fate { kTaken, kStays, kConflict };

Fate FateOf(const std::string& field, const std::string& typed, const Params& form,
            const SavesSince& since) {
  const std::vector<std::string_view> open = form.All(kOpenField);
  if (std::find(open.begin(), open.end(), field) != open.end()) {
    const std::string_view pick = form.Get(std::string(kPickPrefix) + field);
    if (pick == "saved") return Fate::kStays;
    if (pick.empty()) return Fate::kConflict;
  }
  if (!since.known()) return Fate::kConflict;
  const auto before = since.BeforeOthers(field);
  if (!before) return Fate::kTaken;
  return typed == *before ? Fate::kStays : Fate::kConflict;
}

}  // namespace

std::string RevisionOf(const HeldForm& held) {
  const std::string number = std::to_string(held.revision);
  return held.edition.empty() ? number : held.edition + "-" + number;
}

void CheckMergeFields(const Params& form) {
  if (form.Has(kRevisionField) && !ReadRevision(form.Get(kRevisionField))) {
    throw HttpError(400, "no page of the form shows that revision");
  }
  if (form.Get(kPageField).size() > kLongestPage) throw HttpError(400, "no page has that name");
  for (const auto& [name, value] : form.entries()) {
    if (name.starts_with(kPickPrefix) && value != "saved" && value != "typed") {
      throw HttpError(400, "the form offers no such pick");
    }
  }
}

SavesSince::SavesSince(sql::Executor& executor, const Params& form, const HeldForm& held)
    : page_(form.Get(kPageField)) {
  std::optional<Revision> shown = Revision{held.edition, 0};
  if (form.Has(kRevisionField)) shown = ReadRevision(form.Get(kRevisionField));
  known_ = shown && shown->edition == held.edition && shown->number <= held.revision;
  if (known_ && shown->number < held.revision) {
    changes_ = sql::DraftChangesSince(executor, held.draft_id, shown->number);
  }
}

std::optional<std::string> SavesSince::BeforeOthers(std::string_view field) const {
  std::optional<std::string> before;
  for (const sql::DraftChange& change : changes_) {
    if (change.field != field) continue;
    if (!page_.empty() && change.page == page_) {
      before.reset();
    } else if (!before) {
      before = change.before;
    }
  }
  return before;
}

MergedForm Merge(TypedForm typed, const Params& form, const HeldForm& held,
                 const SavesSince& since) {
  MergedForm merged{std::move(typed), {}};
  for (const std::string& field : SentFields(form, held)) {
    const std::string now = TypedIn(merged.typed, field);
    const std::string saved = ValueIn(held, field);
    if (now == saved) continue;
    switch (FateOf(field, now, form, since)) {
      case Fate::kTaken:
        break;
      case Fate::kStays:
        Set(merged.typed, field, saved);
        break;
      case Fate::kConflict:
        merged.conflicts.emplace(field, saved);
        break;
    }
  }
  return merged;
}

MergedForm ReadMerged(sql::Executor& executor, const Params& form, const HeldForm& held) {
  return Merge(ReadTyped(form, held), form, held, SavesSince(executor, form, held));
}

std::vector<sql::DraftChange> Revise(const HeldForm& before, HeldForm& held, const Params& form) {
  std::vector<sql::DraftChange> changes;
  const std::string page(form.Get(kPageField));
  auto note = [&](const std::string& field, const std::string& was, const std::string& is) {
    if (was != is) changes.push_back({before.revision + 1, field, was, page});
  };
  for (const FormField& field : FormFields(held.service)) {
    const std::string name(field.name);
    note(name, ValueIn(before, name), ValueIn(held, name));
  }
  note(std::string(kReply), before.reply, held.reply);
  if (!changes.empty()) held.revision = before.revision + 1;
  return changes;
}

}  // namespace permit
