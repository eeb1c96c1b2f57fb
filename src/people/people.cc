#include "people/people.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

#include "base/email.h"
#include "base/linkedin.h"
#include "base/name.h"
#include "base/text.h"
#include "people/clusters.h"

namespace people {

namespace {

using ledger::Book;
using ledger::ClaimRow;
using ledger::Field;
using ledger::Handle;
using ledger::HandleKind;
using ledger::IdentityId;

constexpr std::string_view base32 = "abcdefghijkmnpqrstuvwxyz23456789";

/// Which source to believe first about a name or a job: the profile that the person keeps
/// themselves, then the owner's own card, then what mail and phones show.
int trust(HandleKind kind) {
  switch (kind) {
    case HandleKind::linkedin:
      return 0;
    case HandleKind::uid:
      return 1;
    case HandleKind::email:
      return 2;
    case HandleKind::phone:
    case HandleKind::local_phone:
      return 3;
    case HandleKind::account:
      return 4;
    case HandleKind::name:
      return 5;
    case HandleKind::me:
      return 6;
  }
  return 7;
}

void sort_unique(std::vector<std::string>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// The best value so far: the latest, then the most trusted source, then by the alphabet.
struct Best {
  std::string value;
  base::Instant at{};
  int trust = 99;
  void offer(const ClaimRow& claim, int trusted) {
    const bool better =
        value.empty() || claim.at > at || (claim.at == at && (trusted < trust || (trusted == trust && claim.value < value)));
    if (!better || claim.value.empty()) return;
    value = claim.value;
    at = claim.at;
    trust = trusted;
  }
};

/// Names are ranked otherwise: source, then two words or more, then the longer, then the alphabet.
struct BestName {
  std::string value;
  std::tuple<int, int, std::size_t, std::string> rank{99, 9, 0, ""};
  void offer(std::string_view raw, int trusted) {
    std::string shown = base::shown_name(raw);
    if (shown.empty()) return;
    const int looks = base::contains(shown, "@") ? 2 : base::contains(shown, " ") ? 0 : 1;
    // A name that is only an address or a single word yields to any full name.
    std::tuple<int, int, std::size_t, std::string> now{looks, trusted, 1'000 - std::min<std::size_t>(shown.size(), 999), shown};
    if (value.empty() || now < rank) {
      rank = now;
      value = std::move(shown);
    }
  }
};

std::string name_in(const Handle& handle) {
  const std::size_t slash = handle.value.find('/');
  if (slash == std::string::npos) return handle.value;
  std::string rest = handle.value.substr(slash + 1);
  return rest.substr(0, rest.find('/'));
}

struct Job {
  std::string company, title;
};

/// Everything known of one cluster while its claims are read.
struct Gathering {
  BestName name;
  Best company, title, city, birthday;
  std::string organisation;
  std::set<std::string> names;
  std::vector<std::string> notes;
  std::vector<std::string> labels;
  std::map<std::int64_t, Job> jobs;  ///< As LinkedIn had them, by the second of the export.
};

/// The latest change among what exports knew, whatever they spelt alike.
std::optional<JobChange> latest_change(const std::map<std::int64_t, Job>& jobs) {
  const auto same = [](const Job& a, const Job& b) {
    // What one of them does not say is no change.
    const bool company = a.company.empty() || b.company.empty() || base::company_key(a.company) == base::company_key(b.company);
    const bool title = a.title.empty() || b.title.empty() || base::fold(a.title) == base::fold(b.title);
    return company && title;
  };
  for (auto later = jobs.rbegin(); later != jobs.rend(); ++later) {
    const auto before = std::next(later);
    if (before == jobs.rend()) break;
    if (same(before->second, later->second)) continue;
    return JobChange{before->second.company, before->second.title, base::day_of(base::Instant{before->first}),
                     base::day_of(base::Instant{later->first})};
  }
  return std::nullopt;
}

/// However it is spelt; the owner's own spelling takes the place of an address book's.
void set_tag(std::vector<std::string>& tags, std::string_view name, bool on) {
  const std::string folded = base::fold(name);
  std::erase_if(tags, [&](const std::string& tag) { return base::fold(tag) == folded; });
  if (on) tags.insert(std::lower_bound(tags.begin(), tags.end(), name), std::string(name));
}

class Builder {
 public:
  Builder(const Book& book, base::Instant moment) : book_(book), moment_(moment), clusters_(cluster(book, moment)) {}

  People build() {
    make_persons();
    read_claims();
    finish_persons();
    apply_rulings(book_, moment_, people_);
    make_doubts();
    describe_owner();
    return std::move(people_);
  }

 private:
  void make_persons() {
    const std::size_t n = book_.handles.size();
    people_.person_of.assign(n, nobody);
    people_.is_owner = clusters_.is_owner;
    for (std::size_t i = 1; i < n; ++i) people_.is_owner[i] = clusters_.is_owner[i] && clusters_.live[i];
    people_.unplaced_phones = clusters_.unplaced_phones;
    std::unordered_map<std::uint32_t, std::uint32_t> by_root;
    std::vector<IdentityId> leaders;
    for (std::uint32_t i = 0; i < n; ++i) {
      if (clusters_.is_owner[i] || clusters_.shared[i] || !clusters_.live[i]) continue;
      const auto [at, fresh] = by_root.try_emplace(clusters_.root[i], static_cast<std::uint32_t>(leaders.size()));
      if (fresh) {
        leaders.push_back(IdentityId{i});
      } else if (book_.handles[i] < book_.handles[leaders[at->second].value]) {
        leaders[at->second] = IdentityId{i};
      }
    }
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
    order.reserve(leaders.size());
    for (std::uint32_t i = 0; i < leaders.size(); ++i) {
      order.push_back({code_of(book_.handles[leaders[i].value]), i});
    }
    std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
      if (a.first != b.first) return a.first < b.first;
      return book_.handles[leaders[a.second].value] < book_.handles[leaders[b.second].value];
    });
    std::vector<std::uint32_t> place(order.size());
    people_.persons.resize(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      place[order[i].second] = i;
      people_.persons[i].code = order[i].first;
    }
    for (std::uint32_t i = 0; i < n; ++i) {
      if (clusters_.is_owner[i] || clusters_.shared[i] || !clusters_.live[i]) continue;
      const PersonId person{place[by_root.at(clusters_.root[i])]};
      people_.person_of[i] = person;
      people_.persons[person.value].identities.push_back(IdentityId{i});
      if (clusters_.namesake[i]) people_.persons[person.value].namesake = true;
      if (clusters_.doubtful[i]) people_.persons[person.value].doubtful = true;
    }
    gathered_.resize(people_.persons.size());
  }

  void read_claims() {
    for (const ClaimRow& claim : book_.claims) {
      const PersonId person = people_.person_of[claim.who.value];
      if (person == nobody || claim.at > moment_) continue;
      Gathering& all = gathered_[person.value];
      const int trusted = trust(book_.handles[claim.who.value].kind);
      switch (claim.field) {
        case Field::name:
          all.name.offer(claim.value, trusted);
          all.names.insert(base::shown_name(claim.value));
          break;
        case Field::nickname:
          all.names.insert(base::shown_name(claim.value));
          break;
        case Field::company:
          all.company.offer(claim, trusted);
          if (is_dated_profile(claim))
            all.jobs[claim.at.seconds].company = std::max(all.jobs[claim.at.seconds].company, claim.value);
          break;
        case Field::title:
          all.title.offer(claim, trusted);
          if (is_dated_profile(claim)) all.jobs[claim.at.seconds].title = std::max(all.jobs[claim.at.seconds].title, claim.value);
          break;
        case Field::city:
          all.city.offer(claim, trusted);
          break;
        case Field::birthday:
          all.birthday.offer(claim, trusted);
          break;
        case Field::note:
          all.notes.push_back(claim.value);
          break;
        case Field::label:
          all.labels.push_back(claim.value);
          break;
        case Field::organisation:
          if (all.organisation.empty() || claim.value < all.organisation) all.organisation = claim.value;
          break;
        default:
          break;
      }
    }
  }

  [[nodiscard]] bool is_dated_profile(const ClaimRow& claim) const {
    return claim.at.seconds > 0 && book_.handles[claim.who.value].kind == HandleKind::linkedin;
  }

  void finish_persons() {
    for (std::size_t i = 0; i < people_.persons.size(); ++i) {
      Person& person = people_.persons[i];
      Gathering& all = gathered_[i];
      add_handles(person, all);
      person.name = all.name.value;
      person.company = all.company.value;
      person.title = all.title.value;
      person.city = all.city.value;
      person.birthday = all.birthday.value;
      person.job_change = latest_change(all.jobs);
      person.organisation = all.organisation;
      if (person.organisation.empty() && !person.company.empty() &&
          base::company_key(person.name) == base::company_key(person.company)) {
        person.organisation = "bears its company's name";
      }
      person.notes = std::move(all.notes);
      sort_unique(person.notes);
      person.labels = std::move(all.labels);
      sort_unique(person.labels);
      if (person.name.empty()) person.name = fallback_name(person);
      all.names.erase(person.name);
      all.names.erase("");
      person.names.assign(all.names.begin(), all.names.end());
    }
  }

  void add_handles(Person& person, Gathering& all) {
    for (const IdentityId identity : person.identities) {
      const Handle& handle = book_.handles[identity.value];
      switch (handle.kind) {
        case HandleKind::email:
          person.emails.push_back(handle.value);
          break;
        case HandleKind::phone:
          person.phones.push_back(handle.value);
          break;
        case HandleKind::local_phone: {
          const auto placed = base::Phone::parse(handle.value, clusters_.region);
          person.phones.push_back(placed ? placed->text() : handle.value);
          break;
        }
        case HandleKind::linkedin:
          if (const auto profile = base::LinkedIn::parse("linkedin.com/in/" + handle.value);
              profile && handle.value.substr(0, 4) != "pub/") {
            person.profiles.push_back("https://www.linkedin.com/in/" + handle.value);
          } else {
            person.profiles.push_back("https://www.linkedin.com/" + handle.value);
          }
          break;
        case HandleKind::name:
          all.name.offer(name_in(handle), trust(handle.kind));
          break;
        default:
          break;
      }
    }
    sort_unique(person.emails);
    sort_unique(person.phones);
    sort_unique(person.profiles);
  }

  static std::string fallback_name(const Person& person) {
    if (!person.emails.empty()) return person.emails.front();
    if (!person.phones.empty()) return person.phones.front();
    if (!person.profiles.empty()) return person.profiles.front().substr(28);
    return "(no name)";
  }

  void make_doubts() {
    // By cluster: the identity that stands for one may itself be shared, and so nobody's.
    std::unordered_map<std::uint32_t, PersonId> of_root;
    for (std::uint32_t i = 0; !clusters_.open.empty() && i < people_.person_of.size(); ++i) {
      if (people_.person_of[i] != nobody) of_root.try_emplace(clusters_.root[i], people_.person_of[i]);
    }
    const auto whose = [&](IdentityId identity) {
      const auto found = of_root.find(clusters_.root[identity.value]);
      return found == of_root.end() ? nobody : found->second;
    };
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    for (const OpenPair& open : clusters_.open) {
      const PersonId a = whose(open.a);
      const PersonId b = whose(open.b);
      if (a == nobody || b == nobody || a == b) continue;
      const auto pair = std::minmax(a.value, b.value);
      if (!seen.insert(pair).second) continue;
      people_.doubts.push_back({PersonId{pair.first}, PersonId{pair.second}, open.why});
    }
    std::sort(people_.doubts.begin(), people_.doubts.end(),
              [](const Doubt& a, const Doubt& b) { return std::tie(a.a, a.b) < std::tie(b.a, b.b); });
  }

  void describe_owner() {
    BestName name;
    for (const ClaimRow& claim : book_.claims) {
      if (!people_.is_owner[claim.who.value] || claim.field != Field::name || claim.at > moment_) continue;
      // The profile that an archive carries speaks for `me` itself.
      const HandleKind kind = book_.handles[claim.who.value].kind;
      name.offer(claim.value, kind == HandleKind::me ? -1 : trust(kind));
    }
    people_.owner.name = name.value;
    people_.owner.region = clusters_.region;
    for (const HandleKind kind : {HandleKind::email, HandleKind::phone, HandleKind::linkedin}) {
      std::vector<std::string> some;
      for (std::size_t i = 0; i < book_.handles.size(); ++i) {
        if (!people_.is_owner[i] || !clusters_.live[i] || book_.handles[i].kind != kind) continue;
        some.push_back(kind == HandleKind::linkedin ? "https://www.linkedin.com/in/" + book_.handles[i].value
                                                    : book_.handles[i].value);
        if (clusters_.assumed[i]) people_.owner.assumed.push_back(some.back());
      }
      sort_unique(some);
      people_.owner.handles.insert(people_.owner.handles.end(), some.begin(), some.end());
    }
    sort_unique(people_.owner.assumed);
  }

  const Book& book_;
  base::Instant moment_;
  Clusters clusters_;
  People people_;
  std::vector<Gathering> gathered_;
};

}  // namespace

People resolve(const Book& book, base::Instant moment) { return Builder(book, moment).build(); }

// The words of `organisation` are those of the sources' claims, which the ledger keeps.
base::Message why_organisation(const Person& person) {
  const std::string& why = person.organisation;
  if (why.empty()) return {};
  if (why == "bears its company's name") return base::say("people.org-company-name");
  if (why == "your word") return base::say("people.org-your-word");
  if (why == "company card") return base::say("people.org-company-card");
  if (why == "mailing list") return base::say("people.org-mailing-list");
  if (why == "role address") return base::say("people.org-role-address");
  return base::say("people.org-other", {{"why", why}});
}

namespace {

/// What one ruling says of somebody whom it is about.
struct Applied {
  Person& person;
  base::Instant at;
  void operator()(const ledger::Answer& one) const { person.answer = word(one.refer); }
  void operator()(const ledger::LetGo&) const { person.let_go_at = at; }
  void operator()(const ledger::TakeBack&) const { person.let_go_at.reset(); }
  void operator()(const ledger::Exempt&) const { person.exempt = true; }
  void operator()(const ledger::Unexempt&) const { person.exempt = false; }
  void operator()(const ledger::IsOrganisation&) const { person.organisation = "your word"; }
  void operator()(const ledger::IsPerson&) const { person.organisation.clear(); }
  void operator()(const ledger::Tag& one) const { set_tag(person.tags, one.text, true); }
  void operator()(const ledger::Untag& one) const { set_tag(person.tags, one.text, false); }
  void operator()(const auto&) const {}  // Of pairs, steps and commitments.
};

}  // namespace

void apply_rulings(const Book& book, base::Instant moment, People& people) {
  for (Person& person : people.persons) person.tags = person.labels;
  for (const ledger::Ruling& ruling : book.rulings_until(moment)) {
    for (const ledger::IdentityId who : ruling.about) {
      const PersonId id = people.person_of[who.value];
      if (id != nobody) std::visit(Applied{people.persons[id.value], ruling.at}, ruling.decision);
    }
  }
  for (Person& person : people.persons) person.let_go = person.let_go_at.has_value();
}

std::uint64_t code_of(const Handle& handle) { return base::hash64(text(handle)) & ((std::uint64_t{1} << 40U) - 1); }

std::string id_text(std::uint64_t code) {
  std::string out = "p";
  for (int i = 7; i >= 0; --i) out += base32[(code >> (5U * static_cast<unsigned>(i))) & 31U];
  return out;
}

bool parse_id(std::string_view text, std::uint64_t& code) {
  if (text.size() != 9 || text[0] != 'p') return false;
  code = 0;
  for (const char c : text.substr(1)) {
    const std::size_t digit = base32.find(c);
    if (digit == std::string_view::npos) return false;
    code = code << 5U | digit;
  }
  return true;
}

}  // namespace people
