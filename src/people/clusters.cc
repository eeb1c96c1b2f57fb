#include "people/clusters.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <memory>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

#include "base/email.h"
#include "base/name.h"
#include "base/text.h"
#include "people/likely.h"
#include "people/settle.h"

namespace people {

namespace {

using ledger::Book;
using ledger::ClaimRow;
using ledger::Field;
using ledger::Handle;
using ledger::HandleKind;
using ledger::IdentityId;
using ledger::Role;

/// Union and find, where some pairs must stay apart.
class Forest {
 public:
  explicit Forest(std::size_t size) : parent_(size), enemies_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::uint32_t find(std::uint32_t i) {
    while (parent_[i] != i) {
      parent_[i] = parent_[parent_[i]];
      i = parent_[i];
    }
    return i;
  }
  void keep_apart(std::uint32_t a, std::uint32_t b) {
    enemies_[find(a)].push_back(b);
    enemies_[find(b)].push_back(a);
  }
  bool apart(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (enemies_[b].size() < enemies_[a].size()) std::swap(a, b);
    return std::any_of(enemies_[a].begin(), enemies_[a].end(), [&](std::uint32_t enemy) { return find(enemy) == b; });
  }
  /// False when the two were told apart.
  bool join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (a == b) return true;
    if (apart(a, b)) return false;
    if (b < a) std::swap(a, b);  // The owner (0) always stays the root of their own.
    parent_[b] = a;
    enemies_[a].insert(enemies_[a].end(), enemies_[b].begin(), enemies_[b].end());
    enemies_[b].clear();
    return true;
  }

 private:
  std::vector<std::uint32_t> parent_;
  std::vector<std::vector<std::uint32_t>> enemies_;
};

/// The N of "…you/N", the owner's own word; 0 for what files say.
std::size_t own_word(std::string_view value) {
  const std::size_t at = value.find("you/");
  std::size_t turn = 0;
  if (at != std::string_view::npos) std::from_chars(value.data() + at + 4, value.data() + value.size(), turn);
  return turn;
}

constexpr std::size_t handle_kinds = static_cast<std::size_t>(HandleKind::name) + 1;

struct Link {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

class Maker {
 public:
  Maker(const Book& book, base::Instant moment) : book_(book), moment_(moment), size_(book.handles.size()), forest_(size_) {}

  Clusters make() {
    out_.assumed.assign(size_, false);
    out_.shared.assign(size_, false);
    // The owner's word first: what they told apart, no later step can join.
    apply_rulings();
    read_links();
    find_live();
    find_shared();
    // Rule 1: one card, one address, one number.
    apply_links();
    join_renamed();
    find_region();
    join_mailboxes();
    join_numbers();
    // Who the owner is, so that nobody is taken for them by name.
    join_owner();
    // Rule 2: whoever is probably one; what is in doubt waits in review.
    join_likely_ones();
    finish();
    return std::move(out_);
  }

 private:
  /// A store remembers every handle that was ever seen: in rows that were overtaken since, in changes
  /// that were taken back, in what is still to come. None of these may move anything.
  void find_live() {
    out_.live.assign(size_, false);
    out_.namesake.assign(size_, false);
    out_.doubtful.assign(size_, false);
    for (const ClaimRow& claim : book_.claims) {
      if (claim.at > moment_) continue;
      out_.live[claim.who.value] = true;
    }
    // A card that names a handle is enough for it to be one.
    for (const Link& link : links_) out_.live[link.b] = true;
    for (const ledger::Row& row : book_.rows) {
      if (row.at > moment_) continue;
      for (const ledger::Seat& seat : book_.seats_of(row)) out_.live[seat.who.value] = true;
    }
    for (const ledger::Ruling& ruling : book_.rulings_until(moment_)) {
      for (const ledger::IdentityId who : ruling.about) out_.live[who.value] = true;
    }
  }

