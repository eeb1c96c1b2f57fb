#include "intake/intake.h"

namespace intake {

namespace {

// Written out, as tools/words.py wants it: a word that is missing here is said as it is.
base::Message counted(std::string_view what, std::size_t n) {
  if (what == "AI coach") return base::say("count.ai-coach", {{"n", n}});
  if (what == "advertisements") return base::say("count.advertisements", {{"n", n}});
  if (what == "all-day") return base::say("count.all-day", {{"n", n}});
  if (what == "answers to invitations") return base::say("count.answers-to-invitations", {{"n", n}});
  if (what == "bulk mail") return base::say("count.bulk-mail", {{"n", n}});
  if (what == "calls") return base::say("count.calls", {{"n", n}});
  if (what == "cards") return base::say("count.cards", {{"n", n}});
  if (what == "channels") return base::say("count.channels", {{"n", n}});
  if (what == "claims") return base::say("count.claims", {{"n", n}});
  if (what == "companies") return base::say("count.companies", {{"n", n}});
  if (what == "connections") return base::say("count.connections", {{"n", n}});
  if (what == "contacts") return base::say("count.contacts", {{"n", n}});
  if (what == "deleted") return base::say("count.deleted", {{"n", n}});
  if (what == "deleted accounts") return base::say("count.deleted-accounts", {{"n", n}});
  if (what == "drafts") return base::say("count.drafts", {{"n", n}});
  if (what == "empty") return base::say("count.empty", {{"n", n}});
  if (what == "empty cards") return base::say("count.empty-cards", {{"n", n}});
  if (what == "empty entries") return base::say("count.empty-entries", {{"n", n}});
  if (what == "empty notes") return base::say("count.empty-notes", {{"n", n}});
  if (what == "endorsements") return base::say("count.endorsements", {{"n", n}});
  if (what == "events") return base::say("count.events", {{"n", n}});
  if (what == "every occurrence changed or removed") return base::say("count.every-occurrence-changed-or-removed", {{"n", n}});
  if (what == "files") return base::say("count.files", {{"n", n}});
  if (what == "groups") return base::say("count.groups", {{"n", n}});
  if (what == "hidden members") return base::say("count.hidden-members", {{"n", n}});
  if (what == "invitations") return base::say("count.invitations", {{"n", n}});
  if (what == "lines") return base::say("count.lines", {{"n", n}});
  if (what == "lists") return base::say("count.lists", {{"n", n}});
  if (what == "meetings") return base::say("count.meetings", {{"n", n}});
  if (what == "messages") return base::say("count.messages", {{"n", n}});
  if (what == "no number") return base::say("count.no-number", {{"n", n}});
  if (what == "no telephone number") return base::say("count.no-telephone-number", {{"n", n}});
  if (what == "not about people") return base::say("count.not-about-people", {{"n", n}});
  if (what == "not published") return base::say("count.not-published", {{"n", n}});
  if (what == "not sent") return base::say("count.not-sent", {{"n", n}});
  if (what == "notes") return base::say("count.notes", {{"n", n}});
  if (what == "notes to oneself") return base::say("count.notes-to-oneself", {{"n", n}});
  if (what == "notices") return base::say("count.notices", {{"n", n}});
  if (what == "of unknown kind") return base::say("count.of-unknown-kind", {{"n", n}});
  if (what == "older versions") return base::say("count.older-versions", {{"n", n}});
  if (what == "other rows") return base::say("count.other-rows", {{"n", n}});
  if (what == "own addresses") return base::say("count.own-addresses", {{"n", n}});
  if (what == "own numbers") return base::say("count.own-numbers", {{"n", n}});
  if (what == "positions") return base::say("count.positions", {{"n", n}});
  if (what == "profiles") return base::say("count.profiles", {{"n", n}});
  if (what == "recommendations") return base::say("count.recommendations", {{"n", n}});
  if (what == "repeated every hour or more often") return base::say("count.repeated-every-hour-or-more-often", {{"n", n}});
  if (what == "robots") return base::say("count.robots", {{"n", n}});
  if (what == "rows of evidence") return base::say("count.rows-of-evidence", {{"n", n}});
  if (what == "rulings") return base::say("count.rulings", {{"n", n}});
  if (what == "short codes") return base::say("count.short-codes", {{"n", n}});
  if (what == "spam") return base::say("count.spam", {{"n", n}});
  if (what == "spam and trash") return base::say("count.spam-and-trash", {{"n", n}});
  if (what == "system lines") return base::say("count.system-lines", {{"n", n}});
  if (what == "taken back") return base::say("count.taken-back", {{"n", n}});
  if (what == "tasks and journals") return base::say("count.tasks-and-journals", {{"n", n}});
  if (what == "the file's name says neither given nor received")
    return base::say("count.the-file-s-name-says-neither-given-nor-received", {{"n", n}});
  return base::say("count.other", {{"n", n}, {"what", what}});
}

std::vector<base::Message> all_counted(const std::vector<std::pair<std::string, std::size_t>>& counts) {
  std::vector<base::Message> out;
  for (const auto& [what, n] : counts) out.push_back(counted(what, n));
  return out;
}

}  // namespace

std::vector<base::Message> FileReport::said_read() const { return all_counted(what); }

std::vector<base::Message> FileReport::said_left_out() const { return all_counted(left_out); }

}  // namespace intake
