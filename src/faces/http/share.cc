// Pieces that the owner published, whom they serve, and the letters.

#include "app/share/share.h"

#include <nlohmann/json.hpp>

#include "app/session.h"
#include "base/text.h"
#include "base/try.h"
#include "faces/http/routes.h"
#include "wire/wire.h"
#include "words/words.h"

namespace faces::http {

namespace {

using nlohmann::json;

base::Result<Reply> pieces(Call& call) {
  TRY(all, app::pieces(call.session()));
  json list = json::array();
  for (const app::PieceView& one : all) list.push_back(wire::piece_json(one));
  return json_reply({{"pieces", std::move(list)}});
}

base::Result<Reply> add(Call& call) {
  TRY(from, call.text_or("from", ""));
  if (!from.empty()) {
    // A path would be one on the server's disk.
    if (!from.starts_with("https://") && !from.starts_with("http://"))
      return base::fail(base::Fault::usage, {}, base::say("http.no-address-feed", {{"from", base::printable(from, 60)}}),
                        base::say("http.give-begins-https"));
    TRY(added, app::add_pieces(call.session(), from));
    return json_reply(wire::pieces_added_json(added));
  }
  TRY(title, call.text("title"));
  TRY(link, call.text_or("link", ""));
  TRY(text, call.text_or("text", ""));
  TRY(added, app::add_piece(call.session(), {title, link, text}));
  return json_reply(wire::pieces_added_json(added));
}

base::Result<Reply> fetch(Call& call) {
  TRY(added, app::fetch_pieces(call.session()));
  return json_reply(wire::pieces_added_json(added));
}

base::Result<Reply> piece(Call& call) {
  TRY(number, call.number("n"));
  TRY(one, app::piece(call.session(), number));
  return json_reply(wire::piece_json(one));
}

base::Result<Reply> drop(Call& call) {
  TRY(number, call.number("n"));
  return said(call, app::drop_piece(call.session(), number));
}

base::Result<Reply> audience(Call& call) {
  TRY(number, call.number("n"));
  TRY(limit, call.asked_number("limit", 20, 500));
  TRY(audience, app::audience(call.session(), number, limit));
  return json_reply(wire::audience_json(audience));
}

base::Result<Reply> letter(Call& call) {
  TRY(number, call.number("n"));
  const auto to = call.asked("to");
  if (!to) return base::fail(base::Fault::bad_input, {}, base::say("http.missing"), base::say("http.give-somebodys-id"));
  TRY(draft, app::piece_letter(call.session(), number, *to));
  return json_reply(wire::draft_json(draft));
}

base::Result<Reply> share(Call& call) {
  TRY(number, call.number("n"));
  TRY(persons, call.texts("persons"));
  if (persons.empty())
    return base::fail(base::Fault::bad_input, {}, base::say("http.persons-missing"), base::say("http.give-list-ids"));
  TRY(letters, app::share(call.session(), number, persons));
  json out = wire::letters_json(letters);
  out["done"] = words::say("http.counts-as-sent", {{"n", letters.size()}});
  out["change"] = call.session().said_change;
  return json_reply(out);
}

base::Result<Reply> letter_form(Call& call) {
  TRY(form, app::letter_form(call.session()));
  return json_reply({{"text", form}});
}

base::Result<Reply> set_letter_form(Call& call) {
  TRY(text, call.text("text"));
  return said(call, app::set_letter_form(call.session(), text));
}

base::Result<Reply> topics(Call& call) {
  TRY(commitments, app::commitments(call.session()));
  return json_reply({{"text", commitments.topics}});
}

base::Result<Reply> set_topics(Call& call) {
  TRY(text, call.text_or("text", ""));
  return said(call, app::set_topics(call.session(), text));
}

constexpr Route share_table[] = {
    {"GET", "/pieces", pieces, Scope::read},
    {"POST", "/pieces", add, Scope::write},
    {"POST", "/pieces/fetch", fetch, Scope::write},
    {"GET", "/pieces/{n}", piece, Scope::read},
    {"DELETE", "/pieces/{n}", drop, Scope::write},
    {"GET", "/pieces/{n}/audience", audience, Scope::read},
    {"GET", "/pieces/{n}/letter", letter, Scope::read},
    {"POST", "/pieces/{n}/share", share, Scope::write},
    {"GET", "/letter-form", letter_form, Scope::read},
    {"PUT", "/letter-form", set_letter_form, Scope::write},
    {"GET", "/topics", topics, Scope::read},
    {"PUT", "/topics", set_topics, Scope::write},
};

}  // namespace

extern const Routes routes_share;
const Routes routes_share{share_table};

}  // namespace faces::http