  void read_links() {
    std::unordered_map<std::string_view, std::uint32_t> of_value[handle_kinds];
    for (const ClaimRow& claim : book_.claims) {
      if (claim.field != Field::same || claim.at > moment_) continue;
      const auto handle = ledger::parse_handle(claim.value);
      if (!handle) continue;
      auto& index = of_value[static_cast<std::size_t>(handle->kind)];
      if (index.empty()) {
        for (std::uint32_t i = 0; i < size_; ++i) {
          if (book_.handles[i].kind == handle->kind) index.try_emplace(book_.handles[i].value, i);
        }
      }
      const auto other = index.find(handle->value);
      if (other != index.end()) links_.push_back({claim.who.value, other->second});
    }
    if (said_apart_.empty()) return;
    // Where some are told apart, what is joined first counts: that must not be what came first.
    std::sort(links_.begin(), links_.end(), [&](const Link& x, const Link& y) {
      const Handle& xa = book_.handles[x.a];
      const Handle& ya = book_.handles[y.a];
      return xa != ya ? xa < ya : book_.handles[x.b] < book_.handles[y.b];
    });
  }

  /// An address or number on the cards of people whose names cannot be one person's, or that three
  /// such names write from, is shared: nobody's. Offices (info@) never join anybody.
  void find_shared() {
    names_.full.resize(size_);
    names_.partial.resize(size_);
    for (const ClaimRow& claim : book_.claims) {
      if (claim.field != Field::name || claim.at > moment_) continue;
      base::Name name = base::parse_name(claim.value);
      if (name.words.empty()) continue;
      (name.key().empty() ? names_.partial : names_.full)[claim.who.value].push_back(std::move(name));
    }
    // In order of text: compatible names form no classes, so the count must not hang on who is first.
    const auto distinct = [](std::vector<const base::Name*>& names) {
      std::sort(names.begin(), names.end(), [](const base::Name* a, const base::Name* b) { return a->words < b->words; });
      std::vector<const base::Name*> kept;
      for (const base::Name* name : names) {
        const bool known =
            std::any_of(kept.begin(), kept.end(), [&](const base::Name* other) { return base::compatible(*name, *other); });
        if (!known) kept.push_back(name);
        if (kept.size() > 3) break;
      }
      return kept.size();
    };
    std::vector<std::vector<const base::Name*>> on_cards(size_);
    for (const Link& link : links_) {
      for (const base::Name& name : names_.full[link.a]) on_cards[link.b].push_back(&name);
    }
    for (std::uint32_t i = 1; i < size_; ++i) {
      const HandleKind kind = book_.handles[i].kind;
      if (kind != HandleKind::email && kind != HandleKind::phone && kind != HandleKind::local_phone) continue;
      if (kind == HandleKind::email) {
        if (const auto email = base::Email::parse(book_.handles[i].value)) {
          if (base::is_role(*email) || base::is_robot(*email)) offices_.insert(i);
        }
      }
      std::vector<const base::Name*> own;
      for (const base::Name& name : names_.full[i]) own.push_back(&name);
      if (on_cards[i].size() >= 2 && distinct(on_cards[i]) >= 2) out_.shared[i] = true;
      if (own.size() >= 3 && distinct(own) >= 3) out_.shared[i] = true;
    }
  }

  [[nodiscard]] bool joins(std::uint32_t i) const { return !out_.shared[i] && !offices_.contains(i); }

  void apply_rulings() {
    // For each pair, the latest word counts.
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<bool, std::size_t>> last;
    std::size_t turn = 0;
    for (const ledger::Ruling& ruling : book_.rulings_until(moment_)) {
      if (ruling.about.size() != 2) continue;
      const auto pair = std::minmax(ruling.about[0].value, ruling.about[1].value);
      if (std::holds_alternative<ledger::Unsure>(ruling.decision)) {
        unsure_.insert(pair);
      } else if (const bool same = std::holds_alternative<ledger::Same>(ruling.decision);
                 same || std::holds_alternative<ledger::Apart>(ruling.decision)) {
        last[pair] = {same, ++turn};
      }
    }
    std::vector<std::pair<std::size_t, std::pair<std::uint32_t, std::uint32_t>>> same;
    for (const auto& [pair, word] : last) {
      if (word.first) {
        same.push_back({word.second, pair});
      } else {
        forest_.keep_apart(pair.first, pair.second);
        said_apart_.push_back(pair);
      }
    }
    // The latest merge first: where an older one cannot stand beside it, the newer word wins.
    std::sort(same.rbegin(), same.rend());
    for (const auto& [order, pair] : same) {
      if (forest_.join(pair.first, pair.second)) said_same_.push_back(pair);
    }
  }

