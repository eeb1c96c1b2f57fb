// share: people whom something that the owner published of late would serve. docs/plays.md#share.

#include "plays/share.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "plays/gain.h"
#include "plays/plays.h"
#include "plays/words.h"

namespace plays {

bool rests(const Commitments& all, people::PersonId who, std::uint32_t piece, base::Day today) {
  return std::any_of(all.sent.begin(), all.sent.end(),
                     [&](const Sent& one) { return one.who == who && (one.piece == piece || today - one.on < sent_rest_days); });
}

namespace {

// Docs: docs/plays.md#share.
constexpr int fresh_days = 30;
constexpr std::size_t pieces_max = 3;
constexpr std::size_t words_enough = 3;

/// A piece and its words, read once.
struct Fresh {
  const Piece* piece;
  std::vector<std::string> words;
};

std::vector<Fresh> fresh_pieces(const View& view) {
  std::vector<Fresh> all;
  for (auto piece = view.commitments.pieces.rbegin(); piece != view.commitments.pieces.rend(); ++piece) {
    if (view.today - piece->published > fresh_days || piece->published > view.today) continue;
    all.push_back({&*piece, telling_words(piece->words)});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Fresh& a, const Fresh& b) { return a.piece->published > b.piece->published; });
  if (all.size() > pieces_max) all.resize(pieces_max);
  return all;
}

std::vector<std::string> shared_words(const std::vector<std::string>& piece, const std::vector<std::string>& theirs) {
  std::vector<std::string> out;
  for (const std::string& word : theirs) {
    if (std::any_of(piece.begin(), piece.end(), [&](const std::string& one) { return alike(one, word); })) out.push_back(word);
  }
  return out;
}

constexpr Topic topics_of_share[] = {{.name = "piece-", .deed = ledger::Kind::shared}};

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return base::printable(out, 60);
}

std::vector<Step> propose_share(const View& view) {
  std::vector<Step> steps;
  const std::vector<Fresh> fresh = fresh_pieces(view);
  if (fresh.empty()) return steps;
  for (std::uint32_t i = 0; i < view.people.persons.size(); ++i) {
    const people::Person& person = view.people.persons[i];
    const standing::Standing& s = view.standings[i];
    if (!plannable(person, s) || s.rung < standing::Rung::in_touch) continue;
    std::string text = person.title + " " + person.company;
    for (const std::string& note : person.notes) text += " " + note;
    const std::vector<std::string> theirs = telling_words(text);
    for (const Fresh& one : fresh) {
      const std::vector<std::string> words = shared_words(one.words, theirs);
      if (words.empty() || rests(view.commitments, people::PersonId{i}, one.piece->number, view.today)) continue;
      const double fit = std::min(1.0, static_cast<double>(words.size()) / words_enough);
      steps.push_back(
          {.person = people::PersonId{i},
           .play = "share",
           .topic = fmt::format("piece-{}", one.piece->number),
           .reason = base::say("share.piece", {{"title", base::printable(one.piece->title, 60)}, {"words", joined(words)}}),
           .todo = base::say("do.send"),
           .number = one.piece->number,
           .urgency = 0,
           .gives = true,
           .gain = s.reply_chance * view.lessons.chance(Aim::piece) * fit * new_member_worth(s)});
      break;  // The newest that fits.
    }
  }
  return steps;
}

}  // namespace

extern const Play play_share;
const Play play_share{"share", topics_of_share, propose_share};

}  // namespace plays
