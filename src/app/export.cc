// Out again, in open formats: vCard, CSV and, for everything, JSON lines.

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/app.h"
#include "app/json.h"
#include "base/text.h"
#include "base/try.h"
#include "formats/content_line.h"

namespace app {

namespace {

std::string vcard(const PersonView& view) {
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

std::string csv_line(const PersonView& view) {
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

base::Result<std::string> App::export_people(std::string_view format, const store::Filter& filter) {
  TRY(list, people(filter));
  std::string out;
  if (format == "csv") {
    out = "id,name,emails,phones,linkedin,company,title,city,standing,rung,talk,meet,help,answer,strength,last_two_way\n";
  }
  for (const PersonView& view : list.people) out += format == "csv" ? csv_line(view) : vcard(view);
  return out;
}

base::Result<void> App::export_ledger(const std::function<void(const std::string&)>& line) {
  const auto dump = [](const nlohmann::json& json) {
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  };
  line(dump({{"wellmet", 1}, {"type", "ledger"}}));
  CHECK(store_->each_claim([&](const ledger::Claim& claim) {
    line(dump({{"type", "claim"},
               {"who", ledger::text(claim.who)},
               {"field", word(claim.field)},
               {"value", claim.value},
               {"at", claim.at.seconds}}));
  }));
  return store_->each_evidence([&](const ledger::Evidence& e) {
    nlohmann::json parties = nlohmann::json::array();
    for (const ledger::Party& party : e.parties) {
      parties.push_back({{"who", ledger::text(party.who)}, {"role", word(party.role)}});
    }
    line(dump({{"type", "evidence"},
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
  });
}

}  // namespace app