  void apply_links() {
    for (const Link& link : links_) {
      if (joins(link.a) && joins(link.b)) forest_.join(link.a, link.b);
    }
  }

  /// A member may give their profile a new address; two exports then know them by two. One name and
  /// one day of connecting are one person: two namesakes met on one day are rarer than that.
  void join_renamed() {
    std::map<std::pair<std::int64_t, std::string>, std::vector<std::uint32_t>> met;
    for (const ledger::Row& row : book_.rows) {
      if (row.kind != ledger::Kind::listed || row.channel != ledger::Channel::linkedin || row.at > moment_) continue;
      if (row.at.seconds == 0) continue;
      for (const ledger::Seat& seat : book_.seats_of(row)) {
        const std::uint32_t i = seat.who.value;
        if (book_.handles[i].kind != HandleKind::linkedin) continue;
        for (const base::Name& name : names_.full[i]) met[{row.at.seconds, name.text()}].push_back(i);
      }
    }
    for (auto& [key, all] : met) {
      std::sort(all.begin(), all.end(), [&](std::uint32_t a, std::uint32_t b) { return book_.handles[a] < book_.handles[b]; });
      for (const std::uint32_t i : all) forest_.join(all.front(), i);
    }
  }

  /// In order of value: where some are told apart, who is joined to whom must not hang on who came first.
  std::vector<std::uint32_t> of_kind(HandleKind kind) const {
    std::vector<std::uint32_t> list;
    for (std::uint32_t i = 1; i < size_; ++i) {
      if (book_.handles[i].kind == kind && out_.live[i]) list.push_back(i);
    }
    if (kind == HandleKind::email && said_apart_.empty()) return list;
    std::sort(list.begin(), list.end(),
              [&](std::uint32_t a, std::uint32_t b) { return book_.handles[a].value < book_.handles[b].value; });
    return list;
  }

  void join_mailboxes() {
    std::unordered_map<std::string, std::uint32_t> boxes;
    for (const std::uint32_t i : of_kind(HandleKind::email)) {
      if (!joins(i)) continue;
      const std::string& value = book_.handles[i].value;
      const bool plain = value.find('+') == std::string::npos && !base::contains(value, "@gmail.com") &&
                         !base::contains(value, "@googlemail.com");
      std::string box = value;
      if (!plain) {
        if (const auto email = base::Email::parse(value)) box = email->mailbox();
      }
      const auto [at, fresh] = boxes.try_emplace(std::move(box), i);
      if (!fresh) forest_.join(at->second, i);
    }
  }

  /// Set by the owner, else the owner's own number's, else the profile's, else the most frequent.
  void find_region() {
    std::size_t latest = 0;
    std::string set, profile;
    std::map<std::string, std::size_t> counts;
    for (const ClaimRow& claim : book_.claims) {
      if (claim.field != Field::region || claim.at > moment_) continue;
      const std::size_t turn = own_word(claim.value);
      if (turn > latest) {
        latest = turn;
        set = claim.value.substr(0, 2);
      } else if (turn == 0) {
        profile = std::max(profile, claim.value);
      }
    }
    const auto region_of = [&](std::uint32_t i) {
      const auto phone = base::Phone::parse(book_.handles[i].value, {});
      return phone ? phone->region().code : std::string{};
    };
    std::string number;
    for (const auto& [handle, said] : words_on_owner()) {
      if (said.yes && handle.kind == HandleKind::phone) number = std::max(number, region_of(said.identity));
    }
    if (set.empty() && number.empty() && profile.empty()) {
      bool needed = false;
      for (std::uint32_t i = 0; i < size_; ++i) {
        needed = needed || (book_.handles[i].kind == HandleKind::local_phone && out_.live[i]);
      }
      for (std::uint32_t i = 0; needed && i < size_; ++i) {
        if (book_.handles[i].kind != HandleKind::phone || !out_.live[i]) continue;
        if (std::string code = region_of(i); !code.empty()) ++counts[code];
      }
    }
    std::string frequent;
    for (const auto& [code, count] : counts) {
      if (frequent.empty() || count > counts[frequent]) frequent = code;
    }
    out_.region.code = !set.empty() ? set : !number.empty() ? number : !profile.empty() ? profile : frequent;
  }

