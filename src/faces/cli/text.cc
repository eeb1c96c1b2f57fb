#include "faces/cli/text.h"

#include <fmt/format.h>

#include <cmath>

#include "base/text.h"
#include "words/words.h"

namespace faces::cli {

std::string keyword(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter) {
      out += static_cast<char>(c | 0x20);  // In small letters.
    } else if (!out.ends_with('_')) {
      out += '_';
    }
  }
  return out;
}

std::int64_t percent(double share) { return std::llrint(100 * share); }

std::string thousands(std::size_t number) { return words::number(static_cast<std::int64_t>(number)); }

std::string safe(std::string_view text, std::size_t columns) { return base::printable(text, columns); }

std::string pad(std::string_view text, std::size_t columns, bool right) {
  const std::size_t used = base::columns(text);
  const std::string space(columns > used ? columns - used : 0, ' ');
  return right ? space + std::string(text) : std::string(text) + space;
}

std::string rung_words(standing::Rung rung) { return say("cli.rung", {{"rung", standing::word(rung)}}); }

std::string kind_words(ledger::Kind kind) { return say("cli.kind", {{"kind", ledger::word(kind)}}); }

std::string play_words(std::string_view play) { return say("cli.play", {{"play", safe(play, 12)}}); }

std::string Paint::in(std::string_view code, std::string_view text) const {
  return on_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

std::string headline(const app::Totals& t) {
  return say("cli.headline",
             {{"people", t.people}, {"network", t.network}, {"advocates", t.advocates}, {"steps", t.one_step_away}});
}

std::string person_line(const app::PersonView& view, const Paint& paint) {
  const people::Person& p = view.card.person;
  const standing::Standing& s = view.card.standing;
  const auto is = [](standing::Fact fact) { return yes(fact == standing::Fact::yes); };
  std::string tail;
  if (!p.organisation.empty()) {
    tail = say("cli.person.organisation", {{"why", people::why_organisation(p)}});
  } else if (p.let_go) {
    tail = say("cli.person.let-go");
  } else if (s.quiet) {
    tail = say("cli.person.quiet");
  } else if (!s.network && (is(s.talk) != "yes" || is(s.meet) != "yes" || is(s.help) != "yes")) {
    tail = say("cli.person.lacks", {{"talk", is(s.talk)}, {"meet", is(s.meet)}, {"help", is(s.help)}});
  }
  const std::string rung = pad(rung_words(s.rung), 9);
  std::string line = pad(safe(p.name, 28), 28) + "  " + pad(safe(p.company, 22), 22) + "  ";
  line += (s.network ? paint.warm(rung) : paint.cool(rung)) + fmt::format("  {:>8.0f}  ", s.strength);
  line += pad(s.last ? base::iso(*s.last) : "", 10) + "  ";
  return line + pad(tail, 21) + "  " + paint.dim(view.id());
}

std::vector<std::string> unknowns(const app::Totals& t) {
  std::vector<std::string> out;
  if (!t.covers.talk) out.push_back(say("cli.unknown.talk"));
  if (!t.covers.meet) out.push_back(say("cli.unknown.meet"));
  if (!t.covers.help) out.push_back(say("cli.unknown.help"));
  return out;
}

std::string file_kind_words(std::string_view kind) { return say("cli.source", {{"kind", safe(kind, 30)}}); }

std::string fact_words(std::string_view fact) { return say("cli.fact", {{"fact", keyword(fact)}, {"text", safe(fact, 30)}}); }

std::string source_words(const app::RowView& row) {
  return file_kind_words(row.channel == ledger::Channel::you ? "you" : row.source);
}

std::string row_words(const app::RowView& row) {
  return say("cli.row", {{"day", base::day_of(row.at)},
                         {"noted", yes(!row.note.empty())},
                         {"note", safe(row.note, 60)},
                         {"source", source_words(row)}});
}

std::string relevant_words(const app::RelevantView& one) {
  std::string words;
  for (const std::string& word : one.words) words += (words.empty() ? "" : ", ") + safe(word, 30);
  return say("cli.relevant", {{"words", words},
                              {"told", yes(!one.where.empty())},
                              {"where", one.where},
                              {"about", yes(one.about.has_value())},
                              {"note", one.about ? safe(one.about->note, 50) : ""},
                              {"day", one.about ? base::day_of(one.about->at) : base::Day{}}});
}

std::string job_words(const app::PersonView& person, std::size_t columns) {
  const people::Person& p = person.card.person;
  return safe(p.title + (p.title.empty() || p.company.empty() ? "" : ", ") + p.company, columns);
}

std::string letter_head(const std::string& to, const std::string& subject) {
  return "  " + (to.empty() ? say("cli.letter.to-nobody") : say("cli.letter.to", {{"to", safe(to, 200)}})) + "\n  " +
         say("cli.letter.subject", {{"subject", safe(subject, 120)}}) + "\n";
}

std::string draft_words(const app::Draft& draft) {
  std::string out = letter_head(draft.to, draft.subject) + "\n";
  std::string_view body = draft.body;
  while (body.ends_with('\n')) body.remove_suffix(1);
  for (const std::string_view line : base::split(body, '\n')) out += line.empty() ? "\n" : "  " + safe(line, 500) + "\n";
  return out;
}

std::string standing_words(const app::PersonView& view) {
  const auto& s = view.card.standing;
  const auto& p = view.card.person;
  if (!p.organisation.empty()) return say("cli.person.organisation", {{"why", people::why_organisation(p)}});
  const bool met = s.meet == standing::Fact::yes, evidence = met && s.help == standing::Fact::yes;
  const bool told_no = p.answer == "no" || p.answer == "stranger";
  const std::string rung = s.network || s.one_step_away ? "none" : rung_words(s.rung);
  return say("cli.standing", {{"rung", !s.network                           ? "contact"
                                       : s.rung == standing::Rung::advocate ? "advocate"
                                                                            : "network"},
                              {"step", !s.one_step_away ? "no"
                                       : met            ? "spoken"
                                                        : "unspoken"},
                              {"word", rung},
                              {"quiet", yes(s.quiet)},
                              {"gone", yes(p.let_go)},
                              {"exempt", yes(p.exempt)},
                              {"yours", p.answer == "yes" && !evidence ? "yes"
                                        : told_no && evidence          ? "no"
                                                                       : "neither"}});
}

std::string todo_words(const app::StepView& view) {
  const base::Message& todo = view.step.todo;
  const std::string_view code = todo.code;
  const std::uint32_t n = view.step.number;
  const auto with = [&](const std::string& command) { return say("cli.todo", {{"todo", todo}, {"command", command}}); };
  if (code == "do.join" || code == "do.ask" || code == "do.ask-again") return with(fmt::format("wellmet intro {}", n));
  if (code == "do.ask-outcome") return with(fmt::format("wellmet intro {} --came TEXT", n));
  if (code == "do.offer")
    return say("cli.then-need-helped", {{"todo", todo}, {"command", fmt::format("wellmet need --helped {}", n)}});
  if (code == "do.tell") return with(fmt::format("wellmet invite --met {0} TEXT, --not {0}", n));
  if (code == "do.send") return with(fmt::format("wellmet share {} {}", n, view.person.id()));
  if (code == "do.tell-or-offer") return with(fmt::format("wellmet log helped {} TEXT", view.person.id()));
  return words::say(todo);
}

}  // namespace faces::cli
