#include "plays/noticed.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"

namespace plays {

namespace {

/// A phrase, and the word of it by which an index finds it.
struct Phrase {
  std::string_view text;
  std::string_view word;
};
/// English, German, French, Spanish, Swedish. What follows is what is needed.
constexpr std::array<Phrase, 19> phrases = {{
    {"looking for", "looking"},
    {"searching for", "searching"},
    {"in search of", "search"},
    {"in need of", "need"},
    {"we need", "need"},
    {"i need", "need"},
    {"needs", "needs"},
    {"wanted:", "wanted"},
    {"hiring", "hiring"},
    {"do you know anybody for", "know"},
    {"do you know someone for", "know"},
    {"recommendation for", "recommendation"},
    {"recommend a", "recommend"},
    {"suche nach", "suche"},
    {"suche", "suche"},
    {"sucht", "sucht"},
    {"cherche", "cherche"},
    {"busco", "busco"},
    {"soker", "soker"},
}};
constexpr std::size_t phrase_letters_min = 3, bytes_max = 80;

bool is_letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

std::string noticed_need(std::string_view text) {
  // Compared by letters of ASCII in any case: folding would move places.
  const std::string low = base::lower_ascii(text);
  std::size_t best = std::string::npos, after = 0;
  for (const Phrase& phrase : phrases) {
    const std::size_t at = low.find(phrase.text);
    if (at == std::string::npos || (at > 0 && is_letter(low[at - 1])) || at > best) continue;
    const std::size_t end = at + phrase.text.size();
    if (end < low.size() && is_letter(low[end])) continue;
    if (at < best || end > after) after = end;
    best = at;
  }
  if (best == std::string::npos) return {};
  std::string_view need = base::trim(text.substr(after));
  while (!need.empty() && (need.front() == ':' || need.front() == '-')) need = base::trim(need.substr(1));
  need = need.substr(0, need.find_first_of(".;!?\n\r"));
  need = base::trim(base::clip(need, bytes_max));
  const auto letters = std::count_if(need.begin(), need.end(), is_letter);
  if (letters < static_cast<std::ptrdiff_t>(phrase_letters_min)) return {};
  return std::string(need);
}

std::vector<std::string> need_words() {
  std::vector<std::string> out;
  for (const Phrase& phrase : phrases) out.emplace_back(phrase.word);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace plays
