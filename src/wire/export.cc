#include "wire/export.h"

#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "base/try.h"
#include "formats/content_line.h"
#include "wire/wire.h"

namespace wire {

namespace {

std::string vcard(const app::PersonView& view) {
  const people::Person& p = view.card.person;
  std::string out = "BEGIN:VCARD\r\nVERSION:4.0\r\n";
  out += formats::content_line("UID:wellmet:" + view.id());
  out += formats::content_line("FN:" + formats::content_text(p.name));
  if (!p.company.empty()) out += formats::content_line("ORG:" + formats::content_text(p.company));
  if (!p.title.empty()) out += formats::content_line("TITLE:" + formats::content_text(p.title));
  for (const std::string& email : p.emails) out += formats::content_line("EMAIL:" + formats::content_text(email));
  for (const std::string& phone : p.phones) out += formats::content_line("TEL:" + formats::content_text(phone));
  for (const std::string& url : p.profiles) out += formats::content_line("URL:" + formats::content_text(url));
  if (!p.city.empty()) out += formats::content_line("ADR:;;;" + formats::content_text(p.city) + ";;;");
  if (!p.birthday.empty()) {
    std::string day = p.birthday;
    if (day.substr(0, 2) != "--") std::erase(day, '-');
    if (day.substr(0, 2) == "--") day = "--" + day.substr(2, 2) + day.substr(std::min<std::size_t>(5, day.size()));
    out += formats::content_line("BDAY:" + day);
  }
  for (const std::string& note : p.notes) out += formats::content_line("NOTE:" + formats::content_text(note));
  return out + "END:VCARD\r\n";
}

/// Each of `values` under a name of its own, "e1", "e2", as JSContact keeps whatever there may be several of.
nlohmann::json numbered(std::string_view letter, std::string_view key, const std::vector<std::string>& values) {
  nlohmann::json out = nlohmann::json::object();
  for (const std::string& value : values) out[fmt::format("{}{}", letter, out.size() + 1)] = {{key, value}};
  return out;
}

/// "1980-01-22" or "--01-22" as a PartialDate; null where it is neither.
nlohmann::json partial_date(std::string_view birthday) {
  nlohmann::json out = {{"@type", "PartialDate"}};
  const auto number = [&](std::size_t at, std::size_t size) {
    int n = 0;
    if (birthday.size() >= at + size) std::from_chars(birthday.data() + at, birthday.data() + at + size, n);
    return n;
  };
  const bool yearless = birthday.starts_with("--");
  if (!yearless) out["year"] = number(0, 4);
  out["month"] = number(yearless ? 2 : 5, 2);
  out["day"] = number(yearless ? 5 : 8, 2);
  return birthday.empty() || out["month"] == 0 || out["day"] == 0 ? nlohmann::json() : out;
}

/// A Card of RFC 9553. Its uid is that of the vCard, so that both are one to whoever reads both.
nlohmann::json jscontact(const app::PersonView& view) {
  const people::Person& p = view.card.person;
  nlohmann::json out = {{"@type", "Card"},
                        {"version", "1.0"},
                        {"uid", "wellmet:" + view.id()},
                        {"kind", p.organisation.empty() ? "individual" : "org"},
                        {"name", {{"full", p.name}}}};
  const auto put = [&](const char* key, nlohmann::json value) {
    if (!value.empty()) out[key] = std::move(value);
  };
  const auto alone = [](const std::string& text) { return text.empty() ? std::vector<std::string>() : std::vector{text}; };
  put("emails", numbered("e", "address", p.emails));
  put("phones", numbered("p", "number", p.phones));
  put("organizations", numbered("o", "name", alone(p.company)));
  put("titles", numbered("t", "name", alone(p.title)));
  if (!p.city.empty()) out["addresses"]["a1"]["components"] = nlohmann::json::array({{{"kind", "locality"}, {"value", p.city}}});
  if (nlohmann::json date = partial_date(p.birthday); !date.is_null())
    out["anniversaries"]["b1"] = {{"kind", "birth"}, {"date", std::move(date)}};
  put("links", numbered("l", "uri", p.profiles));
  put("notes", numbered("n", "note", p.notes));
  for (const std::string& label : p.labels) out["keywords"][label] = true;
  return out;
}

std::string csv_cell(std::string_view text) {
  // A cell that a spreadsheet would run as a formula is kept text.
  const bool formula = !text.empty() && base::contains("=@\t\r", text.substr(0, 1));
  const bool quote = formula || text.find_first_of(",\"\n\r") != std::string_view::npos;
  if (!quote) return std::string(text);
  std::string out = formula ? "\"'" : "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string joined(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& one : list) out += (out.empty() ? "" : " ; ") + one;
  return out;
}

std::string csv_line(const app::PersonView& view) {
  const people::Person& p = view.card.person;
  const standing::Standing& s = view.card.standing;
  std::string out;
  for (const std::string& cell :
       {view.id(), p.name, joined(p.emails), joined(p.phones), joined(p.profiles), p.company, p.title, p.city,
        std::string(s.network ? "network" : "contact"), std::string(word(s.rung)), std::string(word(s.talk)),
        std::string(word(s.meet)), std::string(word(s.help)), p.answer, fmt::format("{:.1f}", s.strength),
        s.last_two_way ? base::iso(*s.last_two_way) : std::string{}}) {
    out += (out.empty() ? "" : ",") + csv_cell(cell);
  }
  return out + "\n";
}

}  // namespace

base::Result<std::string> export_people(app::Session& session, std::string_view format, const store::Filter& filter) {
  TRY(list, app::people(session, filter));
  if (format == "jscontact") {
    nlohmann::json cards = nlohmann::json::array();
    for (const app::PersonView& view : list.people) cards.push_back(jscontact(view));
    return dump(cards);
  }
  std::string out;
  if (format == "csv") {
    out = "id,name,emails,phones,linkedin,company,title,city,standing,rung,talk,meet,help,answer,strength,last_two_way\n";
  }
  for (const app::PersonView& view : list.people) out += format == "csv" ? csv_line(view) : vcard(view);
  return out;
}

base::Result<void> export_ledger(app::Session& session, const std::function<bool(const std::string&)>& line) {
  const auto dump = [](const nlohmann::json& json) {
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  };
  bool more = line(dump({{"wellmet", 1}, {"type", "ledger"}}));
  CHECK(session.ledger().each_claim([&](const ledger::Claim& claim) {
    more = line(dump({{"type", "claim"},
                      {"who", ledger::text(claim.who)},
                      {"field", word(claim.field)},
                      {"value", claim.value},
                      {"at", claim.at.seconds}}));
    return more;
  }));
  if (!more) return {};
  CHECK(session.ledger().each_evidence([&](const ledger::Evidence& e) {
    nlohmann::json parties = nlohmann::json::array();
    for (const ledger::Party& party : e.parties) {
      parties.push_back({{"who", ledger::text(party.who)}, {"role", word(party.role)}});
    }
    more = line(dump({{"type", "evidence"},
                      {"kind", word(e.kind)},
                      {"channel", word(e.channel)},
                      {"flags", e.flags},
                      {"at", e.at.seconds},
                      {"duration_seconds", e.duration_seconds},
                      {"group", e.group},
                      {"confidence", e.confidence},
                      {"reference", e.reference},
                      {"version", e.version},
                      {"thread", e.thread},
                      {"title", e.title},
                      {"place", e.place},
                      {"parties", std::move(parties)}}));
    return more;
  }));
  if (!more) return {};
  return session.ledger().each_ruling([&](const ledger::SaidRuling& ruling) {
    nlohmann::json about = nlohmann::json::array();
    for (const ledger::Handle& who : ruling.about) about.push_back(ledger::text(who));
    return line(dump({{"type", "ruling"},
                      {"kind", word(kind_of(ruling.decision))},
                      {"number", ruling.number.value},
                      {"key", fmt::format("{:016x}", ruling.key)},
                      {"at", ruling.at.seconds},
                      {"about", std::move(about)},
                      {"says", nlohmann::json::parse(body_of(ruling.decision))}}));
  });
}

}  // namespace wire
