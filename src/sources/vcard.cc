// Address books as vCard files: Apple, Google, Outlook, Android, Thunderbird, Nextcloud and the
// rest. A card says that somebody is listed, and all that it tells of them.

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "base/clean.h"
#include "base/text.h"
#include "formats/vcard_lines.h"
#include "sources/contact.h"
#include "sources/sources.h"

namespace sources {

namespace {

using formats::Card;
using formats::CardLine;
using ledger::Field;
using ledger::Handle;

constexpr std::string_view what_vcard = "cards";
constexpr std::size_t note_bytes_max = 2'000;
constexpr std::size_t card_text_bytes_max = 300;
constexpr std::size_t handles_max = 100;

/// A message that quotes a card is mail: surest where the file begins with a card.
int recognise_vcard(const Peek& peek) {
  if (!formats::has_card(peek.head)) return 0;
  const bool first = base::starts_with_no_case(base::trim(peek.head.substr(0, 200)), "BEGIN:VCARD");
  return first ? 90 : 70;
}

/// One line of clean text.
std::string tidy(std::string_view raw, std::size_t size_max = card_text_bytes_max) { return base::cleaned(raw, size_max); }

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [stop, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (wrong != std::errc() || stop != text.data() + text.size() || value < 0) return {};
  return value;
}

/// "1980-01-22" or "--01-22" from "19800122", "1980-01-22T…", "--0122", "--01-22"; nothing when no
/// calendar has that day. `year_unknown`: the year that stands for none (Apple's 1604).
std::optional<std::string> birthday_of(std::string_view raw, std::string_view year_unknown) {
  std::string text(raw.substr(0, raw.find('T')));
  const bool yearless = text.starts_with("--");
  std::erase(text, '-');
  if (text.size() != (yearless ? 4U : 8U)) return {};
  if (yearless) text = "2000" + text;
  const auto year = digits(std::string_view(text).substr(0, 4));
  const auto month = digits(std::string_view(text).substr(4, 2));
  const auto day = digits(std::string_view(text).substr(6, 2));
  if (!year || !month || !day || !base::valid({*year, *month, *day})) return {};
  if (yearless || *year == 1604 || text.starts_with(year_unknown.empty() ? "-" : year_unknown)) {
    return fmt::format("--{:02}-{:02}", *month, *day);
  }
  return fmt::format("{:04}-{:02}-{:02}", *year, *month, *day);
}

/// REV: "20240311T090000Z", "2024-03-11T09:00:00Z"; the day alone matters.
base::Instant revision_of(std::string_view raw) {
  std::string text(base::trim(raw).substr(0, 10));
  if (text.find('-') == std::string::npos) {
    if (text.size() < 8) return {};
    text = text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6, 2);
  }
  const auto day = base::parse_iso_day(text);
  return day && day->days > 0 ? base::start_of(*day) : base::Instant{};
}

/// What a number looks like once the ways of writing it on phones are gone: "tel:", ";ext=1",
/// pauses ("p123", ",123").
std::string dialled(std::string_view raw) {
  std::string text = tidy(raw);
  if (base::starts_with_no_case(text, "tel:")) text.erase(0, 4);
  const std::size_t stop = text.find_first_of(";,pPwWxX#*", 3);
  if (stop != std::string::npos) text.resize(stop);
  return text;
}

class CardReader {
 public:
  CardReader(const Card& card, base::Message where, Sink& sink) : card_(card), where_(std::move(where)), sink_(sink) {}

  void read() {
    if (card_.too_long) return sink_.problem(what_vcard, where_, base::say("sources.longer-8-mib"));
    // Not read: half of an address is the address of somebody else.
    if (card_.cut_off) return sink_.problem(what_vcard, where_, base::say("sources.cut-off-before-end"));
    for (const CardLine& line : card_.lines) take(line);
    if (is_group_) return sink_.leave_out(what_vcard, "groups");
    finish_name();
    if (name_.empty() && handles_.empty()) return sink_.leave_out(what_vcard, "empty cards");
    emit();
  }

