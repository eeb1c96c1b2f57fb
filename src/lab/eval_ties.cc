#include "lab/eval_ties.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <unordered_map>

#include "base/output.h"
#include "base/text.h"
#include "base/try.h"
#include "formats/csv.h"
#include "standing/circles.h"
#include "standing/forecast.h"
#include "standing/ties.h"
#include "words/words.h"

namespace lab {

namespace {

using standing::Example;
using standing::Examples;
using standing::Question;
using standing::Touch;

constexpr std::size_t tie_problems_max = 20;
constexpr double seconds_max = 1e11;  ///< Some 3,000 years from 1970, either way.
constexpr int owner_ties_min = 5;     ///< 9-science: an ego has at least so many.
/// A folder of 9-science's protocol.
struct Set {
  std::vector<std::string> names;  ///< By node, as the files write them.
  std::unordered_map<std::string, std::uint32_t> nodes;
  std::vector<standing::Passed> passed;  ///< As sort_by_pair orders it.
  base::Instant cut{};
  standing::Horizon horizon;
  std::vector<std::string> problems;

  std::uint32_t node(std::string_view name) {
    const auto [at, fresh] = nodes.try_emplace(std::string(name), static_cast<std::uint32_t>(names.size()));
    if (fresh) names.emplace_back(name);
    return at->second;
  }
};

/// Every row of a CSV file with at least `cells` cells; others are told as problems.
template <class Take>
base::Result<void> each_row(const std::string& path, std::size_t cells, std::vector<std::string>& problems, Take take) {
  TRY(bytes, formats::open_file(path));
  formats::CsvReader reader(*bytes);
  formats::CsvRow row;
  for (bool header = true;; header = false) {
    TRY(more, reader.next(row));
    if (!more) return {};
    if (header) continue;
    const std::string broken = words::say(row.wrong);
    const char* wrong = broken.empty() ? nullptr : broken.c_str();
    if (wrong == nullptr && row.cells.size() < cells) wrong = "has too few cells";
    if (wrong == nullptr) wrong = take(row);
    if (wrong != nullptr && problems.size() < tie_problems_max)
      problems.push_back(fmt::format("{} line {}: {}", path, row.line, wrong));
  }
}

base::Result<void> read_cut(const std::string& data, Set& set) {
  const std::string path = data + "/cut.json";
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  const nlohmann::json j = nlohmann::json::parse(text.str(), nullptr, false);
  // A number within a few thousand years; `usual` where there is none; nothing when it is anything
  // else.
  const auto number = [&](const char* key, std::optional<double> usual) -> std::optional<double> {
    if (!j.is_object()) return std::nullopt;
    if (!j.contains(key)) return usual;
    const double value = j[key].is_number() ? j[key].get<double>() : seconds_max + 1;
    return std::abs(value) <= seconds_max ? std::optional(value) : std::nullopt;
  };
  const auto cut = number("T", {}), horizon = number("H_days", 90), answer = number("reply_window_days", 14);
  if (!cut || !horizon || !answer || *horizon < 1 || *answer <= 0)
    return base::fail(base::Fault::unreadable, path, base::say("lab.no-cut"), base::say("lab.holds"));
  set.cut.seconds = static_cast<std::int64_t>(*cut);
  set.horizon = {.seconds = static_cast<std::int64_t>(*horizon * base::day_seconds),
                 .answer_seconds = static_cast<std::int64_t>(*answer * base::day_seconds)};
  return {};
}

base::Result<void> read_history(const std::string& data, Set& set) {
  const auto read = each_row(data + "/history.csv", 3, set.problems, [&](const formats::CsvRow& row) -> const char* {
    double at = 0;
    const std::string_view cell = row.cells[2];
    if (std::from_chars(cell.data(), cell.data() + cell.size(), at).ec != std::errc{} || !(std::abs(at) <= seconds_max))
      return "the time is no number of seconds";
    const std::uint32_t from = set.node(row.cells[0]), to = set.node(row.cells[1]);
    const base::Instant when{static_cast<std::int64_t>(at)};
    if (from != to && when <= set.cut) set.passed.push_back({from, to, when, 1});
    return nullptr;
  });
  if (!read) return read;
  // What one sends at one moment to several is one letter to all of them.
  std::sort(set.passed.begin(), set.passed.end(),
            [](const auto& a, const auto& b) { return std::tuple(a.from, a.at, a.to) < std::tuple(b.from, b.at, b.to); });
  for (std::size_t i = 0; i < set.passed.size();) {
    std::size_t j = i;
    while (j < set.passed.size() && set.passed[j].from == set.passed[i].from && set.passed[j].at == set.passed[i].at) ++j;
    for (std::size_t k = i; k < j; ++k) set.passed[k].share = 1 / static_cast<float>(j - i);
    i = j;
  }
  standing::sort_by_pair(set.passed);
  return {};
}

base::Result<Set> read_set(const std::string& data) {
  Set set;
  if (const auto read = read_cut(data, set); !read) return base::fail(read.error());
  if (const auto read = read_history(data, set); !read) return base::fail(read.error());
  return set;
}

/// All ties of all owners, each owner's together.
class Ties {
 public:
  /// `owners`: by node, whether it is one; empty: all are.
  Ties(const Set& set, const std::vector<bool>& owners) : set_(set) {
    struct Seen {
      std::uint32_t owner, person;
      Touch touch;
    };
    std::vector<Seen> seen;
    for (const standing::Passed& one : set.passed) {
      for (const bool out : {true, false}) {
        const std::uint32_t owner = out ? one.from : one.to;
        if (!owners.empty() && !owners[owner]) continue;
        seen.push_back({owner, out ? one.to : one.from, {one.at, one.share, out, !out}});
      }
    }
    // `passed` is in order of pair and moment, which a stable sort by owner and person keeps.
    std::stable_sort(seen.begin(), seen.end(),
                     [](const Seen& a, const Seen& b) { return std::tuple(a.owner, a.person) < std::tuple(b.owner, b.person); });
    touches_.reserve(seen.size());
    for (const Seen& one : seen) {
      const bool new_owner = owners_.empty() || owners_.back().node != one.owner;
      if (new_owner) owners_.push_back({one.owner, people_.size(), 0});
      if (new_owner || people_.back() != one.person) {
        people_.push_back(one.person);
        begins_.push_back(touches_.size());
        ++owners_.back().people;
      }
      touches_.push_back(one.touch);
    }
    begins_.push_back(touches_.size());
    for (std::size_t i = 0; i + 1 < begins_.size(); ++i)
      ties_.push_back(std::span(touches_).subspan(begins_[i], begins_[i + 1] - begins_[i]));
  }

