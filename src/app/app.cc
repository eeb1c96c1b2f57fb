// Opening, deriving and checking.

#include "app/app.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/try.h"

namespace app {

base::Result<std::unique_ptr<App>> App::open(const Settings& settings, bool create) {
  TRY(store, store::Store::open(settings.database, create, settings.wait_ms));
  return std::unique_ptr<App>(new App(settings, std::move(store)));
}

base::Day App::today() const { return settings_.as_of ? *settings_.as_of : base::day_of(settings_.now); }

base::Instant App::moment() const {
  return settings_.as_of ? base::end_of(*settings_.as_of) : settings_.now;
}

base::Result<App::Refreshed> App::refresh() {
  TRY(key, store_->picture_key());
  TRY(head, store_->head());
  const base::Instant now = moment();
  if (key && key->form == picture_form && key->from <= now && now < key->until) {
    if (key->head == head) return Refreshed::no;
    TRY(done, amend(*key));
    if (done) return Refreshed::amended;
  }
  CHECK(rebuild());
  return Refreshed::rebuilt;
}

base::Result<App::Stamp> App::stamp() {
  CHECK(refresh());
  TRY(key, store_->picture_key());
  return key ? Stamp{key->head, key->from} : Stamp{};
}

base::Result<void> App::rebuild() {
  TRY(key, store_->ledger_key());
  TRY(book, store_->read());
  const Picture p = picture(book, policy_, moment());
  key.form = picture_form;
  key.plan = key.head;
  key.from = moment();
  key.until = p.until;
  return store_->save(key, {.people = p.people,
                            .standings = p.standings,
                            .plan = p.plan,
                            .inferred = p.inferred,
                            .totals = totals_text(p.totals),
                            .learned = standing::bytes_of(p.learned),
                            .markets = p.markets});
}

base::Result<void> App::refresh_plan() {
  CHECK(refresh());
  TRY(key, store_->picture_key());
  return !key || key->plan == key->head ? base::Result<void>() : replan(*key);
}

base::Result<PersonView> App::view(std::uint32_t person) {
  TRY(card, store_->card(person));
  return PersonView{person, std::move(card)};
}

base::Result<std::vector<store::Change>> App::history() { return store_->changes(); }

base::Result<std::vector<SourceView>> App::sources() {
  TRY(all, store_->changes());
  std::vector<SourceView> out;
  for (auto change = all.rbegin(); change != all.rend(); ++change) {
    if (change->command != "import") continue;
    TRY(files, store_->files(change->id));
    out.push_back({*change, std::move(files)});
  }
  return out;
}

base::Result<std::vector<std::string>> App::check() {
  TRY(faults, store_->check());
  CHECK(refresh_plan());
  // The cached picture against one made from nothing: the same people, standings and plan.
  const auto snapshot = [&]() -> base::Result<std::string> {
    std::string all;
    store::Filter filter;
    filter.everybody = true;
    TRY(page, store_->find(filter));
    TRY(totals, store_->totals());
    all += totals;
    for (const std::uint32_t person : page.persons) {
      TRY(card, store_->card(person));
      all += store::Store::text_of(card);
    }
    TRY(steps, store_->steps());
    for (const plays::Step& step : steps) {
      all += fmt::format("{} {} {} {}\n", step.person.value, step.play, step.topic, step.reason);
    }
    return all;
  };
  TRY(before, snapshot());
  TRY(key, store_->picture_key());
  TRY(drawn, store_->graph().is_of(*key));
  store::GraphStore::Graph graph_before;
  if (drawn) {
    TRY(kept, store_->graph().all());
    graph_before = std::move(kept);
  }
  CHECK(rebuild());
  TRY(after, snapshot());
  if (before != after) {
    faults.push_back("the picture differed from one made anew; it has been replaced");
  }
  if (drawn) {
    TRY(now, store_->picture_key());
    CHECK(draw_graph(*now));
    TRY(graph_after, store_->graph().all());
    if (graph_before != graph_after) faults.push_back("who knows whom differed from what is made anew; it has been replaced");
  }
  return faults;
}

base::Result<void> App::backup(const std::string& path) { return store_->backup(path); }

base::Result<std::string> App::restore(const std::string& path) { return store_->restore(path); }

base::Result<std::string> App::replace_damaged(const std::string& database, const std::string& path) {
  return store::Store::replace_damaged(database, path);
}

}  // namespace app
