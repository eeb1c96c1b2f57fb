// Where everything stands, what was said and imported, and out again.

#include <functional>
#include <nlohmann/json.hpp>

#include "app/session.h"
#include "app/settings/settings.h"
#include "app/vault.h"
#include "base/text.h"
#include "base/try.h"
#include "faces/http/routes.h"
#include "wire/export.h"
#include "wire/wire.h"

namespace faces::http {

namespace {

using nlohmann::json;

base::Result<Reply> status(Call& call) {
  TRY(totals, app::status(call.session()));
  TRY(change, app::last_change(call.session()));
  json out = wire::status_json(totals);
  out["today"] = base::iso(call.session().today());
  out["owner"] = wire::me_json(totals);
  out["change"] = change;
  out["demo"] = call.request().invented;
  return json_reply(out);
}

base::Result<Reply> me(Call& call) {
  TRY(totals, app::status(call.session()));
  return json_reply(wire::me_json(totals));
}

base::Result<Reply> set_me(Call& call) {
  TRY(add, call.texts("add"));
  TRY(remove, call.texts("remove"));
  TRY(region, call.text_or("region", ""));
  return said(call, app::me(call.session(), add, remove, region));
}

base::Result<Reply> history(Call& call) {
  TRY(limit, call.asked_number("limit", 100, 100'000));
  TRY(all, app::history(call.session()));
  if (all.size() > limit) all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(limit));
  return json_reply(wire::history_json(all));
}

base::Result<Reply> undo(Call& call) {
  TRY(change, call.whole("change"));
  if (change && (*change < 0 || *change > UINT32_MAX)) return base::fail(base::Fault::not_found, {}, base::say("http.no-change"));
  return said(call, app::undo(call.session(), change ? std::optional(static_cast<std::uint32_t>(*change)) : std::nullopt));
}

base::Result<Reply> sources(Call& call) {
  TRY(all, app::sources(call.session()));
  return json_reply(wire::sources_json(all));
}

base::Result<Reply> calendar(Call& call) {
  TRY(made, app::calendar(call.session()));
  return Reply{.type = "text/calendar; charset=utf-8", .body = made.text, .file = "wellmet.ics"};
}

/// What does not go into memory: it is written to a file first.
base::Result<Reply> in_file(const std::string& type, const std::string& name,
                            const std::function<base::Result<void>(const app::Scratch& in, const std::string& file)>& write) {
  TRY(scratch, app::Vault::temporary());
  CHECK(write(*scratch, "body"));
  return Reply{.type = type, .body = {}, .file = name, .scratch = std::move(scratch)};
}

base::Result<Reply> export_all(Call& call) {
  const std::string format = call.asked("format").value_or("vcard");
  if (format == "jsonl") {
    return in_file(
        "application/jsonl", "wellmet.jsonl", [&](const app::Scratch& in, const std::string& file) -> base::Result<void> {
          TRY(out, in.file(file));
          CHECK(wire::export_ledger(call.session(), [&](const std::string& line) { return bool(out->out() << line << '\n'); }));
          if (out->keep()) return {};
          return base::fail(base::Fault::full, {}, base::say("http.no-room-export"),
                            base::say("http.make-room-folder-temporary"));
        });
  }
  if (format != "vcard" && format != "jscontact" && format != "csv")
    return base::fail(base::Fault::usage, {}, base::say("http.format-knows-no", {{"what", base::printable(format, 40)}}),
                      base::say("http.choose-vcard-jscontact-csv"));
  TRY(filter, call.asked_filter());
  TRY(text, wire::export_people(call.session(), format, filter));
  if (format == "csv") return Reply{.type = "text/csv; charset=utf-8", .body = std::move(text), .file = "wellmet.csv"};
  if (format == "jscontact") return Reply{.type = "application/json", .body = std::move(text), .file = "wellmet.json"};
  return Reply{.type = "text/vcard; charset=utf-8", .body = std::move(text), .file = "wellmet.vcf"};
}

base::Result<Reply> backup(Call& call) {
  return in_file(
      "application/vnd.sqlite3", "wellmet.db", [&](const app::Scratch& in, const std::string& file) -> base::Result<void> {
        if (app::backup(call.session(), in.path() + "/" + file)) return {};
        return base::fail(base::Fault::full, {}, base::say("http.no-room-backup"), base::say("http.make-room-folder-temporary"));
      });
}

base::Result<Reply> check(Call& call) {
  TRY(problems, app::check(call.session()));
  return json_reply({{"problems", wire::texts_of(problems)}});
}

constexpr Route changes_table[] = {
    {"GET", "/status", status, Scope::read},
    {"GET", "/me", me, Scope::read},
    {"POST", "/me", set_me, Scope::write},
    {"GET", "/history", history, Scope::read},
    {"POST", "/undo", undo, Scope::write},
    {"GET", "/sources", sources, Scope::read},
    {"GET", "/calendar.ics", calendar, Scope::read},
    {"GET", "/export", export_all, Scope::backup, false},
    {"GET", "/backup", backup, Scope::backup, false},
    {"GET", "/check", check, Scope::read, false},
};

}  // namespace

extern const Routes routes_changes;
const Routes routes_changes{changes_table};

}  // namespace faces::http
