#pragma once

/// People as the owner looks at them: lists, what they could be narrowed by, and one of them with all that is known.
/// What is said of people is in say.h, who is one with whom in review.h, the referral test in triage.h.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/person.h"
#include "app/plan/plan.h"
#include "standing/constancy.h"

namespace app {

struct PeopleView {
  std::size_t total = 0;
  std::vector<PersonView> people;
};

/// What a list could be narrowed by, and what would be left.
struct FacetsView {
  store::Facets counts;
  std::size_t let_go = 0, organisations = 0;  ///< Who are not in the list, but would be if asked for.
};

[[nodiscard]] base::Result<PeopleView> people(Session& session, const store::Filter& filter);
/// How many of those whom `people` would list have which facet; see store::Facets.
[[nodiscard]] base::Result<FacetsView> facets(Session& session, const store::Filter& filter);
/// The market of that name. Fault::not_found, with the names that there are.
[[nodiscard]] base::Result<plays::Market> market_of(const plays::Commitments& all, std::string_view name);

/// What the owner wrote and nobody has answered yet, so that nothing else is proposed for a while.
struct WaitView {
  base::Day since{};
  base::Day until{};
};

/// One thing that is known of somebody, and who says so.
struct FactView {
  std::string fact;  ///< "name", "company", "title", "city", "birthday", "email", "phone", "linkedin".
  std::string value;
  bool shown = true;              ///< False where what another source says stands before it.
  base::Message why;              ///< Why this value is shown and not another; empty where there is no other.
  std::string source;             ///< The kind of file: "linkedin", "vcard", "mail", …; or "you".
  std::string file;               ///< Its name; empty where several of the kind came together.
  std::optional<base::Day> at;    ///< Of which day it tells.
  std::optional<base::Day> told;  ///< When it was imported or said.
};

/// The owner's words about somebody.
struct NoteView {
  std::string text;
  std::string source;  ///< As of a fact.
  std::string file;
  std::optional<base::Day> at;  ///< When it was said, or else imported.
};

struct ShowView {
  PersonView person;
  std::vector<RowView> reasons;   ///< What proves the standing: spoken and help, newest first.
  std::vector<RowView> timeline;  ///< Everything, newest first.
  std::vector<FactView> facts;    ///< By fact, what is shown first.
  std::vector<NoteView> notes;    ///< The newest first.
  std::optional<StepView> next;
  std::optional<WaitView> waits;                 ///< Where there is no step, and this is why.
  standing::Coverage covers;                     ///< What the imported sources could have shown.
  std::vector<base::Message> strength_reasons;   ///< The biggest first, at most three.
  double strength_before = 0;                    ///< 30 days ago.
  standing::Past learned;                        ///< What the reply chance was learned from.
  std::optional<standing::Constancy> constancy;  ///< Of people in touch or higher.
};

[[nodiscard]] base::Result<ShowView> show(Session& session, std::string_view text);

}  // namespace app
