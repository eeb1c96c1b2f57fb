#pragma once

/// The catalogue: the sentences of every language that wellmet speaks, one file a language (words/en.json) in ICU's
/// MessageFormat. A message comes in, words come out. Only faces and letters say anything; all else hands messages on.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/message.h"

namespace words {

/// The language in which this thread says things: that of the one who asks. English until it is set.
class Speaking {
 public:
  /// `tag`: as LANG or Accept-Language has it ("de_DE.UTF-8", "de-AT"), the first that there is a catalogue for of a list
  /// with commas; English when there is none.
  explicit Speaking(std::string_view tag);
  ~Speaking();
  Speaking(const Speaking&) = delete;
  Speaking& operator=(const Speaking&) = delete;

 private:
  std::size_t before_;
};

/// The tag of the language in which this thread says things: "en".
[[nodiscard]] std::string_view language();

/// Empty for an empty message. A code that the catalogue lacks is said as it is: no message is ever lost.
[[nodiscard]] std::string say(const base::Message& message);
/// Makes and says it in one go, where it is said at once.
[[nodiscard]] std::string say(std::string_view code, std::initializer_list<base::Named> arguments = {});
/// "14 Mar 2026".
[[nodiscard]] std::string say(base::Day day);
/// "3,118".
[[nodiscard]] std::string number(std::int64_t count);

}  // namespace words
