// The two-way street: offers, needs, introductions, favours, whom to ask.

#include <nlohmann/json.hpp>

#include "app/json.h"
#include "base/text.h"
#include "base/try.h"
#include "faces/http/routes.h"

namespace faces::http {

namespace {

using nlohmann::json;

base::Result<Reply> offers(Call& call) {
  TRY(commitments, call.app().commitments());
  return json_reply(app::offers_json(commitments.offers));
}

base::Result<Reply> offer(Call& call) {
  TRY(text, call.text("text"));
  return said(call, call.app().offer(text));
}

base::Result<Reply> drop_offer(Call& call) {
  TRY(number, call.number("n"));
  return said(call, call.app().drop_offer(number));
}

base::Result<Reply> needs(Call& call) {
  TRY(needs, call.app().needs());
  TRY(noticed, call.app().noticed_needs());
  return json_reply(app::needs_json(needs, noticed));
}

base::Result<Reply> need(Call& call) {
  TRY(person, call.text("person"));
  TRY(text, call.text("text"));
  return said(call, call.app().need(person, text));
}

base::Result<Reply> settle_need(Call& call) {
  TRY(number, call.number("n"));
  TRY(how, call.text("how"));
  using Settled = app::App::Settled;
  if (how == "helped") return said(call, call.app().settle_need(number, Settled::helped));
  if (how == "met") return said(call, call.app().settle_need(number, Settled::met));
  if (how == "drop") return said(call, call.app().settle_need(number, Settled::drop));
  return base::fail(base::Fault::usage, {}, "\"" + base::printable(how, 40) + "\" settles no need", "helped, met or drop");
}

base::Result<Reply> answer_noticed(Call& call) {
  TRY(word, call.text("answer"));
  if (word != "yes" && word != "no")
    return base::fail(base::Fault::usage, {}, "\"" + base::printable(word, 40) + "\" is no answer", "yes or no");
  return said(call, call.app().answer_noticed(call.argument("need"), word == "yes"));
}

base::Result<Reply> introductions(Call& call) {
  TRY(all, call.app().introductions());
  json list = json::array();
  for (const app::IntroductionView& one : all) list.push_back(app::introduction_json(one));
  return json_reply({{"introductions", std::move(list)}});
}

base::Result<Reply> introduce(Call& call) {
  TRY(first, call.text("first"));
  TRY(second, call.text("second"));
  TRY(why, call.text_or("why", ""));
  return said(call, call.app().introduce(first, second, why));
}

base::Result<Reply> introduction(Call& call) {
  TRY(number, call.number("n"));
  TRY(one, call.app().introduction(number));
  return json_reply(app::introduction_json(one));
}

base::Result<Reply> move_introduction(Call& call) {
  TRY(number, call.number("n"));
  TRY(how, call.text("how"));
  if (how == "made") return said(call, call.app().introduction_made(number));
  if (how == "came") {
    TRY(text, call.text("text"));
    return said(call, call.app().introduction_came(number, text));
  }
  using Word = app::App::Word;
  if (how != "asked" && how != "agreed" && how != "declined") {
    return base::fail(base::Fault::usage, {}, "\"" + base::printable(how, 40) + "\" happens to no introduction",
                      "asked, agreed, declined, made or came");
  }
  TRY(person, call.text("person"));
  return said(call, call.app().move_introduction(number, person, how == "asked" ? Word::asked : how == "agreed" ? Word::agreed : Word::declined));
}

base::Result<Reply> favours(Call& call) {
  TRY(all, call.app().favours());
  return json_reply(app::favours_json(all));
}

base::Result<Reply> asks(Call& call) {
  const auto about = call.asked("about");
  if (!about) return base::fail(base::Fault::bad_input, {}, "ask about what?", "give \"about\": a few words");
  TRY(limit, call.asked_number("limit", 5, 50));
  TRY(all, call.app().ask(*about, limit));
  return json_reply(app::asks_json(all));
}

constexpr Route routes[] = {
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
const Routes routes_help{routes};

}  // namespace faces::http
