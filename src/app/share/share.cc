// Share: whom something published serves, letters with it, and what came back.

#include "app/share/share.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/help/relevant.h"
#include "app/letters.h"
#include "base/clean.h"
#include "base/text.h"
#include "base/try.h"
#include "derive/readings.h"
#include "formats/letter.h"
#include "plays/market.h"
#include "plays/share.h"
#include "plays/words.h"
#include "words/words.h"

namespace app {

namespace {

// Docs: docs/plays.md#share.
constexpr std::size_t subject_bytes_max = 200;
constexpr std::size_t letter_bytes_max = 900;
/// The answer to a letter whose id did not survive the owner's mail program is known by its subject.
constexpr int answer_days_max = 30;

/// The form of a letter that the owner has not changed.
std::string usual_letter() { return "Subject: {{title}}\n\n" + words::say("letter.piece"); }

constexpr std::string_view letter_names[] = {"greeting", "given_name", "name", "company", "reason",
                                             "title",    "link",       "me",   "topics"};

using Values = std::vector<std::pair<std::string_view, std::string>>;

/// `form` with each {{name}} replaced; the first name that is none as the fault.
base::Result<std::string> filled(std::string_view form, const Values& values) {
  std::string out;
  for (std::size_t at = 0;;) {
    const std::size_t open = form.find("{{", at);
    out += form.substr(at, open == std::string_view::npos ? open : open - at);
    if (open == std::string_view::npos) return out;
    const std::size_t close = form.find("}}", open);
    const std::string_view name = base::trim(form.substr(open + 2, close == std::string_view::npos ? close : close - open - 2));
    const auto found = std::find_if(values.begin(), values.end(), [&](const auto& one) { return one.first == name; });
    if (close == std::string_view::npos || found == values.end()) {
      std::string names;
      for (const std::string_view one : letter_names) names += (names.empty() ? "" : ", ") + std::string(one);
      return base::fail(base::Fault::usage, {}, base::say("share.letter-knows-no", {{"name", base::printable(name, 40)}}),
                        base::say("share.knows", {{"names", names}}));
    }
    out += found->second;
    at = close + 2;
    if (!found->second.empty() || (!out.empty() && out.back() != '\n')) continue;
    // The sentence that nothing opens begins with what comes next.
    while (at < form.size() && form[at] == ' ') ++at;
    if (at < form.size() && form[at] >= 'a' && form[at] <= 'z') out += static_cast<char>(form[at++] - 'a' + 'A');
  }
}

/// Subject and body of a letter's form.
std::pair<std::string, std::string> parted(std::string_view form) {
  const std::size_t line = form.find('\n');
  std::string_view subject = base::trim(form.substr(0, line));
  if (base::starts_with_no_case(subject, "subject:")) subject = base::trim(subject.substr(8));
  std::string_view body = line == std::string_view::npos ? std::string_view() : form.substr(line + 1);
  while (body.substr(0, 1) == "\n") body.remove_prefix(1);
  return {std::string(subject), std::string(body)};
}

/// Whose name the letters bear.
struct Sender {
  std::string name, address, topics;
  [[nodiscard]] bool has_mail() const { return address.find('@') != std::string::npos; }
  [[nodiscard]] std::string domain() const { return has_mail() ? address.substr(address.find('@') + 1) : "wellmet.invalid"; }
};

Sender sender_of(const Totals& totals, const plays::Commitments& now) {
  return {totals.owner_name, totals.owner_handles.empty() ? "" : totals.owner_handles.front(), now.topics};
}

std::string form_of(const plays::Commitments& now) { return now.letter.empty() ? usual_letter() : now.letter; }

/// Without id and moment.
base::Result<formats::Letter> letter_of(std::string_view form, const plays::Piece& piece, const PersonView& person,
                                        const std::string& reason, const Sender& sender) {
  const Values values = {{"greeting", greeting(person)},
                         {"given_name", called(person)},
                         {"name", person.card.person.name},
                         {"company", person.card.person.company},
                         {"reason", reason.empty() ? "" : reason + ","},
                         {"title", piece.title},
                         {"link", piece.link},
                         {"me", sender.name},
                         {"topics", sender.topics}};
  const auto [subject_form, body_form] = parted(form);
  TRY(subject, filled(subject_form, values));
  TRY(body, filled(body_form, values));
  return formats::Letter{.from = {sender.has_mail() ? sender.name : "", sender.has_mail() ? sender.address : ""},
                         .to = {person.card.person.name, address(person)},
                         .subject = base::cleaned(subject, subject_bytes_max),
                         .body = tidied(body),
                         .id = {},
                         .at = {}};
}

}  // namespace

namespace {

base::Result<SentView> came_back(Session& session, const plays::Sent& sent) {
  TRY(who, view(session, sent.who.value));
  SentView out{.person = std::move(who), .on = sent.on, .replied = {}, .engaged = {}};
  TRY(part, session.pictures().person_book(sent.who.value));
  const auto readings = derive::readings_of(part, session.policy, session.moment());
  TRY(totals, session.pictures().totals());
  TRY(now, commitments(session));
  const auto piece =
      std::find_if(now.pieces.begin(), now.pieces.end(), [&](const plays::Piece& one) { return one.number == sent.piece; });
  const std::string title = piece == now.pieces.end() ? "" : base::fold(piece->title);
  const base::Instant eve = base::end_of(sent.on - 1);
  std::size_t known = 0;
  for (const standing::Reading& reading : readings) {
    const ledger::Row& row = part.book.rows[reading.row];
    if (row.at <= eve) ++known;
    const base::Day on = base::day_of(row.at);
    if (on < sent.on || reading.direction != standing::Direction::in) continue;
    const auto first = [on](std::optional<base::Day>& day) { day = day ? std::min(*day, on) : on; };
    if (reading.kind == ledger::Kind::engaged && on - sent.on <= answer_days_max) first(out.engaged);
    if (reading.kind != ledger::Kind::wrote) continue;
    const bool thread = row.thread != 0 && row.thread == sent.thread;
    const bool subject =
        !title.empty() && on - sent.on <= answer_days_max && base::contains(base::fold(part.shown.at(row.id.value).title), title);
    if (thread || subject) first(out.replied);
  }
  const standing::Standing then =
      standing::stand(out.person.card.person, std::span(readings).first(known), part.book, totals.covers, session.policy, eve);
  out.before = then.rung;
  return out;
}

}  // namespace

base::Result<PieceView> piece(Session& session, std::uint32_t number) {
  TRY(now, commitments(session));
  const auto found =
      std::find_if(now.pieces.begin(), now.pieces.end(), [&](const plays::Piece& one) { return one.number == number; });
  if (found == now.pieces.end()) {
    return base::fail(base::Fault::not_found, {}, base::say("share.no-piece", {{"number", number}}),
                      base::say("share.see-wellmet-piece"));
  }
  PieceView out{.piece = *found, .sent = {}};
  for (const plays::Sent& sent : now.sent) {
    if (sent.piece != number || sent.who == people::nobody) continue;
    TRY(one, came_back(session, sent));
    out.replied += one.replied ? 1 : 0;
    out.engaged += one.engaged ? 1 : 0;
    out.moved_up += one.person.card.standing.rung > one.before ? 1 : 0;
    out.sent.push_back(std::move(one));
  }
  return out;
}

base::Result<std::vector<PieceView>> pieces(Session& session) {
  TRY(now, commitments(session));
  std::vector<PieceView> all;
  for (const plays::Piece& one : now.pieces) {
    TRY(shown, piece(session, one.number));
    all.push_back(std::move(shown));
  }
  return all;
}

base::Result<AudienceView> audience(Session& session, std::uint32_t number, std::size_t limit) {
  TRY(found, piece(session, number));
  CHECK(session.pictures().index_subjects());
  TRY(now, commitments(session));
  const auto snapshot = session.pictures().snapshot();
  AudienceView out{.piece = found.piece, .people = {}};
  TRY(all, relevant(session, plays::telling_words(found.piece.words), now.topics));
  for (RelevantView& one : all) {
    const store::Card& card = one.person.card;
    one.score *= (1 + card.standing.strength / 100) * (card.standing.network ? 1 : plays::focus_factor(now.markets, card.person));
  }
  std::stable_sort(all.begin(), all.end(), [](const RelevantView& a, const RelevantView& b) { return a.score > b.score; });
  out.of = all.size();
  for (RelevantView& one : all) {
    if (limit > 0 && out.people.size() == limit) break;
    if (plays::rests(now, people::PersonId{one.person.person}, number, session.today())) {
      ++out.resting;
    } else {
      out.people.push_back(std::move(one));
    }
  }
  return out;
}

base::Result<Draft> piece_draft(Session& session, const plays::Piece& piece, const PersonView& person,
                                const plays::Commitments& now) {
  TRY(totals, session.pictures().totals());
  TRY(told, told_of(session, person, plays::telling_words(piece.words)));
  TRY(letter, letter_of(form_of(now), piece, person, reason_sentence(told), sender_of(totals, now)));
  return Draft{letter.to.address, letter.subject, letter.body};
}

base::Result<Draft> piece_letter(Session& session, std::uint32_t number, std::string_view text) {
  TRY(shown, piece(session, number));
  TRY(person, find(session, text));
  CHECK(session.pictures().index_subjects());
  TRY(now, commitments(session));
  const auto snapshot = session.pictures().snapshot();
  return piece_draft(session, shown.piece, person, now);
}

namespace {

/// That the piece went to them; gives the id of the letter.
base::Result<std::string> note_sent(Session& session, const plays::Piece& piece, const PersonView& person,
                                    std::string_view domain, Saying& saying) {
  TRY(handle, leader(session, person));
  ledger::Evidence sent;
  sent.kind = ledger::Kind::shared;
  sent.channel = ledger::Channel::you;
  sent.at = saying.at;
  sent.thread = fmt::format("piece.{}.{}.{}@{}", piece.number, saying.next_ruling.value, saying.at.seconds, domain);
  sent.title = piece.title;
  sent.reference = saying.reference(fmt::format("shared/{}", piece.number), std::span(&handle, 1));
  sent.parties = {{ledger::me(), ledger::Role::from, {}}, {handle, ledger::Role::to, {}}};
  saying.decide(ledger::PieceSent{{piece.number}, ledger::thread_of(sent)}, {handle});
  saying.record.evidence.push_back(sent);
  return sent.thread;
}

}  // namespace

base::Result<bool> note_step_sent(Session& session, std::string_view topic, const PersonView& person, Saying& saying) {
  const auto number = topic_number(topic, "piece-");
  if (!number) return false;
  TRY(now, commitments(session));
  const auto piece =
      std::find_if(now.pieces.begin(), now.pieces.end(), [&](const plays::Piece& one) { return one.number == *number; });
  const bool has_it = std::any_of(now.sent.begin(), now.sent.end(),
                                  [&](const plays::Sent& one) { return one.piece == *number && one.who.value == person.person; });
  if (piece == now.pieces.end() || has_it) return false;
  TRY(totals, session.pictures().totals());
  TRY(id, note_sent(session, *piece, person, sender_of(totals, now).domain(), saying));
  (void)id;
  return true;
}

namespace {

/// Everybody named, once, who has not got the piece yet.
base::Result<std::vector<PersonView>> recipients(Session& session, const PieceView& piece,
                                                 const std::vector<std::string>& persons) {
  std::vector<PersonView> found;
  for (const std::string& text : persons) {
    TRY(person, find(session, text));
    const auto is_them = [&](const auto& one) { return one.person == person.person; };
    if (std::any_of(found.begin(), found.end(), is_them)) {
      return base::fail(base::Fault::usage, {}, base::say("share.named-twice", {{"person", shown_name(person)}}),
                        base::say("share.name-everybody-once"));
    }
    for (const SentView& one : piece.sent) {
      if (!is_them(one.person)) continue;
      return base::fail(base::Fault::usage, {}, base::say("share.got", {{"person", shown_name(person)}, {"on", one.on}}),
                        base::say("share.leave-them"));
    }
    found.push_back(std::move(person));
  }
  return found;
}

}  // namespace

base::Result<std::vector<PieceLetter>> share(Session& session, std::uint32_t number, const std::vector<std::string>& persons) {
  CHECK(session.pictures().index_subjects());
  std::vector<PieceLetter> letters;
  CHECK(change(session, "share", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(shown, piece(session, number));
    TRY(found, recipients(session, shown, persons));
    TRY(totals, session.pictures().totals());
    TRY(now, commitments(session));
    const std::string form = form_of(now);
    const Sender sender = sender_of(totals, now);
    const std::vector<std::string> words = plays::telling_words(shown.piece.words);
    for (const PersonView& person : found) {
      TRY(id, note_sent(session, shown.piece, person, sender.domain(), saying));
      TRY(told, told_of(session, person, words));
      TRY(letter, letter_of(form, shown.piece, person, reason_sentence(told), sender));
      letter.id = std::move(id);
      letter.at = saying.at;
      letters.push_back(
          {person, {letter.to.address, letter.subject, letter.body}, formats::mail_file(letter), formats::mail_link(letter)});
    }
    return base::say("share.to", {{"title", base::printable(shown.piece.title, 60)}, {"names", names_of(found)}});
  }));
  return letters;
}

base::Result<std::string> letter_form(Session& session) {
  TRY(now, commitments(session));
  return form_of(now);
}

base::Result<base::Message> set_letter_form(Session& session, std::string_view text) {
  const std::string form = base::cleaned(base::to_utf8(text), std::string::npos, base::Lines::many);
  if (form.size() > letter_bytes_max) {
    return base::fail(base::Fault::usage, {}, base::say("share.letter-too-long-keep"), base::say("share.most-some-900-letters"));
  }
  const auto [subject, body] = parted(form);
  if (!base::starts_with_no_case(base::trim(form), "subject:") || subject.empty() || base::trim(body).empty()) {
    return base::fail(base::Fault::usage, {}, base::say("share.letter-begins-subject"),
                      base::say("share.first-line-subject-empty"));
  }
  Values values;
  for (const std::string_view name : letter_names) values.emplace_back(name, "");
  if (auto known = filled(form, values); !known) return base::fail(known.error());
  CHECK(change(session, "share", [&](Saying& saying) -> base::Result<base::Message> {
    saying.decide(ledger::LetterForm{form}, {});
    return base::say("share.how-letters-pieces-go");
  }));
  return base::say("share.letters-pieces-go-like");
}

}  // namespace app
