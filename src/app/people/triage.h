#pragma once

/// The referral test as a session: whom to ask next, what the answers say of the others, and where
/// word and evidence disagree.

#include <optional>
#include <string>
#include <vector>

#include "app/person.h"
#include "standing/referral.h"

namespace app {

/// Somebody who was not asked, as the answers so far have it.
struct LikelyAnswer {
  PersonView person;
  double yes_chance = 0;               ///< 0..1.
  std::vector<base::Message> reasons;  ///< What speaks most for or against, the biggest first.
};

/// An answer that the evidence contradicts.
struct Disagreement {
  PersonView person;
  base::Message words;  ///< "you said yes; you have never spoken".
};

class Triage {
 public:
  /// `pool`: everybody who may be asked or has answered. Organisations, those let go and those
  /// exempt are not among them.
  Triage(std::vector<PersonView> pool, base::Day today);

  [[nodiscard]] std::size_t asked() const { return asked_; }
  [[nodiscard]] std::size_t left() const { return pool_.size() - asked_ - later_; }
  /// Whose answer teaches most; nobody when all have answered or wait.
  [[nodiscard]] const PersonView* next() const;
  /// `answer`: as `refer` takes it; empty takes it back, "later" asks again another day.
  void answer(const PersonView& person, const std::string& answer);
  /// True once another answer would move what is known of the others by next to nothing.
  [[nodiscard]] bool settled() const;

  /// Those not asked, the likeliest yes first; at most `limit`, 0: all.
  [[nodiscard]] std::vector<LikelyAnswer> likely(std::size_t limit) const;
  /// The strongest ties first.
  [[nodiscard]] std::vector<Disagreement> disagreements() const;

 private:
  void learn();

  base::Day today_;
  std::vector<PersonView> pool_;
  std::vector<standing::Traits> traits_;
  std::vector<bool> waits_;  ///< Put off in this session.
  std::size_t asked_ = 0, later_ = 0;
  std::optional<standing::Referral> model_;
};

/// The referral test, as far as it has come.
[[nodiscard]] base::Result<Triage> triage(Session& session);

}  // namespace app
