// Where what is known of somebody comes from: each fact with who says so, and the notes with their days.

#include "app/people/trace.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "base/linkedin.h"
#include "base/name.h"
#include "base/phone.h"
#include "base/text.h"
#include "base/try.h"
#include "people/fields.h"

namespace app {

namespace {

using ledger::Field;
using ledger::HandleKind;

/// How references of evidence begin that a file of this kind tells.
std::string_view prefix_of(std::string_view kind) {
  return kind.ends_with("contacts") || kind == "contacts_csv" ? "contacts" : kind;
}

bool is_card(std::string_view prefix) { return prefix == "vcard" || prefix == "contacts" || prefix == "linkedin"; }

std::string base_name(std::string_view path) { return std::string(path.substr(path.find_last_of("/\\") + 1)); }

std::optional<base::Day> day_if(base::Instant at) {
  return at == base::Instant{} ? std::nullopt : std::optional(base::day_of(at));
}

/// What claims of `field` tell of `person`: its name, and the value that is shown; no name where it is not shown.
std::pair<std::string_view, std::string> fact_of(Field field, const people::Person& person) {
  std::pair<std::string_view, std::string> out;
  people::each_field(
      [&](const people::PersonField& one, const auto& value) {
        if constexpr (std::same_as<std::remove_cvref_t<decltype(value)>, std::string>) {
          if (one.fact == field) out = {one.name, value};
        }
      },
      person);
  return out;
}

/// A handle as a fact: what it is, and how people read it. Nothing where it is known to the program alone.
std::optional<std::pair<std::string_view, std::string>> told_by(const ledger::Handle& handle, const base::Region& region) {
  switch (handle.kind) {
    case HandleKind::email:
      return std::pair{std::string_view("email"), handle.value};
    case HandleKind::phone:
      return std::pair{std::string_view("phone"), handle.value};
    case HandleKind::local_phone: {
      const auto placed = base::Phone::parse(handle.value, region);
      return std::pair{std::string_view("phone"), placed ? placed->text() : handle.value};
    }
    case HandleKind::linkedin:
      return std::pair{std::string_view("linkedin"),
                       "https://www.linkedin.com/" + std::string(handle.value.starts_with("pub/") ? "" : "in/") + handle.value};
    default:
      return std::nullopt;
  }
}

/// Who told something: the kind of file and its name, or the owner.
struct Teller {
  std::string source, file;
  std::optional<base::Day> told;
};

/// Finds out which file of an import told a claim: one that also tells evidence of the same identity.
class Tellers {
 public:
  Tellers(const store::Pictures::PersonBook& part, std::vector<ledger::Change> changes) : changes_(std::move(changes)) {
    for (const ledger::Row& row : part.book.rows) {
      const std::string& reference = part.shown.at(row.id.value).reference;
      for (const ledger::Seat& seat : part.book.seats_of(row))
        heard_[seat.who.value].insert(reference.substr(0, reference.find('/')));
    }
  }

  base::Result<Teller> of(const ledger::ShownClaim& claim, ledger::Ledger& ledger) {
    const auto change =
        std::find_if(changes_.begin(), changes_.end(), [&](const ledger::Change& one) { return one.id == claim.change; });
    Teller out;
    if (change == changes_.end()) return out;
    out.told = base::day_of(change->at);
    if (change->command != "import") {
      out.source = "you";
      return out;
    }
    auto files = files_.find(claim.change.value);
    if (files == files_.end()) {
      TRY(read, ledger.files(claim.change));
      files = files_.emplace(claim.change.value, std::move(read)).first;
    }
    std::vector<std::pair<std::string, std::string>> kinds;  // With the file's name, cards first.
    for (const ledger::FileAccount& file : files->second) {
      for (const std::string_view kind : base::split(file.kind, '+')) kinds.emplace_back(kind, base_name(file.path));
    }
    std::stable_partition(kinds.begin(), kinds.end(), [](const auto& one) { return is_card(prefix_of(one.first)); });
    const std::set<std::string>& heard = heard_[claim.who.value];
    const bool needs_card = claim.field != Field::name;
    const auto tells = [&](const auto& one) {
      const std::string_view prefix = prefix_of(one.first);
      return heard.contains(std::string(prefix)) && (!needs_card || is_card(prefix) || prefix == "telegram");
    };
    auto found = std::find_if(kinds.begin(), kinds.end(), tells);
    if (found == kinds.end() && kinds.size() == 1) found = kinds.begin();
    out.source = found == kinds.end() ? "import" : found->first;
    if (found != kinds.end() &&
        std::count_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.first == found->first; }) == 1)
      out.file = found->second;
    return out;
  }

 private:
  std::vector<ledger::Change> changes_;
  std::map<std::uint32_t, std::set<std::string>> heard_;             ///< By identity: how the references of its rows begin.
  std::map<std::uint32_t, std::vector<ledger::FileAccount>> files_;  ///< By change.
};

/// In which order facts are shown: as a card has its fields, then the handles.
std::size_t place_of(std::string_view fact) {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    const people::Person nobody;
    const auto add = [&](const people::PersonField& one, const auto&) {
      if (one.fact) all.push_back(one.name);
    };
    people::each_field(add, nobody);
    for (const std::string_view handle : {"email", "phone", "linkedin"}) all.push_back(handle);
    return all;
  }();
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), fact) - names.begin());
}

