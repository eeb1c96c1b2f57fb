#pragma once

/// What is in doubt: who is one with whom, which meetings took place, which letters tell of help.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/people/sides.h"

namespace app {

/// A question in review: are `a` and `b` one person? Or, with `met`: did that meeting with `a` take
/// place? Or, with `tells` too: does that letter tell of help between `a` and the owner?
struct QuestionView {
  int n = 0;
  std::string key;  ///< The same whenever this is asked: "same p1a2b p3c4d".
  PersonView a;
  PersonView b;
  base::Message why;
  Sides sides;  ///< Of `a` and `b`.
  std::optional<store::ShownRow> met = {};
  std::optional<store::Inferred> tells = {};
};

[[nodiscard]] base::Result<std::vector<QuestionView>> questions(Session& session, std::size_t limit);
/// The key of question `n` of review, as it was last shown.
[[nodiscard]] base::Result<std::string> question_key(Session& session, int n);
/// `word`: "yes", "no" or "later".
[[nodiscard]] base::Result<base::Message> answer_question(Session& session, std::string_view key, std::string_view word);

}  // namespace app