 private:
  void claim(Field field, std::string value, std::size_t size_max = card_text_bytes_max) {
    value = tidy(value, size_max);
    if (!value.empty()) claims_.push_back({{}, field, std::move(value), {}});
  }

  void add_handle(Handle handle) {
    if (handles_.size() >= handles_max) return;
    if (std::find(handles_.begin(), handles_.end(), handle) == handles_.end()) {
      handles_.push_back(std::move(handle));
    }
  }

  void take(const CardLine& line) {
    const std::string& name = line.name;
    if (name == "FN") {
      if (name_.empty()) name_ = tidy(card_text(line));
    } else if (name == "N") {
      take_name(line);
    } else if (name == "NICKNAME" || name == "X-NICKNAME") {
      for (std::string& one : card_parts(line, ',')) claim(Field::nickname, std::move(one));
    } else if (name == "EMAIL") {
      take_email(line);
    } else if (name == "TEL") {
      take_phone(line);
    } else if (name == "ORG") {
      if (company_.empty()) company_ = tidy(card_parts(line, ';').front());
    } else if (name == "TITLE" || name == "ROLE") {
      if (title_.empty() || (name == "TITLE" && title_is_role_)) title_ = tidy(card_text(line));
      title_is_role_ = name == "ROLE";
    } else if (name == "ADR") {
      take_address(line);
    } else if (name == "BDAY") {
      take_birthday(line);
    } else if (name == "NOTE") {
      claim(Field::note, card_text(line), note_bytes_max);
    } else if (name == "CATEGORIES") {
      for (const std::string& one : card_parts(line, ',')) take_label(one);
    } else if (name == "URL" || name == "X-SOCIALPROFILE" || name == "SOCIALPROFILE" || name == "X-LINKEDIN" ||
               name == "X-LINKEDIN-URL") {
      take_url(line);
    } else if (name == "IMPP" || name == "X-JABBER" || name == "X-GTALK" || name == "X-MSN") {
      take_messenger(line);
    } else {
      take_rest(line);
    }
  }

  void take_rest(const CardLine& line) {
    if (line.name == "UID" && uid_.empty()) {
      uid_ = tidy(card_text(line), 200);
      if (base::starts_with_no_case(uid_, "urn:uuid:")) uid_.erase(0, 9);
    } else if (line.name == "KIND" || line.name == "X-ADDRESSBOOKSERVER-KIND") {
      const std::string kind = base::lower_ascii(base::trim(line.value));
      if (kind == "group") is_group_ = true;
      if (kind == "org" || kind == "location") is_company_ = true;
    } else if (line.name == "X-ABSHOWAS") {
      if (base::equal_no_case(base::trim(line.value), "COMPANY")) is_company_ = true;
    } else if (line.name == "REV") {
      revised_ = revision_of(line.value);
    } else if (line.name == "X-ANDROID-CUSTOM") {
      const auto parts = card_parts(line, ';');
      if (parts.size() > 1 && parts[0].ends_with("/nickname")) claim(Field::nickname, parts[1]);
      if (parts.size() > 1 && parts[0].ends_with("/relation")) relate("", parts[1]);
    } else if (line.name == "RELATED") {
      relate(parameter(line, "TYPE"), card_text(line));
    } else if (line.name == "X-ABRELATEDNAMES") {
      relate(label_of(line), card_text(line));
    } else {
      for (const std::string_view program : {"X-MS-", "X-EVOLUTION-"}) {
        if (line.name.starts_with(program)) relate_as(line.name.substr(program.size()), line);
      }
    }
  }

  /// "X-MS-SPOUSE", "X-EVOLUTION-MANAGER".
  void relate_as(std::string_view kind, const CardLine& line) {
    for (const std::string_view known : {"SPOUSE", "MANAGER", "ASSISTANT", "CHILD"}) {
      if (kind == known) relate(known, card_text(line));
    }
  }

