#pragma once

/// Who has to do with a matter: by title, company, town and notes, and by what was written and met about.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/person.h"

namespace app {

/// Somebody who has to do with what was asked for.
struct RelevantView {
  PersonView person;
  double score = 0;                ///< To be compared within one list only.
  std::vector<std::string> words;  ///< Those that tell; what counts most comes first.
  base::Message where;             ///< In which of their words: "title and company", "your note"; may be empty.
  std::optional<RowView> about;    ///< The latest letter or meeting with one of the words in its title.
};

/// Everybody in touch or closer who has to do with `words`, the best first.
[[nodiscard]] base::Result<std::vector<RelevantView>> relevant(Session& session, const std::vector<std::string>& words,
                                                               std::string_view favoured);
/// What one person has to do with `words`; no score.
[[nodiscard]] base::Result<RelevantView> told_of(Session& session, const PersonView& person,
                                                 const std::vector<std::string>& words);
/// Why somebody is written to, as the first half of a sentence: "With your work as engineer at Fjord";
/// empty where nothing of theirs tells it.
[[nodiscard]] std::string reason_sentence(const RelevantView& who);

}  // namespace app