  struct Owner {
    std::uint32_t node = 0;
    std::size_t begin = 0, people = 0;
  };
  [[nodiscard]] const std::vector<Owner>& owners() const { return owners_; }
  [[nodiscard]] std::span<const std::uint32_t> people_of(const Owner& owner) const {
    return std::span(people_).subspan(owner.begin, owner.people);
  }
  [[nodiscard]] std::span<const standing::Tie> ties_of(const Owner& owner) const {
    return std::span(ties_).subspan(owner.begin, owner.people);
  }
  [[nodiscard]] const Set& set() const { return set_; }

 private:
  const Set& set_;
  std::vector<Touch> touches_;
  std::vector<std::size_t> begins_;
  std::vector<std::uint32_t> people_;
  std::vector<standing::Tie> ties_;
  std::vector<Owner> owners_;
};

/// What the owner's ties show at `moment`, with circles if there are any.
std::vector<std::optional<standing::Signals>> signals_of(const Ties& ties, const Ties::Owner& owner, standing::Circles* circles,
                                                         base::Instant moment) {
  auto signals = standing::read_signals(ties.ties_of(owner), moment, ties.set().horizon);
  if (circles != nullptr) circles->add(owner.node, ties.people_of(owner), signals);
  return signals;
}

/// Whether 9-science's protocol would ask about this owner at `moment`: they sent something in the
/// horizon before it and in the one after it, and have enough ties.
bool asked(const Ties& ties, const Ties::Owner& owner, base::Instant moment) {
  bool before = false, after = false;
  int count = 0;
  const std::int64_t horizon = ties.set().horizon.seconds;
  for (const standing::Tie tie : ties.ties_of(owner)) {
    if (tie.front().at <= moment) ++count;
    for (const Touch& touch : tie) {
      const std::int64_t age = moment.seconds - touch.at.seconds;
      before = before || (touch.out && age >= 0 && age < horizon);
      after = after || (touch.out && age < 0 && -age <= horizon);
    }
  }
  return before && after && count >= owner_ties_min;
}

/// The same questions one horizon ago and a little before, whose answers are known by now.
Examples past_of(const Ties& ties, bool circles, std::uint32_t of) {
  Examples out;
  const Set& set = ties.set();
  if (set.passed.empty()) return out;
  const base::Instant first =
      std::min_element(set.passed.begin(), set.passed.end(), [](const auto& a, const auto& b) { return a.at < b.at; })->at;
  for (const standing::PastCut& past : standing::past_cuts) {
    const auto back = static_cast<std::int64_t>(past.horizons * static_cast<double>(set.horizon.seconds));
    const base::Instant moment{set.cut.seconds - back};
    if (moment.seconds < first.seconds + set.horizon.seconds / 2) break;
    std::optional<standing::Circles> seen;
    if (circles) seen.emplace(set.passed, static_cast<std::uint32_t>(set.names.size()), moment, set.horizon);
    for (const Ties::Owner& owner : ties.owners()) {
      if (out[0].size() >= standing::examples_max) break;
      if (!asked(ties, owner, moment)) continue;
      const auto signals = signals_of(ties, owner, seen ? &*seen : nullptr, moment);
      standing::add_examples(ties.ties_of(owner), signals, moment, set.horizon, set.cut, 1, {.weight = past.weight, .of = of},
                             out);
    }
  }
  return out;
}

std::vector<bool> owners_of(const std::string& data, Set& set) {
  const std::string path = data + "/egos.csv";
  std::vector<bool> owners;
  if (!std::filesystem::exists(path)) return owners;
  std::vector<std::uint32_t> nodes;
  (void)each_row(path, 1, set.problems, [&](const formats::CsvRow& row) -> const char* {
    nodes.push_back(set.node(row.cells[0]));
    return nullptr;
  });
  owners.resize(set.names.size());
  for (const std::uint32_t node : nodes) owners[node] = true;
  return owners;
}

std::optional<Question> question_of(std::string_view task) {
  if (task == "reciprocal") return Question::exchange;
  if (task == "engage") return Question::reply;
  if (task == "silent") return Question::silence;
  return std::nullopt;
}

struct Candidate {
  std::uint32_t owner = 0, person = 0;
  std::string ego, alter;  ///< As the file writes them.
};

/// The chance of each candidate, in their order.
std::vector<double> ask(const Ties& ties, const std::vector<Candidate>& candidates, const standing::Forecast& forecast) {
  const Set& set = ties.set();
  standing::Circles circles(set.passed, static_cast<std::uint32_t>(set.names.size()), set.cut, set.horizon);
  std::vector<std::size_t> order(candidates.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return candidates[a].owner < candidates[b].owner; });
  std::vector<double> chances(candidates.size(), forecast.chance({}));
  std::size_t next = 0;
  for (const Ties::Owner& owner : ties.owners()) {
    while (next < order.size() && candidates[order[next]].owner < owner.node) ++next;
    if (next == order.size() || candidates[order[next]].owner != owner.node) continue;
    const auto signals = signals_of(ties, owner, &circles, set.cut);
    const auto people = ties.people_of(owner);
    for (; next < order.size() && candidates[order[next]].owner == owner.node; ++next) {
      const auto at = std::lower_bound(people.begin(), people.end(), candidates[order[next]].person);
      if (at == people.end() || *at != candidates[order[next]].person) continue;
      const auto& shown = signals[static_cast<std::size_t>(at - people.begin())];
      if (shown) chances[order[next]] = forecast.chance(*shown);
    }
  }
  return chances;
}

/// A file that learn_ties has written.
base::Result<standing::Prior> read_prior(const std::string& path) {
  std::ifstream file(path);
  if (!file) return base::fail(base::Fault::unreadable, path, base::say("lab.cannot-opened"));
  std::stringstream text;
  text << file.rdbuf();
  return standing::parse_prior(text.str(), path);
}

}  // namespace

