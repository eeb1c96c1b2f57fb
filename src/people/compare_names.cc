#include "people/compare_names.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>

#include "base/email.h"
#include "base/name.h"
#include "base/text.h"
#include "people/alike.h"

namespace people {

namespace {

constexpr std::size_t words_max = 8;
constexpr std::size_t bearers_max = 50;
/// Nobody has so many addresses: it is the name of many, or of nobody ("Unknown").
constexpr std::size_t crowd_least = 20;
constexpr float made_up_bits = 6;  ///< Nobody is given such a name; two seldom think of the same.
constexpr float unseen_name_bits = 100;
constexpr float slip_bits = 2;     ///< Less than an equal word: a few other words are as near.
constexpr float initial_bits = 4;  ///< 16 first letters are about equally frequent.

/// −log2 of a share that is counted in a table. A small table makes every word look frequent: names
/// are counted as if 200 more people were there, of whom one in a thousand bears it (the chance
/// that two people share a given name is about 1/300, a surname 1/2,000).
float smoothed_bits(std::size_t count, std::size_t total) {
  constexpr double others = 200;
  constexpr double share = .001;
  return static_cast<float>(std::log2((static_cast<double>(total) + others) / (static_cast<double>(count) + others * share)));
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

std::string letters_and_digits_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_letter(c) || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

/// A name's words as numbers, and how rare each is among the names.
class NameWords {
 public:
  /// `bearers`: how many bear each of the names.
  NameWords(const std::vector<std::string>& names, const std::vector<std::size_t>& bearers)
      : names_(names.size()), squashed_(names.size()) {
    const std::size_t all = std::accumulate(bearers.begin(), bearers.end(), std::size_t{0});
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::vector<std::size_t> counts;
    for (std::size_t i = 1; i < names.size(); ++i) {
      for (const std::string_view word : base::split_words(names[i])) {
        if (names_[i].size() >= words_max) break;
        squashed_[i] += word;
        const auto [at, fresh] = numbers.try_emplace(std::string(word), static_cast<std::uint32_t>(texts_.size()));
        if (fresh) {
          texts_.emplace_back(word);
          counts.push_back(0);
        }
        names_[i].push_back(at->second);
      }
      for (std::size_t k = 0; k < names_[i].size(); ++k) {
        const auto first = names_[i].begin();
        if (std::find(first, first + static_cast<std::ptrdiff_t>(k), names_[i][k]) == first + static_cast<std::ptrdiff_t>(k)) {
          ++counts[names_[i][k]];
        }
      }
    }
    for (const std::size_t count : counts) bits_.push_back(smoothed_bits(count, names.size() - 1));
    for (const std::size_t count : bearers)
      most_bits_.push_back(count < crowd_least ? unseen_name_bits : smoothed_bits(count, all));
    for (const std::string& text : texts_) {
      formal_.emplace_back(base::formal(text));
      word_characters_.push_back(characters(text));
      const auto found = numbers.find(formal_.back());
      formal_bits_.push_back(
          std::min(bits_[formal_.size() - 1], found == numbers.end() ? unseen_name_bits : bits_[found->second]));
    }
    for (const std::string& squashed : squashed_) letters_.push_back(letters_of(squashed));
    for (const auto& name : names_) {
      std::uint64_t set = 0;
      for (const std::uint32_t word : name) set |= characters(texts_[word]) | characters(formal_[word]);
      characters_.push_back(set);
    }
    in_names_.assign(texts_.size(), false);
    for (const auto& name : names_) {
      for (const std::uint32_t word : name) in_names_[word] = in_names_[word] || name.size() > 1;
    }
  }

  [[nodiscard]] const std::vector<std::uint32_t>& words(std::uint32_t name) const { return names_[name]; }
  [[nodiscard]] const std::string& squashed(std::uint32_t name) const { return squashed_[name]; }
  /// That without digits: "adalovelace" of "AdaLovelace99".
  [[nodiscard]] const std::string& letters(std::uint32_t name) const { return letters_[name]; }
  /// A word with digits that stands alone wherever it is a name: somebody made it up for
  /// themselves.
  [[nodiscard]] bool made_up(std::uint32_t word) const {
    return !in_names_[word] && texts_[word].size() >= 5 && texts_[word].find_first_of("0123456789") != std::string::npos;
  }
  /// How many of its words have letters.
  [[nodiscard]] std::size_t lettered(std::uint32_t name) const {
    return static_cast<std::size_t>(std::count_if(names_[name].begin(), names_[name].end(),
                                                  [&](std::uint32_t word) { return !letters_of(texts_[word]).empty(); }));
  }
  /// Two that differ in digits alone are one, if one of the two has none and the other is one word:
  /// "adalovelace99".
  [[nodiscard]] bool same_letters(std::uint32_t x, std::uint32_t y) const {
    const auto plain = [&](std::uint32_t name) { return letters_[name] == squashed_[name]; };
    return letters_[x].size() >= 6 && letters_[x] == letters_[y] &&
           ((plain(x) && (plain(y) || names_[y].size() == 1)) || (plain(y) && names_[x].size() == 1));
  }
  /// Of all its words and what they are short for.
  [[nodiscard]] std::uint64_t characters_of(std::uint32_t name) const { return characters_[name]; }
  [[nodiscard]] Spelled spelled(std::uint32_t word) const { return {texts_[word], word_characters_[word]}; }
  [[nodiscard]] const std::string& text(std::uint32_t word) const { return texts_[word]; }
  [[nodiscard]] const std::string& formal(std::uint32_t word) const { return formal_[word]; }
  [[nodiscard]] float bits(std::uint32_t word) const { return bits_[word]; }
  /// A short form says no more than the name that it stands for.
  [[nodiscard]] float formal_bits(std::uint32_t word) const { return formal_bits_[word]; }
  [[nodiscard]] float most_bits(std::uint32_t name) const { return most_bits_[name]; }
  [[nodiscard]] float bits_of_all(std::uint32_t name) const {
    float sum = 0;
    for (const std::uint32_t word : names_[name]) sum += bits_[word] + (made_up(word) ? made_up_bits : 0);
    return std::min(sum, most_bits_[name]);
  }

 private:
  std::vector<std::vector<std::uint32_t>> names_;
  std::vector<std::string> squashed_;
  std::vector<std::string> letters_;
  std::vector<bool> in_names_;
  std::vector<std::uint64_t> characters_, word_characters_;
  std::vector<std::string> texts_;
  std::vector<std::string> formal_;
  std::vector<float> bits_, formal_bits_;
  std::vector<float> most_bits_;  ///< Of a name that a crowd bears, its own share.
};

std::string_view domain_of(std::string_view address) {
  const std::size_t at = address.rfind('@');
  return at == std::string_view::npos ? std::string_view{} : address.substr(at + 1);
}

/// How much of a name the letters of an address spell.
struct Spelling {
  NameLevel level = no_word;
  float bits = 0;
  bool brief = false;  ///< With an initial.
};

class Speller {
 public:
  explicit Speller(const NameWords& words) : words_(words) {}

  /// `local`: the chosen part of an address, letters and digits; `letters`: without the digits.
  [[nodiscard]] Spelling spell(const std::string& local, const std::string& letters, std::uint32_t name) const {
    const auto& all = words_.words(name);
    if (local.size() < 3 || all.empty()) return {};
    const bool alone = all.size() == 1;
    const bool plain = letters == local || words_.letters(name) == words_.squashed(name);
    if (local == words_.squashed(name) || (plain && letters.size() >= 6 && letters == words_.letters(name))) {
      const bool whole_name = !alone || (words_.made_up(all[0]) && local == words_.squashed(name));
      return {whole_name ? spelled : spelled_word, words_.bits_of_all(name)};
    }
    // One initial may be of a name that is not told.
    if (alone || letters.size() < 3 || std::popcount(characters(letters) & ~words_.characters_of(name)) > 1) return {};
    const std::uint32_t last = all.back();
    for (const std::uint32_t first : all) {
      if (first == last) continue;
      for (const std::string* given : {&words_.text(first), &words_.formal(first)}) {
        if (const Spelling found = spell(letters, *given, words_.formal_bits(first), last); found.level != no_word) return found;
      }
    }
    for (const std::uint32_t word : all) {
      if (letters == words_.text(word)) return {spelled_word, words_.bits(word)};
    }
    return {};
  }

 private:
  /// "adalovelace", "lovelaceada", "alovelace", "lovelacea", "adlovelace", "adal", with room for
  /// one initial between two whole names.
  [[nodiscard]] Spelling spell(std::string_view letters, std::string_view given, float given_bits, std::uint32_t last) const {
    const std::string_view family = words_.text(last);
    const float both = given_bits + words_.bits(last);
    const auto made_of = [&](std::string_view front, std::string_view back, std::size_t between) {
      return letters.size() >= front.size() + back.size() && letters.size() <= front.size() + back.size() + between &&
             letters.starts_with(front) && letters.ends_with(back);
    };
    const std::size_t room = given.size() >= 3 && family.size() >= 3 ? 1 : 0;
    if (made_of(given, family, room) || made_of(family, given, room)) return {spelled, both};
    for (std::size_t size = 1; size <= 3 && size < given.size() && family.size() >= 3; ++size) {
      const std::string_view start = given.substr(0, size);
      if (made_of(start, family, 0) || made_of(family, start, 0)) {
        return {spelled, words_.bits(last) + std::min(initial_bits * static_cast<float>(size), given_bits), true};
      }
    }
    if (given.size() >= 3 && (made_of(given, family.substr(0, 1), 0) || made_of(family.substr(0, 1), given, 0))) {
      return {spelled, given_bits + initial_bits, true};
    }
    return {};
  }

  const NameWords& words_;
};

class OfName : public Comparison {
 public:
  OfName(const LinkColumn& names, const LinkColumn* emails)
      : names_(names), emails_(emails), words_(names.values(), bearers_of(names, emails)), speller_(words_) {
    if (emails == nullptr) return;
    for (const std::string& address : emails->values()) {
      locals_.push_back(letters_and_digits_of(chosen_part(address)));
      letters_.push_back(letters_of(locals_.back()));
      other_letters_.push_back(base::one_spelling(letters_.back()));
    }
  }

  [[nodiscard]] Outcome compare(std::size_t a, std::size_t b) const override {
    const std::uint32_t x = names_.at(a);
    const std::uint32_t y = names_.at(b);
    Outcome straight = x != 0 && y != 0 ? alike(x, y) : Outcome{};
    if (emails_ == nullptr || (straight.level != 0 && straight.level < spelled)) return straight;
    // One mailbox name in both addresses: that it spells a name says nothing more.
    if (emails_->at(a) != 0 && emails_->at(b) != 0 && locals_[emails_->at(a)] == locals_[emails_->at(b)]) return straight;
    if (straight.level == 0) return instead_of(x, y, a, b);
    for (const auto& [name, row] : {std::pair(x, b), std::pair(y, a)}) {
      const std::uint32_t address = emails_->at(row);
      if (name == 0 || address == 0) continue;
      const Spelling found = spell(address, name);
      if (found.level == no_word) continue;
      if (found.level < straight.level) straight = {found.level, found.bits, false, found.brief};
    }
    return straight;
  }
  [[nodiscard]] std::size_t levels() const override { return emails_ == nullptr ? no_word : not_spelled; }
  [[nodiscard]] std::size_t instead() const override { return spelled_alone; }
  [[nodiscard]] std::string title() const override { return names_.title(); }

 private:
  /// By name, how many bear it: whoever writes from several places under one mailbox name counts
  /// once; a row without an address is somebody.
  static std::vector<std::size_t> bearers_of(const LinkColumn& names, const LinkColumn* emails) {
    std::vector<std::size_t> count(names.values().size());
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::vector<std::uint32_t> plain;
    if (emails != nullptr) {
      for (const std::string& address : emails->values())
        plain.push_back(
            numbers.try_emplace(letters_and_digits_of(chosen_part(address)), static_cast<std::uint32_t>(numbers.size()))
                .first->second);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::size_t row = 0; row < names.rows().size(); ++row) {
      const std::uint32_t name = names.at(row);
      if (name == 0) continue;
      if (emails == nullptr || emails->at(row) == 0) {
        ++count[name];
      } else {
        pairs.push_back({name, plain[emails->at(row)]});
      }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    for (const auto& [name, local] : pairs) ++count[name];
    return count;
  }

  /// As the address is written, or with "ae" for "a".
  [[nodiscard]] Spelling spell(std::uint32_t address, std::uint32_t name) const {
    const Spelling found = speller_.spell(locals_[address], letters_[address], name);
    const std::string& other = other_letters_[address];
    if (found.level != no_word || other == letters_[address]) return found;
    return speller_.spell(other, other, name);
  }

  /// One of the two shows no name: its address may spell the other's.
  [[nodiscard]] Outcome instead_of(std::uint32_t x, std::uint32_t y, std::size_t a, std::size_t b) const {
    const std::uint32_t name = x != 0 ? x : y;
    const std::uint32_t address = emails_->at(x != 0 ? b : a);
    if (name == 0 || address == 0) return {};
    const Spelling found = spell(address, name);
    switch (found.level) {
      case spelled:
        return {spelled_alone, found.bits, false, found.brief};
      case spelled_word:
        return {spelled_word_alone, found.bits};
      default:
        return {not_spelled, -1};
    }
  }

  [[nodiscard]] Outcome alike(std::uint32_t x, std::uint32_t y) const {
    const auto& a = words_.words(x);
    const auto& b = words_.words(y);
    const bool equal = x == y || words_.squashed(x) == words_.squashed(y);
    if (equal || words_.same_letters(x, y)) {
      // One word with a number behind it is no more than the word.
      const bool made_up = equal && a.size() == 1 && words_.made_up(a[0]);
      const bool one_word = !made_up && std::max(words_.lettered(x), words_.lettered(y)) < 2;
      return {one_word ? single : whole, one_word ? rarer_of(x, y) : std::max(words_.bits_of_all(x), words_.bits_of_all(y))};
    }
    std::array<bool, words_max> used{};
    std::array<bool, words_max> done{};
    std::size_t exact = 0;
    std::size_t near = 0;
    std::size_t first = 0;
    std::size_t initials = 0;
    float bits = 0;
    const auto match = [&](auto&& fits, std::size_t& count, auto&& worth) {
      for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t k = 0; k < b.size() && !done[i]; ++k) {
          if (used[k] || !fits(a[i], b[k])) continue;
          used[k] = done[i] = true;
          ++count;
          bits += worth(a[i], b[k]);
        }
      }
    };
    const auto rarer = [&](std::uint32_t p, std::uint32_t q) { return std::min(words_.bits(p), words_.bits(q)); };
    match([&](std::uint32_t p, std::uint32_t q) { return p == q; }, exact, rarer);
    if (exact == 0 && std::min(a.size(), b.size()) > 2) return {no_word, -1};
    match([&](std::uint32_t p, std::uint32_t q) { return words_.formal(p) == words_.formal(q); }, first, rarer);
    match([&](std::uint32_t p, std::uint32_t q) { return is_slip(words_.spelled(p), words_.spelled(q)); }, near,
          [&](std::uint32_t p, std::uint32_t q) { return std::max(0.F, rarer(p, q) - slip_bits); });
    match([&](std::uint32_t p, std::uint32_t q) { return is_initial(words_.text(p), words_.text(q)); }, initials,
          [&](std::uint32_t, std::uint32_t) { return initial_bits; });
    const std::size_t all = exact + near + first + initials;
    bits = std::min({bits, words_.most_bits(x), words_.most_bits(y)});
    const bool complete = all == std::min(a.size(), b.size());
    if (all >= 2 && complete) {
      if (exact >= 2) return {whole, bits};
      if (exact >= 1 && near == 0) return {initial, bits, false, initials > 0};
      if (exact + near >= 1) return {slip, bits};
    }
    if (complete && all == 1 && exact == 1) return {single, bits};
    return {exact + near >= 1 ? one_of : no_word, -1};
  }

  /// Of two one-word names, without what made-up ones count more.
  [[nodiscard]] float rarer_of(std::uint32_t x, std::uint32_t y) const {
    float most = 0;
    for (const std::uint32_t name : {x, y}) {
      for (const std::uint32_t word : words_.words(name)) {
        if (words_.text(word) == words_.letters(name)) most = std::max(most, words_.bits(word));
      }
    }
    return most;
  }

  /// Digits are no slip: somebody counted.
  static bool is_slip(const Spelled& p, const Spelled& q) {
    return std::min(p.text.size(), q.text.size()) >= 4 && !ends_in_digit(p.text) && !ends_in_digit(q.text) &&
           (one_edit(p, q) || as_alike(p, q, .93));
  }
  static bool ends_in_digit(std::string_view text) { return text.back() >= '0' && text.back() <= '9'; }
  static bool is_initial(const std::string& p, const std::string& q) {
    return (p.size() == 1 || q.size() == 1) && p.front() == q.front();
  }

  const LinkColumn& names_;
  const LinkColumn* emails_;
  NameWords words_;
  Speller speller_;
  std::vector<std::string> locals_, letters_, other_letters_;  ///< Of each address.
};

enum EmailLevel : std::uint8_t { same_address = 1, same_local, near_local, same_domain, other };

class OfEmail : public Comparison {
 public:
  OfEmail(const LinkColumn& emails, const LinkColumn* names, bool by_domain) : emails_(emails), by_domain_(by_domain) {
    const auto& addresses = emails.values();
    std::unordered_map<std::string_view, std::uint32_t> locals, domains;
    std::unordered_map<std::string, std::uint32_t> plains;
    const auto number = [](auto& numbers, auto&& key) {
      return numbers.try_emplace(key, static_cast<std::uint32_t>(numbers.size())).first->second;
    };
    for (const std::string& address : addresses) {
      const std::string_view local = chosen_part(address);
      text_.push_back({local, characters(local)});
      local_.push_back(number(locals, local));
      plain_text_.push_back(letters_of(local));
      plain_.push_back(number(plains, plain_text_.back()));
      domain_.push_back(number(domains, domain_of(address)));
    }
    // Each with whoever bears it; a domain with its mailboxes.
    Pairs on_address, on_local, on_plain, on_domain;
    std::size_t rows = 0;
    for (std::size_t row = 0; row < emails.rows().size(); ++row) {
      const std::uint32_t address = emails.at(row);
      if (address == 0) continue;
      ++rows;
      const std::uint32_t who = names == nullptr ? 0 : names->at(row);
      on_address.push_back({address, who});
      on_local.push_back({local_[address], who});
      on_plain.push_back({plain_[address], who});
      on_domain.push_back({domain_[address], local_[address]});
    }
    const auto address_counts = counts_of(on_address, addresses.size());
    const auto local_counts = counts_of(on_local, locals.size());
    const auto plain_counts = counts_of(on_plain, plains.size());
    const auto domain_counts = counts_of(on_domain, domains.size());
    std::vector<std::size_t> addresses_of_local(locals.size()), addresses_of_plain(plains.size());
    for (std::size_t i = 1; i < addresses.size(); ++i) {
      ++addresses_of_local[local_[i]];
      ++addresses_of_plain[plain_[i]];
    }
    // Whatever a crowd has ("info", "user17") says as little as its share.
    const auto crowded = [&](float bits, std::size_t count) {
      return count < crowd_least ? bits : std::min(bits, smoothed_bits(count, addresses.size()));
    };
    auto bearer = on_address.begin();
    for (std::uint32_t i = 0; i < addresses.size(); ++i) {
      std::vector<std::uint32_t> bearers;
      for (; bearer != on_address.end() && bearer->first == i; ++bearer) bearers.push_back(bearer->second);
      // "root@laptop.(none)" is no address, whoever has it.
      shared_.push_back(!base::Email::parse(addresses[i]) ||
                        (bearers.size() > 1 && is_shared(text_[i].text, bearers, names->values())));
      address_bits_.push_back(smoothed_bits(address_counts[i], rows));
      local_bits_.push_back(crowded(smoothed_bits(local_counts[local_[i]], rows), addresses_of_local[local_[i]]));
      plain_bits_.push_back(crowded(smoothed_bits(plain_counts[plain_[i]], rows), addresses_of_plain[plain_[i]]));
      // A provider's domain is as frequent as it is.
      domain_bits_.push_back(static_cast<float>(std::log2(
          static_cast<double>(addresses.size()) / static_cast<double>(std::max<std::size_t>(1, domain_counts[domain_[i]])))));
    }
  }

