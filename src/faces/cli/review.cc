#include "app/people/review.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <ostream>

#include "app/people/sides.h"
#include "app/person.h"
#include "faces/cli/cli.h"
#include "faces/cli/text.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::cli {

namespace {

constexpr Argument review_arguments[] = {
    {"N", "usage.review.n", true},
    {"ANSWER", "usage.review.answer", true},
};

std::string help_question(const store::Inferred& tells) {
  const std::string_view way = tells.direction == standing::Direction::in ? "in" : "out";
  if (tells.kind == ledger::Kind::introduced) return say("cli.review.introduced", {{"way", way}});
  if (tells.kind == ledger::Kind::referred) return say("cli.review.referred", {{"way", way}});
  return say("cli.review.help", {{"way", way}});
}

void print_side(Context& context, const app::PersonView& view) {
  const auto& p = view.card.person;
  std::string line = "      " + safe(p.name, 50);
  for (const std::string& part : {p.company, p.title, p.city}) {
    if (!part.empty()) line += " · " + safe(part, 40);
  }
  for (const auto* list : {&p.emails, &p.phones, &p.profiles}) {
    for (const std::string& handle : *list) line += " · " + safe(handle, 60);
  }
  context.out() << line << "  " << view.id() << "\n";
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + fact_words(word);
  return out;
}

/// What speaks for and against it, and what the answer would change.
void print_sides(Context& context, const app::QuestionView& one) {
  const app::Sides& sides = one.sides;
  std::string line;
  if (!sides.agree.empty()) line += say("cli.review.agree", {{"facts", listed(sides.agree)}});
  if (!sides.differ.empty()) line += (line.empty() ? "" : " · ") + say("cli.review.differ", {{"facts", listed(sides.differ)}});
  if (!line.empty()) context.out() << "      " << line << "\n";
  context.out() << "      " << say("cli.review.answers", {{"rung", rung_words(sides.together)}, {"moves", yes(sides.moves)}})
                << "\n";
}

int run_review(Context& context) {
  auto session = context.open();
  if (!session) return context.fail(session.error());
  const auto n = context.number("N", 1);
  if (!n) return context.fail(n.error());
  if (n->has_value()) {
    const std::string word = context.value("ANSWER").value_or("");
    if (word != "yes" && word != "no" && word != "later") {
      const base::Message what =
          word.empty() ? base::say("cli.answer-missing") : base::say("cli.not-an-answer", {{"word", safe(word, 40)}});
      return context.fail({base::Fault::usage, {}, what, base::say("cli.wellmet-review-n-yes")});
    }
    const auto key = app::question_key(*session, **n);
    if (!key) return context.fail(key.error());
    const auto said = app::answer_question(*session, *key, word);
    return said ? context.say(*said) : context.fail(said.error());
  }
  const auto all = app::questions(*session, 0);
  if (!all) return context.fail(all.error());
  if (context.json()) {
    context.out() << wire::dump(wire::questions_json(*all, all->size()));
    return done;
  }
  if (all->empty()) {
    context.out() << say("cli.review.none") << "\n";
    return done;
  }
  constexpr std::size_t shown = 10;
  for (std::size_t i = 0; i < all->size() && i < shown; ++i) {
    const app::QuestionView& one = (*all)[i];
    if (one.met) {
      context.out() << fmt::format("{:>3}  ", one.n)
                    << say("cli.review.meeting", {{"question", one.tells ? help_question(*one.tells) : say("cli.review.met")},
                                                  {"day", base::day_of(one.met->row.at)},
                                                  {"title", safe(one.met->title, 60)},
                                                  {"why", one.why}})
                    << "\n";
      print_side(context, one.a);
      continue;
    }
    context.out() << fmt::format("{:>3}  ", one.n) << say("cli.review.one-person", {{"why", safe(words::say(one.why), 100)}})
                  << "\n";
    print_side(context, one.a);
    print_side(context, one.b);
    print_sides(context, one);
  }
  if (all->size() > shown) context.out() << "     " << say("cli.and-more", {{"n", all->size() - shown}}) << "\n";
  context.out() << "\nwellmet review N yes|no|later\n";
  return done;
}

}  // namespace

extern const Command command_review;
const Command command_review{
    .name = "review",
    .group = "usage.group.what-you-say",
    .summary = "usage.review",
    .examples =
        "wellmet review\n"
        "wellmet review 1 yes\n"
        "wellmet review 2 no\n",
    .arguments = review_arguments,
    .options = {},
    .run = run_review,
};

}  // namespace faces::cli
