// How fast the referral test learns: lab_triage_bench FOLDER [LIVES] [PEOPLE] [FIRST].
// Invents lives in FOLDER, gives each owner hidden answers, and lets the test ask. The answers
// follow what the files show only in part: of all people, 20 % are judged by a trait that no file
// shows, 15 % against the evidence, 65 % by it. By what evidence, differs from owner to owner: how
// much meetings, help, both together, letters, help received, recency and exchanges count is drawn
// for each (lognormal, deviation 1.5: one or two outweigh the rest; letters, recency and exchanges
// count against somebody for half of the owners, who prize old friends or meetings), and so is how
// many would be a yes (15 to 45 %). The ceiling is a predictor that knows all this but neither the
// hidden traits nor who is judged against the evidence. Prints AUC over those not asked: means of
// all lives, with 95 % intervals. FIRST is the number of the first life (default 1).

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>

#include "app/people/triage.h"
#include "app/person.h"
#include "app/session.h"
#include "app/settings/settings.h"
#include "lab/demo.h"
#include "standing/referral.h"

namespace {

using Answers = std::vector<std::optional<bool>>;

const base::Day today = *base::parse_iso_day("2026-11-22");

/// An owner's mind: what each would get for an answer, and the chance of a yes to whoever knows the
/// generator.
struct Mind {
  std::vector<bool> answer;
  std::vector<double> chance;
};

double uniform(std::mt19937_64& random) { return static_cast<double>(random() >> 11U) / 9007199254740992.0; }

/// Box and Muller: the same on every machine, which std::normal_distribution is not.
double normal(std::mt19937_64& random) {
  return std::sqrt(-2 * std::log(1 - uniform(random))) * std::cos(6.283185307179586 * uniform(random));
}

Mind mind_of(const std::vector<app::PersonView>& pool, std::mt19937_64& random) {
  // What an owner may go by, one column each, made comparable.
  constexpr std::size_t columns = 7;
  std::vector<std::array<double, columns>> seen;
  for (const app::PersonView& view : pool) {
    const standing::Standing& s = view.card.standing;
    seen.push_back({std::log1p(s.counts.met + s.counts.called), std::log1p(s.counts.help_in + s.counts.help_out),
                    s.meet == standing::Fact::yes && s.help == standing::Fact::yes ? 1.0 : 0.0,
                    std::log1p(std::min(s.counts.wrote_in, s.counts.wrote_out)), s.counts.help_in > 0 ? 1.0 : 0.0,
                    -std::log1p(s.last ? std::max(0, today - *s.last) : 3650), std::log1p(s.exchanges)});
  }
  std::vector<double> felt(pool.size(), 0);
  for (std::size_t c = 0; c < columns; ++c) {
    double mean = 0, square = 0;
    for (const auto& one : seen) mean += one[c] / static_cast<double>(seen.size());
    for (const auto& one : seen) square += (one[c] - mean) * (one[c] - mean) / static_cast<double>(seen.size());
    // Some prize old friends above new ones, and those they meet above those who write.
    const bool against = (c == 3 || c == 5 || c == 6) && uniform(random) < 0.5;
    const double weight = std::exp(1.5 * normal(random)) * (against ? -1 : 1) / std::sqrt(std::max(square, 1e-6));
    for (std::size_t i = 0; i < seen.size(); ++i) felt[i] += weight * (seen[i][c] - mean);
  }
  std::vector<double> sorted = felt;
  std::sort(sorted.begin(), sorted.end());
  const double share = 0.15 + 0.30 * uniform(random);
  const double bar = sorted[static_cast<std::size_t>((1 - share) * static_cast<double>(sorted.size() - 1))];
  Mind mind;
  for (const double one : felt) {
    const bool evidence = one > bar;
    const double kind = uniform(random);
    const bool hidden = uniform(random) < share;
    mind.chance.push_back(0.20 * share + (evidence ? 0.65 : 0.15));
    mind.answer.push_back(kind < 0.20 ? hidden : kind < 0.35 ? !evidence : evidence);
  }
  return mind;
}

/// The AUC to be expected over all answers that this mind could give: `yes` is each one's chance.
double auc(const std::vector<double>& score, const std::vector<double>& yes, const Answers& asked) {
  double better = 0, pairs = 0;
  for (std::size_t a = 0; a < score.size(); ++a) {
    for (std::size_t b = 0; b < score.size() && !asked[a]; ++b) {
      if (asked[b] || a == b) continue;
      const double pair = yes[a] * (1 - yes[b]);
      pairs += pair;
      better += pair * (score[a] > score[b] ? 1 : score[a] == score[b] ? 0.5 : 0);
    }
  }
  return pairs > 0 ? better / pairs : 0.5;
}

struct Score {
  double reached = 0;  ///< AUC,
  double ceiling = 0;  ///< and of the predictor that knows the generator, on the same people.
};

/// Asks `count` people, the most telling or any, and judges what is thought of the others.
Score ask(const std::vector<standing::Traits>& traits, const Mind& mind, int count, bool telling, std::mt19937_64 random) {
  Answers answers(traits.size());
  const std::vector<bool> waits(traits.size());
  for (int i = 0; i < count; ++i) {
    std::size_t who = 0;
    if (telling) {
      who = *standing::Referral(traits, answers, waits).next();
    } else {
      do {
        who = random() % traits.size();
      } while (answers[who]);
    }
    answers[who] = mind.answer[who];
  }
  const standing::Referral model(traits, answers, waits);
  std::vector<double> chances;
  for (std::size_t who = 0; who < traits.size(); ++who) chances.push_back(model.yes(who));
  return {auc(chances, mind.chance, answers), auc(mind.chance, mind.chance, answers)};
}

std::vector<app::PersonView> invent(const std::string& folder, int people, std::uint64_t seed) {
  std::filesystem::remove_all(folder);
  std::vector<app::PersonView> pool;
  if (!lab::write_demo(folder + "/life", people, seed, today)) return pool;
  std::filesystem::remove(folder + "/life/truth.json");
  auto session = app::Session::open({.database = folder + "/life.db", .now = base::end_of(today), .as_of = {}}, true);
  if (!session || !app::import(*session, {folder + "/life"}, false, [](const auto&, auto) { return true; })) return pool;
  const auto triage = app::triage(*session);
  if (!triage) return pool;
  for (app::LikelyAnswer& one : triage->likely(0)) pool.push_back(std::move(one.person));
  std::filesystem::remove_all(folder);
  return pool;
}

void print(const char* name, const std::vector<double>& values) {
  const double n = static_cast<double>(values.size());
  double mean = 0, square = 0;
  for (const double one : values) mean += one / n;
  for (const double one : values) square += (one - mean) * (one - mean) / std::max(1.0, n - 1);
  fmt::print("{:<58} {:7.3f} ± {:.3f}\n", name, mean, 1.96 * std::sqrt(square / n));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fputs("lab_triage_bench FOLDER [LIVES] [PEOPLE] [FIRST]\n", stderr), 2;
  const int lives = argc > 2 ? std::atoi(argv[2]) : 20;
  const int people = argc > 3 ? std::atoi(argv[3]) : 1000;
  const int first = argc > 4 ? std::atoi(argv[4]) : 1;
  std::vector<double> none, ceiling, ten, twenty, forty, way, random20, random40, gain20, size;
  for (int life = first; life < first + lives; ++life) {
    const auto pool = invent(std::string(argv[1]) + "/triage-life", people, static_cast<std::uint64_t>(life));
    if (pool.size() < 60) return std::fputs("too few people to ask about\n", stderr), 1;
    std::vector<standing::Traits> traits;
    for (const app::PersonView& view : pool) traits.push_back(standing::traits_of(view.card.standing, today));
    std::mt19937_64 random(static_cast<std::uint64_t>(life) * 7919);
    const Mind mind = mind_of(pool, random);
    const Score at40 = ask(traits, mind, 40, true, random);
    const double at20 = ask(traits, mind, 20, true, random).reached;
    // Ten random orders each, so that the comparison hangs on no lucky one.
    double any20 = 0, any40 = 0;
    for (int i = 0; i < 10; ++i) {
      random.discard(1'000);
      any20 += ask(traits, mind, 20, false, random).reached / 10;
      any40 += ask(traits, mind, 40, false, random).reached / 10;
    }
    size.push_back(static_cast<double>(pool.size()));
    none.push_back(ask(traits, mind, 0, true, random).reached);
    ten.push_back(ask(traits, mind, 10, true, random).reached);
    twenty.push_back(at20);
    forty.push_back(at40.reached);
    ceiling.push_back(at40.ceiling);
    way.push_back((at40.reached - 0.5) / (at40.ceiling - 0.5));
    random20.push_back(any20);
    random40.push_back(any40);
    gain20.push_back(at20 - any20);
  }
  fmt::print("{} lives of {} people; AUC of who would be a yes among those not asked\n", lives, people);
  print("people who may be asked", size);
  print("before any answer", none);
  print("after 10 answers, the most telling asked", ten);
  print("after 20 answers, the most telling asked", twenty);
  print("after 20 answers, anybody asked", random20);
  print("difference at 20, life by life", gain20);
  print("after 40 answers, the most telling asked", forty);
  print("after 40 answers, anybody asked", random40);
  print("ceiling: knows the generator", ceiling);
  print("share of the way from chance to the ceiling, at 40", way);
  return 0;
}
