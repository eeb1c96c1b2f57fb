#include "base/phone.h"

#include <phonenumbers/phonenumberutil.h>

#include "base/text.h"

namespace base {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

Result<Phone> Phone::parse(std::string_view raw, const Region& home) {
  const std::string clean = strip_format(raw);
  std::string_view text = trim(clean);
  if (starts_with_no_case(text, "tel:")) text.remove_prefix(4);
  const auto bad = [&](std::string what) {
    return fail(Fault::bad_input, {}, std::move(what) + " in \"" + printable(raw, 40) + "\"");
  };
  if (text.empty() || text.size() > 60) return bad("no telephone number");
  std::size_t digits = 0;
  for (const char c : text) digits += c >= '0' && c <= '9' ? 1 : 0;
  if (digits < 7) return bad("no telephone number");

  const bool international = text.find('+') != std::string_view::npos;
  if (!international && home.code.empty()) return bad("no country");
  PhoneNumber number;
  const PhoneNumberUtil* util = PhoneNumberUtil::GetInstance();
  const std::string region = home.code.empty() ? std::string("ZZ") : home.code;
  if (util->Parse(std::string(text), region, &number) != PhoneNumberUtil::NO_PARSING_ERROR ||
      !util->IsPossibleNumber(number)) {
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
    } else if (c != ' ' && c != '-' && c != '.' && c != '(' && c != ')' && c != '/' && c != '*' &&
               c != '#') {
      return {};
    }
  }
  return digits.size() >= 7 && digits.size() <= 15 ? digits : std::string{};
}

}  // namespace base
