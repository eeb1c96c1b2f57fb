// Invitations that went out: which are to come, and how the others went.

#include <fmt/format.h>

#include <algorithm>

#include "app/letters.h"
#include "app/meet/meet.h"
#include "base/clean.h"
#include "base/text.h"
#include "base/try.h"

namespace app {

namespace {

constexpr std::size_t text_bytes_max = 400;

}  // namespace

namespace {

base::Result<InvitationView> invitation_view(Session& session, const plays::Invitation& one) {
  InvitationView out{.invitation = one, .over = one.to <= session.moment(), .persons = {}, .asked = {}};
  for (const plays::Invitation::Guest& guest : one.guests) {
    TRY(person, view(session, guest.who.value));
    if (out.over) {
      TRY(part, session.pictures().person_book(guest.who.value));
      std::vector<plays::Invitation> alone = {one};
      alone[0].guests = {{people::PersonId{0}, false}};  // As their part of the ledger has them.
      plays::see_spoken(alone, part.book, part.people.person_of, session.moment());
      if (!alone[0].guests[0].spoken) out.asked.push_back(person);
    }
    out.persons.push_back(std::move(person));
  }
  return out;
}

}  // namespace

base::Result<std::vector<InvitationView>> invitations(Session& session) {
  TRY(now, commitments(session));
  const auto snapshot = session.pictures().snapshot();
  std::vector<InvitationView> to_come, over;
  for (const plays::Invitation& one : now.invitations) {
    if (session.today() - one.day > plays::how_it_went_days) continue;
    TRY(shown, invitation_view(session, one));
    if (shown.over && shown.asked.empty()) continue;  // It has answered itself.
    (shown.over ? over : to_come).push_back(std::move(shown));
  }
  const auto earlier = [](const InvitationView& a, const InvitationView& b) { return a.invitation.from < b.invitation.from; };
  std::stable_sort(to_come.begin(), to_come.end(), earlier);
  std::stable_sort(over.rbegin(), over.rend(), earlier);
  to_come.insert(to_come.end(), std::make_move_iterator(over.begin()), std::make_move_iterator(over.end()));
  return to_come;
}

namespace {

base::Result<InvitationView> invitation(Session& session, std::uint32_t number) {
  TRY(now, commitments(session));
  for (const plays::Invitation& one : now.invitations) {
    if (one.number == number) return invitation_view(session, one);
  }
  return base::fail(base::Fault::not_found, {}, base::say("meet.no-invitation", {{"number", number}}),
                    base::say("meet.see-wellmet-invite"));
}

}  // namespace

base::Result<base::Message> invitation_sent(Session& session, const InviteAsk& ask) {
  return change(session, "invite", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(made, invite(session, ask));
    TRY(now, commitments(session));
    std::vector<std::uint32_t> whom;
    for (const PersonView& person : made.persons) whom.push_back(person.person);
    std::sort(whom.begin(), whom.end());
    for (const plays::Invitation& one : now.invitations) {
      std::vector<std::uint32_t> known;
      for (const plays::Invitation::Guest& guest : one.guests) known.push_back(guest.who.value);
      std::sort(known.begin(), known.end());
      if (one.from == made.from && known == whom) {
        return base::fail(base::Fault::unchanged, {}, base::say("meet.invitation-already", {{"number", one.number}}),
                          base::say("meet.see-wellmet-invite"));
      }
    }
    TRY(handles, leaders(session, made.persons));
    const bool named = !base::trim(ask.title).empty();
    saying.decide(ledger::Invitation{.from = made.from,
                                     .minutes = static_cast<std::int32_t>((made.to.seconds - made.from.seconds) / 60),
                                     .day = made.day,
                                     .minute = made.minute,
                                     .zone = made.zone,
                                     .title = named ? made.title : ""},
                  handles);
    return base::say("meet.invited", {{"persons", names_of(made.persons)},
                                      {"minute", time_words(made.day, made.minute)},
                                      {"zone", base::printable(made.zone, 40)}});
  });
}

base::Result<base::Message> invitation_met(Session& session, std::uint32_t number, std::string_view raw) {
  return change(session, "invite", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(now, invitation(session, number));
    if (now.invitation.from > session.moment())
      return base::fail(base::Fault::usage, {},
                        base::say("meet.still-come", {{"minute", time_words(now.invitation.day, now.invitation.minute)}}),
                        base::say("meet.if-called-off-wellmet", {{"number", number}}));
    const std::string text = base::cleaned(raw, text_bytes_max);
    // Whom the files show already was met once; a word about it is of everybody.
    const std::vector<PersonView>& met = now.over && text.empty() ? now.asked : now.persons;
    TRY(handles, leaders(session, now.persons));
    saying.decide(ledger::InvitationMet{{number}}, handles);
    if (!met.empty()) {
      TRY(there, leaders(session, met));
      ledger::Evidence meeting;
      meeting.kind = ledger::Kind::met;
      meeting.channel = ledger::Channel::you;
      meeting.at = now.invitation.from;
      meeting.duration_seconds = static_cast<std::uint32_t>(now.invitation.to.seconds - now.invitation.from.seconds);
      meeting.title = text.empty() ? now.invitation.title : text;
      meeting.reference = saying.reference("met", there);
      meeting.parties = {{ledger::me(), ledger::Role::with, {}}};
      for (const ledger::Handle& handle : there) meeting.parties.push_back({handle, ledger::Role::with, {}});
      saying.record.evidence.push_back(std::move(meeting));
    }
    const std::vector<base::Message> names = names_of(met.empty() ? now.persons : met);
    return text.empty()
               ? base::say("people.logged-on", {{"done", base::say("meet.met", {{"names", names}})}, {"day", now.invitation.day}})
               : base::say("people.logged-with", {{"done", base::say("meet.met", {{"names", names}})},
                                                  {"text", base::printable(text, 80)},
                                                  {"day", now.invitation.day}});
  });
}

base::Result<base::Message> invitation_off(Session& session, std::uint32_t number) {
  return change(session, "invite", [&](Saying& saying) -> base::Result<base::Message> {
    TRY(now, invitation(session, number));
    TRY(handles, leaders(session, now.persons));
    saying.decide(ledger::InvitationOff{{number}}, handles);
    const base::Message at = time_words(now.invitation.day, now.invitation.minute);
    return now.over ? base::say("meet.did-not-happen", {{"names", names_of(now.persons)}, {"at", at}})
                    : base::say("meet.called-off", {{"names", names_of(now.persons)}, {"at", at}});
  });
}

}  // namespace app
