#include "words/words.h"

#include <unicode/listformatter.h>
#include <unicode/msgfmt.h>
#include <unicode/numfmt.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>

#include "base/text.h"
#include "words/table.h"

namespace words {

namespace {

constexpr std::size_t languages_max = 16;

std::size_t place_of(std::string_view tag) {
  const auto all = catalogues();
  const std::string_view language = tag.substr(0, tag.find_first_of("-_.;@"));
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Catalogue& one) { return base::equal_no_case(one.language, language); });
  return static_cast<std::size_t>(found - all.begin());
}

std::size_t english() { return place_of("en"); }

thread_local std::size_t spoken = english();

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

/// The patterns of one language that were needed so far. ICU's formats may not be shared by threads.
class Speaker {
 public:
  explicit Speaker(const Catalogue& catalogue)
      : catalogue_(catalogue),
        locale_(icu::Locale(
            std::string(catalogue.language == "xx" || catalogue.language == "en" ? "en_GB" : catalogue.language).c_str())) {}

  std::string say(const base::Message& message) {
    if (message.empty()) return "";
    const icu::MessageFormat* format = format_of(message.code);
    if (format == nullptr) return message.code;
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const auto& [name, value] : message.arguments) {
      names.push_back(icu::UnicodeString::fromUTF8(name));
      values.push_back(std::visit([this](const auto& one) { return formattable(one); }, value));
    }
    UErrorCode error = U_ZERO_ERROR;
    icu::UnicodeString out;
    format->format(names.data(), values.data(), static_cast<std::int32_t>(names.size()), out, error);
    return U_FAILURE(error) ? message.code : utf8(out);
  }

  std::string number(std::int64_t count) {
    UErrorCode error = U_ZERO_ERROR;
    if (!number_) number_.reset(icu::NumberFormat::createInstance(locale_, error));
    icu::UnicodeString out;
    return U_FAILURE(error) ? std::to_string(count) : utf8(number_->format(count, out));
  }

 private:
  const icu::MessageFormat* format_of(const std::string& code) {
    const auto [at, added] = formats_.try_emplace(code);
    if (!added) return at->second.get();
    const auto sentences = catalogue_.sentences;
    const auto found = std::lower_bound(sentences.begin(), sentences.end(), code,
                                        [](const Sentence& one, const std::string& wanted) { return one.code < wanted; });
    if (found == sentences.end() || found->code != code) return nullptr;
    UErrorCode error = U_ZERO_ERROR;
    const auto pattern =
        icu::UnicodeString::fromUTF8(icu::StringPiece(found->pattern.data(), static_cast<std::int32_t>(found->pattern.size())));
    auto format = std::make_unique<icu::MessageFormat>(pattern, locale_, error);
    if (U_SUCCESS(error)) at->second = std::move(format);
    return at->second.get();
  }

  static icu::Formattable formattable(std::int64_t number) { return {number}; }
  static icu::Formattable formattable(double share) { return {share}; }
  static icu::Formattable formattable(const std::string& text) { return {icu::UnicodeString::fromUTF8(text)}; }
  static icu::Formattable formattable(base::Day day) { return formattable(words::say(day)); }
  icu::Formattable formattable(const std::vector<base::Message>& parts) {
    if (parts.size() == 1) return formattable(say(parts.front()));
    std::vector<icu::UnicodeString> said;
    for (const base::Message& part : parts) said.push_back(icu::UnicodeString::fromUTF8(say(part)));
    UErrorCode error = U_ZERO_ERROR;
    if (!list_) list_.reset(icu::ListFormatter::createInstance(locale_, error));
    icu::UnicodeString out;
    if (U_SUCCESS(error)) list_->format(said.data(), static_cast<std::int32_t>(said.size()), out, error);
    return {out};
  }

  const Catalogue& catalogue_;
  icu::Locale locale_;
  std::unordered_map<std::string, std::unique_ptr<icu::MessageFormat>> formats_;
  std::unique_ptr<icu::ListFormatter> list_;
  std::unique_ptr<icu::NumberFormat> number_;
};

Speaker& speaker() {
  thread_local std::array<std::unique_ptr<Speaker>, languages_max> speakers;
  std::unique_ptr<Speaker>& one = speakers.at(spoken);
  if (!one) one = std::make_unique<Speaker>(catalogues()[spoken]);
  return *one;
}

}  // namespace

Speaking::Speaking(std::string_view tags) : before_(spoken) {
  spoken = english();
  while (!tags.empty()) {
    const std::size_t comma = std::min(tags.find(','), tags.size());
    if (const std::size_t place = place_of(base::trim(tags.substr(0, comma))); place < catalogues().size()) {
      spoken = place;
      return;
    }
    tags.remove_prefix(std::min(comma + 1, tags.size()));
  }
}

Speaking::~Speaking() { spoken = before_; }

std::string_view language() { return catalogues()[spoken].language; }

std::string say(const base::Message& message) { return speaker().say(message); }

std::string say(std::string_view code, std::initializer_list<base::Named> arguments) { return say(base::say(code, arguments)); }

std::string say(base::Day day) {
  constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};
  const base::Civil c = base::civil_of(day);
  return say(
      base::say("words.day", {{"day", c.day}, {"month", months.at(static_cast<std::size_t>(c.month - 1))}, {"year", c.year}}));
}

std::string number(std::int64_t count) { return speaker().number(count); }

}  // namespace words
