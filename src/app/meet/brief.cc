// Meet: what to know before a meeting, from what is known already.

#include <fmt/format.h>

#include <algorithm>

#include "app/help/help.h"
#include "app/letters.h"
#include "app/meet/meet.h"
#include "base/text.h"
#include "base/try.h"
#include "plays/occasions.h"

namespace app {

namespace {

using Stage = plays::Introduction::Stage;

constexpr std::size_t subjects_shown = 3;
constexpr std::size_t colleagues_shown = 5;
constexpr std::size_t text_columns = 60;

std::string name_of(const PersonView& person) { return base::printable(person.card.person.name, 40); }

void take_rows(BriefView& out) {
  const auto keep = [](std::optional<RowView>& to, const RowView& row) {
    if (!to) to = row;
  };
  for (const RowView& row : out.show.timeline) {
    if (!row.counts) continue;
    const bool spoken = row.kind == ledger::Kind::met || row.kind == ledger::Kind::called;
    const bool wrote = row.kind == ledger::Kind::wrote;
    if (spoken) keep(out.spoken, row);
    if (wrote) keep(out.wrote, row);
    // Who asks is who is helped.
    const bool outward = (row.direction == standing::Direction::out) != (row.kind == ledger::Kind::asked);
    if (standing::is_help(row.kind)) keep(outward ? out.help_out : out.help_in, row);
    const std::string subject(bare_subject(row.note));
    const bool told = std::find(out.about.begin(), out.about.end(), subject) != out.about.end();
    if ((spoken || wrote) && !subject.empty() && !told && out.about.size() < subjects_shown) out.about.push_back(subject);
  }
}

void take_standing(BriefView& out, base::Day today) {
  const standing::Standing& s = out.show.person.card.standing;
  const int waits = s.waiting_since ? today - base::day_of(*s.waiting_since) : plays::owed_days_max + 1;
  if (waits <= plays::owed_days_max)
    out.open.push_back(base::say(
        "talk.owed", {{"ago", waits == 0 ? base::say("span.today") : base::say("span.ago", {{"span", plays::span(waits)}})}}));
  if (s.unthanked_since && today - *s.unthanked_since <= plays::thanks_days_max)
    out.open.push_back(base::say("meet.helped-not-heard-since", {{"day", *s.unthanked_since}}));
}

void take_introduction(BriefView& out, const IntroductionView& one) {
  const bool first = one.first.person == out.show.person.person;
  const std::string other = name_of(first ? one.second : one.first);
  switch (one.introduction.stage) {
    case Stage::asking: {
      const plays::Introduction::Side& side = first ? one.introduction.first : one.introduction.second;
      out.give.push_back(side.agreed  ? base::say("meet.meeting-which-they-agreed", {{"other", other}})
                         : side.asked ? base::say("meet.asked-whether-they-would", {{"day", *side.asked}, {"other", other}})
                                      : base::say("meet.ask-whether-they-would", {{"other", other}}));
      break;
    }
    case Stage::agreed:
      out.open.push_back(base::say("meet.promised-introduce-them-wellmet", {{"other", other}}));
      break;
    case Stage::made:
      out.open.push_back(base::say("meet.ask-what-came-meeting", {{"other", other}}));
      break;
    case Stage::closed:
    case Stage::declined:
      break;
  }
}

void take_need(BriefView& out, const NeedView& one) {
  out.open.push_back(
      base::say("meet.needs-since", {{"one", base::printable(one.need.text, text_columns)}, {"since", one.need.since}}));
  for (const plays::Offer& offer : one.offers)
    out.give.push_back(base::say("meet.what-they-need", {{"offer", base::printable(offer.text, text_columns)}}));
  if (!one.helpers.empty())
    out.give.push_back(base::say("meet.introduction-who-what-they", {{"person", name_of(one.helpers.front().person)}}));
}

}  // namespace

base::Result<BriefView> brief(Session& session, std::string_view text) {
  TRY(shown, show(session, text));
  BriefView out{.show = std::move(shown),
                .spoken = {},
                .wrote = {},
                .help_out = {},
                .help_in = {},
                .about = {},
                .open = {},
                .give = {},
                .colleagues = {}};
  const std::uint32_t person = out.show.person.person;
  take_rows(out);
  take_standing(out, session.today());
  TRY(needs, needs(session));
  for (const NeedView& one : needs) {
    if (one.who.person == person) take_need(out, one);
  }
  TRY(introductions, introductions(session));
  for (const IntroductionView& one : introductions) {
    if (one.first.person == person || one.second.person == person) take_introduction(out, one);
  }
  const std::string company = base::fold(out.show.person.card.person.company);
  if (company.empty()) return out;
  store::Filter filter;
  filter.query = company;
  TRY(page, session.pictures().find(filter));
  for (const std::uint32_t id : page.persons) {
    if (id == person || out.colleagues.size() == colleagues_shown) continue;
    TRY(one, view(session, id));
    if (base::fold(one.card.person.company) == company && !one.card.person.exempt) out.colleagues.push_back(std::move(one));
  }
  return out;
}

}  // namespace app
