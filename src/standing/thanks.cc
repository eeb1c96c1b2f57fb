#include "standing/thanks.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "ledger/telling.h"
#include "standing/names.h"
#include "standing/told.h"

namespace standing {

namespace {

using ledger::Kind;
using ledger::Role;
using people::nobody;
using people::PersonId;

constexpr double by_words = 0.9;  ///< Thanks, and for help.
constexpr double perhaps = 0.6;   ///< Thanks alone; a name, which may be somebody else's.

// All folded, with a blank on both sides of the subject.
constexpr std::string_view thank_words[] = {" thank you", " thanks ", " danke",  " vielen dank", " herzlichen dank",
                                            " merci",     " gracias", " grazie", " obrigad",     " tack "};
constexpr std::string_view help_words[] = {" help",     " support",   " advice",        " introduc", " intro ",
                                           " referral", " referring", " recommend",     " guidance", " mentoring",
                                           " feedback", " hilfe",     " unterstutzung", " rat ",     " empfehlung",
                                           " aide ",    " soutien",   " ayuda",         " consejo",  " aiuto"};
// What companies thank for, and what is manners.
constexpr std::string_view trade_words[] = {
    " order",   " purchas",   " payment",   " paying",   " regist",    " appl",     " interest", " visit",      " subscri",
    " donat",   " booking",   " reserv",    " mail",     " message",   " email",    " e-mail",   " attend",     " coming",
    " joining", " business",  " sign",      " contact",  " submi",     " request",  " inquiry",  " enquiry",    " invoice",
    " time ",   " meeting",   " call ",     " choosing", " shopping",  " ticket",   " survey",   " bestellung", " einkauf",
    " zahlung", " anmeldung", " interesse", " besuch",   " nachricht", " commande", " achat",    " compra",     " pedido"};
constexpr std::string_view referral_words[] = {" referred ",       " referral ",      " recommended ",
                                               " recommending ",   " recommends ",    " suggested i ",
                                               " empfehlung von ", " empfohlen von ", " recommande "};
// A book has no other subjects.
static_assert(std::all_of(std::begin(thank_words), std::end(thank_words), ledger::has_telling_stem));
static_assert(std::all_of(std::begin(referral_words), std::end(referral_words), ledger::has_telling_stem));
constexpr std::string_view reply_words[] = {" re:", " aw:", " sv:", " fw:", " fwd:", " wg:", " tr:"};

std::string padded(std::string_view subject) {
  std::string text = " " + base::fold(subject) + " ";
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == ',' || c == '!' || c == '.'; }, ' ');
  return text;
}

template <std::size_t n>
bool any_of(const std::string_view (&words)[n], std::string_view text) {
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return base::contains(text, word); });
}

class Subjects {
 public:
  Subjects(const ledger::Book& book, const people::People& people, const std::vector<Reading>& readings, const Policy& policy,
           base::Instant moment)
      : book_(book), people_(people), readings_(readings), policy_(policy), moment_(moment), names_(people) {}

  std::vector<Reading> read() {
    help_ = help_verdicts(book_, moment_);
    for (std::uint32_t i = 0; i < book_.rows.size(); ++i) {
      const ledger::Row& row = book_.rows[i];
      if ((row.flags & ledger::telling) == 0 || (row.flags & ledger::bulk) != 0) continue;
      if (row.kind != Kind::wrote || row.seats != 2 || row.at > moment_) continue;
      read_letter(i);
    }
    return std::move(out_);
  }

 private:
  void read_letter(std::uint32_t i) {
    PersonId other = nobody;
    bool owner_writes = false, owner_reads = false;
    for (const ledger::Seat& seat : book_.seats_of(book_.rows[i])) {
      const bool owner = people_.is_owner[seat.who.value];
      owner_writes = owner_writes || (owner && seat.role == Role::from);
      owner_reads = owner_reads || (owner && seat.role != Role::from);
      if (!owner) other = people_.person_of[seat.who.value];
    }
    if (other == nobody || owner_writes == owner_reads || !is_person(other)) return;
    const std::string& subject = book_.title_of(book_.rows[i]);
    if (says_referral(subject)) {
      const auto named = names_.only_one_in(subject);
      if (named && *named != other && is_person(*named))
        add(*named, i, Kind::referred, owner_writes ? Direction::out : Direction::in, perhaps);
      return;
    }
    const Thanks thanks = thanks_in(subject);
    if (thanks == Thanks::none || !known_before(of(readings_, other), book_, book_.rows[i].at)) return;
    add(other, i, Kind::helped, owner_writes ? Direction::in : Direction::out, thanks == Thanks::help ? by_words : perhaps);
  }

  [[nodiscard]] bool is_person(PersonId who) const { return people_.persons[who.value].organisation.empty(); }

  void add(PersonId who, std::uint32_t row, Kind kind, Direction direction, double confidence) {
    const auto told = told_of(help_, book_, policy_, {who, row, kind, direction, confidence});
    if (told) out_.push_back(*told);
  }

  const ledger::Book& book_;
  const people::People& people_;
  const std::vector<Reading>& readings_;
  const Policy& policy_;
  base::Instant moment_;
  FullNames names_;
  std::unordered_map<std::uint64_t, bool> help_;  ///< The owner's word on letters.
  std::vector<Reading> out_;
};

}  // namespace

Thanks thanks_in(std::string_view subject) {
  const std::string text = padded(subject);
  if (any_of(reply_words, text) || !any_of(thank_words, text)) return Thanks::none;
  const bool trade = any_of(trade_words, text);
  if (!any_of(help_words, text)) return trade ? Thanks::none : Thanks::plain;
  return trade ? Thanks::plain : Thanks::help;
}

bool says_referral(std::string_view subject) {
  const std::string text = padded(subject);
  return !any_of(reply_words, text) && !any_of(thank_words, text) && any_of(referral_words, text);
}

std::vector<Reading> read_thanks(const ledger::Book& book, const people::People& people, const std::vector<Reading>& readings,
                                 const Policy& policy, base::Instant moment) {
  return Subjects(book, people, readings, policy, moment).read();
}

}  // namespace standing
