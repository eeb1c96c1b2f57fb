#include "sources/collect.h"

#include <fmt/format.h>

#include "base/clean.h"
#include "base/text.h"

namespace sources {

void Collect::add(std::string_view what, ledger::Record record) {
  ++read[std::string(what)];
  ledger::clean(record);
  records.push_back(std::move(record));
}

void Collect::set_aside(std::string_view what, std::string_view reason, ledger::Record record) {
  ++left_out[std::string(reason)];
  add(what, std::move(record));
}

void Collect::leave_out(std::string_view what, std::string_view reason) {
  ++read[std::string(what)];
  ++left_out[std::string(reason)];
}

void Collect::problem(std::string_view what, base::Message where, base::Message wrong) {
  ++read[std::string(what)];
  problems.push_back(base::cleaned(base::text(where) + ": " + base::text(wrong)));
}

void Collect::remark(base::Message where, base::Message wrong) {
  remarks.push_back(base::cleaned(base::text(where) + ": " + base::text(wrong)));
}

void Collect::claim(const ledger::Claim& claim) {
  claims.push_back(claim);
  ledger::clean(claims.back());
}

namespace {

std::string line(const ledger::Claim& claim) {
  return fmt::format("  claim {} {} = {}{}\n", base::printable(text(claim.who)), word(claim.field), base::printable(claim.value),
                     claim.at.seconds == 0 ? "" : " at " + base::iso(claim.at));
}

std::string line(const ledger::SaidRuling& ruling) {
  std::string out = fmt::format("  ruling {} {} at {} {}\n", ruling.number.value, word(kind_of(ruling.decision)),
                                base::iso(ruling.at), base::printable(body_of(ruling.decision)));
  for (const ledger::Handle& who : ruling.about) out += fmt::format("    about {}\n", base::printable(text(who)));
  return out;
}

std::string line(const ledger::Evidence& e) {
  std::string out = fmt::format("  {} by {} at {}", word(e.kind), word(e.channel),
                                (e.flags & ledger::day_only) != 0 ? base::iso(base::day_of(e.at)) : base::iso(e.at));
  if ((e.flags & ledger::bulk) != 0) out += " bulk";
  if ((e.flags & ledger::cancelled) != 0) out += " cancelled";
  if ((e.flags & ledger::missed) != 0) out += " missed";
  if ((e.flags & ledger::inferred) != 0) out += " inferred";
  if (e.duration_seconds != 0) out += fmt::format(" for {} s", e.duration_seconds);
  if (e.group != 0) out += fmt::format(" group {}", e.group);
  if (e.confidence < 1) out += fmt::format(" confidence {}", e.confidence);
  if (e.version != 0) out += fmt::format(" version {}", e.version);
  out += '\n';
  if (!e.title.empty()) out += "    title " + base::printable(e.title) + "\n";
  if (!e.place.empty()) out += "    place " + base::printable(e.place) + "\n";
  if (!e.thread.empty()) out += "    thread " + base::printable(e.thread) + "\n";
  for (const ledger::Party& party : e.parties) {
    out += fmt::format("    {} {}{}\n", word(party.role), base::printable(text(party.who)),
                       party.name.empty() ? "" : " (" + base::printable(party.name) + ")");
  }
  return out;
}

}  // namespace

std::string text(const Collect& collected) {
  std::string out;
  for (const auto& [what, count] : collected.read) out += fmt::format("read {} {}\n", count, what);
  for (const auto& [reason, count] : collected.left_out) {
    out += fmt::format("left out {} {}\n", count, reason);
  }
  for (const std::string& problem : collected.problems) {
    out += "problem " + base::printable(problem) + "\n";
  }
  for (const std::string& remark : collected.remarks) {
    out += "remark " + base::printable(remark) + "\n";
  }
  for (const ledger::Claim& claim : collected.claims) out += "file" + line(claim);
  for (const ledger::Record& record : collected.records) {
    out += "record\n";
    for (const ledger::Claim& claim : record.claims) out += line(claim);
    for (const ledger::Evidence& evidence : record.evidence) out += line(evidence);
    for (const ledger::SaidRuling& ruling : record.rulings) out += line(ruling);
  }
  return out;
}

base::Result<void> read(const Sample& sample, Sink& sink) {
  const auto bytes = formats::bytes_of(sample.content);
  Input input{.path = sample.path,
              .head = std::string(sample.content.substr(0, std::size_t{64} << 10U)),
              .bytes = *bytes,
              .today = sample.today};
  return sample.source.read(input, sink);
}

std::string made_of(std::string_view path, std::string_view content) {
  const Source* source = recognise({.path = std::string(path), .head = std::string(content)});
  if (source == nullptr) return "nothing\n";
  Collect collected;
  const auto done =
      read({.source = *source, .path = std::string(path), .content = content, .today = base::day_of(base::Civil{2026, 11, 22})},
           collected);
  return std::string(source->name) + "\n" + text(collected) + (done ? "" : "failed " + base::text(done.error().what) + "\n");
}

}  // namespace sources
