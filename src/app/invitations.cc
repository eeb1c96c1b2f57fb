// Invitations that went out: which are to come, and how the others went.

#include <fmt/format.h>

#include <algorithm>

#include "app/app.h"
#include "app/letters.h"
#include "base/text.h"
#include "base/try.h"
#include "people/rulings.h"

namespace app {

namespace {

constexpr std::size_t text_bytes_max = 400;

/// "Ada Lovelace, Tue 10 Nov 2026, 14:00".
std::string words_of(const InvitationView& one) {
  return fmt::format("{}, {}", names_of(one.persons), time_words(one.invitation.day, one.invitation.minute));
}

}  // namespace

base::Result<InvitationView> App::invitation_view(const plays::Invitation& one) {
  InvitationView out{.invitation = one, .over = one.to <= moment(), .persons = {}, .asked = {}};
  for (const plays::Invitation::Guest& guest : one.guests) {
    TRY(person, view(guest.who.value));
    if (out.over) {
      TRY(part, store_->person_book(guest.who.value));
      std::vector<plays::Invitation> alone = {one};
      alone[0].guests = {{people::PersonId{0}, false}};  // As their part of the ledger has them.
      plays::see_spoken(alone, part.book, part.people.person_of, moment());
      if (!alone[0].guests[0].spoken) out.asked.push_back(person);
    }
    out.persons.push_back(std::move(person));
  }
  return out;
}

base::Result<std::vector<InvitationView>> App::invitations() {
  TRY(now, desk());
  const auto snapshot = store_->snapshot();
  std::vector<InvitationView> to_come, over;
  for (const plays::Invitation& one : now.invitations) {
    if (today() - one.day > plays::how_it_went_days) continue;
    TRY(shown, invitation_view(one));
    if (shown.over && shown.asked.empty()) continue;  // It has answered itself.
    (shown.over ? over : to_come).push_back(std::move(shown));
  }
  const auto earlier = [](const InvitationView& a, const InvitationView& b) { return a.invitation.from < b.invitation.from; };
  std::stable_sort(to_come.begin(), to_come.end(), earlier);
  std::stable_sort(over.rbegin(), over.rend(), earlier);
  to_come.insert(to_come.end(), std::make_move_iterator(over.begin()), std::make_move_iterator(over.end()));
  return to_come;
}

base::Result<InvitationView> App::invitation(std::uint32_t number) {
  TRY(now, desk());
  for (const plays::Invitation& one : now.invitations) {
    if (one.number == number) return invitation_view(one);
  }
  return base::fail(base::Fault::not_found, {}, fmt::format("there is no invitation {}", number), "see: wellmet invite");
}

base::Result<std::string> App::invitation_sent(const InviteAsk& ask) {
  TRY(made, invite(ask));
  TRY(now, desk());
  std::vector<std::uint32_t> whom;
  std::vector<ledger::Handle> handles;
  for (const PersonView& person : made.persons) {
    TRY(handle, leader(person));
    handles.push_back(handle);
    whom.push_back(person.person);
  }
  std::sort(whom.begin(), whom.end());
  for (const plays::Invitation& one : now.invitations) {
    std::vector<std::uint32_t> known;
    for (const plays::Invitation::Guest& guest : one.guests) known.push_back(guest.who.value);
    std::sort(known.begin(), known.end());
    if (one.from == made.from && known == whom) return fmt::format("That is invitation {} already.", one.number);
  }
  const bool named = !base::trim(ask.title).empty();
  TRY(ruled, desk_ruling(fmt::format("{} {} {} {} {:02}:{:02} {}\n{}", people::ruled_invitation, base::iso(made.from),
                                     (made.to.seconds - made.from.seconds) / 60, base::iso(made.day), made.minute / 60,
                                     made.minute % 60, made.zone, named ? made.title : ""), handles));
  const std::string words = fmt::format("You invited {}, {} ({})", names_of(made.persons), time_words(made.day, made.minute),
                                        base::printable(made.zone, 40));
  CHECK(write("invite", words, {.evidence = {ruled}, .claims = {}}));
  return words + ".";
}

base::Result<std::string> App::invitation_met(std::uint32_t number, std::string_view raw) {
  TRY(now, invitation(number));
  if (now.invitation.from > moment())
    return base::fail(base::Fault::usage, {}, fmt::format("{} is still to come", time_words(now.invitation.day, now.invitation.minute)),
                      fmt::format("if it was called off: wellmet invite --not {}", number));
  std::string text(base::clip(base::trim(raw), text_bytes_max));
  std::replace(text.begin(), text.end(), '\n', ' ');
  // Whom the files show already was met once; a word about it is of everybody.
  const std::vector<PersonView>& met = now.over && text.empty() ? now.asked : now.persons;
  std::vector<ledger::Handle> handles;
  for (const PersonView& person : now.persons) {
    TRY(handle, leader(person));
    handles.push_back(handle);
  }
  TRY(ruled, desk_ruling(fmt::format("{} {}", people::ruled_invitation_met, number), handles));
  ledger::Evidence meeting = ruled;
  meeting.kind = ledger::Kind::met;
  meeting.group = 0;
  meeting.at = now.invitation.from;
  meeting.duration_seconds = static_cast<std::uint32_t>(now.invitation.to.seconds - now.invitation.from.seconds);
  meeting.title = text.empty() ? now.invitation.title : text;
  meeting.reference += "/met";
  meeting.parties = {{ledger::me(), ledger::Role::with, {}}};
  for (const PersonView& person : met) {
    TRY(handle, leader(person));
    meeting.parties.push_back({handle, ledger::Role::with, {}});
  }
  ledger::Record record{.evidence = {ruled}, .claims = {}};
  if (!met.empty()) record.evidence.push_back(std::move(meeting));
  const std::string words = fmt::format("You met {}{}, {}", names_of(met.empty() ? now.persons : met), text.empty() ? "" : fmt::format(" (\"{}\")", base::printable(text, 80)),
                                        base::words(now.invitation.day));
  CHECK(write("invite", words, record));
  return words + ".";
}

base::Result<std::string> App::invitation_off(std::uint32_t number) {
  TRY(now, invitation(number));
  std::vector<ledger::Handle> handles;
  for (const PersonView& person : now.persons) {
    TRY(handle, leader(person));
    handles.push_back(handle);
  }
  TRY(ruled, desk_ruling(fmt::format("{} {}", people::ruled_invitation_off, number), handles));
  const std::string words = fmt::format("{}: {}", now.over ? "Did not happen" : "Called off", words_of(now));
  CHECK(write("invite", words, {.evidence = {ruled}, .claims = {}}));
  return words + ".";
}

}  // namespace app