  [[nodiscard]] Outcome compare(std::size_t a, std::size_t b) const override {
    const std::uint32_t x = emails_.at(a);
    const std::uint32_t y = emails_.at(b);
    if (x == 0 || y == 0) return {};
    if (x == y) return {same_address, address_bits_[x], !shared_[x]};
    if (local_[x] == local_[y]) return {same_local, local_bits_[x]};
    constexpr std::size_t telling = 6;  // Shorter ones are given names and initials.
    if (plain_[x] == plain_[y] && plain_text_[x].size() >= telling) return {near_local, plain_bits_[x]};
    if (std::min(text_[x].text.size(), text_[y].text.size()) > telling && one_edit(text_[x], text_[y])) return {near_local, -1};
    if (by_domain_ && domain_[x] == domain_[y]) return {same_domain, domain_bits_[x]};
    return {other, -1};
  }
  [[nodiscard]] std::size_t levels() const override { return other; }
  [[nodiscard]] std::string title() const override { return emails_.title(); }

 private:
  using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

  /// Sorts `pairs`, each once, and counts those of each first.
  static std::vector<std::size_t> counts_of(Pairs& pairs, std::size_t size) {
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    std::vector<std::size_t> counts(size);
    for (const auto& [first, second] : pairs) ++counts[first];
    return counts;
  }

