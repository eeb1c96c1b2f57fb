#include "store/roster.h"

#include <algorithm>
#include <cmath>

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

constexpr std::int64_t strength_places = 1'000'000'000;  // Below 2^32, so that a rung fits before it.

/// The parts of a filter. Whoever does not pass one may still be counted among its other values.
enum Part : unsigned {
  room = 1U << 0,
  of_standing = 1U << 1,
  of_rung = 1U << 2,
  of_missing = 1U << 3,
  of_one_step = 1U << 4,
  of_quiet = 1U << 5,
  of_doubt = 1U << 6,
  of_trait = 1U << 7,  ///< And one for each trait more.
};
constexpr unsigned part_of(Trait trait) { return of_trait << static_cast<unsigned>(trait); }

bool may_be_listed(const Filter& f, std::int64_t bits) {
  if (f.let_go_only) return (bits & let_go) != 0;
  if (f.organisations_only) return (bits & organisation) != 0;
  return f.everybody || (bits & (let_go | organisation)) == 0;
}

/// By facets alone.
unsigned failed_parts(const Filter& f, std::int64_t bits) {
  const auto has = [&](std::int64_t bit) { return (bits & bit) != 0; };
  unsigned failed = 0;
  if (!may_be_listed(f, bits)) failed |= room;
  if (f.network && *f.network != has(network)) failed |= of_standing;
  const auto rung = static_cast<standing::Rung>(bits & rung_mask);
  if (!f.rungs.empty() && std::find(f.rungs.begin(), f.rungs.end(), rung) == f.rungs.end()) failed |= of_rung;
  const auto lacks = [&](const std::string& what) {
    return has(what == "talk" ? lacks_talk : what == "meet" ? lacks_meet : lacks_help);
  };
  if (!f.missing.empty() && std::none_of(f.missing.begin(), f.missing.end(), lacks)) failed |= of_missing;
  if (f.one_step_only && !has(one_step)) failed |= of_one_step;
  if (f.quiet_only && !has(quiet)) failed |= of_quiet;
  if (f.unsure_only && !has(unsure)) failed |= of_doubt;
  return failed;
}

const std::vector<std::string>& wanted(const Filter& f, Trait trait) {
  switch (trait) {
    case Trait::city:
      return f.cities;
    case Trait::company:
      return f.companies;
    case Trait::tag:
      return f.tags;
    case Trait::market:
      return f.markets;
  }
  return f.cities;
}

constexpr std::array<Trait, trait_count> all_traits = {Trait::city, Trait::company, Trait::tag, Trait::market};
constexpr std::size_t values_shown = 12;  // Of a trait; whatever is chosen is shown besides.

/// The most frequent values, and those that were chosen.
Facets::Counted most(const TraitValues& values, const std::vector<std::size_t>& counts, const std::vector<std::string>& chosen) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return counts[a] != counts[b] ? counts[a] > counts[b] : values.shown(a) < values.shown(b);
  });
  if (order.size() > values_shown) order.resize(values_shown);
  Facets::Counted out;
  for (const std::uint32_t number : order) out.emplace_back(values.shown(number), counts[number]);
  for (const std::string& value : chosen) {
    const auto number = values.find(value);
    if (!number) {
      out.emplace_back(value, 0);
    } else if (std::find(order.begin(), order.end(), *number) == order.end()) {
      out.emplace_back(values.shown(*number), counts[*number]);
    }
  }
  return out;
}

/// 0 for a strength below 10, …, 9 for 90 to 100.
std::size_t strength_tenth(std::int64_t by_strength) {
  return static_cast<std::size_t>(std::clamp<std::int64_t>((strength_places - by_strength) / (strength_places / 10), 0, 9));
}

}  // namespace

std::int64_t by_strength(const standing::Standing& s) {
  return strength_places - std::llround(s.strength * (strength_places / 100));
}

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

Roster::With Roster::needed(const Filter& filter) {
  return {
      .words = !base::trim(filter.query).empty(),
      .traits = std::any_of(all_traits.begin(), all_traits.end(), [&](Trait trait) { return !wanted(filter, trait).empty(); })};
}