  void relate(std::string_view kind, std::string_view who) { claim(Field::note, related_note(kind, who)); }

  /// The X-ABLabel of the line's group: "Spouse" of "_$!<Spouse>!$_".
  [[nodiscard]] std::string label_of(const CardLine& line) const {
    for (const CardLine& other : card_.lines) {
      if (line.group.empty() || other.name != "X-ABLABEL" || other.group != line.group) continue;
      std::string label = tidy(card_text(other), 60);
      if (label.starts_with("_$!<") && label.ends_with(">!$_")) {
        label = label.substr(4, label.size() - 8);
      }
      return label;
    }
    return {};
  }

  void take_name(const CardLine& line) {
    const auto parts = card_parts(line, ';');
    const auto part = [&](std::size_t i) { return i < parts.size() ? tidy(parts[i]) : ""; };
    family_ = part(0);
    given_ = part(1);
    for (const std::string& one : {given_, part(2), family_}) {
      if (one.empty()) continue;
      if (!built_.empty()) built_ += ' ';
      built_ += one;
    }
  }

  void take_email(const CardLine& line) {
    const std::string text = card_text(line);
    std::string_view address = base::trim(text);
    if (const std::size_t open = address.rfind('<'); open != std::string_view::npos) {
      address = address.substr(open);
    }
    const auto email = base::Email::parse(tidy(address));
    if (email) {
      add_handle(ledger::handle(*email));
    } else if (!base::trim(text).empty()) {
      sink_.remark(where_, base::say("sources.no-mail-address-2", {{"text", base::printable(text, 60)}}));
    }
  }

  void take_phone(const CardLine& line) {
    const std::string text = card_text(line);
    if (base::trim(text).empty()) return;
    auto found = ledger::phone_handle(dialled(text));
    if (found.empty()) {
      sink_.remark(where_, base::say("sources.no-telephone-number", {{"text", base::printable(text, 60)}}));
      return;
    }
    add_handle(std::move(found.front()));
  }

  void take_address(const CardLine& line) {
    const auto parts = card_parts(line, ';');
    if (!has_city_ && parts.size() > 3 && !base::trim(parts[3]).empty()) {
      has_city_ = true;
      claim(Field::city, parts[3]);
    }
    if (!has_country_ && parts.size() > 6 && !base::trim(parts[6]).empty()) {
      has_country_ = true;
      claim(Field::country, parts[6]);
    }
  }

  void take_birthday(const CardLine& line) {
    const std::string text = tidy(card_text(line));
    if (text.empty() || has_birthday_) return;
    if (const auto day = birthday_of(text, parameter(line, "X-APPLE-OMIT-YEAR"))) {
      has_birthday_ = true;
      claim(Field::birthday, *day);
    } else {
      sink_.remark(where_, base::say("sources.birthday-no-calendar", {{"text", base::printable(text, 60)}}));
    }
  }

  void take_label(const std::string& raw) {
    std::string label = tidy(raw);
    if (label.starts_with("* ")) label.erase(0, 2);
    // Google puts everybody in here.
    if (label != "myContacts") claim(Field::label, std::move(label));
  }

  void take_url(const CardLine& line) {
    const std::string text = tidy(card_text(line), 500);
    auto profile = base::LinkedIn::parse(text);
    if (!profile && (has_parameter(line, "TYPE", "linkedin") || has_parameter(line, "SERVICE-TYPE", "linkedin"))) {
      profile = base::LinkedIn::parse("linkedin.com/in/" + tidy(parameter(line, "X-USER")));
    }
    if (profile) {
      add_handle(ledger::handle(*profile));
    } else if (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.")) {
      claim(Field::url, text, 500);
    }
  }