  /// An address under two names of several words that have none in common is perhaps nobody's own,
  /// unless it is made of one of the two.
  static bool is_shared(std::string_view local, const std::vector<std::uint32_t>& bearers,
                        const std::vector<std::string>& names) {
    std::vector<std::vector<std::string_view>> full;
    for (const std::uint32_t bearer : bearers) {
      const std::string& name = names[bearer];
      if (name.find_first_of("0123456789") != std::string::npos) continue;
      if (auto words = base::split_words(name); words.size() > 1) full.push_back(std::move(words));
      if (full.size() == bearers_max) break;
    }
    const auto holds = [](const std::vector<std::string_view>& words, auto&& fits) {
      return std::any_of(words.begin(), words.end(), fits);
    };
    for (const auto& words : full) {
      if (holds(words, [&](std::string_view word) { return word.size() >= 4 && base::contains(local, word); })) return false;
    }
    for (std::size_t i = 0; i < full.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        const bool common = holds(
            full[i], [&](std::string_view word) { return std::find(full[k].begin(), full[k].end(), word) != full[k].end(); });
        if (!common) return true;
      }
    }
    return false;
  }

  const LinkColumn& emails_;
  bool by_domain_;
  std::vector<std::uint32_t> local_, plain_, domain_;  ///< Of each address, as numbers.
  std::vector<Spelled> text_;                          ///< Its chosen part…
  std::vector<std::string> plain_text_;                ///< …and the letters of that.
  std::vector<bool> shared_;
  std::vector<float> address_bits_, local_bits_, plain_bits_, domain_bits_;
};

}  // namespace

std::string_view chosen_part(std::string_view address) {
  const std::string_view local = address.substr(0, address.rfind('@'));
  const std::size_t plus = local.find('+');
  if (plus == std::string_view::npos || plus == 0) return local;
  // A service's own number stands before the plus, a person's own mark behind it.
  const bool numbered = local.find_first_not_of("0123456789") == plus && plus + 1 < local.size();
  return numbered ? local.substr(plus + 1) : local.substr(0, plus);
}

std::unique_ptr<Comparison> compare_names(const LinkColumn& names, const LinkColumn* emails) {
  return std::make_unique<OfName>(names, emails);
}

std::unique_ptr<Comparison> compare_emails(const LinkColumn& emails, const LinkColumn* names, bool domains) {
  return std::make_unique<OfEmail>(emails, names, domains);
}

}  // namespace people
