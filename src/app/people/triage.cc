#include "app/people/triage.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/people/reasons.h"
#include "base/try.h"

namespace app {

namespace {

constexpr double settled_below = 0.004;  ///< docs/policy.md#referral.
constexpr double part_min = 0.15;        ///< Log-odds; less is no reason.
constexpr std::size_t triage_reasons_max = 3;

bool answered(const PersonView& view) { return !view.card.person.answer.empty(); }

/// What a trait of theirs is.
base::Message said_of(standing::Trait trait, const standing::Standing& s, base::Day today) {
  using standing::Trait;
  const std::size_t spoken = s.counts.met + s.counts.called;
  const std::size_t letters = s.counts.wrote_in + s.counts.wrote_out;
  const std::size_t help = s.counts.help_in + s.counts.help_out;
  switch (trait) {
    case Trait::spoken:
    case Trait::meetings:
      return spoken == 0 ? base::say("people.never-spoken") : base::say("people.spoke", {{"times", spoken}});
    case Trait::they_helped:
      return s.counts.help_in == 0 ? base::say("people.no-help-them") : base::say("people.they-helped");
    case Trait::owner_helped:
      return s.counts.help_out == 0 ? base::say("people.no-help") : base::say("people.helped-them");
    case Trait::proven:
    case Trait::help:
      return help == 0 ? base::say("people.no-help-either-way") : base::say("people.help-flowed", {{"times", help}});
    case Trait::written:
    case Trait::letters:
      return letters == 0 ? base::say("people.never-written") : base::say("people.letters", {{"n", letters}});
    case Trait::strength:
      return base::say("people.strength", {{"strength", std::lround(s.strength)}});
    case Trait::silence:
      return s.last ? base::say("people.last-contact", {{"ago", ago(today - *s.last)}}) : base::say("people.no-contact-known");
  }
  return {};
}

}  // namespace

Triage::Triage(std::vector<PersonView> pool, base::Day today) : today_(today), pool_(std::move(pool)), waits_(pool_.size()) {
  for (const PersonView& view : pool_) {
    traits_.push_back(standing::traits_of(view.card.standing, today));
    asked_ += answered(view) ? 1 : 0;
  }
  learn();
}

void Triage::learn() {
  std::vector<std::optional<bool>> answers;
  for (std::size_t i = 0; i < pool_.size(); ++i) {
    const std::string& said = pool_[i].card.person.answer;
    answers.push_back(said.empty() ? std::nullopt : std::optional(said == "yes"));
  }
  model_.emplace(traits_, answers, waits_);
}

const PersonView* Triage::next() const {
  const auto who = model_->next();
  return who ? &pool_[*who] : nullptr;
}

void Triage::answer(const PersonView& person, const std::string& said) {
  for (std::size_t i = 0; i < pool_.size(); ++i) {
    if (pool_[i].person != person.person) continue;
    asked_ -= answered(pool_[i]) ? 1 : 0;
    later_ -= waits_[i] ? 1 : 0;
    waits_[i] = said == "later";
    pool_[i].card.person.answer = said == "later" || said == "none" ? "" : said;
    asked_ += answered(pool_[i]) ? 1 : 0;
    later_ += waits_[i] ? 1 : 0;
  }
  learn();
}

bool Triage::settled() const { return model_->would_move() < settled_below; }

std::vector<LikelyAnswer> Triage::likely(std::size_t limit) const {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < pool_.size(); ++i) {
    if (!answered(pool_[i])) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return model_->yes(a) > model_->yes(b); });
  if (limit > 0 && order.size() > limit) order.resize(limit);
  std::vector<LikelyAnswer> out;
  for (const std::size_t who : order) {
    LikelyAnswer one{.person = pool_[who], .yes_chance = model_->yes(who), .reasons = {}};
    std::vector<std::pair<double, base::Message>> parts;
    for (std::size_t i = 0; i < standing::trait_count; ++i) {
      const auto trait = static_cast<standing::Trait>(i);
      parts.emplace_back(std::abs(model_->part(who, trait)), said_of(trait, pool_[who].card.standing, today_));
    }
    std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [weight, words] : parts) {
      if (weight < part_min || one.reasons.size() == triage_reasons_max) break;
      if (std::find(one.reasons.begin(), one.reasons.end(), words) == one.reasons.end()) one.reasons.push_back(words);
    }
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<Disagreement> Triage::disagreements() const {
  std::vector<Disagreement> out;
  for (const PersonView& view : pool_) {
    const standing::Standing& s = view.card.standing;
    const std::string& said = view.card.person.answer;
    const bool spoken = s.meet == standing::Fact::yes, helped = s.help == standing::Fact::yes;
    if (said == "yes" && !(spoken && helped)) {
      out.push_back({view, base::say("triage.yes-unknown", {{"lacks", !spoken && !helped ? "both"
                                                                      : !spoken          ? "spoken"
                                                                                         : "help"}})});
    } else if ((said == "no" || said == "stranger" || said == "hesitate") && spoken && helped) {
      out.push_back({view, base::say("triage.no-known", {{"answer", said},
                                                         {"spoken", s.counts.met + s.counts.called},
                                                         {"help", s.counts.help_in + s.counts.help_out}})});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const Disagreement& a, const Disagreement& b) {
    return a.person.card.standing.strength > b.person.card.standing.strength;
  });
  return out;
}

base::Result<Triage> triage(Session& session) {
  CHECK(refresh(session));
  const auto snapshot = session.pictures().snapshot();
  TRY(page, session.pictures().find({}));
  std::vector<PersonView> pool;
  for (const std::uint32_t person : page.persons) {
    TRY(one, view(session, person));
    // Whoever is merely listed is not asked about; what was said of them teaches all the same.
    const bool worth = one.card.standing.rung >= standing::Rung::in_touch || !one.card.person.answer.empty();
    if (worth && !one.card.person.exempt) pool.push_back(std::move(one));
  }
  return Triage(std::move(pool), base::day_of(session.moment()));
}

}  // namespace app