  /// National numbers, now that their country is known, are the same as their E.164 form.
  void join_numbers() {
    std::unordered_map<std::string, std::uint32_t> placed;
    for (std::uint32_t i = 1; i < size_; ++i) {
      if (book_.handles[i].kind == HandleKind::phone && out_.live[i]) placed.try_emplace(book_.handles[i].value, i);
    }
    for (const std::uint32_t i : of_kind(HandleKind::local_phone)) {
      const auto phone = base::Phone::parse(book_.handles[i].value, out_.region);
      if (!phone) {
        ++out_.unplaced_phones;
        continue;
      }
      const auto [at, fresh] = placed.try_emplace(phone->text(), i);
      if (fresh) continue;
      if (out_.shared[at->second] || out_.shared[i]) {
        out_.shared[i] = true;
      } else {
        forest_.join(at->second, i);
      }
    }
  }

  struct OwnerWord {
    std::size_t turn = 0;  ///< Of the owner's own word; 0 for what files say.
    bool yes = false;
    std::uint32_t identity = 0;
  };

  /// The latest word on each handle that was ever said to be the owner's or not; in order of handle.
  /// What the owner says of it has no date: who they are holds for all time, past moments too.
  [[nodiscard]] std::map<Handle, OwnerWord> words_on_owner() const {
    std::map<Handle, OwnerWord> word;
    for (const ClaimRow& claim : book_.claims) {
      if ((claim.field != Field::owner && claim.field != Field::not_owner) || claim.at > moment_) continue;
      const OwnerWord said{own_word(claim.value), claim.field == Field::owner, claim.who.value};
      const auto [at, fresh] = word.try_emplace(book_.handles[claim.who.value], said);
      const bool newer = said.turn > at->second.turn || (said.turn == at->second.turn && !said.yes);
      if (!fresh && newer) at->second = said;
    }
    return word;
  }

  void join_owner() {
    const std::map<Handle, OwnerWord> word = words_on_owner();
    for (const auto& [handle, said] : word) {
      if (!said.yes) forest_.keep_apart(0, said.identity);
    }
    for (const auto& [handle, said] : word) {
      if (said.yes) {
        out_.shared[said.identity] = false;
        forest_.join(0, said.identity);
      }
    }
    assume_owner(word);
  }

  /// Addresses under the owner's full name that both wrote to and heard from at least three people.
  void assume_owner(const std::map<Handle, OwnerWord>& word) {
    std::set<std::string> keys;
    for (std::uint32_t i = 0; i < size_; ++i) {
      if (forest_.find(i) != forest_.find(0)) continue;
      for (const base::Name& name : names_.full[i]) keys.insert(name.key());
    }
    struct Met {
      std::set<std::uint32_t> wrote_to, heard_from;
    };
    std::map<std::uint32_t, Met> candidates;
    for (std::uint32_t i = 1; i < size_; ++i) {
      const HandleKind kind = book_.handles[i].kind;
      if ((kind != HandleKind::email && kind != HandleKind::linkedin) || word.contains(book_.handles[i])) continue;
      if (out_.shared[i] || forest_.find(i) == forest_.find(0)) continue;
      for (const base::Name& name : names_.full[i]) {
        if (keys.contains(name.key())) candidates[i];
      }
    }
    if (candidates.empty()) return;
    for (const auto& [identity, met] : candidates) out_.namesake[identity] = true;
    for (const ledger::Row& row : book_.rows) {
      if (row.kind != ledger::Kind::wrote || row.at > moment_) continue;
      const auto seats = book_.seats_of(row);
      if (seats.empty() || seats[0].role != Role::from) continue;
      const std::uint32_t from = seats[0].who.value;
      const auto sender = candidates.find(from);
      for (const ledger::Seat& seat : seats.subspan(1)) {
        if (seat.who.value == from) continue;
        if (sender != candidates.end()) sender->second.wrote_to.insert(seat.who.value);
        const auto reader = candidates.find(seat.who.value);
        if (reader != candidates.end()) reader->second.heard_from.insert(from);
      }
    }
    // The archive's own profile names the owner: the one LinkedIn member of that name who writes in it.
    std::vector<std::uint32_t> members;
    for (const auto& [identity, met] : candidates) {
      const bool member = book_.handles[identity].kind == HandleKind::linkedin;
      if (member && met.wrote_to.size() + met.heard_from.size() > 0) members.push_back(identity);
    }
    if (members.size() == 1 && !owner_has_profile()) forest_.join(0, members.front());
    std::vector<std::uint32_t> active;
    for (const auto& [identity, met] : candidates) {
      if (met.wrote_to.size() >= 3 && met.heard_from.size() >= 3) active.push_back(identity);
    }
    std::sort(active.begin(), active.end(),
              [&](std::uint32_t a, std::uint32_t b) { return book_.handles[a] < book_.handles[b]; });
    for (const std::uint32_t identity : active) {
      if (forest_.join(0, identity)) out_.assumed[identity] = true;
    }
  }

