#include "standing/names.h"

#include <algorithm>
#include <vector>

#include "base/name.h"
#include "base/text.h"

namespace standing {

namespace {

constexpr std::size_t title_bytes_read = 300;
constexpr std::size_t name_words_max = 5;

/// Folded words of letters, as base::Name keeps them.
std::vector<std::string> words_of(std::string_view title) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : base::fold(title) + " ") {
    if ((c >= 'a' && c <= 'z') || (c == '-' && !word.empty())) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

}  // namespace

void FullNames::read() {
  read_ = true;
  for (std::uint32_t p = 0; p < people_.persons.size(); ++p) {
    const base::Name name = base::parse_name(people_.persons[p].name);
    if (name.words.size() < 2) continue;
    const auto [at, fresh] = by_name_.try_emplace(name.text(), people::PersonId{p});
    if (!fresh) at->second = people::nobody;
  }
}

std::optional<people::PersonId> FullNames::only_one_in(std::string_view title) {
  if (!read_) read();
  const std::vector<std::string> words = words_of(base::clip(title, title_bytes_read));
  std::optional<people::PersonId> found;
  for (std::size_t from = 0; from < words.size(); ++from) {
    std::string name = words[from];
    for (std::size_t to = from + 1; to < words.size() && to < from + name_words_max; ++to) {
      name += ' ' + words[to];
      const auto person = by_name_.find(name);
      if (person == by_name_.end()) continue;
      if (found && *found != person->second) return std::nullopt;
      found = person->second;
    }
  }
  return found && *found != people::nobody ? found : std::nullopt;
}

}  // namespace standing
