#include "handlers/rules/claim.h"

#include <algorithm>

namespace permit {
namespace {

constexpr std::string_view kIdentityFields[] = {"chinese_name", "english_name", "birth_date",
                                                "mainland_id",  "sex",          "birthplace",
                                                "travel_permit"};

}  // namespace

std::span<const std::string_view> IdentityFields() { return kIdentityFields; }

bool IsIdentityField(std::string_view name) {
  return std::find(std::begin(kIdentityFields), std::end(kIdentityFields), name) !=
         std::end(kIdentityFields);
}

std::vector<FieldChange> Claims(const FormValues& registered, const FormValues& form,
                                SameIdentity same) {
  std::vector<FieldChange> claims;
  for (std::string_view field : kIdentityFields) {
    FieldChange claim{std::string(field), ValueOf(registered, field), ValueOf(form, field)};
    if (claim.after.empty() || same(field, claim.before, claim.after)) continue;
    claims.push_back(std::move(claim));
  }
  return claims;
}

}  // namespace permit
