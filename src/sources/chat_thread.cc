#include "sources/chat_thread.h"

#include <fmt/format.h>

#include <utility>

#include "base/clean.h"
#include "base/text.h"

namespace sources {

std::string chat_name(std::string_view raw) {
  constexpr std::size_t bytes_max = 200;
  // Sequences first, which are known by the character that begins them.
  return base::strip_format(base::cleaned(raw, bytes_max));
}

namespace {

constexpr std::size_t entries_max = 200'000;
constexpr std::size_t chat_people_max = 5'000;
/// In company larger than this, writing is no more than crossing paths; as for mail.
constexpr std::size_t others_max = 8;
constexpr std::size_t chat_parties_max = 30;

}  // namespace

std::uint64_t text_hash(std::uint64_t before, std::string_view more) {
  return base::hash64(fmt::format("{:x}\n{}", before, more));
}

ChatThread::ChatThread(std::string scope, std::string name) : scope_(std::move(scope)), name_(base::clip(name, 200)) {}

std::uint32_t ChatThread::person(const ledger::Handle& who, std::string_view name) {
  if (const auto found = numbers_.find(who); found != numbers_.end()) {
    Person& known = people_[found->second];
    if (known.name.empty()) known.name = name;
    return found->second;
  }
  // A file with more authors than any chat allows is no chat; the rest share one number.
  if (people_.size() >= chat_people_max) return static_cast<std::uint32_t>(chat_people_max - 1);
  const auto number = static_cast<std::uint32_t>(people_.size());
  people_.push_back({who, std::string(base::clip(name, 200))});
  numbers_.emplace(who, number);
  return number;
}

void ChatThread::add(const ChatEntry& entry, Sink& sink) {
  entries_.push_back(entry);
  if (entries_.size() >= entries_max) flush(sink);
}

void ChatThread::flush(Sink& sink) {
  for (const ChatEntry& entry : entries_) tell(entry, sink);
  told_ += entries_.size();
  entries_.clear();
}

void ChatThread::tell(const ChatEntry& entry, Sink& sink) const {
  ledger::Record record;
  record.evidence.resize(1);
  ledger::Evidence& evidence = record.evidence.front();
  const bool crowded = people_.size() > others_max + 1;
  evidence.kind = entry.is_call ? ledger::Kind::called : crowded ? ledger::Kind::crossed : ledger::Kind::wrote;
  evidence.channel = entry.is_call ? ledger::Channel::phone : ledger::Channel::chat;
  evidence.at = entry.at;
  evidence.duration_seconds = entry.duration_seconds;
  if (entry.is_missed) evidence.flags |= ledger::missed;
  if (people_.size() > 2) evidence.group = static_cast<std::uint32_t>(people_.size());
  if (!name_.empty()) evidence.thread = scope_ + "/" + name_;
  const Person& author = people_[entry.author];
  evidence.reference = fmt::format("{}/{}/{}/{:016x}", scope_, text(author.who), base::iso(entry.at), entry.text_hash);
  evidence.parties.push_back({author.who, ledger::Role::from, author.name});
  const bool only_owner = crowded && owner_ != 0;
  for (std::uint32_t i = 0; i < people_.size(); ++i) {
    if (i == entry.author || (only_owner && i + 1 != owner_)) continue;
    if (evidence.parties.size() >= chat_parties_max) break;
    evidence.parties.push_back({people_[i].who, ledger::Role::to, people_[i].name});
  }
  sink.add("messages", std::move(record));
}

}  // namespace sources
