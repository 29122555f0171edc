// Pictures as a captcha must not be: letters in even steps, and noise that is paler than they are.
#pragma once

#include <random>
#include <string>
#include <string_view>

namespace permit::test {

// A PNG as large as those of views::DrawCaptcha.
std::string DrawWithPalerNoise(std::string_view letters, std::mt19937& random);

}  // namespace permit::test
