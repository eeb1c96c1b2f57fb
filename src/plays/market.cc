#include "plays/market.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"

namespace plays {

namespace {

using Of = Condition::Of;

struct Name {
  std::string_view key;
  Of of;
  std::string_view choice;  ///< By which the catalogue names it.
};
constexpr std::array<Name, 9> names = {{
    {"title", Of::title, "title"},
    {"company", Of::company, "company"},
    {"city", Of::city, "town"},
    {"town", Of::city, "town"},
    {"note", Of::note, "note"},
    {"tag", Of::tag, "tag"},
    {"label", Of::tag, "tag"},
    {"seniority", Of::seniority, "seniority"},
    {"any", Of::any, "any"},
}};

std::string_view choice(Of of) {
  return std::find_if(names.begin(), names.end(), [of](const Name& name) { return name.of == of; })->choice;
}

/// Words of titles, and what they tell of somebody's place. Choices.
constexpr std::array<std::string_view, 24> leading = {"founder",
                                                      "cofounder",
                                                      "chief",
                                                      "ceo",
                                                      "cto",
                                                      "cfo",
                                                      "coo",
                                                      "cio",
                                                      "cmo",
                                                      "president",
                                                      "owner",
                                                      "partner",
                                                      "director",
                                                      "head",
                                                      "vp",
                                                      "vice president",
                                                      "managing",
                                                      "geschaftsfuhrer",
                                                      "geschaeftsfuehrer",
                                                      "inhaber",
                                                      "vd",
                                                      "directeur",
                                                      "gerente",
                                                      "leiter"};
constexpr std::array<std::string_view, 6> senior = {"senior", "lead", "principal", "staff", "manager", "expert"};

/// Folded, letters and digits only, each word between single spaces.
std::string plain(std::string_view text) {
  std::string out = " ";
  for (const char c : base::fold(text)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

template <std::size_t size>
bool has_word(const std::string& text, const std::array<std::string_view, size>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return base::contains(text, " " + std::string(word) + " "); });
}

std::string seniority(const std::string& title) {
  const std::string words = plain(title);
  if (words == " ") return "";
  return has_word(words, leading) ? "leads" : has_word(words, senior) ? "senior" : "other";
}

std::string lines_of(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : "\n") + text;
  return out;
}

std::string field(Of of, const people::Person& person) {
  switch (of) {
    case Of::title:
      return person.title;
    case Of::company:
      return person.company;
    case Of::city:
      return person.city;
    case Of::note:
      return lines_of(person.notes);
    case Of::tag:
      return lines_of(person.tags);
    case Of::seniority:
      return seniority(person.title);
    case Of::any:
      return person.title + "\n" + person.company + "\n" + lines_of(person.notes) + "\n" + lines_of(person.tags);
  }
  return {};
}

/// The next part of a rule, quotes taken off; false at its end.
bool next_part(std::string_view& text, std::string& part) {
  text = base::trim(text);
  if (text.empty()) return false;
  part.clear();
  bool quoted = false;
  std::size_t i = 0;
  for (; i < text.size() && (quoted || text[i] != ' '); ++i) {
    if (text[i] == '"') {
      quoted = !quoted;
    } else {
      part += text[i];
    }
  }
  text.remove_prefix(i);
  return true;
}

base::Result<Condition> parse_condition(std::string_view part) {
  Condition one;
  std::string_view rest = part;
  constexpr std::string_view no = "no-";
  if (base::starts_with_no_case(rest, no)) {
    one.refuses = true;
    rest.remove_prefix(no.size());
  }
  const std::size_t colon = rest.find(':');
  if (colon != std::string_view::npos) {
    const std::string key = base::lower_ascii(rest.substr(0, colon));
    const auto known = std::find_if(names.begin(), names.end(), [&](const Name& name) { return name.key == key; });
    if (known == names.end()) {
      return base::fail(base::Fault::usage, {}, base::say("plays.nothing-market-goes", {{"key", base::printable(key, 40)}}),
                        base::say("plays.title-company-city-note"));
    }
    one.of = known->of;
    rest.remove_prefix(colon + 1);
  }
  for (const std::string_view word : base::split(rest, ',')) {
    if (plain(word) != " ") one.words.emplace_back(base::trim(word));
  }
  if (one.words.empty()) {
    return base::fail(base::Fault::usage, {}, base::say("plays.names-no-word", {{"part", base::printable(part, 40)}}),
                      base::say("plays.instance-title-founder-cto"));
  }
  for (const std::string& word : one.words) {
    if (one.of != Of::seniority || word == "leads" || word == "senior" || word == "other") continue;
    return base::fail(base::Fault::usage, {}, base::say("plays.no-seniority", {{"word", base::printable(word, 40)}}),
                      base::say("plays.leads-senior-far-titles"));
  }
  return one;
}

}  // namespace

