#pragma once

/// How the command line writes sentences, numbers, names and tables. Everything that came from people's files
/// goes through `safe`.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/help/relevant.h"
#include "app/letters.h"
#include "app/person.h"
#include "app/plan/plan.h"
#include "app/session.h"
#include "words/words.h"

namespace faces::cli {

/// What a step asks for, and what to type for it or once it is done.
[[nodiscard]] std::string todo_words(const app::StepView& step);

using words::say;

/// "yes" or "no", by which a sentence of the catalogue chooses.
[[nodiscard]] constexpr std::string_view yes(bool is_so) { return is_so ? "yes" : "no"; }
/// What a select of the catalogue goes by: "own_addresses" of "own addresses".
[[nodiscard]] std::string keyword(std::string_view text);
/// 12 of 0.12, for "{n} %".
[[nodiscard]] std::int64_t percent(double share);
/// "3,118".
[[nodiscard]] std::string thousands(std::size_t number);
/// Escaped, at most `columns` wide.
[[nodiscard]] std::string safe(std::string_view text, std::size_t columns = 80);
/// `text` and spaces up to `columns`; right-aligned when `right`.
[[nodiscard]] std::string pad(std::string_view text, std::size_t columns, bool right = false);
/// "in touch" for in_touch.
[[nodiscard]] std::string rung_words(standing::Rung rung);
/// "wrote".
[[nodiscard]] std::string kind_words(ledger::Kind kind);
/// "talk".
[[nodiscard]] std::string play_words(std::string_view play);

/// Colours, or nothing where there are none.
class Paint {
 public:
  explicit Paint(bool on) : on_(on) {}
  [[nodiscard]] std::string warm(std::string_view text) const { return in("33", text); }
  [[nodiscard]] std::string cool(std::string_view text) const { return in("36", text); }
  [[nodiscard]] std::string bold(std::string_view text) const { return in("1", text); }
  [[nodiscard]] std::string dim(std::string_view text) const { return in("2", text); }

 private:
  [[nodiscard]] std::string in(std::string_view code, std::string_view text) const;
  bool on_;
};

/// "You know 3,118 people. 84 are your network, 9 of them advocates. 212 are one step away."
[[nodiscard]] std::string headline(const app::Totals& totals);
/// One line for lists: name, company, rung, what is missing, strength, last.
[[nodiscard]] std::string person_line(const app::PersonView& view, const Paint& paint);
/// What somebody has to do with what was asked for: "tables, postgres (title); “Indexes”, 3 Mar 2026".
[[nodiscard]] std::string relevant_words(const app::RelevantView& one);
/// "Data engineer, Fjord"; may be empty.
[[nodiscard]] std::string job_words(const app::PersonView& person, std::size_t columns);
/// To whom and about what, indented.
[[nodiscard]] std::string letter_head(const std::string& to, const std::string& subject);
/// A letter to be read before it is sent, indented.
[[nodiscard]] std::string draft_words(const app::Draft& draft);
/// What no imported source could have shown, and which file would tell; empty when nothing.
[[nodiscard]] std::vector<std::string> unknowns(const app::Totals& totals);
/// "contact, one step away: no help has flowed yet".
[[nodiscard]] std::string standing_words(const app::PersonView& view);
/// A kind of file as people call it: "LinkedIn", "Google contacts".
[[nodiscard]] std::string file_kind_words(std::string_view kind);
/// "town", "domain of mail": what a fact is called.
[[nodiscard]] std::string fact_words(std::string_view fact);
/// Where a row came from, as people call it: "mail", "LinkedIn", "your word".
[[nodiscard]] std::string source_words(const app::RowView& row);
/// "14 Mar 2026, “Coffee Ada/Mara” (calendar)".
[[nodiscard]] std::string row_words(const app::RowView& row);

}  // namespace faces::cli