  /// "xmpp:jane@example.org/home", "sip:jane@example.org;transport=tcp", X-JABBER's address alone: one
  /// that is written as a mail address nearly always is one; a number at a telephone company is not.
  void take_messenger(const CardLine& line) {
    const std::string text = tidy(card_text(line), 500);
    if (const auto profile = base::LinkedIn::parse(text)) return add_handle(ledger::handle(*profile));
    std::string_view address = text;
    if (const std::size_t colon = text.find(':'); colon != std::string::npos) {
      address = address.substr(colon + 1);
    } else if (line.name == "IMPP") {
      return;
    }
    address = address.substr(0, address.find_first_of("/?;"));
    const auto email = base::Email::parse(address);
    if (email && email->local().find_first_not_of("+-.0123456789") != std::string_view::npos) {
      add_handle(ledger::handle(*email));
    }
  }

  void finish_name() {
    // Some programs put the address where the name should be.
    if (base::Email::parse(name_)) name_.clear();
    if (name_.empty() || (is_company_ && !company_.empty())) {
      name_ = is_company_ ? company_ : built_;
    }
    if (name_.empty()) {
      name_ = company_;
      if (!name_.empty()) is_company_ = true;
    }
  }

  /// The handle that stands for the card: the surest that it has.
  Handle primary() {
    if (!uid_.empty()) return {ledger::HandleKind::uid, "vcard/" + uid_};
    for (const auto kind :
         {ledger::HandleKind::email, ledger::HandleKind::phone, ledger::HandleKind::local_phone, ledger::HandleKind::linkedin}) {
      for (const Handle& one : handles_) {
        if (one.kind == kind) return one;
      }
    }
    return ledger::name_handle("vcard", name_);
  }

  void emit() {
    const Handle who = primary();
    ledger::Record record;
    ledger::Evidence listed;
    listed.kind = ledger::Kind::listed;
    listed.channel = ledger::Channel::address_book;
    listed.flags = ledger::day_only;
    listed.at = revised_;
    listed.version = static_cast<std::uint64_t>(revised_.seconds);
    listed.reference = uid_.empty() ? fmt::format("vcard/{:016x}", base::hash64(text(who) + "|" + name_)) : "vcard/" + uid_;
    listed.parties.push_back({who, ledger::Role::with, name_});
    record.evidence.push_back(std::move(listed));
    const auto say = [&](Field field, const std::string& value) {
      if (!value.empty()) record.claims.push_back({who, field, value, revised_});
    };
    say(Field::name, name_);
    if (is_company_) {
      say(Field::organisation, "company card");
    } else {
      say(Field::given, given_);
      say(Field::family, family_);
      say(Field::company, company_);
    }
    say(Field::title, title_);
    for (const ledger::Claim& one : claims_) say(one.field, one.value);
    for (const Handle& one : handles_) {
      if (one != who) say(Field::same, text(one));
    }
    sink_.add(what_vcard, std::move(record));
  }

  const Card& card_;
  base::Message where_;
  Sink& sink_;
  std::string name_;
  std::string built_;
  std::string given_;
  std::string family_;
  std::string company_;
  std::string title_;
  std::string uid_;
  std::vector<Handle> handles_;
  std::vector<ledger::Claim> claims_;
  base::Instant revised_{};
  bool title_is_role_ = false;
  bool is_company_ = false;
  bool is_group_ = false;
  bool has_city_ = false;
  bool has_country_ = false;
  bool has_birthday_ = false;
};

base::Result<void> read_vcard(Input& input, Sink& sink) {
  formats::Cards cards(input.bytes);
  Card card;
  for (std::size_t count = 1;; ++count) {
    const auto more = cards.next(card);
    if (!more) return base::fail(more.error());
    if (!*more) return {};
    CardReader(card, base::say("where.card", {{"n", count}, {"line", card.line}}), sink).read();
    if (count % 1'000 == 0 && !sink.progress(cards.bytes_read())) return {};
  }
}

}  // namespace

extern const Source source_vcard;
const Source source_vcard{"vcard", "address book", recognise_vcard, read_vcard};

}  // namespace sources