  bool owner_has_profile() {
    for (std::uint32_t i = 1; i < size_; ++i) {
      if (book_.handles[i].kind == HandleKind::linkedin && forest_.find(i) == forest_.find(0)) return true;
    }
    return false;
  }

  void join_likely_ones() {
    // Read after the owner is known: what only looks like the owner's is not theirs.
    const auto cluster_of = [&](std::uint32_t i) {
      return !out_.live[i] || out_.shared[i] || offices_.contains(i) || forest_.find(i) == forest_.find(0) ? no_cluster
                                                                                                           : forest_.find(i);
    };
    const Faces faces = faces_of(book_, moment_, names_, cluster_of, taught());
    const Apart apart = [&](const Face& a, const Face& b) { return forest_.apart(a.cluster, b.cluster); };
    const Join join = [&](std::uint32_t a, std::uint32_t b) { return forest_.join(a, b); };
    const Likely likely = likely_pairs(book_, moment_, faces, apart);
    settle(faces, likely.pairs, apart, join, out_.open);
    for (std::uint32_t i = 0; i < size_ && !likely.open_to_rows.empty(); ++i) {
      const std::uint32_t face = faces.of_identity[i];
      out_.doubtful[i] = face != no_cluster && likely.open_to_rows[face];
    }
    // Put aside of two persons, whichever of their handles it was said of.
    std::set<std::pair<std::uint32_t, std::uint32_t>> aside;
    for (const auto& [a, b] : unsure_) aside.insert(std::minmax({forest_.find(a), forest_.find(b)}));
    std::erase_if(out_.open, [&](const OpenPair& open) {
      return aside.contains(std::minmax({forest_.find(open.a.value), forest_.find(open.b.value)})) ||
             forest_.find(open.a.value) == forest_.find(open.b.value) || forest_.apart(open.a.value, open.b.value);
    });
  }

  /// What the owner said of pairs, for the model to learn from.
  [[nodiscard]] Taught taught() {
    const bool some = !said_same_.empty();
    const auto untaught = std::make_shared<Forest>(some ? size_ : 0);
    for (const Link& link : links_) {
      if (some && joins(link.a) && joins(link.b)) untaught->join(link.a, link.b);
    }
    const auto root = [untaught, this](std::uint32_t i) { return out_.live[i] ? untaught->find(i) : no_cluster; };
    return {root, said_same_, said_apart_};
  }

  void finish() {
    out_.root.resize(size_);
    out_.is_owner.assign(size_, false);
    const std::uint32_t owner = forest_.find(0);
    for (std::uint32_t i = 0; i < size_; ++i) {
      out_.root[i] = forest_.find(i);
      out_.is_owner[i] = out_.root[i] == owner;
    }
  }

  const Book& book_;
  base::Instant moment_;
  std::size_t size_;
  Forest forest_;
  Clusters out_;
  std::vector<Link> links_;
  ShownNames names_;
  std::set<std::uint32_t> offices_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> unsure_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> said_same_, said_apart_;
};

}  // namespace

Clusters cluster(const Book& book, base::Instant moment) { return Maker(book, moment).make(); }

}  // namespace people
