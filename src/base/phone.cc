#include "base/phone.h"

#include <phonenumbers/phonenumberutil.h>

#include <cstdlib>

#include "base/text.h"

namespace base {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace {

/// How many digits the calling code at the front of `digits` has. Source: ITU-T E.164 list of
/// assigned country codes: one digit for zones 1 and 7, two for those below, three for the rest.
std::size_t calling_code_size(std::string_view digits) {
  static constexpr std::string_view two =
      "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 "
      "60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98 ";
  if (digits[0] == '1' || digits[0] == '7') return 1;
  return two.find(std::string(digits.substr(0, 2)) + " ") != std::string_view::npos ? 2 : 3;
}

/// "+46 70 123 45 67": a plus, digits and separators, no trunk zero. Most numbers in files are such,
/// and need no more than their length checked, which is ten times quicker than the full parser.
/// Empty: not so plain, or not possible.
std::string plain_international(std::string_view text) {
  if (text.empty() || text[0] != '+') return {};
  std::string digits;
  for (const char c : text.substr(1)) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c != ' ' && c != '-' && c != '.') {
      return {};
    }
  }
  if (digits.size() < 7 || digits.size() > 15 || digits[0] == '0') return {};
  const std::size_t code = calling_code_size(digits);
  if (digits[code] == '0') return {};
  PhoneNumber number;
  number.set_country_code(std::atoi(digits.substr(0, code).c_str()));
  number.set_national_number(std::strtoull(digits.c_str() + code, nullptr, 10));
  return PhoneNumberUtil::GetInstance()->IsPossibleNumber(number) ? "+" + digits : std::string{};
}

}  // namespace

Result<Phone> Phone::parse(std::string_view raw, const Region& home) {
  const std::string clean = strip_format(raw);
  std::string_view text = trim(clean);
  if (starts_with_no_case(text, "tel:")) text.remove_prefix(4);
  const auto bad = [&](std::string what) {
    return fail(Fault::bad_input, {}, base::say("base.in", {{"what", std::move(what)}, {"raw", printable(raw, 40)}}));
  };
  if (text.empty() || text.size() > 60) return bad("no telephone number");
  std::size_t digits = 0;
  for (const char c : text) digits += c >= '0' && c <= '9' ? 1 : 0;
  if (digits < 7) return bad("no telephone number");

  if (std::string plain = plain_international(text); !plain.empty()) return Phone(std::move(plain));
  const bool international = text.find('+') != std::string_view::npos;
  if (!international && home.code.empty()) return bad("no country");
  PhoneNumber number;
  const PhoneNumberUtil* util = PhoneNumberUtil::GetInstance();
  const std::string region = home.code.empty() ? std::string("ZZ") : home.code;
  if (util->Parse(std::string(text), region, &number) != PhoneNumberUtil::NO_PARSING_ERROR || !util->IsPossibleNumber(number)) {
    return bad("no telephone number");
  }
  number.clear_extension();
  std::string e164;
  util->Format(number, PhoneNumberUtil::E164, &e164);
  if (e164.size() < 8 || e164.size() > 16) return bad("no telephone number");
  return Phone(std::move(e164));
}

Region Phone::region() const {
  PhoneNumber number;
  const PhoneNumberUtil* util = PhoneNumberUtil::GetInstance();
  std::string code;
  if (util->Parse(text_, "ZZ", &number) == PhoneNumberUtil::NO_PARSING_ERROR) {
    util->GetRegionCodeForNumber(number, &code);
  }
  return {code == "ZZ" || code == "001" ? std::string{} : code};
}

std::string national_digits(std::string_view raw) {
  const std::string text = strip_format(raw);
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c != ' ' && c != '-' && c != '.' && c != '(' && c != ')' && c != '/' && c != '*' && c != '#') {
      return {};
    }
  }
  return digits.size() >= 7 && digits.size() <= 15 ? digits : std::string{};
}

}  // namespace base
