#pragma once

/// What the owner says of people: what happened, where they stand, who is one with whom. Each gives what was written, in
/// words.

#include <string>
#include <string_view>
#include <vector>

#include "app/person.h"

namespace app {

enum class Verb {
  met,
  called,
  wrote,
  helped,
  got_help,
  asked,
  was_asked,
  introduced,
  was_introduced,
  referred,
  was_referred,
  shared,
  engaged,
  thanked,
  note,
};
/// Fault::usage, with all that there are, when it is none of them.
[[nodiscard]] base::Result<Verb> parse_verb(std::string_view text);

[[nodiscard]] base::Result<base::Message> log(Session& session, Verb verb, const std::vector<std::string>& persons,
                                              std::string_view text, base::Day on);
[[nodiscard]] base::Result<base::Message> refer(Session& session, std::string_view person, std::string_view answer);
/// The same of somebody whom `triage` has given. The picture is made anew by the next question only.
[[nodiscard]] base::Result<base::Message> refer(Session& session, const PersonView& person, std::string_view answer);
/// `verb`: let-go, take-back, exempt, unexempt, organisation or person.
[[nodiscard]] base::Result<base::Message> rule(Session& session, std::string_view verb, const std::vector<std::string>& persons);
/// Gives these a tag, or takes it off.
[[nodiscard]] base::Result<base::Message> tag(Session& session, std::string_view name, const std::vector<std::string>& persons,
                                              bool on);
[[nodiscard]] base::Result<base::Message> merge(Session& session, std::string_view a, std::string_view b);
[[nodiscard]] base::Result<base::Message> split(Session& session, std::string_view person,
                                                const std::vector<std::string>& handles);

}  // namespace app
