// Who is where, and what to know before a meeting.

#include <algorithm>
#include <set>

#include "base/text.h"
#include "plays/commitments.h"
#include "plays/plays.h"
#include "said.h"

namespace laws {

namespace {

using ledger::Kind;

constexpr std::size_t name_columns = 40, text_columns = 60;

bool is_advocate_said(const base::Message& reason) {
  return reason.code == "visit.advocate" || text(reason, "advocate") == "yes";
}

std::string not_of_the_network(const World& world, people::PersonId who, const base::Message& reason) {
  const Between& between = world.ties.of(who);
  if (!is_network(world.person(who), between)) return "not the owner's network";
  if (is_advocate_said(reason) != is_advocate(between, world.today())) return "they act for the owner more, or less";
  if (reason.code != "visit.network") return between.exchanges().empty() ? "" : "something went both ways";
  const auto days = between.exchanges();
  if (days.empty()) return "nothing ever went both ways";
  return part(reason, "since") == plays::span(world.today() - days.back()) ? "" : "the last exchange was another day";
}

std::string not_unspoken(const World& world, people::PersonId who, const base::Message& reason) {
  base::Message more = reason;
  more.code = "meet.unspoken";
  return untrue(Told{world, who, more});
}

std::string never_spoken(const World& world, people::PersonId who, const base::Message& reason) {
  const Between& between = world.ties.of(who);
  const auto any = [&](bool out) {
    return std::any_of(between.wrote.begin(), between.wrote.end(), [out](const Event& one) { return out ? one.out : one.in; });
  };
  if (!any(true) || !any(false)) return "letters did not go both ways";
  const std::string sure = text(reason, "sure");
  if (Between::counts(between.spoke)) return "they met or spoke";
  if (!between.spoke.empty()) return sure == "met" ? "" : "they may have met";
  if (!between.touched.empty()) return sure == "called" ? "" : "there was a short call";
  if (sure != "yes" && sure != "no") return "there was nothing";
  return sure == "no" || world.ties.meetings_covered() ? "" : "no calendar or call log could have shown it";
}

std::int64_t sure_times(const Between& between) {
  return std::count_if(between.spoke.begin(), between.spoke.end(), [](const Event& one) { return one.sure(); });
}

std::string not_visited(const World& world, people::PersonId who, const base::Message& reason) {
  const Between& between = world.ties.of(who);
  if (reason.code == "visit.network" || reason.code == "visit.advocate" || reason.code == "visit.your-word")
    return not_of_the_network(world, who, reason);
  if (reason.code == "visit.unspoken") return not_unspoken(world, who, reason);
  if (reason.code == "visit.never-spoken") return never_spoken(world, who, reason);
  if (!reason.code.starts_with("visit.")) return untrue(Told{world, who, reason});
  if (!Between::counts(between.spoke)) return "no meeting is sure";
  if (reason.code == "visit.spoken") return "";
  if (reason.code != "visit.no-help") return "no condition is known";
  base::Message more = base::say("help.no-help", {{"times", sure_times(between)}, {"sure", text(reason, "sure")}});
  return untrue(Told{world, who, more});
}

/// The row that is shown as the last is the last of these that counts.
template <class Is>
std::string not_the_last(const std::optional<app::RowView>& shown, const std::vector<Event>& events, const Is& is) {
  const auto last = std::find_if(events.rbegin(), events.rend(), is);
  if (last == events.rend()) return shown ? "there was nothing of the kind" : "";
  if (!shown) return "the last of the kind is not shown";
  return shown->at == last->row->at ? "" : "a later one was on " + base::iso(last->day());
}

std::string shown_name(const World& world, people::PersonId who) {
  return who == people::nobody ? "" : base::printable(world.person(who).name, name_columns);
}

/// An introduction of theirs with somebody of that name, at that stage.
std::string no_introduction(const World& world, people::PersonId who, const base::Message& said) {
  const auto& whose = world.picture.people.person_of;
  for (const ledger::Ruling& one : world.book.rulings) {
    if (!std::holds_alternative<ledger::Introduction>(one.decision) || one.at > world.moment) continue;
    const people::PersonId first = whose[one.about[0].value], second = whose[one.about[1].value];
    if ((first != who && second != who) || shown_name(world, first == who ? second : first) != text(said, "other")) continue;
    std::set<bool> asked, agreed;
    bool made = false, ended = false;
    for (const ledger::Ruling& later : world.book.rulings) {
      if (const auto* a = std::get_if<ledger::IntroductionAsked>(&later.decision); a && a->number == one.number)
        asked.insert(a->second);
      if (const auto* a = std::get_if<ledger::IntroductionAgreed>(&later.decision); a && a->number == one.number)
        agreed.insert(a->second);
      if (const auto* a = std::get_if<ledger::IntroductionMade>(&later.decision); a && a->number == one.number) made = true;
      if (const auto* a = std::get_if<ledger::IntroductionDeclined>(&later.decision); a && a->number == one.number) ended = true;
      if (const auto* a = std::get_if<ledger::IntroductionOutcome>(&later.decision); a && a->number == one.number) ended = true;
    }
    const bool mine = first != who;
    const bool both = agreed.size() == 2;
    if (ended) continue;
    if (said.code == "meet.ask-what-came-meeting" && made) return "";
    if (said.code == "meet.promised-introduce-them-wellmet" && both && !made) return "";
    if (said.code == "meet.meeting-which-they-agreed" && agreed.contains(mine) && !both && !made) return "";
    if (said.code == "meet.asked-whether-they-would" && asked.contains(mine) && !agreed.contains(mine) && !made) return "";
    if (said.code == "meet.ask-whether-they-would" && !asked.contains(mine) && !agreed.contains(mine) && !made) return "";
  }
  return "the owner wants no such introduction, or it stands elsewhere";
}

std::string no_need(const World& world, people::PersonId who, const base::Message& said) {
  for (const ledger::Ruling& one : world.book.rulings) {
    const auto* need = std::get_if<ledger::Need>(&one.decision);
    if (need == nullptr || world.picture.people.person_of[one.about[0].value] != who) continue;
    const bool dropped = std::any_of(world.book.rulings.begin(), world.book.rulings.end(), [&](const ledger::Ruling& later) {
      const auto* met = std::get_if<ledger::NeedMet>(&later.decision);
      const auto* mistake = std::get_if<ledger::NeedDropped>(&later.decision);
      return (met != nullptr && met->number == one.number) || (mistake != nullptr && mistake->number == one.number);
    });
    const bool same = base::printable(need->text, text_columns) == text(said, "one") &&
                      base::day_of(one.at) == std::get<base::Day>(*said.find("since"));
    if (!dropped && same) return "";
  }
  return "they need no such";
}

bool is_offered(const World& world, const std::string& said) {
  return std::any_of(world.book.rulings.begin(), world.book.rulings.end(), [&](const ledger::Ruling& one) {
    const auto* offer = std::get_if<ledger::Offer>(&one.decision);
    return offer != nullptr && base::printable(offer->text, text_columns) == said;
  });
}

std::string not_helped_on(const World& world, people::PersonId who, const base::Message& said) {
  const auto day = std::get<base::Day>(*said.find("day"));
  base::Message more = base::say("help.thanks", {{"since", plays::span(world.today() - day)}});
  return untrue(Told{world, who, more});
}

std::string not_so(const World& world, people::PersonId who, const base::Message& said) {
  if (said.code == "meet.helped-not-heard-since") return not_helped_on(world, who, said);
  if (said.code == "meet.needs-since") return no_need(world, who, said);
  if (said.code == "meet.what-they-need") return is_offered(world, text(said, "offer")) ? "" : "the owner offers no such";
  if (said.code == "meet.introduction-who-what-they") {
    const auto& all = world.picture.people.persons;
    const bool known = std::any_of(all.begin(), all.end(), [&](const people::Person& one) {
      return base::printable(one.name, name_columns) == text(said, "person");
    });
    return known ? "" : "nobody is called so";
  }
  if (said.code.starts_with("talk.")) return untrue(Told{world, who, said});
  return said.code.starts_with("meet.") ? no_introduction(world, who, said) : "no condition is known";
}

}  // namespace

std::string untrue(const World& world, const app::TripView::One& one) {
  const people::PersonId who{one.person.person};
  if (one.last_spoken) {
    const auto& spoke = world.ties.of(who).spoke;
    const auto last = std::find_if(spoke.rbegin(), spoke.rend(), [](const Event& event) { return event.sure(); });
    if (last == spoke.rend() || last->day() != *one.last_spoken) return "they last spoke on another day";
  }
  return not_visited(world, who, one.visit.reason);
}

std::vector<Heard> untrue(const World& world, const app::BriefView& brief) {
  const people::PersonId who{brief.show.person.person};
  const Between& between = world.ties.of(who);
  const auto any = [](const Event&) { return true; };
  std::vector<Heard> out = {
      {"brief.spoken", "spoken", not_the_last(brief.spoken, between.spoke, any)},
      {"brief.wrote", "wrote", not_the_last(brief.wrote, between.wrote, any)},
      {"brief.help-out", "help-out", not_the_last(brief.help_out, between.help, [](const Event& one) { return one.out; })},
      {"brief.help-in", "help-in", not_the_last(brief.help_in, between.help, [](const Event& one) { return one.in; })}};
  for (const auto* list : {&brief.open, &brief.give}) {
    for (const base::Message& said : *list) out.push_back({"brief " + said.code, base::text(said), not_so(world, who, said)});
  }
  for (const app::PersonView& one : brief.colleagues) {
    const bool so = base::fold(world.person({one.person}).company) == base::fold(world.person(who).company);
    out.push_back({"brief.colleague", one.card.person.name, so ? "" : "they work elsewhere"});
  }
  return out;
}

}  // namespace laws