base::Result<Roster> Roster::read(Database& database, const PictureKey& key, With with) {
  Roster out;
  out.head_ = key.mark.head;
  out.plan_ = key.plan;
  out.from_ = key.from;
  out.with_ = with;
  TRY(facets,
      database.prepare(
          with.traits
              ? "SELECT f.person_id, facets, by_strength, by_name, by_recent, city, company, tags, coalesce(markets, '')\n"
                "FROM person_facet f LEFT JOIN person_market m\n"
                "ON m.workspace_id = 1 AND m.person_id = f.person_id WHERE f.workspace_id = 1"
              : "SELECT person_id, facets, by_strength, by_name, by_recent\n"
                "FROM person_facet WHERE workspace_id = 1"));
  for (;;) {
    TRY(more, facets->step());
    if (!more) break;
    Entry entry{static_cast<std::uint32_t>(facets->integer(0)),
                facets->integer(1),
                facets->integer(2),
                facets->integer(3),
                facets->integer(4),
                0};
    for (std::size_t i = 0; with.traits && i < trait_count; ++i) {
      const std::string lines(facets->text(5 + static_cast<int>(i)));
      for (const std::string_view line : base::split(lines, '\n')) {
        if (!line.empty()) out.traits_.push_back({all_traits[i], out.values_[i].count(line)});
      }
    }
    entry.traits_end = static_cast<std::uint32_t>(out.traits_.size());
    out.entries_.push_back(entry);
  }
  if (!with.words) return out;
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

// One pass for the longest word over all text; what else was asked for is looked for where that occurs.
std::vector<bool> Roster::holders(const std::vector<std::string_view>& words) const {
  std::vector<bool> out;
  const std::string_view all = text_;
  const std::string_view longest =
      *std::max_element(words.begin(), words.end(), [](auto a, auto b) { return a.size() < b.size(); });
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

std::span<const Roster::Has> Roster::traits(const Entry& entry) const {
  const std::size_t begin = &entry == entries_.data() ? 0 : std::prev(&entry)->traits_end;
  return std::span(traits_).subspan(begin, entry.traits_end - begin);
}

void Roster::each(const Filter& filter, const std::function<void(const Entry&, unsigned failed)>& take) const {
  const std::string query = base::fold(base::trim(filter.query));
  const auto words = base::split_words(query);
  const std::vector<bool> found = words.empty() ? std::vector<bool>{} : holders(words);
  // Each trait that was asked for fails until one of its values is met.
  unsigned asked = 0;
  std::array<std::vector<std::uint32_t>, trait_count> numbers;
  for (std::size_t i = 0; i < trait_count; ++i) {
    for (const std::string& value : wanted(filter, all_traits[i])) {
      asked |= part_of(all_traits[i]);
      if (const auto number = values_[i].find(value)) numbers[i].push_back(*number);
    }
  }
  for (const Entry& entry : entries_) {
    if (!words.empty() && (entry.person >= found.size() || !found[entry.person])) continue;
    unsigned failed = failed_parts(filter, entry.facets) | asked;
    if (asked != 0) {
      for (const Has& one : traits(entry)) {
        const auto& some = numbers[static_cast<std::size_t>(one.of)];
        if (std::find(some.begin(), some.end(), one.number) != some.end()) failed &= ~part_of(one.of);
      }
    }
    take(entry, failed);
  }
}

Page Roster::find(const Filter& filter) const {
  std::vector<std::pair<std::int64_t, std::uint32_t>> found;
  each(filter, [&](const Entry& entry, unsigned failed) {
    if (failed != 0) return;
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
  std::array<std::vector<std::size_t>, trait_count> counts;
  for (std::size_t i = 0; i < trait_count; ++i) counts[i].resize(values_[i].size());
  each(filter, [&](const Entry& entry, unsigned failed) {
    // Whoever fails one part alone would be there if that part were left out.
    if ((failed & (failed - 1)) != 0 || (failed & (room | of_doubt)) != 0) return;
    const auto has = [&](unsigned part, std::int64_t bit) {
      return (failed & ~part) == 0 && (entry.facets & bit) != 0 ? 1U : 0U;
    };
    if (failed == 0) {
      ++out.total;
      ++out.strengths[strength_tenth(entry.by_strength)];
    }
    out.network += has(of_standing, network);
    if ((failed & ~of_standing) == 0 && (entry.facets & network) == 0) ++out.contact;
    if ((failed & ~of_rung) == 0) ++out.rungs[entry.facets & rung_mask];
    out.one_step += has(of_one_step, one_step);
    out.quiet += has(of_quiet, quiet);
    out.lacks_talk += has(of_missing, lacks_talk);
    out.lacks_meet += has(of_missing, lacks_meet);
    out.lacks_help += has(of_missing, lacks_help);
    for (const Has& one : traits(entry)) {
      if ((failed & ~part_of(one.of)) == 0) ++counts[static_cast<std::size_t>(one.of)][one.number];
    }
  });
  for (const Trait trait : all_traits) {
    const auto i = static_cast<std::size_t>(trait);
    Facets::Counted& list = trait == Trait::city      ? out.cities
                            : trait == Trait::company ? out.companies
                            : trait == Trait::tag     ? out.tags
                                                      : out.markets;
    list = most(values_[i], counts[i], wanted(filter, trait));
  }
  return out;
}

}  // namespace store