base::Result<TiesReport> eval_ties(const std::string& data, const std::string& task, const std::string& out,
                                   const std::optional<std::string>& prior_file) {
  const auto question = question_of(task);
  if (!question) return base::fail(base::Fault::usage, task, base::say("lab.no-task"), base::say("lab.reciprocal-engage-silent"));
  standing::Prior prior = standing::shipped_prior(true);
  if (prior_file) {
    TRY(given, read_prior(*prior_file));
    prior = given;
  }
  TRY(set, read_set(data));
  std::vector<Candidate> candidates;
  const auto read =
      each_row(data + "/candidates_" + task + ".csv", 2, set.problems, [&](const formats::CsvRow& row) -> const char* {
        candidates.push_back(
            {set.node(row.cells[0]), set.node(row.cells[1]), std::string(row.cells[0]), std::string(row.cells[1])});
        return nullptr;
      });
  if (!read) return base::fail(read.error());
  const std::vector<bool> owners = owners_of(data, set);
  const Ties ties(set, owners);
  const Examples past = past_of(ties, true, 0);
  const auto& examples = past[static_cast<std::size_t>(*question)];
  const standing::Forecast forecast(prior, *question, examples);
  const std::vector<double> chances = ask(ties, candidates, forecast);

  std::string text = "ego,alter,score\n";
  for (std::size_t i = 0; i < candidates.size(); ++i)
    text += fmt::format("{},{},{:.6f}\n", candidates[i].ego, candidates[i].alter, chances[i]);
  CHECK(base::write_file(out, text));

  TiesReport report;
  report.events = set.passed.size();
  report.candidates = candidates.size();
  std::vector<std::uint32_t> asked_of;
  for (const Candidate& one : candidates) asked_of.push_back(one.owner);
  std::sort(asked_of.begin(), asked_of.end());
  report.owners = static_cast<std::size_t>(std::unique(asked_of.begin(), asked_of.end()) - asked_of.begin());
  report.examples = examples.size();
  report.examples_yes =
      static_cast<std::size_t>(std::count_if(examples.begin(), examples.end(), [](const Example& e) { return e.yes; }));
  report.problems = std::move(set.problems);
  return report;
}

base::Result<void> learn_ties(const std::vector<std::string>& folders, bool circles, const std::string& out) {
  Examples all;
  std::uint32_t count = 0;
  for (const std::string& folder : folders) {
    TRY(set, read_set(folder));
    const std::vector<bool> owners = owners_of(folder, set);
    const Ties ties(set, owners);
    Examples past = past_of(ties, circles, count++);
    for (std::size_t q = 0; q < all.size(); ++q) all[q].insert(all[q].end(), past[q].begin(), past[q].end());
  }
  return base::write_file(out, standing::text_of(standing::learn_prior(all, count, circles)));
}

}  // namespace lab
