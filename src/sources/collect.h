#pragma once

/// A Sink in memory, for tests, fuzzing and looking at what a source makes of a file. What it holds
/// is clean, as what enters a ledger is.

#include <map>
#include <string>
#include <vector>

#include "sources/sources.h"

namespace sources {

struct Collect : Sink {
  std::vector<ledger::Record> records;
  std::vector<ledger::Claim> claims;
  std::vector<std::string> problems;            ///< "where: what".
  std::vector<std::string> remarks;             ///< Likewise.
  std::map<std::string, std::size_t> read;      ///< By what.
  std::map<std::string, std::size_t> left_out;  ///< By reason.

  void add(std::string_view what, ledger::Record record) override;
  void set_aside(std::string_view what, std::string_view reason, ledger::Record record) override;
  void leave_out(std::string_view what, std::string_view reason) override;
  void problem(std::string_view what, base::Message where, base::Message wrong) override;
  void remark(base::Message where, base::Message wrong) override;
  void claim(const ledger::Claim& claim) override;
  bool progress(std::size_t) override { return true; }
};

/// Everything in it as lines of text, in the order of reading: what the .expected twins hold.
[[nodiscard]] std::string text(const Collect& collected);

/// Reads `content` as `source` would, under the name `path`, up to `today`.
struct Sample {
  const Source& source;
  std::string path;
  std::string_view content;
  base::Day today{};
};
[[nodiscard]] base::Result<void> read(const Sample& sample, Sink& sink);

/// What wellmet makes of a file: recognised, read up to 2026-11-22, as text. The first line names the
/// source, "nothing" where none knows it.
[[nodiscard]] std::string made_of(std::string_view path, std::string_view content);

}  // namespace sources
