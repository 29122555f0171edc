#include "handlers/account/captcha.h"

#include <charconv>

#include "handlers/rules/text.h"
#include "sql/login_guard_store.h"
#include "views/pages/captcha_picture.h"

namespace permit {
namespace {

// Without those that look like another when they are bent and crossed: 0 O Q G 6, 1 I L, 2 Z, 5 S,
// 8 B, 4 (A), F (E), V (U); and without the widest, M and W.
constexpr std::string_view kLetters = "ACDEHJKNPRTUXY379";
constexpr std::size_t kAnswerLength = 6;

// 8 hex digits of seconds, 2 of the bits of work, 10 random, 16 of the signature.
constexpr std::size_t kTimeLength = 8;
constexpr std::size_t kBitsLength = 2;
constexpr std::size_t kSignedLength = 20;
constexpr std::size_t kIdLength = 36;
constexpr std::size_t kMaxProofLength = 20;

std::string Signature(std::string_view secret, std::string_view made) {
  return HexEncode(HmacSha256(secret, "captcha-id:" + std::string(made)))
      .substr(0, kIdLength - kSignedLength);
}

std::string Answer(std::string_view secret, std::string_view id) {
  const std::string digest = HmacSha256(secret, "captcha-answer:" + std::string(id));
  std::string answer;
  for (std::size_t i = 0; i < kAnswerLength; ++i) {
    const unsigned high = static_cast<unsigned char>(digest[2 * i]);
    const unsigned low = static_cast<unsigned char>(digest[2 * i + 1]);
    answer += kLetters[(high * 256 + low) % kLetters.size()];
  }
  return answer;
}

Instant MadeAt(std::string_view id) {
  long long seconds = 0;
  std::from_chars(id.data(), id.data() + kTimeLength, seconds, 16);
  return Instant(std::chrono::seconds(seconds));
}

}  // namespace

std::string MintCaptcha(Context& context, int work_bits) {
  const auto seconds =
      std::chrono::duration_cast<std::chrono::seconds>(context.now().time_since_epoch()).count();
  std::string time;
  for (int shift = 24; shift >= 0; shift -= 8) time += static_cast<char>((seconds >> shift) & 0xff);
  const std::string made =
      HexEncode(time + static_cast<char>(work_bits) + context.services.random.Bytes(5));
  return made + Signature(context.services.secret, made);
}

std::string CaptchaSolution(std::string_view secret, std::string_view id, Instant now) {
  if (id.size() != kIdLength) return {};
  if (!ConstantTimeEqual(Signature(secret, id.substr(0, kSignedLength)),
                         id.substr(kSignedLength))) {
    return {};
  }
  const Instant made = MadeAt(id);
  if (made > now || now - made > kCaptchaLife) return {};
  return Answer(secret, id);
}

int WorkBitsIn(std::string_view id) {
  int bits = 0;
  const std::string_view digits = id.substr(kTimeLength, kBitsLength);
  std::from_chars(digits.data(), digits.data() + digits.size(), bits, 16);
  return bits;
}

bool HoldsWork(std::string_view id, std::string_view proof, int bits) {
  if (proof.empty() || proof.size() > kMaxProofLength) return false;
  const std::string digest = Sha256(std::string(id) + ":" + std::string(proof));
  for (int bit = 0; bit < bits; ++bit) {
    if ((static_cast<unsigned char>(digest[bit / 8]) >> (7 - bit % 8)) & 1) return false;
  }
  return true;
}

bool PassesCaptcha(Context& context, std::string_view id, std::string_view answer,
                   std::string_view proof) {
  const std::string right = CaptchaSolution(context.services.secret, id, context.now());
  if (right.empty()) return false;
  if (!sql::ClaimCaptcha(context.services.database, std::string(id), context.now(),
                         MadeAt(id) + kCaptchaLife)) {
    return false;
  }
  if (!proof.empty()) return HoldsWork(id, proof, WorkBitsIn(id));
  return ConstantTimeEqual(TidyCode(answer), right);
}

Response ShowCaptcha(Context& context) {
  const std::string_view id = context.PathValue("id");
  const std::string letters = CaptchaSolution(context.services.secret, id, context.now());
  if (letters.empty()) throw HttpError(404, "the captcha is unknown or expired");
  Response response;
  response.Header("Content-Type", "image/png");
  response.Header("Cache-Control", "private, max-age=300");
  response.body =
      views::DrawCaptcha(letters, HmacSha256(context.services.secret, "sway:" + std::string(id)));
  return response;
}

}  // namespace permit
