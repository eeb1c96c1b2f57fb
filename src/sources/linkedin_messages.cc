// messages.csv of a LinkedIn export: who wrote to whom and when. What they wrote is hashed for the
// reference and never kept.

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <functional>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "sources/linkedin_tables.h"
#include "sources/linkedin_time.h"

namespace sources {

using formats::CsvRow;

namespace {

constexpr std::size_t title_size_max = 200;
constexpr std::size_t held_max = 100'000;
constexpr std::string_view hidden_member = "LinkedIn Member";

struct Columns {
  std::size_t conversation, conversation_title, from, sender, to, recipients, date, subject, content, folder, draft,
      conversation_draft;
};

Columns columns_of(const Table& table) {
  return {.conversation = table.column("CONVERSATION ID"),
          .conversation_title = table.column("CONVERSATION TITLE"),
          .from = table.column("FROM"),
          .sender = table.column("SENDER PROFILE URL"),
          .to = table.column("TO"),
          .recipients = table.column("RECIPIENT PROFILE URLS"),
          .date = table.column("DATE"),
          .subject = table.column("SUBJECT"),
          .content = table.column("CONTENT"),
          .folder = table.column("FOLDER"),
          .draft = table.column("IS MESSAGE DRAFT"),
          .conversation_draft = table.column("IS CONVERSATION DRAFT")};
}

bool is_yes(std::string_view text) { return base::equal_no_case(text, "yes") || base::equal_no_case(text, "true"); }

// Which slug a name belongs to, as the senders tell it; a name that two members share tells none.
class Names {
 public:
  void learn(std::string_view name, const std::string& slug) {
    if (name.empty() || name == hidden_member) return;
    auto [at, is_new] = slugs_.try_emplace(std::string(name), slug);
    if (!is_new && at->second != slug) at->second.clear();
  }
  [[nodiscard]] std::optional<std::string> slug_of(const std::string& name) const {
    const auto found = slugs_.find(name);
    if (found == slugs_.end() || found->second.empty()) return std::nullopt;
    return found->second;
  }
  [[nodiscard]] bool knows(const std::string& name) const { return slugs_.contains(name); }

 private:
  std::unordered_map<std::string, std::string> slugs_;
};

// Whose profile is there in nearly every conversation.
class OwnerVotes {
 public:
  void see(std::string_view conversation, const std::string& slug) {
    const std::size_t talk = std::hash<std::string_view>{}(conversation);
    conversations_.insert(talk);
    const std::size_t pair = talk * 31U + std::hash<std::string>{}(slug);
    if (pairs_.insert(pair).second) ++counts_[slug];
  }
  [[nodiscard]] std::optional<std::string> owner() const {
    if (conversations_.size() < 3) return std::nullopt;
    const std::string* best = nullptr;
    for (const auto& [slug, count] : counts_) {
      if (count * 10 < conversations_.size() * 9) continue;
      if (best != nullptr) return std::nullopt;
      best = &slug;
    }
    return best == nullptr ? std::nullopt : std::optional(*best);
  }

 private:
  std::unordered_set<std::size_t> conversations_;
  std::unordered_set<std::size_t> pairs_;
  std::unordered_map<std::string, std::size_t> counts_;
};

// A message of an export that names its recipients only.
struct Held {
  ledger::Record record;
  std::string to;
  std::string conversation;
};

class Messages {
 public:
  explicit Messages(const LinkedInTable& in) : in_(in), columns_(columns_of(in.table)) {}

  void row(const CsvRow& row);
  void finish();

 private:
  [[nodiscard]] std::string_view reason_to_leave_out(const CsvRow& row) const;
  [[nodiscard]] std::vector<ledger::Party> recipients(const CsvRow& row);
  void name_recipients(ledger::Evidence& evidence, std::string_view to) const;
  void vote(std::string_view conversation, const std::vector<ledger::Party>& parties);
  void release();

