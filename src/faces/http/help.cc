// The two-way street: offers, needs, introductions, favours, whom to ask.

#include "app/help/help.h"

#include <nlohmann/json.hpp>

#include "app/session.h"
#include "base/text.h"
#include "base/try.h"
#include "faces/http/routes.h"
#include "wire/wire.h"

namespace faces::http {

namespace {

using nlohmann::json;

base::Result<Reply> offers(Call& call) {
  TRY(commitments, app::commitments(call.session()));
  return json_reply(wire::offers_json(commitments.offers));
}

base::Result<Reply> offer(Call& call) {
  TRY(text, call.text("text"));
  return said(call, app::offer(call.session(), text));
}

base::Result<Reply> drop_offer(Call& call) {
  TRY(number, call.number("n"));
  return said(call, app::drop_offer(call.session(), number));
}

base::Result<Reply> needs(Call& call) {
  TRY(needs, app::needs(call.session()));
  TRY(noticed, app::noticed_needs(call.session()));
  return json_reply(wire::needs_json(needs, noticed));
}

base::Result<Reply> need(Call& call) {
  TRY(person, call.text("person"));
  TRY(text, call.text("text"));
  return said(call, app::need(call.session(), person, text));
}

base::Result<Reply> settle_need(Call& call) {
  TRY(number, call.number("n"));
  TRY(how, call.text("how"));
  using Settled = app::Settled;
  if (how == "helped") return said(call, app::settle_need(call.session(), number, Settled::helped));
  if (how == "met") return said(call, app::settle_need(call.session(), number, Settled::met));
  if (how == "drop") return said(call, app::settle_need(call.session(), number, Settled::drop));
  return base::fail(base::Fault::usage, {}, base::say("http.settles-no-need", {{"how", base::printable(how, 40)}}),
                    base::say("http.helped-met-drop"));
}

base::Result<Reply> answer_noticed(Call& call) {
  TRY(word, call.text("answer"));
  if (word != "yes" && word != "no")
    return base::fail(base::Fault::usage, {}, base::say("http.no-answer", {{"word", base::printable(word, 40)}}),
                      base::say("http.yes-no"));
  return said(call, app::answer_noticed(call.session(), call.argument("need"), word == "yes"));
}

base::Result<Reply> introductions(Call& call) {
  TRY(all, app::introductions(call.session()));
  json list = json::array();
  for (const app::IntroductionView& one : all) list.push_back(wire::introduction_json(one));
  return json_reply({{"introductions", std::move(list)}});
}

base::Result<Reply> introduce(Call& call) {
  TRY(first, call.text("first"));
  TRY(second, call.text("second"));
  TRY(why, call.text_or("why", ""));
  return said(call, app::introduce(call.session(), first, second, why));
}

base::Result<Reply> introduction(Call& call) {
  TRY(number, call.number("n"));
  TRY(one, app::introduction(call.session(), number));
  return json_reply(wire::introduction_json(one));
}

base::Result<Reply> move_introduction(Call& call) {
  TRY(number, call.number("n"));
  TRY(how, call.text("how"));
  if (how == "made") return said(call, app::introduction_made(call.session(), number));
  if (how == "came") {
    TRY(text, call.text("text"));
    return said(call, app::introduction_came(call.session(), number, text));
  }
  using Word = app::Word;
  if (how != "asked" && how != "agreed" && how != "declined") {
    return base::fail(base::Fault::usage, {}, base::say("http.happens-no-introduction", {{"how", base::printable(how, 40)}}),
                      base::say("http.asked-agreed-declined-made"));
  }
  TRY(person, call.text("person"));
  return said(call, app::move_introduction(call.session(), number, person,
                                           how == "asked"    ? Word::asked
                                           : how == "agreed" ? Word::agreed
                                                             : Word::declined));
}

base::Result<Reply> favours(Call& call) {
  TRY(all, app::favours(call.session()));
  return json_reply(wire::favours_json(all));
}

base::Result<Reply> asks(Call& call) {
  const auto about = call.asked("about");
  if (!about)
    return base::fail(base::Fault::bad_input, {}, base::say("http.ask-about-what"), base::say("http.give-about-few-words"));
  TRY(limit, call.asked_number("limit", 5, 50));
  TRY(all, app::ask(call.session(), *about, limit));
  return json_reply(wire::asks_json(all));
}

constexpr Route help_table[] = {
    {"GET", "/offers", offers, Scope::read},
    {"POST", "/offers", offer, Scope::write},
    {"DELETE", "/offers/{n}", drop_offer, Scope::write},
    {"GET", "/needs", needs, Scope::read},
    {"POST", "/needs", need, Scope::write},
    {"POST", "/needs/{n}", settle_need, Scope::write},
    {"POST", "/needs/noticed/{need}", answer_noticed, Scope::write},
    {"GET", "/introductions", introductions, Scope::read},
    {"POST", "/introductions", introduce, Scope::write},
    {"GET", "/introductions/{n}", introduction, Scope::read},
    {"POST", "/introductions/{n}", move_introduction, Scope::write},
    {"GET", "/favours", favours, Scope::read},
    {"GET", "/asks", asks, Scope::read},
};

}  // namespace

extern const Routes routes_help;
const Routes routes_help{help_table};

}  // namespace faces::http
