#include "people/likely.h"

#include <algorithm>
#include <cmath>
#include <future>
#include <memory>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "base/email.h"
#include "people/alike.h"
#include "people/blocks.h"
#include "people/compare_names.h"
#include "people/link_model.h"

namespace people {

namespace {

using ledger::Role;

/// A domain of so many addresses that is no company's is a provider's.
constexpr std::size_t provider_least = 5;
constexpr std::size_t few_rows = 1'000;
/// So many are misspelt where they stand a second time. Own estimate.
constexpr double slips = .03;
/// How closely chance is measured; what is rare is told by how often each name and company comes.
constexpr std::size_t draws = 20'000;
constexpr std::size_t learnt_most = 50'000;
/// Of a frequent name, so many others are looked at.
constexpr std::size_t rivals_most = 20;
/// Nobody has more than so many other cards and addresses on average: what more agree share a name.
constexpr double matches_most = 2;
/// Mailbox names shorter than this are given names and initials.
constexpr std::size_t local_size_least = 6;
/// What the owner says counts as often as so many pairs that only look it.
constexpr std::size_t lesson_worth = 4;
/// Two who write in one conversation under one name: the second address is rarely a stranger's.
constexpr float thread_bits = 4;
// How far the owner's answers move what is likely: by 2 bits as easily as not, and never because of
// those that no model could have told.
constexpr double shift_spread = 2;
constexpr float telling_bits = 8;

bool likelier(const LikelyPair& x, const LikelyPair& y) { return std::tie(y.bits, x.a, x.b) < std::tie(x.bits, y.a, y.b); }

/// As if the model had seen so many pairs that are one person; docs/linkage.md.
std::vector<std::vector<double>> beliefs() {
  return {
      // whole, initial, slip, spelled, single, word of it, one of, none; alone: spelled, word, none
      {0, 70, 6, 3, 4, 1, 1, 1, 1, 14, 2, 4},
      // address, local part, nearly, domain, other
      {0, 1, 12, 4, 1, 32},
      // same, nearly, other
      {0, 30, 2, 18},
      // same, three times nearly, crossed, other
      {0, 16, 6, 4, 4, .1, 20},
      {0, 30, 3, 2, 2, .1, 13},
      // same, four times nearly, other
      {0, 48, 1, .5, .1, .1, .3},
  };
}

/// Two ways to spell one name: its short form, or at one company the same words in another order.
bool same_words(const Face& a, const Face& b, bool any_order) {
  const auto sorted = [](std::vector<std::string> words) {
    std::sort(words.begin(), words.end());
    return words;
  };
  return std::any_of(a.names.begin(), a.names.end(), [&](const base::Name* x) {
    return std::any_of(b.names.begin(), b.names.end(), [&](const base::Name* y) {
      const std::string key = x->key();
      return (!key.empty() && key == y->key()) || (any_order && sorted(x->words) == sorted(y->words));
    });
  });
}

/// "ada.lovelace@", "alovelace@": whether an address is made of the name.
bool bears_its_name(const Face& face) {
  return std::any_of(face.emails.begin(), face.emails.end(), [&](const std::string& address) {
    const std::string letters = base::one_spelling(letters_of(chosen_part(address)));
    return std::any_of(face.names.begin(), face.names.end(), [&](const base::Name* name) {
      return std::any_of(name->words.begin(), name->words.end(), [&](const std::string& word) {
        return word.size() >= 3 && letters.find(letters_of(word)) != std::string::npos;
      });
    });
  });
}

/// ada.lovelace@x and ada.lovelace2@x: whoever came second got the number.
bool numbered(const Face& a, const Face& b) {
  const auto digits = [](std::string_view text) {
    std::string out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c >= '0' && c <= '9'; });
    return out;
  };
  return std::any_of(a.emails.begin(), a.emails.end(), [&](const std::string& x) {
    return std::any_of(b.emails.begin(), b.emails.end(), [&](const std::string& y) {
      const std::string_view one = chosen_part(x);
      const std::string_view other = chosen_part(y);
      return x.substr(x.rfind('@')) == y.substr(y.rfind('@')) && digits(one) != digits(other) &&
             letters_of(one) == letters_of(other);
    });
  });
}