  const LinkedInTable& in_;
  Columns columns_;
  Names names_;
  OwnerVotes votes_;
  std::deque<Held> held_;
};

std::string_view Messages::reason_to_leave_out(const CsvRow& row) const {
  if (is_yes(cell(row, columns_.draft)) || is_yes(cell(row, columns_.conversation_draft))) {
    return "drafts";
  }
  if (base::equal_no_case(cell(row, columns_.folder), "SPAM")) return "spam";
  const std::string_view content = cell(row, columns_.content);
  const bool no_sender = cell(row, columns_.sender).empty();
  if (no_sender && (base::contains(content.substr(0, 200), "spinmail-quill-editor") || base::contains(content, "%FIRSTNAME%"))) {
    return "advertisements";
  }
  const std::string_view from = cell(row, columns_.from);
  if (no_sender && (from.empty() || from == hidden_member)) return "hidden members";
  if (cell(row, columns_.recipients).empty() && cell(row, columns_.to) == hidden_member) {
    return "hidden members";
  }
  return {};
}

// Recipients by their URLs. Names only where there is one, or as many names as URLs: names hold
// ", " themselves ("Jane Doe, Ph.D.").
std::vector<ledger::Party> Messages::recipients(const CsvRow& row) {
  std::vector<ledger::Party> parties;
  std::string_view urls = cell(row, columns_.recipients);
  while (!urls.empty()) {
    const std::size_t end = urls.find_first_of(",; ");
    if (const auto profile = base::LinkedIn::parse(urls.substr(0, end))) {
      parties.push_back({ledger::handle(*profile), ledger::Role::to, {}});
    }
    if (end == std::string_view::npos) break;
    urls.remove_prefix(end + 1);
  }
  const std::string_view to = cell(row, columns_.to);
  if (parties.size() == 1) {
    parties.front().name = to;
  } else if (parties.size() > 1) {
    std::vector<std::string> names;
    for (const std::string_view part : base::split(to, ',')) names.emplace_back(base::trim(part));
    if (names.size() == parties.size()) {
      for (std::size_t i = 0; i < names.size(); ++i) parties[i].name = names[i];
    }
  }
  for (const ledger::Party& party : parties) names_.learn(party.name, party.who.value);
  return parties;
}

void Messages::row(const CsvRow& row) {
  const auto at = linkedin_time(cell(row, columns_.date));
  const bool short_row = row.cells.size() + 2 < in_.table.keys().size();
  if (short_row || !at) {
    in_.sink.problem("messages", line_of(row),
                     short_row ? base::say("sources.fewer-cells-header") : base::say("sources.date-cannot-read"));
    return;
  }
  const std::string_view conversation = cell(row, columns_.conversation);
  const std::string_view from = cell(row, columns_.from);
  const auto sender = base::LinkedIn::parse(cell(row, columns_.sender));
  const ledger::Handle who = sender ? ledger::handle(*sender) : ledger::name_handle("linkedin", from);
  if (sender) names_.learn(from, sender->slug());
  std::vector<ledger::Party> parties = recipients(row);
  parties.insert(parties.begin(), {who, ledger::Role::from, std::string(from)});
  // Advertisements, too, are addressed to the owner.
  vote(conversation, parties);
  const std::string_view reason = reason_to_leave_out(row);
  if (!reason.empty()) {
    in_.sink.leave_out("messages", reason);
    return;
  }

  ledger::Evidence evidence;
  evidence.kind = ledger::Kind::wrote;
  evidence.channel = ledger::Channel::linkedin;
  if (at->day_only) evidence.flags = ledger::day_only;
  evidence.at = at->at;
  evidence.reference = fmt::format("linkedin/message/{}/{}/{}/{:016x}", conversation, base::iso(at->at), who.value,
                                   base::hash64(cell(row, columns_.content)));
  if (!conversation.empty()) evidence.thread = "linkedin/" + std::string(conversation);
  const std::string_view subject = cell(row, columns_.subject);
  evidence.title = base::clip(subject.empty() ? cell(row, columns_.conversation_title) : subject, title_size_max);
  for (ledger::Party& party : parties) {
    const bool again = !evidence.parties.empty() && party.who == who;
    if (!again) evidence.parties.push_back(std::move(party));
  }
  ledger::Record record;
  record.evidence.push_back(std::move(evidence));
  if (record.evidence.front().parties.size() > 1) {
    in_.sink.add("messages", std::move(record));
    return;
  }
  // Recipients by name alone: senders further down may tell whose names they are.
  held_.push_back({std::move(record), std::string(cell(row, columns_.to)), std::string(conversation)});
  if (held_.size() >= held_max) release();
}

// Takes `to` apart where every part is a name that is known, or that stands alone; otherwise it
// only counts how many they may be.
void Messages::name_recipients(ledger::Evidence& evidence, std::string_view to) const {
  const auto add = [&](const std::string& name) {
    const auto slug = names_.slug_of(name);
    ledger::Handle who = slug ? ledger::Handle{ledger::HandleKind::linkedin, *slug} : ledger::name_handle("linkedin", name);
    if (who != evidence.parties.front().who) {
      evidence.parties.push_back({std::move(who), ledger::Role::to, name});
    }
  };
  if (to.empty()) {
    // Only the owner's own copy of a message can lack its recipient.
    evidence.parties.push_back({ledger::me(), ledger::Role::to, {}});
    return;
  }
  if (names_.knows(std::string(to)) || !base::contains(to, ", ")) {
    add(std::string(to));
    return;
  }
  std::vector<std::string> parts;
  for (const std::string_view part : base::split(to, ',')) parts.emplace_back(base::trim(part));
  std::size_t people = 1;
  for (std::size_t i = 0; i < parts.size();) {
    // The longest run of parts that is a known name: "Jane Doe, Ph.D." before "Jane Doe".
    std::string best;
    std::size_t taken = 1;
    std::string run = parts[i];
    for (std::size_t k = i; k < parts.size() && k < i + 4; ++k) {
      if (k > i) run += ", " + parts[k];
      if (names_.knows(run)) {
        best = run;
        taken = k - i + 1;
      }
    }
    if (!best.empty()) add(best);
    ++people;
    i += taken;
  }
  if (people > evidence.parties.size()) evidence.group = static_cast<std::uint32_t>(people);
}

void Messages::vote(std::string_view conversation, const std::vector<ledger::Party>& parties) {
  if (conversation.empty()) return;
  for (const ledger::Party& party : parties) {
    if (party.who.kind == ledger::HandleKind::linkedin) votes_.see(conversation, party.who.value);
  }
}

void Messages::release() {
  for (Held& held : held_) {
    ledger::Evidence& evidence = held.record.evidence.front();
    name_recipients(evidence, held.to);
    vote(held.conversation, evidence.parties);
    in_.sink.add("messages", std::move(held.record));
  }
  held_.clear();
}

void Messages::finish() {
  release();
  in_.sink.claim({ledger::me(), ledger::Field::covers, "talk", {}});
  if (const auto owner = votes_.owner()) {
    in_.sink.claim(owner_claim({ledger::HandleKind::linkedin, *owner}));
  }
}

bool is_coach(std::string_view file) {
  for (const std::string_view word : {"guidemessages", "coachmessages", "roleplaymessages"}) {
    if (base::contains(file, word)) return true;
  }
  return false;
}

}  // namespace

base::Result<void> read_messages(const LinkedInTable& in) {
  if (is_coach(in.file)) {
    return each_row({in.reader, in.sink, "messages"}, [&](const CsvRow&) { in.sink.leave_out("messages", "AI coach"); });
  }
  Messages messages(in);
  auto done = each_row({in.reader, in.sink, "messages"}, [&](const CsvRow& row) { messages.row(row); });
  messages.finish();
  return done;
}

}  // namespace sources
