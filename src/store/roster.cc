#include "store/roster.h"

#include <algorithm>

#include "base/text.h"
#include "base/try.h"

namespace store {

namespace {

enum Facet : std::int64_t {
  rung_mask = 7,
  network = 1 << 3,
  one_step = 1 << 4,
  quiet = 1 << 5,
  let_go = 1 << 6,
  exempt = 1 << 7,
  organisation = 1 << 8,
  lacks_talk = 1 << 9,
  lacks_meet = 1 << 10,
  lacks_help = 1 << 11,
  unsure = 1 << 12,
};

bool passes(const Filter& f, std::int64_t bits) {
  const auto has = [&](std::int64_t bit) { return (bits & bit) != 0; };
  if (f.let_go_only) {
    if (!has(let_go)) return false;
  } else if (f.organisations_only) {
    if (!has(organisation)) return false;
  } else if (!f.everybody && (has(let_go) || has(organisation))) {
    return false;
  }
  if (f.network && *f.network != has(network)) return false;
  if (f.rung && static_cast<std::int64_t>(*f.rung) != (bits & rung_mask)) return false;
  if (f.one_step_only && !has(one_step)) return false;
  if (f.quiet_only && !has(quiet)) return false;
  if (f.unsure_only && !has(unsure)) return false;
  if (f.missing == "talk" && !has(lacks_talk)) return false;
  if (f.missing == "meet" && !has(lacks_meet)) return false;
  if (f.missing == "help" && !has(lacks_help)) return false;
  return true;
}

}  // namespace

std::int64_t facets_of(const people::Person& p, const standing::Standing& s) {
  std::int64_t bits = static_cast<std::int64_t>(s.rung);
  if (s.network) bits |= network;
  if (s.one_step_away) bits |= one_step;
  if (s.quiet) bits |= quiet;
  if (p.let_go) bits |= let_go;
  if (p.exempt) bits |= exempt;
  if (!p.organisation.empty()) bits |= organisation;
  if (s.talk != standing::Fact::yes) bits |= lacks_talk;
  if (s.meet != standing::Fact::yes) bits |= lacks_meet;
  if (s.help != standing::Fact::yes) bits |= lacks_help;
  if (s.unsure_row != 0 || s.unsure_help_row != 0) bits |= unsure;
  return bits;
}

base::Result<Roster> Roster::read(Database& database, const PictureKey& key, bool words) {
  Roster out;
  out.head_ = key.head;
  out.from_ = key.from;
  out.has_words_ = words;
  TRY(facets, database.prepare("SELECT person_id, facets, by_strength, by_name, by_recent\n"
                               "FROM person_facet WHERE workspace_id = 1"));
  for (;;) {
    TRY(more, facets->step());
    if (!more) break;
    out.entries_.push_back({static_cast<std::uint32_t>(facets->integer(0)), facets->integer(1), facets->integer(2),
                            facets->integer(3), facets->integer(4)});
  }
  if (!words) return out;
  TRY(texts, database.prepare("SELECT person_id, folded FROM person_text WHERE workspace_id = 1"));
  for (;;) {
    TRY(more, texts->step());
    if (!more) break;
    out.text_ += texts->text(1);
    out.text_ += '\0';
    out.places_.push_back({out.text_.size(), static_cast<std::uint32_t>(texts->integer(0))});
  }
  return out;
}

bool Roster::answers(const PictureKey& key, const Filter& filter) const {
  return head_ == key.head && from_ == key.from && (has_words_ || base::trim(filter.query).empty());
}

// One pass for the longest word over all text; what else was asked for is looked for where that occurs.
std::vector<bool> Roster::holders(const std::vector<std::string_view>& words) const {
  std::vector<bool> out;
  const std::string_view all = text_;
  const std::string_view longest = *std::max_element(words.begin(), words.end(), [](auto a, auto b) { return a.size() < b.size(); });
  auto place = places_.begin();
  for (std::size_t at = all.find(longest); at != std::string_view::npos;) {
    place = std::upper_bound(place, places_.end(), at, [](std::size_t where, const Place& p) { return where < p.end; });
    const std::size_t begin = place == places_.begin() ? 0 : std::prev(place)->end;
    const std::string_view theirs = all.substr(begin, place->end - 1 - begin);
    if (std::all_of(words.begin(), words.end(), [&](std::string_view word) { return base::contains(theirs, word); })) {
      if (out.size() <= place->person) out.resize(place->person + 1, false);
      out[place->person] = true;
    }
    at = all.find(longest, place->end);
  }
  return out;
}

void Roster::each(const Filter& filter, const std::function<void(const Entry&)>& take) const {
  const std::string query = base::fold(base::trim(filter.query));
  const auto words = base::split_words(query);
  const std::vector<bool> wanted = words.empty() ? std::vector<bool>{} : holders(words);
  for (const Entry& entry : entries_) {
    if (!words.empty() && (entry.person >= wanted.size() || !wanted[entry.person])) continue;
    if (passes(filter, entry.facets)) take(entry);
  }
}

Page Roster::find(const Filter& filter) const {
  std::vector<std::pair<std::int64_t, std::uint32_t>> found;
  each(filter, [&](const Entry& entry) {
    std::int64_t place = entry.by_strength;
    if (filter.sort == Sort::name) place = entry.by_name;
    if (filter.sort == Sort::recent) place = entry.by_recent;
    if (filter.sort == Sort::rung) place += (7 - (entry.facets & rung_mask)) << 32;
    found.push_back({place, entry.person});
  });
  Page page;
  page.total = found.size();
  const std::size_t from = std::min(filter.from, found.size());
  const std::size_t to = filter.limit == 0 ? found.size() : from + std::min(filter.limit, found.size() - from);
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(to), found.end());
  for (std::size_t i = from; i < to; ++i) page.persons.push_back(found[i].second);
  return page;
}

Facets Roster::facets(const Filter& filter) const {
  Facets out;
  each(filter, [&](const Entry& entry) {
    const auto has = [&](std::int64_t bit) { return (entry.facets & bit) != 0 ? 1U : 0U; };
    ++out.total;
    ++out.rungs[entry.facets & rung_mask];
    out.network += has(network);
    out.one_step += has(one_step);
    out.quiet += has(quiet);
    out.lacks_talk += has(lacks_talk);
    out.lacks_meet += has(lacks_meet);
    out.lacks_help += has(lacks_help);
  });
  return out;
}

}  // namespace store