class Finder {
 public:
  Finder(const ledger::Book& book, base::Instant moment, const Faces& faces, const Apart& apart)
      : book_(book),
        moment_(moment),
        faces_(faces),
        apart_(apart),
        blocks_(std::async(policy(), [&] { return Blocks(faces.table, lessons(), 2); })),
        model_(faces.table, draws) {
    for (const Face& face : faces.all) {
      for (const std::string& address : face.emails) ++at_domain_[address.substr(address.rfind('@') + 1)];
    }
  }

  Likely find() {
    look();
    if (pairs_.empty()) return {};
    learn();
    const float shift = shift_of_answers();
    for (LikelyPair& pair : pairs_) pair.bits = model_.weigh(pair.outcomes.data()) + shift;
    std::erase_if(pairs_, [](const LikelyPair& pair) { return pair.bits < ask_bits - thread_bits; });
    for (LikelyPair& pair : pairs_) object(pair);
    read_rows();
    std::erase_if(pairs_, [](const LikelyPair& pair) { return pair.bits < ask_bits; });
    for (LikelyPair& pair : pairs_) std::sort(pair.objections.begin(), pair.objections.end());
    std::sort(pairs_.begin(), pairs_.end(), likelier);
    set_against_rivals();
    std::erase_if(pairs_, [](const LikelyPair& pair) { return pair.bits < ask_bits; });
    std::sort(pairs_.begin(), pairs_.end(), likelier);
    return {std::move(pairs_), std::move(doubtful_)};
  }

 private:
  using Places = std::pair<std::uint32_t, std::uint32_t>;

  /// Few rows are not worth a thread.
  [[nodiscard]] std::launch policy() const { return faces_.table.rows < few_rows ? std::launch::deferred : std::launch::async; }