base::Result<Rule> Rule::parse(std::string_view text) {
  Rule rule;
  std::string part;
  while (next_part(text, part)) {
    auto one = parse_condition(part);
    if (!one) return base::fail(one.error());
    rule.conditions_.push_back(std::move(*one));
  }
  const bool wants = std::any_of(rule.conditions_.begin(), rule.conditions_.end(), [](const Condition& c) { return !c.refuses; });
  if (!wants) {
    return base::fail(base::Fault::usage, {}, base::say("plays.market-needs-rule-says"),
                      base::say("plays.instance-title-founder-cto-2"));
  }
  return rule;
}

base::Message Rule::words() const {
  base::Message out;
  for (const Condition& one : conditions_) {
    std::string first;
    for (std::size_t i = 0; i + 1 < one.words.size(); ++i) first += (i == 0 ? "" : ", ") + base::printable(one.words[i], 40);
    const std::string last = base::printable(one.words.back(), 40);
    const base::Message list =
        first.empty() ? base::say("said.name", {{"name", last}}) : base::say("market.or", {{"first", first}, {"last", last}});
    const std::string_view how = one.of == Of::seniority ? (one.refuses ? "is_not" : "is") : (one.refuses ? "without" : "has");
    base::Message next = base::say("market.condition", {{"of", choice(one.of)}, {"how", how}, {"words", list}});
    out = out.empty() ? std::move(next) : base::say("market.also", {{"first", std::move(out)}, {"next", std::move(next)}});
  }
  return out;
}

Fit fit(const Rule& rule, const people::Person& person) {
  Fit out;
  bool fails = false;
  for (const Condition& one : rule.conditions()) {
    const std::string text = field(one.of, person);
    const std::string there = plain(text);
    const bool hit = std::any_of(one.words.begin(), one.words.end(), [&](const std::string& word) {
      // From the beginning of a word on: "engineer" is in "engineering", "art" is not in "start".
      std::string wanted = plain(word);
      wanted.pop_back();
      return base::contains(there, wanted);
    });
    if (one.refuses) {
      fails = fails || hit;
    } else if (hit) {
      out.holds.push_back(base::say("market.holds", {{"of", choice(one.of)}, {"text", base::printable(base::trim(text), 60)}}));
    } else if (there == " " && one.of != Of::tag) {  // No tag is none.
      out.unknown.push_back(base::say("market.field", {{"of", choice(one.of)}}));
    } else {
      fails = true;
    }
  }
  out.how = fails || out.holds.empty() ? Fit::How::no : out.unknown.empty() ? Fit::How::yes : Fit::How::maybe;
  return out;
}

Fit fit(const Market& market, const people::Person& person) {
  const std::string name = base::fold(market.name);
  const bool by_hand = !name.empty() && std::any_of(person.tags.begin(), person.tags.end(),
                                                    [&](const std::string& tag) { return base::fold(tag) == name; });
  if (by_hand)
    return {.how = Fit::How::yes,
            .holds = {base::say("market.holds", {{"of", "tag"}, {"text", base::printable(market.name, 60)}})},
            .unknown = {}};
  return fit(market.rule, person);
}

double focus_factor(const std::vector<Market>& markets, const people::Person& person) {
  constexpr double perhaps = 0.7, elsewhere = 0.4;
  double best = markets.empty() ? 1 : elsewhere;
  for (const Market& market : markets) {
    const Fit::How how = fit(market, person).how;
    best = std::max(best, how == Fit::How::yes ? 1 : how == Fit::How::maybe ? perhaps : elsewhere);
  }
  return best;
}

}  // namespace plays
