// Whatever somebody wrote into a title, place, name or note, in any kind of file, enters a ledger
// clean. Each text that a sample gives is made hostile where it stands in the file.

#include <gtest/gtest.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "base/clean.h"
#include "base/text.h"
#include "sources/collect.h"

namespace sources {
namespace {

namespace fs = std::filesystem;

/// What a text of a record is, and the text.
using Texts = std::multimap<std::string, std::string>;

Texts texts_of(const Collect& collected) {
  Texts all;
  const auto claims = [&](const std::vector<ledger::Claim>& from) {
    for (const ledger::Claim& claim : from) {
      if (claim.field != ledger::Field::same) all.emplace(word(claim.field), claim.value);
    }
  };
  claims(collected.claims);
  for (const ledger::Record& record : collected.records) {
    claims(record.claims);
    for (const ledger::Evidence& e : record.evidence) {
      all.emplace("title of evidence", e.title);
      all.emplace("place of evidence", e.place);
      for (const ledger::Party& party : e.parties) all.emplace("name of a party", party.name);
    }
    for (const ledger::SaidRuling& ruling : record.rulings) {
      for (const auto& [name, value] : nlohmann::json::parse(body_of(ruling.decision)).items()) {
        if (value.is_string()) all.emplace(std::string(word(kind_of(ruling.decision))) + " " + name, value);
      }
    }
  }
  for (const std::string& problem : collected.problems) all.emplace("problem", problem);
  for (const std::string& remark : collected.remarks) all.emplace("remark", remark);
  std::erase_if(all, [](const auto& one) { return one.second.empty(); });
  return all;
}

/// By the list, and not by what `clean` asks: a second opinion.
bool is_forbidden(UChar32 c) {
  const auto within = [&](UChar32 first, UChar32 last) { return c >= first && c <= last; };
  return c < 0 || within(0, 9) || within(0xb, 0x1f) || within(0x7f, 0x9f) || c == 0xad || c == 0x61c || within(0x200b, 0x200f) ||
         within(0x2028, 0x202e) || within(0x2060, 0x206f) || c == 0xfeff || within(0xe0000, 0xe007f);
}
std::string forbidden_in(std::string_view text) {
  std::string found;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, text.size(), c);
    if (is_forbidden(c)) found += (found.empty() ? "" : ", ") + std::to_string(c);
  }
  return found;
}

const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> all = {
      "\u202e\u2066\u2069\u200e\u200f\u061c\u200b\u2060\u2064\ufeff\u00ad\u200d\u200c\U000e0041\U000e007f",
      "\u009b31m\u0085\u0090x\u009c\u2028\u2029", "\x1b[31m\x1b]0;t\x07\x08\x7f", "\xff\xc3"};
  return all;
}

Collect collect(const Source& source, const std::string& path, std::string_view content) {
  Collect collected;
  static_cast<void>(
      read({.source = source, .path = path, .content = content, .today = base::day_of(base::Civil{2026, 11, 22})}, collected));
  return collected;
}

/// `content` with `hostile` in the midst of `word`, wherever that stands; "" when it stands nowhere.
std::string made_hostile(std::string_view content, std::string_view word, std::string hostile, bool json) {
  if (json && !base::is_utf8(hostile)) return {};
  if (json) {
    hostile = nlohmann::json(hostile).dump(-1, ' ', true);
    hostile = hostile.substr(1, hostile.size() - 2);
  }
  std::string out;
  const std::size_t middle = base::clip(word, word.size() / 2).size();
  for (;;) {
    const std::size_t at = content.find(word);
    if (at == std::string_view::npos) break;
    out.append(content.substr(0, at)).append(word.substr(0, middle)).append(hostile).append(word.substr(middle));
    content.remove_prefix(at + word.size());
  }
  return out.empty() ? out : out.append(content);
}

/// What wellmet says itself, or takes in no form but its own.
bool in_own_words(const std::string& what) {
  static const std::set<std::string> all = {"birthday", "covers",  "country", "organisation",
                                            "owner",    "problem", "region",  "remark"};
  return all.contains(what);
}

/// Every word of it that is long enough to be found, with every hostile text.
std::vector<std::pair<std::string_view, std::string>> pairs_of(std::string_view text) {
  std::vector<std::pair<std::string_view, std::string>> all;
  for (const std::string_view word : base::split_words(text)) {
    for (const std::string& hostile : hostile_texts()) {
      if (word.size() > 2) all.emplace_back(word, hostile);
    }
  }
  return all;
}

class Walk {
 public:
  explicit Walk(const Source& source) : source_(source) {}

  void sample(const std::string& path, const std::string& content) {
    const bool json = source_.name == "wellmet" || content.starts_with("{");
    std::set<std::string> tried;
    const Texts clean = texts_of(collect(source_, path, content));
    for (const auto& [what, text] : clean) {
      if (!in_own_words(what)) seen_.insert(what);
      for (const auto& [word, hostile] : pairs_of(text)) {
        const std::string changed = made_hostile(content, word, hostile, json);
        if (changed.empty() || !tried.insert(changed).second) continue;
        for (const auto& [field, found] : texts_of(collect(source_, path, changed))) {
          EXPECT_EQ(forbidden_in(found), "") << path << ", " << field << ": " << base::printable(found);
          // It came there when a text is there that was not before.
          const auto [first, last] = clean.equal_range(field);
          if (std::none_of(first, last, [&](const auto& one) { return one.second == found; })) reached_.insert(field);
        }
      }
    }
  }
  [[nodiscard]] std::set<std::string> missed() const {
    std::set<std::string> out;
    std::set_difference(seen_.begin(), seen_.end(), reached_.begin(), reached_.end(), std::inserter(out, out.end()));
    return out;
  }

 private:
  const Source& source_;
  std::set<std::string> seen_, reached_;
};

TEST(Hostile, NoFieldOfAnySourceHoldsWhatSteersOrHides) {
  for (const Source* source : all_source_table()) {
    SCOPED_TRACE(source->name);
    const fs::path folder = fs::path(WELLMET_SOURCE_DIR) / "src/sources/testdata" / std::string(source->name);
    Walk walk(*source);
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      if (!entry.is_regular_file() || entry.path().extension() == ".expected") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      std::ostringstream content;
      content << in.rdbuf();
      walk.sample(fs::relative(entry.path(), folder).string(), content.str());
    }
    EXPECT_EQ(walk.missed(), std::set<std::string>{});
  }
}

}  // namespace
}  // namespace sources