  /// Rows that only teach.
  [[nodiscard]] std::vector<bool> lessons() const {
    std::vector<bool> out(faces_.table.rows);
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(faces_.face_of.size()), out.end(), true);
    return out;
  }

  void look() {
    for (const auto& [a, b] : candidates()) {
      const Face& one = faces_.all[a];
      const Face& other = faces_.all[b];
      if (contradict(one, other) || apart_(one, other)) continue;
      pairs_.push_back({.a = a, .b = b, .outcomes = compare(one, other)});
    }
  }

  /// Faces of which any rows share a block and whose names may be one person's, once each.
  [[nodiscard]] std::vector<Places> candidates() {
    const Blocks blocks = blocks_.get();
    const auto some = [&](std::uint32_t first) {
      std::vector<Places> found;
      std::vector<std::uint32_t> stamp(faces_.table.rows, 0xffff'ffff);
      for (std::uint32_t row = first; row < faces_.face_of.size(); row += 2) {
        const std::uint32_t b = faces_.face_of[row];
        blocks.each_before(row, stamp, [&](std::uint32_t other) {
          const std::uint32_t a = faces_.face_of[other];
          if (a == b || (!faces_.all[a].profile.empty() && !faces_.all[b].profile.empty())) return;
          if (names_agree(other, row)) found.push_back({a, b});
        });
      }
      return found;
    };
    auto half = std::async(policy(), some, 1U);
    std::vector<Places> all = some(0);
    const std::vector<Places> rest = half.get();
    all.insert(all.end(), rest.begin(), rest.end());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  /// Without a name that could be one, nothing else makes two people one.
  [[nodiscard]] bool names_agree(std::uint32_t a, std::uint32_t b) const {
    const Outcome name = model_.compare(face_name, a, b);
    if (name.level != 0) return name.level <= spelled || name.level == spelled_alone;
    const LinkColumn& email = faces_.table.columns[face_email];
    if (email.at(a) == 0 || email.at(b) == 0) return false;
    const std::string_view local = chosen_part(email.text_at(a));
    return local.size() >= local_size_least && local == chosen_part(email.text_at(b));
  }

  /// What any of one's rows has in common with any of the other's.
  [[nodiscard]] std::array<Outcome, face_columns> compare(const Face& a, const Face& b) const {
    std::array<Outcome, face_columns> best{};
    std::vector<Outcome> found;
    for (std::uint32_t x = a.row; x < a.row + a.rows; ++x) {
      for (std::uint32_t y = b.row; y < b.row + b.rows; ++y) {
        found.clear();
        model_.compare(std::min(x, y), std::max(x, y), found);
        for (std::size_t c = 0; c < face_columns; ++c) {
          const bool closer = best[c].level == 0 || found[c].level < best[c].level ||
                              (found[c].level == best[c].level && found[c].bits > best[c].bits);
          if (found[c].level != 0 && closer) best[c] = found[c];
        }
      }
    }
    // An address that two have is nobody's: rule 1 has had its say.
    best[face_email].certain = false;
    // Whoever is called so has such a mailbox, which says nothing more.
    if (bears_its_name(a) || bears_its_name(b)) best[face_email] = {};
    return best;
  }

  void learn() {
    const auto all = static_cast<double>(faces_.all.size());
    const auto members = static_cast<double>(
        std::count_if(faces_.all.begin(), faces_.all.end(), [](const Face& face) { return !face.profile.empty(); }));
    const std::size_t step = pairs_.size() / learnt_most + 1;
    std::vector<Outcome> outcomes;
    // Of those nearly of one name most are two people, so many that they would teach nonsense.
    for (std::size_t i = 0; i < pairs_.size(); i += step) {
      if (pairs_[i].outcomes[face_name].level == slip) continue;
      outcomes.insert(outcomes.end(), pairs_[i].outcomes.begin(), pairs_[i].outcomes.end());
    }
    for (const auto& [a, b] : faces_.same) {
      auto lesson = compare(faces_.lessons[a], faces_.lessons[b]);
      lesson[face_name].certain = true;
      for (std::size_t i = 0; i < lesson_worth; ++i) outcomes.insert(outcomes.end(), lesson.begin(), lesson.end());
    }
    model_.expect(beliefs());
    model_.hold(face_name, slip, slips);
    const double possible = all * (all - 1) / 2 - members * (members - 1) / 2;
    model_.learn(outcomes, 1 / static_cast<double>(step), possible, std::min(.5, matches_most * all / possible));
  }

  /// Where the owner says yes or no more often than the model would, it was too shy or too bold:
  /// the shift that makes their answers most likely (logistic regression of one constant).
  [[nodiscard]] float shift_of_answers() const {
    std::vector<std::pair<double, bool>> answers;
    const auto add = [&](const Face& a, const Face& b, bool yes) {
      const auto outcomes = compare(a, b);
      const float bits = model_.weigh(outcomes.data());
      if (std::abs(bits) < telling_bits) answers.push_back({bits, yes});
    };
    for (const auto& [a, b] : faces_.same) add(faces_.lessons[a], faces_.lessons[b], true);
    for (const auto& [a, b] : faces_.apart) add(faces_.all[a], faces_.all[b], false);
    if (answers.empty()) return 0;
    // The slope of the log-likelihood falls as the shift grows: its root by halving.
    double low = -telling_bits;
    double high = telling_bits;
    for (int round = 0; round < 40; ++round) {
      const double shift = (low + high) / 2;
      double slope = -shift / (shift_spread * shift_spread);
      for (const auto& [bits, yes] : answers) slope += std::log(2.0) * ((yes ? 1 : 0) - 1 / (1 + std::exp2(-(bits + shift))));
      (slope > 0 ? low : high) = shift;
    }
    return static_cast<float>(low);
  }

  void object(LikelyPair& pair) const {
    const Face& a = faces_.all[pair.a];
    const Face& b = faces_.all[pair.b];
    const Outcome& name = pair.outcomes[face_name];
    const bool same_company = pair.outcomes[face_company].level == 1;
    const bool other_company = pair.outcomes[face_company].level > 1;
    const bool same_birthday = !a.birthdays.empty() && !b.birthdays.empty();  // Or they contradict.
    auto& out = pair.objections;
    if (name.level == 0) {
      out.push_back(Objection::mailbox);
    } else if (name.brief && !same_company) {
      out.push_back(Objection::brief);
    } else if (name.level <= slip && !name.brief && !same_words(a, b, same_company)) {
      out.push_back(Objection::nearly);
    }
    if (numbered(a, b)) out.push_back(Objection::numbered);
    if (other_company && !same_birthday) out.push_back(Objection::company);
    if (!same_company && !other_company && !same_birthday && workplace(a) && workplace(b)) out.push_back(Objection::domains);
    if (!a.book.empty() && a.book == b.book && !same_company && !same_birthday) out.push_back(Objection::book);
  }

  /// Whether all their mail comes from places that may be companies: few write from there, it is no
  /// provider's, and it does not bear their name.
  [[nodiscard]] bool workplace(const Face& face) const {
    const auto is_workplace = [&](const std::string& address) {
      const std::string domain = address.substr(address.rfind('@') + 1);
      if (base::is_provider(domain) || at_domain_.at(domain) >= provider_least) return false;
      return std::none_of(face.names.begin(), face.names.end(),
                          [&](const base::Name* name) { return domain.find(name->words.back()) != std::string::npos; });
    };
    return !face.emails.empty() && std::all_of(face.emails.begin(), face.emails.end(), is_workplace);
  }

  [[nodiscard]] static std::uint64_t key(std::uint32_t a, std::uint32_t b) {
    return std::uint64_t{std::min(a, b)} << 32U | std::max(a, b);
  }

  /// Whoever writes to somebody or sits in a room with them is not them; who goes on in a
  /// conversation under the same name may be.
  void read_rows() {
    std::unordered_map<std::uint64_t, LikelyPair*> of_key;
    doubtful_.assign(faces_.all.size(), false);
    for (LikelyPair& pair : pairs_) {
      of_key.emplace(key(pair.a, pair.b), &pair);
      doubtful_[pair.a] = doubtful_[pair.b] = true;
    }
    const auto face_of = [&](const ledger::Seat& seat) {
      const std::uint32_t face = faces_.of_identity[seat.who.value];
      return face != no_cluster && doubtful_[face] ? face : no_cluster;
    };
    const auto object_to = [&](std::uint32_t a, std::uint32_t b, Objection objection) {
      const auto found = of_key.find(key(a, b));
      if (found == of_key.end()) return;
      auto& list = found->second->objections;
      if (std::find(list.begin(), list.end(), objection) == list.end()) list.push_back(objection);
    };
    std::vector<std::pair<std::uint64_t, std::uint32_t>> writers;
    for (const ledger::Row& row : book_.rows) {
      const auto seats = book_.seats_of(row);
      if (row.at > moment_ || seats.empty()) continue;
      if (row.kind == ledger::Kind::wrote && seats[0].role == Role::from) {
        const std::uint32_t from = face_of(seats[0]);
        if (from == no_cluster) continue;
        if (row.thread != 0) writers.push_back({row.thread, from});
        for (const ledger::Seat& seat : seats.subspan(1)) {
          const std::uint32_t to = face_of(seat);
          if (to != no_cluster && to != from) object_to(from, to, Objection::wrote);
        }
      } else if (row.kind == ledger::Kind::met && seats.size() > 2) {
        for (std::size_t i = 0; i < seats.size(); ++i) {
          if (!came(seats[i]) || face_of(seats[i]) == no_cluster) continue;
          for (std::size_t k = 0; k < i; ++k) {
            if (came(seats[k]) && face_of(seats[k]) != no_cluster)
              object_to(face_of(seats[i]), face_of(seats[k]), Objection::together);
          }
        }
      }
    }
    for (const std::uint64_t together : conversations(std::move(writers))) {
      const auto found = of_key.find(together);
      if (found != of_key.end()) found->second->bits += thread_bits;
    }
  }

  [[nodiscard]] static bool came(const ledger::Seat& seat) { return seat.role == Role::organiser || seat.role == Role::accepted; }

  /// Pairs who wrote in one conversation, once each.
  static std::unordered_set<std::uint64_t> conversations(std::vector<std::pair<std::uint64_t, std::uint32_t>> writers) {
    std::sort(writers.begin(), writers.end());
    writers.erase(std::unique(writers.begin(), writers.end()), writers.end());
    std::unordered_set<std::uint64_t> pairs;
    for (std::size_t from = 0, to = 0; from < writers.size(); from = to) {
      while (to < writers.size() && writers[to].first == writers[from].first) ++to;
      if (to - from > rivals_most) continue;
      for (std::size_t i = from; i < to; ++i) {
        for (std::size_t k = from; k < i; ++k) pairs.insert(key(writers[k].second, writers[i].second));
      }
    }
    return pairs;
  }

  /// Each can be one only of those who are not one another: what speaks for the others speaks
  /// against this pair.
  void set_against_rivals() {
    std::vector<std::vector<std::uint32_t>> of_face(faces_.all.size());
    std::unordered_set<std::uint64_t> sure;
    for (std::uint32_t i = 0; i < pairs_.size(); ++i) {
      const LikelyPair& pair = pairs_[i];
      for (const std::uint32_t face : {pair.a, pair.b}) {
        if (of_face[face].size() < rivals_most) of_face[face].push_back(i);
      }
      if (pair.bits >= join_bits && pair.objections.empty()) sure.insert(key(pair.a, pair.b));
    }
    std::vector<float> less;
    for (std::uint32_t i = 0; i < pairs_.size(); ++i) {
      double others = 1;
      for (const auto& [one, other] : {std::pair(pairs_[i].a, pairs_[i].b), std::pair(pairs_[i].b, pairs_[i].a)}) {
        std::vector<std::uint32_t> counted;
        for (const std::uint32_t k : of_face[one]) {
          const std::uint32_t third = pairs_[k].a == one ? pairs_[k].b : pairs_[k].a;
          if (k == i || sure.contains(key(third, other))) continue;
          // Several who are one person themselves speak once.
          const bool known = std::any_of(counted.begin(), counted.end(),
                                         [&](std::uint32_t before) { return sure.contains(key(third, before)); });
          if (known) continue;
          counted.push_back(third);
          others += std::exp2(static_cast<double>(pairs_[k].bits));
        }
      }
      less.push_back(static_cast<float>(std::log2(others)));
    }
    for (std::size_t i = 0; i < pairs_.size(); ++i) pairs_[i].bits -= less[i];
  }

  const ledger::Book& book_;
  base::Instant moment_;
  const Faces& faces_;
  const Apart& apart_;
  std::future<Blocks> blocks_;
  LinkModel model_;
  std::unordered_map<std::string, std::size_t> at_domain_;  ///< How many addresses.
  std::vector<LikelyPair> pairs_;
  std::vector<bool> doubtful_;  ///< Faces of which some pair was left when the rows were read.
};

}  // namespace

Likely likely_pairs(const ledger::Book& book, base::Instant moment, const Faces& faces, const Apart& apart) {
  // Two profiles are two people: where there is nothing else, nobody is compared.
  const bool some = std::any_of(faces.all.begin(), faces.all.end(), [](const Face& face) { return face.profile.empty(); });
  if (faces.all.size() < 2 || !some) return {};
  return Finder(book, moment, faces, apart).find();
}

}  // namespace people
