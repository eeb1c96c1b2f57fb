// JSON of what is shared and asked.

#include <nlohmann/json.hpp>

#include "wire/wire.h"
#include "words/words.h"

namespace wire {

namespace {

using nlohmann::json;

json day(const std::optional<base::Day>& one) { return one ? json(base::iso(*one)) : json(nullptr); }

json brief_json(const plays::Piece& piece) {
  return {{"n", piece.number},
          {"title", piece.title},
          {"link", piece.link.empty() ? json(nullptr) : json(piece.link)},
          {"published", base::iso(piece.published)},
          {"source", piece.source.empty() ? json(nullptr) : json(piece.source)}};
}

json relevant_json(const app::RelevantView& one) {
  json about = nullptr;
  if (one.about) about = {{"title", one.about->note}, {"on", base::iso(base::day_of(one.about->at))}};
  return {{"person", named_json(one.person)},
          {"score", one.score},
          {"words", one.words},
          {"where", words::say(one.where)},
          {"about", std::move(about)}};
}

}  // namespace

json draft_json(const app::Draft& draft) { return {{"to", draft.to}, {"subject", draft.subject}, {"body", draft.body}}; }

json piece_json(const app::PieceView& view) {
  json out = brief_json(view.piece);
  json sent = json::array();
  for (const app::SentView& one : view.sent) {
    sent.push_back({{"person", named_json(one.person)},
                    {"on", base::iso(one.on)},
                    {"replied", day(one.replied)},
                    {"engaged", day(one.engaged)},
                    {"rung_before", standing::word(one.before)},
                    {"rung", standing::word(one.person.card.standing.rung)}});
  }
  out["words"] = view.piece.words;
  out["reach"] = view.sent.size();
  out["replied"] = view.replied;
  out["engaged"] = view.engaged;
  out["moved_up"] = view.moved_up;
  out["sent"] = std::move(sent);
  return out;
}

json pieces_added_json(const app::PiecesView& view) {
  json added = json::array();
  for (const plays::Piece& one : view.added) added.push_back(brief_json(one));
  return {{"added", std::move(added)},
          {"known", view.known},
          {"older", view.older},
          {"wordless", view.wordless},
          {"unchanged", view.unchanged}};
}

json audience_json(const app::AudienceView& view) {
  json people = json::array();
  for (const app::RelevantView& one : view.people) people.push_back(relevant_json(one));
  return {{"piece", brief_json(view.piece)}, {"total", view.of}, {"resting", view.resting}, {"people", std::move(people)}};
}

json letters_json(const std::vector<app::PieceLetter>& letters) {
  json list = json::array();
  for (const app::PieceLetter& one : letters)
    list.push_back(
        {{"person", named_json(one.person)}, {"draft", draft_json(one.draft)}, {"mailto", one.link}, {"file", one.file}});
  return {{"letters", std::move(list)}};
}

json asks_json(const std::vector<app::AskView>& asks) {
  json list = json::array();
  for (const app::AskView& one : asks) {
    json ask = relevant_json(one.who);
    ask["gladly"] = words::say(one.gladly);
    ask["draft"] = draft_json(one.draft);
    list.push_back(std::move(ask));
  }
  return {{"asks", std::move(list)}};
}

}  // namespace wire
