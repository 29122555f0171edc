#include "tests/support/paid_case.h"

#include "fcgi/base/crypto.h"

namespace permit::test {
void AddPhotoAndForm(sql::Database& database, const PayableCase& one, const std::string& jpeg) {
  const std::string id = std::to_string(one.id);
  database.Run(
      "INSERT INTO upload (id, account_id, case_id, slot, name, mime, size, sha256, content,"
      " created_at) VALUES ('photo-of-" +
      id + "', " + std::to_string(one.account_id) + ", " + id +
      ", 'photo', 'me.jpg', 'image/jpeg', " + std::to_string(jpeg.size()) + ", '', X'" +
      HexEncode(jpeg) + "', '2026-03-01 00:00:00')");
  database.Run(
      "UPDATE application_case SET form = "
      "'{\"taiwan_address\":\"臺北市羅斯福路四段1號\",\"english_name\":\"CHEN, XIAOMING\"}'"
      " WHERE id = " +
      id);
}

std::uint64_t AddPaidPayment(sql::Database& database, const PayableCase& one, int serial,
                             const std::string& paid_at) {
  const std::string reference = "P-" + std::to_string(serial);
  database.Run(
      "INSERT INTO payment (reference, account_id, method, amount, state, state_since, created_at,"
      " expires_at, paid_at) SELECT '" +
      reference + "', account_id, 'credit-card', fee, 'paid', '" + paid_at + "', '" + paid_at +
      "', '" + paid_at + "', '" + paid_at +
      "' FROM application_case WHERE id = " + std::to_string(one.id));
  const std::uint64_t id =
      database.Run("SELECT id FROM payment WHERE reference = '" + reference + "'").at(0).Uint("id");
  database.Run("INSERT INTO payment_case (payment_id, case_id, amount, held_case_id) SELECT " +
               std::to_string(id) +
               ", id, fee, id FROM application_case WHERE id = " + std::to_string(one.id));
  database.Run("UPDATE application_case SET state = 'paid', state_since = '" + paid_at +
               "' WHERE id = " + std::to_string(one.id));
  return id;
}

}  // namespace permit::test
