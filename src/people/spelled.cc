#include "people/spelled.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/text.h"
#include "people/alike.h"
#include "people/compare_names.h"

namespace people {

namespace {

using ledger::Field;
using ledger::HandleKind;

/// Shorter ones are words of their own as often as names.
constexpr std::size_t form_size_least = 6;

/// "engines" of "mail.engines.example": what a company calls itself, not the country's part behind.
std::vector<std::string_view> labels_of(std::string_view domain) {
  std::vector<std::string_view> labels = base::split(domain, '.');
  labels.pop_back();
  return labels;
}

/// Who could be meant by what is written, as long as it is only one.
class Meant {
 public:
  void add(std::string form, const base::Name& name) {
    if (form.size() < form_size_least) return;
    const auto [at, fresh] = of_form_.try_emplace(std::move(form), &name);
    if (!fresh && at->second != nullptr && at->second->key() != name.key()) at->second = nullptr;
  }
  [[nodiscard]] const base::Name* find(const std::string& form) const {
    const auto found = of_form_.find(form);
    return found == of_form_.end() ? nullptr : found->second;
  }

 private:
  std::unordered_map<std::string, const base::Name*> of_form_;
};

class Speller {
 public:
  Speller(const ledger::Book& book, base::Instant moment,
          const std::vector<std::vector<base::Name>>& names)
      : book_(book), names_(names), partial_(book.handles.size()) {
    for (const ledger::ClaimRow& claim : book.claims) {
      if (claim.at > moment) continue;
      if (claim.field == Field::company) add_at_company(claim);
      if (claim.field == Field::name && book.handles[claim.who.value].kind == HandleKind::email) {
        base::Name name = base::parse_name(claim.value);
        if (name.key().empty() && !name.words.empty())
          partial_[claim.who.value].push_back(std::move(name));
      }
    }
    for (const auto& shown : names) {
      for (const base::Name& name : shown) add_anywhere(name);
    }
  }

  [[nodiscard]] const base::Name* spell(std::uint32_t identity) const {
    const std::string_view address = book_.handles[identity].value;
    const std::string form = letters_of(chosen_part(address));
    const base::Name* meant = anywhere_.find(form);
    const auto& shown = partial_[identity];
    for (const std::string_view label : labels_of(address.substr(address.rfind('@') + 1))) {
      if (meant == nullptr) meant = at_company_.find(form + "@" + std::string(label));
      // "A. Lovelace" beside whatever address she has there.
      for (const base::Name& name : shown) {
        if (meant != nullptr || name.words.size() < 2 || name.words.front().size() > 1) continue;
        meant = at_company_.find(name.words.front() + letters_of(name.words.back()) + "@" +
                                 std::string(label));
      }
    }
    if (meant == nullptr) return nullptr;
    const bool fits = std::all_of(shown.begin(), shown.end(), [&](const base::Name& name) {
      return base::compatible(name, *meant);
    });
    return fits ? meant : nullptr;
  }

 private:
  void add_anywhere(const base::Name& name) {
    const std::string family = letters_of(name.words.back());
    for (const std::string_view given :
         {std::string_view(name.words.front()), base::formal(name.words.front())}) {
      anywhere_.add(letters_of(given) + family, name);
      anywhere_.add(family + letters_of(given), name);
    }
  }

  void add_at_company(const ledger::ClaimRow& claim) {
    const std::string key = base::company_key(claim.value);
    std::string joined = key;
    std::erase(joined, ' ');
    for (const base::Name& name : names_[claim.who.value]) {
      const std::string family = letters_of(name.words.back());
      const std::string initial = letters_of(name.words.front()).substr(0, 1);
      for (const std::string& label : {joined, key.substr(0, key.find(' '))}) {
        if (label.size() < 3 || initial.empty()) continue;
        at_company_.add(initial + family + "@" + label, name);
        at_company_.add(family + initial + "@" + label, name);
      }
    }
  }

  const ledger::Book& book_;
  const std::vector<std::vector<base::Name>>& names_;
  std::vector<std::vector<base::Name>> partial_;  ///< Shown, but not full: "Ada", "A. Lovelace".
  Meant anywhere_;
  Meant at_company_;
};

}  // namespace

std::vector<std::vector<base::Name>> spelled_names(
    const ledger::Book& book, base::Instant moment,
    const std::vector<std::vector<base::Name>>& names) {
  std::vector<std::vector<base::Name>> out(names.size());
  const Speller speller(book, moment, names);
  for (std::uint32_t i = 1; i < names.size(); ++i) {
    if (!names[i].empty() || book.handles[i].kind != HandleKind::email) continue;
    if (const base::Name* meant = speller.spell(i)) out[i].push_back(*meant);
  }
  return out;
}

}  // namespace people