/// Says of what is shown why that is, where others say otherwise. `all`: of one fact, what is shown first.
void give_reason(std::span<FactView> all) {
  const auto other = std::find_if(all.begin(), all.end(), [](const FactView& one) { return !one.shown; });
  if (other == all.end() || other == all.begin()) return;
  const bool later = std::all_of(other, all.end(),
                                 [&](const FactView& one) { return all.front().at && (!one.at || *one.at < *all.front().at); });
  all.front().why = all.front().fact == "name" ? base::say("people.why-name")
                    : later                    ? base::say("people.why-latest")
                                               : base::say("people.why-trusted");
}

}  // namespace

base::Result<void> trace(Session& session, const store::Pictures::PersonBook& part, ShowView& out) {
  const people::Person& person = out.person.card.person;
  TRY(identities, session.pictures().identities_of(out.person.person));
  std::vector<ledger::IdentityId> ids;
  for (const auto& one : identities) ids.push_back(one.id);
  TRY(claims, session.ledger().claims_of(ids));
  TRY(changes, session.ledger().changes());
  TRY(totals, session.pictures().totals());
  const base::Region region{totals.region};
  Tellers tellers(part, std::move(changes));
  // Of one value from one source, the latest.
  std::map<std::tuple<std::string_view, std::string, std::string, std::string>, FactView> found;
  const auto tell = [&](std::string_view fact, std::string value, bool shown, const Teller& by, std::optional<base::Day> at) {
    FactView& one = found[{fact, value, by.source, by.file}];
    const bool newer = one.fact.empty() || at > one.at;
    if (newer)
      one = {.fact = std::string(fact),
             .value = std::move(value),
             .shown = shown,
             .why = {},
             .source = by.source,
             .file = by.file,
             .at = at,
             .told = by.told};
  };
  std::map<std::uint32_t, std::pair<std::string_view, std::string>> handles;
  std::map<std::string, const ledger::Handle*> by_text;
  for (const auto& one : identities) {
    if (auto told = told_by(one.handle, region)) handles.emplace(one.id.value, std::move(*told));
    by_text.emplace(ledger::text(one.handle), &one.handle);
  }
  std::map<std::string, NoteView> notes;
  for (const ledger::ShownClaim& claim : claims) {
    if (claim.at > session.moment() || claim.value.empty()) continue;
    TRY(by, tellers.of(claim, session.ledger()));
    if (claim.field == Field::note) {
      NoteView note{claim.value, by.source, by.file, claim.at == base::Instant{} ? by.told : day_if(claim.at)};
      NoteView& kept = notes[claim.value];
      if (kept.text.empty() || note.at > kept.at) kept = std::move(note);
    } else if (const auto [fact, shown] = fact_of(claim.field, person); !fact.empty()) {
      const std::string value = claim.field == Field::name ? base::shown_name(claim.value) : claim.value;
      tell(fact, value, value == shown, by, day_if(claim.at));
      // Whoever says something of a handle knows the handle.
      if (const auto handle = handles.find(claim.who.value); handle != handles.end() && is_card(prefix_of(by.source)))
        tell(handle->second.first, handle->second.second, true, by, day_if(claim.at));
    } else if (claim.field == Field::same) {
      const auto other = by_text.find(claim.value);
      const auto told = other == by_text.end() ? std::nullopt : told_by(*other->second, region);
      if (told) tell(told->first, told->second, true, by, day_if(claim.at));
    }
  }
  // Letters, calls and meetings show that an address is theirs.
  for (const ledger::Row& row : part.book.rows) {
    const std::string& reference = part.shown.at(row.id.value).reference;
    const std::string source = reference.substr(0, reference.find('/'));
    if (is_card(source) || source == "you" || row.at > session.moment()) continue;
    for (const ledger::Seat& seat : part.book.seats_of(row)) {
      if (const auto handle = handles.find(seat.who.value); handle != handles.end())
        tell(handle->second.first, handle->second.second, true, {source, "", std::nullopt}, base::day_of(row.at));
    }
  }
  for (auto& [key, one] : found) out.facts.push_back(std::move(one));
  std::sort(out.facts.begin(), out.facts.end(), [](const FactView& a, const FactView& b) {
    const auto order = [](const FactView& one) { return std::tuple(place_of(one.fact), !one.shown); };
    if (order(a) != order(b)) return order(a) < order(b);
    // Handles stay together, whoever tells of them.
    if (place_of(a.fact) >= place_of("email") && a.value != b.value) return a.value < b.value;
    if (a.at != b.at) return a.at > b.at;
    return std::tie(a.value, a.source, a.file) < std::tie(b.value, b.source, b.file);
  });
  for (std::size_t from = 0; from < out.facts.size();) {
    std::size_t to = from;
    while (to < out.facts.size() && out.facts[to].fact == out.facts[from].fact) ++to;
    give_reason(std::span(out.facts).subspan(from, to - from));
    from = to;
  }
  for (auto& [text, note] : notes) out.notes.push_back(std::move(note));
  std::stable_sort(out.notes.begin(), out.notes.end(), [](const NoteView& a, const NoteView& b) { return a.at > b.at; });
  return {};
}

}  // namespace app
