#include "plays/words.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/text.h"

namespace plays {

namespace {

constexpr std::size_t ending_letters_max = 3;

/// Words of four letters and more that say nothing of a trade or a matter. A choice.
constexpr std::array<std::string_view, 152> common_words = {
    "able",    "about",    "above",     "across",     "actually", "after",   "again",   "against",  "almost",    "along",
    "already", "also",     "although",  "always",     "among",    "another", "anybody", "anything", "around",    "away",
    "back",    "became",   "because",   "become",     "been",     "before",  "being",   "below",    "best",      "better",
    "between", "both",     "came",      "cannot",     "come",     "comes",   "could",   "days",     "different", "does",
    "doing",   "done",     "down",      "during",     "each",     "early",   "either",  "else",     "enough",    "even",
    "ever",    "every",    "everybody", "everything", "example",  "find",    "finding", "first",    "from",      "full",
    "gave",    "gets",     "getting",   "give",       "given",    "gives",   "goes",    "going",    "gone",      "good",
    "great",   "hard",     "have",      "having",     "help",     "helped",  "helping", "helps",    "here",      "high",
    "however", "into",     "itself",    "just",       "keep",     "kept",    "kind",    "knew",     "know",      "known",
    "knows",   "last",     "late",      "least",      "less",     "like",    "little",  "long",     "look",      "looked",
    "looking", "looks",    "made",      "make",       "makes",    "making",  "many",    "maybe",    "mean",      "means",
    "might",   "more",     "most",      "much",       "must",     "need",    "needed",  "needs",    "never",     "next",
    "nobody",  "nothing",  "often",     "once",       "only",     "other",   "others",  "over",     "perhaps",   "please",
    "quite",   "rather",   "really",    "right",      "same",     "seem",    "seems",   "several",  "should",    "since",
    "some",    "somebody", "someone",   "something",  "soon",     "still",   "such",    "sure",     "take",      "takes"};
constexpr std::array<std::string_view, 67> more_common_words = {
    "than",  "that",      "their",   "them",  "then",  "there",    "these",    "they",     "thing", "things", "think",   "this",
    "those", "though",    "through", "time",  "times", "today",    "together", "told",     "took",  "toward", "towards", "tried",
    "tries", "under",     "until",   "upon",  "used",  "uses",     "using",    "usually",  "very",  "want",   "wanted",  "wants",
    "ways",  "week",      "weeks",   "well",  "went",  "were",     "what",     "whatever", "when",  "where",  "whether", "which",
    "while", "whole",     "whom",    "whose", "will",  "with",     "within",   "without",  "words", "would",  "wrote",   "year",
    "years", "yesterday", "yet",     "your",  "yours", "yourself", "http"};

constexpr std::array<std::string_view, 46> short_words = {
    "am", "an",  "and", "any", "are", "as",  "at", "be", "but", "by",  "can", "do",  "for", "get", "go", "has",
    "he", "her", "him", "his", "how", "if",  "in", "is", "it",  "its", "me",  "my",  "no",  "not", "of", "on",
    "or", "our", "out", "she", "so",  "the", "to", "up", "us",  "was", "we",  "who", "why", "you"};

bool common(std::string_view word) {
  const auto in = [word](const auto& list) { return std::find(list.begin(), list.end(), word) != list.end(); };
  return in(common_words) || in(more_common_words) || in(short_words);
}

std::vector<std::string> tokens(std::string_view text, std::size_t letters_min) {
  std::string letters = base::fold(text);
  for (char& c : letters) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!kept) c = ' ';
  }
  std::vector<std::string> words;
  for (const std::string_view word : base::split_words(letters)) {
    if (word.size() >= letters_min && !common(word)) words.emplace_back(word);
  }
  return words;
}

}  // namespace

bool alike(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return b.size() - a.size() <= ending_letters_max && b.substr(0, a.size()) == a;
}

std::vector<std::string> telling_words(std::string_view text, std::size_t letters_min) {
  std::vector<std::string> words = tokens(text, letters_min);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::vector<std::string> words_in_common(std::string_view a, std::string_view b) {
  const std::vector<std::string> others = telling_words(b);
  std::vector<std::string> words = telling_words(a);
  std::erase_if(words, [&](const std::string& word) {
    return std::none_of(others.begin(), others.end(), [&](const std::string& other) { return alike(word, other); });
  });
  return words;
}

std::string gist(std::string_view title, std::string_view text, std::size_t bytes_max) {
  constexpr int in_title = 3;
  std::map<std::string, int> counts;
  for (std::string& word : tokens(title, word_letters_min)) counts[std::move(word)] += in_title;
  for (std::string& word : tokens(text, word_letters_min)) ++counts[std::move(word)];
  std::vector<std::pair<std::string, int>> ranked(counts.begin(), counts.end());
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string out;
  for (const auto& [word, count] : ranked) {
    if (out.size() + 1 + word.size() > bytes_max) break;
    out += (out.empty() ? "" : " ") + word;
  }
  return out;
}

}  // namespace plays
