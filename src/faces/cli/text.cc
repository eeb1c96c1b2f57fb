#include "faces/cli/text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "words/words.h"

namespace faces::cli {

std::string thousands(std::size_t number) {
  std::string digits = fmt::format("{}", number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return thousands(number) + " " + std::string(number == 1 ? one : many);
}

std::string several(std::size_t number, std::string_view plural) {
  std::string_view word = plural;
  if (number == 1 && word.size() > 2 && word.back() == 's' && word[word.size() - 2] != 's') {
    word.remove_suffix(word.ends_with("sses") ? 2 : 1);  // "addresses".
  }
  return thousands(number) + " " + std::string(word);
}

std::string safe(std::string_view text, std::size_t columns) { return base::printable(text, columns); }

std::string pad(std::string_view text, std::size_t columns, bool right) {
  const std::size_t used = base::columns(text);
  const std::string space(columns > used ? columns - used : 0, ' ');
  return right ? space + std::string(text) : std::string(text) + space;
}

std::string rung_words(standing::Rung rung) {
  std::string words(standing::word(rung));
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string Paint::in(std::string_view code, std::string_view text) const {
  return on_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

std::string headline(const app::Totals& t) {
  std::string out = "You know " + counted(t.people, "person", "people") + ". ";
  if (t.network == 0) {
    out += "None is your network yet";
  } else {
    out += thousands(t.network) + (t.network == 1 ? " is" : " are") + " your network";
    if (t.advocates > 0) {
      out += t.advocates == t.network && t.network == 1
                 ? ", an advocate"
                 : fmt::format(", {} of them {}", thousands(t.advocates), t.advocates == 1 ? "an advocate" : "advocates");
    }
  }
  out += ". " + thousands(t.one_step_away) + (t.one_step_away == 1 ? " is" : " are") + " one step away.";
  return out;
}

std::string person_line(const app::PersonView& view, const Paint& paint) {
  const people::Person& p = view.card.person;
  const standing::Standing& s = view.card.standing;
  std::string missing;
  if (!s.network) {
    if (s.talk != standing::Fact::yes) missing += " talk";
    if (s.meet != standing::Fact::yes) missing += " meet";
    if (s.help != standing::Fact::yes) missing += " help";
  }
  const std::string rung = pad(rung_words(s.rung), 9);
  std::string line = pad(safe(p.name, 28), 28) + "  " + pad(safe(p.company, 22), 22) + "  ";
  line += (s.network ? paint.warm(rung) : paint.cool(rung)) + fmt::format("  {:>8.0f}  ", s.strength);
  line += pad(s.last ? base::iso(*s.last) : "", 10) + "  ";
  std::string tail = s.quiet ? "quiet" : missing.empty() ? "" : "lacks" + missing;
  if (p.let_go) tail = "let go";
  if (!p.organisation.empty()) tail = "organisation: " + safe(words::say(people::why_organisation(p)), 30);
  line += pad(tail, 21) + "  " + paint.dim(view.id());
  return line;
}

std::vector<std::string> unknowns(const app::Totals& t) {
  std::vector<std::string> out;
  if (!t.covers.talk) out.push_back("Who wrote to whom is unknown: import your mail (mbox) or LinkedIn's messages.");
  if (!t.covers.meet) out.push_back("Whom you met is unknown: import your calendar (ics) or the call log of your phone.");
  if (!t.covers.help) {
    out.push_back("Who helped whom is unknown: import LinkedIn's recommendations, or say it: wellmet log helped NAME \"…\".");
  }
  return out;
}

std::string file_kind_words(std::string_view kind) {
  constexpr std::pair<std::string_view, std::string_view> words[] = {{"linkedin", "LinkedIn"},
                                                                     {"whatsapp", "WhatsApp"},
                                                                     {"vcard", "address book"},
                                                                     {"contacts", "address book"},
                                                                     {"contacts_csv", "address book"},
                                                                     {"google_contacts", "Google contacts"},
                                                                     {"sms", "text message"},
                                                                     {"outlook_contacts", "Outlook contacts"},
                                                                     {"thunderbird_contacts", "Thunderbird contacts"}};
  for (const auto& [name, said] : words) {
    if (name == kind) return std::string(said);
  }
  return safe(kind, 30);
}

std::string source_words(const app::RowView& row) {
  return row.channel == ledger::Channel::you ? "your word" : file_kind_words(row.source);
}

std::string row_words(const app::RowView& row) {
  std::string out = base::words(base::day_of(row.at));
  if (!row.note.empty()) out += ", \"" + safe(row.note, 60) + "\"";
  return out + " (" + source_words(row) + ")";
}

std::string relevant_words(const app::RelevantView& one) {
  std::string out;
  for (const std::string& word : one.words) out += (out.empty() ? "" : ", ") + safe(word, 30);
  if (!one.where.empty()) out += " (" + words::say(one.where) + ")";
  if (one.about) out += fmt::format("; \"{}\", {}", safe(one.about->note, 50), base::words(base::day_of(one.about->at)));
  return out;
}

std::string job_words(const app::PersonView& person, std::size_t columns) {
  const people::Person& p = person.card.person;
  return safe(p.title + (p.title.empty() || p.company.empty() ? "" : ", ") + p.company, columns);
}

std::string draft_words(const app::Draft& draft) {
  std::string out = "  To: " + (draft.to.empty() ? "(no address known)" : safe(draft.to, 200)) +
                    "\n  Subject: " + safe(draft.subject, 120) + "\n\n";
  std::string_view body = draft.body;
  while (body.ends_with('\n')) body.remove_suffix(1);
  for (const std::string_view line : base::split(body, '\n')) out += line.empty() ? "\n" : "  " + safe(line, 500) + "\n";
  return out;
}

std::string standing_words(const app::PersonView& view) {
  const auto& s = view.card.standing;
  const auto& p = view.card.person;
  std::string out = s.network ? (s.rung == standing::Rung::advocate ? "network, an advocate" : "network") : "contact";
  if (!p.organisation.empty()) return "organisation: " + safe(words::say(people::why_organisation(p)), 60);
  if (s.one_step_away) {
    out += s.meet == standing::Fact::yes ? ", one step away: no help has flowed yet" : ", one step away: never spoken";
  } else if (!s.network) {
    out += ", " + rung_words(s.rung);
  }
  if (s.quiet) out += ", gone quiet";
  if (p.let_go) out += ", let go";
  if (p.exempt) out += ", exempt";
  const bool evidence = s.meet == standing::Fact::yes && s.help == standing::Fact::yes;
  if (p.answer == "yes" && !evidence) out += " (your word; the evidence alone would not say so)";
  if ((p.answer == "no" || p.answer == "stranger") && evidence) out += " (your word; the evidence would say network)";
  return out;
}

std::string todo_words(const app::StepView& view) {
  const std::string text = words::say(view.step.todo);
  const std::string_view code = view.step.todo.code;
  const std::uint32_t n = view.step.number;
  if (code == "do.join" || code == "do.ask" || code == "do.ask-again") return fmt::format("{}: wellmet intro {}", text, n);
  if (code == "do.ask-outcome") return fmt::format("{}: wellmet intro {} --came TEXT", text, n);
  if (code == "do.offer")
    return words::say(
        base::say("cli.then-need-helped", {{"todo", text}, {"command", fmt::format("wellmet need --helped {}", n)}}));
  if (code == "do.tell") return fmt::format("{0}: wellmet invite --met {1} TEXT, --not {1}", text, n);
  if (code == "do.send") return fmt::format("{}: wellmet share {} {}", text, n, view.person.id());
  if (code == "do.tell-or-offer") return fmt::format("{}: wellmet log helped {} TEXT", text, view.person.id());
  return text;
}

}  // namespace faces::cli
